"""The journal carried away: as one file, wherever somebody wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import failing_as, refuse_if_there
from grounding.journal.backup.copying import copy_journal
from grounding.journal.backup.parcel import write_parcel
from grounding.journal.backup.staging import alone_and_staging
from grounding.journal.keyring.key_file import read_envelope
from grounding.journal.place import JOURNAL, KEYS

if TYPE_CHECKING:
    from pathlib import Path

    from grounding.journal.keyring.keys import Keys
    from grounding.journal.vault import Vault


def carry_away(
    vault: Vault, folder: Path, keys: Keys, out: Path, *, replace: bool = False, vfs: str | None = None
) -> None:
    """Write a verified copy of the open journal, and its keys, into one file at `out`.

    Raises:
        Failure: `file-is-there` unless `replace`; as `make_backup`.
    """
    refuse_if_there(out, replace=replace)
    if read_envelope(folder) is None:
        raise Failure("journal-keys-missing", folder=folder)
    with alone_and_staging(folder) as stage:
        copy_journal(vault, stage / JOURNAL, keys, vfs=vfs)
        with failing_as(stage):
            (stage / KEYS).write_bytes((folder / KEYS).read_bytes())
        write_parcel(out, journal=stage / JOURNAL, keys=stage / KEYS, replace=replace)
