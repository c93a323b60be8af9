"""One breath of one's own on its page: its line, its strokes row by row, its name, and how it may be changed."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, QPointF, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.breath.course import Course
from grounding.breath.drawing import (
    Drawing,
    a_minute,
    added,
    at_next_rate,
    holding,
    lengthened,
    levelled,
    removed,
)
from grounding.breath.own import NAME_CHARACTERS, STROKE_LEAST_S, STROKE_MOST_S, STROKES_LEAST, STROKES_MOST, held_s
from grounding.breath.patterns import GENTLE
from grounding.breath.segment import STILL
from grounding.breath.stroke import Pattern, Stroke
from grounding.practice.fields import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grounding.breath.drawing import Strokes
    from grounding.breath.segment import Segment
    from grounding.window.breathing.breath_trial import BreathTrial

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

_POINTS = 160
"""Of the line: closer together than they would be seen apart."""
_NEAR_LEVEL = 0.04
"""A handle that is dragged so near to the level before it holds it."""


@QmlElement
class DrawnBreath(QObject):
    """The breath that is drawn; whatever is done to it, it is one that may be kept, and is."""

    changed = Signal()
    named = Signal()
    kept = Signal(object)
    """It is another than before: a pattern to keep."""

    def __init__(self, *, trial: BreathTrial, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._trial = trial
        self._key, self._name = "", ""
        self._drawing = Drawing(strokes=GENTLE.strokes)
        self._limit = ""
        self._lay_out()

    def show(self, pattern: Pattern) -> None:
        """Show a pattern to be changed."""
        self._key, self._name, self._limit = pattern.id, pattern.name, ""
        self._drawing = Drawing(strokes=pattern.strokes)
        self._lay_out()
        self.changed.emit()
        self.named.emit()

    @property
    def pattern(self) -> Pattern:
        """What is drawn, as it may be kept."""
        return Pattern(id=self._key, name=self._name, strokes=self._strokes)

    @property
    def _strokes(self) -> Strokes:
        return self._drawing.strokes

    # What is

    @Property(str, notify=named)
    def name(self) -> str:
        return self._name

    @Property(int, notify=named)
    def nameLength(self) -> int:
        return NAME_CHARACTERS

    @Property(int, notify=changed)
    def count(self) -> int:
        return len(self._strokes)

    @Property(list, notify=changed)
    def rows(self) -> list[dict[str, Any]]:
        """Each stroke: what it is, its seconds, the level it goes to in hundredths, and when it ends."""
        return self._rows

    @Property(list, notify=changed)
    def line(self) -> list[QPointF]:
        """Points of the line: seconds, and how far from full the orb is there."""
        return self._line

    @Property(float, notify=changed)
    def seconds(self) -> float:
        """How long the whole breath takes."""
        return self.pattern.seconds

    @Property(str, notify=changed)
    def told(self) -> str:
        """The strokes in words."""
        each = (self._told(before, stroke) for before, stroke in self.pattern.pairs())
        return ", ".join(each)

    @Property(str, notify=changed)
    def rate(self) -> str:
        """How many breaths a minute has, in words."""
        return self.rate_of(self._strokes)

    def rate_of(self, strokes: Strokes) -> str:
        """Return how many breaths a minute has, in words, to a tenth."""
        exact = a_minute(strokes)
        told = (
            self.tr("{rate} breaths a minute") if exact == round(exact, 1) else self.tr("About {rate} breaths a minute")
        )
        return told.format(rate=f"{exact:.1f}".removesuffix(".0"))

    @Property(bool, notify=changed)
    def holds(self) -> bool:
        return self.pattern.holds

    @Property(str, notify=changed)
    def limit(self) -> str:
        """Why the last change went less far than was asked, in one sentence, or ""."""
        return self._limit

    @Property(bool, notify=changed)
    def mayUndo(self) -> bool:
        return bool(self._drawing.past)

    @Property(bool, notify=changed)
    def mayRedo(self) -> bool:
        return bool(self._drawing.future)

    @Property(bool, notify=changed)
    def mayAdd(self) -> bool:
        return len(self._strokes) < STROKES_MOST

    @Property(bool, notify=changed)
    def mayRemove(self) -> bool:
        return len(self._strokes) > STROKES_LEAST

    # What may be done

    @Slot(int, float)
    def lengthen(self, at: int, seconds: float) -> None:
        """Let a stroke take so many seconds, or as near to them as it can."""
        made = lengthened(self._strokes, at, seconds)
        self._change(made, f"seconds {at}", limit=self._why(made, at, seconds))

    @Slot(int, float)
    def level(self, at: int, hundredths: float) -> None:
        """Let a stroke go to another level."""
        self._change(levelled(self._strokes, at, hundredths / 100), f"level {at}")

    @Slot(int, float, float)
    def draw(self, at: int, seconds: float, to: float) -> None:
        """Drag the end of a stroke to another second of its own, and another level."""
        before = self._strokes[at - 1].to if at else 0.0
        level = before if abs(to - before) < _NEAR_LEVEL and at else round(20 * to) / 20
        made = lengthened(self._strokes, at, seconds)
        limit = self._why(made, at, seconds)
        self._change(levelled(made, at, level), f"draw {at}", limit=limit)

    @Slot(int, bool)
    def hold(self, at: int, on: bool) -> None:
        """Let a stroke hold, or move."""
        self._change(holding(self._strokes, at, on))

    @Slot(int)
    def add(self, after: int) -> None:
        """Put a short stroke after one."""
        self._change(added(self._strokes, after))

    @Slot(int)
    def remove(self, at: int) -> None:
        """Take a stroke out."""
        self._change(removed(self._strokes, at))

    @Slot()
    def slower(self) -> None:
        """Go to the next half step of breaths a minute."""
        self._change(at_next_rate(self._strokes, slower=True), "rate")

    @Slot()
    def faster(self) -> None:
        """Go to the next half step of breaths a minute, the other way."""
        self._change(at_next_rate(self._strokes, slower=False), "rate")

    @Slot()
    def settle(self) -> None:
        """What is being dragged or typed is done: the next change is one of its own."""
        self._drawing = self._drawing.settled()

    @Slot()
    def undo(self) -> None:
        self._limit = ""
        self._become(self._drawing.undone())

    @Slot()
    def redo(self) -> None:
        self._limit = ""
        self._become(self._drawing.redone())

    @Slot(str)
    def rename(self, typed: str) -> None:
        """Take what is typed as its name; while there is nothing of one, the last one stays."""
        name = plain(typed, most=NAME_CHARACTERS)
        if name and name != self._name:
            self._name = name
            self.named.emit()
            self.kept.emit(self.pattern)

    @Slot()
    def play(self) -> None:
        """Let the orb breathe in it."""
        self._trial.play(self.pattern)

    @Slot()
    def leave(self) -> None:
        """The page is left."""
        self._trial.stop()

    # Within

    def _change(self, strokes: Strokes, gesture: str = "", *, limit: str = "") -> None:
        self._limit = limit
        self._become(self._drawing.changed(strokes, gesture))

    def _become(self, drawing: Drawing) -> None:
        other = drawing.strokes != self._strokes
        self._drawing = drawing
        if other:
            self._lay_out()
        self.changed.emit()
        if other:
            self.play()
            self.kept.emit(self.pattern)

    def _lay_out(self) -> None:
        """Work out once what the page asks for many times."""
        pairs = self.pattern.pairs()
        ends = accumulate(stroke.seconds for stroke in self._strokes)
        self._rows = [
            {
                "what": self._what(before, stroke),
                "seconds": stroke.seconds,
                "level": round(100 * stroke.to),
                "hold": stroke.to == before,
                "ends": end_s,
            }
            for (before, stroke), end_s in zip(pairs, ends, strict=True)
        ]
        seconds = self.pattern.seconds
        pieces = Course(pattern=self.pattern).segments(0.0, seconds - STILL)
        self._line = [QPointF(t_s, 1 - piece.at(t_s).fullness) for piece in pieces for t_s in _times(piece, seconds)]

    def _why(self, made: Strokes, at: int, seconds: float) -> str:
        """Return why a stroke did not become as long as was asked."""
        got = made[at].seconds
        if got > seconds + 0.25:
            least = got == STROKE_LEAST_S
            return (
                self.tr("A stroke takes half a second or more here.")
                if least
                else self.tr("In and out together take three seconds or more here.")
            )
        if got < seconds - 0.25 and list(held_s(made))[at]:
            return self.tr("Holds side by side take up to twenty seconds here.")
        if got < seconds - 0.25 and seconds > STROKE_MOST_S:
            return self.tr("A stroke takes up to twenty seconds here.")
        return ""

    def _what(self, before: float, stroke: Stroke) -> str:
        if stroke.to == before:
            return self.tr("hold") if before else self.tr("rest")
        return self.tr("in") if stroke.to > before else self.tr("out")

    def _told(self, before: float, stroke: Stroke) -> str:
        return self.tr("{what} for {seconds} s").format(what=self._what(before, stroke), seconds=f"{stroke.seconds:g}")


def _times(piece: Segment, whole_s: float) -> Iterator[float]:
    """Yield the seconds of the points in one piece of a line that lasts `whole_s`: of a hold its ends alone."""
    steps = 1 if piece.held else max(6, round(_POINTS * piece.seconds / whole_s))
    return (piece.at_s + piece.seconds * step / steps for step in range(steps + 1))
