"""The keys of the journal: made once, and sealed into the slots of an envelope."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey
from nacl.secret import Aead

from grounding.base.failure import Failure
from grounding.base.files import write_whole, written_failure
from grounding.journal.keyring.envelope import (
    FORMAT,
    Cost,
    Envelope,
    Passphrase,
    Recovery,
    Slot,
    ThisComputer,
    to_bytes,
)
from grounding.journal.keyring.key_file import keep_copy, read_envelope
from grounding.journal.place import KEYS, place_new

if TYPE_CHECKING:
    from pathlib import Path

JOURNAL_ID_BYTES = 16
KEY_BYTES = 32
SALT_BYTES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What opens the journal, once a slot has been opened."""

    journal: bytes
    """The id of the journal: the 16 bytes its file begins with (the salt of its cipher)."""
    database: bytes = field(repr=False)
    secret: bytes = field(repr=False)
    """The X25519 key that reads what was sealed to `Envelope.public`."""
    earlier: tuple[bytes, ...] = field(default=(), repr=False)
    """The secret keys before this one, for what was sealed to them and is not read yet."""

    @property
    def public(self) -> bytes:
        return bytes(PrivateKey(self.secret).public_key)


def new_keys(before: Keys | None = None) -> Keys:
    """Return new keys; with those `before` them, what was sealed to these can be read too."""
    return Keys(
        journal=secrets.token_bytes(JOURNAL_ID_BYTES),
        database=secrets.token_bytes(KEY_BYTES),
        secret=bytes(PrivateKey.generate()),
        earlier=(before.secret, *before.earlier) if before else (),
    )


def make_envelope() -> Envelope:
    """Return new keys, to be opened on this computer."""
    keys = new_keys()
    return enveloped(keys, here(keys))


def enveloped(keys: Keys, *slots: Slot) -> Envelope:
    """Return an envelope of these slots, which are sealed already."""
    return Envelope(journal=keys.journal, public=keys.public, slots=slots)


def here(keys: Keys) -> ThisComputer:
    """Return a slot that opens on this computer."""
    key = secrets.token_bytes(KEY_BYTES)
    return ThisComputer(key=key, sealed=_sealed(keys, key, ThisComputer(key=key, sealed=b"")))


def with_passphrase(keys: Keys, *, key: bytes, salt: bytes, cost: Cost) -> Passphrase:
    """Return a slot that opens with the passphrase from which `key` was made."""
    return Passphrase(salt=salt, cost=cost, sealed=_sealed(keys, key, Passphrase(salt=salt, cost=cost, sealed=b"")))


def with_code(keys: Keys, code: str) -> Recovery:
    """Return a slot that opens with a recovery code; it is all chance, and needs no stretching."""
    return Recovery(sealed=_sealed(keys, _key_of_code(code), Recovery(sealed=b"")))


def opened_here(envelope: Envelope) -> Keys:
    """Open the slot of this computer.

    Raises:
        Failure: `journal-locked` where it has none; `journal-keys-damaged`.
    """
    slot = envelope.slot(ThisComputer)
    if slot is None:
        raise Failure("journal-locked")
    keys = opened(envelope, slot, slot.key)
    if keys is None:
        raise Failure("journal-keys-damaged")
    return keys


def opened_with_code(envelope: Envelope, code: str) -> Keys | None:
    """Open the slot of the recovery code, None where another code opens it."""
    slot = envelope.slot(Recovery)
    return opened(envelope, slot, _key_of_code(code)) if slot else None


def opened(envelope: Envelope, slot: Slot, key: bytes) -> Keys | None:
    """Open a slot with its key, None where it is another's."""
    try:
        plain = Aead(key).decrypt(slot.sealed, aad=_bound(envelope.format, envelope.journal, envelope.public, slot))
    except (CryptoError, ValueError):
        return None
    database, secret, *earlier = (plain[at : at + KEY_BYTES] for at in range(0, len(plain), KEY_BYTES))
    return Keys(journal=envelope.journal, database=database, secret=secret, earlier=tuple(earlier))


def envelope_for_writing(folder: Path) -> Envelope:
    """Return the envelope, made now where there is neither journal nor keys.

    Raises:
        Failure: as `read_envelope`; `disk-full` or `not-written`.
    """
    return read_envelope(folder) or _made(folder)


def _made(folder: Path) -> Envelope:
    """Make keys, and return those that are there then: another process may have been quicker."""
    ready = folder / f".{KEYS}.{secrets.token_hex(8)}"
    try:
        write_whole(ready, to_bytes(make_envelope()))
        place_new(ready, folder / KEYS)
    except Failure as failure:
        raise Failure(failure.code, **failure.facts | {"path": folder / KEYS}) from failure
    except OSError as error:
        raise written_failure(folder / KEYS, error) from error
    keep_copy(folder)
    envelope = read_envelope(folder)
    if envelope is None:
        raise Failure("journal-keys-missing", folder=folder)
    return envelope


def _sealed(keys: Keys, key: bytes, slot: Slot) -> bytes:
    plain = b"".join((keys.database, keys.secret, *keys.earlier))
    return bytes(Aead(key).encrypt(plain, aad=_bound(FORMAT, keys.journal, keys.public, slot)))


def _bound(version: int, journal: bytes, public: bytes, slot: Slot) -> bytes:
    """Return what a slot is bound to, so that no part of the file can be exchanged alone."""
    match slot:
        case ThisComputer():
            kind = b"this-computer"
        case Passphrase():
            kind = b"passphrase %b %d %d" % (slot.salt, slot.cost.ops, slot.cost.mem_kib)
        case Recovery():
            kind = b"recovery"
    return b"%d %b %b %b" % (version, journal, public, kind)


def _key_of_code(code: str) -> bytes:
    return blake2b(code.encode(), digest_size=KEY_BYTES, person=b"grounding code").digest()
