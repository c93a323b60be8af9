"""A backup put in the place of the journal: read whole first, then moved there as one, and what was there set aside.

The keys of today stay where the backup was made under them. Those of another journal come with it, or nobody could open
it; what is sealed and not kept yet is then sealed to them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.journal.backup.exchanging import Exchange, exchange
from grounding.journal.backup.staging import alone_and_staging, keys_that_fit, lay_out, lay_out_unread, read_whole
from grounding.journal.keyring.envelope import Envelope
from grounding.journal.place import BACKUPS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from grounding.journal.keyring.keys import Keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What a restore has done."""

    keys: Keys | None = field(repr=False)
    """What opens the journal now; None where a restore was taken back to a journal that nobody could open."""
    keys_before: Keys | None = field(repr=False)
    """What opened the journal before, where anybody knew."""
    aside: Path | None
    """Where the journal of before lies, in `backups` or, if it could not be read, in `quarantine`; None for none."""


def restore(
    folder: Path,
    source: Path,
    *,
    keys: Keys | None,
    now: datetime,
    unlock: Callable[[Envelope], Keys] = Envelope.unlock,
    vfs: str | None = None,
) -> Restored:
    """Put the backup at `source` in the place of the journal, which must be closed in this process.

    `keys` are those of today, None where nobody can open them; `unlock` opens the envelope that came with a backup made
    under others. Nothing is replaced before the whole backup has been read.

    Raises:
        Failure: `backup-…` for what is wrong with the backup; `journal-busy`; `not-moved`; what the disk says.
    """
    with alone_and_staging(folder) as stage:
        lay_out(source, stage)
        theirs, envelope = keys_that_fit(source, stage, keys, unlock)
        read_whole(source, stage, theirs, vfs=vfs)
        asked = Exchange(folder=folder, stage=stage, keys=keys, brought=theirs, envelope=envelope, now=now, vfs=vfs)
        return Restored(keys=theirs, keys_before=keys, aside=exchange(asked))


def undo_restore(folder: Path, restored: Restored, *, now: datetime, vfs: str | None = None) -> Restored:
    """Take a restore back: what it set aside is the journal again, and what it brought is set aside instead.

    Raises:
        Failure: as `restore`; `nothing-set-aside` where there was no journal before.
    """
    aside, before = restored.aside, restored.keys_before
    if aside is None:
        raise Failure("nothing-set-aside")
    if before is not None and aside.parent.name == BACKUPS:
        return restore(folder, aside, keys=restored.keys, now=now, unlock=lambda _envelope: before, vfs=vfs)
    with alone_and_staging(folder) as stage:
        envelope = lay_out_unread(aside.parent, stage)
        asked = Exchange(
            folder=folder, stage=stage, keys=restored.keys, brought=before, envelope=envelope, now=now, vfs=vfs
        )
        return Restored(keys=before, keys_before=restored.keys, aside=exchange(asked))
