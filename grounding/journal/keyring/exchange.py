"""Exchanging the keys of the journal: killed anywhere, its file and its envelope open with the old ones or the new.

First the envelope holds both, then SQLite writes the file anew as one change, then the envelope holds the new alone.
Nothing here may run while the file is open in this process (see `vault`).
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.journal import new_file, vault
from grounding.journal.keyring.key_file import (
    begins_with,
    half_changed,
    holding,
    keep_aside,
    keep_copy,
    leftovers,
    read_stored,
    restore_from_copy,
    write_envelope,
)
from grounding.journal.keyring.keys import enveloped, here
from grounding.journal.place import JOURNAL

if TYPE_CHECKING:
    from pathlib import Path

    from grounding.journal.keyring.envelope import Envelope
    from grounding.journal.keyring.key_file import Stored
    from grounding.journal.keyring.keys import Keys


def exchange(folder: Path, old: Keys, new: Keys, envelope: Envelope, *, vfs: str | None = None) -> None:
    """Give the journal `new` keys, those of `envelope`, in place of the `old` ones, which open on this computer.

    Raises:
        Failure: `journal-busy`, or why it could not be; the old keys then still hold.
    """
    path = folder / JOURNAL
    with holding(folder):
        stored = read_stored(folder)
        if stored is None or stored.envelope.journal != old.journal or stored.envelope.next:
            raise Failure("journal-busy")
        if not path.exists():
            new_file.create(path, old, vfs=vfs)
        before = enveloped(old, here(old))
        write_envelope(folder, replace(before, next=envelope))
        try:
            _rekey(path, old, new, vfs)
        except Failure:
            fitting = _fitting(folder, replace(before, next=envelope), vfs)
            if fitting != envelope:
                if fitting:
                    with contextlib.suppress(Failure):
                        write_envelope(folder, before)
                raise
        with contextlib.suppress(Failure):  # the file has the new keys: the next opening does what is left
            write_envelope(folder, envelope)


def settle(folder: Path, *, vfs: str | None = None) -> Failure | None:
    """Put right what a kill, a full disk or damage has left of the keys; return what is to be said about it.

    Raises:
        Failure: `journal-busy` while another process exchanges the keys; as `read_envelope`.
    """
    stored = read_stored(folder)
    if stored is None or _settled(folder, stored):
        return None
    try:
        with holding(folder):
            _settle(folder, vfs)
    except Failure as failure:
        if failure.code == "journal-busy" and stored.envelope.next:
            raise
    return Failure("keys-from-copy", folder=folder) if stored.from_copy else None


def _settled(folder: Path, stored: Stored) -> bool:
    return stored.copied and not stored.from_copy and stored.envelope.next is None and not leftovers(folder)


def _settle(folder: Path, vfs: str | None) -> None:
    stored = read_stored(folder)
    if stored is None:
        return
    if stored.from_copy:
        restore_from_copy(folder, stored.envelope)
    fitting = _fitting(folder, stored.envelope, vfs) if stored.envelope.next else None
    if fitting:
        if fitting.locked and half_changed(folder):
            keep_aside(folder)
        write_envelope(folder, fitting)
    keep_copy(folder)
    for path in leftovers(folder):
        with contextlib.suppress(OSError):
            path.unlink()


def _fitting(folder: Path, envelope: Envelope, vfs: str | None) -> Envelope | None:
    """Return which of the two envelopes opens the journal's file, None where it cannot be told now."""
    unclear = half_changed(folder)
    with contextlib.suppress(Failure):
        if vault.opens(folder / JOURNAL, envelope.unlock(), vfs=vfs):
            return replace(envelope, next=None)
        unclear = False
    return envelope.next if envelope.next and begins_with(folder, envelope.next) and not unclear else None


def _rekey(path: Path, old: Keys, new: Keys, vfs: str | None) -> None:
    """Write the file anew under the new keys, and open it with them."""
    with contextlib.closing(vault.Vault.open(path, old, vfs=vfs)) as opened:
        opened.rekey(new)
    with contextlib.closing(vault.Vault.open(path, new, vfs=vfs)):
        pass
