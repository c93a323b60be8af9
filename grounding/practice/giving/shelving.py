"""What was opened, on its way to the shelf: it lies beside it until somebody says yes, and is there with one rename."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import failing_as, sync_folder, write_new
from grounding.practice.giving.clip import bare
from grounding.practice.practice import clips_named
from grounding.practice.reading import NAME
from grounding.practice.source import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from grounding.practice.practice import Practice

OPENED = ".opened"
"""In the folder of one's own practices; the shelf reads nothing that begins with a full stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A practice that lies beside the shelf; its clips have none of their own names there."""

    folder: Path
    voices: Mapping[str, str] = field(default_factory=dict)
    """Under which name each clip lies, by the name that the practice has for it."""

    def clip(self, name: str) -> Path:
        """Return the file of a clip."""
        return self.folder / self.voices[name]


def place_to_open(own: Path) -> Path:
    """Return a folder, not there yet, for what is in one file."""
    return own / OPENED / os.urandom(8).hex()


def put_on_shelf(opened: Opened, own: Path, practice_id: str) -> Path:
    """Move an opened practice onto the shelf, where its clips have their names, and return its file.

    Raises:
        Failure: `practice-not-taken`, or `disk-full`, where one clip has two names; it is then where it was.
    """
    numbered = (own / f"{practice_id}-{number}" for number in count(2))
    folder = own / practice_id
    if os.path.lexists(folder):
        folder = next(each for each in numbered if not os.path.lexists(each))
    try:
        _name(opened)
        opened.folder.rename(folder)
    except OSError as error:
        _unname(opened)
        raise Failure("practice-not-taken", folder=shown(own), reason=error.strerror) from error
    except Failure:
        _unname(opened)
        raise
    with failing_as(folder):
        sync_folder(folder)
        sync_folder(own)
    return folder / NAME


def take_back(file: Path, opened: Opened) -> None:
    """Move a practice from the shelf to where it was opened.

    Raises:
        Failure: `not-written`.
    """
    with failing_as(file):
        file.parent.rename(opened.folder)
    _unname(opened)


def _name(opened: Opened) -> None:
    """Give each clip the name that the practice's own reader has taken as that of a plain file."""
    for part, (first, *others) in _names(opened):
        for name in others:
            write_new(opened.folder / name, part.read_bytes())
        part.rename(opened.folder / first)


def _unname(opened: Opened) -> None:
    """Take the names away again, as far as they were given."""
    for part, (first, *others) in _names(opened):
        with contextlib.suppress(OSError):
            (opened.folder / first).rename(part)
        for name in others:
            with contextlib.suppress(OSError):
                (opened.folder / name).unlink()


def _names(opened: Opened) -> Iterator[tuple[Path, list[str]]]:
    for part in sorted(set(opened.voices.values())):
        yield opened.folder / part, sorted(name for name, each in opened.voices.items() if each == part)


def the_same(opened: Opened, practice: Practice, there: Practice) -> bool:
    """Whether an opened practice is the same on the disk as one on the shelf, word for word and voice for voice."""
    names = clips_named(practice)
    if practice != there or names != clips_named(there):
        return False
    try:
        words = [Path(each.file).read_bytes() for each in (practice, there)]
        voices = all(opened.clip(name).read_bytes() == bare((Path(there.clips) / name).read_bytes()) for name in names)
    except OSError:
        return False
    return words[0] == words[1] and voices
