"""To open a page changes nothing: what nobody has touched stays as it is, and a limit counts as the reader counts."""

from __future__ import annotations

import pages
import pytest
from person import until
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from grounding.base.home import Home
from grounding.base.settings import Settings
from grounding.breath.own import NAME_CHARACTERS
from grounding.practice.reading import TITLE_CHARACTERS, read_practice

LEAF, SMILE, FIRM = "\U0001f33f", "\U0001f600", "\u00a0"
FULL = f"""\
format = 1
id = "mine"
title = "{"t" * 79}{LEAF}"
summary = "{"s" * 239}{SMILE}"
[[step]]
kind = "arrive"
seconds = 40.123456789
[[step.prompt]]
text = "Respirer{FIRM}? Ou non{FIRM}: comme il vient."
quiet_s = 10.123456789
"""
BREATH = f"""\
format = 1
id = "full"
name = "{LEAF * NAME_CHARACTERS}"
strokes = [{{ to = 1, seconds = 4 }}, {{ to = 0, seconds = 6 }}]
"""


@pytest.fixture
def full(start, home):
    """Somebody whose texts are as long as they can be, in signs that a program may count twice."""
    place = Home(home)
    place.make()
    for file, text in ((place.practices / "mine.toml", FULL), (place.patterns / "full.toml", BREATH)):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return start(Settings(welcomed=True, practice="mine"))


def edited(person):
    person.press("push button", "Edit…")
    until(lambda: person.flow.page == "edit", "the page")
    person.editing.toggle(0)
    person.window.grabWindow()


def left(person):
    """Leave the page, and wait until whatever was to be written is in the file."""
    person.flow.back()
    person.settle()
    person.settle()


def put(person, field, text):
    person.find("text", field).interface.editableTextInterface().replaceText(0, 9999, text)
    QTest.qWait(0)


def test_to_open_the_page_of_a_practice_leaves_its_file_as_it_is(full):
    edited(full)
    assert full.find("text", "Title").typed == "t" * 79 + LEAF
    left(full)
    assert (Home(full.home).practices / "mine.toml").read_text(encoding="utf-8") == FULL


def test_to_open_the_page_of_a_breath_leaves_its_file_as_it_is(full):
    full.flow.show("breaths")
    full.press("push button", LEAF * NAME_CHARACTERS)
    assert full.find("text", "Name of this breath").typed == LEAF * NAME_CHARACTERS
    left(full)
    assert (Home(full.home).patterns / "full.toml").read_text(encoding="utf-8") == BREATH


@pytest.mark.parametrize("sign", ["x", LEAF])
def test_no_more_is_taken_than_the_reader_takes_whatever_the_sign(full, sign):
    edited(full)
    put(full, "Title", sign * (TITLE_CHARACTERS + 5))
    assert full.find("text", "Title").typed == sign * TITLE_CHARACTERS
    left(full)
    assert read_practice(Home(full.home).practices / "mine.toml").title == sign * TITLE_CHARACTERS


def test_what_is_typed_into_a_full_field_is_not_taken_and_its_end_stays(full):
    edited(full)
    full.tab_to("text", "Title")
    full.key(Qt.Key.Key_Home)
    full.type("ab")
    assert full.find("text", "Title").typed == "t" * 79 + LEAF
    full.key(Qt.Key.Key_Delete)
    full.type("ab")
    assert full.find("text", "Title").typed == "a" + "t" * 78 + LEAF


def test_to_open_settings_leaves_the_crisis_text_as_it_is(person):
    person.room.typeCrisis(f"Ana{FIRM}: 555{FIRM}01")
    person.flow.show("settings")
    person.window.grabWindow()
    assert person.room.crisis == f"Ana{FIRM}: 555{FIRM}01"
    person.write("Crisis text", "x")
    assert person.room.crisis == "xAna : 555 01"


def test_what_was_said_stays_as_it_was_said_when_it_is_shown_to_be_changed(person):
    answers = person.answers
    answers.choosePlace("chest", True)
    answers.typeNote("chest", f"ici{FIRM}!")
    answers.typeOwnWord("chest", "w" * 600 + LEAF, False)
    answers.typeLine(f"un{FIRM}mot")
    answers.typeUnderneath(f"deux{FIRM}mots")
    before = answers.check_in
    person.flow.show("unfinished")
    person.window.grabWindow()
    assert person.find("text", "A line to keep").typed == f"un{FIRM}mot"
    assert answers.check_in == before


def test_what_is_typed_into_a_field_of_a_practice_goes_on_after_what_is_there(person):
    pages.edit(person)
    person.tab_to("text", "Title")
    before = person.editing.title
    person.type("x")
    until(lambda: person.editing.title == f"{before}x", "the letter at the end")
