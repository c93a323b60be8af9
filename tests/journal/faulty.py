"""A disk below the cipher that breaks on demand."""

from __future__ import annotations

import contextlib
import itertools

import apsw

from grounding.base.failure import Failure

_NUMBERS = itertools.count()
"""The cipher keeps a disk by its name, even one that is gone: each needs a name of its own."""
TOLD = {"disk-full", "journal-disk-fails", "journal-unwritable", "journal-unreadable"}
"""What a person is told of it."""


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
        self.name = f"faulty-{next(_NUMBERS)}"
        super().__init__(self.name, "")

    def xOpen(self, name, flags):
        FAULTS.call()
        return FaultyFile(name, flags)

    def xDelete(self, name, sync):
        FAULTS.call()
        super().xDelete(name, sync)


@contextlib.contextmanager
def faulty_disk():
    """Lend the name under which the disk is known."""
    disk = FaultyDisk()
    try:
        yield f"multipleciphers-{disk.name}"
    finally:
        FAULTS.mend()
        disk.unregister()


def failure_of(call, *values):
    """Return the code of the failure that a call meets, None where it meets none."""
    try:
        call(*values)
    except Failure as failure:
        return failure.code
