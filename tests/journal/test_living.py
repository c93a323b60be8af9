"""Living with a journal: whatever is done to it in whatever order, it holds what a plain list of entries would."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import plain_filter
from few import days, few_entries, few_regions, few_reports, few_words, near_moments, wanteds
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from said import NOON, moments, reports

from grounding.journal.entry import Earlier, Entry, uuid7
from grounding.journal.journal import Journal
from grounding.journal.wanted import Wanted


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
            assert len(seen) < len(speaking)
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
