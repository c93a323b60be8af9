"""A process that keeps what it is given as fast as it can, and says so only after: to be killed by a test.

`writer.py FOLDER [FIRST]` seals drafts and adds entries for ever, from the number FIRST on; `writer.py FOLDER COUNT
NAME` waits for a line, adds so many entries, and ends.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from grounding.base.failure import Failure
from grounding.body.region import Region
from grounding.body.report import Report
from grounding.body.sensation import Sensation
from grounding.journal.entry import Entry
from grounding.journal.journal import Journal

SENTINEL = "sentinel of what a person said"


def entry(key, number):
    note = f"{SENTINEL} {number} " * (1 + number % 40)
    at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=number)
    return Entry(id=key, at=at, report=Report(sensations=(Sensation(region=Region.CHEST, note=note),)))


def patiently(call, *values):
    """Do it, again and again where others are just writing: on a slow disk they may be for long."""
    while True:
        try:
            return call(*values)
        except Failure as failure:
            if failure.code != "journal-busy":
                raise


def for_ever(journal, first):
    number = first
    while True:
        journal.draft.keep(f"{number} {SENTINEL}".encode() * 20)
        print("draft", number, flush=True)
        journal.add(entry(str(number), number))
        print("entry", number, flush=True)
        number += 1


def so_many(journal, count, name):
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(count):
        patiently(journal.add, entry(f"{name}-{number}", number))
        print("entry", f"{name}-{number}", flush=True)


if __name__ == "__main__":
    journal = Journal(Path(sys.argv[1]))
    if len(sys.argv) > 3:
        so_many(journal, int(sys.argv[2]), sys.argv[3])
    else:
        for_ever(journal, int(sys.argv[2]))
