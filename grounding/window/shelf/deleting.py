"""A practice of one's own deleted from the shelf; until the page is left it can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.failure import Failure
from grounding.base.settings import Settings
from grounding.practice.giving.shelving import put_on_shelf, take_back
from grounding.practice.reading import read_practice
from grounding.window.shelf.aside import Aside, bring_back, delete_waiting, set_aside

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from grounding.base.jobs import Jobs, Result
    from grounding.practice.giving.shelving import Opened
    from grounding.practice.practice import Practice
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
    instead: Practice | None = None
    """What has taken its place."""


@QmlElement
class Deleting(QObject):
    """What was deleted from the shelf, or replaced on it, since the page was opened."""

    undoChanged = Signal()
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

        def gone(aside: Aside) -> None:
            self._deleted = (*self._deleted, Gone(aside=aside, key=practice.id, pattern=pattern))
            self._shelf.read()
            self._shelf.choose(Settings().practice)
            self.undoChanged.emit()

        self._once(partial(set_aside, practice, self._own), gone)

    def replace(self, key: str, opened: Opened, done: Callable[[str], None], failed: Callable[[Failure], None]) -> None:
        """Put an opened practice in the place of one's own; it comes before that goes, so that an end loses neither."""
        practice, pattern = self._shelf.practice(key), self._preferences.settings.pattern

        def put() -> Gone:
            file = put_on_shelf(opened, self._own, key)
            try:
                aside = set_aside(practice, self._own)
            except Failure:
                take_back(file, opened)
                raise
            return Gone(aside=aside, key=key, pattern=pattern, instead=read_practice(file))

        def gone(last: Gone) -> None:
            self._deleted = (*self._deleted, last)
            done(key)
            self.undoChanged.emit()

        self._jobs.run(put, gone, failed)

    @Slot()
    def undo(self) -> None:
        """Take the last deletion back, or what was replaced."""
        if self._working or not self._deleted:
            return
        last = self._deleted[-1]

        def bring() -> None:
            if last.instead is not None:
                set_aside(last.instead, self._own)
            bring_back(last.aside)

        def back(_nothing: None) -> None:
            self._deleted = tuple(each for each in self._deleted if each is not last)
            self._shelf.read()
            self._shelf.choose(last.key)
            self._shelf.choosePattern(last.pattern)
            self.undoChanged.emit()
            self.cameBack.emit()

        self._once(bring, back)

    @Slot()
    def leave(self) -> None:
        """The page is left, or the program has begun: what was deleted is gone for good."""
        self._over()
        self._jobs.run(partial(delete_waiting, self._own), self._over, self.failed.emit)

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

    def _over(self, _nothing: None = None) -> None:
        """Forget what was deleted; that includes what was on its way when the page was left."""
        self._deleted = ()
        self.undoChanged.emit()
