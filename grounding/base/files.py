"""Writing a file whole or not at all."""

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


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` beside `path`, flush it to the disk, then move it into place: the old or the new, never half.

    Raises:
        Failure: `disk-full` or `not-written`, with the file's path; the old file is then untouched.
    """
    with failing_as(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with writing_whole(path) as file:
        file.write(data)


@contextlib.contextmanager
def writing_whole(path: Path, *, unseen: bool = False) -> Iterator[BinaryIO]:
    """Lend a file beside `path` that takes its place once the block is done; where the block raises, it is deleted.

    With `unseen` it has no name while it is written, where the system can do that: a kill then leaves nothing of it.

    Raises:
        Failure: `disk-full` or `not-written`, with the file's path; the old file is then untouched.
    """
    with failing_as(path):
        handle, name = _beside(path, unseen=unseen)
        try:
            with os.fdopen(handle, "w+b") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
                name = name or _named(path, file)
            name.replace(path)
        except BaseException:
            if name:
                with contextlib.suppress(OSError):
                    name.unlink()
            raise
        sync_folder(path.parent)


def _beside(path: Path, *, unseen: bool) -> tuple[int, Path | None]:
    """Open a new file beside `path`, for its owner alone; return it and its name, which may still be to come."""
    import tempfile  # noqa: PLC0415 - only where something is written; 6 ms

    if unseen and sys.platform == "linux" and _OPEN_FILES.is_dir():
        with contextlib.suppress(OSError):
            return os.open(path.parent, os.O_TMPFILE | os.O_RDWR, PRIVATE_FILE), None
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # mkstemp makes it 0600
    return handle, Path(name)


def _named(path: Path, file: BinaryIO) -> Path:
    """Give a file without a name one beside `path`; it cannot take the place of another by itself."""
    name = path.with_name(f".{path.name}.{os.urandom(8).hex()}")
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        # Only with a folder's handle does Python follow the link that stands for the open file.
        os.link(_OPEN_FILES / str(file.fileno()), name.name, dst_dir_fd=folder, follow_symlinks=True)
    finally:
        os.close(folder)
    return name


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
