"""A practice laid out in time: a pure function from a position to what is seen and said there."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from grounding.breath.patterns import OWN_PACE
from grounding.practice.practice import CLOCKLESS, Kind, Practice, Prompt, Step
from grounding.sitting.timeline import LaidPart, Spoken, Timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from grounding.body.region import Region
    from grounding.breath.segment import Breath, Phase
    from grounding.breath.stroke import Pattern

STAY_WORDS_S = 15.0
"""In a stay step the words fade after so long: silence is silence."""
_SLACK = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words, and the second of their part at which they come."""

    at_s: float
    text: str
    clip: str | None = None
    """The sound file in which somebody says them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A step laid out, or one place of a scan."""

    step: int
    """The index of its step in the practice."""
    kind: Kind
    seconds: float | None
    """None: it has no clock, or goes on until it is left."""
    quiet_s: float = 0.0
    pattern: Pattern = OWN_PACE
    """What the orb does; where it only rests, the resting pattern."""
    breath: Pattern | None = None
    """scan: what the orb would do if the person chose to breathe with it."""
    region: Region | None = None
    said: tuple[Said, ...] = ()

    @property
    def answered(self) -> bool:
        """Whether a person answers here, without a clock."""
        return self.kind in CLOCKLESS

    def words(self, into_s: float) -> str:
        """Return the words that stand `into_s` seconds into the part."""
        spoken = [said for said in self.said if said.at_s <= into_s]
        if not spoken or (self.kind is Kind.STAY and into_s >= spoken[-1].at_s + STAY_WORDS_S):
            return ""
        return spoken[-1].text

    def spoken(self, seconds: float) -> Iterator[Spoken]:
        """Yield what somebody says in a part of so many seconds (endless: inf), each with the quiet it has."""
        ends = (*(said.at_s for said in self.said[1:]), seconds)
        for said, ends_s in zip(self.said, ends, strict=False):
            if said.clip and said.at_s < min(ends_s, seconds):
                yield Spoken(at_s=said.at_s, clip=said.clip, quiet_s=min(ends_s, seconds) - said.at_s)

    def next_words_s(self, into_s: float) -> float | None:
        """Return the second of the part at which its words change next, or None."""
        changes = [said.at_s for said in self.said]
        if self.kind is Kind.STAY:
            changes += [at_s + STAY_WORDS_S for at_s in changes]
        now = self.words(into_s)
        return min((at_s for at_s in changes if at_s > into_s and self.words(at_s) != now), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where in the score a sitting is."""

    part: int
    into_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """All that is seen and said at one position."""

    step: int
    kind: Kind
    fullness: float
    phase: Phase
    words: str
    region: Region | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The parts of a practice in order."""

    practice: str
    parts: tuple[Part, ...]

    @property
    def endless(self) -> bool:
        """Whether a part goes on until it is left."""
        return any(part.seconds is None and not part.answered for part in self.parts)

    def moment(self, position: Position, breath: Breath, own_s: float) -> Moment:
        """Return what is at `position`, with the breath as it is at `own_s` of the sitting's own time."""
        part, level = self.parts[position.part], breath.at(own_s)
        return Moment(
            step=part.step,
            kind=part.kind,
            fullness=level.fullness,
            phase=level.phase,
            words=part.words(position.into_s),
            region=part.region,
        )

    def flat(self) -> Timeline:
        """Return the whole score on one line of time, steps without a clock counted as their `quiet_s`."""
        laid, at_s = [], 0.0
        for part in self.parts:
            seconds = part.quiet_s if part.answered else _whole(part, part.seconds)
            words = tuple((said.at_s, said.text) for said in part.said if said.at_s < max(seconds, _SLACK))
            laid.append(
                LaidPart(
                    step=part.step,
                    at_s=at_s,
                    seconds=seconds,
                    kind=part.kind,
                    pattern=part.pattern,
                    region=part.region,
                    said=words,
                    spoken=tuple(part.spoken(seconds)),
                )
            )
            at_s += seconds
        return Timeline(parts=tuple(laid), seconds=at_s)


OPEN_LAYOUT_S = 300.0
"""What is laid out of a practice that has no end."""


def _whole(part: Part, seconds: float | None) -> float:
    if seconds is not None:
        return seconds
    return _whole_breaths(part.pattern, OPEN_LAYOUT_S)


def _whole_breaths(pattern: Pattern, seconds: float) -> float:
    """Return the shortest time, at least `seconds`, that ends on a whole breath of the pattern."""
    if not pattern.strokes:
        return seconds
    if pattern.breaths is not None:
        return max(seconds, pattern.breaths * pattern.seconds)
    return ceil(seconds / pattern.seconds - _SLACK) * pattern.seconds


def lay_out(
    practice: Practice,
    *,
    pattern: Pattern | None = None,
    open_end: bool = False,
    seconds: float | None = None,
    left_out: Collection[Region] = (),
    named: Sequence[Region] = (),
) -> Score:
    """Return the practice laid out.

    `pattern` stands in for every breathe step's own; `seconds` (or `open_end`) for the length of the one breathe step
    of a practice that has no end by itself; `left_out` places vanish; `named` are the places of the last check-in,
    the mildest first.
    """
    length = _Length(seconds=seconds, open_end=open_end)
    layout = _Layout(practice=practice, pattern=pattern, length=length, left_out=frozenset(left_out), named=named)
    return Score(practice=practice.id, parts=tuple(layout.parts()))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Length:
    seconds: float | None
    open_end: bool

    def of(self, step: Step) -> float | None:
        if self.open_end:
            return None
        return self.seconds if self.seconds is not None else step.seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    practice: Practice
    pattern: Pattern | None
    length: _Length
    left_out: frozenset[Region]
    named: Sequence[Region]

    def parts(self) -> Iterator[Part]:
        for index, step in enumerate(self.practice.steps):
            makers: dict[Kind, Callable[[int, Step], Iterator[Part]]] = {
                Kind.BREATHE: self._breathe,
                Kind.SCAN: self._scan,
            }
            yield from makers.get(step.kind, self._plain)(index, step)

    def _plain(self, index: int, step: Step) -> Iterator[Part]:
        yield Part(
            step=index,
            kind=step.kind,
            seconds=None if step.kind in CLOCKLESS else step.seconds,
            quiet_s=step.quiet_s,
            said=self._timed(step.prompts, step.quiet_s if step.kind in CLOCKLESS else step.seconds),
        )

    def _breathe(self, index: int, step: Step) -> Iterator[Part]:
        own = self.practice.pattern(step.pattern)
        pattern = self.pattern or own
        seconds = self._breathing_s(step, own, pattern)
        yield Part(
            step=index,
            kind=step.kind,
            seconds=seconds,
            pattern=pattern,
            said=self._timed(step.prompts, seconds),
        )

    def _breathing_s(self, step: Step, own: Pattern, pattern: Pattern) -> float | None:
        """Return how long a breathe step takes: whole breaths of `pattern`, for about as long as was meant."""
        breaths = step.breaths or own.breaths
        if breaths is None:
            meant_s = self.length.of(step)
            return None if meant_s is None else _whole_breaths(pattern, meant_s)
        if pattern == own:
            return breaths * own.seconds
        return _whole_breaths(pattern, breaths * own.seconds)

    def _scan(self, index: int, step: Step) -> Iterator[Part]:
        chosen = self.named if step.named_first and self.named else step.regions
        for region in chosen:
            if region in self.left_out:
                continue
            yield Part(
                step=index,
                kind=step.kind,
                seconds=step.seconds,
                breath=self._scan_breath(step),
                region=region,
                said=self._timed(step.said_at(region), step.seconds),
            )

    def _scan_breath(self, step: Step) -> Pattern:
        if self.pattern is not None:
            return self.pattern
        before = [each.pattern for each in self.practice.steps if each.pattern]
        return self.practice.pattern(step.pattern or (before[-1] if before else None))

    def _timed(self, prompts: Sequence[Prompt], seconds: float | None) -> tuple[Said, ...]:
        return tuple(
            Said(at_s=at_s, text=prompt.text, clip=f"{self.practice.clips}/{prompt.clip}" if prompt.clip else None)
            for at_s, prompt in zip(times(prompts, seconds), prompts, strict=True)
        )


def times(prompts: Sequence[Prompt], seconds: float | None) -> Iterator[float]:
    """Yield the second of each prompt: what has no quiet of its own shares what is left evenly."""
    given_s = sum(prompt.quiet_s or 0 for prompt in prompts)
    open_ones = sum(1 for prompt in prompts if prompt.quiet_s is None)
    share_s = max(0.0, (OPEN_LAYOUT_S if seconds is None else seconds) - given_s) / open_ones if open_ones else 0.0
    at_s = 0.0
    for prompt in prompts:
        yield at_s
        at_s += share_s if prompt.quiet_s is None else prompt.quiet_s
