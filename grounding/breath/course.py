"""Fullness over time: pieces of curve, and a breath laid out from a pattern."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import acos, cos, pi, sin
from typing import TYPE_CHECKING, Protocol

from grounding.breath.patterns import OWN_PACE
from grounding.breath.stroke import EMPTY, Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

SETTLE_S = 4.0
"""How long the orb takes to come to rest when it is asked to."""
_SHORTEST_S = 0.25
_MONOTONE = 3.0
"""A cubic with this much start speed (in heights a length) or less never passes its target."""


class Phase(StrEnum):
    """The word under the orb."""

    IN = "in"
    OUT = "out"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Level:
    """What the breath is like at one moment."""

    fullness: float
    """0 empty to 1 full."""
    speed: float
    """Change of fullness a second."""
    phase: Phase


class Breath(Protocol):
    """Anything that knows its level at any second."""

    def at(self, t_s: float) -> Level: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One piece of curve that ends at rest: a raised cosine from rest, a cubic where it starts in motion."""

    at_s: float
    seconds: float
    level: float
    target: float
    speed: float = 0.0

    @property
    def end_s(self) -> float:
        return self.at_s + self.seconds

    @property
    def phase(self) -> Phase:
        if self.target == self.level:
            return Phase.REST
        return Phase.IN if self.target > self.level else Phase.OUT

    def at(self, t_s: float) -> Level:
        """Return the level at `t_s`; before and after its time the piece stands still at its ends."""
        if t_s >= self.end_s:
            return Level(self.target, 0.0, self.phase)
        u = max(0.0, t_s - self.at_s) / self.seconds
        fullness, speed = self._curve(u)
        return Level(min(1.0, max(0.0, fullness)), speed, self.phase)

    def _curve(self, u: float) -> tuple[float, float]:
        rise = self.target - self.level
        if self.speed == 0.0:
            return self.level + rise * (1 - cos(pi * u)) / 2, rise * pi / 2 * sin(pi * u) / self.seconds
        start = self.speed * self.seconds  # the start speed in fullness a whole piece
        fullness = self.level + rise * u * u * (3 - 2 * u) + start * u * (1 - u) ** 2
        slope = rise * 6 * u * (1 - u) + start * (1 - u) * (1 - 3 * u)
        return fullness, slope / self.seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A breath laid out in time: a few leading pieces, then a pattern from `begins_s` on, then rest."""

    begins_s: float = 0.0
    pattern: Pattern = OWN_PACE
    lead: tuple[Segment, ...] = ()
    """Pieces that join what was before to the pattern; each begins where the one before it ends."""

    @property
    def ends_s(self) -> float | None:
        """When the pattern has had all its breaths, or None where it goes on (or only rests)."""
        if not self.pattern.strokes or self.pattern.breaths is None:
            return None
        return self.begins_s + self.pattern.breaths * self.pattern.seconds

    def at(self, t_s: float) -> Level:
        """Return the level at `t_s`."""
        return self.segment(t_s).at(t_s)

    def segment(self, t_s: float) -> Segment:
        """Return the piece of curve that `t_s` lies in; resting is a piece without an end."""
        if t_s < self.begins_s and self.lead:
            return next((piece for piece in self.lead if t_s < piece.end_s), self.lead[-1])
        if t_s < self.begins_s:
            return Segment(at_s=t_s, seconds=self.begins_s - t_s, level=EMPTY, target=EMPTY)
        ends_s = self.ends_s
        if not self.pattern.strokes:
            return _resting(self.begins_s)
        if ends_s is not None and t_s >= ends_s:
            return _resting(ends_s)
        return self._paced(t_s)

    def segments(self, from_s: float, to_s: float) -> Iterator[Segment]:
        """Yield the pieces of curve that touch [from_s, to_s), in order."""
        t_s = from_s
        while t_s < to_s:
            piece = self.segment(t_s)
            yield piece
            t_s = piece.end_s

    def retimed(self, at_s: float, pattern: Pattern) -> Course:
        """Return the breath that goes on from `at_s` in another pattern, from the present fullness and speed.

        The stroke under way is finished in the same direction, at the new pattern's pace; nothing jumps.
        """
        level = self.at(at_s)
        if not pattern.strokes:
            return self._settled(at_s, level)
        if level.fullness == EMPTY and level.speed == 0:
            return Course(begins_s=at_s, pattern=pattern)
        return _joined(at_s, level, pattern)

    def followed_by(self, at_s: float, pattern: Pattern) -> Course:
        """Return the breath that comes to rest from `at_s` on, and then begins the pattern from its start."""
        rest = self._settled(at_s, self.at(at_s))
        return Course(begins_s=rest.begins_s, pattern=pattern, lead=rest.lead)

    def past_hold(self, at_s: float) -> Course:
        """Return the breath with holds left out from `at_s` on: a hold under way ends now."""
        piece = self.segment(at_s)
        going = self.pattern.without_holds()
        if piece.phase is not Phase.REST or not self.pattern.strokes:
            return self.retimed(at_s, going)
        return _joined(at_s, Level(piece.level, 0.0, Phase.REST), going)

    def _settled(self, at_s: float, level: Level) -> Course:
        lead = _to_rest(at_s, level, self.segment(at_s))
        return Course(begins_s=lead[-1].end_s if lead else at_s, lead=lead)

    def _paced(self, t_s: float) -> Segment:
        period_s = self.pattern.seconds
        breath = int((t_s - self.begins_s) / period_s)
        start_s = self.begins_s + breath * period_s
        if start_s > t_s:  # the division rounded up
            start_s -= period_s
        for before, stroke in self.pattern.pairs():
            if t_s < start_s + stroke.seconds:
                return Segment(at_s=start_s, seconds=stroke.seconds, level=before, target=stroke.to)
            start_s += stroke.seconds
        return self._paced(start_s)  # the sum of strokes rounded down: the next breath begins here


def _resting(at_s: float) -> Segment:
    return Segment(at_s=at_s, seconds=float("inf"), level=EMPTY, target=EMPTY)


def _to_rest(at_s: float, level: Level, under_way: Segment) -> tuple[Segment, ...]:
    """Return the pieces that bring the orb to rest: an in-breath is finished first, an out-breath goes on out."""
    if level.fullness == EMPTY:
        return ()
    if level.speed > 0:
        out = Segment(at_s=under_way.end_s, seconds=SETTLE_S, level=under_way.target, target=EMPTY)
        return (under_way, out)
    return (_finished(at_s, level, EMPTY, SETTLE_S),)


def _joined(at_s: float, level: Level, pattern: Pattern) -> Course:
    """Return `pattern` entered from `level`: its own stroke through that fullness is finished, then it follows."""
    rising = level.speed > 0 or (level.speed == 0 and level.fullness == EMPTY)
    pieces: list[Segment] = []
    end_s = at_s
    for before, stroke in pattern.pairs():
        if pieces:
            pieces.append(Segment(at_s=end_s, seconds=stroke.seconds, level=before, target=stroke.to))
        elif _carries(before, stroke.to, level.fullness, rising):
            left_s = stroke.seconds * (1 - _progress(before, stroke.to, level.fullness))
            pieces.append(_finished(at_s, level, stroke.to, left_s))
        else:
            continue
        end_s = pieces[-1].end_s
    if not pieces:  # no stroke of the pattern passes here in this direction
        pieces.append(_finished(at_s, level, EMPTY, SETTLE_S))
        end_s = pieces[-1].end_s
    return Course(begins_s=end_s, pattern=_one_fewer(pattern), lead=tuple(pieces))


def _one_fewer(pattern: Pattern) -> Pattern:
    """Return the pattern with the breath that is already under way counted."""
    if pattern.breaths is None:
        return pattern
    if pattern.breaths <= 1:
        return Pattern(id=pattern.id)
    return Pattern(id=pattern.id, strokes=pattern.strokes, breaths=pattern.breaths - 1)


def _carries(before: float, to: float, fullness: float, rising: bool) -> bool:
    """Whether a stroke passes this fullness in this direction."""
    return before <= fullness < to if rising else to < fullness <= before


def _progress(before: float, to: float, fullness: float) -> float:
    """Return how far along its stroke a raised cosine is at this fullness, 0 to 1."""
    return acos(1 - 2 * (fullness - before) / (to - before)) / pi


def _finished(at_s: float, level: Level, target: float, seconds: float) -> Segment:
    """Return the piece from `level` to `target`, no longer than keeps it from passing its target."""
    if level.speed:
        seconds = min(seconds, _MONOTONE * abs((target - level.fullness) / level.speed))
    return Segment(
        at_s=at_s,
        seconds=max(_SHORTEST_S, seconds) if not level.speed else max(seconds, 1e-6),
        level=level.fullness,
        target=target,
        speed=level.speed,
    )
