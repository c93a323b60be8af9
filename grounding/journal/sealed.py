"""A small file that anybody here may write and only the keys can read: the draft, the crisis text."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import write_whole

if TYPE_CHECKING:
    from pathlib import Path

_KIND = b"grounding sealed "
_HEAD = _KIND + b"1\n"


class Sealed:
    """A file sealed to the public key of the journal in `folder`, so that it can be written while that is locked."""

    def __init__(self, path: Path, *, folder: Path, damaged: str) -> None:
        self._path = path
        self._folder = folder
        self._damaged = damaged
        """The code of the failure where the file cannot be understood."""

    def keep(self, data: bytes) -> None:
        """Seal `data` in place of what was there; when this returns it is safe on the disk.

        Raises:
            Failure: `disk-full` or `not-written`, with what was there untouched; `journal-keys-damaged`,
                `journal-keys-missing`, `journal-newer` or `journal-unreadable`.
        """
        from grounding.journal import keys, sealing  # noqa: PLC0415 - cryptography only where something is sealed

        envelope = keys.read_envelope(self._folder)
        if envelope is None:
            self.set_aside()  # sealed to keys that are gone: not ours to replace
            envelope = keys.envelope_for_writing(self._folder)
        write_whole(self._path, _HEAD + sealing.seal(data, envelope))

    def read(self) -> bytes | None:
        """Return what is sealed, None where nothing is.

        Raises:
            Failure: the code for a damaged file, which is moved aside under `path`; or as `keep` for the keys.
        """
        try:
            data = self._path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise Failure("journal-unreadable", path=self._path, reason=error.strerror) from error
        from grounding.journal import keys, sealing  # noqa: PLC0415 - as above

        if data.startswith(_KIND) and not data.startswith(_HEAD):
            raise Failure("journal-newer")
        envelope = keys.read_envelope(self._folder)
        if envelope is None:
            raise Failure("journal-keys-missing", folder=self._folder)
        opened = sealing.unseal(data.removeprefix(_HEAD), envelope)
        if opened is None:
            raise Failure(self._damaged, path=self.set_aside())
        return opened

    def set_aside(self) -> Path:
        """Move the file to a name of its own, where it can; return where it is."""
        aside = self._path.with_name(f"{self._path.name}.damaged-{datetime.now(UTC):%Y%m%dT%H%M%S%f}")
        with contextlib.suppress(OSError):
            return self._path.rename(aside)
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
