"""One entry: what one sitting, or one free check-in, put in the journal."""

from __future__ import annotations

import os
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from grounding.body.report import Report, sensation_to_plain
from grounding.journal.when import in_local_time, when_from_row, when_to_row

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

_TAIL_BITS = 74
_STEP_BITS = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What was said at one moment; `at` is aware, and held as it is kept (see `when_to_row`)."""

    id: str
    at: datetime
    practice: str = ""
    """The id of the practice, "" for none; half a character, which no id has, is replaced."""
    report: Report = field(default_factory=Report)
    brought: bool = False
    """Whether the person wants to bring it to a session."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "at", _as_kept(self.at))
        object.__setattr__(self, "practice", self.practice.encode("utf-8", "replace").decode())


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """How an entry read before it was edited at `until`."""

    until: datetime
    report: Report

    def __post_init__(self) -> None:
        object.__setattr__(self, "until", _as_kept(self.until))


@dataclass(frozen=True, slots=True, kw_only=True)
class Deleted:
    """An entry that has been deleted, with all that brings it back as it was."""

    entry: Entry
    earlier: tuple[Earlier, ...]
    """Its earlier wordings, newest first."""
    seq: int
    """Its place in the file's order."""


def _as_kept(at: datetime) -> datetime:
    return when_from_row(*when_to_row(at)[:3])


class Ids:
    """Makes UUIDs of version 7 (RFC 9562): each is greater than the one before, whatever the clock does."""

    def __init__(self, now_ms: Callable[[], int] = lambda: time.time_ns() // 1_000_000) -> None:
        self._now_ms = now_ms
        self._lock = threading.Lock()
        self._last = 0
        """Milliseconds, then 74 bits of chance."""

    def __call__(self) -> str:
        with self._lock:
            fresh = (self._now_ms() << _TAIL_BITS) | _chance(_TAIL_BITS)
            follows = self._last + 1 + _chance(_STEP_BITS)
            self._last = fresh if fresh >> _TAIL_BITS > self._last >> _TAIL_BITS else follows
            return _uuid(self._last >> _TAIL_BITS, self._last & ((1 << _TAIL_BITS) - 1))


def _chance(bits: int) -> int:
    """Return so many bits of chance; `secrets` and `uuid` would take 8 ms of every start to load."""
    return int.from_bytes(os.urandom(-(-bits // 8)), "big") >> -bits % 8


def _uuid(ms: int, tail: int) -> str:
    high, low = tail >> 62, tail & ((1 << 62) - 1)
    digits = f"{(ms & (1 << 48) - 1) << 80 | 7 << 76 | high << 64 | 2 << 62 | low:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


uuid7 = Ids()


def new_entry(practice: str = "", report: Report | None = None, at: datetime | None = None) -> Entry:
    """Return an entry with an id of its own, said now, here, unless `at` says otherwise."""
    return Entry(id=uuid7(), at=at or in_local_time(), practice=practice, report=report or Report())


def entry_to_plain(entry: Entry) -> dict[str, Any]:
    """Return the form that `journal list --json` shows; what not every entry has, only where this one has it."""
    report = entry.report
    plain: dict[str, Any] = {
        "id": entry.id,
        "at": entry.at.isoformat(),
        "practice": entry.practice,
        "sensations": [sensation_to_plain(each) for each in report.sensations],
    }
    said = {
        "underneath": report.underneath,
        "noticed": report.noticed and report.noticed.value,
        "line": report.line,
        "brought": entry.brought,
    }
    return plain | {name: value for name, value in said.items() if value}
