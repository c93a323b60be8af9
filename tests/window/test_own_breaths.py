"""Breaths of one's own stand among the other ways to breathe, and play."""

from __future__ import annotations

import pytest

from grounding.base.home import Home
from grounding.breath.stroke import Pattern, Stroke
from grounding.practice.own_patterns import OwnPatterns

WALK = Pattern(
    id="mine-1",
    name="After a walk",
    strokes=(Stroke(to=1, seconds=3.5), Stroke(to=1, seconds=1), Stroke(to=0, seconds=5)),
)
HILL = Pattern(id="mine-2", name="Up the hill", strokes=(Stroke(to=0.5, seconds=3), Stroke(to=0, seconds=4)))
CARRYING = """\
format = 1
id = "walking"
title = "Walking"
summary = "A few breaths of mine."
[[step]]
kind = "breathe"
pattern = "path"
[[pattern]]
id = "path"
name = "Along the path"
strokes = [{ to = 1, seconds = 4 }, { to = 0, seconds = 6 }]
"""


def choices(person):
    return [each["name"] for each in person.shelf.patterns]


@pytest.fixture
def own(home):
    own = OwnPatterns(Home(home).patterns)
    for each in (WALK, HILL):
        own.write(each)
    return own


@pytest.mark.usefixtures("own")
def test_they_are_chosen_as_any_other_and_the_orb_breathes_in_them(person):
    person.shelf.choose("breathe")
    person.press("push button", "Other ways to breathe: Gentle")
    assert person.find("radio button", "After a walk").description == "with holds"
    person.press("radio button", "Up the hill")
    assert person.find("push button", "Fewer ways to breathe")
    assert person.shelf.patternName == HILL.name
    person.press("push button", "Begin")
    assert person.run.sitting.course.pattern == HILL


@pytest.mark.usefixtures("own")
def test_one_that_holds_the_breath_has_its_notice_first(person):
    person.shelf.choose("breathe")
    person.shelf.choosePattern(WALK.id)
    person.press("push button", "Begin")
    assert person.flow.page == "hold"
    person.press("push button", "Skip the hold")
    assert person.run.sitting.course.pattern == WALK.without_holds()


@pytest.mark.usefixtures("own")
def test_the_choice_is_there_again_after_a_restart(person, restart):
    person.shelf.choose("breathe")
    person.shelf.choosePattern(HILL.id)
    again = restart(person)
    assert again.shelf.patternName == HILL.name
    assert again.find("push button", "Other ways to breathe: Up the hill")


def test_where_it_was_deleted_meanwhile_the_practice_has_its_own_again_and_nothing_is_said(own, person, restart):
    person.shelf.choose("breathe")
    person.shelf.choosePattern(HILL.id)
    own.delete(HILL.id)
    again = restart(person)
    assert again.find("push button", "Other ways to breathe: Gentle")
    assert again.every("alert") == []
    again.press("push button", "Begin")
    assert again.run.sitting.course.pattern.id == "gentle"


@pytest.mark.usefixtures("own")
def test_what_a_practice_brings_along_is_shown_by_its_name_where_that_practice_is_chosen(home, start):
    place = Home(home)
    place.practices.mkdir(parents=True)
    (place.practices / "walking.toml").write_text(CARRYING, encoding="utf-8")
    person = start()
    person.flow.show("home")
    person.shelf.choose("walking")
    assert person.find("push button", "Other ways to breathe: Along the path")
    assert choices(person)[0] == "Along the path"
    person.shelf.choose("breathe")
    assert "Along the path" not in choices(person)


@pytest.mark.usefixtures("own")
def test_a_damaged_one_is_one_sentence_and_the_others_stay(home, start):
    (Home(home).patterns / "mine-3.toml").write_text("format = one", encoding="utf-8")
    person = start()
    person.flow.show("home")
    assert [text for text in person.texts() if "mine-3.toml" in text]
    assert {"After a walk", "Up the hill"} <= set(choices(person))
