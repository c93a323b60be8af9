"""The shape of the journal's file, and how an entry lies in it."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING, Any

from grounding.base.failure import Failure
from grounding.body.report import Report, report_from_plain, report_to_plain
from grounding.journal.entry import Entry
from grounding.journal.when import when_from_row, when_to_row

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = 1
"""Kept as `user_version`. A later version is one more step forward from this one."""
APPLICATION = 0x47524E44
"""Kept as `application_id`: "GRND"."""

CREATE = """
CREATE TABLE entry (
    id TEXT PRIMARY KEY NOT NULL,
    ts_utc_ms INTEGER NOT NULL,
    utc_offset_min INTEGER NOT NULL,
    tz TEXT NOT NULL,
    local_date TEXT NOT NULL,
    practice TEXT NOT NULL,
    report TEXT NOT NULL,
    folded TEXT NOT NULL
) STRICT;
CREATE INDEX entry_in_time ON entry (ts_utc_ms, id);
"""
COLUMNS = "id, ts_utc_ms, utc_offset_min, tz, practice, report"
INSERT = """
INSERT INTO entry (id, ts_utc_ms, utc_offset_min, tz, local_date, practice, report, folded)
VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
"""
"""An entry may be added twice: a commit can report an error and still have happened."""

Row = tuple[Any, ...]


def entry_to_row(entry: Entry) -> Row:
    """Return the values for INSERT."""
    report = report_to_plain(entry.report)
    return entry.id, *when_to_row(entry.at), entry.practice, _json(report), folded("\n".join(_words(entry.report)))


def row_to_entry(row: Row) -> Entry:
    """Return the entry of the values of COLUMNS.

    Raises:
        Failure: `journal-damaged` where they are not one.
    """
    key, ts_utc_ms, utc_offset_min, zone, practice, report = row
    try:
        at = when_from_row(ts_utc_ms, utc_offset_min, zone)
        return Entry(id=key, at=at, practice=practice, report=report_from_plain(json.loads(report)))
    except (ValueError, TypeError, KeyError, OverflowError, Failure) as error:
        raise Failure("journal-damaged") from error


def folded(text: str) -> str:
    """Return text as it is searched: without case, accents and hyphens, and without what no one can type."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(each for each in map(_folded_character, apart) if each)


def _folded_character(character: str) -> str:
    match unicodedata.category(character):
        case "Mn" | "Cs":
            return ""
        case "Cc" | "Pd":
            return " "
        case _:
            return character


def _json(plain: dict[str, Any]) -> str:
    """Return JSON as readable text; half a character, which has no UTF-8, stays as its escape."""
    text = json.dumps(plain, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(plain)
    return text


def _words(report: Report) -> Iterator[str]:
    """Yield everything in a report that may be searched for."""
    yield report.underneath
    for sensation in report.sensations:
        yield from (sensation.region.value, *sensation.words, sensation.note)
        if sensation.after:
            yield from (sensation.after.change.value, *sensation.after.words)
    yield report.line
