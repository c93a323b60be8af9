"""The sitting as the window shows it: asked anew at every frame, told the time by the one clock."""

from __future__ import annotations

from dataclasses import replace
from math import pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.body.region import MEDICAL
from grounding.breath.course import Course
from grounding.breath.patterns import OWN_PACE, PATTERNS
from grounding.sitting.pacing import breathes
from grounding.sitting.sitting import Sitting, State
from grounding.window.breathing.seen import Seen, seen

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from grounding.base.clock import SessionClock
    from grounding.base.wording import Wording
    from grounding.breath.segment import Segment
    from grounding.sitting.score import Score

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

SLEPT_S = 2.0
"""A computer that slept longer than this comes back to a paused sitting."""
TOUCHED = 0.35
"""How bright the ring is at most while a key is held."""
_LATE_MS = 5
_PRECISE = 0
"""`Qt.TimerType.PreciseTimer`; to load the name takes 35 ms of every start."""


@QmlElement
class Run(QObject):
    """One sitting on the screen; `look` is called once a frame while the orb moves, and by a timer otherwise."""

    fullnessChanged = Signal()
    ringChanged = Signal()
    ownChanged = Signal()
    changed = Signal()
    begun = Signal()
    goneOn = Signal()
    """The sitting goes on with another practice, from its first part."""
    moved = Signal()
    """The sitting was changed by somebody: paused, resumed, gone on, or another breath."""
    ended = Signal()

    def __init__(self, *, clock: SessionClock, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._wording = wording
        self._sitting: Sitting | None = None
        self._steps = 0
        self._fullness = 0.0
        self._ring = 0.0
        self._own_s = 0.0
        course = Course()
        self._under_way = course, course.segment(0.0)
        self._seen = Seen()
        self._next = QTimer(self, singleShot=True)
        self._next.setProperty("timerType", _PRECISE)
        self._next.timeout.connect(self._look_closely)

    # What is

    @Property(float, notify=fullnessChanged)
    def fullness(self) -> float:
        return self._fullness

    @Property(float, notify=ringChanged)
    def ring(self) -> float:
        """How far the ring has brightened in a hold, or softly under a hand that is breathed with, 0 to 1."""
        return self._ring

    @Property(float, notify=ownChanged)
    def ownS(self) -> float:
        """The sitting's own time at the last look; it stands still in a pause."""
        return self._own_s

    @property
    def own_s(self) -> float:
        """The same, for Python."""
        return self._own_s

    @Property(str, notify=changed)
    def kind(self) -> str:
        return self._seen.kind

    @Property(str, notify=changed)
    def phase(self) -> str:
        return self._wording.name("phases", self._seen.phase) if self._seen.phase else ""

    @Property(str, notify=changed)
    def words(self) -> str:
        return self._seen.words

    @Property(str, notify=changed)
    def region(self) -> str:
        return self._seen.region

    @Property(bool, notify=changed)
    def medical(self) -> bool:
        return self._seen.region in {region.value for region in MEDICAL}

    @Property(int, notify=changed)
    def step(self) -> int:
        return self._seen.step

    @Property(int, notify=changed)
    def steps(self) -> int:
        return self._seen.steps

    @Property(bool, notify=changed)
    def paused(self) -> bool:
        return self._seen.paused

    @Property(bool, notify=changed)
    def running(self) -> bool:
        return self._seen.running

    @Property(bool, notify=changed)
    def moving(self) -> bool:
        return self._seen.moving

    @Property(bool, notify=changed)
    def holds(self) -> bool:
        return self._seen.holds

    @Property(bool, notify=changed)
    def ownBreath(self) -> bool:
        return self._seen.resting

    @Property(bool, notify=changed)
    def withBreath(self) -> bool:
        return self._seen.with_breath

    @Property(bool, notify=changed)
    def mayBreathe(self) -> bool:
        return self._seen.may_breathe

    @Property(bool, notify=changed)
    def lasts(self) -> bool:
        """Whether the part ends by itself, and so can be lengthened."""
        return self._seen.lasts

    @Property(bool, notify=changed)
    def again(self) -> bool:
        return self._seen.again

    @property
    def sitting(self) -> Sitting | None:
        """The sitting as it stands, or None before the first."""
        return self._sitting

    # What may be done

    def begin(self, score: Score, steps: int) -> None:
        """Begin a sitting now."""
        self._clock.slept_s()
        self._steps = steps
        self._change(Sitting.begin(score, self._clock.now_s()), first=self.begun)

    def go_on_with(self, score: Score, steps: int) -> None:
        """Go on with another practice; how one breathes, or that no breath is held, stays as it was chosen."""
        if self._sitting is not None:
            self._steps = steps
            self._change(self._sitting.gone_on_with(score, self._clock.now_s()), first=self.goneOn)

    def lay_anew(self, score: Score) -> None:
        """Lay out anew what lies ahead."""
        if self._sitting is not None:
            self._change(self._sitting.with_score(score, self._clock.now_s()))

    @Slot()
    def look(self) -> None:
        """Show the breath of this moment; called once a frame while the orb moves."""
        sitting = self._sitting
        if sitting is None:
            return
        if self._slept(sitting):
            return
        now_s = self._clock.now_s()
        piece = self._piece(sitting, sitting.own_s(now_s))
        if piece.phase.value != self._seen.phase or piece.seconds == float("inf"):
            self._look_closely()
        else:
            self._show_breath(sitting, now_s)

    @Slot()
    def _look_closely(self) -> None:
        """Show all that is now, and go on to the next part when its time has come."""
        if self._sitting is None or self._slept(self._sitting):
            return
        now_s = self._clock.now_s()
        now = self._sitting.at(now_s)
        if now is not self._sitting:
            self._change(now)
        else:
            self._show_breath(now, now_s)
            self._show(now, now_s)

    def _slept(self, sitting: Sitting) -> bool:
        """Whether the computer has slept meanwhile: then the sitting stands still until somebody goes on."""
        if sitting.state is not State.RUNNING or self._clock.slept_s() <= SLEPT_S:
            return False
        self._change(sitting.pause(self._clock.now_s()))
        return True

    @Slot()
    def pause(self) -> None:
        """Stand still."""
        self._to("pause")

    @Slot()
    def resume(self) -> None:
        """Go on."""
        self._to("resume")

    @Slot()
    def toggle(self) -> None:
        """Stand still, or go on."""
        self._to("resume" if self._seen.paused else "pause")

    @Slot()
    def next(self) -> None:
        """Go to the next part."""
        self._to("next")

    @Slot()
    def previous(self) -> None:
        """Go back to the part before."""
        self._to("previous")

    @Slot()
    def longer(self) -> None:
        """Stay in this part as long again."""
        self._to("longer")

    @Slot()
    def skipHold(self) -> None:
        """Go on without holds."""
        self._to("past_hold")

    @Slot()
    def stop(self) -> None:
        """End at once."""
        self._to("stop")

    @Slot(bool)
    def breatheWith(self, on: bool) -> None:
        """Let the orb breathe, or rest, in scans."""
        if self._sitting is not None:
            self._change(self._sitting.breathed_with(on, self._clock.now_s()))

    @Slot(bool)
    def breatheOwn(self, on: bool) -> None:
        """Let the orb rest for the person's own breath, or pace it again."""
        if self._sitting is None:
            return
        now_s = self._clock.now_s()
        part = self._sitting.at(now_s).now_part
        paced = part.pattern if part.pattern.strokes else PATTERNS["gentle"]
        self._change(self._sitting.breathed_as(OWN_PACE if on else paced, now_s))

    def change(self, step: Callable[[Sitting, float], Sitting]) -> bool:
        """Make the sitting what `step` makes of it at this moment; return whether that is another."""
        if self._sitting is None or self._sitting.state is State.ENDED:
            return False
        now_s = self._clock.now_s()
        before = self._sitting.at(now_s)
        changed = step(before, now_s)
        if changed is not before:
            self._change(changed)
        return changed is not before

    def _to(self, step: str) -> None:
        if self._sitting is not None and self._sitting.state is not State.ENDED:
            self._change(getattr(self._sitting, step)(self._clock.now_s()))

    def _change(self, sitting: Sitting, *, first: SignalInstance | None = None) -> None:
        before, self._sitting = self._sitting, sitting
        now_s = self._clock.now_s()
        self._show_breath(sitting, now_s)
        self._show(sitting, now_s)
        if first is not None:
            first.emit()  # before `moved`: what follows a sitting forgets the one before first
        self.moved.emit()
        was_over = before is not None and before.score is sitting.score and before.state is State.ENDED
        if sitting.state is State.ENDED and not was_over:
            self.ended.emit()

    def _show_breath(self, sitting: Sitting, now_s: float) -> None:
        own_s = sitting.own_s(now_s)
        piece = self._piece(sitting, own_s)
        fullness = piece.at(own_s).fullness
        hold = sin(pi * (own_s - piece.at_s) / piece.seconds) ** 2 if piece.held else 0.0
        ring = max(hold, TOUCHED * self._touch(sitting, own_s))
        if fullness != self._fullness:
            self._fullness = fullness
            self.fullnessChanged.emit()
        if ring != self._ring:
            self._ring = ring
            self.ringChanged.emit()
        if own_s != self._own_s:
            self._own_s = own_s
            self.ownChanged.emit()

    def _touch(self, sitting: Sitting, own_s: float) -> float:
        """Return how much is seen of the key that somebody breathes with, in the steps that a picture has."""
        felt = sitting.lungs.touch(own_s) if sitting.lungs.turns and breathes(sitting) else 0.0
        return round(255 * felt) / 255

    def _piece(self, sitting: Sitting, own_s: float) -> Segment:
        """Return the piece of curve under way, looked for anew only once it is over: this is asked at every frame."""
        course, piece = self._under_way
        if course is not sitting.course or not piece.at_s <= own_s < piece.end_s:
            course = sitting.course
            piece = course.segment(own_s)
            self._under_way = course, piece
        return piece

    def _show(self, sitting: Sitting, now_s: float) -> None:
        shown = seen(sitting, now_s, self._steps)
        own_s = sitting.own_s(now_s)
        felt = not breathes(sitting) or self._touch(sitting, own_s) == sitting.lungs.filling
        if shown.moving and felt and sitting.course.segment(own_s).seconds == float("inf"):
            shown = replace(shown, moving=False)  # the orb has come to rest for good
        if shown != self._seen:
            self._seen = shown
            self.changed.emit()
        self._next.stop()
        wait_s = sitting.changes_in_s(now_s)
        if wait_s is not None:
            self._next.start(round(wait_s * 1000) + _LATE_MS)
