"""Deleting a practice of one's own: it waits beside the shelf, its voices with it, until that cannot be taken back."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import sync_folder
from grounding.practice.reading import NAME, read_practice
from grounding.practice.source import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
WAITING = ".deleted"
"""In the folder of one's own practices; the shelf reads nothing that begins with a full stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Where a deleted practice was, and the folder in which it waits."""

    was: Path
    """Its folder, or where it is a file by itself, that."""
    waits: Path

    @property
    def file(self) -> Path:
        """Return its file, once it is back."""
        return self.was / NAME if self.was.is_dir() else self.was


def set_aside(file: Path, own: Path) -> Aside:
    """Move the practice of one's own that is in this file to where it waits, and its voices after it.

    Raises:
        Failure: `practice-not-deleted`; it is then where it was.
    """
    if own not in file.parents:
        raise ValueError("it is not among one's own")
    was = _whole(file, own)
    try:
        (own / WAITING).mkdir(mode=0o700, exist_ok=True)
        aside = Aside(was=was, waits=Path(tempfile.mkdtemp(dir=own / WAITING)))
        was.rename(aside.waits / was.name)
        if was == file:
            _follow(aside)
    except OSError as error:
        raise Failure("practice-not-deleted", file=shown(file), reason=error.strerror) from error
    return aside


def bring_back(aside: Aside) -> None:
    """Move a practice back to where it was, its voices first.

    Raises:
        Failure: `practice-not-back`, also where something else has taken its place.
    """
    was = aside.was
    try:
        if os.path.lexists(was):
            raise FileExistsError(17, os.strerror(17))
        _move_clips(aside.waits / _clips_beside(was).name, was.parent)
        (aside.waits / was.name).rename(was)
        sync_folder(was.parent)
        aside.waits.rmdir()
    except OSError as error:
        raise Failure("practice-not-back", file=shown(was), reason=error.strerror) from error


def still_waiting(names: Iterable[str], own: Path) -> Iterator[tuple[str, Aside]]:
    """Yield, of the folders with these names, the id of each practice that waits there, and where."""
    folders = {each.name: each for each in (own / WAITING).glob("*")}
    for folder in (folders[name] for name in names if name in folders):
        for whole in (each for each in folder.iterdir() if each.suffix != ".clips"):
            with contextlib.suppress(Failure):  # somebody has changed it since: it waits for its end
                practice = read_practice(whole / NAME if whole.is_dir() else whole)
                yield practice.id, Aside(was=own / whole.name, waits=folder)


def trace(file: Path, own: Path) -> tuple[tuple[str, int, int], ...]:
    """Return the files of the practice that is in this one: when each was written, and how long it is."""
    whole = _whole(file, own)
    files = sorted((whole, *whole.rglob("*"), *_clips_beside(whole).rglob("*")))
    return tuple((str(each), each.stat().st_mtime_ns, each.stat().st_size) for each in files if each.is_file())


def delete_waiting(own: Path) -> None:
    """Delete for good whatever waits.

    Raises:
        Failure: `practice-not-gone`.
    """
    waiting = own / WAITING
    if not os.path.lexists(waiting):
        return
    try:
        for file in waiting.glob("*/*.toml"):  # a program that was ended may have moved no more than this
            clips = own / _clips_beside(file).name
            if not os.path.lexists(own / file.name) and clips.is_dir() and not clips.is_symlink():
                shutil.rmtree(clips)
        shutil.rmtree(waiting)
    except OSError as error:
        raise Failure("practice-not-gone", folder=shown(waiting), reason=error.strerror) from error


def _whole(file: Path, own: Path) -> Path:
    """Return the folder of a practice, or where it is a file by itself, that."""
    return file.parent if file.name == NAME and file.parent != own else file


def _follow(aside: Aside) -> None:
    """Move the voices after their practice, or that back to them."""
    try:
        _move_clips(_clips_beside(aside.was), aside.waits)
    except OSError:
        (aside.waits / aside.was.name).rename(aside.was)
        raise


def _clips_beside(file: Path) -> Path:
    """Return the folder of the clips of a practice that is a file by itself."""
    return file.with_suffix(".clips")


def _move_clips(clips: Path, to: Path) -> None:
    if os.path.lexists(clips):
        clips.rename(to / clips.name)
