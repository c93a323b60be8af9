"""A breath of one's own on the orb while it is drawn: each change goes on from the present fullness and speed."""

from __future__ import annotations

from math import inf, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.breath.course import Course
from grounding.breath.drawing import along
from grounding.breath.patterns import OWN_PACE

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.wording import Wording
    from grounding.breath.stroke import Pattern

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class BreathTrial(QObject):
    """The orb beside the line; `look` is called once a frame while it moves."""

    moved = Signal()
    changed = Signal()

    def __init__(self, *, now: Callable[[], float], wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now, self._wording = now, wording
        self._course = Course()
        self._moving = False
        self._phase = ""
        self._fullness = self._ring = 0.0
        self._along = -1.0

    @property
    def course(self) -> Course:
        """The breath as it goes, by the window's clock."""
        return self._course

    @Property(float, notify=moved)
    def fullness(self) -> float:
        return self._fullness

    @Property(float, notify=moved)
    def ring(self) -> float:
        """How far the ring has brightened in a hold, 0 to 1."""
        return self._ring

    @Property(float, notify=moved)
    def along(self) -> float:
        """Where on the line the breath is, in seconds from its beginning; -1 where it is nowhere on it."""
        return self._along

    @Property(bool, notify=changed)
    def playing(self) -> bool:
        """Whether the orb breathes; where not, it is at rest or on its way there."""
        return bool(self._course.pattern.strokes)

    @Property(bool, notify=changed)
    def moving(self) -> bool:
        """Whether there is anything to look at again."""
        return self._moving

    @Property(str, notify=changed)
    def phase(self) -> str:
        return self._phase

    def play(self, pattern: Pattern) -> None:
        """Breathe in a pattern from now on; what is under way is joined on to it."""
        if self._course.pattern != pattern:
            self._go_on(pattern)

    @Slot()
    def rest(self) -> None:
        """Come to rest."""
        if self.playing:
            self._go_on(OWN_PACE)

    @Slot()
    def look(self) -> None:
        """Show the breath as it is now."""
        now_s = self._now()
        piece = self._course.segment(now_s)
        level, place = piece.at(now_s), along(self._course, now_s)
        self._fullness = level.fullness
        self._ring = sin(pi * (now_s - piece.at_s) / piece.seconds) ** 2 if piece.held else 0.0
        self._along = -1.0 if place is None else place
        self.moved.emit()
        moving = piece.seconds < inf
        phase = self._wording.name("phases", level.phase.value) if moving else ""
        if (moving, phase) != (self._moving, self._phase):
            self._moving, self._phase = moving, phase
            self.changed.emit()

    def stop(self) -> None:
        """Be at rest at once: the page is left."""
        self._course = Course()
        self.look()
        self.changed.emit()

    def _go_on(self, pattern: Pattern) -> None:
        self._course = self._course.retimed(self._now(), pattern)
        self.look()
        self.changed.emit()
