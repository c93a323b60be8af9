"""Sealing to the journal's public key, and opening with its secret one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

if TYPE_CHECKING:
    from grounding.journal.keys import Envelope


def seal(data: bytes, envelope: Envelope) -> bytes:
    """Return `data` as only the envelope's secret key can read it."""
    return bytes(SealedBox(PublicKey(envelope.public)).encrypt(data))


def unseal(data: bytes, envelope: Envelope) -> bytes | None:
    """Return what was sealed, None where any byte of it has changed."""
    try:
        return SealedBox(PrivateKey(envelope.unlock().secret)).decrypt(data)
    except (CryptoError, ValueError, TypeError):
        return None
