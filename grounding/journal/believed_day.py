"""Whether the day that the clock shows is believed, before anything goes for good because of it."""

from __future__ import annotations

import contextlib
from datetime import date, timedelta
from typing import TYPE_CHECKING

from grounding.base.files import write_whole

if TYPE_CHECKING:
    from pathlib import Path

DAYS = "days"
"""The last day that was believed lies here, and below it one that came too suddenly, if any."""
FAR = timedelta(days=31)


def believe(folder: Path, today: date, *, before: date | None) -> bool:
    """Return whether `today` is believed, and note that it has come; `before` is a day known from elsewhere.

    A day more than FAR after the last one is believed once a later day has come near it: a clock that was set years
    ahead by mistake is set right before that.

    Raises:
        Failure: `disk-full` or `not-written`.
    """
    believed, sudden = _read(folder / DAYS)
    last = believed or before
    near = last is not None and today - last <= FAR
    confirmed = sudden is not None and timedelta() < today - sudden <= FAR
    if near or confirmed:
        _note(folder / DAYS, (believed, sudden), (today, None))
        return True
    if sudden is None or not timedelta() <= today - sudden <= FAR:
        _note(folder / DAYS, (believed, sudden), (last, today))
    return False


def set_believed(folder: Path, today: date) -> None:
    """Note that somebody has seen this day and means it."""
    _note(folder / DAYS, _read(folder / DAYS), (today, None))


def _read(path: Path) -> tuple[date | None, date | None]:
    with contextlib.suppress(OSError, ValueError):
        believed, sudden = path.read_text(encoding="ascii").split("\n")
        return _date(believed), _date(sudden)
    return None, None


def _note(path: Path, there: tuple[date | None, date | None], days: tuple[date | None, date | None]) -> None:
    if days != there:
        write_whole(path, "\n".join(day.isoformat() if day else "" for day in days).encode())


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
