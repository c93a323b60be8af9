"""The contents of a journal's file as a whole, whatever version wrote it: read, put into another, erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.journal.schema import COLUMNS, INSERT, entry_to_row, row_to_entry
from grounding.journal.when import when_to_row

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    import apsw

    from grounding.journal.cells import Cell
    from grounding.journal.entry import Entry
    from grounding.journal.vault import Vault


_ENTRY = (
    ("id", str),
    ("ts_utc_ms", int),
    ("utc_offset_min", int),
    ("tz", str),
    ("local_date", str),
    ("practice", str),
    ("report", str),
    ("folded", str),
)
"""How the row of an entry lies in a page."""
_ID_IN_INDEX = ((int, str, int), 1)
"""How the row of an index lies there that names each entry, and which of its values is the id."""


def read_entries(vault: Vault) -> Iterator[Entry]:
    """Yield every entry.

    Raises:
        Failure: `journal-damaged` at one that is none.
    """
    return map(row_to_entry, vault.each(f"SELECT {COLUMNS} FROM entry"))


def put_entries(connection: apsw.Connection, entries: Iterable[Entry]) -> None:
    """Add entries within a transaction; those that are there already stay as they are."""
    connection.executemany(INSERT, map(entry_to_row, entries))


def erase_entries(connection: apsw.Connection, ids: Collection[str]) -> None:
    """Erase entries, and all that refers to them, within a transaction; ids that are not there are passed over."""
    connection.executemany("DELETE FROM entry WHERE id = ?", [(each,) for each in ids])


def has_any(vault: Vault, ids: Collection[str]) -> bool:
    """Return whether any of the entries is there."""
    return any(vault.read("SELECT 1 FROM entry WHERE id = ?", (each,)) for each in ids)


def ids_of(vault: Vault) -> frozenset[str]:
    """Return the ids of all entries."""
    return frozenset(key for (key,) in vault.each("SELECT id FROM entry"))


def entry_of_cell(cell: Cell) -> Entry | None:
    """Return the entry that a row out of a page is, None where it is something else."""
    if cell.rowid is None or tuple(map(type, cell.values)) != tuple(kind for _, kind in _ENTRY):
        return None
    values = dict(zip((name for name, _ in _ENTRY), cell.values, strict=True))
    try:
        entry = row_to_entry(tuple(values[name] for name in COLUMNS.split(", ")))
    except Failure:
        return None
    return entry if when_to_row(entry.at)[3] == values["local_date"] else None


def id_of_cell(cell: Cell) -> str | None:
    """Return the id of the entry that a row of an index out of a page names, None where it names none."""
    kinds, place = _ID_IN_INDEX
    if cell.rowid is not None or tuple(map(type, cell.values)) != kinds:
        return None
    return str(cell.values[place])
