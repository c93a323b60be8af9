"""A clip and its place in time: plain data, for the window has no need to open it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A kept clip that begins at one second of own time, and has so many seconds before something else is said."""

    at_s: float
    path: str
    quiet_s: float


def placed_to_plain(placed: Iterable[Placed]) -> list[list[Any]]:
    """Return clips as lists of numbers and strings; a quiet without end is None."""
    return [[each.at_s, each.path, each.quiet_s if each.quiet_s < float("inf") else None] for each in placed]


def placed_from_plain(plain: Iterable[Iterable[Any]]) -> tuple[Placed, ...]:
    """Return the clips whose plain form this is.

    Raises:
        TypeError, ValueError: where it is not one.
    """
    return tuple(
        Placed(at_s=at_s, path=path, quiet_s=float("inf") if quiet_s is None else quiet_s)
        for at_s, path, quiet_s in plain
    )
