"""All wanted entries from the first to the last, a page at a time, each with its earlier wordings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grounding.journal.along.whole import Whole
from grounding.journal.schema import COLUMNS, row_to_earlier, row_to_entry
from grounding.journal.wanted import days_of, match_of, places_of

if TYPE_CHECKING:
    from grounding.journal.entry import Earlier
    from grounding.journal.vault import Vault
    from grounding.journal.wanted import Wanted

PAGE = 500
_WHERE = "seq BETWEEN ? AND ? AND local_date BETWEEN ? AND ?"
_ENTRIES = f"entry WHERE {_WHERE}"
_FOUND = f"entry_text CROSS JOIN entry ON entry.seq = entry_text.rowid WHERE entry_text MATCH ? AND {_WHERE}"
_EARLIER = """
SELECT entry, ts_utc_ms, utc_offset_min, tz, report FROM earlier WHERE entry BETWEEN ? AND ? ORDER BY entry, number DESC
"""


def count(vault: Vault, wanted: Wanted) -> int:
    """Return how many entries are wanted."""
    source, values = _asked(wanted, None)
    return int(vault.read(f"SELECT count(*) FROM {source}", values)[0][0])


def page(vault: Vault, wanted: Wanted, after: int | None) -> tuple[tuple[Whole, ...], int | None]:
    """Return the first wanted entries that lie after a place in the file, and the place to go on from, if any."""
    source, values = _asked(wanted, after)
    rows = vault.read(f"SELECT seq, {COLUMNS} FROM {source} ORDER BY seq LIMIT {PAGE}", values)
    if not rows:
        return (), None
    earlier: dict[int, list[Earlier]] = {}
    for seq, *row in vault.read(_EARLIER, (rows[0][0], rows[-1][0])):
        earlier.setdefault(seq, []).append(row_to_earlier(tuple(row)))
    wholes = tuple(Whole(entry=row_to_entry(tuple(row)), earlier=tuple(earlier.get(seq, ()))) for seq, *row in rows)
    return wholes, rows[-1][0]


def _asked(wanted: Wanted, after: int | None) -> tuple[str, tuple[object, ...]]:
    match, (first, last) = match_of(wanted), places_of(wanted)
    bounds = (first if after is None else max(first, after + 1), last, *days_of(wanted))
    return (_FOUND, (match, *bounds)) if match else (_ENTRIES, bounds)
