"""What a screen reader finds on every page."""

from __future__ import annotations

from collections import Counter

import pages
import pytest
from person import CONTROLS, PRESSED
from PySide6.QtCore import Qt

from grounding.base.settings import Motion, Settings

every_page = pytest.mark.parametrize("page", pages.EVERY)


@every_page
def test_a_screen_reader_finds_a_name_and_an_action_for_whatever_is_on_a_page(person, page):
    pages.EVERY[page](person)
    everything = person.everything()
    reached = [said for said in everything if said.reached and said.role != "ScrollBar"]
    assert [said for said in reached if not said.name.strip()] == []
    assert {said.role for said in reached} <= {*CONTROLS, "label", "alert"}
    assert [said for said in everything if said.role in PRESSED and "Press" not in said.actions] == []
    controls = Counter((said.role, said.name, said.description) for said in reached if said.role in CONTROLS)
    assert [each for each, count in controls.items() if count > 1] == []
    assert [
        each for each in everything if each.role in ("heading", "label", "page tab") and each.name
    ] or page == "stay"
    if page != "room":
        person.act(person.every("push button", "Back to the room")[-1])  # letters over a page have one too
    assert person.flow.page == "room"


def test_the_names_of_the_check_in_are_those_of_the_guide(person):
    pages.check_in_empty(person)
    for place in ("Hands", "Eyes", "Chest", "Jaw", "Throat", "Shoulders", "Belly", "Back", "Legs", "Feet"):
        assert not person.find("check box", place).checked
    for answer in ("Somewhere else", "Nothing", "Can't tell", "Rather not say"):
        assert not person.find("check box", answer).checked
    person.press("check box", "Chest")
    for role, name in (
        ("check box", "Chest: tight"),
        ("push button", "More words"),
        ("text", "Own word for Chest"),
        ("push button", "Say more"),
        ("push button", "Stay with it"),
        ("push button", "Not now"),
        ("push button", "Too much"),
    ):
        person.find(role, name)
    assert person.missing("slider", "Strength of Chest")
    person.press("push button", "Say more")
    strength = person.find("slider", "Strength of Chest")
    assert (strength.value, strength.description) == (-1, "not set")
    person.find("text", "Note for Chest")
    person.set_value("Strength of Chest", 3)
    assert person.find("slider", "Strength of Chest").description == "3 of 10"
    person.press("push button", "Clear")
    assert person.find("slider", "Strength of Chest").value == -1


def test_at_most_twelve_words_stand_for_a_place_at_first_and_all_on_request(person):
    pages.check_in_empty(person)
    person.press("check box", "Belly")
    words = [said for said in person.every("check box") if said.name.startswith("Belly: ")]
    assert 6 <= len(words) <= 12
    person.press("push button", "More words")
    assert len([said for said in person.every("check box") if said.name.startswith("Belly: ")]) > 40


@pytest.mark.parametrize("answer", ["Nothing", "Can't tell", "Rather not say"])
def test_no_place_is_an_answer_that_goes_on(person, answer):
    pages.check_in_empty(person)
    person.press("check box", "Chest")
    person.press("check box", answer)
    assert not person.find("check box", "Chest").checked
    person.press("push button", "Go on")
    assert person.run.kind == "scan"


def test_the_second_check_in_has_six_equal_answers(person):
    pages.again(person)
    chest = [said.name for said in person.every("radio button") if said.name.startswith("Chest: ")]
    assert chest == [f"Chest: {each}" for each in ("the same", "softer", "stronger", "moved", "gone", "can't tell")]
    person.press("radio button", "Chest: moved")
    assert person.find("radio button", "Chest: moved").checked
    person.press("radio button", "Chest: moved to Throat")
    assert person.answers.check_in.report().sensations[1].after.moved_to == "throat"


def test_the_tabs_are_page_tabs_and_lead_to_their_pages(person):
    for tab, page in (("Journal", "journal"), ("Settings", "settings"), ("Practice", "home")):
        person.press("page tab", tab)
        assert person.flow.page == page
        assert person.find("page tab", tab).selected


def test_the_practices_are_radio_buttons_by_title(person):
    titles = [said.name for said in person.every("radio button")]
    assert titles[0] == "A slower few minutes"
    person.press("radio button", "One sigh")
    assert person.find("radio button", "One sigh").checked
    person.press("push button", "Begin")
    assert person.flow.title == "One sigh"


def test_controls_that_have_gone_are_still_found_and_come_back_with_a_key(start):
    person = start(Settings(welcomed=True, motion=Motion.REDUCED))  # nothing fades
    pages.breathe(person)
    rest = person.with_property("naturalWidth")[0].parentItem()
    for timer in person.of_kind("QQmlTimer"):
        timer.setProperty("running", False)
    assert rest.opacity() == 0
    person.find("push button", "Pause")
    for always in ("Back to the room", "Stop"):
        assert drawn(person.find("push button", always).item)
    person.key(Qt.Key.Key_Tab)
    assert rest.opacity() == 1
    person.press("push button", "Pause")
    assert person.run.paused


def drawn(item):
    return item is None or (item.opacity() > 0 and drawn(item.parentItem()))
