"""Looking through the journal's file: quickly when it is opened, wholly once a week."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import write_whole
from grounding.journal.backup.rotation import check_due
from grounding.journal.recount import check

if TYPE_CHECKING:
    from pathlib import Path

    from grounding.journal.vault import Vault

CHECKED = "checked"
"""When the whole journal was last read and found sound lies here."""


def check_on_open(vault: Vault, folder: Path, now: datetime) -> None:
    """Look through the pages of the open journal, or through all of it where that has not been done for a week.

    To be run away from the window, in the thread that uses the journal: a million entries take some seconds.

    Raises:
        Failure: `journal-damaged`, or what the disk says.
    """
    if check_due(now=now, last=last_checked(folder)):
        check_whole(vault, folder, now)
    else:
        vault.check_quickly()


def check_whole(vault: Vault, folder: Path, now: datetime) -> None:
    """Read every page and every entry of the open journal, and note that it has been done.

    Raises:
        Failure: as `check_on_open`.
    """
    check(vault)
    with contextlib.suppress(Failure):  # on a disk that cannot be written it is done again next time
        write_whole(folder / CHECKED, now.astimezone(UTC).isoformat().encode())


def last_checked(folder: Path) -> datetime | None:
    """Return when the whole journal was last found sound, None where nothing says so."""
    with contextlib.suppress(OSError, ValueError):
        at = datetime.fromisoformat((folder / CHECKED).read_text(encoding="utf-8"))
        return at if at.tzinfo else None
    return None
