"""The one encrypted file, in the format of SQLCipher 4: made, opened, written, and what can go wrong with it.

Nothing else in the program may open the file while a vault is open: closing it anywhere in the process would drop
SQLite's lock on it.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import apsw

from grounding.base.failure import Failure
from grounding.journal import migrations
from grounding.journal.engine import check_head, connected, meant_by, raw_key, transaction, unlock
from grounding.journal.schema import APPLICATION, VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from grounding.journal.keyring.keys import Keys

_LOOK_AFRESH = "SELECT 1 FROM entry_text WHERE entry_text MATCH 'a'"
"""Makes the index read anew what it remembers: SQLite's check of it does not, though others may have rearranged it."""


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
        check_head(path, keys)
        inode = _inode(path)
        vault = cls(path, connected(path, vfs), inode)
        try:
            with vault._told():
                unlock(vault._connection, keys)
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
        with self._told(), transaction(self._connection) as connection:
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
                with transaction(self._connection):
                    migrations.migrate(self._connection)
            self.version = VERSION

    def rekey(self, keys: Keys) -> None:
        """Write every page anew under other keys: as a whole, like any other change."""
        with self._told():
            if self._connection.execute(f"PRAGMA rekey = {raw_key(keys)}").fetchall() != [("ok",)]:
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
            failure = meant_by(error, self._path, self._connection.system_errno)
            if failure is None and self.newer and isinstance(error, apsw.SQLError):
                failure = Failure("journal-newer")
            if failure is None:
                raise
            raise failure from error

    def _ask(self, check: str) -> None:
        """Let SQLite check the file; an index that others have rearranged since it was read is no damage to it."""
        with self._told(), transaction(self._connection, "DEFERRED") as connection:
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


@contextlib.contextmanager
def unlocked(path: Path, keys: Keys, *, vfs: str | None = None) -> Iterator[Vault]:
    """Lend a file that these keys open, whatever its shape, and close it after.

    Raises:
        Failure: as `Vault.open`.
    """
    vault = Vault(path, connected(path, vfs))
    try:
        with vault._told():  # noqa: SLF001 - its own module
            unlock(vault._connection, keys)  # noqa: SLF001 - its own class
        yield vault
    finally:
        vault.close()


def opens(path: Path, keys: Keys, *, vfs: str | None = None) -> bool:
    """Return whether these keys open the file, once what a kill has left half done in it is taken back.

    Raises:
        Failure: as `Vault.open`, where it cannot be told.
    """
    try:
        with unlocked(path, keys, vfs=vfs):
            return True
    except Failure as failure:
        if failure.code == "journal-damaged":
            return False
        raise


def decipher(path: Path, keys: Keys) -> bytes:
    """Return all pages of a file in the clear, where its first page is whole; no seal of the others is looked at."""
    vault = Vault(path, connected(path))
    try:
        with vault._told():  # noqa: SLF001 - its own module
            vault._connection.pragma("hmac_check", 0)  # noqa: SLF001 - before the key, or it is not heeded
            unlock(vault._connection, keys)  # noqa: SLF001 - its own class
            return bytes(vault._connection.serialize("main"))  # noqa: SLF001 - the same
    finally:
        vault.close()


def _inode(path: Path) -> int | None:
    try:
        return path.stat().st_ino
    except OSError:
        return None
