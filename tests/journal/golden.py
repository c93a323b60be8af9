"""A journal of known entries, kept as each version of the program wrote it: `golden/<version>/`.

Its file is made once, by that version, and never again; what a later version can say more is left out of it.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

from grounding.body.region import Region
from grounding.body.report import Report
from grounding.body.sensation import After, Change, Noticed, Sensation
from grounding.journal.entry import Earlier, Entry
from grounding.journal.journal import Journal

GOLDEN = Path(__file__).with_name("golden")
BERLIN = ZoneInfo("Europe/Berlin")
_SAME = datetime(2026, 11, 22, 21, 10, 0, 5000, tzinfo=BERLIN)

ENTRIES = (
    Entry(id="whole", at=_SAME + timedelta(days=1), practice="slow-down", report=Report(
        underneath="Müde, und gehetzt",
        noticed=Noticed.PLACES,
        sensations=(
            Sensation(region=Region.CHEST, words=("tight", "dull-ache", "wie ein Stein"), strength=7, note="Straße\n2",
                      after=After(change=Change.SOFTER, strength=4, words=("warm",))),
            Sensation(region=Region.HANDS, strength=0, after=After(change=Change.MOVED, moved_to=Region.THROAT)),
        ),
        line="“Es darf so sein.”",
    )),
    Entry(id="same-b", at=_SAME, report=Report(line="second of one millisecond")),
    Entry(id="same-a", at=_SAME, report=Report(line="first of one millisecond")),
    Entry(id="empty", at=datetime(2026, 11, 1, tzinfo=UTC)),
    Entry(id="fold-1", at=datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1), report=Report(line="winter")),
    Entry(id="fold-0", at=datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=0), report=Report(line="summer")),
    Entry(id="scripts", at=datetime(2020, 2, 29, 23, 59, 59, 999000, tzinfo=ZoneInfo("Asia/Kathmandu")), report=Report(
        noticed=Noticed.PLACES,
        sensations=(
            Sensation(region=Region.BELLY, words=("胸が痛い", "ปวดหัว"), note="тепло θερμό دافئ חום हृदय 가슴"),
            Sensation(region=Region.BELLY, words=("tight",), note="❤️‍🩹 👍🏽"),
        ),
    )),
    Entry(id="odd", at=datetime(2020, 1, 1, tzinfo=timezone(timedelta(hours=-12))), practice="меня", report=Report(
        noticed=Noticed.CANT_TELL, underneath="half \ud800, nothing \0, back \x1b[0m", line="=1+1",
    )),
    Entry(id="old", at=datetime(1969, 7, 20, 20, 17, 40, 1000, tzinfo=UTC), report=Report(noticed=Noticed.NOTHING)),
    Entry(id="oldest", at=datetime(2, 1, 1, tzinfo=UTC), report=Report(noticed=Noticed.RATHER_NOT)),
)  # fmt: skip
"""Newest first. Those of one millisecond lie in the order of their ids, in which version 1 kept them."""


SINCE_2 = Entry(id="edited", at=_SAME + timedelta(days=2), report=Report(line="as it reads now"), brought=True)
"""The newest entry of version 2, which has marks and earlier wordings; an id of version 2 is "forgotten"."""
EARLIER = (
    Earlier(until=_SAME + timedelta(days=4), report=Report(line="as it read then", noticed=Noticed.NOTHING)),
    Earlier(until=_SAME + timedelta(days=3), report=Report(line="as it read first")),
)
KEPT = {1: ENTRIES, 2: (SINCE_2, *ENTRIES)}


def laid(version, folder):
    """Copy the journal of a version to a folder; return it."""
    shutil.copytree(GOLDEN / str(version), folder)
    return folder


def make(folder):
    """Make the journal as the present version keeps it."""
    journal = Journal(folder)
    for entry in reversed(ENTRIES):
        journal.add(entry)
    later, first = EARLIER
    journal.add(replace(SINCE_2, report=first.report, brought=False))
    journal.edit(replace(SINCE_2, report=later.report), at=first.until)
    journal.edit(SINCE_2, at=later.until)
    journal.bring(SINCE_2.id, True)
    journal.add(Entry(id="forgotten", at=_SAME))
    journal.delete("forgotten")
    journal.close()


if __name__ == "__main__":
    import sys

    make(Path(sys.argv[1]))
