"""A practice of one's own deleted from the shelf; until the window closes it can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.failure import Failure
from grounding.base.settings import Settings
from grounding.practice.giving.shelving import put_on_shelf, take_back
from grounding.window.shelf.aside import Aside, bring_back, delete_waiting, set_aside, still_waiting, trace

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.jobs import Jobs, Result
    from grounding.practice.giving.shelving import Opened
    from grounding.window.preferences import Preferences
    from grounding.window.shelf.shelf_model import ShelfModel

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A practice that was deleted or replaced: where it waits, its id, and the pattern that was chosen for it."""

    aside: Aside
    key: str
    pattern: str
    instead: Path | None = None
    """The file of what has taken its place."""
    trace: tuple[tuple[str, int, int], ...] = ()
    """The files of that as they came; where they are others since, it must not be lost either."""


@QmlElement
class Deleting(QObject):
    """What was deleted from the shelf, or replaced on it, since the window was opened."""

    undoChanged = Signal()
    gone = Signal()
    """Something was deleted, or replaced, just now."""
    cameBack = Signal()
    """A practice is on the shelf again, and chosen."""
    failed = Signal(object)

    def __init__(
        self, *, shelf: ShelfModel, preferences: Preferences, own: Path, jobs: Jobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shelf, self._preferences, self._own, self._jobs = shelf, preferences, own, jobs
        self._deleted: tuple[Gone, ...] = ()
        """The last of them last."""
        self._goes_on = False
        """Whether the program begins anew behind the same window."""
        self._working = False

    @Property(bool, notify=undoChanged)
    def mayUndo(self) -> bool:
        """Whether a deletion can still be taken back."""
        return bool(self._deleted)

    @Property(bool, notify=undoChanged)
    def replaced(self) -> bool:
        """Whether the last of them has made room for another one."""
        return bool(self._deleted) and self._deleted[-1].instead is not None

    @Slot()
    def delete(self) -> None:
        """Delete the chosen practice, which is one's own."""
        if self._working:
            return
        practice = self._shelf.practice(self._shelf.choice())
        pattern = self._preferences.settings.pattern

        def deleted(aside: Aside) -> None:
            self._deleted = (*self._deleted, Gone(aside=aside, key=practice.id, pattern=pattern))
            self._shelf.read()
            self._shelf.choose(Settings().practice)
            self.undoChanged.emit()
            self.gone.emit()

        self._once(partial(set_aside, Path(practice.file), self._own), deleted)

    def replace(self, key: str, opened: Opened, done: Callable[[str], None], failed: Callable[[Failure], None]) -> None:
        """Put an opened practice in the place of one's own; it comes before that goes, so that an end loses neither."""
        practice, pattern = self._shelf.practice(key), self._preferences.settings.pattern

        def put() -> Gone:
            file = put_on_shelf(opened, self._own, key)
            try:
                aside = set_aside(Path(practice.file), self._own)
            except Failure:
                take_back(file, opened)
                raise
            return Gone(aside=aside, key=key, pattern=pattern, instead=file, trace=trace(file, self._own))

        def replaced(last: Gone) -> None:
            self._deleted = (*self._deleted, last)
            done(key)
            self.undoChanged.emit()
            self.gone.emit()

        self._jobs.run(put, replaced, failed)

    @Slot()
    def undo(self) -> None:
        """Take the last deletion back, or what was replaced."""
        if self._working or not self._deleted:
            return
        last = self._deleted[-1]

        def back(newer: Gone | None) -> None:
            self._deleted = tuple(each for each in self._deleted if each is not last)
            if newer is not None:
                self._deleted = (*self._deleted, newer)
            self._shelf.read()
            self._shelf.choose(last.key)
            self._shelf.choosePattern(last.pattern)
            self.undoChanged.emit()
            self.cameBack.emit()

        self._once(partial(_bring, last, self._own), back)

    # The window opens and closes

    def begin(self, names: str) -> None:
        """Delete for good what was deleted before, but for these folders where the window has been there all along."""

        def found() -> tuple[tuple[str, Aside], ...]:
            waits = tuple(still_waiting(names.split(), self._own))
            if not waits:
                delete_waiting(self._own)
            return waits

        def known(waits: tuple[tuple[str, Aside], ...]) -> None:
            before = tuple(
                Gone(aside=aside, key=key, pattern="", instead=self._shelf.file(key, self._own)) for key, aside in waits
            )
            self._deleted = (*before, *self._deleted)
            self.undoChanged.emit()

        self._jobs.run(found, known, self.failed.emit)

    def wait(self) -> str:
        """Let the way back outlive the program, which begins anew; return the names of the folders."""
        self._goes_on = True
        return " ".join(each.aside.waits.name for each in self._deleted)

    def forget(self) -> None:
        """Bring nothing back: all of it is deleted."""
        self._deleted = ()
        self.undoChanged.emit()

    def close(self) -> None:
        """Delete for good what was deleted: the window closes."""
        if not self._goes_on:
            self._jobs.run(partial(delete_waiting, self._own), failed=self.failed.emit)

    # Within

    def _once(self, work: Callable[[], Result], done: Callable[[Result], None]) -> None:
        """Do it, and until it is done nothing else: a key pressed twice means it once."""
        self._working = True

        def over(result: Result) -> None:
            self._working = False
            done(result)

        def failed(failure: Failure) -> None:
            self._working = False
            self.failed.emit(failure)

        self._jobs.run(work, over, failed)


def _bring(last: Gone, own: Path) -> Gone | None:
    """Bring it back; return what had taken its place where that has been changed since, for it waits now instead.

    Raises:
        Failure: `practice-not-back` and `practice-not-deleted`; all is then where it was.
    """
    if last.instead is None:
        bring_back(last.aside)
        return None
    changed = trace(last.instead, own) != last.trace
    aside = set_aside(last.instead, own)
    try:
        bring_back(last.aside)
    except Failure:
        bring_back(aside)
        raise
    return Gone(aside=aside, key=last.key, pattern=last.pattern, instead=last.aside.file) if changed else None
