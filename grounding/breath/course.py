"""Fullness over time: a breath laid out from a pattern, piece by piece."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from math import acos, inf, pi
from typing import TYPE_CHECKING

from grounding.breath.patterns import OWN_PACE
from grounding.breath.segment import STILL, Level, Phase, Segment
from grounding.breath.stroke import EMPTY, Pattern, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterator

SETTLE_S = 4.0
"""How long the orb takes to come to rest when it is asked to."""
_SHORTEST_S = 0.25
_MONOTONE = 3.0
"""A cubic with this much start speed (in heights a length) or less never passes its target."""


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
            return Segment(at_s=t_s, seconds=self.begins_s - t_s, level=EMPTY, target=EMPTY, waiting=True)
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

        The stroke under way is finished in the same direction, at the new pattern's pace; nothing jumps. An in-breath
        under way is the first breath of the new pattern, an out-breath comes before its first.
        """
        level = self.at(at_s)
        if not pattern.strokes:
            return self._settled(at_s, level)
        if level.empty:
            return Course(begins_s=at_s, pattern=pattern)
        lead = _entry(at_s, level, pattern)
        if not lead:  # no stroke of the pattern passes here in this direction
            return self.followed_by(at_s, pattern)
        then = _fewer(pattern, 1) if level.rising else pattern
        return Course(begins_s=lead[-1].end_s, pattern=then, lead=lead)

    def followed_by(self, at_s: float, pattern: Pattern) -> Course:
        """Return the breath that comes to rest from `at_s` on, and then begins the pattern from its start."""
        rest = self._settled(at_s, self.at(at_s))
        return Course(begins_s=rest.begins_s, pattern=pattern, lead=rest.lead)

    def past_hold(self, at_s: float) -> Course:
        """Return the breath with holds left out from `at_s` on: a hold under way ends now, a stroke goes on as it was.

        The breaths that were had still count.
        """
        if self.ends_s is not None and at_s >= self.ends_s:
            return self
        had = 0 if at_s < self.begins_s else 1 + self._breath(at_s)
        breath_ends_s = self.begins_s + had * self.pattern.seconds
        lead: list[Segment] = []
        end_s = at_s
        for piece in self.segments(at_s, breath_ends_s - STILL):
            if piece.phase is not Phase.REST:
                lead.append(piece if piece.at_s <= at_s else replace(piece, at_s=end_s))
                end_s = lead[-1].end_s
        return Course(begins_s=end_s, pattern=_fewer(self.pattern, had).without_holds(), lead=tuple(lead))

    def stretched(self, at_s: float, times: float) -> Course:
        """Return the breath in which all that lies ahead takes `times` as long; what is under way is at that place.

        Fullness and speed go on from what they are, a hold is held to its end, and the breaths that were had count.
        """
        if not self.pattern.strokes or (self.ends_s is not None and at_s >= self.ends_s):
            return self
        leads = at_s < self.begins_s
        had = 0 if leads else 1 + self._breath(at_s)
        breath_ends_s = self.begins_s if leads else self.begins_s + had * self.pattern.seconds
        lead: list[Segment] = []
        end_s = at_s
        for piece in self.segments(at_s, breath_ends_s - STILL):
            lead.append(_stretched(piece, at_s, end_s, times))
            end_s = lead[-1].end_s
        left = _fewer(self.pattern, had)
        then = left.lasting(times * left.seconds) if left.strokes else left
        return Course(begins_s=end_s, pattern=then, lead=tuple(lead))

    def breath(self, at_s: float) -> Pattern:
        """Return the whole breath that `at_s` lies in, or the first whole one after it, as a pattern that goes on."""
        for pieces in self._whole_breaths():
            if at_s < pieces[-1].end_s:
                strokes = tuple(Stroke(to=piece.target, seconds=piece.seconds) for piece in pieces)
                return Pattern(id=self.pattern.id, strokes=strokes)
        return self.pattern

    def kept(self, at_s: float) -> Course:
        """Return the breath in which every breath from `at_s` on is as long as the one that `at_s` lies in."""
        for pieces in self._whole_breaths():
            if at_s < pieces[-1].end_s:
                until = self.lead[: self.lead.index(pieces[-1]) + 1]
                return Course(begins_s=pieces[-1].end_s, pattern=self.breath(at_s), lead=until)
        return self

    def _whole_breaths(self) -> Iterator[tuple[Segment, ...]]:
        """Yield the pieces of each breath in the lead, from where it begins to rise until the next one does."""
        rises = [place for place, piece in enumerate(self.lead) if piece.level == EMPTY < piece.target]
        for first, last in pairwise((*rises, len(self.lead))):
            yield self.lead[first:last]

    def _settled(self, at_s: float, level: Level) -> Course:
        lead = _to_rest(at_s, level, self.segment(at_s))
        return Course(begins_s=lead[-1].end_s if lead else at_s, lead=lead)

    def _breath(self, t_s: float) -> int:
        """Return which breath of the pattern `t_s` lies in, from 0; 0 where the orb only rests."""
        return int((t_s - self.begins_s) / self.pattern.seconds) if self.pattern.strokes else 0

    def _paced(self, t_s: float) -> Segment:
        first = self._breath(t_s)
        for breath in (first, first + 1):  # the next one where the sum of strokes was rounded down
            if breath == self.pattern.breaths:
                break
            start_s = self.begins_s + breath * self.pattern.seconds
            for before, stroke in self.pattern.pairs():
                if t_s < start_s + stroke.seconds:
                    return Segment(at_s=start_s, seconds=stroke.seconds, level=before, target=stroke.to)
                start_s += stroke.seconds
        return _resting(t_s)


def _stretched(piece: Segment, from_s: float, at_s: float, times: float) -> Segment:
    """Return what lies of a piece after `from_s` as one that begins at `at_s` and takes `times` as long."""
    left_s = times * (piece.end_s - max(from_s, piece.at_s))
    if piece.at_s <= from_s and piece.phase is not Phase.REST:
        return finished(at_s, piece.at(from_s), piece.target, left_s)
    return replace(piece, at_s=at_s, seconds=left_s, speed=piece.speed / times, weight=piece.weight / times)


def _resting(at_s: float) -> Segment:
    return Segment(at_s=at_s, seconds=inf, level=EMPTY, target=EMPTY)


def _to_rest(at_s: float, level: Level, under_way: Segment) -> tuple[Segment, ...]:
    """Return the pieces that bring the orb to rest: an in-breath is finished first, an out-breath goes on out."""
    if level.empty:
        return ()
    if level.speed > 0:
        in_breath = finished(at_s, level, under_way.target, SETTLE_S / 2) if under_way.weight else under_way
        return in_breath, Segment(at_s=in_breath.end_s, seconds=SETTLE_S, level=under_way.target, target=EMPTY)
    return (finished(at_s, level, EMPTY, SETTLE_S),)


def _entry(at_s: float, level: Level, pattern: Pattern) -> tuple[Segment, ...]:
    """Return one breath of `pattern` from `level` on: its own stroke through that fullness, then those after it."""
    pieces: list[Segment] = []
    for before, stroke in pattern.pairs():
        if pieces:
            end_s = pieces[-1].end_s
            pieces.append(Segment(at_s=end_s, seconds=stroke.seconds, level=before, target=stroke.to))
        elif _carries(before, stroke.to, level.fullness, level.rising):
            left_s = stroke.seconds * (1 - progress(before, stroke.to, level.fullness))
            pieces.append(finished(at_s, level, stroke.to, left_s))
    return tuple(pieces)


def _fewer(pattern: Pattern, had: int) -> Pattern:
    """Return the pattern after so many of its breaths; after the last one the orb rests."""
    if pattern.breaths is None:
        return pattern
    if pattern.breaths <= had:
        return Pattern(id=pattern.id)
    return replace(pattern, breaths=pattern.breaths - had)


def _carries(before: float, to: float, fullness: float, rising: bool) -> bool:
    """Whether a stroke passes this fullness in this direction."""
    return before <= fullness < to if rising else to < fullness <= before


def progress(before: float, to: float, fullness: float) -> float:
    """Return how far along its stroke a raised cosine is at this fullness, 0 to 1."""
    return acos(1 - 2 * (fullness - before) / (to - before)) / pi


def finished(at_s: float, level: Level, target: float, seconds: float) -> Segment:
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
