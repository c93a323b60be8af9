"""What is said while the journal is locked: sealed to its public key, one file for each entry, until it can join."""

from __future__ import annotations

import contextlib
import json
import re
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from grounding.base.failure import Failure
from grounding.base.files import failing_as, sync_folder
from grounding.base.home import PRIVATE_DIR
from grounding.body.report import report_from_plain, report_to_plain
from grounding.journal.entry import Entry
from grounding.journal.place import WAITING
from grounding.journal.when import when_from_row, when_to_row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from grounding.journal.keyring.sealed import Sealed

FORMAT = 1
_ENDING = ".sealed"
_PLAIN_NAME = re.compile(r"[0-9a-z-]{1,64}")


class Waiting:
    """The entries that wait, in a folder of the journal's; `sealed` gives a file sealed to its keys."""

    def __init__(self, folder: Path, sealed: Callable[..., Sealed]) -> None:
        self._folder = folder / WAITING
        self._sealed = sealed

    def keep(self, entry: Entry) -> None:
        """Keep an entry until it joins; when this returns it is safe on the disk. Keeping it again changes nothing.

        Raises:
            Failure: `disk-full` or `not-written`; as `Sealed.keep`.
        """
        path = self._folder / f"{_name(entry.id)}{_ENDING}"
        with failing_as(path):
            self._folder.mkdir(mode=PRIVATE_DIR, parents=True, exist_ok=True)
            sync_folder(self._folder.parent)
        if not path.exists():
            self._file(path).keep(_to_bytes(entry))
        with failing_as(path):
            sync_folder(self._folder)

    def read(self) -> tuple[dict[Path, Entry], tuple[Failure, ...]]:
        """Return what waits, by its files, and what is to be said of the files that cannot be read."""
        found: dict[Path, Entry] = {}
        failures: list[Failure] = []
        for path in self._files():
            try:
                found[path] = self._entry(path)
            except Failure as failure:
                failures.append(failure)
        return found, tuple(failures)

    def any(self) -> bool:
        """Return whether anything waits."""
        return bool(self._files())

    def joined(self, paths: Iterable[Path]) -> None:
        """Delete the files of entries that are safe in the journal; one that stays joins again, and changes nothing."""
        with contextlib.suppress(OSError):
            for path in paths:
                path.unlink(missing_ok=True)
            sync_folder(self._folder)

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob(f"[!.]*{_ENDING}"))

    def _entry(self, path: Path) -> Entry:
        file = self._file(path)
        data = file.read()
        with contextlib.suppress(ValueError, TypeError, KeyError, OverflowError, AttributeError):
            plain = json.loads(data or b"")
            if plain["format"] > FORMAT:
                raise Failure("journal-newer")
            return _from_plain(plain)
        raise Failure("waiting-damaged", path=file.set_aside())

    def _file(self, path: Path) -> Sealed:
        return self._sealed(path, damaged="waiting-damaged")


def _name(key: str) -> str:
    return key if _PLAIN_NAME.fullmatch(key) else blake2b(repr(key).encode(), digest_size=32).hexdigest()


def _to_bytes(entry: Entry) -> bytes:
    ts_utc_ms, utc_offset_min, zone, _day = when_to_row(entry.at)
    when = {"ts_utc_ms": ts_utc_ms, "utc_offset_min": utc_offset_min, "tz": zone}
    plain = {"format": FORMAT, "id": entry.id, **when, "practice": entry.practice}
    return json.dumps(plain | {"report": report_to_plain(entry.report)}).encode()


def _from_plain(plain: dict[str, Any]) -> Entry:
    at = when_from_row(plain["ts_utc_ms"], plain["utc_offset_min"], plain["tz"])
    return Entry(id=plain["id"], at=at, practice=plain["practice"], report=report_from_plain(plain["report"]))
