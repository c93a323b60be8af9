"""Where a backup is laid out and read whole before it may take the journal's place."""

from __future__ import annotations

import contextlib
import secrets
import shutil
import stat
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import failing_as, sync_folder, write_whole
from grounding.base.home import PRIVATE_DIR
from grounding.journal.backup.backups import alone_in_backups, keys_beside
from grounding.journal.backup.moving import MOVING, STAGE
from grounding.journal.backup.parcel import KEYS_MOST_BYTES, is_parcel, read_parcel
from grounding.journal.backup.transfer import write_new
from grounding.journal.engine import PAGE_BYTES
from grounding.journal.keyring.envelope import Envelope, to_bytes
from grounding.journal.keyring.key_file import read_envelope
from grounding.journal.place import JOURNAL, KEYS
from grounding.journal.repair.contents import read_entries
from grounding.journal.repair.quarantine import REASON
from grounding.journal.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from grounding.journal.keyring.keys import Keys

_OF_A_BACKUP = {
    "journal-damaged": "backup-damaged",
    "journal-keys-foreign": "backup-damaged",
    "journal-keys-damaged": "backup-keys-damaged",
    "journal-keys-missing": "backup-keys-missing",
    "journal-newer": "backup-newer",
    "journal-not-encrypted": "backup-not-one",
}
"""What a failure of a journal means where it is that of a backup."""


@contextlib.contextmanager
def alone_and_staging(folder: Path) -> Iterator[Path]:
    """Lend a folder within the journal's, while one is alone in its folder of backups.

    Raises:
        Failure: `journal-busy`, `not-moved`, `disk-full` or `not-written`.
    """
    with failing_as(folder):
        folder.mkdir(mode=PRIVATE_DIR, parents=True, exist_ok=True)
    with alone_in_backups(folder), _staging(folder) as stage:
        yield stage


@contextlib.contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    stage = folder / f"{STAGE}{secrets.token_hex(4)}"
    with failing_as(folder):
        stage.mkdir(mode=PRIVATE_DIR)
    try:
        yield stage
    except Failure as failure:
        if stage in getattr(failure.facts.get("path"), "parents", ()):  # nobody has ever seen a file there
            raise Failure(failure.code, **failure.facts | {"path": folder / JOURNAL}) from failure
        raise
    finally:
        if not (folder / MOVING).exists():
            shutil.rmtree(stage, ignore_errors=True)


def lay_out(source: Path, stage: Path) -> None:
    """Lay a backup out as a journal lies: one out of the journal's folder, or one that was made to be carried away.

    Raises:
        Failure: as `read_parcel`.
    """
    try:
        if not stat.S_ISREG(source.stat().st_mode):
            raise Failure("backup-not-one", path=source)
        parcel = is_parcel(source)
        if not parcel:
            copy_as_is(source, stage / JOURNAL)
            _copy_if_there(keys_beside(source), stage / KEYS) or _copy_if_there(source.with_name(KEYS), stage / KEYS)
    except OSError as error:
        raise Failure("backup-unreadable", path=source, reason=error.strerror) from error
    if parcel:
        read_parcel(source, stage)
    with failing_as(stage):
        sync_folder(stage)
        sync_folder(stage.parent)


def lay_out_unread(place: Path, stage: Path) -> Envelope:
    """Lay out what a restore has set aside in quarantine, as it was; return the envelope of its keys.

    Raises:
        Failure: `backup-unreadable`, `backup-keys-missing` or `backup-keys-damaged`.
    """
    try:
        for path in sorted(each for each in place.rglob("*") if each.is_file() and each.name != REASON):
            target = stage / path.relative_to(place)
            with failing_as(stage):
                target.parent.mkdir(mode=PRIVATE_DIR, exist_ok=True)
            _copy(path, target)
    except OSError as error:
        raise Failure("backup-unreadable", path=place, reason=error.strerror) from error
    return _envelope_of(place, stage)


def keys_that_fit(
    source: Path, stage: Path, keys: Keys | None, unlock: Callable[[Envelope], Keys]
) -> tuple[Keys, Envelope | None]:
    """Return what opens the staged journal: the keys of today and None, or those that came with it and their envelope.

    Raises:
        Failure: `backup-keys-missing`, `backup-keys-damaged`, `backup-newer`, or what `unlock` raises.
    """
    with failing_as(stage), (stage / JOURNAL).open("rb") as file:
        head = file.read(len(keys.journal)) if keys else b""
    if keys and head == keys.journal:
        return keys, None
    envelope = _envelope_of(source, stage)
    if keys and envelope.journal == keys.journal:
        return keys, None
    with failing_as(stage):
        write_whole(stage / KEYS, to_bytes(envelope))
    return unlock(envelope), envelope


def _envelope_of(source: Path, stage: Path) -> Envelope:
    """Return the envelope that came along; without one, what has not the size of a journal's file is none."""
    with said_of_backup(source):
        if (stage / KEYS).exists() and (envelope := read_envelope(stage)):
            return envelope
    whole_pages = (stage / JOURNAL).stat().st_size % PAGE_BYTES == 0
    raise Failure("backup-keys-missing" if whole_pages else "backup-not-one", path=source)


def read_whole(source: Path, stage: Path, keys: Keys, *, vfs: str | None = None) -> int:
    """Read every page and every entry of the staged journal; return how many entries there are.

    Raises:
        Failure: `backup-damaged`, `backup-newer`, `backup-not-one`, or what the disk says.
    """
    with said_of_backup(source), contextlib.closing(open_staged(stage / JOURNAL, keys, vfs)) as vault:
        if vault.newer:
            raise Failure("journal-newer")
        vault.check()
        return sum(1 for _ in read_entries(vault))


def open_staged(path: Path, keys: Keys, vfs: str | None) -> Vault:
    """Open the copy of a backup that is staged, brought forward to the present version.

    Raises:
        Failure: as `Vault.open`.
    """
    vault = Vault.open_as_it_is(path, keys, vfs=vfs)
    try:
        vault.bring_forward(keep_copy=False)
    except BaseException:
        vault.close()
        raise
    return vault


@contextlib.contextmanager
def said_of_backup(source: Path) -> Iterator[None]:
    """Let a failure of the staged journal be one of the backup."""
    try:
        yield
    except Failure as failure:
        code = _OF_A_BACKUP.get(failure.code)
        if code is None:
            raise
        raise Failure(code, path=source) from failure


def copy_as_is(source: Path, target: Path) -> None:
    """Copy a file of SQLite that nobody has open, with what a kill may have left beside it.

    Raises:
        OSError: where the file cannot be read.
        Failure: `disk-full` or `not-written`.
    """
    _copy(source, target)
    _copy_if_there(source.with_name(f"{source.name}-journal"), target.with_name(f"{target.name}-journal"))


def _copy_if_there(source: Path, target: Path) -> bool:
    try:
        if target.name == KEYS and source.stat().st_size > KEYS_MOST_BYTES:
            return False
        _copy(source, target)
    except FileNotFoundError:
        return False
    return True


def _copy(source: Path, target: Path) -> None:
    with source.open("rb") as file:
        write_new(target, file)
