"""The middle of a few numbers: `statistics` would bring decimal fractions with it, a megabyte at every start."""

from __future__ import annotations

from math import fsum, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def median(values: Sequence[float]) -> float:
    """Return the middle one of at least one, or what lies halfway between the middle two."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return (ordered[half] + ordered[~half]) / 2


def mean(values: Sequence[float]) -> float:
    """Return the mean of at least one."""
    return fsum(values) / len(values)


def spread(values: Sequence[float]) -> float:
    """Return how far they are from their mean, as the root of the mean square."""
    middle = mean(values)
    return sqrt(mean([(each - middle) ** 2 for each in values]))
