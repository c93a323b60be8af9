"""An entry taken in from elsewhere: added, or made one with the entry of that id which is here already."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from grounding.journal import changing
from grounding.journal.along.fields import refuse
from grounding.journal.along.whole import Whole
from grounding.journal.entry import Deleted, Earlier
from grounding.journal.schema import COLUMNS, PLACES_A_MS, row_to_earlier, row_to_entry
from grounding.journal.when import when_to_row

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    import apsw

    from grounding.journal.entry import Entry


def merge(connection: apsw.Connection, wholes: Iterable[Whole]) -> None:
    """Take in entries, within one transaction.

    Raises:
        Failure: `import-other-entry` where an id is that of another entry here.
    """
    before: Entry | None = None
    for whole in wholes:
        if before is not None and when_to_row(before.at)[0] == when_to_row(whole.entry.at)[0]:
            place = _here(connection, before.id)[0] + 1  # looking for one would take longer with each
        else:
            place = when_to_row(whole.entry.at)[0] * PLACES_A_MS
        _merge(connection, whole, place)
        before = whole.entry


def _merge(connection: apsw.Connection, there: Whole, place: int) -> None:
    seq, here = _here(connection, there.entry.id)
    if here is None:
        changing.undelete(connection, Deleted(entry=there.entry, earlier=there.earlier, seq=place))
    elif (both := merged(here, there)) != here:
        changing.delete(connection, here.entry.id)
        changing.undelete(connection, Deleted(entry=both.entry, earlier=both.earlier, seq=seq))


def merged(here: Whole, there: Whole) -> Whole:
    """Return an entry with every wording that it has in either: none is lost, and none is there twice.

    The wording that came about last is the entry's, what is here where both are as old; the other one is among the
    earlier ones, as what it was until then. A mark for a session in either is kept.

    Raises:
        Failure: `import-other-entry` where they are not the same entry: said at another moment, in another practice.
    """
    if _said(here) != _said(there):
        refuse("import-other-entry", id=here.entry.id)
    newer, other = (there, here) if _since(there) > _since(here) else (here, there)
    earlier = [*here.earlier, *(each for each in dict.fromkeys(there.earlier) if each not in here.earlier)]
    known = (newer.entry.report, *(each.report for each in earlier))
    if other.entry.report not in known:
        earlier.insert(0, Earlier(until=_since(newer), report=other.entry.report))
    if len(earlier) > len(here.earlier):
        earlier.sort(key=lambda each: each.until, reverse=True)
    brought = here.entry.brought or there.entry.brought
    return Whole(entry=replace(newer.entry, brought=brought), earlier=tuple(earlier))


def _said(whole: Whole) -> tuple[object, ...]:
    return *when_to_row(whole.entry.at), whole.entry.practice


def _since(whole: Whole) -> datetime:
    """Return since when the entry reads as it does; a clock that was set back cannot make that earlier."""
    return max((whole.entry.at, *(each.until for each in whole.earlier)))


def _here(connection: apsw.Connection, key: str) -> tuple[int, Whole | None]:
    found = connection.execute(f"SELECT seq, {COLUMNS} FROM entry WHERE id = ?", (key,)).fetchone()
    if found is None:
        return 0, None
    sql = "SELECT ts_utc_ms, utc_offset_min, tz, report FROM earlier WHERE entry = ? ORDER BY number DESC"
    earlier = tuple(map(row_to_earlier, connection.execute(sql, (found[0],))))
    return found[0], Whole(entry=row_to_entry(found[1:]), earlier=earlier)
