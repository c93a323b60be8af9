"""Reading every entry, and counting anew what is counted as it is kept."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.journal import looking
from grounding.journal.schema import regions_of, to_json, words_of
from grounding.journal.when import when_to_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grounding.journal.entry import Entry
    from grounding.journal.vault import Vault

_AT_ONCE = 500


def check(vault: Vault) -> None:
    """Read every page of the file and every entry, and compare the index and the counts with them.

    Raises:
        Failure: `journal-damaged`.
    """
    vault.check()
    before = vault.written_by_others()
    spoken: Counter[tuple[str, str]] = Counter()
    words: Counter[str] = Counter()
    for entry in _each(vault):
        day = when_to_row(entry.at)[3]
        spoken.update((day, region.value) for region in regions_of(entry.report))
        words.update(map(to_json, words_of(entry.report)))
    counted = {(day, region): entries for day, region, entries in vault.read("SELECT * FROM spoken")}
    agree = counted == spoken and dict(vault.read("SELECT * FROM word")) == words
    if not agree and vault.written_by_others() == before:
        raise Failure("journal-damaged")


def _each(vault: Vault) -> Iterator[Entry]:
    """Yield every entry, few of them in memory at once."""
    page = looking.page(vault, limit=_AT_ONCE)
    while page:
        yield from page
        page = looking.page(vault, limit=_AT_ONCE, before=page[-1])
