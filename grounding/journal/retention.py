"""From which day on entries are kept, where somebody has set that older ones go."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from grounding.journal.believed_day import believe, set_believed
from grounding.journal.when import in_local_time

if TYPE_CHECKING:
    from grounding.journal.journal import Journal


def kept_since(today: date, months: int) -> date:
    """Return the same day so many months before, or the last of that month where it has no such day."""
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def forget_older(journal: Journal, today: date, months: int, *, meant: bool = False) -> int:
    """Delete what was said before the day that is the first to be kept, here; return how many entries that were.

    0 months keep all. Unless somebody has just `meant` it, seeing from which day on, nothing goes before the day is
    believed.

    Raises:
        Failure: as `Vault.open` and `believe`.
    """
    if months <= 0 or not journal.there:
        return 0
    with journal.lent() as (_vault, folder, _keys):
        if meant:
            set_believed(folder, today)
        elif not believe(folder, today, before=_last_day(journal)):
            return 0
    return journal.forget_before(in_local_time(datetime.combine(kept_since(today, months), time())))


def _last_day(journal: Journal) -> date | None:
    return next((entry.at.date() for entry in journal.list(limit=1)), None)
