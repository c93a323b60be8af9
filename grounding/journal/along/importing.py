"""An exported journal taken in: looked through whole before anything is changed, then merged in one transaction."""

from __future__ import annotations

import contextlib
import os
import stat
from typing import TYPE_CHECKING, Any, BinaryIO

from grounding.base.failure import Failure
from grounding.journal.along.fields import refuse
from grounding.journal.along.foreign import whole_from_plain
from grounding.journal.along.stream import entries, has_halves
from grounding.journal.progress import Cancelled, Progress

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from grounding.journal.along.whole import Whole
    from grounding.journal.journal import Journal
    from grounding.journal.progress import GoingOn

_NOT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_GLANCED, _LOOKED = 0.01, 0.2
"""The parts of the whole work that are done when the file has been glanced over, and looked through (measured)."""


def import_journal(journal: Journal, path: Path, going_on: GoingOn = lambda _part: True) -> bool:
    """Take in the entries of an exported journal; return whether it was done. Else, nothing is changed.

    Raises:
        Failure: `import-…`, which says what in the file is not as it can be, and where; or why the journal cannot be
            written. Nothing is changed.
    """
    try:
        with opened(path) as file:
            before = _state(file)
            size = before[0]
            halves = has_halves(file, Progress(going_on, of=size, ends=_GLANCED).more)
            looked = Progress(going_on, of=size, begins=_GLANCED, ends=_LOOKED)
            _look_through(entries(file, looked.more, halves=halves))
            taken = Progress(going_on, of=size, begins=_LOOKED)
            journal.take_in(_unchanged(entries(file, taken.more, halves=halves), file, before))
    except Cancelled:
        return False
    return True


def _look_through(found: Iterator[Any]) -> None:
    """Understand every entry, and keep none."""
    import apsw  # noqa: PLC0415 - only where a journal is taken in

    known = apsw.Connection(":memory:")  # a third of what a set would take
    known.execute("CREATE TABLE id (id BLOB PRIMARY KEY) WITHOUT ROWID")
    for number, plain in enumerate(found, 1):
        key = whole_from_plain(plain, number).entry.id
        known.execute("INSERT OR IGNORE INTO id VALUES (?)", (bytes.fromhex(key.replace("-", "")),))
        if not known.changes():
            refuse("import-id-twice", where=f"entry {number} › id")


def _unchanged(found: Iterator[Any], file: BinaryIO, before: tuple[int, int]) -> Iterator[Whole]:
    """Yield every entry, and see at the end whether they came out of the file that was looked through."""
    for number, plain in enumerate(found, 1):
        yield whole_from_plain(plain, number)
    if _state(file) != before:
        refuse("import-changed")


def _state(file: BinaryIO) -> tuple[int, int]:
    about = os.fstat(file.fileno())
    return about.st_size, about.st_mtime_ns


@contextlib.contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Lend the file at `path`; every failure of what is done with it gets its name.

    Raises:
        Failure: `import-unreadable` or `import-not-a-file`.
    """
    try:
        handle = os.open(path, os.O_RDONLY | _NOT_WAITING)  # a pipe that nobody writes to would wait for ever
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            refuse("import-not-a-file")
        with os.fdopen(handle, "rb", buffering=0) as file:
            yield file
    except Failure as failure:
        raise Failure(failure.code, **{"file": path} | failure.facts) from failure
    except OSError as error:
        raise Failure("import-unreadable", file=path, reason=error.strerror) from error
