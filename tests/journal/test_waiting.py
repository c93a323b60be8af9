"""What is said while the journal is locked: safe at once, unread until it joins, and then there exactly once."""

from __future__ import annotations

import shutil
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from disk import TOLD, Breaking, Keeping, telling_disk
from exchanging import exchanged
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from said import moments, reports, said, texts
from writer import SENTINEL

from grounding.base.failure import Failure
from grounding.journal.entry import Entry, uuid7
from grounding.journal.journal import Journal

HERE = Path(__file__).parent
WAITER = """
import sys
from pathlib import Path
sys.path[:0] = [sys.argv[2], sys.argv[3]]
from writer import entry
from grounding.journal.journal import Journal
journal, number = Journal(Path(sys.argv[1])), int(sys.argv[4])
assert journal.locked
while True:
    journal.add(entry(f"w{number}", number))
    print(f"w{number}", flush=True)
    number += 1
"""


@pytest.fixture
def locked(folder):
    """The folder of a locked journal, and its keys."""
    return folder, exchanged(folder)


@pytest.fixture(scope="module")
def telling():
    with telling_disk() as vfs:
        yield vfs


def unlocked(folder, keys, **more):
    journal = Journal(folder, **more)
    journal.unlock(keys)
    return journal


def waiting(folder):
    return sorted(path.name for path in (folder / "waiting").iterdir())


def test_an_entry_kept_while_it_is_locked_waits_sealed_and_joins(locked, told):
    folder, keys = locked
    entries = [said(f"sentinel {minute}", minute=minute) for minute in (5, 1, 3)]
    journal = Journal(folder)
    for entry in entries:
        journal.add(entry)
    assert waiting(folder) == sorted(f"{entry.id}.sealed" for entry in entries)
    assert stat.S_IMODE((folder / "waiting").stat().st_mode) == 0o700
    for path in (folder / "waiting").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert b"sentinel" not in path.read_bytes()
    assert told(journal.list) == "journal-locked"
    journal.unlock(keys)
    assert journal.list() == tuple(sorted(entries, key=lambda entry: entry.at, reverse=True))
    assert waiting(folder) == []
    assert journal.notices() == ()
    journal.check()
    journal.close()


@given(at=moments, report=reports, practice=texts, own=st.none() | texts)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_anything_that_can_be_said_joins_as_it_was(locked, at, report, practice, own):
    folder, keys = locked
    entry = Entry(id=f"{uuid7()}" if own is None else f"{uuid7()}{own}", at=at, practice=practice, report=report)
    Journal(folder).add(entry)
    assert len(waiting(folder)) == 1
    journal = unlocked(folder, keys)
    try:
        back = journal.list(limit=None)
    finally:
        journal.close()
    assert waiting(folder) == []
    found = [each for each in back if each.practice == entry.practice and each.at == entry.at]
    assert entry.report in [each.report for each in found]


def test_keeping_it_again_changes_nothing_locked_or_not(locked):
    folder, keys = locked
    entry = said("first")
    other = Entry(id=entry.id, at=entry.at, practice="other")
    journal = Journal(folder)
    journal.add(entry)
    journal.add(other)
    journal.unlock(keys)
    journal.add(other)
    journal.lock()
    journal.add(other)
    journal.unlock(keys)
    assert journal.list() == (entry,)
    journal.close()


def test_it_joins_a_journal_that_is_open_elsewhere_and_is_noticed(locked):
    folder, keys = locked
    journal = unlocked(folder, keys)
    assert not journal.changed()
    entry = said()
    Journal(folder).add(entry)
    assert [journal.changed(), journal.changed()] == [True, False]
    assert journal.list() == (entry,)
    journal.close()


def test_it_joins_where_the_file_itself_has_gone(locked, told):
    folder, keys = locked
    entry = said()
    Journal(folder).add(entry)
    (folder / "journal.db").unlink()
    assert told(Journal(folder).list) == "journal-locked"
    journal = unlocked(folder, keys)
    assert journal.list() == (entry,)
    journal.close()


def test_killed_between_any_two_steps_of_joining_nothing_is_lost_or_doubled(locked, tmp_path, telling):
    folder, keys = locked
    entries = {said(f"{minute}", minute=minute) for minute in range(3)}
    for entry in entries:
        Journal(folder).add(entry)
    (tmp_path / "copies").mkdir()
    TOLD.tell = keeping = Keeping(folder, tmp_path / "copies")
    unlocked(folder, keys, vfs=telling).close()
    TOLD.tell = lambda: None
    left = [len(list((copy / "waiting").iterdir())) for copy in keeping.copies]
    assert len(left) > 5
    for copy in keeping.copies:
        journal = unlocked(copy, keys)
        assert len(journal.list()) == len(entries)
        assert set(journal.list()) == entries
        journal.close()
        assert waiting(copy) == []
    # after the commit and before the files are gone
    for entry in entries:
        Journal(folder).add(entry)
    for _ in range(2):
        journal = unlocked(folder, keys)
        assert len(journal.list()) == len(entries)
        journal.close()


def test_a_disk_that_fails_while_it_joins_leaves_it_waiting_and_the_rest_readable(locked, telling):
    folder, keys = locked
    first, late = said("first"), said("late", minute=1)
    unlocked(folder, keys).add(first)
    Journal(folder).add(late)
    opening = Breaking(0)
    TOLD.tell = opening
    journal = Journal(folder, vfs=telling)
    journal._unlocked = keys
    with pytest.raises(Failure, match="no-such-entry"):
        journal.get("x")
    journal.close()
    assert waiting(folder) == []
    failed = 0
    for nth in range(1, opening.calls + 1):
        again = said(f"again {nth}", minute=nth + 1)
        Journal(folder).add(again)
        TOLD.tell = Breaking(nth)
        journal = Journal(folder, vfs=telling)
        try:
            journal.unlock(keys)
            notices = journal.notices()
            failed += bool(notices)
            assert bool(notices) == bool(waiting(folder))
            assert {first, late} <= set(journal.list())
        except Failure:
            pass
        TOLD.tell = lambda: None
        journal.close()
        journal = unlocked(folder, keys)
        assert again in journal.list()
        assert len(journal.list()) == nth + 2
        journal.close()
        assert waiting(folder) == []
    assert failed > 3


def test_no_entry_acknowledged_while_locked_is_lost_to_a_kill(locked):
    folder, keys = locked
    kept = set()
    for attempt in range(12):
        kept |= killed(folder, len(kept) + attempt * 1000, 0.005 * attempt)
    journal = unlocked(folder, keys)
    assert kept <= {entry.id for entry in journal.list()}
    assert len(kept) > 12
    journal.check()
    journal.close()
    assert [name for name in waiting(folder) if not name.startswith(".")] == []


def killed(folder, first, after_s):
    """Run a process that keeps entries while it is locked, and kill it; return what it acknowledged."""
    command = [sys.executable, "-c", WAITER, folder, HERE.parents[1], HERE, str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        said_first = process.stdout.readline()
        time.sleep(after_s)
        process.kill()
        rest = process.stdout.read()
    lines = (said_first + rest).decode().splitlines(keepends=True)
    return {line.strip() for line in lines if line.endswith("\n")}


def test_what_waits_cannot_be_read_in_the_clear(locked, home):
    folder, _keys = locked
    killed(folder, 0, 0.05)
    files = [path for path in home.rglob("*") if path.is_file()]
    assert len(files) > 3
    assert not [path for path in files if SENTINEL.encode() in path.read_bytes()]


@pytest.mark.parametrize("damage", [b"", b"x", b"grounding sealed 1\n", "cut"])
def test_one_that_is_damaged_is_set_aside_and_said_and_the_others_join(locked, damage):
    folder, keys = locked
    good, bad = said("good"), said("bad", minute=1)
    for entry in (good, bad):
        Journal(folder).add(entry)
    path = folder / "waiting" / f"{bad.id}.sealed"
    data = path.read_bytes()[:-1] if damage == "cut" else damage
    path.write_bytes(data)
    journal = unlocked(folder, keys)
    assert journal.list() == (good,)
    (notice,) = journal.notices()
    assert notice.code == "waiting-damaged"
    assert notice.facts["path"].read_bytes() == data
    journal.close()
    journal = unlocked(folder, keys)
    assert journal.notices() == ()
    journal.close()


@pytest.mark.parametrize("plain", [b"", b"[]", b"{}", b'{"format": 1}', b'{"format": "x"}', b"\xff"])
def test_one_that_holds_no_entry_is_set_aside_too(locked, plain):
    folder, keys = locked
    journal = Journal(folder)
    journal.add(said())
    (path,) = (folder / "waiting").iterdir()
    journal.sealed(path, damaged="waiting-damaged").keep(plain)
    journal.unlock(keys)
    assert [notice.code for notice in journal.notices()] == ["waiting-damaged"]
    assert journal.list() == ()
    journal.close()


def test_one_of_a_newer_version_waits_on(locked):
    folder, keys = locked
    journal = Journal(folder)
    journal.add(said())
    (path,) = (folder / "waiting").iterdir()
    journal.sealed(path, damaged="waiting-damaged").keep(b'{"format": 2, "more": 1}')
    data = path.read_bytes()
    journal.unlock(keys)
    assert [notice.code for notice in journal.notices()] == ["journal-newer"]
    assert path.read_bytes() == data
    journal.close()


def test_on_a_full_disk_it_is_told_and_on_one_that_can_only_be_read_the_rest_is_there(on_a_mount):
    printed = on_a_mount(
        """
        import subprocess, sys
        from pathlib import Path
        sys.path.insert(0, str(Path("tests/journal").absolute()))
        from exchanging import exchanged
        from grounding.base.failure import Failure
        from grounding.journal.entry import new_entry
        from grounding.journal.journal import Journal
        folder = disk / "journal"
        keys = exchanged(folder)
        journal = Journal(folder)
        journal.add(new_entry())
        journal.unlock(keys)
        journal.lock()
        ballast = disk / "ballast"
        with ballast.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(512))
            except OSError:
                pass
        late = new_entry()
        try:
            journal.add(late)
        except Failure as failure:
            print(failure.code)
        ballast.unlink()
        journal.add(late)
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        journal.unlock(keys)
        print(len(journal.list()), [notice.code for notice in journal.notices()])
        journal.close()
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
        print(len(journal.list()), [notice.code for notice in journal.notices()])
        """
    )
    assert printed.splitlines() == ["disk-full", "1 ['journal-unwritable']", "2 []"]


def test_other_files_in_its_folder_are_left_alone(locked):
    folder, keys = locked
    Journal(folder).add(said())
    (folder / "waiting" / "notes.txt").write_bytes(b"theirs")
    shutil.copy(next((folder / "waiting").glob("*.sealed")), folder / "waiting" / ".x.sealed.abc")
    journal = unlocked(folder, keys)
    assert len(journal.list()) == 1
    assert waiting(folder) == [".x.sealed.abc", "notes.txt"]
    journal.close()
