"""What is to be heard: plain data that the window makes, and that crosses to the sound process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from grounding.base.settings import Voice
from grounding.breath.course import Course
from grounding.breath.segment import Segment
from grounding.breath.stroke import Pattern, Stroke
from grounding.sound.mix import LEVEL, Mix, mix_from_plain, mix_to_plain
from grounding.sound.placed import Placed, placed_from_plain, placed_to_plain

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance:
    """A breath and its bowls in a sitting's own time, and where that time stands on the clock."""

    breath: Course
    zero_s: float
    """The second of the session clock (`base.clock`, one for all processes) at which own time is, or would be, 0."""
    followed: bool = False
    """Whether the breath answers to a person: then it is heard as soon as can be, and waited for while it rests."""
    held_s: float | None = None
    """The own time that it stands still at: nothing is heard; None while it goes on."""
    voice: Voice = Voice.TONE
    """What is heard with the breath; under `Voice.NONE` only the bowls are."""
    mix: Mix = LEVEL
    delay_s: float = 0.0
    """How much later than it is sent the sound is heard; it is sent so much sooner."""
    clips: tuple[Placed, ...] = ()
    """What somebody says."""
    bowls: tuple[float, ...] = ()
    """Own times at which a bowl is struck; one meant for now is placed `AHEAD_S` and the delay ahead."""

    @property
    def audible(self) -> bool:
        """Whether there is anything to hear in it, now or later."""
        breathes = self.followed or bool(self.breath.pattern.strokes or self.breath.lead)
        breathing = breathes and self.voice is not Voice.NONE
        return self.held_s is None and (breathing or bool(self.bowls) or bool(self.clips))


LAST_BOWL_S = 6.0
"""How long before the end the last bowl is struck: it has rung out when the practice is over."""
AHEAD_S = 0.4
"""How far ahead a bowl has to be placed to be heard from its beginning: message, buffers (0.2 s) and cross-fade."""


def performance_to_plain(performance: Performance) -> dict[str, Any]:
    """Return the performance as dicts, lists, strings and numbers, lossless; see `performance_from_plain`."""
    breath = performance.breath
    return {
        "begins_s": breath.begins_s,
        "pattern": pattern_to_plain(breath.pattern),
        "lead": [
            [piece.at_s, piece.seconds, piece.level, piece.target, piece.speed, piece.weight] for piece in breath.lead
        ],
        "zero_s": performance.zero_s,
        "followed": performance.followed,
        "held_s": performance.held_s,
        "voice": performance.voice.value,
        "delay_s": performance.delay_s,
        "mix": mix_to_plain(performance.mix),
        "clips": placed_to_plain(performance.clips),
        "bowls": list(performance.bowls),
    }


def performance_from_plain(plain: Mapping[str, Any]) -> Performance:
    """Return the performance whose plain form this is.

    Raises:
        KeyError, TypeError, ValueError: where it is not one.
    """
    lead = tuple(
        Segment(at_s=at_s, seconds=seconds, level=level, target=target, speed=speed, weight=weight)
        for at_s, seconds, level, target, speed, weight in plain["lead"]
    )
    return Performance(
        breath=Course(begins_s=plain["begins_s"], pattern=pattern_from_plain(plain["pattern"]), lead=lead),
        zero_s=plain["zero_s"],
        followed=plain["followed"],
        held_s=plain["held_s"],
        voice=Voice(plain["voice"]),
        delay_s=plain["delay_s"],
        mix=mix_from_plain(plain["mix"]),
        clips=placed_from_plain(plain["clips"]),
        bowls=tuple(plain["bowls"]),
    )


def pattern_to_plain(pattern: Pattern) -> dict[str, Any]:
    """Return a pattern as strings, lists and numbers, lossless."""
    strokes = [[stroke.to, stroke.seconds] for stroke in pattern.strokes]
    return {"id": pattern.id, "strokes": strokes, "breaths": pattern.breaths}


def pattern_from_plain(plain: Mapping[str, Any]) -> Pattern:
    """Return the pattern whose plain form this is.

    Raises:
        KeyError, TypeError, ValueError: where it is not one.
    """
    strokes = tuple(Stroke(to=to, seconds=seconds) for to, seconds in plain["strokes"])
    return Pattern(id=plain["id"], strokes=strokes, breaths=plain["breaths"])
