"""Which backups are kept, and when another one is due."""

from __future__ import annotations

from datetime import UTC, timedelta
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable
    from datetime import datetime

DAYS, WEEKS = 7, 8
ENTRIES = 20
"""After so many new entries a backup is due, whatever the hour."""
CHECK_AFTER = timedelta(days=7)


class Occasion(Enum):
    """A moment at which a backup may be due."""

    START = "start"
    ENTRY = "entry"
    LOCK = "lock"


def kept(times: Collection[datetime]) -> frozenset[datetime]:
    """Return those of the moments whose backups are kept.

    They are the newest of each of the last 7 days that have one, of the last 8 such weeks, and of every year, in UTC.
    """
    newest_first = sorted(times, reverse=True)
    return frozenset(
        _newest(newest_first, _day)[:DAYS] + _newest(newest_first, _week)[:WEEKS] + _newest(newest_first, _year)
    )


def due(occasion: Occasion, *, now: datetime, last: datetime | None, changed: bool, entries: int = 0) -> bool:
    """Return whether a backup is due.

    `last` is when the newest was made, `changed` whether anything is different since, and `entries` how many are new.
    """
    match occasion:
        case Occasion.START:
            return changed and (last is None or _day(last) != _day(now))
        case Occasion.ENTRY:
            return changed and entries >= ENTRIES
        case Occasion.LOCK:
            return changed


def check_due(*, now: datetime, last: datetime | None) -> bool:
    """Return whether the whole journal should be read again: a week after the last time, or where the clock is odd."""
    return last is None or not last <= now < last + CHECK_AFTER


def _newest(newest_first: list[datetime], period: Callable[[datetime], Hashable]) -> list[datetime]:
    """Return the newest of each period."""
    found: dict[Hashable, datetime] = {}
    for each in newest_first:
        found.setdefault(period(each), each)
    return list(found.values())


def _day(at: datetime) -> Hashable:
    return at.astimezone(UTC).date()


def _week(at: datetime) -> Hashable:
    return at.astimezone(UTC).isocalendar()[:2]


def _year(at: datetime) -> Hashable:
    return at.astimezone(UTC).year
