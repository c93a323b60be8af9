"""Looking for something in the journal: as one types, by time, place and word; one press takes all of it back."""

from __future__ import annotations

from datetime import datetime, timedelta

import pages
import pytest
from person import until
from PySide6.QtCore import QLocale, Qt

from grounding.body.region import Region
from grounding.body.report import Report
from grounding.body.sensation import After, Change, Sensation
from grounding.journal.entry import new_entry
from grounding.journal.when import in_local_time
from grounding.window.looking_back.seeking import SEEK_AFTER_MS, WORDS_AT_ONCE
from grounding.window.spoken_time import typed_day

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def entry(days, line, *sensations):
    return new_entry("", Report(line=line, sensations=sensations), in_local_time(datetime.now() - timedelta(days=days)))


def sensation(region, *words, after=()):
    then = After(change=Change.SAME, words=tuple(after)) if after else None
    return Sensation(region=region, words=words, after=then)


@pytest.fixture
def seeker(person):
    """Somebody whose journal holds five entries, on its page."""
    for each in (
        entry(2, "Café noise", sensation(Region.CHEST, "tight", "like bees")),
        entry(10, "the quiet house", sensation(Region.HANDS, "warm")),
        entry(40, "a long walk", sensation(Region.CHEST, "warm", after=["open"])),
        entry(200, "rain", sensation(Region.FEET, "cold")),
        entry(900, "the first", sensation(Region.HANDS, "tight")),
    ):
        person.journal.add(each)
    pages.journal_empty(person)
    return person


def shown(person):
    """The lines of the cards that are shown, once all that is asked has come."""
    until(lambda: not person.looking_back.seeking._timer.isActive(), "the search")
    for _ in range(2):
        person.settle()
    return [each.report.line for each in person.looking_back.entries.rows]


ALL = ["Café noise", "the quiet house", "a long walk", "rain", "the first"]


def seek(person, text):
    person.key(Key.Key_F, CONTROL)
    assert person.focused_name() == "text “Search”"
    person.type(text)


def choose(person, filter_, choice):
    """Open a filter, which stands at anything, and choose."""
    if person.missing("radio button", f"{filter_}: {choice}"):
        person.press("push button", f"{filter_}: Any {filter_.lower()}")
        person.settle()
    person.press("radio button", f"{filter_}: {choice}")


# As one types


def test_one_key_leads_to_the_search_and_what_is_typed_is_found_as_it_is_typed(seeker):
    seek(seeker, "cafe")
    assert shown(seeker) == ["Café noise"]
    seeker.key(Key.Key_Backspace, times=4)
    assert shown(seeker) == ALL


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the", ["the quiet house", "the first"]),
        ("hou", ["the quiet house"]),
        ("HOUSE the", ["the quiet house"]),
        ("bee", ["Café noise"]),
        ("open", ["a long walk"]),
        ("zebra", []),
        ("   ", ALL),
    ],
)
def test_each_word_typed_begins_a_word_of_what_is_found_newest_first(seeker, text, found):
    seek(seeker, text)
    assert shown(seeker) == found


def test_the_search_waits_until_the_last_key(seeker):
    asked = []
    seeker.looking_back.seeking.wantedChanged.connect(lambda: asked.append(seeker.looking_back.seeking.wanted.text))
    seek(seeker, "house")
    shown(seeker)
    assert asked == ["house"]
    assert SEEK_AFTER_MS == 150


def test_escape_empties_the_search_and_leaves_it(seeker):
    seek(seeker, "rain")
    assert shown(seeker) == ["rain"]
    seeker.key(Key.Key_Escape)
    assert seeker.find("text", "Search").typed == ""
    assert not seeker.focused_name().startswith("text")
    assert shown(seeker) == ALL


@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_Return])
def test_from_the_search_one_key_leads_to_what_was_found(seeker, key):
    seek(seeker, "rain")
    shown(seeker)
    seeker.key(key)
    assert "“rain”" in seeker.focused_name()


def test_letters_that_are_keys_elsewhere_are_letters_in_the_search(seeker):
    seek(seeker, "bwm")
    assert seeker.find("text", "Search").typed == "bwm"
    assert seeker.flow.page == "journal"


def test_nothing_found_says_that_nothing_is_lost(seeker):
    seek(seeker, "zebra")
    assert shown(seeker) == []
    assert any("still in the journal" in said.name for said in seeker.every("label"))
    assert not any("nothing is expected" in said.name for said in seeker.every("label"))


# Filters


@pytest.mark.parametrize(("choice", "found"), [("Last 30 days", ALL[:2]), ("Last year", ALL[:4]), ("Any time", ALL)])
def test_entries_of_a_time(seeker, choice, found):
    choose(seeker, "Time", choice)
    assert shown(seeker) == found
    seeker.find("push button", f"Time: {choice}")


def test_entries_of_chosen_days(seeker):
    choose(seeker, "Time", "Chosen days")
    assert shown(seeker) == ALL
    day = datetime.now() - timedelta(days=40)
    seeker.tab_to("text", "From")
    seeker.type(f"{day:%Y-%m-%d}")
    assert shown(seeker) == ALL[:3]
    seeker.tab_to("text", "Until")
    seeker.type(f"{day:%Y-%m-%d}")
    assert shown(seeker) == ["a long walk"]
    assert seeker.looking_back.seeking.understood


def test_a_day_that_cannot_be_understood_hides_nothing(seeker):
    choose(seeker, "Time", "Chosen days")
    seeker.tab_to("text", "From")
    seeker.type("soon")
    assert shown(seeker) == ALL
    assert not seeker.looking_back.seeking.understood


def test_entries_of_a_place_and_its_picture_beside_them(seeker):
    choose(seeker, "Place", "Chest")
    assert shown(seeker) == ["Café noise", "a long walk"]
    seeker.find("push button", "Place: Chest")
    seeker.find("heading", "Chest, each time you met it")


def test_the_words_to_choose_from_are_those_that_were_used(seeker):
    seeker.press("push button", "Word: Any word")
    seeker.settle()
    words = [said.name for said in seeker.every("radio button") if said.name.startswith("Word: ")]
    assert words == [f"Word: {word}" for word in ("Any word", "cold", "like bees", "open", "tight", "warm")]
    choose(seeker, "Word", "open")  # said only at the second check-in
    assert shown(seeker) == ["a long walk"]


def test_where_very_many_words_were_used_one_types_how_the_word_begins(seeker):
    words = [f"own {number:03}" for number in range(3 * WORDS_AT_ONCE)]
    seeker.journal.add(entry(1, "many", sensation(Region.JAW, *words, "zigzag")))
    seeker.press("push button", "Word: Any word")
    seeker.settle()
    offered = [said for said in seeker.every("radio button") if said.name.startswith("Word: ")]
    assert len(offered) == WORDS_AT_ONCE + 1
    seeker.tab_to("text", "How the word begins")
    seeker.type("zi")
    choose(seeker, "Word", "zigzag")
    assert shown(seeker) == ["many"]


def test_what_is_to_be_brought_along(seeker):
    seeker.journal.bring(seeker.looking_back.entries.rows[3].id, True)
    seeker.press("check box", "Bring to session")
    assert shown(seeker) == ["rain"]


def test_filters_and_search_hold_all_at_once_and_one_press_takes_all_back(seeker):
    assert seeker.missing("push button", "Show all")
    choose(seeker, "Word", "tight")
    choose(seeker, "Place", "Hands")
    assert shown(seeker) == ["the first"]
    choose(seeker, "Time", "Last year")
    assert shown(seeker) == []
    seek(seeker, "nothing like it")
    seeker.find("label", "Only some are shown.")
    seeker.press("push button", "Show all")
    assert shown(seeker) == ALL
    assert seeker.find("text", "Search").typed == ""
    for chip in ("Time: Any time", "Place: Any place", "Word: Any word"):
        seeker.find("push button", chip)
    assert seeker.missing("label", "Only some are shown.")


def test_a_filter_is_opened_chosen_and_put_away_by_keyboard(seeker):
    seeker.tab_to("push button", "Place: Any place")
    seeker.key(Key.Key_Space)
    seeker.tab_to("radio button", "Place: Any place")
    seeker.key(Key.Key_Right)
    assert seeker.focused_name() == "radio button “Place: Hands”"
    assert shown(seeker) == ["the quiet house", "the first"]
    seeker.key(Key.Key_Escape)
    assert seeker.focused_name() == "push button “Place: Hands”"
    assert seeker.missing("radio button", "Place: Hands")


def test_what_was_looked_for_is_forgotten_when_the_page_is_left(seeker):
    seek(seeker, "rain")
    choose(seeker, "Place", "Feet")
    shown(seeker)
    seeker.press("page tab", "Practice")
    seeker.settle()
    assert seeker.looking_back.entries.rows == ()
    seeker.press("page tab", "Journal")
    assert shown(seeker) == ALL
    assert seeker.find("text", "Search").typed == ""


def test_an_entry_that_comes_in_while_a_filter_is_on_is_shown_if_it_fits(seeker):
    choose(seeker, "Place", "Feet")
    assert shown(seeker) == ["rain"]
    seeker.journal.add(entry(0, "dew", sensation(Region.FEET, "fresh")))
    seeker.journal.add(entry(0, "elsewhere", sensation(Region.JAW)))
    seeker.diary.refresh()
    assert shown(seeker) == ["dew", "rain"]


# Days as they are typed


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-11-22", "2026-11-22", "2026-11-22"),
        (" 2026-2-3 ", "2026-02-03", "2026-02-03"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
    ],
)
def test_a_day_a_month_or_a_year_is_understood(text, first, last):
    assert str(typed_day(text, last=False)) == first
    assert str(typed_day(text, last=True)) == last


@pytest.mark.parametrize("text", ["", "soon", "2026-13", "2026-02-30", "0000", "2026-", "-", "22", "٢٠٢٦-١٣"])
def test_what_is_no_day_is_none(text):
    assert typed_day(text, last=False) is None


@pytest.mark.parametrize(
    ("locale", "text"),
    [("de_DE", "22.11.2026"), ("de_DE", "3.2.2026"), ("en_US", "11/22/2026"), ("en_GB", "22/11/2026")],
)
def test_a_day_in_the_persons_own_way_of_writing_it_is_understood(locale, text):
    QLocale.setDefault(QLocale(locale))
    try:
        assert str(typed_day(text, last=True)) in ("2026-11-22", "2026-02-03")
        assert typed_day("22.11.26", last=True) is None  # which century?
    finally:
        QLocale.setDefault(QLocale.system())
