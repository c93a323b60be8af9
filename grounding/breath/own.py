"""What a breath of a person's own may be: theirs in every way but fast, or held for long."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from grounding.breath.stroke import EMPTY, Pattern, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STROKE_LEAST_S, STROKE_MOST_S = 0.5, 20.0
STEP_S = 0.25
STROKES_LEAST, STROKES_MOST = 2, 24
NAME_CHARACTERS = 60
LEVEL_PLACES = 2
"""Levels are hundredths: less than that moves nothing one could see."""
QUICKEST_S = 3.0
"""Fast breathing is not offered: no breath is in and out again in less, which is 20 a minute (more does not calm:
Bentley 2023; it makes dizzy). Holds do not count, for they can be skipped."""
_SLACK = 1e-9


class Flaw(StrEnum):
    """Why strokes are no breath that is offered."""

    STILL = "pattern-begins-still"
    OPEN = "pattern-ends-open"
    HELD = "pattern-holds-long"
    FAST = "pattern-is-fast"


def flaw(strokes: Sequence[Stroke]) -> Flaw | None:
    """Return why these strokes are no breath that is offered, None where they are one."""
    if not strokes or strokes[0].to == EMPTY:
        return Flaw.STILL
    if strokes[-1].to != EMPTY:
        return Flaw.OPEN
    if max(held_s(strokes), default=0.0) > STROKE_MOST_S:
        return Flaw.HELD
    if min(breaths_s(strokes)) < QUICKEST_S - _SLACK:
        return Flaw.FAST
    return None


def held_s(strokes: Sequence[Stroke]) -> Iterator[float]:
    """Yield how long each hold lasts, counted on where one stands beside another."""
    held = 0.0
    for before, stroke in _pattern(strokes).pairs():
        held = held + stroke.seconds if stroke.to == before else 0.0
        yield held


def breaths_s(strokes: Sequence[Stroke]) -> Iterator[float]:
    """Yield how long each way in and out takes without its holds."""
    for way in ways(strokes):
        yield sum(strokes[at].seconds for at in way)


def ways(strokes: Sequence[Stroke]) -> Iterator[list[int]]:
    """Yield each way in and out as the places of its strokes, without holds; a rise after a fall begins the next."""
    way: list[int] = []
    rose = True
    for at, (before, stroke) in enumerate(_pattern(strokes).pairs()):
        if stroke.to == before:
            continue
        rises = stroke.to > before
        if rises and not rose:
            yield way
            way = []
        way.append(at)
        rose = rises
    if way:
        yield way


def _pattern(strokes: Sequence[Stroke]) -> Pattern:
    return Pattern(id="", strokes=tuple(strokes))
