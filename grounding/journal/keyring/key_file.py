"""The key file and the copy beside it: read, written whole, and changed by one process at a time."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import failing_as, write_whole
from grounding.journal.alone import alone
from grounding.journal.keyring.envelope import Envelope, from_bytes, to_bytes
from grounding.journal.place import BACKUPS, JOURNAL, KEYS, KEYS_COPY, KEYS_LOCK, aside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BUSY_S = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What lies in the folder: the envelope, with the keys that may be its next, and whether all is in its place."""

    envelope: Envelope
    from_copy: bool
    """Whether the key file itself cannot be used."""
    copied: bool
    """Whether the copy is the same."""


def read_envelope(folder: Path) -> Envelope | None:
    """Return the envelope that fits the journal in the folder, None where there is neither journal nor keys.

    Where its keys are just being exchanged this looks at the journal's file, which must then not be open here.

    Raises:
        Failure: `journal-keys-missing`, `journal-keys-damaged`, `journal-newer` or `journal-unreadable`.
    """
    stored = read_stored(folder)
    if stored is None:
        return None
    following = stored.envelope.next
    if following and begins_with(folder, following) and not half_changed(folder):
        return following
    return replace(stored.envelope, next=None)


def read_stored(folder: Path) -> Stored | None:
    """Return what is in the key file, or else in its copy, None where there is neither journal nor keys.

    Raises:
        Failure: as `read_envelope`.
    """
    data, copy = _held(folder / KEYS), _held(folder / KEYS_COPY)
    if data is None and copy is None and (folder / JOURNAL).exists():
        raise Failure("journal-keys-missing", folder=folder)
    if data is None and copy is None:
        return None
    for each in (data, copy):
        envelope = each and _understood(each)
        if envelope:
            return Stored(envelope=envelope, from_copy=each is not data, copied=data == copy)
    for each in (data, copy):
        if isinstance(each, Failure):
            raise each
    raise Failure("journal-keys-damaged")


def of_a_backup(folder: Path) -> Envelope | None:
    """Return the envelope that lies with the newest backup of this very journal, None where there is none."""
    for path in sorted((folder / BACKUPS).glob(f"[!.]*.{KEYS}"), reverse=True):
        with contextlib.suppress(OSError, Failure):
            envelope = from_bytes(path.read_bytes())
            if begins_with(folder, envelope):
                return envelope
    return None


def begins_with(folder: Path, envelope: Envelope) -> bool:
    """Return whether the journal's file begins as with these keys."""
    try:
        with (folder / JOURNAL).open("rb") as file:
            return file.read(len(envelope.journal)) == envelope.journal
    except OSError:
        return False


def half_changed(folder: Path) -> bool:
    """Return whether a kill has left a change of the journal half done; SQLite takes it back at the next opening."""
    try:
        return (folder / f"{JOURNAL}-journal").stat().st_size > 0
    except OSError:
        return False


def write_envelope(folder: Path, envelope: Envelope) -> None:
    """Put an envelope in place of what was there, which must not stay anywhere; to be done while `holding`.

    Raises:
        Failure: `disk-full` or `not-written`, with what was there untouched.
    """
    with wiping(folder / KEYS):
        write_whole(folder / KEYS, to_bytes(envelope))
    keep_copy(folder)


def keep_copy(folder: Path) -> None:
    """Make the copy the same as the key file; where it cannot be written now, it is at a later opening."""
    with contextlib.suppress(OSError, Failure), wiping(folder / KEYS_COPY):
        write_whole(folder / KEYS_COPY, (folder / KEYS).read_bytes())


def restore_from_copy(folder: Path, envelope: Envelope) -> None:
    """Set a damaged key file aside, and put what its copy holds in its place; to be done while `holding`.

    Raises:
        Failure: `disk-full` or `not-written`.
    """
    path = folder / KEYS
    with failing_as(path), contextlib.suppress(FileNotFoundError):
        path.rename(aside(path, "damaged"))
    write_whole(path, to_bytes(envelope))


def keep_aside(folder: Path) -> None:
    """Copy the key file to a name of its own, where it holds keys that nobody may come to need.

    Raises:
        Failure: `disk-full` or `not-written`.
    """
    with failing_as(folder / KEYS):
        data = (folder / KEYS).read_bytes()
    write_whole(aside(folder / KEYS, "earlier"), data)


def leftovers(folder: Path) -> list[Path]:
    """Return what a kill has left of writing a key file."""
    return list(folder.glob(f".{KEYS}*"))


@contextlib.contextmanager
def holding(folder: Path) -> Iterator[None]:
    """Keep every other process from changing the keys; the system lets go of it if this process ends.

    Raises:
        Failure: `journal-busy`, `not-written`.
    """
    with alone(folder, wait_s=BUSY_S, lock=KEYS_LOCK):
        yield


def _held(path: Path) -> bytes | Failure | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return Failure("journal-unreadable", path=path, reason=error.strerror)


def _understood(held: bytes | Failure) -> Envelope | None:
    if isinstance(held, Failure):
        return None
    try:
        return from_bytes(held)
    except Failure as failure:
        if failure.code == "journal-newer":
            raise
        return None


@contextlib.contextmanager
def wiping(path: Path) -> Iterator[None]:
    """Put zeros over the file that is replaced within, so that no earlier key lies in a freed block.

    That helps where the disk writes in place; a file that somebody has linked elsewhere is theirs.
    """
    with contextlib.ExitStack() as opened:
        old = None
        with contextlib.suppress(OSError):
            if os.name == "posix":  # elsewhere an open file cannot be replaced
                old = opened.enter_context(path.open("r+b"))
        yield
        with contextlib.suppress(OSError):
            if old and os.fstat(old.fileno()).st_nlink == 0:
                old.write(bytes(os.fstat(old.fileno()).st_size))
                old.flush()
                os.fsync(old.fileno())
