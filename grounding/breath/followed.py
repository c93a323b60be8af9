"""The breath that follows somebody: drawn in and let out when they say so, as lungs are, with a weight of their own.

Towards its target it goes as a critically damped spring does. Between empty and full no such piece passes either end,
whatever is asked when: where -w x <= v <= w (1 - x) holds (fullness x, speed v, weight w) it goes on to hold.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import exp, inf
from typing import TYPE_CHECKING

from grounding.breath.course import Course, finished
from grounding.breath.middle import median
from grounding.breath.rhythm import FEWEST, Rhythm, breathed, tapped
from grounding.breath.segment import Level, Segment
from grounding.breath.stroke import EMPTY, FULL

if TYPE_CHECKING:
    from collections.abc import Iterator

HELD_S = 12.0
"""A key held for so long after the orb is full was forgotten: the orb then breathes out by itself."""
SETTLE_S = 8.0
"""How long it takes over that."""
_REACH = 4.74
"""w t at which 95 % of the way is gone."""
_LIGHTEST, _USUAL, _HEAVIEST = 1.2, 2.4, 4.8
"""Weights: 95 % of the way in 4, in 2 and in 1 s."""
_NEARLY, _CLOSING = 8.0, 2.0
"""w t after which what is left (0.3 %) is closed by a cubic, and how long that takes."""
_STRICTER = 1.5
_TURN_S = 0.35
"""A stroke that was under way faster than lungs would be comes to a stop in so long at most, and is then followed."""
TAP_S = 0.35
"""Who lets go of a key sooner than this has tapped; no in-breath is so short."""
BOUNCE_S = 0.06
"""A key that is down again so soon was held all the time; some systems repeat a held key in that way."""
TAPPED_IN_S = 1.8
"""How long the orb breathes in after a tap, until their rhythm is known (ours)."""
TOUCH_S = 0.12
"""In so long two thirds of a touch have come through (ours): a tenth within a frame, and never all at once."""
_KEPT = 20
_SHORTEST_S = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Lungs:
    """When somebody has turned, in own time, and which way they go since the last turn."""

    turns: tuple[float, ...] = ()
    filling: bool = False
    bounced_s: float = field(default=0.0, compare=False)
    missing: float = field(default=0.0, compare=False)
    """How much less of the key came through than its turns tell, when it last bounced."""

    def turned(self, at_s: float, *, filling: bool) -> Lungs:
        """Return them after a turn; to go on as before is none, and a key that bounces was never let go of."""
        if filling == self.filling:
            return self
        if filling and self.turns and at_s - self.turns[-1] < BOUNCE_S:
            held = replace(self, turns=self.turns[:-1], filling=True, missing=0.0)
            return replace(held, bounced_s=at_s, missing=held.touch(at_s) - self.touch(at_s))
        return replace(self, turns=(*self.turns[1 - _KEPT :], at_s), filling=filling)

    @property
    def weight(self) -> float:
        """How closely the orb follows the stroke that begins: it arrives about when they usually turn."""
        took_s = [end - start for start, end, filling in self._strokes() if filling == self.filling][-3:]
        return min(_HEAVIEST, max(_LIGHTEST, _REACH / max(median(took_s), _SHORTEST_S))) if took_s else _USUAL

    @property
    def rhythm(self) -> Rhythm | None:
        """Their rhythm, or None while it is not sure; from taps alone it is an estimate."""
        strokes = list(self._strokes())
        if self.taps:
            return tapped([start for start, _, filling in strokes if filling])
        return breathed([(end - start, filling) for start, end, filling in strokes])

    @property
    def taps(self) -> bool:
        """Whether they tap: most of their latest keys were let go of at once."""
        held_s = [end - start for start, end, filling in self._strokes() if filling][-FEWEST:]
        return bool(held_s) and median(held_s) < TAP_S

    @property
    def tapped(self) -> bool:
        """Whether the key that was let go of last was a tap."""
        return not self.filling and len(self.turns) > 1 and self.turns[-1] - self.turns[-2] < TAP_S

    def touch(self, at_s: float) -> float:
        """Return how much of a key that is held comes through, 0 to 1: at once after each turn, and softly."""
        felt, held = 0.0, self.filling == (len(self.turns) % 2 == 0)
        for turn_s, next_s in pairwise((*self.turns, at_s)):
            held = not held
            felt = held + (felt - held) * exp((turn_s - next_s) / TOUCH_S)
        return min(1.0, max(0.0, felt - self.missing * exp((self.bounced_s - at_s) / TOUCH_S)))

    def _strokes(self) -> Iterator[tuple[float, float, bool]]:
        """Yield when each whole stroke began and ended, and whether it was an in-breath."""
        for after, (start, end) in enumerate(pairwise(self.turns), start=1):
            yield start, end, self.filling == ((len(self.turns) - after) % 2 == 0)


def followed(course: Course, at_s: float, lungs: Lungs) -> Course:
    """Return the breath from `at_s` on, where somebody has just turned: in until `HELD_S`, or out and to rest.

    Fullness and speed go on from what they are. After a tap the in-breath goes on for as long as theirs takes, and then
    out. A turn out that comes when the orb is on its way out already changes nothing.
    """
    if lungs.filling:
        return _laid(_in(course.at(at_s), at_s, lungs.weight))
    if lungs.tapped:
        rhythm = lungs.rhythm
        turn_s = max(at_s + _SHORTEST_S, lungs.turns[-2] + (rhythm.in_s if rhythm else TAPPED_IN_S))
        lead = _breath_in(course, at_s, turn_s, lungs)
        return _laid((*lead, *_drawn(_ending(lead[-1]), lead[-1].end_s, EMPTY, _USUAL)))
    level = course.at(at_s)
    if level.empty or level.speed < 0:
        return course
    return _laid(_drawn(level, at_s, EMPTY, lungs.weight))


def _laid(lead: tuple[Segment, ...]) -> Course:
    return Course(begins_s=lead[-1].end_s, lead=lead)


def _breath_in(course: Course, at_s: float, turn_s: float, lungs: Lungs) -> tuple[Segment, ...]:
    """Return the way in until `turn_s`, or a little longer: only a piece that is drawn, or at rest, can be cut."""
    under_way = course.segment(at_s)
    weight = under_way.weight or replace(lungs, turns=lungs.turns[:-1], filling=True).weight
    lead: list[Segment] = []
    for piece in _in(course.at(at_s), at_s, weight)[:-1]:
        if piece.at_s >= turn_s:
            break
        whole = not piece.weight and piece.level != piece.target
        lead.append(piece if whole else replace(piece, seconds=min(piece.end_s, turn_s) - piece.at_s))
    return tuple(lead)


def _ending(piece: Segment) -> Level:
    """Return what the breath is like where a piece ends; one that is drawn is still on its way there."""
    if not piece.weight:
        return piece.at(piece.end_s)
    fullness, speed = piece.drawn(piece.seconds)
    return Level(fullness, speed, piece.phase)


def _in(level: Level, at_s: float, weight: float) -> tuple[Segment, ...]:
    """Return the way in, the time that a key may be held when the orb is full, and the way out by itself after that."""
    lead = _drawn(level, at_s, FULL, weight)
    full_s = lead[-1].end_s if lead else at_s
    return (
        *lead,
        Segment(at_s=full_s, seconds=HELD_S, level=FULL, target=FULL),
        Segment(at_s=full_s + HELD_S, seconds=SETTLE_S, level=FULL, target=EMPTY),
    )


def _drawn(level: Level, at_s: float, target: float, weight: float) -> tuple[Segment, ...]:
    """Return the pieces from `level` to rest at `target`; first a stop, where lungs could not go on from `level`."""
    if level.fullness == target and not level.speed:
        return ()
    needed = _needed(level)
    if needed > _STRICTER * weight:
        stop = _stopped(level, at_s, target)
        stopped = stop.at(stop.end_s)
        return (stop, *_drawn(stopped, stop.end_s, target, weight)) if stop.target != target else (stop,)
    weight = max(weight, needed)
    way = Segment(
        at_s=at_s,
        seconds=_NEARLY / weight,
        level=level.fullness,
        target=target,
        speed=level.speed,
        weight=weight,
    )
    return way, finished(way.end_s, _ending(way), target, _CLOSING / weight)


def _needed(level: Level) -> float:
    """Return the least weight with which neither end is passed from `level`."""
    room = FULL - level.fullness if level.speed > 0 else level.fullness - EMPTY
    if level.speed == 0:
        return 0.0
    return abs(level.speed) / room if room > 0 else inf


def _stopped(level: Level, at_s: float, target: float) -> Segment:
    """Return the piece that ends at rest a little further on; at `target`, where that is the way it goes."""
    end = FULL if level.speed > 0 else EMPTY
    if end == target:
        return finished(at_s, level, target, inf)
    seconds = min(_TURN_S, 3 * abs(end - level.fullness) / abs(level.speed))
    return finished(at_s, level, level.fullness + level.speed * seconds / 3, seconds)
