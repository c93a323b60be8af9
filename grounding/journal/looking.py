"""Looking back: pages of entries, and the moments of one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.journal.schema import COLUMNS, PLACES_A_MS, row_to_earlier, row_to_entry
from grounding.journal.wanted import ANY, Wanted, days_of, match_of, places_of
from grounding.journal.when import when_to_row

if TYPE_CHECKING:
    from datetime import datetime

    from grounding.body.region import Region
    from grounding.body.sensation import Sensation
    from grounding.journal.entry import Earlier, Entry
    from grounding.journal.vault import Vault

_NEWEST_FIRST = """
SELECT {columns} FROM entry WHERE seq BETWEEN ? AND ? AND local_date BETWEEN ? AND ? ORDER BY seq DESC LIMIT ?
"""
_FOUND_NEWEST_FIRST = """
SELECT {columns} FROM entry_text CROSS JOIN entry ON entry.seq = entry_text.rowid
WHERE entry_text MATCH ? AND entry_text.rowid BETWEEN ? AND ? AND local_date BETWEEN ? AND ?
ORDER BY entry_text.rowid DESC LIMIT ?
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One sensation, and when it was."""

    entry: str
    """The id of its entry."""
    at: datetime
    sensation: Sensation
    number: int = 0
    """Which of the sensations of its entry it is, from 0 on."""


def entry_of(vault: Vault, key: str) -> Entry:
    """Return the entry with this id.

    Raises:
        Failure: `no-such-entry`.
    """
    rows = vault.read(f"SELECT {COLUMNS} FROM entry WHERE id = ?", (key,))
    if not rows:
        raise Failure("no-such-entry")
    return row_to_entry(rows[0])


def ids_that_begin(vault: Vault, beginning: str) -> list[str]:
    """Return up to two ids that begin so."""
    sql = "SELECT id FROM entry WHERE substr(id, 1, length(?1)) = ?1 LIMIT 2"
    return [str(key) for (key,) in vault.read(sql, (beginning,))] if beginning.isascii() else []


def page(
    vault: Vault, wanted: Wanted = ANY, *, limit: int | None = None, before: Entry | None = None
) -> tuple[Entry, ...]:
    """Return entries newest first, those older than `before`."""
    last = _place(vault, before.id, before.at) - 1 if before else None
    return _page(vault, wanted, limit, last)


def moments(
    vault: Vault, region: Region, *, word: str = "", before: Moment | None = None, limit: int
) -> tuple[Moment, ...]:
    """Return the sensations of one place newest first, those that have the word, older than `before`."""
    last = _place(vault, before.entry, before.at) if before else None
    entries = _page(vault, Wanted(region=region, word=word), limit + 1, last)
    found = (
        Moment(entry=entry.id, at=entry.at, sensation=each, number=number)
        for entry in entries
        for number, each in enumerate(entry.report.sensations)
        if each.region is region and (not word or word in each.all_words)
    )
    older = (each for each in found if not before or each.entry != before.entry or each.number > before.number)
    return tuple(older)[:limit]


def earlier(vault: Vault, key: str) -> tuple[Earlier, ...]:
    """Return the earlier wordings of an entry, newest first."""
    sql = """
    SELECT earlier.ts_utc_ms, earlier.utc_offset_min, earlier.tz, earlier.report
    FROM entry JOIN earlier ON earlier.entry = entry.seq WHERE entry.id = ? ORDER BY number DESC
    """
    return tuple(map(row_to_earlier, vault.read(sql, (key,))))


def _page(vault: Vault, wanted: Wanted, limit: int | None, last: int | None) -> tuple[Entry, ...]:
    match, (first, latest) = match_of(wanted), places_of(wanted)
    sql = (_FOUND_NEWEST_FIRST if match else _NEWEST_FIRST).format(columns=COLUMNS)
    bounds = (first, latest if last is None else min(last, latest), *days_of(wanted))
    values = (*([match] if match else []), *bounds, -1 if limit is None else limit)
    return tuple(row_to_entry(row) for row in vault.read(sql, values))


def _place(vault: Vault, key: str, at: datetime) -> int:
    """Return where an entry lies, or lay, in the file's order."""
    sql = "SELECT seq FROM entry WHERE id = ?1 UNION ALL SELECT seq FROM forgotten WHERE id = ?1"
    rows = vault.read(sql, (key,))
    return int(rows[0][0]) if rows else when_to_row(at)[0] * PLACES_A_MS
