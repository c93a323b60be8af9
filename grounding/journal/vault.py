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

_LOOK_AFRESH = "SELECT 1 FROM entry_text WHERE entry_text MATCH 'a'"
"""Makes the index read anew what it remembers: SQLite's check of it does not, though others may have rearranged it."""

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

    def __init__(self, path: Path, connection: apsw.Connection, inode: int | None = None) -> None:
        self._path = path
        self._connection = connection
        self._inode = inode
        self.newer = False
        """Whether a newer version of the program has written it; it can be read then, and not written."""
        self.version = VERSION
        """The version of the file's shape."""

    @classmethod
    def open(cls, path: Path, keys: Keys, *, vfs: str | None = None) -> Vault:
        """Open the file at `path`, brought forward to the present version where it is of an older one.

        On a medium that cannot be written it can still be read. `vfs` names another layer of SQLite between the cipher
        and the disk.

        Raises:
            Failure: `journal-unreadable`, `journal-not-encrypted`, `journal-keys-foreign`, `journal-damaged`,
                `journal-newer`, `journal-busy`, `journal-unwritable`, `journal-disk-fails` or `disk-full`.
        """
        vault = cls.open_as_it_is(path, keys, vfs=vfs)
        try:
            vault.bring_forward()
        except BaseException:
            vault.close()
            raise
        return vault

    @classmethod
    def open_as_it_is(cls, path: Path, keys: Keys, *, vfs: str | None = None) -> Vault:
        """Open a copy of a journal, whatever version wrote it, to be left in that version.

        Raises:
            Failure: as `open`.
        """
        _check_head(path, keys)
        inode = _inode(path)
        vault = cls(path, _connected(path, apsw.SQLITE_OPEN_READWRITE, vfs), inode)
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

    def each(self, sql: str, values: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield the rows that `sql` selects, one by one."""
        with self._told():
            yield from self._connection.execute(sql, values)

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

    def replaced(self) -> bool:
        """Return whether another file lies in the place of this one now, as a restore puts it there."""
        return _inode(self._path) != self._inode

    def check(self) -> None:
        """Read every page, and compare the index of words with the entries where the file can be written.

        Raises:
            Failure: `journal-damaged`.
        """
        self._ask("integrity_check")
        if self.version == VERSION and not self._connection.readonly("main"):
            with self.writing() as connection:
                connection.execute("INSERT INTO entry_text (entry_text, rank) VALUES ('integrity-check', 1)")

    def check_quickly(self) -> None:
        """Read every page, and compare nothing.

        Raises:
            Failure: `journal-damaged`.
        """
        self._ask("quick_check")

    def bring_forward(self, *, keep_copy: bool = True) -> None:
        """Bring a file of an older version to the present one; a copy is made before, unless it is one itself.

        Raises:
            Failure: as `open`.
        """
        if self.version < VERSION:
            with self._told():
                if keep_copy:
                    migrations.keep_copy(self._connection, self._path, self.version)
                with _transaction(self._connection):
                    migrations.migrate(self._connection)
            self.version = VERSION

    def rekey(self, keys: Keys) -> None:
        """Write every page anew under other keys: as a whole, like any other change."""
        with self._told():
            if self._connection.execute(f"PRAGMA rekey = {_raw(keys)}").fetchall() != [("ok",)]:
                raise RuntimeError("the key was not taken")

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

    def _ask(self, check: str) -> None:
        """Let SQLite check the file; an index that others have rearranged since it was read is no damage to it."""
        with self._told(), _transaction(self._connection, "DEFERRED") as connection:
            if self.version == VERSION:
                connection.execute(_LOOK_AFRESH).fetchall()
            if connection.execute(f"PRAGMA {check}").fetchall() != [("ok",)]:
                raise Failure("journal-damaged")

    def _meet_version(self) -> None:
        if self._connection.pragma("application_id") != APPLICATION:
            raise Failure("journal-damaged")
        self.version = self._connection.pragma("user_version")
        if self.version > VERSION:
            self.newer = True
            self._connection.pragma("query_only", 1)


def opens(path: Path, keys: Keys, *, vfs: str | None = None) -> bool:
    """Return whether these keys open the file, once what a kill has left half done in it is taken back.

    Raises:
        Failure: as `Vault.open`, where it cannot be told.
    """
    vault = Vault(path, _connected(path, apsw.SQLITE_OPEN_READWRITE, vfs))
    try:
        with vault._told():  # noqa: SLF001 - its own module
            _unlock(vault._connection, keys)  # noqa: SLF001
    except Failure as failure:
        if failure.code == "journal-damaged":
            return False
        raise
    finally:
        vault.close()
    return True


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


def create_carrier(path: Path, keys: Keys, pages: int) -> None:
    """Make a file of at least so many pages after its first, so that others can be put in their place.

    Raises:
        Failure: as `create`.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_FILE))
    except OSError as error:
        raise written_failure(path, error) from error
    vault = Vault(path, _connected(path, apsw.SQLITE_OPEN_READWRITE, None))
    try:
        with vault._told():  # noqa: SLF001 - its own module
            _unlock(vault._connection, keys)  # noqa: SLF001
        with vault.writing() as connection:
            connection.execute("CREATE TABLE room (filled)")
            connection.execute("INSERT INTO room VALUES (zeroblob(?))", (pages * PAGE_BYTES,))
    finally:
        vault.close()


def decipher(path: Path, keys: Keys) -> bytes:
    """Return all pages of a file in the clear, where its first page is whole; no seal of the others is looked at."""
    vault = Vault(path, _connected(path, apsw.SQLITE_OPEN_READWRITE, None))
    try:
        with vault._told():  # noqa: SLF001 - its own module
            vault._connection.pragma("hmac_check", 0)  # noqa: SLF001 - before the key, or it is not heeded
            _unlock(vault._connection, keys)  # noqa: SLF001
            return bytes(vault._connection.serialize("main"))  # noqa: SLF001
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
    if connection.execute(f"PRAGMA key = {_raw(keys)}").fetchall() != [("ok",)]:
        raise RuntimeError("the key was not taken")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    _set(connection, _SETTINGS)
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)


def _raw(keys: Keys) -> str:
    """Return the key of the pages and the salt of the file, as SQLite takes them unstretched."""
    return f"\"x'{(keys.database + keys.journal).hex()}'\""


def _set(connection: apsw.Connection, settings: tuple[tuple[str, str | int, str | int], ...]) -> None:
    """Set what is named, and read it back: SQLite ignores what it does not know."""
    for name, value, held in settings:
        connection.pragma(name, value)
        if connection.pragma(name) != held:
            raise RuntimeError(f"{name} was not taken")


def _inode(path: Path) -> int | None:
    try:
        return path.stat().st_ino
    except OSError:
        return None


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
def _transaction(connection: apsw.Connection, kind: str = "IMMEDIATE") -> Iterator[apsw.Connection]:
    connection.execute(f"BEGIN {kind}")
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
    if getattr(error, "extendedresult", None) == apsw.SQLITE_READONLY_DBMOVED:
        code = "journal-busy"  # another process has just put a restored file in its place
    if code == "journal-disk-fails" and system_errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        code = "disk-full"
    return Failure(code, path=path) if code else None
