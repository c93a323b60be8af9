"""Exchanging the keys: whatever breaks, and whenever it is killed, one of the two opens the journal, with every row."""

from __future__ import annotations

import itertools
import os
import shutil
from dataclasses import replace

import apsw
import pytest
from disk import TOLD, Breaking, Keeping, telling_disk
from exchanging import exchanged, keys_of, kill_exchanges, locked_envelope, looked_through, opening, unlocked
from said import said

from grounding.base.failure import Failure
from grounding.journal.journal import Journal
from grounding.journal.keyring.envelope import from_bytes
from grounding.journal.keyring.exchange import exchange, settle
from grounding.journal.keyring.key_file import half_changed, holding, read_envelope, read_stored, write_envelope
from grounding.journal.keyring.keys import new_keys

KILLS = int(os.environ.get("GROUNDING_EXCHANGE_KILLS", "60"))
ENTRIES = 12


@pytest.fixture(scope="module")
def telling():
    with telling_disk() as vfs:
        yield vfs


@pytest.fixture
def filled(tmp_path):
    """The folder of a journal with some entries, closed; and their ids."""
    folder = tmp_path / "filled"
    journal = Journal(folder)
    entries = [said("what was said " * 100, minute=minute) for minute in range(ENTRIES)]
    for entry in entries:
        journal.add(entry)
    journal.close()
    return folder, {entry.id for entry in entries}


def test_the_file_and_the_envelope_have_the_new_keys(filled):
    folder, ids = filled
    old = read_envelope(folder)
    new = exchanged(folder)
    assert read_stored(folder).envelope == read_envelope(folder)
    assert keys_of(read_envelope(folder)) == new
    assert (folder / "journal.db").read_bytes()[:16] == new.journal != old.journal
    assert {path.name for path in folder.iterdir()} == {"journal.db", "keys.json", "keys.json.bak"}
    assert looked_through(folder) == ids
    assert old.unlock().secret in new.earlier


def read_of(path):
    return from_bytes(path.read_bytes())


def test_killed_between_any_two_steps_it_opens_with_exactly_one_of_them(filled, tmp_path, telling):
    folder, ids = filled
    (tmp_path / "copies").mkdir()
    TOLD.tell = keeping = Keeping(folder, tmp_path / "copies")
    try:
        exchanged(folder, telling)
    finally:
        TOLD.tell = lambda: None
    keeping()
    assert len(keeping.copies) > 40
    outcomes = []
    for copy in keeping.copies:
        (found,) = opening(copy)
        outcomes.append(found)
        journal, late = Journal(copy), said("said before anything is opened again")
        journal.draft.keep(b"begun")
        journal.add(late)
        journal.close()
        assert looked_through(copy) == ids | {late.id}
        unlocked(journal, copy)
        assert journal.draft.read() == b"begun"
        journal.close()
        assert read_stored(copy).envelope.next is None
        shutil.rmtree(copy)
    turn = outcomes.index("new")
    assert turn > 40
    assert set(outcomes[:turn]) == {"old"}


def test_whatever_call_to_the_disk_fails_one_of_them_opens_it(filled, tmp_path, telling):
    folder, ids = filled
    whole = tmp_path / "whole"
    shutil.copytree(folder, whole)
    TOLD.tell = counting = Breaking(0)
    exchanged(whole, telling)
    told_of = 0
    points = list(itertools.product((apsw.IOError, apsw.FullError), (False, True), range(1, counting.calls + 1)))
    for number, (error, lasting, nth) in enumerate(points):
        broken = tmp_path / f"broken-{number}"
        shutil.copytree(folder, broken)
        TOLD.tell = Breaking(nth, lasting=lasting, error=error)
        new = failure = None
        try:
            new = exchanged(broken, telling)
        except Failure as caught:
            failure = caught
        TOLD.tell = lambda: None
        assert new or failure.code in {"disk-full", "journal-disk-fails", "journal-unwritable", "journal-unreadable"}
        told_of += failure is not None
        assert len(opening(broken)) == 1
        if new:
            assert opening(broken) == (["old"] if read_stored(broken).envelope.locked else ["new"])
        assert looked_through(broken) == ids
        assert read_stored(broken).envelope.next is None
        assert read_envelope(broken).locked == (new is not None)
        shutil.rmtree(broken)
    assert told_of > len(points) / 2


def test_killed_at_any_moment_it_opens_with_exactly_one_of_them(folder):
    toll = kill_exchanges(folder, KILLS)
    assert toll.wrong == ()
    assert toll.kills == KILLS
    assert toll.between > KILLS / 10, "too few kills fell into an exchange: this has shown nothing"


def test_a_key_file_that_cannot_be_written_leaves_the_old_keys(on_a_mount):
    printed = on_a_mount(
        """
        from pathlib import Path
        import sys
        sys.path.insert(0, str(Path("tests/journal").absolute()))
        from exchanging import exchanged, looked_through
        from grounding.base.failure import Failure
        from grounding.journal.entry import new_entry
        from grounding.journal.journal import Journal
        from grounding.journal.keyring.key_file import read_envelope
        folder = disk / "journal"
        journal = Journal(folder)
        entry = new_entry()
        journal.add(entry)
        journal.close()
        left = (disk / "ballast").open("wb", buffering=0)
        try:
            while True:
                left.write(bytes(512))
        except OSError:
            left.close()
        try:
            exchanged(folder)
        except Failure as failure:
            print(failure.code, read_envelope(folder).locked, looked_through(folder) == {entry.id})
        (disk / "ballast").unlink()
        exchanged(folder)
        print(read_envelope(folder).locked, looked_through(folder) == {entry.id})
        """
    )
    assert printed.splitlines() == ["disk-full False True", "True True"]


def test_while_keys_are_exchanged_elsewhere_what_is_said_waits_and_nothing_else_is_exchanged(filled, told):
    folder, ids = filled
    entry = said()
    old = read_envelope(folder)
    write_envelope(folder, replace(old, next=locked_envelope(new_keys())))
    assert told(exchanged, folder) == "journal-busy"
    assert read_stored(folder).envelope.next is not None
    with holding(folder):
        assert told(Journal(folder).list) == "journal-busy"
        Journal(folder).add(entry)
        assert told(exchanged, folder) == "journal-busy"
    assert looked_through(folder) == ids | {entry.id}
    assert read_stored(folder).envelope == old


def test_a_write_that_was_killed_after_the_exchange_is_taken_back_with_the_new_keys(filled, tmp_path, telling):
    folder, ids = filled
    before = read_envelope(folder)
    new = exchanged(folder)
    journal = Journal(folder, vfs=telling)
    journal.unlock(new)
    (tmp_path / "copies").mkdir()
    TOLD.tell = keeping = Keeping(folder, tmp_path / "copies")
    late = said("late " * 2000)
    journal.add(late)
    TOLD.tell = lambda: None
    journal.close()
    assert len(keeping.copies) > 5
    seen = set()
    for copy in keeping.copies:
        write_envelope(copy, replace(before, next=read_envelope(copy)))  # as if it had not come to confirm them
        hot = half_changed(copy)
        assert ids <= looked_through(copy) <= ids | {late.id}
        assert read_stored(copy).envelope.next is None
        aside = [path for path in copy.iterdir() if path.name.startswith("keys.json.earlier-")]
        assert len(aside) == hot
        assert all(read_of(path).unlock() == before.unlock() for path in aside)
        seen.add(hot)
    assert seen == {False, True}


def test_a_file_that_neither_opens_loses_neither_keys(filled, told):
    folder, _ids = filled
    old, new = read_envelope(folder), locked_envelope(new_keys())
    both = replace(old, next=new)
    write_envelope(folder, both)
    data = (folder / "journal.db").read_bytes()
    (folder / "journal.db").write_bytes(data[:2000] + bytes(100) + data[2100:])
    assert told(Journal(folder).list) == "journal-damaged"
    assert read_stored(folder).envelope == both
    (folder / "journal.db").unlink()
    assert settle(folder) is None
    assert read_stored(folder).envelope == both


def test_keys_that_are_no_longer_those_of_the_journal_exchange_nothing(filled, told):
    folder, ids = filled
    other = new_keys()
    assert told(exchange, folder, other, new_keys(other), locked_envelope(other)) == "journal-busy"
    assert looked_through(folder) == ids
