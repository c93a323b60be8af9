"""A small log for finding faults, in which no word of a person can be."""

from __future__ import annotations

import logging
import os
import sys
import threading
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import PRIVATE_FILE

if TYPE_CHECKING:
    from io import TextIOWrapper
    from types import TracebackType

LOG = logging.getLogger("grounding")
_LIMIT_BYTES = 256 * 1024
_LINE_BYTES = 512
"""What a line takes at most beside its characters."""


class _QuietFile(logging.FileHandler):
    """A log file, its owner's alone, that a full disk silences: logging must neither print nor raise.

    A full one moves aside; `logging.handlers` can do that too, but takes 9 ms of every start to load.
    """

    def emit(self, record: logging.LogRecord) -> None:
        try:
            if self.stream and self.stream.tell() + len(self.format(record)) + _LINE_BYTES > _LIMIT_BYTES:
                self._move_aside()
            super().emit(record)
        except OSError:
            self.handleError(record)

    def _move_aside(self) -> None:
        self.close()
        Path(self.baseFilename).replace(f"{self.baseFilename}.1")
        self.stream = self._open()

    def _open(self) -> TextIOWrapper:
        handle = os.open(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT, PRIVATE_FILE)
        return os.fdopen(handle, "a", encoding=self.encoding)

    def handleError(self, record: logging.LogRecord) -> None:
        del record


def start_log(path: Path) -> None:
    """Write the log to `path` (0600, at most two files of 256 KiB); where that cannot be, keep none.

    From then on an unexpected error is told by `log_bug`, in whatever thread or destructor it comes.
    """
    LOG.setLevel(logging.INFO)
    LOG.propagate = False
    try:
        handler: logging.Handler = _QuietFile(path, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    while LOG.handlers:
        LOG.removeHandler(before := LOG.handlers[0])
        before.close()
    LOG.addHandler(handler)
    sys.excepthook = log_bug
    threading.excepthook = lambda told: _log_other(told.exc_type, told.exc_value, told.exc_traceback)
    sys.unraisablehook = lambda told: _log_other(told.exc_type, told.exc_value, told.exc_traceback)


def _log_other(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    if kind is not SystemExit:
        log_bug(kind, error or kind(), trace)


def log_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Log and print where an unexpected error came from: its type and its places, never its message or its values."""
    told = describe_bug(kind, error, trace)
    LOG.error(told)
    if sys.stderr is not None:
        print(told, file=sys.stderr)


def describe_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Return the error's type and the places it passed; a message may quote what somebody typed, so it stays out."""
    frames = traceback.extract_tb(trace)
    places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames))
    code = f" {error.code}" if isinstance(error, Failure) else ""
    return f"{kind.__name__}{code} at {places or 'an unknown place'}"
