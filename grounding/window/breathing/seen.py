"""What the window shows of a sitting: a snapshot, derived from the sitting and the second alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grounding.practice.practice import Kind
from grounding.sitting.sitting import State

if TYPE_CHECKING:
    from grounding.sitting.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """All that the window shows of a sitting, but for the fullness of the moment."""

    kind: str = ""
    phase: str = ""
    words: str = ""
    region: str = ""
    step: int = 0
    steps: int = 0
    part: int = 0
    paused: bool = False
    running: bool = False
    moving: bool = False
    holds: bool = False
    resting: bool = False
    """Whether the orb rests at the person's own pace."""
    with_breath: bool = False
    may_breathe: bool = False
    lasts: bool = False
    again: bool = False
    """Whether this check-in is the second one."""


def seen(sitting: Sitting, now_s: float, steps: int) -> Seen:
    """Return what is shown of a sitting at `now_s`."""
    now = sitting.at(now_s)
    moment, part = now.moment(now_s), now.now_part
    before = now.score.parts[: now.part]
    return Seen(
        kind=moment.kind.value,
        phase=moment.phase.value if now.course.pattern.strokes or now.course.lead else "",
        words=moment.words,
        region=moment.region.value if moment.region else "",
        step=moment.step,
        steps=steps,
        part=now.part,
        paused=now.state is State.PAUSED,
        running=now.state is State.RUNNING,
        moving=now.moving,
        holds=now.state is State.RUNNING and now.course.pattern.holds,
        resting=part.kind is Kind.BREATHE and not now.course.pattern.strokes,
        with_breath=now.breathing,
        may_breathe=part.kind is Kind.SCAN,
        lasts=part.seconds is not None,
        again=part.kind is Kind.CHECK_IN and any(each.kind is Kind.CHECK_IN for each in before),
    )
