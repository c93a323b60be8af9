"""The journal: what was said, kept for the person alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.journal import changing, counts, going_through, looking, recount
from grounding.journal.access import Access
from grounding.journal.along.merging import merge
from grounding.journal.draft import Draft
from grounding.journal.wanted import ANY
from grounding.journal.when import in_local_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime
    from pathlib import Path

    from grounding.body.region import Region
    from grounding.journal.along.whole import Whole
    from grounding.journal.entry import Deleted, Earlier, Entry
    from grounding.journal.looking import Moment
    from grounding.journal.wanted import Wanted

_AT_ONCE = 500
"""So many entries are forgotten before others have their turn to write."""


class Journal(Access):
    """The entries in one folder, which is made with the first of them.

    Every method may raise a `Failure` that says what is wrong with file, keys or disk (see `Vault.open`); the next call
    tries afresh. To be used by one thread at a time; other processes may read and write at the same moment.
    """

    def __init__(self, folder: Path, *, vfs: str | None = None) -> None:
        super().__init__(folder, vfs=vfs)
        self.draft = Draft(folder, keys=self.keys, standing=self._standing)
        """What is typed and not yet kept."""

    def add(self, entry: Entry) -> None:
        """Keep an entry; when this returns it is safe on the disk. Adding it again changes nothing.

        While the journal is locked, or another process writes for long, the entry is sealed and waits beside it; it
        joins when the journal is next unlocked, opened or asked whether it has changed.
        """
        if not self.locked:
            try:
                with self._open_for_writing() as connection:
                    changing.add(connection, entry)
            except Failure as failure:
                if failure.code != "journal-busy":
                    raise
            else:
                return
        self._waiting.keep(entry)

    def edit(self, entry: Entry, *, at: datetime | None = None) -> None:
        """Give the entry with this id the report of this one; `earlier` has what it was until `at`, else until now.

        Raises:
            Failure: `no-such-entry`.
        """
        with self._open_for_changing() as connection:
            changing.edit(connection, entry, at or in_local_time())

    def bring(self, key: str, on: bool) -> None:
        """Mark an entry to be brought to a session, or take the mark away.

        Raises:
            Failure: `no-such-entry`.
        """
        with self._open_for_changing() as connection:
            changing.bring(connection, key, on=on)

    def delete(self, key: str) -> Deleted:
        """Delete an entry with all its wordings, its place in the file overwritten; `undelete` brings all of it back.

        Its id is noted until its copies elsewhere are gone too (see `forgotten`).

        Raises:
            Failure: `no-such-entry`.
        """
        with self._open_for_changing() as connection:
            return changing.delete(connection, key)

    def undelete(self, deleted: Deleted) -> None:
        """Bring back what was deleted, as it was and where it was."""
        with self._open_for_writing() as connection:
            changing.undelete(connection, deleted)

    def forget_before(self, moment: datetime) -> int:
        """Delete every entry said before a moment; return how many they were."""
        forgotten = 0
        while some := self._forget_some(moment):
            forgotten += some
        return forgotten

    def _forget_some(self, moment: datetime) -> int:
        with self._open() as vault:
            if vault is None:
                return 0
            with vault.writing() as connection:
                return changing.forget_before(connection, moment, most=_AT_ONCE)

    def forgotten(self) -> tuple[str, ...]:
        """Return the ids of what has been deleted, and may still lie in copies."""
        with self._open() as vault:
            return tuple(key for (key,) in vault.read("SELECT id FROM forgotten ORDER BY id")) if vault else ()

    def settle(self, keys: Iterable[str]) -> None:
        """Note that nothing with these ids lies in any copy any more."""
        with self._open() as vault:
            if vault:
                with vault.writing() as connection:
                    changing.settle(connection, keys)

    def list(self, *, limit: int | None = None, before: Entry | None = None, wanted: Wanted = ANY) -> tuple[Entry, ...]:
        """Return the wanted entries newest first, those older than `before`."""
        with self._open() as vault:
            return looking.page(vault, wanted, limit=limit, before=before) if vault else ()

    def get(self, key: str) -> Entry:
        """Return the entry with this id.

        Raises:
            Failure: `no-such-entry`.
        """
        with self._open() as vault:
            if vault is None:
                raise Failure("no-such-entry")
            return looking.entry_of(vault, key)

    def find(self, beginning: str) -> str:
        """Return the one id that begins so.

        Raises:
            Failure: `no-such-entry`, or `several-entries` where it could be more than one.
        """
        with self._open() as vault:
            found = looking.ids_that_begin(vault, beginning) if vault else []
        if len(found) != 1:
            raise Failure("several-entries" if found else "no-such-entry")
        return found[0]

    def earlier(self, key: str) -> tuple[Earlier, ...]:
        """Return the earlier wordings of an entry, newest first."""
        with self._open() as vault:
            return looking.earlier(vault, key) if vault else ()

    def moments(
        self, region: Region, *, word: str = "", before: Moment | None = None, limit: int = 50
    ) -> tuple[Moment, ...]:
        """Return the sensations of one place newest first, those with the word, older than `before`."""
        with self._open() as vault:
            return looking.moments(vault, region, word=word, before=before, limit=limit) if vault else ()

    def spoken(self, *, since: date | None = None, until: date | None = None) -> dict[Region, int]:
        """Return in how many entries of those local days each place spoke; a place that did not is left out."""
        with self._open() as vault:
            return counts.spoken(vault, since, until) if vault else {}

    def words(self) -> tuple[str, ...]:
        """Return every word used so far: ids of known words, own words as written."""
        with self._open() as vault:
            return counts.words(vault) if vault else ()

    def count(self, wanted: Wanted = ANY) -> int:
        """Return how many entries are wanted; nobody is ever told, but for how far an export is."""
        with self._open() as vault:
            return going_through.count(vault, wanted) if vault else 0

    def wholes(self, wanted: Wanted = ANY) -> Iterator[Whole]:
        """Yield the wanted entries, the oldest first, each with its earlier wordings."""
        after: int | None = None
        while True:
            with self._open() as vault:
                page, after = going_through.page(vault, wanted, after) if vault else ((), None)
            yield from page
            if after is None:
                return

    def take_in(self, wholes: Iterable[Whole]) -> None:
        """Merge entries from elsewhere (see `merged`), all of them or, where anything goes wrong, none.

        Raises:
            Failure: `import-other-entry`.
        """
        with self._open_for_writing() as connection:
            merge(connection, wholes)

    def check(self) -> None:
        """Read the whole file, page by page and entry by entry, and whether index and counts agree with them.

        Raises:
            Failure: `journal-damaged`, or why it cannot be read.
        """
        with self._open() as vault:
            if vault:
                recount.check(vault)
