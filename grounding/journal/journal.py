"""The journal: what was said, kept for the person alone."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import written_failure
from grounding.base.home import PRIVATE_DIR
from grounding.journal.moving import finish_moving
from grounding.journal.place import CRISIS, DRAFT, JOURNAL
from grounding.journal.schema import COLUMNS, INSERT, entry_to_row, folded, row_to_entry
from grounding.journal.sealed import Sealed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from grounding.base.home import Home
    from grounding.journal.entry import Entry
    from grounding.journal.vault import Vault

_PARTS_MOST = 100
"""A search looks for so many words at most."""


class Journal:
    """The entries in one folder, which is made with the first of them.

    Every method may raise a `Failure` that says what is wrong with file, keys or disk (see `Vault.open`); the next call
    tries afresh. To be used by one thread at a time; other processes may read and write at the same moment.
    """

    def __init__(self, folder: Path, *, vfs: str | None = None) -> None:
        self._folder = folder
        self._vfs = vfs
        self._vault: Vault | None = None
        self._seen: int | None = None
        """The number of others' writes when the journal was last looked at; None before the first time."""
        self.draft = self.sealed(folder / DRAFT, damaged="draft-damaged")
        """What is typed and not yet kept."""

    def sealed(self, path: Path, *, damaged: str) -> Sealed:
        """Return a file of its own at `path` that this journal's keys can read; `damaged` is its failure's code."""
        return Sealed(path, folder=self._folder, damaged=damaged)

    def add(self, entry: Entry) -> None:
        """Keep an entry; when this returns it is safe on the disk. Adding it again changes nothing."""
        with self._open_for_writing() as vault, vault.writing() as connection:
            connection.execute(INSERT, entry_to_row(entry))

    def list(
        self, *, limit: int | None = None, before: Entry | None = None, search: str | None = None
    ) -> tuple[Entry, ...]:
        """Return entries newest first: those older than `before`, with every word of `search` somewhere in them."""
        parts = _parts(search or "")
        wheres = ["instr(folded, ?) > 0"] * len(parts) + (["(ts_utc_ms, id) < (?, ?)"] if before else [])
        values = (*parts, *(_place_in_time(before) if before else ()), -1 if limit is None else limit)
        where = f"WHERE {' AND '.join(wheres)}" if wheres else ""
        sql = f"SELECT {COLUMNS} FROM entry {where} ORDER BY ts_utc_ms DESC, id DESC LIMIT ?"
        with self._open() as vault:
            return tuple(row_to_entry(row) for row in vault.read(sql, values)) if vault else ()

    def get(self, key: str) -> Entry:
        """Return the entry with this id.

        Raises:
            Failure: `no-such-entry`.
        """
        with self._open() as vault:
            rows = vault.read(f"SELECT {COLUMNS} FROM entry WHERE id = ?", (key,)) if vault else []
        if not rows:
            raise Failure("no-such-entry")
        return row_to_entry(rows[0])

    def find(self, beginning: str) -> str:
        """Return the one id that begins so.

        Raises:
            Failure: `no-such-entry`, or `several-entries` where it could be more than one.
        """
        with self._open() as vault:
            sql = "SELECT id FROM entry WHERE substr(id, 1, length(?1)) = ?1 LIMIT 2"
            rows = vault.read(sql, (beginning,)) if vault and beginning.isascii() else []
        if len(rows) != 1:
            raise Failure("several-entries" if rows else "no-such-entry")
        return str(rows[0][0])

    def delete(self, key: str) -> Entry:
        """Delete an entry for good, its place in the file overwritten; return it, so that it can be added again.

        Raises:
            Failure: `no-such-entry`.
        """
        entry = self.get(key)
        with self._open_for_writing() as vault, vault.writing() as connection:
            connection.execute("DELETE FROM entry WHERE id = ?", (key,))
        return entry

    def changed(self) -> bool:
        """Return whether somebody else has written since this was last asked, or since the journal was first read."""
        before, vault_before = self._seen, self._vault
        with self._open() as vault:
            self._seen = vault.written_by_others() if vault else None
        replaced = vault_before is not None and vault is not vault_before
        return replaced or (self._seen is not None and self._seen != before)

    def check(self) -> None:
        """Read the whole file, page by page and entry by entry.

        Raises:
            Failure: `journal-damaged`, or why it cannot be read.
        """
        with self._open() as vault:
            if vault:
                vault.check()
        self.list()

    def close(self) -> None:
        """Close the file; the next call opens it again."""
        vault, self._vault, self._seen = self._vault, None, None
        if vault:
            vault.close()

    @contextlib.contextmanager
    def _open(self) -> Iterator[Vault | None]:
        """Lend the open file, None where there is none yet; a failure closes it, so that the next try is fresh."""
        if self._vault and self._vault.replaced():
            self.close()
        try:
            yield self._vault or self._opened()
        except BaseException:
            self.close()
            raise

    @contextlib.contextmanager
    def _open_for_writing(self) -> Iterator[Vault]:
        with self._open() as vault:
            yield vault or self._made()

    def _opened(self) -> Vault | None:
        path = self._folder / JOURNAL
        finish_moving(self._folder)
        if not _is_there(path):
            finish_moving(self._folder)  # between the two looks another process may have begun to
            if not _is_there(path):
                return None
        from grounding.journal import keys, vault  # noqa: PLC0415 - engine and cryptography only once needed

        envelope = keys.read_envelope(self._folder)
        if envelope is None:
            raise Failure("journal-keys-missing", folder=self._folder)
        self._vault = vault.Vault.open(path, envelope.unlock(), vfs=self._vfs)
        self._seen = self._vault.written_by_others()
        return self._vault

    def _made(self) -> Vault:
        from grounding.journal import keys, vault  # noqa: PLC0415 - as above

        try:
            self._folder.mkdir(mode=PRIVATE_DIR, parents=True, exist_ok=True)
            self._folder.chmod(PRIVATE_DIR)
        except OSError as error:
            raise written_failure(self._folder, error) from error
        envelope = keys.envelope_for_writing(self._folder)
        vault.create(self._folder / JOURNAL, envelope.unlock(), vfs=self._vfs)
        made = self._opened()
        if made is None:
            raise Failure("journal-unreadable", path=self._folder / JOURNAL, reason="it has gone")
        return made


def _parts(search: str) -> list[str]:
    """Return the words that are searched for, as they lie in the file."""
    return list(dict.fromkeys(folded(search).split()))[:_PARTS_MOST]


def crisis_text(home: Home, journal: Journal) -> Sealed:
    """Return the file of whom to turn to, which the person or therapist wrote."""
    return journal.sealed(home.path / CRISIS, damaged="crisis-damaged")


def _place_in_time(entry: Entry) -> tuple[int, str]:
    row = entry_to_row(entry)
    return row[1], row[0]


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        raise Failure("journal-unreadable", path=path, reason=error.strerror) from error
