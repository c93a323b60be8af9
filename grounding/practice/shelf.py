"""The shelf: the practices that come with the program, then a person's own."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.practice.reading import NAME, read_practice
from grounding.practice.source import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from grounding.practice.practice import Practice

OWN_MOST = 200
"""Of a person's own practices, so many are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """What stands on the shelf, and what could not be read."""

    practices: tuple[Practice, ...]
    failures: tuple[Failure, ...]


class Shelf:
    """Reads practices from a folder of shipped ones and a folder of a person's own, which need not be there.

    Own ones are `<own>/<anything>.toml` and `<own>/<anything>/practice.toml`. Every practice speaks the language its
    file is written in; words in `language` will come from the `words.<lang>.toml` beside it.
    """

    def __init__(self, *, shipped: Path, own: Path, language: str = "en") -> None:
        self._shipped = shipped
        self._own = own
        self.language = language
        self._known: dict[Path, tuple[tuple[int, ...], Practice]] = {}
        """What was read last from each file, and how it stood on the disk then."""

    def read(self) -> Shelved:
        """Return every practice that can be read, shipped ones first, and a failure for whatever could not be."""
        kept, failures = self._read()
        return Shelved(practices=tuple(practice for practice, _ in kept.values()), failures=tuple(failures))

    def check(self, path: Path) -> Practice:
        """Return the practice in a file as it would stand on the shelf, if it does not yet.

        Raises:
            Failure: what is wrong with the file, or `practice-twice` where another one has its id.
        """
        practice = read_practice(path)
        kept, _ = self._read()
        if practice.id in kept and not path.samefile(kept[practice.id][1]):
            _check_new(practice, path, kept)
        return practice

    def _read(self) -> tuple[dict[str, tuple[Practice, Path]], list[Failure]]:
        kept: dict[str, tuple[Practice, Path]] = {}
        failures: list[Failure] = []
        for path in self._files(failures):
            try:
                practice = self._read_once(path)
                _check_new(practice, path, kept)
            except Failure as failure:
                failures.append(failure)
            else:
                kept[practice.id] = (practice, path)
        return kept, failures

    def _read_once(self, path: Path) -> Practice:
        """Read a file, unless it stands on the disk as it did when it was last read."""
        stands = _standing(path)
        known = self._known.get(path)
        if known is None or known[0] != stands or not stands:
            self._known[path] = known = (stands, read_practice(path))
        return known[1]

    def get(self, practice_id: str) -> Practice:
        """Return one practice; a shipped one without reading the others.

        Raises:
            Failure: `no-such-practice`, with the ids there are.
        """
        if practice_id in self._order():
            return read_practice(self._shipped / practice_id / NAME)
        practices = {practice.id: practice for practice in self.read().practices}
        if practice_id not in practices:
            raise Failure("no-such-practice", id=shown(practice_id, 80), allowed=", ".join(practices))
        return practices[practice_id]

    def _files(self, failures: list[Failure]) -> Iterator[Path]:
        yield from (self._shipped / each / NAME for each in self._order())
        try:
            own = sorted(_candidates(self._own))
        except OSError as error:
            failures.append(Failure("shelf-unreadable", folder=shown(self._own), reason=error.strerror))
            return
        if len(own) > OWN_MOST:
            failures.append(Failure("shelf-full", folder=shown(self._own), most=OWN_MOST))
        yield from islice(own, OWN_MOST)

    def _order(self) -> list[str]:
        """Return the ids of the shipped practices in the order in which they are shown."""
        order = tomllib.loads((self._shipped / "order.toml").read_text(encoding="utf-8"))
        return [str(each) for each in order["shelf"]]


def _candidates(folder: Path) -> Iterator[Path]:
    """Yield what may be a practice in a folder: the reader finds out what it is."""
    if not folder.exists():
        return
    for entry in folder.iterdir():
        if entry.name.startswith("."):
            continue
        if entry.suffix.lower() == ".toml":
            yield entry
        elif _is_there(entry / NAME):
            yield entry / NAME


def _is_there(path: Path) -> bool:
    """Return whether there is something of that name, be it unreadable or a link to nowhere."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True  # a folder that may not be looked into: reading will say so
    return True


def _standing(path: Path) -> tuple[int, ...]:
    """Return what is another once a file has been written to, or is another file; () where that cannot be told."""
    try:
        about = path.stat()
    except OSError:
        return ()
    return about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns


def _check_new(practice: Practice, path: Path, kept: dict[str, tuple[Practice, Path]]) -> None:
    if practice.id in kept:
        first = kept[practice.id][1]
        raise Failure("practice-twice", file=shown(path), id=practice.id, first=shown(first))
