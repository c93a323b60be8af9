"""The patterns of a person's own that lie in the home: one file each, in which what was written by hand stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import failing_as, sync_folder, write_whole
from grounding.practice.pattern_reading import read_pattern
from grounding.practice.pattern_writing import pattern_to_text, rewritten
from grounding.practice.source import decoded, read_bytes, shown

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from grounding.breath.stroke import Pattern

READ_MOST = 1000
"""Of a person's own patterns, so many are read."""
ENDING = ".toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The patterns that lie there, and what could not be read."""

    patterns: tuple[Pattern, ...] = ()
    failures: tuple[Failure, ...] = ()


class OwnPatterns:
    """Reads and writes `<folder>/<id>.toml`; the folder need not be there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._gone: dict[str, bytes] = {}
        """What stood in the files that were deleted: who takes that back has their comments again."""

    def read(self) -> Found:
        """Return every pattern that can be read, by name, and a failure for whatever could not be."""
        failures: list[Failure] = []
        patterns: list[Pattern] = []
        for path in self._files(failures):
            try:
                patterns.append(read_pattern(path))
            except Failure as failure:
                failures.append(failure)
        return Found(patterns=by_name(patterns), failures=tuple(failures))

    def write(self, pattern: Pattern) -> None:
        """Keep a pattern, in place of the one that had its id.

        Raises:
            Failure: `disk-full` or `not-written`; the old one is then untouched.
        """
        path = self._path(pattern.id)
        there = _held(path) or self._gone.pop(pattern.id, b"")
        try:
            text = rewritten(decoded(there, path), pattern, path)
        except Failure:
            text = pattern_to_text(pattern)
        write_whole(path, text.encode())

    def delete(self, key: str) -> None:
        """Delete a pattern, if it is there.

        Raises:
            Failure: `not-written`, where it is still there.
        """
        path = self._path(key)
        self._gone[key] = _held(path)
        with failing_as(path):
            path.unlink(missing_ok=True)
            if self._folder.is_dir():
                sync_folder(self._folder)

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}{ENDING}"

    def _files(self, failures: list[Failure]) -> list[Path]:
        try:
            listed = list(self._folder.iterdir()) if self._folder.exists() else []
        except OSError as error:
            failures.append(Failure("patterns-unreadable", folder=shown(self._folder), reason=error.strerror))
            return []
        files = sorted(each for each in listed if each.suffix == ENDING and not each.name.startswith("."))
        if len(files) > READ_MOST:
            failures.append(Failure("patterns-full", folder=shown(self._folder), most=READ_MOST))
        return files[:READ_MOST]


def by_name(patterns: Iterable[Pattern]) -> tuple[Pattern, ...]:
    """Return patterns in the order in which they are shown."""
    return tuple(sorted(patterns, key=lambda each: (each.name.casefold(), each.id)))


def _held(path: Path) -> bytes:
    """Return what a file holds, or nothing where there is none that can be read."""
    try:
        return read_bytes(path)
    except Failure:
        return b""
