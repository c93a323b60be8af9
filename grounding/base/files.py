"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from grounding.base.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator

PRIVATE_FILE = 0o600


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
def writing_whole(path: Path) -> Iterator[BinaryIO]:
    """Lend a file beside `path` that takes its place once the block is done; where the block raises, it is deleted.

    Raises:
        Failure: `disk-full` or `not-written`, with the file's path; the old file is then untouched.
    """
    import tempfile  # noqa: PLC0415 - only where something is written; 6 ms

    with failing_as(path):
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # mkstemp makes it 0600
        try:
            with os.fdopen(handle, "w+b") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
        sync_folder(path.parent)


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
