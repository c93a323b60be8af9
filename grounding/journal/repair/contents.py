"""The contents of a journal's file as a whole, whatever version wrote it: read, put into another, erased."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from grounding.base.failure import Failure
from grounding.journal import changing
from grounding.journal.entry import Deleted
from grounding.journal.schema import COLUMNS, row_to_earlier, row_to_entry
from grounding.journal.when import when_to_row

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    import apsw

    from grounding.journal.entry import Earlier, Entry
    from grounding.journal.repair.cells import Cell
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
_EARLIER = (int, int, int, int, str, str)
"""How an earlier wording lies there: the place of its entry, its number, and the values of `row_to_earlier`."""
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An entry with all that belongs to it."""

    entry: Entry
    seq: int
    """Its place in the file's order."""
    earlier: dict[int, Earlier] = field(default_factory=dict)
    """Its earlier wordings by their numbers: 1 is the first."""


def read_entries(vault: Vault) -> Iterator[Entry]:
    """Yield every entry.

    Raises:
        Failure: `journal-damaged` at one that is none.
    """
    columns = _FIRST_COLUMNS if vault.version == 1 else COLUMNS
    return map(row_to_entry, vault.each(f"SELECT {columns} FROM entry"))


def read_kept(vault: Vault) -> Iterator[Kept]:
    """Yield every entry with all that belongs to it.

    Raises:
        Failure: `journal-damaged` at one that is none.
    """
    if vault.version == 1:
        for seq, *row in vault.each(f"SELECT rowid, {_FIRST_COLUMNS} FROM entry"):
            yield Kept(entry=row_to_entry(tuple(row)), seq=seq)
        return
    earlier: dict[int, dict[int, Earlier]] = {}
    for seq, number, *row in vault.each("SELECT entry, number, ts_utc_ms, utc_offset_min, tz, report FROM earlier"):
        earlier.setdefault(seq, {})[number] = row_to_earlier(tuple(row))
    for seq, *row in vault.each(f"SELECT seq, {COLUMNS} FROM entry"):
        yield Kept(entry=row_to_entry(tuple(row)), seq=seq, earlier=earlier.get(seq, {}))


def put_kept(connection: apsw.Connection, kept: Kept) -> None:
    """Put an entry into a journal, within a transaction: in place of one with its id, whose earlier wordings stay."""
    there = _kept(connection, kept.entry.id)
    if there is not None:
        if there.entry == kept.entry and kept.earlier.items() <= there.earlier.items():
            return
        changing.erase(connection, (kept.entry.id,))
    earlier = (there.earlier if there else {}) | kept.earlier
    newest_first = tuple(earlier[number] for number in sorted(earlier, reverse=True))
    changing.undelete(connection, Deleted(entry=kept.entry, earlier=newest_first, seq=kept.seq))


def read_forgotten(vault: Vault) -> frozenset[str]:
    """Return the ids of what has been deleted there, and may still lie in copies."""
    return frozenset() if vault.version == 1 else frozenset(key for (key,) in vault.each("SELECT id FROM forgotten"))


def delete_entries(connection: apsw.Connection, ids: Iterable[str]) -> None:
    """Delete entries within a transaction, noting that they are to be forgotten; what is not there is passed over."""
    for key in ids:
        with contextlib.suppress(Failure):
            changing.delete(connection, key)


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


def kept_of_cell(cell: Cell, earlier: dict[int, dict[int, Earlier]]) -> Kept | None:
    """Return what a row out of a page is of an entry, with its wordings out of `earlier`; None for anything else."""
    entry = entry_of_cell(cell)
    return Kept(entry=entry, seq=cell.rowid, earlier=earlier.get(cell.rowid, {})) if entry and cell.rowid else None


def earlier_of_cell(cell: Cell) -> tuple[int, int, Earlier] | None:
    """Return the place of the entry, the number and the wording that a row out of a page is, None for anything else."""
    if cell.rowid is not None or tuple(type(value) for value in cell.values) != _EARLIER:
        return None
    seq, number, *row = cell.values
    with contextlib.suppress(Failure):
        return seq, number, row_to_earlier(tuple(row))
    return None


def entry_of_cell(cell: Cell) -> Entry | None:
    """Return the entry that a row out of a page is, None where it is something else."""
    kinds = tuple(type(value) for value in cell.values)
    for shape, columns in _SHAPES:
        if cell.rowid is not None and kinds == tuple(kind for _, kind in shape):
            values = dict(zip((name for name, _ in shape), cell.values, strict=True)) | {"0": 0}
            return _entry(tuple(values[name] for name in columns.split(", ")), values["local_date"])
    return None


def _kept(connection: apsw.Connection, key: str) -> Kept | None:
    row = connection.execute(f"SELECT seq, {COLUMNS} FROM entry WHERE id = ?", (key,)).fetchone()
    if row is None:
        return None
    sql = "SELECT number, ts_utc_ms, utc_offset_min, tz, report FROM earlier WHERE entry = ?"
    rows: list[tuple[Any, ...]] = connection.execute(sql, (row[0],)).fetchall()
    earlier: dict[int, Earlier] = {number: row_to_earlier(tuple(rest)) for number, *rest in rows}
    return Kept(entry=row_to_entry(row[1:]), seq=row[0], earlier=earlier)


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
