"""Less, when it is a lot: what is left of a practice then, and that it is never longer than what was to come."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from grounding.practice.practice import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from grounding.body.region import Region
    from grounding.practice.practice import Practice, Step
    from grounding.sitting.score import Part

LEAST_S = 10.0
"""A place is stayed with for so long at least, even where nothing with a clock was to come."""


def scan_for(practice: Practice, region: Region) -> Step | None:
    """Return the scan that has words for a place, one that goes to any place that is named before the others."""
    scans = [step for step in practice.steps if step.kind is Kind.SCAN and step.said_at(region)]
    return next((step for step in scans if step.named_first), next(iter(scans), None))


def one_place(practice: Practice, region: Region) -> Practice:
    """Return what is left of a practice when less is wanted: a place it has words for, the room, the close."""
    scan = scan_for(practice, region)
    there = (replace(scan, regions=(region,), named_first=False),) if scan else ()
    after = (step for step in practice.steps if step.kind in (Kind.ORIENT, Kind.CLOSE))
    return replace(practice, steps=(*there, *after))


def shortened(practice: Practice, seconds: float) -> Practice:
    """Return the first scan of a practice alone, no longer than `seconds`, and its close."""
    scan = next(step for step in practice.steps if step.kind is Kind.SCAN)
    closes = tuple(step for step in practice.steps if step.kind is Kind.CLOSE)
    return replace(practice, steps=(replace(scan, seconds=max(LEAST_S, seconds)), *closes))


def clocked_s(parts: Iterable[Part]) -> float:
    """Return how long the parts with a clock take together, in seconds."""
    return sum(part.seconds or 0.0 for part in parts)
