"""The contents of a journal's file as a whole, whatever version wrote it: read, put into another, erased."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from grounding.base.failure import Failure
from grounding.journal import changing
from grounding.journal.schema import COLUMNS, row_to_entry
from grounding.journal.when import when_to_row

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    import apsw

    from grounding.journal.cells import Cell
    from grounding.journal.entry import Entry
    from grounding.journal.vault import Vault


_FIRST_COLUMNS = COLUMNS.replace("brought", "0")
"""As version 1 had them."""
_ROW = (
    ("id", str),
    ("ts_utc_ms", int),
    ("utc_offset_min", int),
    ("tz", str),
    ("local_date", str),
    ("practice", str),
    ("report", str),
)
_SHAPES = (
    ((*_ROW, ("folded", str)), _FIRST_COLUMNS),
    ((("seq", type(None)), *_ROW, ("brought", int), ("folded", str), ("tags", str)), COLUMNS),
)
"""How the row of an entry lies in a page, by version; the number of a row is not among its values."""
_ID_IN_INDEX: dict[tuple[type, ...], int] = {(int, str, int): 1, (str, int): 0}
"""How the row of an index lies there that names each entry, and which of its values is the id."""

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def read_entries(vault: Vault) -> Iterator[Entry]:
    """Yield every entry.

    Raises:
        Failure: `journal-damaged` at one that is none.
    """
    columns = _FIRST_COLUMNS if vault.version == 1 else COLUMNS
    return map(row_to_entry, vault.each(f"SELECT {columns} FROM entry"))


def put_entries(connection: apsw.Connection, entries: Iterable[Entry]) -> None:
    """Add entries within a transaction; those that are there already stay as they are."""
    for entry in entries:
        changing.add(connection, entry)


def erase_entries(connection: apsw.Connection, ids: Collection[str]) -> None:
    """Erase entries, and all that refers to them, within a transaction; ids that are not there are passed over."""
    if connection.pragma("user_version") == 1:
        connection.executemany("DELETE FROM entry WHERE id = ?", [(each,) for each in ids])
    else:
        changing.erase(connection, ids)


def has_any(vault: Vault, ids: Collection[str]) -> bool:
    """Return whether any of the entries is there."""
    return any(vault.read("SELECT 1 FROM entry WHERE id = ?", (each,)) for each in ids)


def ids_of(vault: Vault) -> frozenset[str]:
    """Return the ids of all entries."""
    return frozenset(key for (key,) in vault.each("SELECT id FROM entry"))


def entry_of_cell(cell: Cell) -> Entry | None:
    """Return the entry that a row out of a page is, None where it is something else."""
    kinds = tuple(type(value) for value in cell.values)
    for shape, columns in _SHAPES:
        if cell.rowid is not None and kinds == tuple(kind for _, kind in shape):
            values = dict(zip((name for name, _ in shape), cell.values, strict=True)) | {"0": 0}
            return _entry(tuple(values[name] for name in columns.split(", ")), values["local_date"])
    return None


def _entry(row: tuple[Any, ...], local_date: str) -> Entry | None:
    try:
        entry = row_to_entry(row)
    except Failure:
        return None
    return entry if when_to_row(entry.at)[3] == local_date else None


def id_of_cell(cell: Cell) -> str | None:
    """Return the id of the entry that a row of an index out of a page names, None where it names none."""
    place = _ID_IN_INDEX.get(tuple(type(value) for value in cell.values))
    found = None if cell.rowid is not None or place is None else str(cell.values[place])
    return found if found and _ID.fullmatch(found) else None  # the rows of other indexes look alike
