"""A disk below the cipher that tells what is about to be done: to break it then, or to keep what a kill would leave."""

from __future__ import annotations

import contextlib
import itertools
import shutil

import apsw

_NUMBERS = itertools.count()
"""The cipher keeps what lies below it by name for ever, so each disk has a name of its own."""


class Told:
    """Calls `tell` before each write, sync, cut, open and delete."""

    def __init__(self):
        self.tell = lambda: None


TOLD = Told()


class _File(apsw.VFSFile):
    def __init__(self, name, flags):
        super().__init__("", name, flags)

    def xWrite(self, data, offset):
        TOLD.tell()
        super().xWrite(data, offset)

    def xSync(self, flags):
        TOLD.tell()
        super().xSync(flags)

    def xTruncate(self, size):
        TOLD.tell()
        super().xTruncate(size)


class _Disk(apsw.VFS):
    def __init__(self, name):
        super().__init__(name, "")

    def xOpen(self, name, flags):
        TOLD.tell()
        return _File(name, flags)

    def xDelete(self, name, sync):
        TOLD.tell()
        super().xDelete(name, sync)


@contextlib.contextmanager
def telling_disk():
    """Lend the name of such a disk, for `vfs`."""
    name = f"told-{next(_NUMBERS)}"
    disk = _Disk(name)
    try:
        yield f"multipleciphers-{name}"
    finally:
        TOLD.tell = lambda: None
        disk.unregister()


class Breaking:
    """Fails the n-th call (and with `lasting` all that follow)."""

    def __init__(self, nth, *, lasting=False, error=apsw.IOError):
        self.calls, self._nth, self._lasting, self._error = 0, nth, lasting, error

    def __call__(self):
        self.calls += 1
        if self._nth and (self.calls == self._nth or (self._lasting and self.calls > self._nth)):
            raise self._error("broken by the test")


class Keeping:
    """Keeps a copy of the folder at each call: what a kill at that moment would leave."""

    def __init__(self, folder, into):
        self._folder, self._into = folder, into
        self.copies = []

    def __call__(self):
        copy = self._into / str(len(self.copies))
        shutil.copytree(self._folder, copy)
        self.copies.append(copy)
