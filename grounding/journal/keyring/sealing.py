"""Sealing to the journal's public key, and opening with its secret one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

if TYPE_CHECKING:
    from grounding.journal.keyring.envelope import Envelope
    from grounding.journal.keyring.keys import Keys


def seal(data: bytes, envelope: Envelope) -> bytes:
    """Return `data` as only the envelope's secret key can read it."""
    return bytes(SealedBox(PublicKey(envelope.public)).encrypt(data))


def unseal(data: bytes, keys: Keys) -> bytes | None:
    """Return what was sealed to these keys or to those before them, None where any byte of it has changed."""
    for secret in (keys.secret, *keys.earlier):
        try:
            return SealedBox(PrivateKey(secret)).decrypt(data)
        except (CryptoError, ValueError, TypeError):
            continue
    return None
