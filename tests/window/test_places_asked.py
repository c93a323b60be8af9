"""The places that are asked about in a check-in: in the order in which they were chosen, each below the ones before."""

from __future__ import annotations

import pages
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt

from grounding.base.settings import Motion, Settings
from grounding.body.region import Region

SIZES = {"reference": (1120, 720, 100), "small": (800, 600, 100), "small, twice the text": (800, 600, 200)}


@pytest.fixture(params=SIZES)
def sized(start, request):
    width, height, percent = SIZES[request.param]
    person = start(Settings(welcomed=True, width=width, height=height, text_percent=percent, motion=Motion.REDUCED))
    pages.check_in_empty(person)
    drawn(person)
    return person


def drawn(person):
    for _ in range(3):
        person.window.grabWindow()
        person.settle()


def choose(person, *places):
    """Choose places by keyboard: the page follows it."""
    for place in places:
        person.tab_to("check box", place)
        drawn(person)
        person.key(Qt.Key.Key_Space)
        drawn(person)


def asked(person):
    """The places that are asked about, from above."""
    found = [said for said in person.every("heading") if said.name.endswith("is there a word for it, or not?")]
    found.sort(key=lambda said: top(said.item))
    return [said.name.partition(":")[0] for said in found]


def top(item):
    return item.mapToScene(QPointF()).y()


def in_view(person, item):
    page = form(person)
    at = item.mapRectToItem(page, QRectF(0, 0, item.width(), item.height()))
    return at.top() >= 0 and at.bottom() <= page.height()


def form(person):
    heading = person.find("heading", "Is anything noticeable in your body, or not?").item
    (page,) = [item for item in person.items() if item.inherits("QQuickFlickable") and item.isAncestorOf(heading)]
    return page


def test_a_new_one_is_asked_about_below_those_before(sized):
    choose(sized, "Chest", "Hands", "Feet", "Eyes")
    assert asked(sized) == ["Chest", "Hands", "Feet", "Eyes"]
    assert [each.region for each in sized.answers.check_in.report().sensations] == [
        Region.HANDS, Region.EYES, Region.CHEST, Region.FEET,
    ]  # fmt: skip


def test_one_that_is_taken_back_and_chosen_again_is_a_new_one(sized):
    choose(sized, "Chest", "Hands", "Chest", "Chest")
    assert asked(sized) == ["Hands", "Chest"]


def test_what_was_begun_about_one_stays_as_it_is(sized):
    choose(sized, "Chest")
    sized.press("push button", "More words", about="Chest")
    sized.press("push button", "Say more", about="Chest")
    sized.write("Own word for Chest", "like a drum")
    drawn(sized)
    begun = {name: sized.find("text", name).item for name in ("Own word for Chest", "Note for Chest")}
    choose(sized, "Hands", "Feet", "Feet")
    assert {name: sized.find("text", name).item for name in begun} == begun
    assert sized.find("text", "Own word for Chest").typed == "like a drum"


def test_a_new_question_is_seen_and_the_keyboard_stays_where_it_is(sized):
    for place in ("Chest", "Hands", "Eyes"):
        choose(sized, place)
        (question,) = [said.item for said in sized.every("heading") if said.name.startswith(f"{place}:")]
        assert in_view(sized, question)
        chip = sized.find("check box", place).item
        assert sized.focused is chip
        fit = top(question) + question.height() - top(chip) <= form(sized).height()
        assert in_view(sized, chip) is fit


def test_the_page_stays_where_it_is_if_the_new_question_is_in_view(person):
    pages.check_in_empty(person)
    drawn(person)
    choose(person, "Chest", "Hands")
    assert form(person).property("contentY") == 0


def test_after_the_step_before_and_back_all_are_asked_about_again(sized):
    choose(sized, "Chest", "Hands")
    sized.run.previous()
    drawn(sized)
    sized.run.next()
    drawn(sized)
    assert asked(sized) == ["Chest", "Hands"]
    sized.answers.choosePlace("jaw", True)
    drawn(sized)
    assert asked(sized) == ["Chest", "Hands", "Jaw"]
