"""What a person reports of one place, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from grounding.base.failure import Failure

if TYPE_CHECKING:
    from grounding.body.region import Region

STRENGTH_MAX = 10
STRONG = 8
"""From this strength on, less is offered."""
RISE = 2
"""A rise of this much during a sitting offers less."""


class Change(StrEnum):
    """What became of a sensation; every answer is as good as every other."""

    SAME = "same"
    SOFTER = "softer"
    STRONGER = "stronger"
    MOVED = "moved"
    GONE = "gone"
    CANT_TELL = "cant-tell"


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """What became of a sensation by the second check-in."""

    change: Change
    strength: int | None = None
    words: tuple[str, ...] = ()
    moved_to: Region | None = None

    def __post_init__(self) -> None:
        _check_strength(self.strength)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensation:
    """One region with its words, strength and note.

    Raises:
        Failure: `strength-out-of-range` where the strength is not a whole number from 0 to 10.
    """

    region: Region
    words: tuple[str, ...] = ()
    """Ids of known words, and a person's own words as they wrote them."""
    strength: int | None = None
    note: str = ""
    after: After | None = None

    def __post_init__(self) -> None:
        _check_strength(self.strength)

    @property
    def all_words(self) -> tuple[str, ...]:
        """The words of the first check-in, then those of the second."""
        return (*self.words, *(self.after.words if self.after else ()))

    @property
    def asks_for_less(self) -> bool:
        """Whether to offer less: it began very strong, or has risen by two, or is very strong now."""
        now = self.after.strength if self.after else None
        if now is None:
            return self.after is None and self.strength is not None and self.strength >= STRONG
        return now >= STRONG if self.strength is None else now - self.strength >= RISE


def _check_strength(strength: int | None) -> None:
    if strength is not None and not (type(strength) is int and 0 <= strength <= STRENGTH_MAX):
        raise Failure("strength-out-of-range", most=STRENGTH_MAX)


class Noticed(StrEnum):
    """The first, light answer of a check-in."""

    PLACES = "places"
    NOTHING = "nothing"
    CANT_TELL = "cant-tell"
    RATHER_NOT = "rather-not"
