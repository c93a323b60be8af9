"""The journal: what was said, kept for the person alone."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import written_failure
from grounding.base.home import PRIVATE_DIR
from grounding.journal.draft import Draft
from grounding.journal.key_file import read_envelope
from grounding.journal.place import JOURNAL
from grounding.journal.schema import COLUMNS, INSERT, entry_to_row, folded, row_to_entry
from grounding.journal.sealed import Sealed
from grounding.journal.waiting import Waiting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from grounding.journal.entry import Entry
    from grounding.journal.envelope import Envelope
    from grounding.journal.keys import Keys
    from grounding.journal.vault import Vault

_PARTS_MOST = 100
"""A search looks for so many words at most."""
_FOREIGN = ("journal-damaged", "journal-keys-foreign")
"""What a file looks like to keys that are no longer its own."""


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
        self._unlocked: Keys | None = None
        """What a passphrase has opened, in this process."""
        self._opened_with: Keys | None = None
        self._notices: list[Failure] = []
        self._waiting = Waiting(folder, self.sealed)
        self.draft = Draft(folder, keys=self.keys)
        """What is typed and not yet kept."""

    def sealed(self, path: Path, *, damaged: str) -> Sealed:
        """Return a file of its own at `path` that this journal's keys can read; `damaged` is its failure's code."""
        return Sealed(path, folder=self._folder, damaged=damaged, keys=self.keys)

    @property
    def locked(self) -> bool:
        """Whether there is a passphrase, and no keys for it in this process.

        Whatever reads or changes what is there then fails as `journal-locked`; `add` and `draft.keep` work. That the
        key file is damaged is told by what is done next.
        """
        try:
            envelope = None if self._vault else read_envelope(self._folder)
        except Failure:
            return False
        return envelope is not None and envelope.locked and not self._unlocks(envelope)

    def keys(self) -> Keys:
        """Return the keys of this journal.

        Raises:
            Failure: `journal-locked`, or what is wrong with the key file.
        """
        envelope = read_envelope(self._folder)
        if envelope is None:
            raise Failure("journal-keys-missing", folder=self._folder)
        if self._unlocked and envelope.locked and self._unlocks(envelope):
            return self._unlocked
        return envelope.unlock()

    def unlock(self, keys: Keys) -> None:
        """Open from now on with these keys, and take in what was said while it was locked (see `locking`)."""
        self._unlocked = keys
        with self._open() as vault:
            if vault is None and self._waiting.any():
                self._made()

    def lock(self) -> None:
        """Close the file and forget the keys; what was read may be in memory until the process ends."""
        self.close()
        self._unlocked = None

    def notices(self) -> tuple[Failure, ...]:
        """Return what is to be said, and stopped nothing, since this was last asked."""
        notices, self._notices = tuple(self._notices), []
        return notices

    def add(self, entry: Entry) -> None:
        """Keep an entry; when this returns it is safe on the disk. Adding it again changes nothing.

        While the journal is locked the entry is sealed, and joins it at the next unlocking.
        """
        if self.locked:
            self._waiting.keep(entry)
            return
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
        before = self._seen
        with self._open() as vault:
            joined = vault is not None and self._take_in(vault)
            self._seen = vault.written_by_others() if vault else None
        return joined or (self._seen is not None and self._seen != before)

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
        try:
            yield self._vault or self._opened()
        except BaseException as error:
            self.close()
            if isinstance(error, Failure) and error.code in _FOREIGN and self._exchanged():
                raise Failure("journal-busy") from error
            raise

    @contextlib.contextmanager
    def _open_for_writing(self) -> Iterator[Vault]:
        with self._open() as vault:
            yield vault or self._made()

    def _opened(self) -> Vault | None:
        path = self._folder / JOURNAL
        if not _is_there(path):
            if self.locked:
                raise Failure("journal-locked")
            return None
        from grounding.journal import exchange, vault  # noqa: PLC0415 - engine and cryptography only once needed

        self._note(exchange.settle(self._folder, vfs=self._vfs))
        self._opened_with = self.keys()
        self._vault = vault.Vault.open(path, self._opened_with, vfs=self._vfs)
        self._seen = self._vault.written_by_others()
        self._take_in(self._vault)
        return self._vault

    def _made(self) -> Vault:
        from grounding.journal import keys, vault  # noqa: PLC0415 - as above

        try:
            self._folder.mkdir(mode=PRIVATE_DIR, parents=True, exist_ok=True)
            self._folder.chmod(PRIVATE_DIR)
        except OSError as error:
            raise written_failure(self._folder, error) from error
        keys.envelope_for_writing(self._folder)
        vault.create(self._folder / JOURNAL, self.keys(), vfs=self._vfs)
        made = self._opened()
        if made is None:
            raise Failure("journal-unreadable", path=self._folder / JOURNAL, reason="it has gone")
        return made

    def _unlocks(self, envelope: Envelope) -> bool:
        return self._unlocked is not None and self._unlocked.journal == envelope.journal

    def _take_in(self, vault: Vault) -> bool:
        """Let join what waits; return whether anything has. What cannot join now waits on."""
        found, failures = self._waiting.read()
        try:
            if found:
                with vault.writing() as connection:
                    for entry in found.values():
                        connection.execute(INSERT, entry_to_row(entry))
                self._waiting.joined(found)
        except Failure as failure:
            failures, found = (*failures, failure), {}
        self._note(*failures)
        return bool(found)

    def _note(self, *failures: Failure | None) -> None:
        """Keep what is to be said, once for each kind of it."""
        codes = {notice.code for notice in self._notices}
        self._notices += [failure for failure in failures if failure and failure.code not in codes]

    def _exchanged(self) -> bool:
        """Return whether another process has given the journal other keys since it was opened here."""
        try:
            return self._opened_with is not None and self.keys() != self._opened_with
        except Failure as failure:
            return failure.code == "journal-locked"


def _parts(search: str) -> list[str]:
    """Return the words that are searched for, as they lie in the file."""
    return list(dict.fromkeys(folded(search).split()))[:_PARTS_MOST]


def _place_in_time(entry: Entry) -> tuple[int, str]:
    row = entry_to_row(entry)
    return row[1], row[0]


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        raise Failure("journal-unreadable", path=path, reason=error.strerror) from error
