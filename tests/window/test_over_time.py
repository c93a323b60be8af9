"""One sensation over time, and the body over time: what is drawn, the same in words, and nothing that compares."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pages
import pytest
from PySide6.QtCore import QLocale, QPointF, Qt
from PySide6.QtQml import QQmlProperty

from grounding.base.settings import Settings
from grounding.base.wording import Wording
from grounding.body.region import Region
from grounding.body.report import Report
from grounding.body.sensation import After, Change, Sensation
from grounding.journal.entry import new_entry
from grounding.window.looking_back.long_list import PAGE

Key = Qt.Key
TODAY = datetime.now(UTC)


@pytest.fixture(autouse=True)
def english():
    """Months by their English names, whatever the computer's are."""
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(QLocale.system())


def entry(at, *sensations):
    return new_entry("slow-down", Report(sensations=sensations), at)


def chest(*words, strength=None, change=None, then=None, to=None):
    after = After(change=change, strength=then, moved_to=to) if change else None
    return Sensation(region=Region.CHEST, words=words, strength=strength, after=after)


def year(days, *sensations):
    """An entry of that many days into 2025."""
    return entry(datetime(2025, 1, 1, 12, tzinfo=UTC) + timedelta(days=days), *sensations)


@pytest.fixture
def journal(person):
    """Somebody with a handful of entries in 2025, and one of today."""
    for each in (
        year(0, chest("open", strength=1)),
        year(30, chest("tight", strength=7, change=Change.MOVED, to=Region.THROAT)),
        year(60, chest("fluttery", change=Change.GONE), Sensation(region=Region.HANDS, words=("warm",))),
        year(90, chest("warm", strength=3, change=Change.SAME)),
        year(120, chest("heavy", strength=5, change=Change.CANT_TELL)),
        entry(TODAY, chest("tight", "dull-ache", strength=7, change=Change.SOFTER, then=4)),
    ):
        person.journal.add(each)
    pages.journal_empty(person)
    read(person)
    return person


def read(person):
    for _ in range(3):
        person.settle()
    person.window.grabWindow()


def choose_chest(person):
    person.looking_back.seeking.chooseRegion("chest")
    read(person)


def facts(person):
    """What a screen reader finds of the moments, in order."""
    return [said.name for said in person.every("push button") if ": " in said.name and said.name[0].isdigit()]


# One sensation


def test_each_moment_is_told_by_its_day_and_in_the_persons_own_words_newest_first(journal):
    choose_chest(journal)
    journal.find("heading", "Chest, each time you met it")
    assert facts(journal) == [
        f"{QLocale().toString(TODAY.date(), 'd MMMM yyyy')}: tight, dull ache, 7; then softer, 4",
        "1 May 2025: heavy, 5; then can't tell",
        "1 April 2025: warm, 3; then the same",
        "2 March 2025: fluttery; then gone",
        "31 January 2025: tight, 7; then moved to Throat",
        "1 January 2025: open, 1",
    ]


def drawn(person):
    """Of each moment that is seen: how wide its ring is, how thick, and how wide its disc is, if there is one."""
    found = []
    for mark in [item for item in person.with_property("least") if item.property("moment") is not None]:
        disc, ring = mark.childItems()
        thickness = QQmlProperty(ring, "border.width").read()
        found.append((ring.width(), thickness, disc.width() if disc.isVisible() else None))
    return found


def test_the_ring_is_what_was_there_and_the_disc_what_came_after(journal):
    choose_chest(journal)
    (softer, cant_tell, same, gone, moved, unasked) = drawn(journal)
    assert cant_tell[2] is gone[2] is unasked[2] is None
    assert softer[2] < softer[0]
    assert abs(same[2] - same[0]) <= 2
    assert moved[2] < moved[0]
    assert softer[0] == moved[0] > cant_tell[0] > same[0] > unasked[0]


def test_where_no_strength_was_said_the_ring_is_thin_and_of_the_middle_size(journal):
    choose_chest(journal)
    (_softer, five, _same, unsaid, *_others) = drawn(journal)
    assert unsaid[0] == five[0]
    assert unsaid[1] < five[1]


def test_between_the_moments_nothing_is_drawn_and_nothing_is_added_up(journal):
    choose_chest(journal)
    assert [item for item in journal.items() if item.inherits("QQuickShape")] == []
    told = " ".join(journal.texts()).casefold()
    for word in ("average", "mean", "total", "trend", "better", "worse", "improve", "%", "times"):
        assert word not in told


def test_a_moment_leads_to_its_entry_and_back(journal):
    choose_chest(journal)
    journal.tab_to("push button", facts(journal)[0])
    journal.key(Key.Key_Down)
    journal.key(Key.Key_Return)
    read(journal)
    journal.find("label", "Chest heavy (5), then can't tell")
    journal.key(Key.Key_Escape)
    read(journal)
    assert facts(journal)


def test_the_moments_are_those_of_the_time_and_the_word_that_are_looked_for(journal):
    choose_chest(journal)
    seeking = journal.looking_back.seeking
    seeking.chooseSpan("month")
    read(journal)
    assert len(facts(journal)) == 1
    seeking.chooseSpan("chosen")
    seeking.typeSince("2025-01-31")
    seeking.typeUntil("2025-04")
    seeking._seek()
    read(journal)
    assert [told.split(":")[0] for told in facts(journal)] == ["1 April 2025", "2 March 2025", "31 January 2025"]
    seeking.chooseWord("tight")
    read(journal)
    assert [told.split(":")[0] for told in facts(journal)] == ["31 January 2025"]
    seeking.chooseWord("zigzag")
    read(journal)
    assert facts(journal) == []
    journal.find("label", "In this time it said nothing that was kept.")


@pytest.mark.parametrize("hours", [-11, 0, 14])
def test_a_day_is_that_of_the_place_where_it_was(person, hours):
    zone = timezone(timedelta(hours=hours))
    for hour in (0, 23):
        person.journal.add(entry(datetime(2025, 5, 5, hour, 30, tzinfo=zone), chest(f"own {hour}")))
    pages.journal_empty(person)
    for day, found in ((date(2025, 5, 5), 2), (date(2025, 5, 4), 0), (date(2025, 5, 6), 0)):
        seeking = person.looking_back.seeking
        seeking.chooseRegion("chest")
        seeking.chooseSpan("chosen")
        seeking.typeSince(str(day))
        seeking.typeUntil(str(day))
        seeking._seek()
        read(person)
        assert len(facts(person)) == found
        assert len(person.looking_back.entries.rows) == found


def test_two_sensations_of_one_place_in_one_entry_are_two_moments(person):
    person.journal.add(entry(TODAY, chest("tight"), chest("warm")))
    pages.journal_empty(person)
    choose_chest(person)
    assert [told.split(": ")[1] for told in facts(person)] == ["tight", "warm"]


def test_a_long_past_is_gone_through_a_page_at_a_time(person):
    for number in range(2 * PAGE + 5):
        person.journal.add(year(number, chest(f"own {number}")))
    pages.journal_empty(person)
    choose_chest(person)
    assert len(person.looking_back.moments.rows) < 2 * PAGE + 5
    person.tab_to("push button", facts(person)[0])
    met = []
    for _ in range(2 * PAGE + 5):
        met.append(person.focused.property("row")["first"])
        person.key(Key.Key_Down)
        person.settle()
    assert met == [f"own {number}" for number in reversed(range(2 * PAGE + 5))]


def test_however_much_was_said_on_the_day_after_it_hides_nothing(person):
    for minute in range(PAGE + 10):
        person.journal.add(entry(datetime(2025, 5, 6, 12, minute % 60, minute // 60, tzinfo=UTC), chest("after")))
    person.journal.add(entry(datetime(2025, 5, 5, 12, tzinfo=UTC), chest("on the day")))
    pages.journal_empty(person)
    seeking = person.looking_back.seeking
    seeking.chooseRegion("chest")
    seeking.chooseSpan("chosen")
    seeking.typeUntil("2025-05-05")
    seeking._seek()
    read(person)
    assert facts(person) == ["5 May 2025: on the day"]


# The body


def test_how_often_each_place_spoke_is_told_in_words_alone(journal):
    journal.find("heading", "The body over time")
    journal.find("push button", "Chest: often")
    journal.find("push button", "Hands: once or twice")
    (quiet,) = [said.name for said in journal.every("label") if said.name.endswith(": not in this time")]
    assert quiet.startswith("Eyes, Jaw, Throat")


LONG = (Region.SHOULDERS, Region.ELSEWHERE)


@pytest.mark.parametrize("region", [each for each in Region if each not in LONG])
def test_a_place_and_its_word_stand_in_one_line_where_there_is_room(person, region):
    person.journal.add(year(60, Sensation(region=region)))
    pages.journal_empty(person)
    read(person)
    named = Wording().name("regions", region.value)
    row = person.find("push button", f"{named}: once or twice").item
    lines = [item.property("lineCount") for item in person.items(row) if item.inherits("QQuickText")]
    assert set(lines) == {1}


def shade(person, region):
    place = next(item for item in person.with_property("reach") if item.property("region") == region)
    return place.property("fill").name()


def test_each_place_is_shaded_by_its_word(journal):
    assert len({shade(journal, region) for region in ("chest", "hands", "eyes")}) == 3
    assert shade(journal, "eyes") == shade(journal, "jaw")


def test_the_body_is_that_of_the_time_that_is_looked_for(journal):
    journal.looking_back.seeking.chooseSpan("month")
    read(journal)
    journal.find("push button", "Chest: once or twice")
    assert journal.missing("push button", "Hands: once or twice")
    assert shade(journal, "hands") == shade(journal, "eyes")


def test_a_new_entry_is_seen_on_the_body_at_once(journal):
    journal.journal.add(entry(TODAY, Sensation(region=Region.FEET)))
    journal.diary.refresh()
    read(journal)
    journal.find("push button", "Feet: once or twice")


def test_a_touch_on_the_body_or_its_name_leads_to_the_moments_of_a_place_and_back(journal):
    place = next(item for item in journal.with_property("reach") if item.property("region") == "chest")
    journal.click(place, QPointF(place.width() / 2, place.height() * 200 / 630))
    read(journal)
    assert facts(journal)
    journal.press("push button", "The whole body")
    read(journal)
    journal.press("push button", "Hands: once or twice")
    read(journal)
    journal.find("heading", "Hands, each time you met it")
    journal.find("push button", "Place: Hands")


def test_a_place_left_out_is_not_there_unless_it_has_spoken(start):
    person = start(Settings(welcomed=True, left_out=("chest", "jaw")))
    person.journal.add(entry(TODAY, chest("tight")))
    pages.journal_empty(person)
    read(person)
    person.find("push button", "Chest: once or twice")
    assert not any("Jaw" in text for text in person.texts())


def test_in_a_small_window_it_stands_in_the_entries_stead(start):
    person = start(Settings(welcomed=True, width=800, height=600))
    person.journal.add(entry(TODAY, chest("tight")))
    pages.journal_empty(person)
    read(person)
    assert person.missing("heading", "The body over time")
    person.press("push button", "Over time")
    person.find("heading", "The body over time")
    assert person.missing("text", "Search")
    assert person.focused_name() == "push button “Back to the list”"
    person.key(Key.Key_Space)
    read(person)
    assert person.focused_name().startswith("push button “Chest")
    person.find("text", "Search")
