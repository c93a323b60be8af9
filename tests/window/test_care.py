"""The care the window takes: less when it is a lot, a notice before holds, a word for a doctor, places left out."""

from __future__ import annotations

import pages
import pytest
from person import until
from PySide6.QtCore import QPointF, Qt

from grounding.base.settings import Settings
from grounding.practice.practice import Kind

Key = Qt.Key


def places(person):
    return [said.name for said in person.every("check box") if said.checked]


def body(person):
    """Return the places of the body that are drawn."""
    return person.with_property("reach")


def touch(person, region, x, y):
    """Touch the body at a point of its drawing, 300 wide and 630 high, x from the middle."""
    place = next(item for item in body(person) if item.property("region") == region)
    scale = place.height() / 630
    person.click(place, QPointF(place.width() / 2 + x * scale, y * scale))


def test_a_touch_on_the_body_and_the_check_box_are_one_state(person):
    pages.check_in_empty(person)
    touch(person, "chest", 0, 200)
    assert places(person) == ["Chest"]
    touch(person, "hands", -118, 380)
    assert places(person) == ["Hands", "Chest"]
    touch(person, "chest", 30, 220)
    assert places(person) == ["Hands"]
    person.press("check box", "Hands")
    assert person.answers.check_in.chosen == frozenset()
    person.press("check box", "Belly")
    touch(person, "belly", 0, 300)
    assert person.answers.check_in.chosen == frozenset()


def test_what_helps_who_feels_dizzy_is_said_in_one_way(person):
    said = [prompt for practice in shipped(person) for step in practice.steps for prompt in every_prompt(step)]
    pages.safety(person)
    said += person.texts()
    pages.breath(person)
    person.press("push button", "Add after", "stroke 1, in")
    person.press("check box", "Hold", "stroke 2, out")
    said += person.texts()
    dizzy = [each for each in said if "dizzy" in each.lower() and each != "Dizzy or tingling"]
    assert len(dizzy) >= 4
    for each in dizzy:
        assert "If you feel dizzy or tingling: smaller, softer, or your own breath." in each


def shipped(person):
    return [person.shelf.practice(each["id"]) for each in person.shelf.practices]


def every_prompt(step):
    return [prompt.text for prompt in (*step.prompts, *(each for place in step.places for each in place.prompts))]


def test_the_welcome_calls_the_practice_by_its_title(person):
    pages.welcome(person)
    title = person.shelf.practice("slow-down").title
    assert any(title in text for text in person.texts())


def test_the_back_of_the_body_has_the_back(person):
    pages.check_in_empty(person)
    person.press("radio button", "Back")
    touch(person, "back", 0, 250)
    assert places(person) == ["Back"]


def test_the_body_can_be_hidden_and_stays_so(person, restart):
    pages.check_in_empty(person)
    person.press("push button", "Hide the body")
    assert person.missing("radio button", "Front")
    person.find("push button", "Show the body")
    again = restart(person)
    pages.check_in_empty(again)
    assert again.missing("radio button", "Front")


# Less


def test_too_much_offers_less_and_never_longer(person):
    pages.less(person)
    offered = [said.name for said in person.every("push button")]
    assert {"Come back to the room", "Be with the feet", "Let the hands move", "End here"} <= set(offered)
    assert "Longer" not in offered


def test_a_first_strength_of_eight_offers_less_before_going_on(person):
    pages.check_in(person)
    person.press("push button", "Say more", about="Chest")
    person.set_value("Strength of Chest", 8)
    person.press("push button", "Stay with it")
    assert person.less_offer.open
    person.find("push button", "Come back to the room")


@pytest.mark.parametrize("how", ["button", "key"])
def test_next_is_no_way_past_it(person, how):
    pages.check_in(person)
    person.answers.setStrength("chest", 8, False)
    go_next(person, how)
    assert person.less_offer.open
    go_next(person, how)
    assert not person.less_offer.open
    assert person.run.kind == "scan"


@pytest.mark.parametrize("how", ["button", "key"])
def test_next_goes_on_with_the_places_that_were_named(person, how):
    pages.check_in(person)
    go_next(person, how)
    assert scanned(person) == ["hands", "chest"]


def go_next(person, how):
    if how == "key":
        person.key(Key.Key_Right)
    else:
        person.press("push button", "Next")


def scanned(person):
    """Return the places of the scan that is laid out."""
    return [part.region for part in person.run.sitting.score.parts if part.kind is Kind.SCAN]


def test_a_strength_of_seven_does_not(person):
    pages.check_in(person)
    person.press("push button", "Stay with it")
    assert not person.less_offer.open
    assert person.run.kind == "scan"


@pytest.mark.parametrize(("now", "less"), [(6, False), (7, True), (9, True)])
def test_a_rise_of_two_offers_less(person, now, less):
    pages.again(person)
    person.press("radio button", "Hands: stronger")
    person.press("push button", "Say more", about="Hands")
    person.set_value("Strength of Hands", now)  # it began at 5
    person.press("push button", "Go on")
    assert person.less_offer.open is less


def left(person):
    """Return the kinds of the parts that are still to come, the present one first."""
    sitting = person.run.sitting
    return [part.kind for part in sitting.score.parts[sitting.part :]]


def seconds_left(person):
    sitting = person.run.sitting
    return sum(part.seconds or 0 for part in sitting.score.parts[sitting.part :])


@pytest.mark.parametrize("page", [pages.less, pages.less_again])
def test_less_leads_where_it_says_with_the_answers_as_they_are(start, page):
    for choice in ("Come back to the room", "Be with the feet", "Let the hands move", "End here"):
        person = start(Settings(welcomed=True))
        page(person)
        said = person.answers.check_in.report()
        person.press("push button", choice)
        match choice:
            case "Come back to the room":
                assert person.flow.page == "room"
            case "Be with the feet":
                assert (person.run.kind, person.run.region) == ("scan", "feet")
            case "Let the hands move":
                assert person.flow.title == "Hands may move"
            case "End here":
                assert person.flow.page == "home"
        assert person.answers.check_in.report() == said, choice
        person.grounding.close()


@pytest.mark.parametrize("page", [pages.less, pages.less_again])
@pytest.mark.parametrize("choice", ["Be with the feet", "Let the hands move"])
def test_less_is_never_longer_than_what_was_to_come(person, choice, page):
    page(person)
    before_s = seconds_left(person)
    person.press("push button", choice)
    assert seconds_left(person) <= before_s


def test_in_a_practice_of_ones_own_too_the_feet_are_the_feet(start, home):
    (home / "practices" / "mine").mkdir(parents=True)
    text = ONE_PLACE.replace("[[step]]", '[[step]]\nkind = "check-in"\n[[step]]', 1)
    feet = '[[step.place]]\nregion = "feet"\n[[step.place.prompt]]\ntext = "Your feet, if you like, or not."\n'
    for words, offered in ((feet, True), ("", False)):
        (home / "practices" / "mine" / "practice.toml").write_text(text + words, encoding="utf-8")
        person = start(Settings(welcomed=True, practice="one"))
        person.flow.begin()
        person.press("push button", "Too much")
        assert person.missing("push button", "Be with the feet") is not offered
        if offered:
            person.press("push button", "Be with the feet")
            assert (person.run.region, person.run.words) == ("feet", "Your feet, if you like, or not.")
        person.grounding.close()


def test_after_the_feet_come_the_room_and_the_close(person):
    pages.less(person)
    person.press("push button", "Be with the feet")
    assert left(person) == [Kind.SCAN, Kind.ORIENT, Kind.CLOSE]


@pytest.mark.parametrize("choice", ["Be with the feet", "Let the hands move"])
def test_through_less_one_breathes_as_one_had_chosen(person, choice):
    pages.less(person)
    person.run.skipHold()
    person.run.breatheWith(True)
    before = person.run.fullness
    person.press("push button", choice)
    assert not person.run.sitting.holding
    assert person.run.withBreath
    assert person.run.fullness == before


def test_go_on_as_it_was_goes_on_as_it_was(person):
    pages.less(person)
    person.press("push button", "Go on as it was")
    assert (person.run.kind, person.run.region) == ("scan", "hands")
    assert not person.less_offer.open


def test_going_on_by_key_leaves_the_offer_behind(person):
    pages.less(person)
    person.key(Key.Key_Right)
    assert not person.less_offer.open
    assert person.missing("push button", "Be with the feet")


def test_what_was_said_is_kept_through_less(person):
    pages.less(person)
    person.press("push button", "Be with the feet")
    pages.to_step(person, "close")
    person.press("push button", "Keep")
    person.settle()
    person.settle()
    (entry,) = person.journal.list()
    assert [each.strength for each in entry.report.sensations] == [5, 7]


# Holds


@pytest.mark.parametrize("pattern", ["box", "four-seven-eight"])
def test_a_notice_comes_before_a_held_breath_and_skipping_leaves_no_hold(person, pattern):
    person.shelf.choose("breathe")
    person.shelf.choosePattern(pattern)
    person.press("push button", "Begin")
    assert person.flow.page == "hold"
    assert not person.run.running
    said = " ".join(person.texts())
    for word in ("pregnancy", "heart", "lung", "seizures", "eye pressure", "surgery"):
        assert word in said
    person.press("push button", "Skip the hold")
    assert person.run.running
    assert not person.run.sitting.course.pattern.holds
    for _ in range(300):
        person.wait(0.1)
        assert person.run.phase in ("in", "out", "")


def test_holds_that_were_skipped_do_not_come_back_after_a_while_at_ones_own_pace(person):
    person.shelf.choose("breathe")
    person.shelf.choosePattern("box")
    person.flow.begin()
    person.flow.goOn(True)
    for own in (True, False):
        person.run.breatheOwn(own)
        person.wait(3)
    assert person.run.sitting.course.pattern.strokes
    assert not person.run.holds


def test_with_the_holds_they_can_be_skipped_at_any_moment(person):
    pages.holding(person)
    assert person.run.phase == "rest"
    person.press("push button", "Skip the hold")
    assert person.run.phase == "out"
    assert person.missing("push button", "Skip the hold")


def test_not_now_leads_home_from_the_notice(person):
    pages.hold(person)
    person.press("push button", "Not now")
    assert (person.flow.page, person.run.running) == ("home", False)


def test_breathe_now_never_holds_whatever_is_chosen(person):
    person.shelf.choose("breathe")
    person.shelf.choosePattern("box")
    person.press("push button", "Breathe now")
    assert person.run.running
    assert not person.run.sitting.course.pattern.holds


# For a doctor


@pytest.mark.parametrize(("place", "there"), [("Chest", True), ("Eyes", True), ("Hands", False), ("Throat", False)])
def test_beside_chest_and_eyes_there_is_a_word_for_a_doctor(person, place, there):
    pages.check_in_empty(person)
    person.press("check box", place)
    links = [said for said in person.every("push button") if "pain" in said.name]
    assert bool(links) is there
    if there:
        person.act(links[0])
        assert "are for a doctor now, not for a practice" in " ".join(person.texts())


def test_it_stands_beside_the_place_it_is_about(person):
    pages.check_in(person)
    person.press("check box", "Eyes")
    for place in ("Chest", "Eyes"):
        person.find("push button", "New or strong pain?", about=place)


def test_it_is_there_in_the_scan_and_in_the_second_check_in_too(person):
    pages.scan(person)
    assert not [said for said in person.every("push button") if "pain" in said.name]
    person.press("push button", "Next")
    assert person.run.region == "chest"
    assert [said for said in person.every("push button") if "pain" in said.name]
    pages.to_step(person, "check-in")
    assert [said for said in person.every("push button") if "pain" in said.name]


# Left out


def test_a_place_left_out_vanishes_everywhere_and_comes_back(person, restart):
    person.press("page tab", "Settings")
    person.press("check box", "Leave out Chest")
    person.settle()
    person = restart(person)
    pages.check_in_empty(person)
    assert person.missing("check box", "Chest")
    shown = [item.property("region") for item in body(person)]
    assert "hands" in shown
    assert "chest" not in shown
    person.press("push button", "Not now")
    assert "Chest" not in " ".join(person.texts())
    for practice in person.shelf.practices:
        score = person.shelf.score(person.shelf.practice(practice["id"]))
        assert "chest" not in [part.region for part in score.parts]
    person.press("push button", "Stop")
    person.press("page tab", "Settings")
    person.press("check box", "Leave out Chest")
    pages.check_in_empty(person)
    person.find("check box", "Chest")


def test_feet_left_out_are_not_offered_as_less_either(start):
    person = start(Settings(welcomed=True, left_out=("feet",)))
    pages.less(person)
    assert person.missing("push button", "Be with the feet")


# The room


def test_the_room_says_where_and_when_one_is_and_whom_to_turn_to(person, restart):
    person.press("page tab", "Settings")
    person.write("Crisis text", "Call Maria")
    person.grounding.room.seal_now()
    person.settle()
    person = restart(person)
    person.press("push button", "Back to the room")
    said = list(person.texts())
    assert "Call Maria" in said
    assert str(person.room.today) in said
    person.press("push button", "Stay")
    assert person.flow.page == "room"
    person.press("push button", "End")
    assert person.flow.page == "home"


def test_the_room_ends_pacing_and_is_never_recorded(person):
    pages.breathe(person)
    person.key(Key.Key_B)
    person.settle()
    assert not person.run.running
    assert person.journal.list() == ()
    assert not person.keeping.waiting


def test_breathe_now_is_in_the_chosen_breath_without_its_holds(person):
    person.shelf.choose("breathe")
    person.shelf.choosePattern("longer-exhale")
    person.press("push button", "Breathe now")
    assert person.run.sitting.course.pattern.id == "longer-exhale"


def test_a_practice_whose_every_place_is_left_out_is_not_on_the_shelf(person):
    assert "hands" in {each["id"] for each in person.shelf.practices}
    person.preferences.leaveOut("hands", True)
    assert "hands" not in {each["id"] for each in person.shelf.practices}
    assert "scan-3" in {each["id"] for each in person.shelf.practices}
    person.preferences.leaveOut("hands", False)
    assert "hands" in {each["id"] for each in person.shelf.practices}


ONE_PLACE = """\
format = 1
id = "one"
title = "One place"
summary = "One place, and nothing else."
[[step]]
kind = "scan"
seconds = 50
regions = ["chest"]
[[step.place]]
region = "chest"
[[step.place.prompt]]
text = "Your chest, if you like, or not."
"""


def one_place(person):
    """Put a practice on the shelf that has one place, the chest."""
    file = person.home / "practices" / "one" / "practice.toml"
    file.parent.mkdir(parents=True)
    file.write_text(ONE_PLACE, encoding="utf-8")
    person.shelf.read()


def test_chosen_and_then_left_out_another_one_begins_until_its_place_comes_back(person):
    one_place(person)
    person.shelf.choose("one")
    person.preferences.leaveOut("chest", True)
    person.flow.show("home")
    assert person.find("radio button", "A slower few minutes").checked
    person.press("push button", "Begin")
    assert person.flow.title == "A slower few minutes"
    person.press("push button", "Stop")
    person.preferences.leaveOut("chest", False)
    assert person.find("radio button", "One place").checked


def test_of_a_practice_of_which_nothing_is_left_it_is_said_why_it_does_not_begin(start, home):
    (home / "practices" / "one").mkdir(parents=True)
    (home / "practices" / "one" / "practice.toml").write_text(ONE_PLACE, encoding="utf-8")
    person = start(Settings(welcomed=True, left_out=("chest",)), asked={"practice": "one", "begin": True})
    assert person.flow.page == "home"
    assert "Each place in “One place” is left out" in person.flow.said


def test_nor_can_it_be_tried_and_that_is_said(person):
    one_place(person)
    person.shelf.choose("one")
    person.flow.show("home")
    person.press("push button", "Edit…")
    until(lambda: person.flow.at("edit"), "the page")
    person.preferences.leaveOut("chest", True)
    person.editing.toggle(0)
    person.press("push button", "Try from here")
    assert person.flow.page == "edit"
    assert "Each place in “One place” is left out" in person.flow.said


def test_the_room_leads_back_to_the_page_one_came_from(person):
    pages.journal_empty(person)
    person.press("push button", "Back to the room")
    person.press("push button", "End")
    assert person.flow.page == "journal"
