"""What a new practice and each new step begin as: little, and readable at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grounding.body.region import Region
from grounding.practice.editing.draft import Draft
from grounding.practice.editing.tables import Fields, new_text
from grounding.practice.practice import Kind
from grounding.practice.reading import ANY, FORMAT

if TYPE_CHECKING:
    from pathlib import Path

_BEGINS: dict[Kind, dict[str, Any]] = {
    Kind.ARRIVE: {"seconds": 40},
    Kind.BREATHE: {"seconds": 60, "pattern": "own-pace"},
    Kind.NAME: {"quiet_s": 5},
    Kind.CHECK_IN: {"quiet_s": 8},
    Kind.SCAN: {"seconds": 50, "regions": [Region.HANDS.value]},
    Kind.STAY: {"seconds": 120},
    Kind.ORIENT: {"seconds": 30},
    Kind.CLOSE: {"quiet_s": 5},
}


def new_step(kind: Kind, words: str) -> Fields:
    """Return the fields of a new step, with its first words."""
    prompts = [{"text": words}]
    inner = {"place": [{"region": ANY, "prompt": prompts}]} if kind is Kind.SCAN else {"prompt": prompts}
    return {"kind": kind.value, **_BEGINS[kind], **inner}


def new_practice(path: Path, *, key: str, title: str, summary: str, words: str) -> Draft:
    """Return a practice of one step, in which somebody arrives."""
    head = {"format": FORMAT, "id": key, "title": title, "summary": summary, "language": "en"}
    return Draft.of_text(new_text({**head, "step": [new_step(Kind.ARRIVE, words)]}), path)
