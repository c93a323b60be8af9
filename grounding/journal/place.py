"""Where the journal's files lie, and putting a new one there only if there is none, whoever else tries just then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grounding.base.files import sync_folder

if TYPE_CHECKING:
    from pathlib import Path

JOURNAL = "journal.db"
KEYS = "keys.json"
DRAFT = "draft.sealed"
BACKUPS = "backups"
CRISIS = "crisis.sealed"
"""This one lies in the home itself."""


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
