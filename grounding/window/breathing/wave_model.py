"""The wave on the screen: in pieces that are drawn once, and drawn anew only where a change has bent them."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.sitting.sitting import State
from grounding.sitting.wave import AHEAD_S, BEHIND_S, Wave

if TYPE_CHECKING:
    from grounding.window.breathing.run import Run

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

PIECE_S = 2.0
"""Few pieces, so that what is laid anew as they move is soon told: a tenth less work than with four times as many."""
_STEPS = 40
"""Into how many straight lines a piece is cut; at 144 pixels a piece they are off by a twentieth of one."""
_FLAT = 0.002
"""Fullness below which the line is the still one of rest."""


@QmlElement
class WaveModel(QObject):
    """What the wave shows of the sitting that runs."""

    bent = Signal()
    """What lies ahead is another, or whether it is known."""
    movingChanged = Signal()

    def __init__(self, *, run: Run, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._wave: Wave | None = None
        self._bends, self._known = 0, True
        self._moving = self._shown = False
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._look)
        run.begun.connect(self._begin)
        run.moved.connect(self._go_on)

    @Property(bool, notify=bent)
    def known(self) -> bool:
        """Whether what lies ahead is known; where somebody is followed it is not."""
        return self._known

    @Property(int, notify=bent)
    def bends(self) -> int:
        """How often it was bent."""
        return self._bends

    @Property(bool, notify=movingChanged)
    def moving(self) -> bool:
        """Whether there is anything to see that goes by."""
        return self._moving

    @Property(float, notify=bent)
    def pieceS(self) -> float:
        """The length of a piece."""
        return PIECE_S

    @Property(float, notify=bent)
    def aheadS(self) -> float:
        """How far ahead the next turns are seen coming."""
        return AHEAD_S

    @Slot(int, int, int, result=list)
    def piece(self, number: int, _bends: int, _first: int) -> list[float]:
        """Return fullness along a piece, from a step before it to a step after it.

        It is another after a bend; and where somebody is followed, nothing is drawn but what is about to be breathed.
        """
        unknown = not self._known and (number - 1) * PIECE_S > self._run.own_s
        if self._wave is None or unknown:
            return [0.0] * (_STEPS + 3)
        times_s = [(number + step / _STEPS) * PIECE_S for step in range(-1, _STEPS + 2)]
        return [round(level, 4) for level in self._wave.line(times_s)]

    @Slot(bool)
    def show(self, shown: bool) -> None:
        """Begin or cease to look for what comes."""
        self._shown = shown
        self._look()

    @Slot()
    def pass_on(self) -> None:
        """Another piece has come."""
        self._look()

    @Slot()
    def _begin(self) -> None:
        self._wave = None

    @Slot()
    def _go_on(self) -> None:
        sitting = self._run.sitting
        if sitting is None:
            return
        before, own_s = self._wave, self._run.own_s
        self._wave = Wave.of(sitting) if before is None else before.gone_on(sitting, own_s)
        if self._wave is not before:
            self._known = self._wave.known(own_s)
            self._bends += 1
            self.bent.emit()
        self._look()

    @Slot()
    def _look(self) -> None:
        """See whether anything goes by, and look again when the next part comes into sight."""
        sitting, moving = self._run.sitting, False
        self._soon.stop()
        if self._shown and self._wave is not None and sitting is not None and sitting.state is State.RUNNING:
            own_s = self._run.own_s
            whole = range(-ceil(BEHIND_S / PIECE_S), ceil(AHEAD_S / PIECE_S) + 2 if self._known else 1)
            moving = max(self._wave.line(own_s + PIECE_S * each for each in whole)) > _FLAT
            if not moving and sitting.ends_s is not None and sitting.ends_s > own_s + AHEAD_S:
                self._soon.start(round((sitting.ends_s - own_s - AHEAD_S) * 1000))
        if moving != self._moving:
            self._moving = moving
            self.movingChanged.emit()
