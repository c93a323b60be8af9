"""In how many entries each place spoke, and which words are used, kept as entries come and go."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from grounding.body.region import Region
from grounding.journal.schema import regions_of, words_of
from grounding.journal.tags import to_json, word_tags

if TYPE_CHECKING:
    from collections.abc import Iterator

    import apsw

    from grounding.body.report import Report
    from grounding.journal.vault import Vault

_ADD = """
INSERT INTO spoken (span, region, entries) VALUES (?, ?, ?)
ON CONFLICT DO UPDATE SET entries = entries + excluded.entries
"""
_SUM = """
SELECT region, sum(entries) FROM spoken
WHERE span BETWEEN ?1 AND ?2 OR span IN (SELECT value FROM json_each(?3)) OR span BETWEEN ?4 AND ?5
GROUP BY region
"""


def count_in(connection: apsw.Connection, day: str, report: Report) -> None:
    """Count a report of a local day."""
    for span, region in counted(day, report):
        connection.execute(_ADD, (span, region, 1))
    for word in words_of(report):
        connection.execute("INSERT OR IGNORE INTO word (word) VALUES (?)", (to_json(word),))


def count_out(connection: apsw.Connection, day: str, report: Report) -> None:
    """Count a report no more, once it is in the index no more."""
    for span, region in counted(day, report):
        connection.execute(_ADD, (span, region, -1))
        connection.execute("DELETE FROM spoken WHERE span = ? AND region = ? AND entries = 0", (span, region))
    for word in words_of(report):
        used = f"tags : ({' OR '.join(word_tags(word))})"
        if not connection.execute("SELECT 1 FROM entry_text WHERE entry_text MATCH ? LIMIT 1", (used,)).fetchone():
            connection.execute("DELETE FROM word WHERE word = ?", (to_json(word),))


def spoken(vault: Vault, since: date | None, until: date | None) -> dict[Region, int]:
    """Return in how many entries of those local days each place spoke; a place that did not is left out."""
    first, last = vault.read("SELECT (SELECT min(span) FROM spoken), (SELECT max(span) FROM spoken)")[0]
    if first is None:
        return {}
    begins = max(since or date.min, date.fromisoformat(f"{first}-01"))
    ends = min(until or date.max, date.fromisoformat(last))
    if begins > ends:
        return {}
    counts = dict(vault.read(_SUM, _spans(begins, ends)))
    return {region: counts[region.value] for region in Region if region.value in counts}


def words(vault: Vault) -> tuple[str, ...]:
    """Return every word that is used."""
    return tuple(sorted(filter(None, (json.loads(word) for (word,) in vault.read("SELECT word FROM word")))))


def counted(day: str, report: Report) -> Iterator[tuple[str, str]]:
    """Yield the spans of time and the places that a report counts for: months too, so that years are added up quickly.

    A month lies right before its days, so that both are written as one.
    """
    for region in regions_of(report):
        yield day[:7], region.value
        yield day, region.value


def _spans(first: date, last: date) -> tuple[str, str, str, str, str]:
    """Return from when to when: days of the first month, whole months, days of the last month."""
    months = range(first.year * 12 + first.month, last.year * 12 + last.month - 1)
    between = json.dumps([f"{month // 12:04}-{month % 12 + 1:02}" for month in months])
    if (first.year, first.month) == (last.year, last.month):
        return first.isoformat(), last.isoformat(), between, "", ""
    return first.isoformat(), f"{_month(first)}-31", between, f"{_month(last)}-01", last.isoformat()


def _month(day: date) -> str:
    return day.isoformat()[:7]
