"""A small file that anybody here may write and only the keys can read: the draft, and what waits for the journal."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import write_whole
from grounding.journal.keyring.key_file import of_a_backup, read_envelope
from grounding.journal.place import aside

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from grounding.journal.keyring.keys import Keys

KIND = b"grounding sealed "
HEAD = KIND + b"1\n"


class Sealed:
    """A file sealed to the public key of the journal in `folder`, so that it can be written while that is locked."""

    def __init__(self, path: Path, *, folder: Path, damaged: str, keys: Callable[[], Keys]) -> None:
        self._path = path
        self._folder = folder
        self._damaged = damaged
        """The code of the failure where the file cannot be understood."""
        self._keys = keys
        """Gives the keys, or raises why it cannot."""

    def keep(self, data: bytes) -> None:
        """Seal `data` in place of what was there; when this returns it is safe on the disk.

        Where the key file is damaged or missing, it is sealed to the keys that lie with the newest backup.

        Raises:
            Failure: `disk-full` or `not-written`, with what was there untouched; `journal-keys-damaged`,
                `journal-keys-missing`, `journal-newer` or `journal-unreadable`.
        """
        from grounding.journal.keyring import keys, sealing  # noqa: PLC0415 - cryptography only where something is sealed

        try:
            envelope = read_envelope(self._folder)
        except Failure:
            envelope = of_a_backup(self._folder)  # a journal that is mended has its keys again
            if envelope is None:
                raise
        if envelope is None:
            self.set_aside()  # sealed to keys that are gone: not ours to replace
            envelope = keys.envelope_for_writing(self._folder)
        write_whole(self._path, HEAD + sealing.seal(data, envelope))

    def read(self) -> bytes | None:
        """Return what is sealed, None where nothing is.

        Raises:
            Failure: the code for a damaged file, which is moved aside under `path`; `journal-locked`; or as `keep` for
                the keys.
        """
        data = self._held()
        return None if data is None else self._opened(data)

    def set_aside(self) -> Path:
        """Move the file to a name of its own, where it can; return where it is."""
        with contextlib.suppress(OSError):
            return self._path.rename(aside(self._path, "damaged"))
        return self._path

    def discard(self) -> None:
        """Delete the file, and what a killed program may have left of writing it.

        Raises:
            Failure: `not-written`.
        """
        try:
            for path in (self._path, *self._path.parent.glob(f".{self._path.name}.*")):
                path.unlink(missing_ok=True)
        except NotADirectoryError:
            return
        except OSError as error:
            raise Failure("not-written", path=self._path, reason=error.strerror) from error

    def _held(self) -> bytes | None:
        try:
            return self._path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise Failure("journal-unreadable", path=self._path, reason=error.strerror) from error

    def _opened(self, data: bytes) -> bytes:
        from grounding.journal.keyring import sealing  # noqa: PLC0415 - as above

        if data.startswith(KIND) and not data.startswith(HEAD):
            raise Failure("journal-newer")
        opened = sealing.unseal(data.removeprefix(HEAD), self._keys())
        if opened is None:
            raise Failure(self._damaged, path=self.set_aside())
        return opened
