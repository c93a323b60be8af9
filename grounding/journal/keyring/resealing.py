"""What was sealed to the keys of before, sealed to those of now."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

if TYPE_CHECKING:
    from grounding.journal.keyring.keys import Keys


def resealed(data: bytes, keys: Keys, public: bytes) -> bytes | None:
    """Return a sealed file sealed to `public` instead, None where `keys` do not open it."""
    head, newline, sealed = data.partition(b"\n")
    for secret in (keys.secret, *keys.earlier):
        with contextlib.suppress(CryptoError, ValueError, TypeError):
            opened = SealedBox(PrivateKey(secret)).decrypt(sealed)
            return head + newline + bytes(SealedBox(PublicKey(public)).encrypt(opened))
    return None
