"""The one encrypted file, in the format of SQLCipher 4: made, opened, written, and what can go wrong with it.

Nothing else in the program may open the file while a vault is open: closing it anywhere in the process would drop
SQLite's lock on it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from typing import TYPE_CHECKING, Any

import apsw

from grounding.base.failure import Failure
from grounding.base.files import PRIVATE_FILE, written_failure
from grounding.journal import migrations
from grounding.journal.place import place_new
from grounding.journal.schema import APPLICATION, CREATE, VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from grounding.journal.keys import Keys

BUSY_MS = 2000
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


class Vault:
    """An open file of a journal."""

    def __init__(self, path: Path, connection: apsw.Connection) -> None:
        self._path = path
        self._connection = connection
        self.newer = False
        """Whether a newer version of the program has written it; it can be read then, and not written."""

    @classmethod
    def open(cls, path: Path, keys: Keys, *, vfs: str | None = None) -> Vault:
        """Open the file at `path`, brought forward to the present version where it is of an older one.

        On a medium that cannot be written it can still be read. `vfs` names another layer of SQLite between the cipher
        and the disk.

        Raises:
            Failure: `journal-unreadable`, `journal-not-encrypted`, `journal-keys-foreign`, `journal-damaged`,
                `journal-newer`, `journal-busy`, `journal-unwritable`, `journal-disk-fails` or `disk-full`.
        """
        _check_head(path, keys)
        vault = cls(path, _connected(path, apsw.SQLITE_OPEN_READWRITE, vfs))
        try:
            with vault._told():
                _unlock(vault._connection, keys)
                vault._meet_version()
        except BaseException:
            vault.close()
            raise
        return vault

    def read(self, sql: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """Return the rows that `sql` selects.

        Raises:
            Failure: `journal-newer` where they lie in some other way there.
        """
        with self._told():
            return self._connection.execute(sql, values).fetchall()

    @contextlib.contextmanager
    def writing(self) -> Iterator[apsw.Connection]:
        """Do what is done within as a whole: when this ends without a failure, it is safe on the disk.

        Raises:
            Failure: `journal-newer`.
        """
        if self.newer:
            raise Failure("journal-newer")
        with self._told(), _transaction(self._connection) as connection:
            yield connection

    def written_by_others(self) -> int:
        """Return a number that changes whenever another connection has written."""
        with self._told():
            return int(self._connection.pragma("data_version"))

    def check(self) -> None:
        """Read every page, and compare the index of words with the entries where the file can be written.

        Raises:
            Failure: `journal-damaged`.
        """
        if self.read("PRAGMA integrity_check") != [("ok",)]:
            raise Failure("journal-damaged")
        if not (self.newer or self._connection.readonly("main")):
            with self.writing() as connection:
                connection.execute("INSERT INTO entry_text (entry_text, rank) VALUES ('integrity-check', 1)")

    def close(self) -> None:
        """Close the file, whatever state it is in."""
        with contextlib.suppress(apsw.Error):
            self._connection.close(True)

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except apsw.Error as error:
            failure = _failure(error, self._path, self._connection.system_errno)
            if failure is None and self.newer and isinstance(error, apsw.SQLError):
                failure = Failure("journal-newer")
            if failure is None:
                raise
            raise failure from error

    def _meet_version(self) -> None:
        if self._connection.pragma("application_id") != APPLICATION:
            raise Failure("journal-damaged")
        version = self._connection.pragma("user_version")
        if version > VERSION:
            self.newer = True
            self._connection.pragma("query_only", 1)
        elif version < VERSION:
            migrations.keep_copy(self._connection, self._path, version)
            with _transaction(self._connection):
                migrations.migrate(self._connection)


def create(path: Path, keys: Keys, *, vfs: str | None = None) -> None:
    """Make a new file at `path`, unless one is there by now.

    It is made beside and moved into place only when its head shows that it is encrypted: an empty key or a misspelt
    setting would make a readable file without a word.

    Raises:
        Failure: as `Vault.open`; `not-written`.
    """
    ready = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        os.close(os.open(ready, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_FILE))
        _fill(ready, keys, vfs)
        _check_head(ready, keys)
        place_new(ready, path)
    except OSError as error:
        raise written_failure(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            ready.unlink(missing_ok=True)


def _fill(path: Path, keys: Keys, vfs: str | None) -> None:
    vault = Vault(path, _connected(path, apsw.SQLITE_OPEN_READWRITE, vfs))
    try:
        with vault._told():  # noqa: SLF001 - its own module
            _unlock(vault._connection, keys)  # noqa: SLF001
        with vault.writing() as connection:
            connection.execute(CREATE)
            connection.pragma("application_id", APPLICATION)
            connection.pragma("user_version", VERSION)
    finally:
        vault.close()


def _connected(path: Path, flags: int, vfs: str | None) -> apsw.Connection:
    try:
        connection = apsw.Connection(str(path), flags=flags, vfs=vfs)
    except apsw.Error as error:
        raise Failure("journal-unreadable", path=path, reason=str(error)) from error
    connection.set_busy_timeout(BUSY_MS)
    return connection


def _unlock(connection: apsw.Connection, keys: Keys) -> None:
    """Give the key before anything else, use it, then set everything else."""
    _set(connection, _CIPHER)
    raw = (keys.database + keys.journal).hex()
    if connection.execute(f"PRAGMA key = \"x'{raw}'\"").fetchall() != [("ok",)]:
        raise RuntimeError("the key was not taken")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    _set(connection, _SETTINGS)
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)


def _set(connection: apsw.Connection, settings: tuple[tuple[str, str | int, str | int], ...]) -> None:
    """Set what is named, and read it back: SQLite ignores what it does not know."""
    for name, value, held in settings:
        connection.pragma(name, value)
        if connection.pragma(name) != held:
            raise RuntimeError(f"{name} was not taken")


def _check_head(path: Path, keys: Keys) -> None:
    """Look at the first bytes, with the file closed again before SQLite opens it."""
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
def _transaction(connection: apsw.Connection) -> Iterator[apsw.Connection]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk has rolled back already
            with contextlib.suppress(apsw.Error):
                connection.execute("ROLLBACK")
        raise


def _failure(error: apsw.Error, path: Path, system_errno: int) -> Failure | None:
    """Return what an error of SQLite means to a person, None where it is a bug."""
    code = next((code for kinds, code in _MEANINGS if isinstance(error, kinds)), None)
    if code == "journal-disk-fails" and system_errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        code = "disk-full"
    return Failure(code, path=path) if code else None
