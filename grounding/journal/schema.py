"""The shape of the journal's file, and how an entry lies in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from grounding.base.failure import Failure
from grounding.body.report import Report, report_from_plain, report_to_plain
from grounding.journal.entry import Earlier, Entry
from grounding.journal.folding import folded
from grounding.journal.tags import is_known, tags_of, to_json
from grounding.journal.when import when_from_row, when_to_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grounding.body.region import Region

VERSION = 2
"""Kept as `user_version`; `migrations` leads here from each version before."""
APPLICATION = 0x47524E44
"""Kept as `application_id`: "GRND"."""
PLACES_A_MS = 4096
"""`seq` is the milliseconds since 1970 times this, and room for so many entries of one millisecond: the order of rows
is the order in time, so that the newest of all, or of what a search finds, are read without looking at the rest."""

CREATE = """
CREATE TABLE entry (
    seq INTEGER PRIMARY KEY NOT NULL,
    id TEXT UNIQUE NOT NULL,
    ts_utc_ms INTEGER NOT NULL,
    utc_offset_min INTEGER NOT NULL,
    tz TEXT NOT NULL,
    local_date TEXT NOT NULL,
    practice TEXT NOT NULL,
    report TEXT NOT NULL,
    brought INTEGER NOT NULL,
    folded TEXT NOT NULL,
    tags TEXT NOT NULL
) STRICT;
CREATE TABLE earlier (
    entry INTEGER NOT NULL REFERENCES entry (seq) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    ts_utc_ms INTEGER NOT NULL,
    utc_offset_min INTEGER NOT NULL,
    tz TEXT NOT NULL,
    report TEXT NOT NULL,
    PRIMARY KEY (entry, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE spoken (
    span TEXT NOT NULL,
    region TEXT NOT NULL,
    entries INTEGER NOT NULL,
    PRIMARY KEY (span, region)
) STRICT, WITHOUT ROWID;
CREATE TABLE word (word TEXT PRIMARY KEY NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE forgotten (id TEXT PRIMARY KEY NOT NULL, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE entry_text USING fts5 (
    folded, tags, content = 'entry', content_rowid = 'seq', columnsize = 0, prefix = '1 2 3 4',
    tokenize = "ascii tokenchars '$+<=>^`|~'"
);
INSERT INTO entry_text (entry_text, rank) VALUES ('secure-delete', 1), ('pgsz', 960);
CREATE TRIGGER entry_added AFTER INSERT ON entry BEGIN
    INSERT INTO entry_text (rowid, folded, tags) VALUES (new.seq, new.folded, new.tags);
END;
CREATE TRIGGER entry_deleted AFTER DELETE ON entry BEGIN
    INSERT INTO entry_text (entry_text, rowid, folded, tags) VALUES ('delete', old.seq, old.folded, old.tags);
END;
CREATE TRIGGER entry_changed AFTER UPDATE OF folded, tags ON entry BEGIN
    INSERT INTO entry_text (entry_text, rowid, folded, tags) VALUES ('delete', old.seq, old.folded, old.tags);
    INSERT INTO entry_text (rowid, folded, tags) VALUES (new.seq, new.folded, new.tags);
END;
"""
COLUMNS = "id, ts_utc_ms, utc_offset_min, tz, practice, report, brought"
INSERT = """
INSERT INTO entry (seq, id, ts_utc_ms, utc_offset_min, tz, local_date, practice, report, brought, folded, tags)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
Row = tuple[Any, ...]


def entry_to_row(entry: Entry) -> Row:
    """Return the values for INSERT, but for `seq`."""
    return entry.id, *when_to_row(entry.at), entry.practice, *report_to_row(entry.report, brought=entry.brought)


def report_to_row(report: Report, *, brought: bool) -> Row:
    """Return `report`, `brought`, `folded` and `tags`."""
    text, tags = folded("\n".join(_own_words(report))), " ".join(tags_of(report, brought=brought))
    return to_json(report_to_plain(report)), int(brought), text, tags


def row_to_entry(row: Row) -> Entry:
    """Return the entry of the values of COLUMNS.

    Raises:
        Failure: `journal-damaged` where they are not one.
    """
    key, *when, practice, report, brought = row
    try:
        at = when_from_row(*when)
        return Entry(id=key, at=at, practice=practice, report=_report(report), brought=bool(brought))
    except (ValueError, TypeError, KeyError, OverflowError, Failure) as error:
        raise Failure("journal-damaged") from error


def row_to_earlier(row: Row) -> Earlier:
    """Return the earlier wording of the values of `ts_utc_ms`, `utc_offset_min`, `tz`, `report`.

    Raises:
        Failure: `journal-damaged`.
    """
    *when, report = row
    try:
        return Earlier(until=when_from_row(*when), report=_report(report))
    except (ValueError, TypeError, KeyError, OverflowError, Failure) as error:
        raise Failure("journal-damaged") from error


def regions_of(report: Report) -> tuple[Region, ...]:
    """Return the places that speak in a report, each once."""
    return tuple(dict.fromkeys(each.region for each in report.sensations))


def words_of(report: Report) -> tuple[str, ...]:
    """Return the words that are used in a report, before and after, each once."""
    return tuple(dict.fromkeys(word for each in report.sensations for word in each.all_words))


def _report(text: str) -> Report:
    return report_from_plain(json.loads(text))


def _own_words(report: Report) -> Iterator[str]:
    """Yield all that somebody wrote in a report."""
    yield report.underneath
    for sensation in report.sensations:
        yield from (word for word in sensation.all_words if not is_known(word))
        yield sensation.note
    yield report.line
