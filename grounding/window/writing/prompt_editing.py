"""The words of the open step, or of the open place in it: a row for each prompt, and what could be gentler in it."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.practice.editing.edits import add, step_at
from grounding.practice.practice import Kind
from grounding.practice.reading import PROMPTS, TEXT_CHARACTERS
from grounding.sitting.prompts import prompt_rows
from grounding.window.hearing.clips import clip_of, seconds_of
from grounding.window.writing.numbers import shown_number

if TYPE_CHECKING:
    from grounding.practice.editing.edits import Where
    from grounding.practice.practice import Prompt
    from grounding.window.writing.editing import Editing
    from grounding.window.writing.step_editing import StepEditing

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

_LINE_ENDS = "\n\r\t\u2028\u2029\v\f"


@QmlElement
class PromptEditing(QObject):
    """The prompts that are shown, and what is done with one of them."""

    changed = Signal()

    def __init__(self, *, editing: Editing, step: StepEditing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editing, self._step = editing, step
        step.changed.connect(self.changed)

    # What is

    @property
    def _prompts(self) -> tuple[Prompt, ...]:
        step, place = self._step.step, self._step.place
        if step is None:
            return ()
        return (place.prompts if place else ()) if step.kind is Kind.SCAN else step.prompts

    def _at(self, number: int) -> Where:
        step, place = self._step.step, self._step.place
        within: Where = (("place", step.places.index(place)),) if step and place else ()
        return (*step_at(self._editing.at), *within, ("prompt", number))

    @Property(list, notify=changed)
    def rows(self) -> list[dict[str, Any]]:
        """Each prompt: its words, its quiet, what stands beside them, and whether somebody speaks it."""
        return [self._told(number, prompt, self._cut(number, prompt)) for number, prompt in enumerate(self._prompts)]

    def _told(self, number: int, prompt: Prompt, cut: list[str]) -> dict[str, Any]:
        where, unread = self._at(number), self._editing.unread
        text, said = unread.typed(where, "text", prompt.text), unread.said(where, "text")
        language = self._editing.practice.language
        return {
            "text": text,
            "notes": [said] if said else [*self._editing.hints.beside(text, language), *cut],
            "quiet": unread.typed(where, "quiet_s", shown_number(prompt.quiet_s)),
            "quietNote": unread.said(where, "quiet_s"),
            "spoken": prompt.clip is not None,
        }

    def _cut(self, number: int, prompt: Prompt) -> list[str]:
        """Return what is to be said where somebody speaks it for longer than it has quiet by now."""
        practice, step = self._editing.practice, self._step.step
        seconds = seconds_of(clip_of(practice, prompt.clip)) if prompt.clip else None
        if step is None or seconds is None:
            return []
        place = step.places.index(self._step.place) if self._step.place else None
        rows = prompt_rows(replace(practice, steps=(step,)))
        most_s = next(row.quiet_s for row in rows if (row.place, row.prompt) == (place, number))
        if seconds <= most_s:
            return []
        said = self.tr("Its voice is {seconds} seconds long and its quiet is {most}; it is heard no further than that.")
        return [said.format(seconds=f"{seconds:.1f}", most=f"{most_s:.1f}")]

    @Property(bool, notify=changed)
    def mayAdd(self) -> bool:
        """Whether there is room for another prompt."""
        step = self._step.step
        there = step is not None and (step.kind is not Kind.SCAN or self._step.place is not None)
        return there and len(self._prompts) < PROMPTS

    @Property(bool, notify=changed)
    def mayRemove(self) -> bool:
        """Whether a prompt may go: a place with words of its own keeps one at least."""
        step = self._step.step
        return step is not None and (step.kind is not Kind.SCAN or len(self._prompts) > 1)

    # What is done

    @Slot(int, str)
    def type(self, number: int, text: str) -> None:
        """Write what is typed as the words of a prompt: one line, and no more than can be said at once."""
        if number < len(self._prompts):
            self._editing.type(self._at(number), "text", _as_line(text)[:TEXT_CHARACTERS])

    @Slot(int, str)
    def typeQuiet(self, number: int, text: str) -> None:
        """Write what is typed as the quiet after a prompt; without any, it has its share of what is left."""
        if number < len(self._prompts):
            self._step.type_number(self._at(number), "quiet_s", text, may_go=True)
            self._editing.changed.emit()

    @Slot(result=int)
    def add(self) -> int:
        """Add a prompt at the end; return its number, or -1."""
        number = len(self._prompts)
        made = self._editing.edit_or_say(add(self._at(number), {"text": self.tr("Perhaps this, or not.")}))
        return number if made else -1

    @Slot(int, int, result=bool)
    def move(self, number: int, to: int) -> bool:
        """Move a prompt, and its voice with it; return whether it has moved."""
        if not 0 <= to < len(self._prompts) or not self._editing.moved(self._at(number), to):
            return False
        self._editing.changed.emit()
        said = self.tr("Now prompt {number} of {count}.")
        self._editing.told.emit(said.format(number=to + 1, count=len(self._prompts)))
        return True

    @Slot(int)
    def remove(self, number: int) -> None:
        """Take a prompt away; undo brings it back."""
        if self._editing.removed(self._at(number)):
            self._editing.changed.emit()
            self._editing.told.emit(self.tr("The prompt is gone; undo brings it back."))


def _as_line(text: str) -> str:
    """Return what is typed or pasted as one line, without what cannot be seen."""
    line = "".join(" " if each in _LINE_ENDS else each for each in text)
    return "".join(each for each in line if unicodedata.category(each) not in {"Cc", "Cs", "Co"})
