"""Living with a journal: whatever is done to it in whatever order, it holds what a plain list of entries would."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import plain_filter
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from said import NOON, ZONES, moments, reports
from said import texts as any_text

from grounding.body.region import Region
from grounding.body.report import Report
from grounding.body.sensation import After, Change, Sensation
from grounding.journal.entry import Earlier, Entry, uuid7
from grounding.journal.journal import Journal
from grounding.journal.wanted import Wanted

few_regions = st.sampled_from((Region.CHEST, Region.HANDS, Region.ELSEWHERE))
few_words = st.sampled_from(("tight", "dull-ache", "soft", "own word", "Ęigen", "胸が", "\ud800", ""))
SAID = (
    "tight",
    "Tigh",
    "ache",
    "doll",
    "süß",
    "sus",
    "soft",
    "softer",
    "chest",
    "胸が痛い",
    "胸",
    "❤️",
    "<3",
    "moved",
    "own",
)
few_texts = st.lists(st.sampled_from((*SAID, "bsession", "rchest")), max_size=4).map(" ".join)
few_sensations = st.builds(
    Sensation,
    region=few_regions,
    words=st.lists(few_words, max_size=2).map(tuple),
    note=few_texts,
    after=st.none()
    | st.builds(
        After,
        change=st.sampled_from((Change.SOFTER, Change.MOVED)),
        words=st.lists(few_words, max_size=1).map(tuple),
        moved_to=st.none() | few_regions,
    ),
)
few_reports = st.builds(
    Report, underneath=few_texts, line=few_texts, sensations=st.lists(few_sensations, max_size=3).map(tuple)
)
near_moments = st.builds(
    lambda minutes, zone, fold: (NOON + timedelta(minutes=minutes)).astimezone(ZoneInfo(zone)).replace(fold=fold),
    st.integers(-2, 2).map(lambda halves: halves * 12 * 60),
    st.sampled_from(ZONES),
    st.sampled_from((0, 1)),
)
few_entries = st.builds(
    Entry, id=st.just(""), at=near_moments | moments, report=few_reports | reports, brought=st.booleans()
)
days = st.none() | st.dates(date(2026, 11, 20), date(2026, 11, 25)) | st.dates()
few_wants = {
    "text": few_texts | any_text,
    "region": few_regions,
    "word": few_words,
    "since": days,
    "until": days,
    "brought": st.just(True),
}
wanteds = st.lists(st.sampled_from(sorted(few_wants)), max_size=2).flatmap(
    lambda names: st.builds(Wanted, **{name: few_wants[name] for name in names})
)


def there_is(name):
    """Let a rule wait until there is something."""
    return precondition(lambda self: bool(getattr(self, name)))


class Living(RuleBasedStateMachine):
    """A journal, and beside it a plain list that does the same."""

    @initialize(entries=st.lists(few_entries, min_size=2, max_size=8))
    def begin(self, entries):
        self.folder = Path(tempfile.mkdtemp()) / "journal"
        self.journal = Journal(self.folder)
        self.kept, self.places, self.wordings, self.deleted, self.forgotten = {}, {}, {}, [], set()
        for entry in entries:
            self.add(entry)

    def newest_first(self):
        return [self.kept[key] for key in sorted(self.kept, key=self.places.__getitem__, reverse=True)]

    def one(self, data):
        return self.kept[data.draw(st.sampled_from(sorted(self.kept)))]

    def put(self, entry, place=None):
        taken = [self.places[key][1] for key, each in self.kept.items() if each.at == entry.at]
        self.places[entry.id] = (entry.at, max(taken, default=-1) + 1 if place is None or place in taken else place)
        self.kept[entry.id] = entry
        self.forgotten.discard(entry.id)

    @rule(entry=few_entries)
    def add(self, entry):
        entry = replace(entry, id=uuid7())
        self.journal.add(entry)
        self.put(entry)

    @rule(data=st.data(), report=few_reports)
    @there_is("kept")
    def add_again(self, data, report):
        self.journal.add(replace(self.one(data), report=report))

    @rule(data=st.data(), report=st.none() | few_reports | reports, until=moments)
    @there_is("kept")
    def edit(self, data, report, until):
        entry = self.one(data)
        report = report or entry.report
        self.journal.edit(Entry(id=entry.id, at=NOON, practice="other", report=report), at=until)
        if report != entry.report:
            self.wordings.setdefault(entry.id, []).insert(0, Earlier(until=until, report=entry.report))
            self.kept[entry.id] = replace(entry, report=report)

    @rule(data=st.data(), on=st.booleans())
    @there_is("kept")
    def bring(self, data, on):
        entry = self.one(data)
        self.journal.bring(entry.id, on)
        self.kept[entry.id] = replace(entry, brought=on)

    @rule(data=st.data())
    @there_is("kept")
    def delete(self, data):
        entry = self.one(data)
        deleted = self.journal.delete(entry.id)
        assert deleted.entry == self.kept.pop(entry.id)
        self.deleted.append((deleted, self.places[entry.id][1], self.wordings.pop(entry.id, [])))
        self.forgotten.add(entry.id)

    @rule(data=st.data())
    @there_is("deleted")
    def undelete(self, data):
        deleted, place, wordings = self.deleted.pop(data.draw(st.integers(0, len(self.deleted) - 1)))
        self.journal.undelete(deleted)
        self.journal.undelete(deleted)
        self.put(deleted.entry, place)
        self.wordings[deleted.entry.id] = wordings

    @rule(data=st.data())
    @there_is("deleted")
    def add_what_was_deleted(self, data):
        deleted, _, _ = self.deleted.pop(data.draw(st.integers(0, len(self.deleted) - 1)))
        self.journal.add(deleted.entry)
        self.put(deleted.entry)

    @rule(moment=near_moments)
    def forget_before(self, moment):
        gone = [key for key, entry in self.kept.items() if entry.at < moment]
        assert self.journal.forget_before(moment) == len(gone)
        for key in gone:
            self.forgotten.add(key)
            del self.kept[key]
            self.wordings.pop(key, None)

    @rule()
    def settle(self):
        self.journal.settle(self.journal.forgotten())
        self.forgotten.clear()

    @rule()
    def close(self):
        self.journal.close()

    @rule(wanted=wanteds, limit=st.none() | st.integers(0, 3))
    @there_is("kept")
    def look(self, wanted, limit):
        fitting = [entry for entry in self.newest_first() if plain_filter.fits(entry, wanted)]
        assert list(self.journal.list(wanted=wanted, limit=limit)) == fitting[:limit]
        for before, entry in enumerate(fitting, 1):
            assert list(self.journal.list(wanted=wanted, before=entry, limit=limit)) == fitting[before:][:limit]

    @rule(region=few_regions, word=st.just("") | few_words, limit=st.integers(1, 3))
    def look_at_a_place(self, region, word, limit):
        wanted = Wanted(region=region, word=word)
        speaking = [
            (entry.id, entry.at, each, number)
            for entry in self.newest_first()
            for number, each in enumerate(entry.report.sensations)
            if plain_filter.speaks(each, wanted)
        ]
        seen, last = [], None
        while some := self.journal.moments(region, word=word, before=last, limit=limit):
            assert len(some) <= limit
            seen += [(each.entry, each.at, each.sensation, each.number) for each in some]
            last = some[-1]
        assert seen == speaking

    @rule(since=days, until=days)
    def look_at_the_body(self, since, until):
        wanted = Wanted(since=since, until=until)
        seen = [entry for entry in self.kept.values() if plain_filter.fits(entry, wanted)]
        assert self.journal.spoken(since=since, until=until) == plain_filter.spoken(seen)

    @invariant()
    def all_is_there_as_it_was(self):
        assert list(self.journal.list()) == self.newest_first()
        assert self.journal.words() == plain_filter.words_used(self.kept.values())
        assert set(self.journal.forgotten()) == self.forgotten
        for key in self.kept:
            assert list(self.journal.earlier(key)) == self.wordings.get(key, [])

    def teardown(self):
        if hasattr(self, "journal"):
            self.journal.check()
            self.journal.close()
            shutil.rmtree(self.folder.parent)


TestLiving = Living.TestCase
TestLiving.settings = settings(max_examples=30, stateful_step_count=40, deadline=None)
