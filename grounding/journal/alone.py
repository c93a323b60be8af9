"""Working alone on a folder: of all processes, one at a time."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import PRIVATE_FILE, failing_as

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK = ".lock"
"""The file that is locked where a folder itself cannot be."""
_LOOK_S = 0.02


@contextlib.contextmanager
def alone(folder: Path, *, wait_s: float = 0.0, lock: str = LOCK) -> Iterator[None]:
    """Keep every other process that asks for it out of `folder`; the system lets go of it if this process ends.

    `lock` names the file that stands for the folder where that itself cannot be locked.

    Raises:
        Failure: `journal-busy` where another is in there for longer than `wait_s`; `not-written`.
    """
    with failing_as(folder):
        handle = _opened(folder, lock)
    try:
        until_s = time.monotonic() + wait_s
        while not _taken(handle):
            if time.monotonic() >= until_s:
                raise Failure("journal-busy")
            time.sleep(_LOOK_S)
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _opened(folder: Path, lock: str) -> int:
        return os.open(folder / lock, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _opened(folder: Path, _lock: str) -> int:
        return os.open(folder, os.O_RDONLY)

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            pass  # a file system without locks: there is nothing to keep others out with
        return True
