"""Reading every entry, and counting anew what is counted as it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.journal import looking
from grounding.journal.counts import Recount
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
