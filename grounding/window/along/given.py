"""A practice that somebody gives, as it is looked at: what it would meet on the shelf, and its words, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from grounding.base.failure import Failure
from grounding.practice.giving.shelving import the_same
from grounding.practice.reading import NAME, read_practice
from grounding.sitting.prompts import prompt_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grounding.base.wording import Wording
    from grounding.practice.giving.shelving import Opened
    from grounding.practice.practice import Practice, Step
    from grounding.sitting.prompts import PromptRow
    from grounding.window.shelf.shelf_model import ShelfModel

_HEARD = 60
"""So many voices have a button of their own; more would take the window longer than somebody waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A practice that lies beside the shelf, and who it says it is from."""

    practice: Practice
    opened: Opened
    giver: str
    prompts: tuple[PromptRow, ...]
    meets: str
    """What of its id is on the shelf: nothing (""), the "same" practice, or another, one's "own" or "shipped"."""


def look_at(opened: Opened, giver: str, shelf: ShelfModel, own: Path) -> Given:
    """Return the practice that lies beside the shelf; not for the window's thread.

    Raises:
        Failure: as `read_practice`.
    """
    practice = read_practice(opened.folder / NAME)
    meets = _meeting(opened, practice, shelf, own)
    return Given(practice=practice, opened=opened, giver=giver, prompts=tuple(prompt_rows(practice)), meets=meets)


def _meeting(opened: Opened, practice: Practice, shelf: ShelfModel, own: Path) -> str:
    try:
        there = shelf.practice(practice.id)
    except Failure:
        return ""
    if the_same(opened, practice, there):
        return "same"
    return "own" if own in Path(there.file).parents else "shipped"


class GivenWords(QObject):
    """Tells the steps of a practice; lines that nobody can be heard saying are told together, for there may be many."""

    def __init__(self, *, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording

    def steps(self, given: Given) -> list[dict[str, Any]]:
        """Return each step: name, pattern and places, and its `parts`: words, and the row that is heard, or -1."""
        left = iter(range(_HEARD))
        by_step: dict[int, list[tuple[int, PromptRow]]] = {}
        for number, row in enumerate(given.prompts):
            by_step.setdefault(row.step, []).append((number, row))
        return [
            {
                "name": self._wording.name("kinds", step.kind.value),
                "about": self._about(step, given.practice),
                "parts": self._parts_of(step, by_step.get(at, []), left),
            }
            for at, step in enumerate(given.practice.steps)
        ]

    def _parts_of(self, step: Step, rows: list[tuple[int, PromptRow]], left: Iterator[int]) -> list[dict[str, Any]]:
        """Return the parts of a step; words for places that its walk does not go to stand by themselves."""
        own = {place.region for place in step.places}
        walked = {*step.regions, *({None} if set(step.regions) - own else set())}
        there = [each for each in rows if not step.places or each[1].region in walked]
        elsewhere = [each for each in rows if each not in there]
        parts = self._parts(there, left)
        if elsewhere:
            said = (
                self.tr("Said where other places were just named at a check-in:")
                if step.named_first
                else self.tr("In the file too, for places that this walk does not go to:")
            )
            parts += [{"row": -1, "text": said, "quiet": True}, *self._parts(elsewhere, left)]
        return parts

    def _parts(self, rows: list[tuple[int, PromptRow]], left: Iterator[int]) -> list[dict[str, Any]]:
        parts: list[dict[str, Any]] = []
        for number, row in rows:
            heard = row.clip is not None and next(left, None) is not None
            text = self._text(row, spoken=row.clip is not None and not heard)
            if parts and not heard and parts[-1]["row"] < 0:
                parts[-1]["text"] += "\n" + text
            else:
                parts.append({"row": number if heard else -1, "text": text, "quiet": False})
        return parts

    def _about(self, step: Step, practice: Practice) -> str:
        places = ", ".join(self._wording.name("regions", region.value) for region in step.regions)
        pattern = practice.pattern(step.pattern)
        named = (pattern.name or self._wording.name("patterns", pattern.id)) if step.pattern else ""
        held = self.tr("with holds") if step.pattern and pattern.holds else ""
        return " · ".join(filter(None, (named, held, places)))

    def _text(self, row: PromptRow, *, spoken: bool) -> str:
        any_place = self.tr("Any other place") if row.place is not None else ""
        place = self._wording.name("regions", row.region.value) if row.region else any_place
        text = f"{place}: {row.text}" if place else row.text
        return self.tr("{words} (spoken)").format(words=text) if spoken else text
