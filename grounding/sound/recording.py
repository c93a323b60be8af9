"""What is to be written to a file: a practice laid out whole, plain data that crosses to the process that writes it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from grounding.base.settings import Voice
from grounding.breath.course import Course
from grounding.sound.mix import LEVEL, Mix, mix_from_plain, mix_to_plain
from grounding.sound.performance import LAST_BOWL_S, pattern_from_plain, pattern_to_plain
from grounding.sound.placed import Placed, placed_from_plain, placed_to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from grounding.breath.segment import Segment
    from grounding.breath.stroke import Pattern
    from grounding.sitting.timeline import Timeline

_SLACK = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A pattern from one second on, for so many seconds."""

    at_s: float
    seconds: float
    pattern: Pattern

    def segments(self, from_s: float, to_s: float) -> Iterator[Segment]:
        """Yield the pieces of curve that touch [from_s, to_s); one that would be cut off at the end is left out."""
        ends_s = self.at_s + self.seconds
        course = Course(begins_s=self.at_s, pattern=self.pattern)
        for piece in course.segments(max(from_s, self.at_s), min(to_s, ends_s - _SLACK)):
            if piece.end_s <= ends_s + _SLACK:
                yield piece


@dataclass(frozen=True, slots=True)
class Stretches:
    """One stretch after another; between them the orb rests."""

    each: tuple[Stretch, ...]

    def segments(self, from_s: float, to_s: float) -> Iterator[Segment]:
        """Yield the pieces of curve that touch [from_s, to_s), in order."""
        for stretch in self.each:
            if stretch.at_s < to_s and stretch.at_s + stretch.seconds > from_s:
                yield from stretch.segments(from_s, to_s)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """All that is heard from 0 to `seconds`, and the title that the file is to bear."""

    title: str
    seconds: float
    breath: Stretches
    voice: Voice
    mix: Mix = LEVEL
    bowls: tuple[float, ...] = ()
    clips: tuple[Placed, ...] = ()


def recording_of(
    timeline: Timeline, *, title: str, voice: Voice, bowl: bool = True, clips: bool = True, mix: Mix = LEVEL
) -> Recording:
    """Return a timeline as it is heard; `bowl` marks its beginning, each change of place, and its end."""
    stretches = (
        Stretch(at_s=part.at_s, seconds=part.seconds, pattern=part.pattern)
        for part in timeline.parts
        if part.pattern.strokes
    )
    return Recording(
        title=title,
        seconds=timeline.seconds,
        breath=Stretches(tuple(stretches)),
        voice=voice,
        mix=mix,
        bowls=tuple(_bowls(timeline)) if bowl else (),
        clips=tuple(
            Placed(at_s=each.at_s, path=each.clip, quiet_s=each.quiet_s) for each in timeline.spoken() if clips
        ),
    )


def _bowls(timeline: Timeline) -> Iterator[float]:
    yield 0.0
    for before, part in pairwise(timeline.parts):
        if part.region is not before.region:
            yield part.at_s
    if timeline.seconds >= 2 * LAST_BOWL_S:
        yield timeline.seconds - LAST_BOWL_S


def recording_to_plain(recording: Recording) -> dict[str, Any]:
    """Return the recording as dicts, lists, strings and numbers, lossless; see `recording_from_plain`."""
    return {
        "title": recording.title,
        "seconds": recording.seconds,
        "breath": [[each.at_s, each.seconds, pattern_to_plain(each.pattern)] for each in recording.breath.each],
        "voice": recording.voice.value,
        "mix": mix_to_plain(recording.mix),
        "bowls": list(recording.bowls),
        "clips": placed_to_plain(recording.clips),
    }


def recording_from_plain(plain: Mapping[str, Any]) -> Recording:
    """Return the recording whose plain form this is.

    Raises:
        KeyError, TypeError, ValueError: where it is not one.
    """
    stretches = (
        Stretch(at_s=at_s, seconds=seconds, pattern=pattern_from_plain(pattern))
        for at_s, seconds, pattern in plain["breath"]
    )
    return Recording(
        title=plain["title"],
        seconds=plain["seconds"],
        breath=Stretches(tuple(stretches)),
        voice=Voice(plain["voice"]),
        mix=mix_from_plain(plain["mix"]),
        bowls=tuple(plain["bowls"]),
        clips=placed_from_plain(plain["clips"]),
    )
