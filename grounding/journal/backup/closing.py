"""What a restore has set aside, sealed under the keys of today where it would open without the passphrase of today."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import failing_as, sync_folder, write_whole
from grounding.journal.backup.backups import alone_in_backups, delete_backup, list_backups
from grounding.journal.backup.digest import row_digest
from grounding.journal.backup.transfer import write_new
from grounding.journal.keyring.envelope import from_bytes, to_bytes
from grounding.journal.keyring.key_file import read_envelope, wiping
from grounding.journal.schema import VERSION
from grounding.journal.vault import Vault

if TYPE_CHECKING:
    from pathlib import Path

    from grounding.journal.backup.backups import Backup
    from grounding.journal.keyring.envelope import Envelope
    from grounding.journal.keyring.keys import Keys


def opens_by_itself(backup: Backup) -> bool:
    """Return whether a backup opens without a passphrase."""
    with contextlib.suppress(OSError, Failure):
        return not from_bytes(backup.keys.read_bytes()).locked
    return False


def close_set_aside(folder: Path, keys: Keys) -> None:
    """Where the journal has a passphrase, let what a restore has set aside open with that alone.

    One that is not whole, so that nobody could go back to it, is deleted; one of a newer version of the program is left
    to that one.

    Raises:
        Failure: `journal-busy`, `disk-full`, `not-written`, or whatever the disk says.
    """
    envelope = read_envelope(folder)
    if envelope is None or not envelope.locked:
        return
    with alone_in_backups(folder):
        for each in list_backups(folder):
            left_open = each.set_aside and each.schema <= VERSION and opens_by_itself(each)
            if left_open and not _seal_anew(each, keys, envelope):
                delete_backup(each.path)


def _seal_anew(backup: Backup, keys: Keys, envelope: Envelope) -> bool:
    """Give a backup the keys of today; return False where it is not whole.

    A kill between its two files leaves one that the keys of today open, and that is sealed to its end the next time.
    """
    with failing_as(backup.path):
        with backup.path.open("rb") as file:
            has_keys_of_today = file.read(len(keys.journal)) == keys.journal
        old = from_bytes(backup.keys.read_bytes()).unlock()
    if not has_keys_of_today and not _rekeyed(backup.path, old, keys):
        return False
    with wiping(backup.keys):
        write_whole(backup.keys, to_bytes(envelope))
    return True


def _rekeyed(path: Path, old: Keys, new: Keys) -> bool:
    ready = path.with_name(f".{path.name}")
    try:
        with failing_as(path), path.open("rb") as file:
            write_new(ready, file)
        with contextlib.closing(Vault.open_as_it_is(ready, old)) as vault:
            digest = row_digest(vault)
            vault.rekey(new)
        with contextlib.closing(Vault.open_as_it_is(ready, new)) as vault:
            vault.check()
            if row_digest(vault) != digest:
                return False
        with failing_as(path):
            _take_place(ready, path)
    except Failure as failure:
        if failure.code in ("journal-damaged", "journal-keys-foreign", "journal-not-encrypted"):
            return False
        raise
    finally:
        with contextlib.suppress(OSError):
            ready.unlink(missing_ok=True)
    return True


def _take_place(ready: Path, path: Path) -> None:
    written_ns = path.stat().st_mtime_ns
    with ready.open("r+b") as file:
        os.fsync(file.fileno())
    os.utime(ready, ns=(written_ns, written_ns))
    ready.replace(path)
    sync_folder(path.parent)
