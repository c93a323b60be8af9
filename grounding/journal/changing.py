"""What changes the journal; each to be done within one transaction, which keeps the counts and the index true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.journal.counts import count_in, count_out
from grounding.journal.entry import Deleted
from grounding.journal.schema import (
    COLUMNS,
    INSERT,
    PLACES_A_MS,
    entry_to_row,
    report_to_row,
    row_to_earlier,
    row_to_entry,
)
from grounding.journal.when import when_to_row

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    import apsw

    from grounding.body.report import Report
    from grounding.journal.entry import Earlier, Entry
    from grounding.journal.schema import Row


def add(connection: apsw.Connection, entry: Entry) -> bool:
    """Add an entry; return whether it was not there yet."""
    return _put(connection, entry, None)


def edit(connection: apsw.Connection, entry: Entry, at: datetime) -> None:
    """Give the entry with this id another report; the earlier wording stays, as what it was until `at`.

    Raises:
        Failure: `no-such-entry`.
    """
    seq, present = _found(connection, entry.id)
    if present.report == entry.report:
        return
    ts_utc_ms, utc_offset_min, zone, _day = when_to_row(at)
    connection.execute(
        """
        INSERT INTO earlier (entry, number, ts_utc_ms, utc_offset_min, tz, report)
        SELECT seq, 1 + (SELECT count(*) FROM earlier WHERE entry = seq), ?, ?, ?, report FROM entry WHERE seq = ?
        """,
        (ts_utc_ms, utc_offset_min, zone, seq),
    )
    _reword(connection, seq, entry.report, brought=present.brought)
    count_out(connection, _day_of(present), present.report)
    count_in(connection, _day_of(present), entry.report)


def bring(connection: apsw.Connection, key: str, *, on: bool) -> None:
    """Mark an entry for a session, or take the mark away.

    Raises:
        Failure: `no-such-entry`.
    """
    seq, entry = _found(connection, key)
    if entry.brought != on:
        _reword(connection, seq, entry.report, brought=on)


def delete(connection: apsw.Connection, key: str) -> Deleted:
    """Delete an entry and its earlier wordings, and note that it is to be forgotten.

    Raises:
        Failure: `no-such-entry`.
    """
    seq, entry = _found(connection, key)
    sql = "SELECT ts_utc_ms, utc_offset_min, tz, report FROM earlier WHERE entry = ? ORDER BY number DESC"
    deleted = Deleted(entry=entry, earlier=tuple(map(row_to_earlier, connection.execute(sql, (seq,)))), seq=seq)
    _take_out(connection, seq, entry)
    return deleted


def undelete(connection: apsw.Connection, deleted: Deleted) -> None:
    """Bring back all that was deleted, where it was."""
    if _put(connection, deleted.entry, deleted.seq):
        seq = connection.execute("SELECT seq FROM entry WHERE id = ?", (deleted.entry.id,)).get
        connection.executemany(
            "INSERT INTO earlier (entry, number, ts_utc_ms, utc_offset_min, tz, report) VALUES (?, ?, ?, ?, ?, ?)",
            [(seq, number, *_earlier_to_row(each)) for number, each in enumerate(reversed(deleted.earlier), 1)],
        )


def forget_before(connection: apsw.Connection, moment: datetime, *, most: int) -> int:
    """Delete the oldest entries said before a moment, so many at most; return how many they were."""
    sql = f"SELECT seq, {COLUMNS} FROM entry WHERE seq < ? ORDER BY seq LIMIT ?"
    rows: list[Row] = connection.execute(sql, (when_to_row(moment)[0] * PLACES_A_MS, most)).fetchall()
    for seq, *row in rows:
        _take_out(connection, seq, row_to_entry(tuple(row)))
    return len(rows)


def erase(connection: apsw.Connection, keys: Collection[str]) -> None:
    """Delete entries from a copy of the journal, as if they had never been there; ids that never were are passed."""
    for key in keys:
        row: Row | None = connection.execute(f"SELECT seq, {COLUMNS} FROM entry WHERE id = ?", (key,)).fetchone()
        if row:
            _take_out(connection, row[0], row_to_entry(row[1:]))
    settle(connection, keys)


def settle(connection: apsw.Connection, keys: Iterable[str]) -> None:
    """Note that these are forgotten everywhere."""
    connection.executemany("DELETE FROM forgotten WHERE id = ?", [(key,) for key in keys])


def _put(connection: apsw.Connection, entry: Entry, place: int | None) -> bool:
    row = entry_to_row(entry)
    if connection.execute("SELECT 1 FROM entry WHERE id = ?", (entry.id,)).fetchone():
        return False
    connection.execute(INSERT, (_free_place(connection, row[1] * PLACES_A_MS, place), *row))
    connection.execute("DELETE FROM forgotten WHERE id = ?", (entry.id,))
    count_in(connection, row[4], entry.report)
    return True


def _free_place(connection: apsw.Connection, first: int, wished: int | None) -> int:
    """Return the place that is wished for if it is free, else one after all entries of the millisecond at `first`."""
    if wished is not None and not connection.execute("SELECT 1 FROM entry WHERE seq = ?", (wished,)).fetchone():
        return wished
    sql = "SELECT max(seq) + 1 FROM entry WHERE seq BETWEEN ?1 AND ?2"
    place = connection.execute(sql, (first, first + PLACES_A_MS - 1)).get
    if place is None:
        return first
    if place < first + PLACES_A_MS:
        return int(place)
    sql = """
    SELECT min(seq) + 1 FROM entry
    WHERE seq >= ? AND NOT EXISTS (SELECT 1 FROM entry AS next WHERE next.seq = entry.seq + 1)
    """
    return int(connection.execute(sql, (first,)).get)


def _found(connection: apsw.Connection, key: str) -> tuple[int, Entry]:
    found: Row | None = connection.execute(f"SELECT seq, {COLUMNS} FROM entry WHERE id = ?", (key,)).fetchone()
    if found is None:
        raise Failure("no-such-entry")
    return found[0], row_to_entry(found[1:])


def _reword(connection: apsw.Connection, seq: int, report: Report, *, brought: bool) -> None:
    sql = "UPDATE entry SET report = ?, brought = ?, folded = ?, tags = ? WHERE seq = ?"
    connection.execute(sql, (*report_to_row(report, brought=brought), seq))


def _take_out(connection: apsw.Connection, seq: int, entry: Entry) -> None:
    connection.execute("DELETE FROM entry WHERE seq = ?", (seq,))
    connection.execute("INSERT OR REPLACE INTO forgotten (id, seq) VALUES (?, ?)", (entry.id, seq))
    count_out(connection, _day_of(entry), entry.report)


def _day_of(entry: Entry) -> str:
    return when_to_row(entry.at)[3]


def _earlier_to_row(earlier: Earlier) -> tuple[int, int, str, str]:
    ts_utc_ms, utc_offset_min, zone, _day = when_to_row(earlier.until)
    return ts_utc_ms, utc_offset_min, zone, report_to_row(earlier.report, brought=False)[0]
