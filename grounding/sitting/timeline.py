"""A score on one line of time, for a file, a list of cues or a renderer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from grounding.breath.course import Course

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grounding.body.region import Region
    from grounding.breath.segment import Phase, Segment
    from grounding.breath.stroke import Pattern
    from grounding.practice.practice import Kind

_SLACK = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Something that happens at one second: a step or place begins, words come, the breath turns, the end."""

    at_s: float
    kind: str
    """"step", "place", "words", "in", "out", "rest" or "end"."""
    text: str | None = None
    region: Region | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Words that somebody says: when, in which sound file, and how long the quiet is that they have."""

    at_s: float
    clip: str
    quiet_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidPart:
    """One part of a score with its place on the line of time."""

    step: int
    at_s: float
    seconds: float
    kind: Kind
    pattern: Pattern
    region: Region | None
    said: tuple[tuple[float, str], ...]
    spoken: tuple[Spoken, ...] = ()

    def strokes(self) -> Iterator[Segment]:
        """Yield the moves and holds of the breath; where the orb rests there is none."""
        end_s = self.at_s + self.seconds + _SLACK
        yield from (piece for piece in self._pieces() if piece.end_s <= end_s)

    def cues(self) -> Iterator[Cue]:
        """Yield what happens within this part, in order of time."""
        if self.region is not None:
            yield Cue(at_s=self.at_s, kind="place", region=self.region)
        spoken = [Cue(at_s=self.at_s + at_s, kind="words", text=text, region=self.region) for at_s, text in self.said]
        turns = [Cue(at_s=piece.at_s, kind=phase.value) for piece, phase in self._turns()]
        yield from sorted(spoken + turns, key=lambda cue: cue.at_s)

    def _turns(self) -> Iterator[tuple[Segment, Phase]]:
        """Yield the pieces at which the word under the orb changes; where it only rests it has none."""
        word = None
        for piece in self._pieces() if self.pattern.strokes else ():
            if piece.phase is not word:
                yield piece, piece.phase
            word = piece.phase

    def _pieces(self) -> Iterator[Segment]:
        """Yield the pieces of the breath, the rest after a counted one among them."""
        course = Course(begins_s=self.at_s, pattern=self.pattern)
        return course.segments(self.at_s, self.at_s + self.seconds - _SLACK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A whole practice from 0 to `seconds`."""

    parts: tuple[LaidPart, ...]
    seconds: float

    def strokes(self) -> Iterator[Segment]:
        for part in self.parts:
            yield from part.strokes()

    def spoken(self) -> Iterator[Spoken]:
        """Yield what somebody says, at its second of the whole."""
        for part in self.parts:
            yield from (replace(each, at_s=part.at_s + each.at_s) for each in part.spoken)

    def cues(self, from_s: float = 0.0, to_s: float = float("inf")) -> Iterator[Cue]:
        """Yield the cues with `from_s` <= at < `to_s`, so that pieces side by side give each cue once."""
        yield from (cue for cue in self._cues() if from_s <= cue.at_s < to_s)

    def _cues(self) -> Iterator[Cue]:
        step = None
        for part in self.parts:
            if part.step != step:
                yield Cue(at_s=part.at_s, kind="step", text=part.kind.value)
            step = part.step
            yield from part.cues()
        yield Cue(at_s=self.seconds, kind="end")


def timeline_to_plain(timeline: Timeline, practice: str) -> dict[str, Any]:
    """Return the shape of `grounding score --json`."""
    return {
        "practice": practice,
        "seconds": _tidy(timeline.seconds),
        "strokes": [
            {"at_s": _tidy(piece.at_s), "seconds": _tidy(piece.seconds), "from": piece.level, "to": piece.target}
            for piece in timeline.strokes()
        ],
        "cues": [_cue_to_plain(cue) for cue in timeline.cues()],
    }


def _cue_to_plain(cue: Cue) -> dict[str, Any]:
    told: dict[str, Any] = {"at_s": _tidy(cue.at_s), "kind": cue.kind}
    if cue.text is not None:
        told["text"] = cue.text
    if cue.region is not None:
        told["region"] = cue.region.value
    return told


def _tidy(seconds: float) -> float:
    """Return seconds without the last bits of a sum: to the microsecond."""
    return round(seconds, 6)
