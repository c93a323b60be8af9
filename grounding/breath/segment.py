"""One piece of curve: what fullness is from one moment to the next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import cos, exp, inf, pi, sin
from typing import Protocol

from grounding.breath.stroke import EMPTY

STILL = 1e-9
"""Fullness below which, and speed (x 1000) below which, the orb is at rest: the last bits of a sum."""


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

    @property
    def empty(self) -> bool:
        """Whether the orb is empty and still."""
        return self.fullness <= EMPTY + STILL and abs(self.speed) <= 1000 * STILL

    @property
    def rising(self) -> bool:
        """Whether this is on an in-breath; at the turn within a double in-breath it is, too."""
        return self.speed > 0 or (self.speed == 0 and self.phase is Phase.IN)


class Breath(Protocol):
    """Anything that knows its level at any second."""

    def at(self, t_s: float) -> Level: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One piece of curve that ends at rest: a raised cosine from rest, a cubic where it starts in motion.

    One with a `weight` is drawn towards its target as a lung is, and does not wait for its end; see `followed`.
    """

    at_s: float
    seconds: float
    level: float
    target: float
    speed: float = 0.0
    waiting: bool = False
    """Whether it is the rest before a breath begins."""
    weight: float = 0.0
    """How closely it follows, a second; 0 where nobody is followed."""

    @property
    def held(self) -> bool:
        """Whether the breath is held: a rest that belongs to it, and ends."""
        return self.phase is Phase.REST and self.seconds < inf and not self.waiting

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
        since_s = max(0.0, t_s - self.at_s)
        fullness, speed = self.drawn(since_s) if self.weight else self._curve(since_s / self.seconds)
        return Level(min(1.0, max(0.0, fullness)), speed, self.phase)

    def _curve(self, u: float) -> tuple[float, float]:
        rise = self.target - self.level
        if self.speed == 0.0:
            return self.level + rise * (1 - cos(pi * u)) / 2, rise * pi / 2 * sin(pi * u) / self.seconds
        start = self.speed * self.seconds  # the start speed in fullness a whole piece
        fullness = self.level + rise * u * u * (3 - 2 * u) + start * u * (1 - u) ** 2
        slope = rise * 6 * u * (1 - u) + start * (1 - u) * (1 - 3 * u)
        return fullness, slope / self.seconds

    def drawn(self, since_s: float) -> tuple[float, float]:
        """Return fullness and speed on the critically damped way to the target, which it nears without passing it."""
        away, left = self.level - self.target, exp(-self.weight * since_s)
        push = self.speed + self.weight * away
        return self.target + (away + push * since_s) * left, (push - self.weight * (away + push * since_s)) * left
