"""Meet, then lead: a breath that goes with somebody's own, and grows longer by a constant small step where they like.

Eight breaths as they were met, then 2 % a breath towards a rate a quarter lower (see the project's evidence: a constant
step, the out-breath first; never an obligatory rate). Nothing here depends on whether anybody follows.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, log
from typing import TYPE_CHECKING

from grounding.breath.course import Course
from grounding.breath.rhythm import Rhythm
from grounding.breath.segment import Segment
from grounding.breath.stroke import EMPTY, FULL

if TYPE_CHECKING:
    from collections.abc import Iterator

MET_BREATHS = 8
STEP = 1.02
SLOWER = 0.75
"""The rate it leads to, of the one it began with."""
IN_SHARE = 0.4
"""in : out = 2 : 3; until there, only the out-breath grows."""
LED = "led"
_SLACK = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """A whole way from one rhythm to another; breath `n` is a formula, and needs no memory of those before."""

    met: Rhythm
    slowest_a_minute: float
    """Never fewer breaths a minute than this, which the person chose; who breathes more slowly is only met."""
    step: float = STEP

    @property
    def goal_s(self) -> float:
        """How long a breath takes at the end of the way."""
        return max(self.met.period_s, min(self.met.period_s / SLOWER, 60 / self.slowest_a_minute))

    def rhythm(self, breath: int) -> Rhythm:
        """Return the rhythm of a breath, counted from 0."""
        steps = max(0, breath + 1 - MET_BREATHS)
        period_s = min(self.goal_s, self.met.period_s * self.step**steps)
        share = min(IN_SHARE, self.met.in_s / self.met.period_s)
        in_s = max(self.met.in_s, share * period_s)
        return Rhythm(in_s=in_s, out_s=period_s - in_s)

    def past(self, period_s: float) -> int | None:
        """Return the first breath that takes as long as this, or None where the way does not go so far."""
        times = period_s / self.met.period_s
        breath = MET_BREATHS - 1 + max(0, ceil(log(times) / log(self.step) - _SLACK))
        return breath if self.rhythm(breath).period_s >= period_s - _SLACK else None

    def rhythms(self, first: int = 0) -> Iterator[Rhythm]:
        """Yield the rhythm of each breath until they no longer change; the last one stays."""
        breath = first
        while True:
            yield self.rhythm(breath)
            if breath >= MET_BREATHS and self.rhythm(breath).period_s >= self.goal_s - _SLACK:
                return
            breath += 1

    def course(self, begins_s: float, first: int = 0) -> Course:
        """Return the way from its breath `first` on, as a breath that begins, empty, at `begins_s` of own time."""
        pieces: list[Segment] = []
        at_s = begins_s
        for rhythm in self.rhythms(first):
            for seconds, level, target in ((rhythm.in_s, EMPTY, FULL), (rhythm.out_s, FULL, EMPTY)):
                pieces.append(Segment(at_s=at_s, seconds=seconds, level=level, target=target))
                at_s += seconds
        return Course(begins_s=at_s, pattern=rhythm.pattern(LED), lead=tuple(pieces))
