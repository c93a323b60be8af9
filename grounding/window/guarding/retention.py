"""How long entries are kept: asked before anything goes, then done at each start, and on each new day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QDate, QLocale, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.journal.retention import forget_older, kept_since

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.failure import Failure
    from grounding.base.jobs import Jobs
    from grounding.journal.journal import Journal
    from grounding.window.preferences import Preferences

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Retention(QObject):
    """Whether all is kept, or what is older than so many months goes."""

    changed = Signal()
    forgotten = Signal()
    """Entries have gone."""
    failed = Signal(object)

    def __init__(
        self,
        *,
        journal: Journal,
        jobs: Jobs,
        preferences: Preferences,
        today: Callable[[], date] = date.today,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal, self._jobs, self._preferences, self._today = journal, jobs, preferences, today
        self._asked = 0
        self._done_on: date | None = None
        preferences.changed.connect(self.changed)

    @Property(int, notify=changed)
    def months(self) -> int:
        """The months that are chosen, though it may not be said yet that they are meant."""
        return self._shown()

    @Property(bool, notify=changed)
    def asking(self) -> bool:
        """Whether it is to be said first that they are meant, for entries would go."""
        return self._asked > 0

    @Property(str, notify=changed)
    def since(self) -> str:
        """The first day of which entries are kept, or "" where all are."""
        if not self._shown():
            return ""
        since = kept_since(self._today(), self._shown())
        return QLocale().toString(QDate(since.year, since.month, since.day), "d MMMM yyyy")

    @Slot(int)
    def choose(self, months: int) -> None:
        """Choose how long; where that is shorter than before, it is asked whether it is meant."""
        now = self._preferences.settings.keep_months
        shorter = months > 0 and (months < now or not now)
        self._asked = months if shorter else 0
        if not shorter:
            self._preferences.set(keep_months=months)
        self.changed.emit()

    @Slot()
    def mean(self) -> None:
        """It is meant: what is older goes now."""
        months, self._asked = self._asked, 0
        self._preferences.set(keep_months=months)
        self.changed.emit()
        self._let_go(meant=True)

    @Slot()
    def leave(self) -> None:
        """It was not meant, or the page is left."""
        self._asked = 0
        self.changed.emit()

    @Slot()
    def apply(self) -> None:
        """Let go what is older by now, once a day."""
        if self._done_on != self._today():
            self._let_go()

    def _let_go(self, *, meant: bool = False) -> None:
        today, months = self._today(), self._preferences.settings.keep_months

        def gone(entries: int) -> None:
            self._done_on = today
            if entries:
                self.forgotten.emit()

        if months:
            self._jobs.run(lambda: forget_older(self._journal, today, months, meant=meant), gone, self._not_gone)

    def _shown(self) -> int:
        return self._asked or self._preferences.settings.keep_months

    def _not_gone(self, failure: Failure) -> None:
        if failure.code != "journal-locked":  # it is done once that is open
            self.failed.emit(failure)
