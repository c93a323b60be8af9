"""Moments and days as they are read, and days as they are typed, in the language of the window."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

if TYPE_CHECKING:
    from datetime import datetime

_NUMBERS = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def spoken_time(at: datetime) -> str:
    """Return "Sunday 22 November 2026, 21:10", by the clock of the place where `at` was."""
    local = QDateTime(_day(at), QTime(at.hour, at.minute))
    return QLocale().toString(local, "dddd d MMMM yyyy, HH:mm")


def spoken_day(at: datetime) -> str:
    """Return "22 November 2026"."""
    return QLocale().toString(_day(at), "d MMMM yyyy")


def short_day(at: datetime, today: date) -> str:
    """Return "22 Nov", with its year where that is not this one."""
    return QLocale().toString(_day(at), "d MMM" if at.year == today.year else "d MMM yyyy")


def typed_day(text: str, *, last: bool) -> date | None:
    """Return the day that somebody typed: a date, or the first or `last` day of a month or a year; else None."""
    text = text.strip()
    numbers = _NUMBERS.fullmatch(text)
    try:
        if numbers:
            return _of_numbers(*(int(each) if each else None for each in numbers.groups()), last=last)
        local = QLocale().toDate(text, _typed_format())
        return date(local.year(), local.month(), local.day()) if local.isValid() else None
    except ValueError:
        return None


def _of_numbers(year: int | None, month: int | None, day: int | None, *, last: bool) -> date:
    month = month or (12 if last else 1)
    return date(year or 0, month, day or (monthrange(year or 0, month)[1] if last else 1))


def _typed_format() -> str:
    """Return the order in which days are written here, with whole years, and with zeros or without."""
    short = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return re.sub("M+", "M", re.sub("d+", "d", re.sub("y+", "yyyy", short)))


def _day(at: datetime) -> QDate:
    return QDate(at.year, at.month, at.day)
