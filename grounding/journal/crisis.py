"""The text of whom to turn to, which the person or therapist wrote: sealed, and read while the journal is locked."""

from __future__ import annotations

import contextlib
import secrets
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import failing_as, write_whole
from grounding.journal.keyring.sealed import HEAD, KIND, Sealed
from grounding.journal.place import CRISIS, CRISIS_KEY, aside, place_new

if TYPE_CHECKING:
    from pathlib import Path

    from grounding.base.home import Home
    from grounding.journal.journal import Journal

_OWN_HEAD = KIND + b"2\n"
_KEY_HEAD = b"grounding key 1\n"
_KEY_BYTES = 32


def crisis_text(home: Home, journal: Journal) -> Sealed:
    """Return the file of whom to turn to."""
    return Crisis(home, journal)


class Crisis(Sealed):
    """A file sealed with a key of its own, which lies beside it; one sealed to the journal's keys is taken over."""

    def __init__(self, home: Home, journal: Journal) -> None:
        super().__init__(home.path / CRISIS, folder=home.journal, damaged="crisis-damaged", keys=journal.keys)
        self._key_path = home.path / CRISIS_KEY

    def keep(self, data: bytes) -> None:
        """Seal `data` in place of what was there; when this returns it is safe on the disk.

        Raises:
            Failure: `disk-full` or `not-written`, with what was there untouched; `journal-unreadable`.
        """
        from nacl.secret import Aead  # noqa: PLC0415 - cryptography only where something is sealed

        key = self._key()
        if key is None or not self._replaceable():
            self.set_aside()  # sealed with keys that are gone, or out of reach: not ours to replace
        write_whole(self._path, _OWN_HEAD + bytes(Aead(key or self._made_key()).encrypt(data, aad=_OWN_HEAD)))

    def _opened(self, data: bytes) -> bytes:
        if data.startswith(_OWN_HEAD) or not data.startswith(KIND):
            return self._opened_here(data.removeprefix(_OWN_HEAD))
        opened = super()._opened(data)
        with contextlib.suppress(Failure):  # at a later reading then
            self.keep(opened)
        return opened

    def _opened_here(self, sealed: bytes) -> bytes:
        from nacl.exceptions import CryptoError  # noqa: PLC0415 - as above
        from nacl.secret import Aead  # noqa: PLC0415 - only where it is sealed or read

        key = self._key()
        with contextlib.suppress(CryptoError, ValueError):
            if key:
                return Aead(key).decrypt(sealed, aad=_OWN_HEAD)
        raise Failure(self._damaged, path=self.set_aside())

    def _replaceable(self) -> bool:
        """Return whether what is there could be read here: with the key beside it, or with the journal's at hand."""
        data = self._held()
        if data is None or not data.startswith(HEAD):
            return True
        try:
            self._keys()
        except Failure:
            return False
        return True

    def _key(self) -> bytes | None:
        """Return the key, None where there is none that can be one."""
        data = _bytes_of(self._key_path) or b""
        key = data.removeprefix(_KEY_HEAD)
        return key if data.startswith(_KEY_HEAD) and len(key) == _KEY_BYTES else None

    def _made_key(self) -> bytes:
        if self._key_path.exists() and self._key() is None:
            with failing_as(self._key_path):
                self._key_path.rename(aside(self._key_path, "damaged"))
        ready = self._key_path.with_name(f".{CRISIS_KEY}.{secrets.token_hex(8)}")
        write_whole(ready, _KEY_HEAD + secrets.token_bytes(_KEY_BYTES))
        with failing_as(self._key_path):
            place_new(ready, self._key_path)
        key = self._key()
        if key is None:
            raise Failure("not-written", path=self._key_path, reason="it cannot be read again")
        return key


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Failure("journal-unreadable", path=path, reason=error.strerror) from error
