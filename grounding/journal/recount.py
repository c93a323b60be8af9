"""Reading every entry, and counting anew what is counted as it is kept."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.journal import looking
from grounding.journal.counts import counted
from grounding.journal.schema import words_of
from grounding.journal.tags import to_json
from grounding.journal.when import when_to_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grounding.body.report import Report
    from grounding.journal.entry import Entry
    from grounding.journal.vault import Vault

_AT_ONCE = 500


class Recount:
    """Counts anew, entry by entry."""

    def __init__(self) -> None:
        self._spoken: Counter[tuple[str, str]] = Counter()
        self._words: set[str] = set()

    def take(self, day: str, report: Report) -> None:
        """Count one more report of a local day."""
        self._spoken.update(counted(day, report))
        self._words.update(map(to_json, words_of(report)))

    def spoken(self) -> list[tuple[str, str, int]]:
        """Return the rows that `spoken` ought to have, in order."""
        return sorted((span, region, entries) for (span, region), entries in self._spoken.items())

    def words(self) -> list[tuple[str]]:
        """Return the rows that `word` ought to have, in order."""
        return sorted((word,) for word in self._words)


def check(vault: Vault) -> None:
    """Read every page of the file and every entry, and compare the index and the counts with them.

    Raises:
        Failure: `journal-damaged`.
    """
    vault.check()
    before = vault.written_by_others()
    recount = Recount()
    for entry in _each(vault):
        recount.take(when_to_row(entry.at)[3], entry.report)
    agree = (
        vault.read("SELECT span, region, entries FROM spoken ORDER BY span, region") == recount.spoken()
        and vault.read("SELECT word FROM word ORDER BY word") == recount.words()
    )
    if not agree and vault.written_by_others() == before:
        raise Failure("journal-damaged")


def _each(vault: Vault) -> Iterator[Entry]:
    """Yield every entry, few of them in memory at once."""
    page = looking.page(vault, limit=_AT_ONCE)
    while page:
        yield from page
        page = looking.page(vault, limit=_AT_ONCE, before=page[-1])
