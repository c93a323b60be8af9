"""The breaths of one's own: which there are, and how they are kept, begun and deleted."""

from __future__ import annotations

import secrets
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.breath.drawing import drawn_from
from grounding.breath.patterns import PATTERNS
from grounding.breath.stroke import Pattern
from grounding.practice.own_patterns import by_name
from grounding.window.shelf.shelf_model import BREATHE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grounding.base.failure import Failure
    from grounding.base.jobs import Jobs
    from grounding.base.wording import Wording
    from grounding.practice.own_patterns import OwnPatterns
    from grounding.window.breathing.drawn_breath import DrawnBreath
    from grounding.window.shelf.shelf_model import ShelfModel

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

AGAIN_MS = 3000
"""How long until it is tried again to write what could not be written."""
BEGIN_FROM = [key for key, each in PATTERNS.items() if each.strokes and each.breaths != 1]
"""A single sigh has the strokes of sigh after sigh."""


@QmlElement
class Breaths(QObject):
    """The list of them, and the way of each to the disk: the latest of it is written, one at a time."""

    changed = Signal()
    undoChanged = Signal()
    cameBack = Signal(str)
    failed = Signal(object)
    written = Signal()

    def __init__(
        self,
        *,
        own: OwnPatterns,
        shelf: ShelfModel,
        drawn: DrawnBreath,
        jobs: Jobs,
        wording: Wording,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._own, self._shelf, self._drawn, self._jobs, self._wording = own, shelf, drawn, jobs, wording
        self._waiting: dict[str, Pattern | None] = {}
        """What is to be written, or deleted (None), and is not on its way to the disk yet."""
        self._going: dict[str, Pattern | None] | None = None
        """What is on its way to the disk."""
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._write_on)
        self._refused = False
        """Whether it has been said that it cannot be written."""
        self._deleted: tuple[tuple[Pattern, str], ...] = ()
        """What was deleted since the page was opened, with the breath that was chosen then; the last of them last."""
        self._tried = False
        drawn.kept.connect(self._keep)
        shelf.patternsChanged.connect(self.changed)

    # What is

    @Property(list, notify=changed)
    def rows(self) -> list[dict[str, Any]]:
        """Each of them: id, name, and breaths a minute with whether the breath is held."""
        return [self._told(each) for each in self._shelf.own_patterns]

    def _told(self, pattern: Pattern) -> dict[str, Any]:
        rate = self._drawn.rate_of(pattern.strokes)
        told = self.tr("{rate}, with holds").format(rate=rate) if pattern.holds else rate
        return {"id": pattern.id, "name": pattern.name, "told": told}

    @Property(list, notify=changed)
    def beginnings(self) -> list[dict[str, Any]]:
        """The patterns that a new one may begin from."""
        return [{"id": key, "name": self._wording.name("patterns", key)} for key in BEGIN_FROM]

    @Property(bool, notify=undoChanged)
    def mayUndo(self) -> bool:
        """Whether a deletion can still be taken back."""
        return bool(self._deleted)

    @Property(bool, notify=changed)
    def tried(self) -> bool:
        """Whether the one that is shown was breathed in, and no other shown since."""
        return self._tried

    @property
    def behind(self) -> bool:
        """Whether any of it is not on the disk, or on its way there."""
        return bool(self._waiting)

    # Going about

    @Slot(str)
    def open(self, key: str) -> None:
        """Show one of them to be changed."""
        self._tried = False
        self._drawn.show(self._known()[key])

    @Slot(str)
    def begin(self, pattern: str) -> None:
        """Show a new one, which begins as another; it is kept once anything of it is changed."""
        self._tried = False
        strokes = drawn_from(PATTERNS[pattern])
        self._drawn.show(Pattern(id=f"mine-{secrets.token_hex(4)}", name=self._free_name(), strokes=strokes))

    def breathed(self) -> Pattern:
        """Return the one that is shown, to be breathed in, and keep it; where `breathe` is chosen, so is this."""
        pattern = self._drawn.pattern
        if pattern.id not in self._known():
            self._keep(pattern)
        if self._shelf.choice() == BREATHE:
            self._shelf.choosePattern(pattern.id)
        self._tried = True
        return pattern

    @Slot()
    def delete(self) -> None:
        """Delete the one that is shown."""
        pattern = self._drawn.pattern
        known = self._known()
        if known.pop(pattern.id, None) is None:
            return
        self._deleted = (*self._deleted, (pattern, self._shelf.chosen_pattern))
        self._shelf.own_are(by_name(known.values()))
        self._put(pattern.id, None)
        self.undoChanged.emit()

    @Slot()
    def undo(self) -> None:
        """Take the last deletion back."""
        if not self._deleted:
            return
        *before, (pattern, chosen) = self._deleted
        self._deleted = tuple(before)
        self._keep(pattern)
        if chosen == pattern.id:
            self._shelf.choosePattern(chosen)
        self.undoChanged.emit()
        self.cameBack.emit(pattern.id)

    @Slot()
    def leave(self) -> None:
        """The list is left: what was deleted is gone."""
        self._deleted = ()
        self.undoChanged.emit()

    def close(self) -> None:
        """Bring the last of it to the disk."""
        if self._waiting:
            self._write()

    def forget(self) -> None:
        """Write nothing more, and bring nothing back: it is deleted."""
        self._waiting, self._going, self._deleted = {}, None, ()
        self._again.stop()
        self.undoChanged.emit()

    # Within

    def _known(self) -> dict[str, Pattern]:
        return {each.id: each for each in self._shelf.own_patterns}

    def _free_name(self) -> str:
        name = self.tr("A breath of mine")
        taken = {each.name for each in self._shelf.own_patterns}
        names = (name, *(f"{name} {number}" for number in range(2, len(taken) + 2)))
        return next(each for each in names if each not in taken)

    def _keep(self, pattern: Pattern) -> None:
        self._shelf.own_are(by_name((self._known() | {pattern.id: pattern}).values()))
        self._put(pattern.id, pattern)

    def _put(self, key: str, pattern: Pattern | None) -> None:
        self._waiting[key] = pattern
        self._refused = False
        self._write_on()

    def _write_on(self) -> None:
        if self._waiting and self._going is None:
            self._write()

    def _write(self) -> None:
        going, self._waiting = self._waiting, {}
        self._going = going
        self._jobs.run(
            partial(_write, self._own, going), partial(self._written, going), partial(self._not_written, going)
        )

    def _written(self, going: dict[str, Pattern | None], _nothing: None) -> None:
        if self._going is going:
            self._going, self._refused = None, False
            self._write_on()
            self.written.emit()

    def _not_written(self, going: dict[str, Pattern | None], failure: Failure) -> None:
        """Say so, once; it is tried again in a moment, with the next change, and when the window closes."""
        if self._going is going:
            self._going = None
            self._waiting = going | self._waiting
            self._again.start()
            if not self._refused:
                self._refused = True
                self.failed.emit(failure)


def _write(own: OwnPatterns, going: Mapping[str, Pattern | None]) -> None:
    for key, pattern in going.items():
        if pattern is None:
            own.delete(key)
        else:
            own.write(pattern)
