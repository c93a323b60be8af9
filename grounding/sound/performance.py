"""What is to be heard: plain data that the window makes, and that crosses to the sound process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from grounding.base.settings import Voice
from grounding.breath.course import Course, Segment
from grounding.breath.stroke import Pattern, Stroke

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance:
    """A breath and its bowls in a sitting's own time, and where that time stands on the clock."""

    breath: Course
    zero_s: float
    """The second of the session clock (`base.clock`, one for all processes) at which own time is, or would be, 0."""
    held_s: float | None = None
    """The own time that it stands still at: nothing is heard; None while it goes on."""
    voice: Voice = Voice.TONE
    """What is heard with the breath; under `Voice.NONE` only the bowls are."""
    bowls: tuple[float, ...] = ()
    """Own times at which a bowl is struck; one meant for now is placed `performance.AHEAD_S` ahead."""

    @property
    def audible(self) -> bool:
        """Whether there is anything to hear in it, now or later."""
        breathing = bool(self.breath.pattern.strokes or self.breath.lead) and self.voice is not Voice.NONE
        return self.held_s is None and (breathing or bool(self.bowls))


AHEAD_S = 0.4
"""How far ahead a bowl has to be placed to be heard from its beginning: message, buffers (0.2 s) and cross-fade."""


def performance_to_plain(performance: Performance) -> dict[str, Any]:
    """Return the performance as dicts, lists, strings and numbers, lossless; see `performance_from_plain`."""
    breath = performance.breath
    return {
        "begins_s": breath.begins_s,
        "pattern": {
            "id": breath.pattern.id,
            "strokes": [[stroke.to, stroke.seconds] for stroke in breath.pattern.strokes],
            "breaths": breath.pattern.breaths,
        },
        "lead": [[piece.at_s, piece.seconds, piece.level, piece.target, piece.speed] for piece in breath.lead],
        "zero_s": performance.zero_s,
        "held_s": performance.held_s,
        "voice": performance.voice.value,
        "bowls": list(performance.bowls),
    }


def performance_from_plain(plain: Mapping[str, Any]) -> Performance:
    """Return the performance whose plain form this is.

    Raises:
        KeyError, TypeError, ValueError: where it is not one.
    """
    strokes = tuple(Stroke(to=to, seconds=seconds) for to, seconds in plain["pattern"]["strokes"])
    lead = tuple(
        Segment(at_s=at_s, seconds=seconds, level=level, target=target, speed=speed)
        for at_s, seconds, level, target, speed in plain["lead"]
    )
    pattern = Pattern(id=plain["pattern"]["id"], strokes=strokes, breaths=plain["pattern"]["breaths"])
    return Performance(
        breath=Course(begins_s=plain["begins_s"], pattern=pattern, lead=lead),
        zero_s=plain["zero_s"],
        held_s=plain["held_s"],
        voice=Voice(plain["voice"]),
        bowls=tuple(plain["bowls"]),
    )
