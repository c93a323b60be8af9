"""How one moment of a sensation is drawn: a ring for what was there, a disc for what came after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grounding.body.sensation import STRENGTH_MAX, Change

if TYPE_CHECKING:
    from grounding.body.sensation import After, Sensation

NOT_SAID = 5 / STRENGTH_MAX
"""The one middle size where nobody said how strong it was."""
_SHARES = {Change.SAME: 1.0, Change.SOFTER: 0.5, Change.STRONGER: 1.4, Change.MOVED: 0.6}
"""How large the disc is, as a share of the ring, where only what became of it was said; else there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Sizes from 0, the faintest, to 1, the strongest."""

    ring: float
    thin: bool
    """Whether nobody said how strong it was."""
    disc: float | None
    """None where there is nothing to draw: it is gone, one cannot tell, or nobody asked."""


def mark_of(sensation: Sensation) -> Mark:
    """Return how a sensation is drawn."""
    ring = _size(sensation.strength)
    return Mark(ring=ring, thin=sensation.strength is None, disc=_disc(ring, sensation.after))


def _disc(ring: float, after: After | None) -> float | None:
    if after is None or after.change not in _SHARES:
        return None
    return min(1.0, ring * _SHARES[after.change]) if after.strength is None else _size(after.strength)


def _size(strength: int | None) -> float:
    return NOT_SAID if strength is None else strength / STRENGTH_MAX
