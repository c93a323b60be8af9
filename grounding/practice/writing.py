"""Changing a practice file as a person would by hand: what they wrote, its order and comments stay as they are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grounding.base.failure import Failure
from grounding.base.files import write_whole
from grounding.practice.fields import ID_CHARACTERS
from grounding.practice.reading import NAME, TITLE_CHARACTERS, read_practice
from grounding.practice.source import read_text, shown

if TYPE_CHECKING:
    from collections.abc import Collection

    from grounding.practice.practice import Practice

_COPIES = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptPlace:
    """Where a prompt stands in its file, counted from 0; `place` is None outside a scan."""

    step: int
    prompt: int
    place: int | None = None


def copy_of_mine(practice: Practice, own: Path, *, taken: Collection[str], named: str) -> Practice:
    """Write a practice into the folder of one's own under a new id, and return it; `named` is its title, "{title}".

    Raises:
        Failure: `disk-full` or `not-written`; or why the file can no longer be read.
    """
    document = _document(Path(practice.file))
    new = _free_id(practice.id, taken)
    document["id"] = new
    document["title"] = _fitting(named, practice.title)
    for _, prompt in _prompts(document):
        prompt.pop("clip", None)  # its sound stays with the one it was made for
    path = own / new / NAME
    _write(path, document)
    return read_practice(path)


def set_clip(path: Path, at: PromptPlace, clip: str | None) -> None:
    """Name the clip of one prompt, or none.

    Raises:
        Failure: `practice-changed` where there is no such prompt any more; `disk-full`, `not-written`, or why the
            file can no longer be read.
    """
    document = _document(path)
    prompt = dict(_prompts(document)).get(at)
    if prompt is None:
        raise Failure("practice-changed", file=shown(path))
    if clip is None:
        prompt.pop("clip", None)
    else:
        prompt["clip"] = clip
    _write(path, document)


def _document(path: Path) -> Any:
    import tomlkit  # noqa: PLC0415 - only where a practice is written; 30 ms

    read_practice(path)  # what cannot be read is not written over either
    return tomlkit.parse(read_text(path))


def _write(path: Path, document: Any) -> None:
    import tomlkit  # noqa: PLC0415 - as above

    write_whole(path, tomlkit.dumps(document).encode())


def _prompts(document: Any) -> list[tuple[PromptPlace, Any]]:
    """Return every prompt of a file with its place."""
    found = []
    for index, step in enumerate(document["step"]):
        for number, prompt in enumerate(step.get("prompt", ())):
            found.append((PromptPlace(step=index, prompt=number), prompt))
        for place_index, place in enumerate(step.get("place", ())):
            for number, prompt in enumerate(place.get("prompt", ())):
                found.append((PromptPlace(step=index, place=place_index, prompt=number), prompt))
    return found


def _free_id(old: str, taken: Collection[str]) -> str:
    stem = f"{old[: ID_CHARACTERS - 10]}-mine"
    ids = (stem, *(f"{stem}-{number}" for number in range(2, _COPIES)))
    return next(each for each in ids if each not in taken)


def _fitting(named: str, title: str) -> str:
    """Return the title in its new form, or as it was where that would be too long."""
    new = named.format(title=title)
    return new if len(new) <= TITLE_CHARACTERS else title
