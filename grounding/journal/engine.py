"""SQLite with the cipher of SQLCipher 4: connected, unlocked, set as the journal wants it, and what its errors mean."""

from __future__ import annotations

import contextlib
import errno
from typing import TYPE_CHECKING

import apsw

from grounding.base.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from grounding.journal.keyring.keys import Keys

BUSY_MS = 2000
PAGE_BYTES = 4096
_PLAIN = b"SQLite format 3\0"
_SAME_FILE = 4
"""So many bytes of a damaged head still tell whose file it is."""

_CIPHER = (("cipher", "sqlcipher", "sqlcipher"), ("legacy", 4, "4"))
# With less than EXTRA a power cut right after a commit loses it; the rest keeps words out of free pages and temporary
# files, and notices damage early.
_SETTINGS = (
    ("journal_mode", "DELETE", "delete"),
    ("synchronous", "EXTRA", 3),
    ("fullfsync", 1, 1),
    ("temp_store", "MEMORY", 2),
    ("secure_delete", 1, 1),
    ("foreign_keys", 1, 1),
    ("trusted_schema", 0, 0),
    ("cell_size_check", 1, 1),
    ("busy_timeout", BUSY_MS, BUSY_MS),
)

_MEANINGS = (
    ((apsw.FullError,), "disk-full"),
    ((apsw.IOError,), "journal-disk-fails"),
    ((apsw.BusyError, apsw.LockedError), "journal-busy"),
    ((apsw.NotADBError, apsw.CorruptError), "journal-damaged"),
    ((apsw.ReadOnlyError, apsw.CantOpenError, apsw.PermissionsError), "journal-unwritable"),
)
"""What an error of SQLite means to a person; any other is a bug."""


def connected(path: Path, vfs: str | None = None) -> apsw.Connection:
    """Return a connection to a file that is there, without a key yet.

    Raises:
        Failure: `journal-unreadable`.
    """
    try:
        connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE, vfs=vfs)
    except apsw.Error as error:
        raise Failure("journal-unreadable", path=path, reason=str(error)) from error
    connection.set_busy_timeout(BUSY_MS)
    return connection


def unlock(connection: apsw.Connection, keys: Keys) -> None:
    """Give the key before anything else, use it, then set everything else."""
    _set(connection, _CIPHER)
    if connection.execute(f"PRAGMA key = {raw_key(keys)}").fetchall() != [("ok",)]:
        raise RuntimeError("the key was not taken")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    _set(connection, _SETTINGS)
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)


def raw_key(keys: Keys) -> str:
    """Return the key of the pages and the salt of the file, as SQLite takes them: not stretched again."""
    return f"\"x'{(keys.database + keys.journal).hex()}'\""


def _set(connection: apsw.Connection, settings: tuple[tuple[str, str | int, str | int], ...]) -> None:
    """Set what is named, and read it back: SQLite ignores what it does not know."""
    for name, value, held in settings:
        connection.pragma(name, value)
        if connection.pragma(name) != held:
            raise RuntimeError(f"{name} was not taken")


def check_head(path: Path, keys: Keys) -> None:
    """Look at the first bytes of a file that is not open, and close it again before SQLite opens it.

    Raises:
        Failure: `journal-unreadable`, `journal-not-encrypted`, `journal-damaged` or `journal-keys-foreign`.
    """
    try:
        with path.open("rb") as file:
            head = file.read(len(keys.journal))
    except OSError as error:
        raise Failure("journal-unreadable", path=path, reason=error.strerror) from error
    if head == _PLAIN:
        raise Failure("journal-not-encrypted", path=path)
    if head != keys.journal:
        same = sum(a == b for a, b in zip(head, keys.journal, strict=False))
        raise Failure("journal-damaged" if same >= _SAME_FILE or len(head) < _SAME_FILE else "journal-keys-foreign")


@contextlib.contextmanager
def transaction(connection: apsw.Connection, kind: str = "IMMEDIATE") -> Iterator[apsw.Connection]:
    """Do what is done within as a whole, or none of it."""
    connection.execute(f"BEGIN {kind}")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk has rolled back already
            with contextlib.suppress(apsw.Error):
                connection.execute("ROLLBACK")
        raise


def meant_by(error: apsw.Error, path: Path, system_errno: int) -> Failure | None:
    """Return what an error of SQLite means to a person, None where it is a bug."""
    code = next((code for kinds, code in _MEANINGS if isinstance(error, kinds)), None)
    if getattr(error, "extendedresult", None) == apsw.SQLITE_READONLY_DBMOVED:
        code = "journal-busy"  # another process has just put a restored file in its place
    if code == "journal-disk-fails" and system_errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        code = "disk-full"
    return Failure(code, path=path) if code else None
