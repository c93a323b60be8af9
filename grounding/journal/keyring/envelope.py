"""The envelope that holds the journal's keys: what of it may be seen, and the slots that each open it in their own way.

As bytes there is one way to write it, with a check over all of it: so that a damaged key file is told from a key that
does not fit, and any other byte is damage.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, TypeVar

from grounding.base.failure import Failure

if TYPE_CHECKING:
    from grounding.journal.keyring.keys import Keys

FORMAT = 2
FIRST_FORMAT = 1
"""That of the first journals: one slot, and no room for the next keys."""
_MOST_OPS = 64
_MOST_KIB = 4 * 1024 * 1024
"""No computer of ours has made a slot that takes more: a file that asks for it is not one of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThisComputer:
    """Opens on this computer: its key lies beside what it opens."""

    key: bytes = field(repr=False)
    sealed: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What Argon2id takes: so many turns over so much memory."""

    ops: int
    mem_kib: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passphrase:
    """Opens with the passphrase."""

    salt: bytes
    cost: Cost
    sealed: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """Opens with the recovery code."""

    sealed: bytes


Slot = ThisComputer | Passphrase | Recovery
Kind = TypeVar("Kind", ThisComputer, Passphrase, Recovery)
_MIXES = ((ThisComputer,), (Passphrase, Recovery))


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """The keys, sealed; what is outside of the slots can be read while the journal is locked."""

    journal: bytes
    """The id of the journal: the 16 bytes its file begins with."""
    public: bytes
    """The X25519 key to which drafts are sealed, locked or not."""
    slots: tuple[Slot, ...]
    next: Envelope | None = None
    """The keys that the journal's file is just being given; which of the two it has shows when it is opened."""
    format: int = FORMAT

    @property
    def locked(self) -> bool:
        """Whether it takes a passphrase or a code to open it."""
        return self.slot(ThisComputer) is None

    def slot(self, kind: type[Kind]) -> Kind | None:
        """Return the slot of this kind."""
        return next((each for each in self.slots if isinstance(each, kind)), None)

    def unlock(self) -> Keys:
        """Open the slot of this computer.

        Raises:
            Failure: `journal-locked` where it has none; `journal-keys-damaged`.
        """
        from grounding.journal.keyring.keys import opened_here  # noqa: PLC0415 - cryptography only where something is opened

        return opened_here(self)


def to_bytes(envelope: Envelope) -> bytes:
    """Return the envelope as it lies in the key file."""
    plain = {"format": envelope.format, **_to_plain(envelope)}
    if envelope.format > FIRST_FORMAT:
        plain["next"] = _to_plain(envelope.next) if envelope.next else None
    return json.dumps(plain | {"check": check(plain)}, indent=1).encode()


def from_bytes(data: bytes) -> Envelope:
    """Return the envelope in a key file.

    Raises:
        Failure: `journal-keys-damaged`, or `journal-newer` where a later version has written it.
    """
    with contextlib.suppress(ValueError, TypeError, KeyError, AttributeError, RecursionError):
        plain = json.loads(data)
        if plain.pop("check") == check(plain) and plain["format"] > FORMAT:
            raise Failure("journal-newer")
        envelope = _from_file(plain)
        if to_bytes(envelope) == data:
            return envelope
    raise Failure("journal-keys-damaged")


def check(plain: dict[str, Any]) -> str:
    """Return the check over all else in the key file."""
    return blake2b(json.dumps(plain).encode(), digest_size=16).hexdigest()


def _to_plain(envelope: Envelope) -> dict[str, Any]:
    slots = [_slot_to_plain(each) for each in envelope.slots]
    return {"journal": envelope.journal.hex(), "public": envelope.public.hex(), "slots": slots}


def _slot_to_plain(slot: Slot) -> dict[str, Any]:
    match slot:
        case ThisComputer():
            return {"kind": "this-computer", "key": slot.key.hex(), "sealed": slot.sealed.hex()}
        case Passphrase():
            cost = {"ops": slot.cost.ops, "mem_kib": slot.cost.mem_kib}
            return {"kind": "passphrase", "salt": slot.salt.hex(), **cost, "sealed": slot.sealed.hex()}
        case Recovery():
            return {"kind": "recovery", "sealed": slot.sealed.hex()}


def _from_file(plain: dict[str, Any]) -> Envelope:
    version, following = plain["format"], plain.get("next")
    if version not in (FIRST_FORMAT, FORMAT):
        raise ValueError
    return _from_plain(plain, version, _from_plain(following, version, None) if following else None)


def _from_plain(plain: dict[str, Any], version: int, following: Envelope | None) -> Envelope:
    slots = tuple(_slot_from_plain(each) for each in plain["slots"])
    if tuple(type(each) for each in slots) not in _MIXES:
        raise ValueError
    journal, public = bytes.fromhex(plain["journal"]), bytes.fromhex(plain["public"])
    return Envelope(journal=journal, public=public, slots=slots, next=following, format=version)


def _slot_from_plain(plain: dict[str, Any]) -> Slot:
    sealed = bytes.fromhex(plain["sealed"])
    match plain["kind"]:
        case "this-computer":
            return ThisComputer(key=bytes.fromhex(plain["key"]), sealed=sealed)
        case "passphrase":
            cost = Cost(ops=plain["ops"], mem_kib=plain["mem_kib"])
            if not (0 < cost.ops <= _MOST_OPS and 0 < cost.mem_kib <= _MOST_KIB):
                raise ValueError
            return Passphrase(salt=bytes.fromhex(plain["salt"]), cost=cost, sealed=sealed)
        case "recovery":
            return Recovery(sealed=sealed)
    raise ValueError
