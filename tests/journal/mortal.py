"""Work done in a child process that dies at its n-th touch of the disk, or whose disk fails there."""

from __future__ import annotations

import errno
import os
import select
import signal
import sys
import time
from pathlib import Path

import apsw

from grounding.base.failure import Failure

NAME = "mortal"
VFS = f"multipleciphers-{NAME}"
TOUCHES = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.link", "os.utime", "os.listdir"}
"""What Python tells of before it is done; SQLite's own touches are counted in a layer below the cipher."""
BUG = "bug"


class Fate:
    """Counts the touches of what lies in a folder, and strikes at one of them, or with `lasting` at all that follow."""

    def __init__(self, folder, nth, strike, *, lasting=False):
        self._folder, self._nth, self._strike, self._lasting = str(folder), nth, strike, lasting
        self.touches = 0

    def touch(self, kind):
        self.touches += 1
        if self._nth and (self.touches == self._nth or (self._lasting and self.touches > self._nth)):
            self._strike(kind)

    def hear(self, event, values):
        """Hear of what Python is about to do."""
        paths = [os.fspath(each) for each in values[:2] if isinstance(each, str | os.PathLike)]
        if event in TOUCHES and any(path.startswith(self._folder) for path in paths):
            self.touch(OSError)


class _File(apsw.VFSFile):
    def __init__(self, fate, name, flags):
        super().__init__("", name, flags)
        self._fate = fate

    def xWrite(self, data, offset):
        self._fate.touch(apsw.Error)
        super().xWrite(data, offset)

    def xSync(self, flags):
        self._fate.touch(apsw.Error)
        super().xSync(flags)

    def xTruncate(self, size):
        self._fate.touch(apsw.Error)
        super().xTruncate(size)


class _Disk(apsw.VFS):
    def __init__(self, fate):
        super().__init__(NAME, "")
        self._fate = fate

    def xOpen(self, name, flags):
        self._fate.touch(apsw.Error)
        return _File(self._fate, name, flags)

    def xDelete(self, name, sync):
        self._fate.touch(apsw.Error)
        super().xDelete(name, sync)


def die(_kind):
    os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(60)


def fail(number):
    """Return a strike: the disk says so, to Python or to SQLite."""

    def strike(kind):
        if kind is OSError:
            raise OSError(number, os.strerror(number))
        raise (apsw.FullError if number == errno.ENOSPC else apsw.IOError)("broken by the test")

    return strike


def touches_of(folder, work):
    """Return how often the work touches what lies in the folder, when nothing befalls it."""
    told = lived(folder, work, nth=0, strike=die)
    assert told.startswith("done "), told
    return int(told.removeprefix("done "))


def lived(folder, work, *, nth, strike, lasting=False):
    """Do the work in a child; return "done", the code of the failure it met, or "" where it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _live(writing, Fate(folder, nth, strike, lasting=lasting), work)
    os.close(writing)
    return _heard(reading, child)


def killed_after(work, after_s):
    """Do the work in a child, and kill it so many seconds after it has begun; return whether it was done by then."""
    reading, writing = os.pipe()
    begun, begin = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(begin, b"x")
        _live(writing, None, work)
    os.close(writing)
    os.read(begun, 1)
    done, _, _ = select.select([reading], [], [], after_s)
    os.kill(child, signal.SIGKILL)
    for end in (begun, begin):
        os.close(end)
    told = _heard(reading, child)
    assert not done or told.startswith("done"), told
    return bool(done)


def _live(writing, fate, work):
    """The child's whole life."""
    sys.unraisablehook = lambda _told: None  # SQLite is told by a code, and Python so
    told = BUG
    try:
        if fate is None:
            work(None)
        else:
            disk = _Disk(fate)
            sys.addaudithook(fate.hear)
            work(VFS)
            fate._nth = 0
            del disk
        told = f"done {fate.touches if fate else ''}"
    except Failure as failure:
        told = failure.code
    except BaseException as error:
        told = f"{BUG}: {error!r}"
    finally:
        os.write(writing, told.encode())
        os._exit(0)


def _heard(reading, child):
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read().decode()
    os.waitpid(child, 0)
    return told


def names_below(folder):
    """Return the name of everything in a folder, within it."""
    return sorted(path.relative_to(folder).as_posix() for path in Path(folder).rglob("*"))
