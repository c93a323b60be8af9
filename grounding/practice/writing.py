"""Changing a practice file as a person would by hand: what they wrote, its order and comments stay as they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from grounding.base.files import write_whole
from grounding.practice.editing.beginning import new_practice
from grounding.practice.editing.edits import in_turn, set_fields, step_at
from grounding.practice.editing.kept_file import keep_draft, read_draft
from grounding.practice.fields import ID_CHARACTERS
from grounding.practice.reading import NAME, TITLE_CHARACTERS, read_practice

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from grounding.practice.editing.draft import Draft
    from grounding.practice.editing.edits import Where
    from grounding.practice.practice import Practice

_COPIES = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptPlace:
    """Where a prompt stands in its file, counted from 0; `place` is None outside a scan."""

    step: int
    prompt: int
    place: int | None = None

    @property
    def where(self) -> Where:
        """Return the way to its table."""
        within = () if self.place is None else (("place", self.place),)
        return (*step_at(self.step), *within, ("prompt", self.prompt))


def copy_of_mine(practice: Practice, own: Path, *, taken: Collection[str], named: str) -> Practice:
    """Write a practice into the folder of one's own under a new id, and return it; `named` is its title, "{title}".

    Raises:
        Failure: `disk-full` or `not-written`; or why the file can no longer be read.
    """
    draft, _ = read_draft(Path(practice.file))
    return write_beside(draft, own, taken=taken, title=_fitting(named, practice.title))


def write_beside(draft: Draft, own: Path, *, taken: Collection[str], title: str, known: str = "") -> Practice:
    """Write a practice into the folder of one's own under a new id and title; its voices stay with the one it was.

    `known` is the id under which it was written before: then it is written over.

    Raises:
        Failure: `disk-full` or `not-written`.
    """
    new = known or _free_id(f"{draft.practice.id[: ID_CHARACTERS - 10]}-mine", taken)
    silent = (set_fields(place.where, clip=None) for place in spoken(draft.practice))
    copy = draft.edited(in_turn(set_fields((), id=new, title=title), *silent))
    return _written(copy, own / new / NAME)


def begin_practice(own: Path, *, taken: Collection[str], title: str, summary: str, words: str) -> Practice:
    """Write a new practice into the folder of one's own: one step, and `words` in it.

    Raises:
        Failure: `disk-full` or `not-written`.
    """
    new = _free_id("mine", taken)
    path = own / new / NAME
    return _written(new_practice(path, key=new, title=title, summary=summary, words=words), path)


def call_anew(path: Path, *, taken: Collection[str], titles: Collection[str]) -> Practice:
    """Give a practice, in its own file, an id and a title that are free, and return it.

    Raises:
        Failure: as `copy_of_mine`.
    """
    draft, seen = read_draft(path)
    title = draft.practice.title
    if title in titles:
        numbered = (_fitting(f"{{title}} ({number})", title) for number in range(2, _COPIES))
        title = next(each for each in numbered if each not in titles or each == title)
    free = _free_id(draft.practice.id[: ID_CHARACTERS - 5], taken)
    keep_draft(draft.edited(set_fields((), id=free, title=title)), seen)
    return read_practice(path)


def set_clip(path: Path, at: PromptPlace, clip: str | None) -> None:
    """Name the clip of one prompt, or none.

    Raises:
        Failure: `practice-changed` where there is no such prompt any more; `disk-full`, `not-written`, or why the
            file can no longer be read.
    """
    draft, seen = read_draft(path)
    keep_draft(draft.edited(set_fields(at.where, clip=clip)), seen)


def spoken(practice: Practice) -> Iterator[PromptPlace]:
    """Yield where a prompt has somebody's voice."""
    for index, step in enumerate(practice.steps):
        for place, prompts in ((None, step.prompts), *((at, each.prompts) for at, each in enumerate(step.places))):
            for number, prompt in enumerate(prompts):
                if prompt.clip:
                    yield PromptPlace(step=index, place=place, prompt=number)


def _written(draft: Draft, path: Path) -> Practice:
    write_whole(path, replace(draft, path=path).text.encode())
    return read_practice(path)


def _free_id(stem: str, taken: Collection[str]) -> str:
    ids = (stem, *(f"{stem}-{number}" for number in range(2, _COPIES)))
    return next(each for each in ids if each not in taken)


def _fitting(named: str, title: str) -> str:
    """Return the title in its new form, or as it was where that would be too long."""
    new = named.format(title=title)
    return new if len(new) <= TITLE_CHARACTERS else title
