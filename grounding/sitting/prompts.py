"""Every prompt of a practice with the quiet that belongs to it: what a voice has to fit into."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Any

from grounding.practice.practice import Kind
from grounding.sitting.score import lay_out, times

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grounding.body.region import Region
    from grounding.practice.practice import Practice, Prompt


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptRow:
    """One prompt, where it stands in its file (see `writing.PromptPlace`), and its quiet in seconds (inf: open)."""

    step: int
    prompt: int
    kind: Kind
    text: str
    clip: str | None
    quiet_s: float
    place: int | None = None
    region: Region | None = None


def prompt_rows(practice: Practice) -> Iterator[PromptRow]:
    """Yield the prompts of a practice in the order of its file."""
    parts = {part.step: part for part in lay_out(practice).parts}
    for index, step in enumerate(practice.steps):
        if step.kind is Kind.SCAN:
            for number, place in enumerate(step.places):
                for row in _rows(place.prompts, step.seconds):
                    yield PromptRow(step=index, kind=step.kind, place=number, region=place.region, **row)
            continue
        part = parts[index]
        for row in _rows(step.prompts, part.quiet_s if part.answered else part.seconds):
            yield PromptRow(step=index, kind=step.kind, **row)


def _rows(prompts: Sequence[Prompt], seconds: float | None) -> Iterator[dict[str, Any]]:
    begins = tuple(times(prompts, seconds))
    ends = (*begins[1:], inf if seconds is None else seconds)
    for number, (prompt, begins_s, ends_s) in enumerate(zip(prompts, begins, ends, strict=True)):
        yield {"prompt": number, "text": prompt.text, "clip": prompt.clip, "quiet_s": ends_s - begins_s}
