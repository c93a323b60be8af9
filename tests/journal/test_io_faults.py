"""Each write, sync, cut, open and delete fails once, or from then on: nothing acknowledged is lost."""

from __future__ import annotations

import itertools

import apsw
import pytest
from said import said

from grounding.base.failure import Failure
from grounding.journal.journal import Journal

NAME = "faulty"
ENTRIES = 4
TOLD = {"disk-full", "journal-disk-fails", "journal-unwritable", "journal-unreadable"}


class Faults:
    """Counts calls to the disk, and fails the n-th (and with `lasting` all that follow)."""

    def __init__(self):
        self.mend()

    def mend(self):
        self.calls, self.nth, self.lasting, self.error = 0, 0, False, apsw.IOError

    def break_at(self, nth, *, lasting, error):
        self.calls, self.nth, self.lasting, self.error = 0, nth, lasting, error

    def call(self):
        self.calls += 1
        if self.nth and (self.calls == self.nth or (self.lasting and self.calls > self.nth)):
            raise self.error("broken by the test")


FAULTS = Faults()


class FaultyFile(apsw.VFSFile):
    def __init__(self, name, flags):
        super().__init__("", name, flags)

    def xWrite(self, data, offset):
        FAULTS.call()
        super().xWrite(data, offset)

    def xSync(self, flags):
        FAULTS.call()
        super().xSync(flags)

    def xTruncate(self, size):
        FAULTS.call()
        super().xTruncate(size)


class FaultyDisk(apsw.VFS):
    def __init__(self):
        super().__init__(NAME, "")

    def xOpen(self, name, flags):
        FAULTS.call()
        return FaultyFile(name, flags)

    def xDelete(self, name, sync):
        FAULTS.call()
        super().xDelete(name, sync)


@pytest.fixture(scope="module")
def faulty():
    """The name of a disk below the cipher that breaks on demand."""
    disk = FaultyDisk()
    yield f"multipleciphers-{NAME}"
    FAULTS.mend()
    disk.unregister()


def written(folder, vfs):
    """Add entries while the disk breaks; return those that were acknowledged, and those that may be there."""
    journal, kept, tried = Journal(folder, vfs=vfs), set(), set()
    for minute in range(ENTRIES):
        entry = said("what was said " * 60, minute=minute)
        tried.add(entry)
        told = failure_of(journal.add, entry)
        assert told in {None, *TOLD}
        if told is None:
            kept.add(entry)
    journal.close()
    return kept, tried


def failure_of(call, *values):
    """Return the code of the failure that a call meets, None where it meets none."""
    try:
        call(*values)
    except Failure as failure:
        return failure.code


def left(folder):
    """Return the entries of a journal on a disk that is whole again."""
    journal = Journal(folder)
    journal.check()
    entries = set(journal.list())
    journal.close()
    return entries


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # SQLite is told by a code, Python so
def test_no_fault_of_the_disk_loses_what_was_acknowledged(tmp_path, faulty):
    FAULTS.mend()
    assert len(written(tmp_path / "whole", faulty)[0]) == ENTRIES
    calls = FAULTS.calls
    assert calls > 50
    points = list(itertools.product((apsw.IOError, apsw.FullError), (False, True), range(1, calls + 1)))
    broken = 0
    for number, (error, lasting, nth) in enumerate(points):
        FAULTS.break_at(nth, lasting=lasting, error=error)
        kept, tried = written(tmp_path / str(number), faulty)
        FAULTS.mend()
        assert kept <= left(tmp_path / str(number)) <= tried
        broken += len(kept) < ENTRIES
        again = said("after", minute=-1)
        journal = Journal(tmp_path / str(number), vfs=faulty)
        journal.add(again)
        journal.close()
        assert again in left(tmp_path / str(number))
    assert broken > len(points) / 2
