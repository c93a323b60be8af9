"""A practice's clips on the disk: a take becomes the clip of a prompt, or goes; none of it for the window's thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.practice.giving.clip import HEAD_BYTES, seconds_as_kept
from grounding.practice.reading import read_practice
from grounding.practice.writing import PromptPlace, set_clip
from grounding.sitting.prompts import prompt_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from grounding.practice.practice import Practice
    from grounding.sitting.prompts import PromptRow

_NAMES = 1000


def clip_of(practice: Practice, name: str) -> Path:
    """Return the file of a clip."""
    return Path(practice.clips) / name


def seconds_of(clip: Path) -> float | None:
    """Return how long a clip is, None where it does not tell: it was not recorded, taken or opened here."""
    try:
        with clip.open("rb") as file:
            return seconds_as_kept(file.read(HEAD_BYTES))
    except OSError:
        return None


def keep_take(take: Path, practice: Practice, row: PromptRow) -> None:
    """Make a take the clip of a prompt; where that cannot be, it is a take as before.

    Raises:
        Failure: as `name_clip`, or `not-written` where the take is not there any more.
    """
    clip = _free_clip(practice, row)
    try:
        take.rename(clip)
    except OSError as error:
        raise Failure("not-written", path=clip, reason=error.strerror) from error
    try:
        name_clip(practice, row, clip.name)
    except Failure:
        clip.rename(take)
        raise


def name_clip(practice: Practice, row: PromptRow, name: str | None) -> None:
    """Name the clip of a prompt in the practice's file, or none.

    Raises:
        Failure: `practice-changed` where the prompt is another one by now, or as `set_clip`.
    """
    file = Path(practice.file)
    now = {_place(each): each.text for each in prompt_rows(read_practice(file))}
    if now.get(_place(row)) != row.text:
        raise Failure("practice-changed", file=file)
    set_clip(file, _place(row), name)


def delete(paths: Iterable[Path]) -> None:
    """Delete what is still there of these files."""
    for path in paths:
        path.unlink(missing_ok=True)


def _place(row: PromptRow) -> PromptPlace:
    return PromptPlace(step=row.step, place=row.place, prompt=row.prompt)


def _free_clip(practice: Practice, row: PromptRow) -> Path:
    """Return a file whose name says what it is, and that is not there yet."""
    stem = f"{row.step + 1}-{row.region.value if row.region else row.kind.value}-{row.prompt + 1}"
    names = (f"{stem}.flac", *(f"{stem}-{number}.flac" for number in range(2, _NAMES)))
    return next(path for path in (clip_of(practice, name) for name in names) if not path.exists())
