"""A small log for finding faults, in which no word of a person can be."""

from __future__ import annotations

import logging
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from grounding.base.failure import Failure

if TYPE_CHECKING:
    from types import TracebackType

LOG = logging.getLogger("grounding")
_LIMIT_BYTES = 256 * 1024


class _QuietFile(RotatingFileHandler):
    """A log file that a full disk silences: logging must neither print nor raise."""

    def handleError(self, record: logging.LogRecord) -> None:
        del record


def start_log(path: Path) -> None:
    """Write the log to `path` (0600, at most two files of 256 KiB); where that cannot be, keep none."""
    LOG.setLevel(logging.INFO)
    LOG.propagate = False
    try:
        handler: logging.Handler = _QuietFile(path, maxBytes=_LIMIT_BYTES, backupCount=1, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)
    sys.excepthook = log_bug


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
