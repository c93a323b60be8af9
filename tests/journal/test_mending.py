"""A journal that cannot be read is put together of what is whole, or begun anew, and what was there is kept."""

from __future__ import annotations

import shutil

import pytest
from keeper import LATER, NOW, Keeper
from said import said

from grounding.journal.backup.backups import list_backups
from grounding.journal.backup.preparing import keys_within
from grounding.journal.journal import Journal
from grounding.journal.keyring.envelope import Envelope
from grounding.journal.keyring.key_file import read_envelope
from grounding.journal.progress import Cancelled
from grounding.journal.repair.mending import begin_anew, mend
from grounding.journal.waiting import Waiting


@pytest.fixture
def person(folder):
    keeper = Keeper(folder).says("first")
    keeper.backs_up()
    return keeper.says("second")


def mends(person, keys=None, unlock=Envelope.unlock, **more):
    person.journal.close()
    return mend(person.folder, keys, now=LATER, unlock=unlock, **more)


def spoil_keys(person, data=b"{}"):
    for name in ("keys.json", "keys.json.bak"):
        (person.folder / name).write_bytes(data)


def lose_keys(person):
    for name in ("keys.json", "keys.json.bak"):
        (person.folder / name).unlink(missing_ok=True)


def test_where_the_file_is_gone_that_is_told_and_no_new_one_begun(person, told):
    (person.folder / "journal.db").unlink()
    assert told(person.journal.list) == "journal-gone"
    assert told(person.journal.add, said("since")) == "journal-gone"
    assert not (person.folder / "journal.db").exists()
    person.journal.draft.keep(b"begun")
    assert Journal(person.folder).draft.read() == b"begun"


def test_it_tells_how_far_it_is_and_left_at_any_part_it_has_changed_nothing(person):
    path = person.folder / "journal.db"
    person.journal.close()
    path.write_bytes(path.read_bytes()[:-100])
    before, parts = person.files(), []
    for left_after in range(100):
        parts.clear()

        def going_on(part, left_after=left_after):
            parts.append(part)
            return len(parts) <= left_after

        try:
            mends(person, person.keys, going_on=going_on)
        except Cancelled:
            assert person.files() == before
        else:
            break
    assert 10 < len(parts) <= left_after, "each no was heard"
    assert parts == sorted(parts)
    assert parts[0] == 0.0
    assert parts[-1] == 0.8
    assert person.has() == {"first", "second"}


def test_once_a_backup_has_taken_its_place_it_is_not_left_half_way(person):
    spoil_keys(person)
    asked = []
    mended = mends(person, going_on=lambda part: bool(asked.append(part)))
    assert asked
    assert mended.from_file
    assert person.has() == {"first", "second"}


def test_the_newest_backup_takes_the_place_of_a_file_that_is_gone(person):
    (person.folder / "journal.db").unlink()
    mended = mends(person, person.keys)
    assert (mended.from_file, mended.from_backup, mended.lost) == (False, True, False)
    assert person.has() == {"first"}


def test_keys_and_file_gone_both_come_from_the_backup(person):
    lose_keys(person)
    (person.folder / "journal.db").unlink()
    assert mends(person).from_backup
    assert person.has() == {"first"}


@pytest.mark.parametrize("harm", [spoil_keys, lose_keys])
def test_what_is_begun_while_nobody_has_the_keys_is_there_when_they_come_back(person, harm):
    person.journal.draft.keep(b"before")
    Waiting(person.folder, person.journal.sealed).keep(said("waits"))
    harm(person)
    later = Journal(person.folder)
    later.draft.keep(b"since")
    mended = mends(person)
    assert (mended.from_file, mended.lost) == (True, False)
    assert person.has() == {"first", "second", "waits"}
    with_keys = Journal(person.folder)
    assert with_keys.draft.read() == b"since"
    assert [each.read() for each in with_keys.draft.earlier()] == [b"before"]


@pytest.fixture
def theirs(person, tmp_path):
    """A backup of another journal lies among those of the person, and is newer."""
    made = Keeper(tmp_path / "other").says("theirs").backs_up(LATER)
    for each in (made, made.with_suffix(".keys.json")):
        shutil.copy(each, person.folder / "backups")


@pytest.mark.usefixtures("theirs")
def test_the_keys_of_another_journal_are_not_taken_while_a_backup_has_those_of_this_one(person):
    spoil_keys(person)
    mends(person)
    assert person.has() == {"first", "second"}


@pytest.mark.usefixtures("theirs")
def test_a_passphrase_that_is_asked_for_ends_the_search(person, told):
    lock_alone(list_backups(person.folder)[-1])
    spoil_keys(person)
    before = person.files()
    assert told(mend_with, person, "") == "backup-locked"
    assert told(mend_with, person, "not this") == "backup-passphrase-other"
    assert person.files() == before


def mend_with(person, typed):
    person.journal.close()
    return mend(person.folder, None, now=LATER, unlock=lambda envelope: keys_within(envelope, typed=typed))


def lock_alone(backup):
    """Lay keys with a passphrase beside a backup, which has the same journal's."""
    from grounding.journal.keyring import keys as keys_module
    from grounding.journal.keyring.envelope import Cost, from_bytes, to_bytes
    from grounding.journal.keyring.recovery import new_code, read_code
    from grounding.journal.keyring.stretching import stretched

    keys = from_bytes(backup.keys.read_bytes()).unlock()
    salt, cost = bytes(16), Cost(ops=1, mem_kib=8192)
    slot = keys_module.with_passphrase(keys, key=stretched("a grey heron", salt=salt, cost=cost), salt=salt, cost=cost)
    code = keys_module.with_code(keys, read_code(new_code()))
    backup.keys.write_bytes(to_bytes(keys_module.enveloped(keys, slot, code)))


def test_without_a_backup_of_it_no_key_helps_and_that_is_told(person, told):
    shutil.rmtree(person.folder / "backups")
    spoil_keys(person)
    assert told(mends, person) == "no-backup"


def test_a_new_one_is_begun_and_the_damaged_one_kept_as_it_is(person):
    path = person.folder / "journal.db"
    path.write_bytes(bytes(8192))
    keys = person.keys
    assert begin_anew(person.folder, keys, now=NOW) == keys
    assert person.has() == set()
    (kept,) = (person.folder / "quarantine").glob("*/journal.db")
    assert kept.read_bytes() == bytes(8192)


def test_a_new_one_has_new_keys_where_nobody_has_those_of_today_and_the_old_lie_beside_the_old(person):
    data = (person.folder / "journal.db").read_bytes()
    spoil_keys(person, b"[]")
    keys = begin_anew(person.folder, None, now=NOW)
    assert read_envelope(person.folder).unlock() == keys
    assert person.has() == set()
    (kept,) = (person.folder / "quarantine").iterdir()
    assert (kept / "journal.db").read_bytes() == data
    assert (kept / "keys.json").read_bytes() == b"[]"


def test_a_new_one_is_begun_where_the_file_is_gone(person):
    (person.folder / "journal.db").unlink()
    begin_anew(person.folder, person.keys, now=NOW)
    assert person.has() == set()
    assert len(list_backups(person.folder)) == 1
