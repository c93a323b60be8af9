"""Where the journal's files lie, and putting a new one there only if there is none, whoever else tries just then."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from grounding.base.files import sync_folder

if TYPE_CHECKING:
    from pathlib import Path

JOURNAL = "journal.db"
KEYS = "keys.json"
KEYS_COPY = "keys.json.bak"
KEYS_LOCK = "keys.lock"
DRAFT = "draft.sealed"
DRAFTS = "draft*.sealed"
"""That one, and those that nobody could read when the next was written."""
WAITING = "waiting"
"""What is said while the journal is locked."""
BACKUPS = "backups"
QUARANTINE = "quarantine"
"""A damaged journal lies here, with its keys; only "delete everything" deletes it."""
CRISIS = "crisis.sealed"
CRISIS_KEY = "crisis.key"
"""These two lie in the home itself."""


def gone(folder: Path) -> bool:
    """Return whether there is a backup newer than all that was moved to quarantine, where there is no journal."""
    return _newest(folder / BACKUPS, "[!.]*.db") > _newest(folder / QUARANTINE, "*")


def _newest(folder: Path, names: str) -> str:
    return max((path.name[: len("20261125T160800")] for path in folder.glob(names)), default="")


def aside(path: Path, why: str) -> Path:
    """Return a name of its own for a file that is moved out of the way and never deleted."""
    return path.with_name(f"{path.name}.{why}-{datetime.now(UTC):%Y%m%dT%H%M%S%f}")


def place_new(ready: Path, path: Path) -> bool:
    """Move the finished file `ready` to `path` unless something is there; return whether it was moved.

    `ready` is gone either way.

    Raises:
        OSError: where neither can be.
    """
    try:
        return _placed(ready, path)
    finally:
        ready.unlink(missing_ok=True)
        sync_folder(path.parent)


def _placed(ready: Path, path: Path) -> bool:
    try:
        path.hardlink_to(ready)
    except FileExistsError:
        return False
    except OSError:
        # No hard links here (a USB stick): the moment between the look and the move is a risk that is left.
        if path.exists():
            return False
        ready.rename(path)
    return True
