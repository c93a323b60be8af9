"""The draft while the journal is locked: it can be written, and nothing that nobody could read is ever replaced."""

from __future__ import annotations

import pytest

from grounding.journal.journal import Journal
from grounding.journal.keyring import locking
from grounding.journal.keyring.envelope import Cost

QUICK = Cost(ops=1, mem_kib=8)


def earlier(journal):
    return [file.read() for file in journal.draft.earlier()]


@pytest.fixture
def keys(folder, journal):
    """A journal with a passphrase, in which a draft is sealed."""
    journal.draft.keep(b"begun before")
    prepared = locking.prepare_passphrase("a passphrase")
    return locking.set_passphrase(folder, prepared, typed=prepared.code, cost=QUICK)


@pytest.fixture
def locked(folder, keys):
    """The journal as a new start finds it."""
    assert keys
    return Journal(folder)


def test_what_was_begun_before_is_still_there_when_more_is_typed_while_locked(locked, keys):
    locked.draft.keep(b"first while locked")
    locked.draft.keep(b"then more")
    locked.unlock(keys)
    assert locked.draft.read() == b"then more"
    assert earlier(locked) == [b"begun before"]


def test_each_start_while_locked_leaves_what_the_last_one_wrote(folder, locked, keys):
    locked.draft.keep(b"in the first start")
    Journal(folder).draft.keep(b"in the second")
    last = Journal(folder)
    last.unlock(keys)
    assert last.draft.read() == b"in the second"
    assert earlier(last) == [b"begun before", b"in the first start"]


def test_what_was_laid_beside_goes_when_it_is_no_longer_wanted(folder, locked, keys):
    locked.draft.keep(b"more")
    locked.unlock(keys)
    (beside,) = locked.draft.earlier()
    beside.discard()
    assert locked.draft.earlier() == ()
    assert [path.name for path in folder.glob("draft*")] == ["draft.sealed"]


def test_to_discard_what_is_typed_while_locked_does_not_touch_what_was_begun_before(locked, keys):
    locked.draft.discard()
    locked.draft.keep(b"more")
    locked.draft.discard()
    locked.unlock(keys)
    assert locked.draft.read() is None
    assert earlier(locked) == [b"begun before"]


def test_a_draft_that_was_read_is_replaced_in_its_place(folder, locked, keys):
    locked.unlock(keys)
    assert locked.draft.read() == b"begun before"
    locked.draft.keep(b"more")
    assert [path.name for path in folder.glob("draft*")] == ["draft.sealed"]


def test_a_damaged_one_beside_is_moved_out_of_the_way_and_told(folder, locked, keys, told):
    locked.draft.keep(b"more")
    (path,) = folder.glob("draft.*Z.sealed")
    path.write_bytes(b"grounding sealed 1\nnothing")
    locked.unlock(keys)
    (beside,) = locked.draft.earlier()
    assert told(beside.read) == "draft-damaged"
    assert locked.draft.earlier() == ()
    assert locked.draft.read() == b"more"
