"""The breath around the present moment: behind it as it was breathed, ahead of it as it is laid out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf
from typing import TYPE_CHECKING

from grounding.sitting.pacing import is_followed
from grounding.sitting.sitting import Sitting, State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from grounding.breath.segment import Segment

AHEAD_S = 10.0
"""How far ahead the breath is seen: a whole one at six a minute."""
BEHIND_S = 8.0
"""How long what was breathed is remembered; a wave may show less of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Breathed:
    """How a sitting was laid out until it was changed."""

    until_s: float
    sitting: Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class Wave:
    """Fullness at any second of a sitting's own time, around the present one."""

    ahead: Sitting
    """The sitting as it is laid out from now on: running, and with own time for its clock's."""
    behind: tuple[Breathed, ...] = ()

    @classmethod
    def of(cls, sitting: Sitting) -> Wave:
        """Return the wave of a sitting that begins."""
        return cls(ahead=_laid_out(sitting))

    def gone_on(self, sitting: Sitting, own_s: float) -> Wave:
        """Return the wave after a change at `own_s`; what was breathed until then stays as it was."""
        laid_out = _laid_out(sitting)
        if laid_out == self.ahead:
            return self
        behind = (*self.behind, Breathed(until_s=own_s, sitting=self.ahead))
        return Wave(ahead=laid_out, behind=tuple(each for each in behind if each.until_s > own_s - BEHIND_S))

    def fullness(self, t_s: float) -> float:
        """Return how full the breath was, or will be, at `t_s`."""
        return self.line((t_s,))[0]

    def line(self, times_s: Iterable[float]) -> list[float]:
        """Return how full it is at each of these, which come in order; a piece of curve is looked for once."""
        levels: list[float] = []
        holds_s = -inf
        for t_s in times_s:
            if t_s >= holds_s:
                piece, holds_s = self._piece(t_s)
            levels.append(piece.at(t_s).fullness)
        return levels

    def _piece(self, t_s: float) -> tuple[Segment, float]:
        """Return the piece of curve at `t_s`, and until when it holds."""
        was = next((each for each in self.behind if t_s < each.until_s), None)
        sitting = (was.sitting if was else self.ahead).at(t_s)
        piece = sitting.course.segment(t_s)
        ends_s = inf if sitting.ends_s is None else sitting.ends_s
        return piece, min(piece.end_s, ends_s, was.until_s if was else inf)

    def known(self, own_s: float) -> bool:
        """Whether what lies ahead is known; where somebody is followed it is not."""
        return not is_followed(self.ahead.at(own_s))


def _laid_out(sitting: Sitting) -> Sitting:
    state = sitting.state if sitting.state is State.ENDED else State.RUNNING
    held_s = sitting.held_s if sitting.state is State.ENDED else None
    return replace(sitting, origin_s=0.0, held_s=held_s, state=state)
