"""Looking back into thirty years: how long each look takes, and what it costs to keep one entry more."""

from __future__ import annotations

import os
import tempfile
import time
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median

from decades import OFTEN_SAID, RARELY_SAID, fill
from measures import MEGABYTE, Row, kept_beside_raw

from grounding.body.region import Region
from grounding.journal.wanted import Wanted

PAGE, LOOKS = 50, 9
MONTH = {"since": date(2003, 5, 1), "until": date(2003, 5, 30)}
SEARCHES = {
    "a word said five times": Wanted(text=RARELY_SAID),
    "  as it is typed": Wanted(text=RARELY_SAID[:5]),
    "a word said most often": Wanted(text=OFTEN_SAID[0]),
    "two words": Wanted(text=f"{OFTEN_SAID[1]} {OFTEN_SAID[30]}"),
    "two words, never together": Wanted(text=f"{OFTEN_SAID[3000]} {OFTEN_SAID[4000]}"),
    "one letter": Wanted(text=OFTEN_SAID[0][0]),
    "four letters, each a word": Wanted(text="e t a o"),
    "a place by its name": Wanted(text="ches"),
    "what is not there": Wanted(text="qqqq"),
}
FILTERS = {
    "a place": Wanted(region=Region.FEET),
    "a word": Wanted(word="steady"),
    "a word at a place": Wanted(word="steady", region=Region.FEET),
    "marked": Wanted(brought=True),
    "a month, long ago": Wanted(**MONTH),
    "  at a place": Wanted(region=Region.FEET, **MONTH),
    "  with one letter": Wanted(text="e", **MONTH),
    "years ago, a word at a place": Wanted(word="steady", region=Region.FEET, until=date(1998, 1, 1)),
    "a search at a place, for a word, since": Wanted(
        text=OFTEN_SAID[30], word="steady", region=Region.FEET, since=date(2001, 1, 1)
    ),
}


def decades(_minutes):
    """Look into a journal of a million entries, all of it, and keep some more."""
    with tempfile.TemporaryDirectory() as name:
        journal = fill(Path(name) / "journal")
        yield from pages(journal)
        yield from (row(f"search: {what}", journal, 50, _page(journal, each)) for what, each in SEARCHES.items())
        yield from (row(f"filter: {what}", journal, 50, _page(journal, each)) for what, each in FILTERS.items())
        yield from pictures(journal)
        yield from scrolling(journal)
        yield from kept_beside_raw("one more entry, safe on the disk (ms)", journal)
        journal.close()


def pages(journal):
    """Yield how long the newest page takes, and one of long ago."""
    yield row("page: the newest", journal, 20, _page(journal))
    (long_ago,) = journal.list(limit=1, wanted=Wanted(until=date(1999, 1, 1)))
    yield row("page: after one of long ago", journal, 20, partial(journal.list, limit=PAGE + 1, before=long_ago))


def pictures(journal):
    """Yield how long both pictures take, over all time and at their worst."""

    def both():
        journal.moments(Region.FEET, limit=PAGE + 1)
        journal.spoken()

    def worst():
        journal.moments(Region.FEET, word="steady", limit=PAGE + 1)
        journal.spoken(since=date(1996, 1, 2), until=date(2025, 11, 30))

    yield row("both pictures, all time", journal, 100, both)
    yield row("both pictures, for a word and some time", journal, 100, worst)
    yield row("every word used so far", journal, 50, journal.words)


def scrolling(journal):
    """Yield how memory grows while all of it is looked through, page by page."""
    page, seen, worst_s = journal.list(limit=PAGE), 0, 0.0
    for number in count(1):
        begun_s = time.perf_counter()
        page = journal.list(limit=PAGE, before=page[-1])
        worst_s = max(worst_s, time.perf_counter() - begun_s)
        seen += len(page)
        if number == 200:
            settled_mb = _resident_mb()
        if len(page) < PAGE:
            break
    grown_mb = _resident_mb() - settled_mb
    yield Row(
        what=f"memory, {seen:,} entries by pages (MB)",
        figure=f"{grown_mb:+.1f}",
        floor="0",
        budget="<= 2",
        holds=grown_mb <= 2,
    )
    yield Row(what="  its slowest page (ms)", figure=f"{worst_s * 1000:.1f}", floor="", budget="-", holds=True)


def row(what, journal, budget_ms, look):
    """Return the line for one look: the median of several, each into a file that has just been opened."""
    times_ms = []
    for _ in range(LOOKS):
        journal.close()
        journal.list(limit=1)
        begun_s = time.perf_counter()
        look()
        times_ms.append((time.perf_counter() - begun_s) * 1000)
    taken_ms = median(times_ms)
    return Row(
        what=f"{what} (ms)", figure=f"{taken_ms:.1f}", floor="", budget=f"< {budget_ms}", holds=taken_ms < budget_ms
    )


def _page(journal, wanted=Wanted()):  # noqa: B008 - frozen
    return partial(journal.list, limit=PAGE + 1, wanted=wanted)


def _resident_mb():
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MEGABYTE
