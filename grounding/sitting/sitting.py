"""One person's run through a practice: frozen, and changed only by small transitions that are told the time."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from math import ceil
from typing import TYPE_CHECKING

from grounding.breath.course import Course
from grounding.breath.followed import Lungs
from grounding.breath.patterns import OWN_PACE
from grounding.breath.stroke import EMPTY
from grounding.practice.practice import Kind
from grounding.sitting.score import Moment, Part, Position, Score

if TYPE_CHECKING:
    from grounding.breath.leading import Lead
    from grounding.breath.stroke import Pattern


class State(StrEnum):
    """Whether the sitting goes on."""

    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Where one run through a score is.

    It has a time of its own, in seconds from its beginning, that stands still while it is paused. `now_s` is always
    the session clock's; nothing here reads a clock.
    """

    score: Score
    part: int
    entered_s: float
    """Own time at which the part began."""
    ends_s: float | None
    """Own time at which the part ends by itself, or None."""
    course: Course
    """The breath, in own time."""
    origin_s: float
    """The session clock's reading at own time 0, while running."""
    held_s: float | None = None
    """The own time it stands still at, or None while running."""
    state: State = State.RUNNING
    breathing: bool = False
    """Whether the orb breathes in a scan too."""
    holding: bool = True
    """Whether holds are kept where a pattern has them; once skipped, they are left out to the end."""
    lungs: Lungs = field(default_factory=Lungs)
    """How the person breathes, as far as they have told; see `pacing`."""
    lead: Lead | None = None
    """The way they are led on, while they are."""
    own: bool = False
    """Whether the person's own breath was chosen here, instead of any that is paced; it stays from part to part."""
    stretch: tuple[str, float] = ("", 1.0)
    """The pattern whose pace somebody has changed, and how many times as long it takes, from part to part."""

    @classmethod
    def begin(cls, score: Score, now_s: float) -> Sitting:
        """Return a sitting that begins now with the first part."""
        fresh = cls(score=score, part=0, entered_s=0.0, ends_s=None, course=Course(), origin_s=now_s)
        return _entered(fresh, 0, 0.0) if score.parts else replace(fresh, state=State.ENDED, held_s=0.0)

    # What is

    def own_s(self, now_s: float) -> float:
        """Return the sitting's own time."""
        return self.held_s if self.held_s is not None else now_s - self.origin_s

    def at(self, now_s: float) -> Sitting:
        """Return the sitting as it is at `now_s`: parts whose time is over lie behind it."""
        sitting, own_s = self, self.own_s(now_s)
        while sitting.ends_s is not None and own_s >= sitting.ends_s and sitting.state is not State.ENDED:
            sitting = _left(sitting, sitting.ends_s)
        return sitting

    def position(self, now_s: float) -> Position:
        """Return the part and how far into it the sitting is."""
        sitting = self.at(now_s)
        return Position(part=sitting.part, into_s=max(0.0, sitting.own_s(now_s) - sitting.entered_s))

    def moment(self, now_s: float) -> Moment:
        """Return what is seen and said now."""
        sitting = self.at(now_s)
        own_s = sitting.own_s(now_s)
        position = Position(part=sitting.part, into_s=max(0.0, own_s - sitting.entered_s))
        return sitting.score.moment(position, sitting.course, own_s)

    def changes_in_s(self, now_s: float) -> float | None:
        """Return how long until words or part change by themselves, or None while nothing will."""
        sitting = self.at(now_s)
        if sitting.state is not State.RUNNING:
            return None
        own_s = sitting.own_s(now_s)
        words_s = sitting.now_part.next_words_s(own_s - sitting.entered_s)
        ahead = [sitting.ends_s, None if words_s is None else sitting.entered_s + words_s]
        return min((at_s - own_s for at_s in ahead if at_s is not None), default=None)

    @property
    def moving(self) -> bool:
        """Whether the orb may move: while the breath is paced, or on its way to rest."""
        return self.state is State.RUNNING and bool(self.course.pattern.strokes or self.course.lead)

    def paced(self, pattern: Pattern) -> Pattern:
        """Return a pattern as it is breathed here: without holds, or at another pace, where that was asked for."""
        breathed = pattern if self.holding else pattern.without_holds()
        changed, times = self.stretch
        return breathed.lasting(times * breathed.seconds) if breathed.id == changed and breathed.strokes else breathed

    def breath_of(self, part: Part) -> Pattern:
        """Return what is breathed in a part: its own pattern, a breath with its place, or the person's own."""
        pattern = part.breath if self.breathing and part.breath else part.pattern
        return OWN_PACE if self.own else self.paced(pattern)

    @property
    def now_part(self) -> Part:
        """The part the sitting was in when last looked at (see `at`)."""
        return self.score.parts[self.part]

    @property
    def last(self) -> bool:
        """Whether no part follows."""
        return self.part == len(self.score.parts) - 1

    # What may be done

    def pause(self, now_s: float) -> Sitting:
        """Return the sitting standing still."""
        sitting = self.at(now_s)
        if sitting.state is not State.RUNNING:
            return sitting
        return replace(sitting, held_s=sitting.own_s(now_s), state=State.PAUSED)

    def resume(self, now_s: float) -> Sitting:
        """Return the sitting going on from where it stood still."""
        if self.state is not State.PAUSED or self.held_s is None:
            return self
        return replace(self, origin_s=now_s - self.held_s, held_s=None, state=State.RUNNING)

    def next(self, now_s: float) -> Sitting:
        """Return the sitting in its next part; after the last one it has ended. A paused one goes on."""
        sitting = self.at(now_s).resume(now_s)
        return sitting if sitting.state is State.ENDED else _left(sitting, sitting.own_s(now_s))

    def previous(self, now_s: float) -> Sitting:
        """Return the sitting at the beginning of the part before, or of the first. A paused one goes on."""
        sitting = self.at(now_s).resume(now_s)
        if sitting.state is State.ENDED:
            return sitting
        return _entered(sitting, max(0, sitting.part - 1), sitting.own_s(now_s))

    def stop(self, now_s: float) -> Sitting:
        """Return the sitting ended, wherever it was."""
        sitting = self.at(now_s)
        return replace(sitting, state=State.ENDED, held_s=sitting.own_s(now_s))

    def longer(self, now_s: float) -> Sitting:
        """Return the sitting with its present part as long again as it was meant to be, on whole breaths still."""
        sitting = self.at(now_s)
        part = sitting.now_part
        if sitting.ends_s is None or part.seconds is None or sitting.state is State.ENDED:
            return sitting
        return on_course(replace(sitting, ends_s=sitting.ends_s + part.seconds), sitting.course)

    def breathed_as(self, pattern: Pattern, now_s: float) -> Sitting:
        """Return the sitting with its present breath in another pattern, from the present fullness and speed on."""
        sitting = replace(self.at(now_s), own=not pattern.strokes, stretch=("", 1.0), lead=None)
        return on_course(sitting, sitting.course.retimed(sitting.own_s(now_s), sitting.paced(pattern)))

    def past_hold(self, now_s: float) -> Sitting:
        """Return the sitting without holds from now on, in this breath and in every later step."""
        sitting = replace(self.at(now_s), holding=False)
        return on_course(sitting, sitting.course.past_hold(sitting.own_s(now_s)))

    def breathed_with(self, on: bool, now_s: float) -> Sitting:
        """Return the sitting with the orb breathing, or resting, in scans from now on."""
        sitting = replace(self.at(now_s), breathing=on)
        part = sitting.now_part
        if part.kind is not Kind.SCAN or part.breath is None:
            return sitting
        pattern = sitting.breath_of(part)
        return replace(sitting, course=sitting.course.retimed(sitting.own_s(now_s), pattern), lead=None)

    def with_score(self, score: Score, now_s: float) -> Sitting:
        """Return the sitting with what lies ahead laid out anew; the parts up to the present one must be the same."""
        return replace(self.at(now_s), score=score)

    def gone_on_with(self, score: Score, now_s: float) -> Sitting:
        """Return the sitting in the first part of another score; the breath, and what was chosen of it, stay."""
        sitting = self.at(now_s).resume(now_s)
        return _entered(replace(sitting, score=score), 0, sitting.own_s(now_s))


def _left(sitting: Sitting, own_s: float) -> Sitting:
    if sitting.last:
        return replace(sitting, state=State.ENDED, held_s=own_s)
    return _entered(sitting, sitting.part + 1, own_s)


def _entered(sitting: Sitting, index: int, own_s: float) -> Sitting:
    part = sitting.score.parts[index]
    course = sitting.course.followed_by(own_s, sitting.breath_of(part))
    ends_s = None
    if part.seconds is not None:
        ends_s = (course.begins_s if part.kind is Kind.BREATHE else own_s) + part.seconds
    entered = replace(sitting, part=index, entered_s=own_s, ends_s=ends_s, course=course, lead=None)
    return on_course(entered, course) if course.pattern != part.pattern else entered


def on_course(sitting: Sitting, course: Course) -> Sitting:
    """Return the sitting on another course; a breathe step still ends on a whole breath, others by their clock."""
    if sitting.ends_s is None or sitting.now_part.kind is not Kind.BREATHE:
        return replace(sitting, course=course)
    return replace(sitting, course=course, ends_s=_on_a_whole_breath(sitting.ends_s, course))


def _on_a_whole_breath(ends_s: float, course: Course) -> float:
    """Return the first time at or after `ends_s` at which the orb is empty."""
    if course.ends_s is not None and ends_s >= course.ends_s:
        return ends_s
    if ends_s <= course.begins_s or not course.pattern.strokes:
        turns_s = (piece.end_s for piece in course.lead if piece.target == EMPTY)
        return next((turn_s for turn_s in turns_s if turn_s >= ends_s), max(ends_s, course.begins_s))
    period_s = course.pattern.seconds
    return course.begins_s + ceil((ends_s - course.begins_s) / period_s - 1e-9) * period_s
