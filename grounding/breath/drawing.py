"""A breath of one's own while it is drawn: every change makes one that is offered, and can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import floor
from typing import TYPE_CHECKING

from grounding.breath.course import progress
from grounding.breath.own import (
    LEVEL_PLACES,
    QUICKEST_S,
    STEP_S,
    STROKE_LEAST_S,
    STROKE_MOST_S,
    STROKES_LEAST,
    STROKES_MOST,
    breaths_s,
    flaw,
    held_s,
    ways,
)
from grounding.breath.stroke import EMPTY, FULL, Pattern, Stroke

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grounding.breath.course import Course
    from grounding.breath.segment import Segment

Strokes = tuple[Stroke, ...]

LEAST_RISE = 0.05
"""The first stroke goes to so much at least: less would be no in-breath."""
NEW_STROKE_S = 1.0
RATE_STEP = 0.5
RATES = (1.5, 20.0)
"""Breaths a minute that a whole breath is brought to, in half steps."""


def mended(strokes: Sequence[Stroke]) -> Strokes:
    """Return the nearest breath that is offered: it begins with an in-breath, ends empty, is not fast or held long."""
    made = [replace(each, to=_level(each.to), seconds=_seconds(each.seconds)) for each in strokes]
    made[0] = replace(made[0], to=max(LEAST_RISE, made[0].to))
    made[-1] = replace(made[-1], to=EMPTY)
    return _unhurried(_briefly_held(made))


def lengthened(strokes: Strokes, at: int, seconds: float) -> Strokes:
    """Return them with one stroke as near to so many seconds as it can be; the others stay as they are."""
    wanted = _seconds(seconds)
    quarters = range(round(STROKE_LEAST_S / STEP_S), round(STROKE_MOST_S / STEP_S) + 1)
    lengths = sorted((quarter * STEP_S for quarter in quarters), key=lambda length: abs(length - wanted))
    tried = (_with(strokes, at, seconds=length) for length in lengths)
    return next((each for each in tried if flaw(each) is None), strokes)


def levelled(strokes: Strokes, at: int, to: float) -> Strokes:
    """Return them with one stroke going to another level; the last one ends empty."""
    return mended(_with(strokes, at, to=to))


def holding(strokes: Strokes, at: int, hold: bool) -> Strokes:
    """Return them with one stroke holding, or moving again: half of the way to the next level, or all of it."""
    before = strokes[at - 1].to if at else EMPTY
    if hold or at == len(strokes) - 1:
        return mended(_with(strokes, at, to=before))
    after = strokes[at + 1].to
    far = FULL if before <= 0.5 else EMPTY
    return mended(_with(strokes, at, to=far if after == before else (before + after) / 2))


def added(strokes: Strokes, after: int) -> Strokes:
    """Return them with a short stroke after one: half way to where the breath goes next; at the end, a rest.

    Holds that come right after it hold where it ends.
    """
    if len(strokes) >= STROKES_MOST:
        return strokes
    level, rest = strokes[after].to, strokes[after + 1 :]
    held = next((number for number, stroke in enumerate(rest) if stroke.to != level), None)
    if held is None:
        return mended((*strokes, Stroke(to=level, seconds=NEW_STROKE_S)))
    new = Stroke(to=(level + rest[held].to) / 2, seconds=NEW_STROKE_S)
    holds = (replace(stroke, to=new.to) for stroke in rest[:held])
    return mended((*strokes[: after + 1], new, *holds, *rest[held:]))


def removed(strokes: Strokes, at: int) -> Strokes:
    """Return them without a stroke; in and out remain."""
    if len(strokes) <= STROKES_LEAST:
        return strokes
    return mended((*strokes[:at], *strokes[at + 1 :]))


def a_minute(strokes: Sequence[Stroke]) -> float:
    """Return how many breaths a minute has."""
    breaths = list(breaths_s(strokes))
    return 60 * len(breaths) / sum(stroke.seconds for stroke in strokes)


def at_rate(strokes: Strokes, rate: float) -> Strokes:
    """Return them longer or shorter by about the same part, so that a minute has so many breaths."""
    seconds = 60 * len(list(breaths_s(strokes))) / rate
    return drawn_from(Pattern(id="", strokes=strokes).lasting(seconds))


def at_next_rate(strokes: Strokes, *, slower: bool) -> Strokes:
    """Return them at the next half step of breaths a minute: the first that quarters of a second can tell apart."""
    now = a_minute(strokes)
    low, high = RATES
    rates = [step * RATE_STEP for step in range(round(low / RATE_STEP), round(high / RATE_STEP) + 1)]
    onwards = [rate for rate in reversed(rates) if rate < now] if slower else [rate for rate in rates if rate > now]
    near = min(rates, key=lambda rate: abs(rate - now))
    for made in (at_rate(strokes, rate) for rate in onwards if rate != near or abs(rate - now) > _about(now)):
        if (a_minute(made) < now) if slower else (a_minute(made) > now):
            return made
    return strokes


def _about(rate: float) -> float:
    """Return how far from a rate a breath in quarters of a second may be and still be at it."""
    return rate * rate / 60 * STEP_S / 2


def drawn_from(pattern: Pattern) -> Strokes:
    """Return a pattern's strokes in quarters of a second, the whole as near to what it was as can be."""
    quarters = [stroke.seconds / STEP_S for stroke in pattern.strokes]
    whole = [floor(each) for each in quarters]
    short = round(sum(quarters)) - sum(whole)
    for at in sorted(range(len(whole)), key=lambda each: whole[each] - quarters[each])[:short]:
        whole[at] += 1
    pairs = zip(pattern.strokes, whole, strict=True)
    return mended([Stroke(to=stroke.to, seconds=count * STEP_S) for stroke, count in pairs])


def along(course: Course, at_s: float) -> float | None:
    """Return where in its pattern a breath is, in seconds from the pattern's beginning; None where it is not in it.

    The pattern is as full there as the breath is: one that has been joined on is in its stroke, though not in its time.
    """
    pattern = course.pattern
    if not pattern.strokes or (course.lead and at_s < course.lead[0].at_s):
        return None
    if at_s >= course.begins_s:
        return (at_s - course.begins_s) % pattern.seconds
    joined = zip(reversed(course.lead), reversed(pattern.pairs()), strict=False)
    end_s = pattern.seconds
    for piece, (before, stroke) in joined:
        if (piece.target, piece.level if piece is not course.lead[0] else before) != (stroke.to, before):
            return None
        if at_s >= piece.at_s:
            return _through(before, stroke, end_s, at_s, piece)
        end_s -= stroke.seconds
    return None


def _through(before: float, stroke: Stroke, end_s: float, at_s: float, piece: Segment) -> float | None:
    """Return when a stroke that ends at `end_s` is as full as a piece joined on to it; None where it never is."""
    if stroke.to == before:
        return end_s - min(stroke.seconds, piece.end_s - at_s)
    fullness = piece.at(at_s).fullness
    if not min(before, stroke.to) <= fullness <= max(before, stroke.to):
        return None
    return end_s - stroke.seconds * (1 - progress(before, stroke.to, fullness))


def _with(strokes: Strokes, at: int, **changes: float) -> Strokes:
    return (*strokes[:at], replace(strokes[at], **changes), *strokes[at + 1 :])


def _level(to: float) -> float:
    return round(min(FULL, max(EMPTY, to)), LEVEL_PLACES)


def _seconds(seconds: float) -> float:
    return round(min(STROKE_MOST_S, max(STROKE_LEAST_S, seconds)) / STEP_S) * STEP_S


def _briefly_held(strokes: list[Stroke]) -> list[Stroke]:
    """Shorten what holds on for too long, the latest of it first."""
    held = [*held_s(strokes), 0.0]
    over = 0.0
    for at in reversed(range(len(strokes))):
        if not held[at + 1]:  # the last of a hold, or no hold at all
            over = max(0.0, held[at] - STROKE_MOST_S)
        shorter = min(over, strokes[at].seconds - STROKE_LEAST_S)
        strokes[at] = replace(strokes[at], seconds=strokes[at].seconds - shorter)
        over -= shorter
    return strokes


def _unhurried(strokes: list[Stroke]) -> Strokes:
    """Lengthen the last way out of each breath that would be fast."""
    for way, seconds in zip(ways(strokes), breaths_s(strokes), strict=True):
        last = way[-1]
        strokes[last] = replace(strokes[last], seconds=strokes[last].seconds + max(0.0, QUICKEST_S - seconds))
    return tuple(strokes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Strokes as they are drawn now, what they were before, and what was taken back."""

    strokes: Strokes
    past: tuple[Strokes, ...] = ()
    future: tuple[Strokes, ...] = ()
    gesture: str = ""
    """What is being done to them: all of one gesture is taken back at once."""

    def changed(self, strokes: Strokes, gesture: str = "") -> Drawing:
        """Return the drawing with other strokes."""
        if strokes == self.strokes:
            return self
        past = self.past if gesture and gesture == self.gesture else (*self.past, self.strokes)
        return Drawing(strokes=strokes, past=past, gesture=gesture)

    def settled(self) -> Drawing:
        """Return the drawing once a gesture has ended."""
        return replace(self, gesture="")

    def undone(self) -> Drawing:
        """Return the drawing before the last change."""
        if not self.past:
            return self
        *past, strokes = self.past
        return Drawing(strokes=strokes, past=tuple(past), future=(*self.future, self.strokes))

    def redone(self) -> Drawing:
        """Return the drawing with the change that was taken back last."""
        if not self.future:
            return self
        *future, strokes = self.future
        return Drawing(strokes=strokes, past=(*self.past, self.strokes), future=tuple(future))
