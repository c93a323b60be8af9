"""How often a place has spoken, in words: nobody is told a number, and no place stands before another."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from grounding.body.region import Region

if TYPE_CHECKING:
    from collections.abc import Mapping

FEW = 2
"""So many times are once or twice, however seldom anything else spoke."""


class Often(StrEnum):
    """How often a place spoke in some time, from the quietest on."""

    NOT = "not"
    ONCE_OR_TWICE = "once-or-twice"
    NOW_AND_THEN = "now-and-then"
    OFTEN = "often"


def how_often(times: Mapping[Region, int]) -> dict[Region, Often]:
    """Return the word for each place, given how many times it spoke; often is half as often as any place, or more."""
    most = max(times.values(), default=0)

    def word(count: int) -> Often:
        if count <= FEW:
            return Often.ONCE_OR_TWICE if count > 0 else Often.NOT
        return Often.OFTEN if 2 * count >= most else Often.NOW_AND_THEN

    return {region: word(times.get(region, 0)) for region in Region}
