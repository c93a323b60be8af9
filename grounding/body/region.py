"""The places of the body that can be named; a new one is one more line here, its name and shape beside the others."""

from __future__ import annotations

from enum import StrEnum


class Region(StrEnum):
    """A place in the body, in the order in which places are offered: hands first, wherever it may be last."""

    HANDS = "hands"
    EYES = "eyes"
    CHEST = "chest"
    JAW = "jaw"
    THROAT = "throat"
    SHOULDERS = "shoulders"
    BELLY = "belly"
    BACK = "back"
    LEGS = "legs"
    FEET = "feet"
    ELSEWHERE = "somewhere-else"


MEDICAL = frozenset({Region.CHEST, Region.EYES})
"""Where a quiet link says what is for a doctor now, not for a practice."""
