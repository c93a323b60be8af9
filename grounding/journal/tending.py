"""Looking after an open journal, away from whoever uses it: backups when one is due, and what is to be forgotten gone.

To be run by the thread that uses the journal, in a job: a backup is read through before anybody relies on it.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import write_whole
from grounding.journal.backup.backups import changed_since_backup, list_backups, make_backup, replace_all, tidy_backups
from grounding.journal.backup.closing import close_set_aside, opens_by_itself
from grounding.journal.backup.forgetting import forget_in_backups
from grounding.journal.backup.rotation import Occasion, due
from grounding.journal.keyring.envelope import from_bytes, to_bytes
from grounding.journal.keyring.key_file import read_envelope
from grounding.journal.looking_through import check_on_open
from grounding.journal.place import JOURNAL
from grounding.journal.vault import Vault

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from grounding.journal.backup.backups import Backup
    from grounding.journal.journal import Journal
    from grounding.journal.keyring.envelope import Envelope
    from grounding.journal.keyring.keys import Keys


def tend_at_start(journal: Journal, now: datetime) -> None:
    """Look through the journal, finish what a kill has left undone, and make a backup where one is due.

    Raises:
        Failure: `journal-damaged`, `journal-gone`; whatever the disk says.
    """
    if not journal.there:
        journal.check()  # that there are backups of it is told
    else:
        with journal.lent() as (vault, folder, _keys):
            check_on_open(vault, folder, now)
            tidy_backups(folder)
        forget(journal)
        close_to_strangers(journal, now)
        back_up_if_due(journal, Occasion.START, now)


def back_up_if_due(journal: Journal, occasion: Occasion, now: datetime, *, entries: int = 0) -> Path | None:
    """Make a backup where one is due, `entries` being how many are new; return where it is.

    Raises:
        Failure: as `make_backup`.
    """
    if not journal.there:
        return None
    with journal.lent() as (vault, folder, keys):
        newest = next(iter(list_backups(folder)), None)
        last = newest.made_at if newest else None
        if not due(occasion, now=now, last=last, changed=changed_since_backup(folder), entries=entries):
            return None
        return make_backup(vault, folder, keys, now)


def forget(journal: Journal) -> None:
    """Erase from every backup what was deleted and can no longer be taken back.

    Raises:
        Failure: as `forget_in_backups`; it is done again at the next start then.
    """
    keys_of_entries = journal.forgotten() if journal.there else ()
    if keys_of_entries:
        with journal.lent() as (_vault, folder, keys):
            left = forget_in_backups(folder, keys, keys_of_entries)
        if not left:
            journal.settle(keys_of_entries)


def close_to_strangers(journal: Journal, now: datetime) -> None:
    """Where the journal has a passphrase, replace backups that open without one; what is set aside is sealed anew.

    Raises:
        Failure: as `replace_all`.
    """
    with journal.lent() as (vault, folder, keys):
        envelope = read_envelope(folder)
        if envelope is None or not envelope.locked:
            return
        opening = [each for each in list_backups(folder) if opens_by_itself(each)]
        if opening:
            close_set_aside(folder, keys)
        if any(not each.set_aside for each in opening):
            replace_all(vault, folder, keys, now)


def follow_keys(folder: Path, keys: Keys, now: datetime) -> None:
    """Let the backups open as the journal does now: with a new passphrase or code, or, under new keys, made anew.

    Raises:
        Failure: as `replace_all`; `not-written`.
    """
    envelope, backups = read_envelope(folder), list_backups(folder)
    if envelope is None:
        return
    own = [each for each in backups if _is_of(each, envelope)]
    for each in own:
        write_whole(each.keys, to_bytes(envelope))
    if any(map(opens_by_itself, backups)):
        close_set_aside(folder, keys)
    others = [each for each in backups if each not in own and not each.set_aside]
    if others and (folder / JOURNAL).exists():
        with contextlib.closing(Vault.open(folder / JOURNAL, keys)) as vault:
            replace_all(vault, folder, keys, now)


def _is_of(backup: Backup, envelope: Envelope) -> bool:
    with contextlib.suppress(OSError, Failure):
        return from_bytes(backup.keys.read_bytes()).journal == envelope.journal
    return False
