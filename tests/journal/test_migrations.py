"""An older file is brought forward whole or not at all; a newer one is read, and never written."""

from __future__ import annotations

import itertools
import os
import shutil

import apsw
import pytest
from faulty import FAULTS, TOLD, failure_of, faulty_disk
from golden import ENTRIES, KEPT, laid
from plainly import bare, contents
from said import said

from grounding.body.region import Region
from grounding.journal import migrations
from grounding.journal.journal import Journal
from grounding.journal.schema import VERSION
from grounding.journal.wanted import Wanted

FEW = tuple(entry for entry in ENTRIES if entry.id in {"whole", "same-b", "same-a"})


@pytest.fixture
def old(folder):
    """A journal of version 1 with few entries."""
    folder.parent.mkdir(parents=True)
    laid(1, folder)
    with bare(folder) as connection:
        connection.execute("DELETE FROM entry WHERE id NOT IN ('whole', 'same-b', 'same-a')")
    return folder


@pytest.fixture
def faulty():
    """The name of a disk below the cipher that breaks on demand."""
    with faulty_disk() as name:
        yield name


def version_with_its_entries(folder):
    """Return the version of a file, once it is clear that it has the few entries in that version's way."""
    with bare(folder) as connection:
        version = connection.pragma("user_version")
        tables = contents(connection.execute)
        assert connection.pragma("integrity_check") == "ok"
    assert {row[-8 if version == 1 else 1] for row in tables["entry"]} == {entry.id for entry in FEW}
    assert set(tables) == ({"entry"} if version == 1 else {"entry", "earlier", "spoken", "word", "forgotten"})
    return version


def whole(folder, vfs=None):
    """Open a journal and return whether all is in it, and sound."""
    journal = Journal(folder, vfs=vfs)
    try:
        journal.check()
        return journal.list() == FEW
    finally:
        journal.close()


def copies(folder):
    return sorted(path.name for path in (folder / "backups").iterdir())


def test_a_copy_that_says_something_else_is_none_and_the_file_stays(old, monkeypatch, told):
    monkeypatch.setattr(migrations, "digest_of", lambda _each, schema="main": schema.encode())
    assert told(Journal(old).list) == "copy-not-whole"
    assert not list((old / "backups").glob("*.db"))
    assert version_with_its_entries(old) == 1


def test_before_an_older_file_is_touched_a_copy_of_it_lies_among_the_backups(old):
    with bare(old) as connection:
        before = contents(connection.execute)
    assert whole(old)
    database, keys = copies(old)
    assert database.endswith("Z-v1.db")
    assert keys == database.replace(".db", ".keys.json")
    back = old.parent / "back"
    back.mkdir()
    for name, path in (("journal.db", database), ("keys.json", keys)):
        assert (old / "backups" / path).stat().st_mode & 0o777 == 0o600
        shutil.copy(old / "backups" / path, back / name)
    with bare(back) as connection:
        assert contents(connection.execute) == before
    assert whole(back)


def test_a_file_of_this_version_is_not_copied(folder):
    folder.parent.mkdir(parents=True)
    journal = Journal(laid(VERSION, folder))
    assert journal.list() == KEPT[VERSION]
    journal.close()
    assert {path.name for path in folder.iterdir()} == {"journal.db", "keys.json", "keys.json.bak"}


def meddling(folder, sql):
    """Have another write in between: `sql` is done as the copy is about to be read for the first time."""
    done = []

    def meddle(_cursor, statement, _values):
        if statement.startswith("ATTACH") and not done:
            done.append(statement)
            with bare(folder) as other:
                other.execute(sql)
        return True

    return lambda connection: setattr(connection, "exec_trace", meddle)


def test_a_copy_is_made_anew_where_an_older_program_writes_meanwhile(old, monkeypatch):
    monkeypatch.setattr(apsw, "connection_hooks", [meddling(old, "DELETE FROM entry WHERE id = 'same-b'")])
    journal = Journal(old)
    assert journal.list() == tuple(entry for entry in FEW if entry.id != "same-b")
    journal.close()
    database, _keys = copies(old)
    assert database.endswith("Z-v1.db")


class Kill:
    """Kills this process at the n-th statement that it gives to SQLite."""

    def __init__(self, nth):
        self.left = nth

    def __call__(self, _cursor, _sql, _values):
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), 9)
        return True


def killed_at(nth, folder):
    """Open a journal in a process that is killed at its n-th statement; return whether it was killed by then."""
    pid = os.fork()
    if pid == 0:
        try:
            kill = Kill(nth)
            apsw.connection_hooks.append(lambda connection: setattr(connection, "exec_trace", kill))
            os._exit(0 if whole(folder) else 3)
        except BaseException:
            os._exit(4)
    _, status = os.waitpid(pid, 0)
    assert status in (0, 9)
    return status == 9


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="wants a process that splits in two")
def test_killed_at_any_statement_the_file_is_the_old_one_or_the_new_one(old, tmp_path):
    seen = {1: 0, 2: 0}
    for nth in itertools.count(1):
        folder = shutil.copytree(old, tmp_path / "again")
        killed = killed_at(nth, folder)
        seen[version_with_its_entries(folder)] += 1
        assert whole(folder)
        shutil.rmtree(folder)
        if not killed:
            break
    assert seen[1] > 50
    assert seen[2] > 10


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # SQLite is told by a code, Python so
def test_no_fault_of_the_disk_leaves_it_between_the_old_one_and_the_new_one(old, tmp_path, faulty):
    FAULTS.mend()
    assert whole(shutil.copytree(old, tmp_path / "whole"), faulty)
    calls = FAULTS.calls
    assert calls > 40
    seen, failed = {1: 0, 2: 0}, 0
    for number, (error, lasting, nth) in enumerate(
        itertools.product((apsw.IOError, apsw.FullError), (False, True), range(1, calls + 1))
    ):
        folder = shutil.copytree(old, tmp_path / str(number))
        FAULTS.break_at(nth, lasting=lasting, error=error)
        journal = Journal(folder, vfs=faulty)
        code = failure_of(journal.list)
        assert code in {None, *TOLD}
        failed += code is not None
        journal.close()
        FAULTS.mend()
        seen[version_with_its_entries(folder)] += 1
        assert whole(folder, faulty)
        shutil.rmtree(folder)
    assert seen[1] > calls
    assert failed > calls


@pytest.fixture
def newer(journal, folder):
    """Return a function that lets a later version have written the journal, and changed it by some statements."""
    entry = said("sentinel")
    journal.add(entry)
    journal.bring(entry.id, True)
    journal.close()

    def change(sql=""):
        with bare(folder) as connection:
            connection.execute(sql)
            connection.pragma("user_version", VERSION + 1)
        return journal, journal.list()[0] if not sql else None

    return change


def test_what_a_newer_version_wrote_is_read(newer, folder):
    _journal, entry = newer()
    journal = Journal(folder)
    assert journal.list() == (entry,)
    assert [notice.code for notice in journal.notices()] == ["journal-newer"]
    before = (folder / "journal.db").read_bytes()
    assert journal.get(journal.find(entry.id[:30])) == entry
    assert journal.list(wanted=Wanted(text="sent", region=Region.CHEST, word="tight", brought=True)) == (entry,)
    assert [moment.entry for moment in journal.moments(Region.CHEST)] == [entry.id]
    assert (journal.spoken(), journal.words()) == ({Region.CHEST: 1}, ("tight",))
    assert (journal.earlier(entry.id), journal.forgotten()) == ((), ())
    assert not journal.changed()
    journal.close()
    assert journal.list() == (entry,)
    assert journal.notices() == ()
    journal.check()
    assert (folder / "journal.db").read_bytes() == before


def test_what_a_newer_version_wrote_is_not_written(newer, folder, told):
    journal, entry = newer()
    journal.close()
    before = (folder / "journal.db").read_bytes()
    for call, *values in (
        (journal.add, said()),
        (journal.edit, entry),
        (journal.bring, entry.id, False),
        (journal.delete, entry.id),
        (journal.forget_before, entry.at),
        (journal.settle, ["x"]),
    ):
        assert told(call, *values) == "journal-newer"
    assert journal.list() == (entry,)
    journal.close()
    assert (folder / "journal.db").read_bytes() == before
    assert {path.name for path in folder.iterdir()} == {"journal.db", "keys.json", "keys.json.bak"}


@pytest.mark.parametrize(
    "sql",
    [
        "ALTER TABLE entry RENAME COLUMN report TO account",
        "UPDATE entry SET report = '{}'",
        "UPDATE entry SET report = replace(report, 'chest', 'aura')",
    ],
)
def test_what_cannot_be_understood_of_a_newer_version_is_not_called_damage(newer, told, sql):
    journal, _ = newer(sql)
    assert told(journal.list) == told(journal.check) == "journal-newer"
