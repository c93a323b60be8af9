"""The keys of the journal in an envelope: one set of keys, and slots that each open it in their own way.

`keys.json` holds what may be seen (the journal's id and its public key), the slots, and a check over all of it, so that
a damaged key file is told from a key that does not fit.
"""

from __future__ import annotations

import contextlib
import json
import secrets
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey
from nacl.secret import Aead

from grounding.base.failure import Failure
from grounding.base.files import write_whole, written_failure
from grounding.journal.place import JOURNAL, KEYS, place_new

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1
JOURNAL_ID_BYTES = 16
KEY_BYTES = 32
_THIS_COMPUTER = "this-computer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What opens the journal, once a slot has been opened."""

    journal: bytes
    """The id of the journal: the 16 bytes its file begins with (the salt of its cipher)."""
    database: bytes = field(repr=False)
    secret: bytes = field(repr=False)
    """The X25519 key that reads what was sealed to `Envelope.public`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One way to open the envelope: on this computer the key lies beside what it opens."""

    kind: str
    key: bytes = field(repr=False)
    sealed: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """The key file: what is in it can be read while the journal is locked, what is sealed in it cannot."""

    journal: bytes
    public: bytes
    """The X25519 key to which drafts are sealed, locked or not."""
    slots: tuple[Slot, ...]

    def unlock(self) -> Keys:
        """Open the slot of this computer.

        Raises:
            Failure: `journal-keys-damaged`.
        """
        slot = self.slots[0]
        try:
            opened = Aead(slot.key).decrypt(slot.sealed, aad=_bound(self.journal, self.public, slot.kind))
        except (CryptoError, ValueError) as error:
            raise Failure("journal-keys-damaged") from error
        return Keys(journal=self.journal, database=opened[:KEY_BYTES], secret=opened[KEY_BYTES:])


def read_envelope(folder: Path) -> Envelope | None:
    """Return the envelope in the journal's folder, None where there is neither journal nor keys.

    Raises:
        Failure: `journal-keys-missing`, `journal-keys-damaged`, `journal-newer` or `journal-unreadable`.
    """
    try:
        return _from_bytes((folder / KEYS).read_bytes())
    except FileNotFoundError:
        if (folder / JOURNAL).exists():
            raise Failure("journal-keys-missing", folder=folder) from None
        return None
    except NotADirectoryError:
        return None
    except OSError as error:
        raise Failure("journal-unreadable", path=folder / KEYS, reason=error.strerror) from error


def envelope_for_writing(folder: Path) -> Envelope:
    """Return the envelope, made now where there is neither journal nor keys.

    Raises:
        Failure: as `read_envelope`; `disk-full` or `not-written`.
    """
    return read_envelope(folder) or _made(folder)


def make_envelope() -> Envelope:
    """Return new keys, to be opened on this computer."""
    private, journal, key = PrivateKey.generate(), secrets.token_bytes(JOURNAL_ID_BYTES), secrets.token_bytes(KEY_BYTES)
    public = bytes(private.public_key)
    opened = secrets.token_bytes(KEY_BYTES) + bytes(private)
    sealed = bytes(Aead(key).encrypt(opened, aad=_bound(journal, public, _THIS_COMPUTER)))
    return Envelope(journal=journal, public=public, slots=(Slot(kind=_THIS_COMPUTER, key=key, sealed=sealed),))


def _made(folder: Path) -> Envelope:
    """Make keys, and return those that are there then: another process may have been quicker."""
    ready = folder / f".{KEYS}.{secrets.token_hex(8)}"
    try:
        write_whole(ready, _to_bytes(make_envelope()))
        place_new(ready, folder / KEYS)
    except Failure as failure:
        raise Failure(failure.code, **failure.facts | {"path": folder / KEYS}) from failure
    except OSError as error:
        raise written_failure(folder / KEYS, error) from error
    envelope = read_envelope(folder)
    if envelope is None:
        raise Failure("journal-keys-missing", folder=folder)
    return envelope


def _bound(journal: bytes, public: bytes, kind: str) -> bytes:
    """Return what a slot is bound to, so that no part of the file can be exchanged alone."""
    return b"%d %b %b %b" % (FORMAT, journal, public, kind.encode())


def _to_bytes(envelope: Envelope) -> bytes:
    slots = [{"kind": each.kind, "key": each.key.hex(), "sealed": each.sealed.hex()} for each in envelope.slots]
    plain = {"format": FORMAT, "journal": envelope.journal.hex(), "public": envelope.public.hex(), "slots": slots}
    return json.dumps(plain | {"check": _check(plain)}, indent=1).encode()


def _check(plain: dict[str, Any]) -> str:
    return blake2b(json.dumps(plain).encode(), digest_size=16).hexdigest()


def _from_bytes(data: bytes) -> Envelope:
    with contextlib.suppress(ValueError, TypeError, KeyError, AttributeError, RecursionError):
        plain = json.loads(data)
        if plain.pop("check") == _check(plain) and plain["format"] > FORMAT:
            raise Failure("journal-newer")
        envelope = _from_plain(plain)
        if _to_bytes(envelope) == data:  # there is one way to write it: any other byte is damage
            return envelope
    raise Failure("journal-keys-damaged")


def _from_plain(plain: dict[str, Any]) -> Envelope:
    slots = [
        Slot(kind=each["kind"], key=bytes.fromhex(each["key"]), sealed=bytes.fromhex(each["sealed"]))
        for each in plain["slots"]
    ]
    if [slot.kind for slot in slots] != [_THIS_COMPUTER]:
        raise ValueError
    return Envelope(journal=bytes.fromhex(plain["journal"]), public=bytes.fromhex(plain["public"]), slots=tuple(slots))
