"""What was sealed to the keys of before, sealed to those of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

if TYPE_CHECKING:
    from grounding.journal.keys import Keys


def resealed(data: bytes, keys: Keys, public: bytes) -> bytes | None:
    """Return a sealed file sealed to `public` instead, None where `keys` do not open it."""
    head, newline, sealed = data.partition(b"\n")
    try:
        opened = SealedBox(PrivateKey(keys.secret)).decrypt(sealed)
    except (CryptoError, ValueError, TypeError):
        return None
    return head + newline + bytes(SealedBox(PublicKey(public)).encrypt(opened))
