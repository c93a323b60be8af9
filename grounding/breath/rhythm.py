"""How quickly somebody breathes by themselves: from their strokes, or estimated from a tap at each in-breath."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from grounding.breath.middle import mean, median, spread
from grounding.breath.stroke import EMPTY, FULL, Pattern, Stroke

if TYPE_CHECKING:
    from collections.abc import Sequence

OWN_SHARE = 4 / 9
"""The part of a breath that the in-breath takes where only taps tell: in : out = 4 : 5 (ours)."""
FEWEST = 5
"""Intervals that an estimate needs. With breaths varying by 8 %, taps by 150 ms and one in twelve missed, its error is
2.5 to 2.8 % in the median and 6 to 7.3 % at the 90th percentile from 6 to 24 a minute; one in twelve is not sure yet
(simulated as in `tests/breath/test_rhythm.py`)."""
_LATEST = 9
_NEAR = 0.35
"""An interval further from the median than this part of it is a tap missed, or one too many."""
_MOST_DROPPED = 1 / 3
_VARY, _OFF_S, _WILD = 0.08, 0.15, 1.6
"""Breaths vary by so much, and a tap comes so early or late; intervals this much wilder than both make are not sure."""
_QUICKEST_S, _SLOWEST_S = 1.2, 30.0
"""Nobody is followed into fast breathing; 50 and 2 breaths a minute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """How long the in-breath and the out-breath take, in seconds."""

    in_s: float
    out_s: float

    @property
    def period_s(self) -> float:
        """How long a breath takes."""
        return self.in_s + self.out_s

    @property
    def a_minute(self) -> float:
        """How many breaths a minute has."""
        return 60 / self.period_s

    def pattern(self, key: str) -> Pattern:
        """Return the pattern that breathes so, under the id `key`."""
        return Pattern(id=key, strokes=(Stroke(to=FULL, seconds=self.in_s), Stroke(to=EMPTY, seconds=self.out_s)))


def tapped(taps_s: Sequence[float]) -> Rhythm | None:
    """Return the rhythm of taps, one at each in-breath, in order; None while it is not sure.

    The latest intervals count; those far from their median are left out, and the mean of the rest is nearer to the
    truth than the median is.
    """
    intervals_s = [after - before for before, after in pairwise(taps_s[-_LATEST - 1 :])]
    if len(intervals_s) < FEWEST:
        return None
    middle_s = median(intervals_s)
    near_s = [each for each in intervals_s if abs(each - middle_s) <= _NEAR * middle_s]
    if len(near_s) < (1 - _MOST_DROPPED) * len(intervals_s) or len(near_s) < FEWEST - 1:
        return None
    if spread(near_s) > _WILD * hypot(_VARY * middle_s, 2**0.5 * _OFF_S):
        return None
    return _rhythm(mean(near_s), OWN_SHARE)


def breathed(strokes: Sequence[tuple[float, bool]]) -> Rhythm | None:
    """Return the rhythm of strokes that were made, each (seconds, whether in), in order; None before four in."""
    ins, outs = ([seconds for seconds, filling in strokes if filling is way] for way in (True, False))
    if len(ins) < FEWEST - 1 or len(outs) < FEWEST - 2:  # the last out-breath may still go on
        return None
    in_s, out_s = median(ins[-FEWEST:]), median(outs[-FEWEST:])
    return _rhythm(in_s + out_s, in_s / (in_s + out_s))


def _rhythm(period_s: float, share: float) -> Rhythm:
    period_s = min(_SLOWEST_S, max(_QUICKEST_S, period_s))
    return Rhythm(in_s=share * period_s, out_s=(1 - share) * period_s)
