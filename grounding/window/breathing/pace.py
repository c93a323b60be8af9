"""The person's own pace on the screen: followed by key, pointer or tap, and led from there by four steps."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.settings import Look
from grounding.sitting import pacing
from grounding.sitting.sitting import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.sitting.sitting import Sitting
    from grounding.window.breathing.run import Run
    from grounding.window.preferences import Preferences

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

_UP_MS = 12
"""Shorter than a frame; X servers tell a held key as up and down again, within a millisecond or a few."""


@QmlElement
class Pace(QObject):
    """What may be done with the pace of the breath in the present part, and doing it."""

    changed = Signal()
    told = Signal(str)
    """What came of a step somebody asked for, in a sentence."""

    def __init__(self, *, run: Run, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run, self._preferences = run, preferences
        self._shown: tuple[object, ...] = ()
        self._part: int | None = None
        self._asked = ""
        self._let_go = QTimer(self, singleShot=True)
        self._let_go.timeout.connect(lambda: self.turn(False))
        run.begun.connect(self._begin)
        run.goneOn.connect(self._begin)
        run.changed.connect(self._look)
        run.moved.connect(self._look)
        preferences.changed.connect(self._look)

    # What is

    @Property(bool, notify=changed)
    def follows(self) -> bool:
        """Whether the orb goes with the person, or rests until they breathe."""
        sitting = self._run.sitting
        return sitting is not None and sitting.state is not State.ENDED and pacing.is_followed(sitting)

    @Property(bool, notify=changed)
    def leads(self) -> bool:
        """Whether the breath can be made a little slower or faster: it is paced, or the person's rhythm is known."""
        sitting = self._run.sitting
        if sitting is None or sitting.state is State.ENDED or not pacing.breathes(sitting):
            return False
        return not pacing.is_followed(sitting) or sitting.lungs.rhythm is not None

    @Property(bool, notify=changed)
    def filling(self) -> bool:
        """Whether the person breathes in, as far as they have told."""
        sitting = self._run.sitting
        return sitting is not None and sitting.lungs.filling

    @Property(str, notify=changed)
    def line(self) -> str:
        """One quiet line: how to be followed, how quickly they breathe, or what was asked for last."""
        sitting = self._run.sitting
        if sitting is None or not pacing.breathes(sitting):
            return ""
        if not self.follows:
            return self._asked
        rhythm = sitting.lungs.rhythm
        if rhythm is not None:
            return self.tr("about {rate} a minute, an estimate").format(rate=round(rhythm.a_minute))
        if sitting.lungs.turns:
            return self.tr("not sure yet") if sitting.lungs.taps else ""
        return self._how

    @property
    def _how(self) -> str:
        """How to be followed."""
        if self._preferences.settings.one_key:
            return self.tr("Hold the key to breathe in, or tap, or rest. Eight seconds let you choose something.")
        if self._preferences.shown_look is Look.ORB:
            return self.tr("Hold Enter or the circle to breathe in, or tap, or rest.")
        return self.tr("Hold Enter or the middle of the page to breathe in, or tap, or rest.")

    # What may be done

    @Slot(bool)
    def turn(self, filling: bool) -> None:
        """The person begins to breathe in, or out."""
        self._let_go.stop()
        self._run.change(partial(pacing.turned, filling=filling))

    @Slot(bool)
    def key(self, down: bool) -> None:
        """A key goes down, or up: what is down again at once, as a key that repeats itself is, was never up."""
        if down:
            self.turn(True)
        else:
            self._let_go.start(_UP_MS)

    @Slot()
    def lift(self) -> None:
        """A key that is still held is held for something else: the breath goes on as if it were lifted, softly."""
        self._let_go.stop()
        self._run.change(pacing.lifted)

    @Slot()
    def slower(self) -> None:
        """Lead a little slower."""
        longer = 1 + self._preferences.settings.lead_percent / 100
        step = partial(pacing.slower, slowest_a_minute=self._slowest, longer=longer)
        self._do(step, self.tr("A little slower."), self.tr("It is as slow as you chose in Settings."))

    @Slot()
    def faster(self) -> None:
        """Lead a little faster."""
        step = partial(pacing.faster, slowest_a_minute=self._slowest)
        self._do(step, self.tr("A little faster."), self.tr("It goes no faster than this."))

    @Slot()
    def stay(self) -> None:
        """Stay in the rhythm of this breath."""
        stays = self.tr("It stays as it is now.")
        self._do(pacing.stay, stays, stays)

    @Slot()
    def back(self) -> None:
        """Go back to the person's own."""
        self._do(pacing.back, self.tr("Back to yours."), self.tr("It is with you."))

    @property
    def _slowest(self) -> float:
        return self._preferences.settings.slowest

    def _do(self, step: Callable[[Sitting, float], Sitting], asked: str, nothing: str) -> None:
        """Do a step and tell what came of it: it is `asked`, or `nothing` where there was nothing to do."""
        if not self.leads:
            if self.follows:
                self.told.emit(self.tr("First a few breaths of yours."))
            return
        self._asked = asked if self._run.change(step) else nothing
        self._look()
        self.told.emit(self._asked)

    def _begin(self) -> None:
        self._part, self._asked = None, ""

    @Slot()
    def _look(self) -> None:
        sitting = self._run.sitting
        if sitting is not None and sitting.part != self._part:
            self._part, self._asked = sitting.part, ""
        shown = (self.follows, self.leads, self.filling, self.line)
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()
