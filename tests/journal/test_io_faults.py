"""Each write, sync, cut, open and delete fails once, or from then on: nothing acknowledged is lost."""

from __future__ import annotations

import itertools

import apsw
import pytest
from faulty import FAULTS, TOLD, failure_of, faulty_disk
from said import said

from grounding.journal.journal import Journal

ENTRIES = 4


@pytest.fixture(scope="module")
def faulty():
    """The name of a disk below the cipher that breaks on demand."""
    with faulty_disk() as name:
        yield name


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
