"""A practice: an ordered list of steps."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from grounding.breath.patterns import GENTLE, PATTERNS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from grounding.body.region import Region
    from grounding.breath.stroke import Pattern


class Kind(StrEnum):
    """What a step is."""

    ARRIVE = "arrive"
    BREATHE = "breathe"
    NAME = "name"
    CHECK_IN = "check-in"
    SCAN = "scan"
    STAY = "stay"
    ORIENT = "orient"
    CLOSE = "close"


CLOCKLESS = frozenset({Kind.NAME, Kind.CHECK_IN, Kind.CLOSE})
"""Where a person answers there is no clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One line of words, and the quiet that belongs to it."""

    text: str
    quiet_s: float | None = None
    """Seconds from when it is said until the next one; None shares out what is left of the step evenly."""
    clip: str | None = None
    """The name of the sound file in which somebody says it, in the practice's folder of clips."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What is said at one place of a scan; the place None stands for any that has no words of its own."""

    region: Region | None
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One part of a practice; which fields it has depends on its kind."""

    kind: Kind
    seconds: float | None = None
    """arrive, stay, orient: the whole step. scan: each place. breathe: about so long, ended on a whole breath.
    None: a breathe or stay step that goes on until it is left."""
    quiet_s: float = 0.0
    """name, check-in, close: how long it counts in a layout, where nobody answers."""
    breaths: int | None = None
    pattern: str | None = None
    regions: tuple[Region, ...] = ()
    """scan: the places, unless the person named others."""
    named_first: bool = False
    """scan: the places just named at a check-in come instead, the mildest first."""
    places: tuple[Place, ...] = ()
    prompts: tuple[Prompt, ...] = ()

    def said_at(self, region: Region) -> tuple[Prompt, ...]:
        """Return the words for one place of a scan."""
        by_region = {place.region: place.prompts for place in self.places}
        return by_region.get(region, by_region.get(None, ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """An ordered list of steps with a title; read from a TOML file (see `reading`)."""

    id: str
    title: str
    summary: str
    language: str = "en"
    steps: tuple[Step, ...]
    patterns: tuple[Pattern, ...] = ()
    """The patterns that it brings along, for its own steps."""
    file: str = field(default="", compare=False)
    """The file it was read from."""
    clips: str = field(default="", compare=False)
    """The folder in which its clips lie; a practice is the same wherever it lies."""

    def pattern(self, key: str | None) -> Pattern:
        """Return the pattern that a step of it names, or the one of a step that names none."""
        return pattern_among(self.patterns, key)


def pattern_among(own: Iterable[Pattern], key: str | None) -> Pattern:
    """Return the pattern of that id, one's own or one that comes with the program; where there is no id, `gentle`."""
    if key is None:
        return GENTLE
    return PATTERNS.get(key) or next(each for each in own if each.id == key)


def clips_named(practice: Practice) -> set[str]:
    """Return the name of every clip in which somebody says a prompt."""
    prompts = (prompt for step in practice.steps for prompt in _prompts(step))
    return {prompt.clip for prompt in prompts if prompt.clip}


def _prompts(step: Step) -> tuple[Prompt, ...]:
    return (*step.prompts, *(prompt for place in step.places for prompt in place.prompts))
