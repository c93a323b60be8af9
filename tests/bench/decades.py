"""A journal of 1,000,000 entries over 30 years."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from itertools import accumulate

from grounding.body.region import Region
from grounding.body.report import Report
from grounding.body.sensation import After, Change, Sensation
from grounding.body.words import WORDS
from grounding.journal.entry import Entry, Ids
from grounding.journal.journal import Journal
from grounding.journal.recount import Recount
from grounding.journal.schema import INSERT, PLACES_A_MS, entry_to_row

ENTRIES = 1_000_000
BEGUN = datetime(1996, 1, 1, tzinfo=UTC)
YEARS = 30
REPORTS = 20_000
"""So many different ones are said, over and over."""
WORDS_KNOWN, WORDS_IN_NOTE = 12_000, 16
RARELY_SAID = "unrepeatable"
"""A word that was said five times in thirty years."""


def fill(folder, entries=ENTRIES):
    """Fill a new journal as years of use would have, without waiting for the disk; return it."""
    journal = Journal(folder)
    journal.add(Entry(id="first", at=BEGUN - timedelta(days=1)))
    chance = random.Random(1)
    reports = [said(chance) for _ in range(REPORTS)]
    counts = Recount()

    def rows():
        ids = Ids(lambda: 0)
        step_ms = YEARS * 365 * 86_400_000 // entries
        ready = [(entry_to_row(Entry(id="", at=BEGUN, report=report)), report) for report in reports]
        for number in range(entries):
            row, report = chance.choice(ready)
            at = BEGUN + timedelta(milliseconds=number * step_ms)
            day, ts_utc_ms = at.date().isoformat(), row[1] + number * step_ms
            text = f"{row[8]} {RARELY_SAID}" if number % (entries // 5) == entries // 10 else row[8]
            counts.take(day, report)
            yield ts_utc_ms * PLACES_A_MS, ids(), ts_utc_ms, 0, "", day, "", *row[6:8], text, row[9]

    with journal._open() as vault:
        connection = vault._connection
        connection.pragma("synchronous", "OFF")
        with vault.writing():
            triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
            for name, _sql in triggers:
                connection.execute(f"DROP TRIGGER {name}")
            connection.executemany(INSERT, rows())
            connection.execute("INSERT INTO entry_text (entry_text) VALUES ('rebuild')")
            for _name, sql in triggers:
                connection.execute(sql)
            connection.executemany("INSERT INTO spoken VALUES (?, ?, ?)", counts.spoken())
            connection.executemany("INSERT INTO word VALUES (?)", counts.words())
    journal.close()
    return journal


def vocabulary():
    """Return made-up words, and how often each is used: the n-th so often as 1/n, as in any language."""
    chance = random.Random(2)
    letters = "etaoinshrdlucmfwypvbgkqjxz"
    weights = [100 / (place + 2) for place in range(len(letters))]
    made = {}
    while len(made) < WORDS_KNOWN:
        made["".join(chance.choices(letters, weights, k=min(2 + len(made) // 40, chance.randint(3, 10))))] = None
    return tuple(made), tuple(accumulate(1 / (place + 3) for place in range(WORDS_KNOWN)))


OFTEN_SAID, WEIGHTS = vocabulary()


def said(chance):
    """Return a report such as somebody may make."""
    regions = chance.sample(tuple(Region), chance.choice((1, 1, 2, 3)))
    note = chance.choices(OFTEN_SAID, cum_weights=WEIGHTS, k=WORDS_IN_NOTE)
    return Report(
        sensations=tuple(
            _sensation(chance, region, note if place == 0 else ()) for place, region in enumerate(regions)
        ),
        line=" ".join(chance.choices(OFTEN_SAID, cum_weights=WEIGHTS, k=4)),
    )


def _sensation(chance, region, note):
    words = tuple(each.id for each in chance.sample(WORDS, 2))
    after = After(change=chance.choice(tuple(Change)), strength=chance.randint(0, 10))
    return Sensation(region=region, words=words, strength=chance.randint(0, 10), note=" ".join(note), after=after)
