"""A moment as it is read: day and time in the language of the window, where and when it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

if TYPE_CHECKING:
    from datetime import datetime


def spoken_time(at: datetime) -> str:
    """Return "Sunday 22 November 2026, 21:10", by the clock of the place where `at` was."""
    local = QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute))
    return QLocale().toString(local, "dddd d MMMM yyyy, HH:mm")
