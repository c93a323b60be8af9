"""A journal that cannot be read is moved out of the way, with its keys; nothing here is ever deleted by the program."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from grounding import __version__
from grounding.base.failure import Failure
from grounding.base.files import failing_as, sync_folder, write_whole
from grounding.base.home import PRIVATE_DIR
from grounding.journal.backup.backups import alone_in_backups
from grounding.journal.backup.moving import move_together
from grounding.journal.place import JOURNAL, KEYS, QUARANTINE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

REASON = "reason.txt"
HALF_DONE = f"{JOURNAL}-journal"
"""What SQLite leaves of a transaction that a kill cut short: it belongs to the journal's file, and goes with it."""


def quarantine(folder: Path, now: datetime, reason: str) -> Path:
    """Move the journal's file, which must be closed, out of the way; return the folder where it now lies.

    `reason` is the code of the failure that was met. The keys stay where they are, and a copy goes along.

    Raises:
        Failure: `journal-busy`, `disk-full`, `not-written` or `not-moved`; `journal-unreadable` where there is none.
    """
    with alone_in_backups(folder):
        names = [name for name in (HALF_DONE, JOURNAL) if (folder / name).exists()]
        if JOURNAL not in names:
            raise Failure("journal-unreadable", path=folder / JOURNAL, reason="it is not there")
        place = make_place(folder, now, reason, names)
        move_together(folder, moves_into(folder, place, names))
    return place


def make_place(folder: Path, now: datetime, reason: str, names: Iterable[str]) -> Path:
    """Make a place for what is called so in the journal's folder, with a reason and a copy of the keys in it.

    Raises:
        Failure: `disk-full` or `not-written`.
    """
    place = folder / QUARANTINE / f"{now.astimezone(UTC):%Y%m%dT%H%M%S%f}Z"
    with failing_as(place):
        for each in (place.parent, place, *((place / name).parent for name in names)):
            each.mkdir(mode=PRIVATE_DIR, exist_ok=True)
        told = f"{reason}\n{now.astimezone(UTC):%Y-%m-%d %H:%M} UTC, grounding {__version__}\n"
        write_whole(place / REASON, told.encode())
        if KEYS not in names and (folder / KEYS).exists():
            write_whole(place / KEYS, (folder / KEYS).read_bytes())
        sync_folder(place.parent)
        sync_folder(folder)
    return place


def moves_into(folder: Path, place: Path, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the moves that bring what is called so in the journal's folder to its place."""
    return tuple((name, (place / name).relative_to(folder).as_posix()) for name in names)
