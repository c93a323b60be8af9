"""Whatever is wanted, those entries are found that a plain filter finds, in order, page by page."""

from __future__ import annotations

import random
from datetime import timedelta, timezone

import plain_filter
import pytest
from few import SAID, few_words, wanteds
from hypothesis import given, settings
from hypothesis import strategies as st
from said import NOON

from grounding.body.region import Region
from grounding.body.report import Report
from grounding.body.sensation import After, Change, Sensation
from grounding.journal.entry import Entry
from grounding.journal.journal import Journal
from grounding.journal.wanted import Wanted

WORDS = ("tight", "dull-ache", "soft", "own word", "Ęigen", "胸が", "\ud800")
ENTRIES = 150


def made(chance, number):
    """Return an entry of few words, said within five days around noon, wherever on earth."""

    def some(what, most):
        return tuple(chance.choices(what, k=chance.randint(0, most)))

    def sensation():
        after = After(change=chance.choice(tuple(Change)), words=some(WORDS, 1)) if chance.random() < 0.4 else None
        region = chance.choice((Region.CHEST, Region.HANDS, Region.ELSEWHERE))
        return Sensation(region=region, words=some(WORDS, 2), note=" ".join(some(SAID, 3)), after=after)

    offset = timezone(timedelta(minutes=chance.choice((-720, -210, 0, 60, 345, 840))))
    return Entry(
        id=str(number),
        at=(NOON + timedelta(minutes=chance.randint(-10, 10) * 360)).astimezone(offset),
        report=Report(
            sensations=tuple(sensation() for _ in range(chance.randint(0, 3))),
            underneath=" ".join(some(SAID, 2)),
            line=" ".join(some(SAID, 2)),
        ),
        brought=chance.random() < 0.3,
    )


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A journal of many entries, and these as it lists them."""
    chance = random.Random(3)
    journal = Journal(tmp_path_factory.mktemp("filled") / "journal")
    entries = [made(chance, number) for number in range(ENTRIES)]
    for entry in entries:
        journal.add(entry)
    assert set(journal.list()) == set(entries)
    yield journal, journal.list()
    journal.close()


@given(wanted=wanteds, limit=st.integers(1, 30))
@settings(max_examples=300, deadline=None)
def test_what_is_wanted_is_found(filled, wanted, limit):
    journal, entries = filled
    fitting = tuple(entry for entry in entries if plain_filter.fits(entry, wanted))
    assert journal.list(wanted=wanted) == fitting
    found, page = (), journal.list(wanted=wanted, limit=limit)
    while page and len(found) <= ENTRIES:
        found += page
        page = journal.list(wanted=wanted, limit=limit, before=page[-1])
    assert found == fitting


@given(region=st.sampled_from(Region), word=st.just("") | few_words, limit=st.integers(1, 30))
@settings(deadline=None)
def test_the_moments_of_a_place_are_those_of_its_sensations(filled, region, word, limit):
    journal, entries = filled
    wanted = Wanted(region=region, word=word)
    speaking = [
        (entry.id, number, each)
        for entry in entries
        for number, each in enumerate(entry.report.sensations)
        if plain_filter.speaks(each, wanted)
    ]
    found, page = [], journal.moments(region, word=word, limit=limit)
    while page and len(found) <= len(speaking):
        found += [(each.entry, each.number, each.sensation) for each in page]
        page = journal.moments(region, word=word, limit=limit, before=page[-1])
    assert found == speaking
