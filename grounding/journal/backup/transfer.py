"""What can be read in one place, written into a new file in another; which of the two failed is never mixed up."""

from __future__ import annotations

import os
from typing import IO, TYPE_CHECKING

from grounding.base.files import PRIVATE_FILE, failing_as

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PIECE_BYTES = 1024 * 1024


def write_new(target: Path, source: IO[bytes]) -> int:
    """Write all that `source` has into a new file, safe on the disk; return how many bytes that is.

    Raises:
        OSError: where `source` cannot be read.
        Failure: `disk-full` or `not-written` where the new file cannot be written.
    """
    written = 0
    try:
        with failing_as(target):
            handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE)
            with os.fdopen(handle, "wb") as file:
                for piece in _pieces(source):
                    written += file.write(piece)
                file.flush()
                os.fsync(file.fileno())
    except _UnreadableError as unreadable:
        raise unreadable.error from None
    return written


class _UnreadableError(Exception):
    """What went wrong with the source, on its way past what is said of the target."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error


def _pieces(source: IO[bytes]) -> Iterator[bytes]:
    try:
        while piece := source.read(_PIECE_BYTES):
            yield piece
    except OSError as error:
        raise _UnreadableError(error) from error
