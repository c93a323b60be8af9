"""Erasing entries from the backups too, once they can no longer be taken back."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import failing_as
from grounding.journal.backup.backups import alone_in_backups, delete_backup, list_backups
from grounding.journal.keyring.envelope import from_bytes
from grounding.journal.repair.contents import erase_entries, has_any
from grounding.journal.schema import VERSION
from grounding.journal.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from grounding.journal.backup.backups import Backup
    from grounding.journal.keyring.keys import Keys


def forget_in_backups(folder: Path, keys: Keys, ids: Collection[str], *, vfs: str | None = None) -> tuple[Path, ...]:
    """Erase entries from every backup; return the backups that these keys, or this version, cannot look into.

    Each backup is changed in one transaction, so that a kill leaves it as it was or as it is to be; whatever was
    killed is to be done again, and does what is left.

    Raises:
        Failure: `journal-busy` where another process works on the backups; whatever the disk says.
    """
    if not ids or not list_backups(folder):
        return ()
    with alone_in_backups(folder):
        return tuple(each.path for each in list_backups(folder) if not _forgotten_in(each, keys, ids, vfs))


def _forgotten_in(backup: Backup, keys: Keys, ids: Collection[str], vfs: str | None) -> bool:
    """Erase entries from one backup; return False where it can be neither looked into nor known to be damaged."""
    if backup.schema > VERSION:
        return False
    damaged = False
    for each in _keys_that_may_fit(backup, keys):
        try:
            _erase(backup.path, each, ids, vfs)
        except Failure as failure:
            if failure.code not in ("journal-keys-foreign", "journal-damaged"):
                raise
            damaged |= failure.code == "journal-damaged"
        else:
            return True
    if damaged:  # nobody could restore it, and what is to be forgotten may be in it
        delete_backup(backup.path)
    return damaged


def _keys_that_may_fit(backup: Backup, keys: Keys) -> Iterator[Keys]:
    """Yield the keys of today, then those that lie beside the backup, where this computer opens them."""
    yield keys
    with contextlib.suppress(OSError, Failure):
        yield from_bytes(backup.keys.read_bytes()).unlock()


def _erase(path: Path, keys: Keys, ids: Collection[str], vfs: str | None) -> None:
    with _as_new_as_it_was(path), contextlib.closing(Vault.open_as_it_is(path, keys, vfs=vfs)) as vault:
        with vault.writing() as connection:
            erase_entries(connection, ids)
        vault.check()
        if has_any(vault, ids):
            raise RuntimeError("an entry that was erased is still there")


@contextlib.contextmanager
def _as_new_as_it_was(path: Path) -> Iterator[None]:
    """Leave the file's moment as it is: it tells from which state of the journal the backup was made."""
    with failing_as(path):
        written_ns = path.stat().st_mtime_ns
    yield
    with failing_as(path):
        os.utime(path, ns=(written_ns, written_ns))
