"""Writing a file whole or not at all, and leaving nothing of one."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from grounding.base.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator

PRIVATE_FILE = 0o600
_OPEN_FILES = Path("/proc/self/fd")


def write_whole(path: Path, data: bytes, *, unseen: bool = False) -> None:
    """Write `data` beside `path`, flush it to the disk, then move it into place: the old or the new, never half.

    `unseen` is as in `writing_whole`.

    Raises:
        Failure: `disk-full` or `not-written`, with the file's path; the old file is then untouched.
    """
    with failing_as(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with writing_whole(path, unseen=unseen) as file:
        file.write(data)


def write_new(path: Path, data: bytes | bytearray) -> None:
    """Write a file that is not there yet, and flush it to the disk.

    Raises:
        Failure: `disk-full` or `not-written`, with the file's path; it may be there in part.
    """
    with failing_as(path), os.fdopen(_opened(path, unseen=False), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


@contextlib.contextmanager
def writing_whole(path: Path, *, unseen: bool = False) -> Iterator[BinaryIO]:
    """Lend a file beside `path` that takes its place once the block is done; where the block raises, it is deleted.

    With `unseen` it has no name while it is written, where the system can do that: a kill then leaves nothing of it.

    Raises:
        Failure: `disk-full` or `not-written`, with the file's path; the old file is then untouched.
    """
    name = path.with_name(f".{path.name}.{os.urandom(4).hex()}")  # known before it is there: it may end at any moment
    with failing_as(path):
        try:
            with os.fdopen(_opened(name, unseen=unseen), "w+b") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
                if unseen and not name.exists():
                    _give(name, file)
            name.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                name.unlink()
            raise
        sync_folder(path.parent)


def _opened(name: Path, *, unseen: bool) -> int:
    """Open a new file for its owner alone; `unseen`, it has its name only once that is given, where it can be."""
    if unseen and sys.platform == "linux" and _OPEN_FILES.is_dir():
        with contextlib.suppress(OSError):
            return os.open(name.parent, os.O_TMPFILE | os.O_RDWR, PRIVATE_FILE)
    binary = getattr(os, "O_BINARY", 0)
    return os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL | binary, PRIVATE_FILE)


def _give(name: Path, file: BinaryIO) -> None:
    """Give a name to a file without one; it cannot take the place of another by itself."""
    folder = os.open(name.parent, os.O_RDONLY)
    try:
        # Only with a folder's handle does Python follow the link that stands for the open file.
        os.link(_OPEN_FILES / str(file.fileno()), name.name, dst_dir_fd=folder, follow_symlinks=True)
    finally:
        os.close(folder)


def blank(path: Path) -> None:
    """Put zeros over a file of one's own before it is deleted, so that it lies in no freed block.

    That is as much as can be done: where the disk does not write in place, or is full, nothing is to be gained.
    """
    if path.is_file() and not path.is_symlink():
        with contextlib.suppress(OSError):
            path.chmod(PRIVATE_FILE)
            with path.open("r+b") as file:
                file.write(bytes(path.stat().st_size))
                file.flush()
                os.fsync(file.fileno())


def refuse_if_there(out: Path, *, replace: bool) -> None:
    """Refuse to write over another file, unless it may be replaced.

    Raises:
        Failure: `file-is-there`.
    """
    if not replace and os.path.lexists(out):
        raise Failure("file-is-there", path=out)


@contextlib.contextmanager
def failing_as(path: Path) -> Iterator[None]:
    """Turn what the system says of a write into a failure about `path`."""
    try:
        yield
    except OSError as error:
        raise written_failure(path, error) from error


def written_failure(path: Path, error: OSError) -> Failure:
    """Return the failure that says why `path` could not be written."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Failure("disk-full", path=path)
    return Failure("not-written", path=path, reason=error.strerror)


def sync_folder(folder: Path) -> None:
    """Make a rename durable; only POSIX can open a folder."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
