"""A new journal made of what a damaged one still holds, of the newest whole backup, and of what has been said since."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from grounding.base.failure import Failure
from grounding.journal.backup.backups import list_backups
from grounding.journal.backup.exchanging import CANNOT_BE_READ, Exchange, exchange
from grounding.journal.backup.staging import alone_and_staging, copy_as_is, open_staged
from grounding.journal.new_file import create
from grounding.journal.place import JOURNAL
from grounding.journal.progress import Cancelled, on_and_on
from grounding.journal.repair.contents import delete_entries, ids_of, put_kept, read_entries, read_forgotten, read_kept
from grounding.journal.repair.salvage import COPY, PAGES_READ, whole_entries
from grounding.journal.schema import VERSION
from grounding.journal.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from grounding.journal.keyring.keys import Keys
    from grounding.journal.progress import GoingOn
    from grounding.journal.repair.contents import Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescued:
    """What the new journal has been made of."""

    salvaged: int
    """Entries out of the damaged file, each as it was said."""
    from_backup: int
    """Entries that are not whole there, and come from the newest whole backup."""
    lost: int
    """Entries that are known to have been in the damaged file, and are nowhere now; there may have been more."""
    aside: Path | None
    """Where the journal lies that was begun meanwhile; what is in it is in the new one too."""


def rescue(
    folder: Path,
    damaged: Path,
    keys: Keys,
    *,
    now: datetime,
    going_on: GoingOn = on_and_on,
    vfs: str | None = None,
) -> Rescued:
    """Put a new journal in the place of the present one, if there is any, which must be closed in this process.

    `damaged` is a journal's file, in quarantine or not, and is only read.

    Raises:
        Cancelled: after a no of `going_on`; the journal is then as it was.
        Failure: `nothing-saved` where no entry is found anywhere; `journal-unreadable` for the damaged file; as
            `restore` otherwise. The journal is then as it was.
    """
    known: set[str] = set()
    with alone_and_staging(folder) as stage:
        _begin_with_a_backup(folder, stage, keys, vfs, going_on)
        with contextlib.closing(open_staged(stage / JOURNAL, keys, vfs)) as vault:
            in_backup = ids_of(vault)
            saved = _put(vault, whole_entries(damaged, keys, stage, known, going_on))
            since = _put(vault, _unless_left(_kept_in(folder / JOURNAL, keys, vfs), going_on, at=PAGES_READ))
            gone = _forgotten_in(stage / COPY, keys) | _forgotten_in(folder / JOURNAL, keys)
            _delete(vault, gone)
            vault.check()
        if not in_backup | saved | since:
            raise Failure("nothing-saved", path=damaged)
        asked = Exchange(folder=folder, stage=stage, keys=keys, brought=keys, envelope=None, now=now, vfs=vfs)
        aside = exchange(asked)
        if aside is not None:
            _put_in_new(folder, aside, keys, gone, vfs)
    left_of_backup = in_backup - saved - gone
    lost = known - saved - in_backup - since - gone
    return Rescued(salvaged=len(saved), from_backup=len(left_of_backup), lost=len(lost), aside=aside)


def _begin_with_a_backup(folder: Path, stage: Path, keys: Keys, vfs: str | None, going_on: GoingOn) -> None:
    """Stage the newest backup that is whole, or an empty journal where there is none."""
    for backup in list_backups(folder):
        if backup.schema <= VERSION and _staged_whole(backup.path, stage / JOURNAL, keys, vfs, going_on):
            return
    create(stage / JOURNAL, keys, vfs=vfs)


def _staged_whole(backup: Path, staged: Path, keys: Keys, vfs: str | None, going_on: GoingOn) -> bool:
    try:
        copy_as_is(backup, staged)
        with contextlib.closing(open_staged(staged, keys, vfs)) as vault:
            vault.check()
            for _ in _unless_left(read_entries(vault), going_on, at=0.0):
                pass
    except (OSError, Failure) as error:
        if isinstance(error, Failure) and error.code not in CANNOT_BE_READ:
            raise
        for path in (staged, staged.with_name(f"{staged.name}-journal")):
            path.unlink(missing_ok=True)
        return False
    return True


def _unless_left(some: Iterator[Any], going_on: GoingOn, *, at: float) -> Iterator[Any]:
    """Yield each of these, and tell again how far it all is, until it is not to go on."""
    for each in some:
        if not going_on(at):
            raise Cancelled
        yield each


def _put(vault: Vault, some: Iterator[Kept]) -> frozenset[str]:
    """Put entries into the new journal, over older wordings of the same; return their ids."""
    ids: set[str] = set()
    with vault.writing() as connection:
        for kept in some:
            ids.add(kept.entry.id)
            put_kept(connection, kept)
    return frozenset(ids)


def _forgotten_in(path: Path, keys: Keys) -> frozenset[str]:
    """Return what was deleted in the file at `path`, as far as that can be read: it may still lie in a backup."""
    if path.exists():
        with contextlib.suppress(Failure), contextlib.closing(Vault.open_as_it_is(path, keys)) as vault:
            return read_forgotten(vault)
    return frozenset()


def _delete(vault: Vault, ids: frozenset[str]) -> None:
    with vault.writing() as connection:
        delete_entries(connection, ids)


def _kept_in(path: Path, keys: Keys, vfs: str | None) -> Iterator[Kept]:
    """Yield the entries of a journal that may not be there or be damaged too."""
    if not path.exists():
        return
    try:
        with contextlib.closing(Vault.open_as_it_is(path, keys, vfs=vfs)) as vault:
            yield from read_kept(vault)
    except Failure as failure:
        if failure.code not in CANNOT_BE_READ:
            raise


def _put_in_new(folder: Path, aside: Path, keys: Keys, gone: frozenset[str], vfs: str | None) -> None:
    """Put in what another process has said in the last moment before the new journal came into its place."""
    with contextlib.closing(Vault.open(folder / JOURNAL, keys, vfs=vfs)) as vault:
        _put(vault, _kept_in(aside, keys, vfs))
        _delete(vault, gone | _forgotten_in(aside, keys))
