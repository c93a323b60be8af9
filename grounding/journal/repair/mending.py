"""A journal that cannot be read, readable again: of what is whole in it and in backups, or begun anew.

Nothing is deleted: what lay in its place is moved to quarantine, or set aside among the backups.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import failing_as, write_whole
from grounding.journal.backup.backups import list_backups
from grounding.journal.backup.exchanging import Exchange, exchange
from grounding.journal.backup.restoring import restore
from grounding.journal.backup.staging import alone_and_staging
from grounding.journal.keyring.envelope import Envelope, from_bytes, to_bytes
from grounding.journal.keyring.keys import enveloped, here, new_keys
from grounding.journal.new_file import create
from grounding.journal.place import JOURNAL, KEYS
from grounding.journal.progress import on_and_on
from grounding.journal.repair.mended import Mended
from grounding.journal.repair.rescue import rescue

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from grounding.journal.backup.backups import Backup
    from grounding.journal.backup.restoring import Restored
    from grounding.journal.keyring.keys import Keys
    from grounding.journal.progress import GoingOn

_ASKS = ("backup-locked", "backup-passphrase-other", "memory-short")
"""After these it is for the person to go on, and no other backup is tried."""


def mend(
    folder: Path,
    keys: Keys | None,
    *,
    now: datetime,
    unlock: Callable[[Envelope], Keys],
    going_on: GoingOn = on_and_on,
) -> Mended:
    """Put a journal together of all that is whole, where the present one, closed in this process, cannot be read.

    `keys` are those of today, None where nobody can open them: then those of the newest backup are, by `unlock`.

    Raises:
        Cancelled: after a no of `going_on`; nothing is changed then. Once a backup has taken its place, none is heard.
        Failure: `nothing-saved`; `no-backup` where only a backup would help; as `rescue` and `restore`.
    """
    if keys and (folder / JOURNAL).exists():
        return _rescued(folder, folder / JOURNAL, keys, now, going_on)
    restored = _with_a_backup(folder, keys, now, unlock)
    theirs = restored.keys
    assert theirs is not None
    if keys is None and restored.aside:
        try:
            return _rescued(folder, restored.aside, theirs, now, lambda part: going_on(part) or True)
        except Failure as failure:
            if failure.code != "nothing-saved":
                raise
    return Mended(keys=theirs, from_file=False, from_backup=True, lost=False)


def begin_anew(folder: Path, keys: Keys | None, *, now: datetime) -> Keys:
    """Put an empty journal in the place of one that cannot be read; return what opens it.

    The keys of today stay; where nobody can open them (None) they are moved aside too, and new ones made.

    Raises:
        Failure: as `restore`.
    """
    opens, envelope = keys or new_keys(), None
    with alone_and_staging(folder) as stage:
        if keys is None:
            envelope = enveloped(opens, here(opens))
            with failing_as(stage):
                write_whole(stage / KEYS, to_bytes(envelope))
        create(stage / JOURNAL, opens)
        exchange(Exchange(folder=folder, stage=stage, keys=keys, brought=opens, envelope=envelope, now=now, vfs=None))
    return opens


def _rescued(folder: Path, damaged: Path, keys: Keys, now: datetime, going_on: GoingOn) -> Mended:
    made = rescue(folder, damaged, keys, now=now, going_on=going_on)
    return Mended(keys=keys, from_file=made.salvaged > 0, from_backup=made.from_backup > 0, lost=made.lost > 0)


def _with_a_backup(folder: Path, keys: Keys | None, now: datetime, unlock: Callable[[Envelope], Keys]) -> Restored:
    """Put the newest backup that is whole in the journal's place, one of this very journal before any other.

    Raises:
        Failure: why the last of them could not be, or the first that asks for its passphrase; `no-backup`.
    """
    why, begins = Failure("no-backup"), _head(folder / JOURNAL)
    backups = sorted(list_backups(folder), key=lambda each: (_id_of(each) != begins, each.set_aside))
    for backup in backups:
        try:
            return restore(folder, backup.path, keys=keys, now=now, unlock=unlock)
        except Failure as failure:
            if failure.code in _ASKS:
                raise
            why = failure
    raise why


def _head(path: Path) -> bytes:
    """Return the bytes a journal's file begins with, which are its id."""
    with contextlib.suppress(OSError), path.open("rb") as file:
        return file.read(16)
    return b""


def _id_of(backup: Backup) -> bytes:
    with contextlib.suppress(OSError, Failure):
        return from_bytes(backup.keys.read_bytes()).journal
    return _head(backup.path)
