"""The passphrase: set, changed, removed, asked for; and the recovery code that opens the journal where it is lost."""

from __future__ import annotations

import contextlib
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.journal.keyring import key_file, keys
from grounding.journal.keyring.envelope import Cost, Envelope, Passphrase
from grounding.journal.keyring.exchange import exchange
from grounding.journal.keyring.recovery import is_code, new_code, read_code
from grounding.journal.keyring.stretching import FLOOR, TODAY, stretched

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from grounding.journal.keyring.envelope import Slot
    from grounding.journal.keyring.keys import Keys

    Backups = Callable[[Keys], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A passphrase that is to be set once its recovery code has been written down, and typed back."""

    passphrase: str = field(repr=False)
    code: str = field(repr=False)
    """In groups, to be shown and printed this once: it is kept nowhere."""


def _nothing(_keys: Keys) -> None:
    pass


def is_locked(folder: Path) -> bool:
    """Return whether it takes a passphrase to open the journal in `folder`.

    Raises:
        Failure: as `read_envelope`.
    """
    envelope = key_file.read_envelope(folder)
    return envelope is not None and envelope.locked


# Opening it


def unlock_with_passphrase(folder: Path, passphrase: str) -> Keys:
    """Return the keys, for `Journal.unlock`; where more is stretched today than it was then, it is from now on.

    Raises:
        Failure: `passphrase-other`, `passphrase-lost` where none was typed, `memory-short`; as `read_envelope`.
    """
    envelope = _envelope(folder)
    slot = envelope.slot(Passphrase)
    if slot is None:
        return envelope.unlock()
    opened = _opened(envelope, slot, passphrase)
    if (slot.cost.mem_kib, slot.cost.ops) < (TODAY.mem_kib, TODAY.ops):
        _raise_cost(folder, opened, passphrase, slot)
    return opened


def unlock_with_code(folder: Path, code: str) -> Keys:
    """Return the keys, for `Journal.unlock`, by the recovery code.

    Raises:
        Failure: `recovery-code-mistyped`, `recovery-code-other`; as `read_envelope`.
    """
    envelope = _envelope(folder)
    if not envelope.locked:
        return envelope.unlock()
    opened = keys.opened_with_code(envelope, read_code(code))
    if opened is None:
        raise Failure("recovery-code-other")
    return opened


def unlock_with_either(folder: Path, typed: str) -> Keys:
    """Return the keys, for `Journal.unlock`, by the passphrase, or by the recovery code typed in its place.

    Raises:
        Failure: as both.
    """
    if is_code(typed):
        try:
            return unlock_with_code(folder, typed)
        except Failure as failure:
            if failure.code != "recovery-code-other":
                raise
    return unlock_with_passphrase(folder, typed)


def open_envelope(envelope: Envelope, typed: str) -> Keys:
    """Return the keys in an envelope that lies elsewhere, as a backup's does, by its passphrase or its recovery code.

    Raises:
        Failure: `passphrase-other`, `passphrase-lost` where none was typed, `memory-short`.
    """
    slot = envelope.slot(Passphrase)
    if slot is None:
        return envelope.unlock()
    by_code = keys.opened_with_code(envelope, read_code(typed)) if is_code(typed) else None
    return by_code or _opened(envelope, slot, typed)


# Setting it


def prepare_passphrase(passphrase: str) -> Prepared:
    """Return a passphrase with the recovery code that it will have; nothing is set yet.

    Raises:
        Failure: `passphrase-empty`.
    """
    if not passphrase:
        raise Failure("passphrase-empty")
    return Prepared(passphrase=passphrase, code=new_code())


def set_passphrase(
    folder: Path,
    prepared: Prepared,
    *,
    typed: str,
    backups: Backups = _nothing,
    cost: Cost = TODAY,
    vfs: str | None = None,
) -> Keys:
    """Set the first passphrase, once its code is `typed` back; return the new keys, for `Journal.unlock`.

    The journal gets new keys, for the old ones lay on this computer for anybody to read. Every `Journal` of this folder
    in this process must be closed. `backups` is called when the new keys hold: older ones open without a passphrase.

    Raises:
        Failure: `recovery-code-mistyped`, `journal-busy`, `journal-locked` where there is a passphrase already,
            `memory-short`, or why it could not be; nothing is then changed.
    """
    code = _typed_back(prepared.code, typed)
    old = keys.envelope_for_writing(folder).unlock()
    new = keys.new_keys(old)
    slots = (_with_passphrase(new, prepared.passphrase, cost), keys.with_code(new, code))
    exchange(folder, old, new, keys.enveloped(new, *slots), vfs=vfs)
    backups(new)
    return new


def change_passphrase(
    folder: Path, opened: Keys, passphrase: str, *, backups: Backups = _nothing, cost: Cost = TODAY
) -> None:
    """Set another passphrase in place of the one there is; the recovery code stays.

    Raises:
        Failure: `passphrase-empty`, `memory-short`, `journal-busy`, `journal-locked` where `opened` are not its keys,
            or why it could not be; the earlier one then still holds.
    """
    if not passphrase:
        raise Failure("passphrase-empty")
    _put(folder, opened, _with_passphrase(opened, passphrase, cost))
    backups(opened)


def remove_passphrase(folder: Path, opened: Keys, *, backups: Backups = _nothing) -> None:
    """Let the journal open on this computer without a passphrase, and without a recovery code.

    Raises:
        Failure: as `change_passphrase`.
    """
    _put(folder, opened, keys.here(opened))
    backups(opened)


def prepare_recovery_code() -> str:
    """Return a new recovery code, to be written down and typed back; it opens nothing yet."""
    return new_code()


def new_recovery_code(folder: Path, opened: Keys, code: str, *, typed: str, backups: Backups = _nothing) -> None:
    """Set another recovery code in place of the one there is, once it is `typed` back.

    Raises:
        Failure: `recovery-code-mistyped`; as `change_passphrase`.
    """
    _put(folder, opened, keys.with_code(opened, _typed_back(code, typed)))
    backups(opened)


def _envelope(folder: Path) -> Envelope:
    envelope = key_file.read_envelope(folder)
    if envelope is None:
        raise Failure("journal-keys-missing", folder=folder)
    return envelope


def _opened(envelope: Envelope, slot: Passphrase, passphrase: str) -> Keys:
    """Return what a passphrase opens.

    Raises:
        Failure: `passphrase-other`, `passphrase-lost` where none was typed, `memory-short`.
    """
    if not passphrase:
        raise Failure("passphrase-lost")
    key = stretched(passphrase, salt=slot.salt, cost=slot.cost)
    if key is None:
        raise Failure("memory-short")
    opened = keys.opened(envelope, slot, key)
    if opened is None:
        raise Failure("passphrase-other")
    return opened


def _typed_back(code: str, typed: str) -> str:
    """Return the code, once it has come back the same.

    Raises:
        Failure: `recovery-code-mistyped`.
    """
    if read_code(typed) != read_code(code):
        raise Failure("recovery-code-mistyped")
    return read_code(code)


def _with_passphrase(opened: Keys, passphrase: str, cost: Cost) -> Passphrase:
    salt = secrets.token_bytes(keys.SALT_BYTES)
    for each in (cost, FLOOR):
        key = stretched(passphrase, salt=salt, cost=each)
        if key:
            return keys.with_passphrase(opened, key=key, salt=salt, cost=each)
    raise Failure("memory-short")


def _put(folder: Path, opened: Keys, slot: Slot, *, instead_of: Slot | None = None) -> None:
    """Put a slot in the place of the one of its kind, or alone where it opens on this computer.

    Raises:
        Failure: `journal-busy` where something else has changed the keys; `journal-locked`.
    """
    with key_file.holding(folder):
        stored = key_file.read_stored(folder)
        if stored is None or stored.envelope.next or not stored.envelope.locked:
            raise Failure("journal-busy")
        there = stored.envelope
        if there.journal != opened.journal:
            raise Failure("journal-locked")
        if instead_of and instead_of not in there.slots:
            raise Failure("journal-busy")
        slots = tuple(slot if type(each) is type(slot) else each for each in there.slots)
        key_file.write_envelope(folder, keys.enveloped(opened, *(slots if slot in slots else (slot,))))


def _raise_cost(folder: Path, opened: Keys, passphrase: str, slot: Passphrase) -> None:
    """Stretch the passphrase as far as today's computers should, where this one can."""
    salt = secrets.token_bytes(keys.SALT_BYTES)
    key = stretched(passphrase, salt=salt, cost=TODAY)
    if key:
        raised = keys.with_passphrase(opened, key=key, salt=salt, cost=TODAY)
        with contextlib.suppress(Failure):
            _put(folder, opened, raised, instead_of=slot)
