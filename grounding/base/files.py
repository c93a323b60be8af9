"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from grounding.base.failure import Failure

PRIVATE_FILE = 0o600


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` beside `path`, flush it to the disk, then move it into place: the old or the new, never half.

    Raises:
        Failure: `disk-full` or `not-written`, with the file's path; the old file is then untouched.
    """
    import tempfile  # noqa: PLC0415 - only where something is written; 6 ms

    temporary = None
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # mkstemp makes it 0600
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
        sync_folder(path.parent)
    except OSError as error:
        if temporary:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
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
