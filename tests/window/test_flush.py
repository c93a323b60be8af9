"""Choices in words alone begin where the text above them does, whichever line they come to stand on."""

from __future__ import annotations

import pages

from grounding.base.settings import Settings


def words_of(person, button):
    """The left edge of the words on a button, and what it stands on."""
    item = person.find("push button", button).item
    return item.property("contentItem").mapToItem(item.parentItem(), 0, 0).x(), item


def test_a_button_on_a_new_line_begins_at_the_edge(start):
    person = start(Settings(welcomed=True, width=800, height=600, practice="breathe"))
    for _ in range(3):
        person.window.grabWindow()
        person.settle()
    left, item = words_of(person, "Make a copy of mine")
    assert item.y() > 0
    assert left == 0
    before = item.width()
    item.setX(40)
    assert item.width() == before
    assert words_of(person, "Make a copy of mine")[0] > 40


def test_one_within_a_line_keeps_its_distance(person):
    pages.home(person)
    left, item = words_of(person, "Save as sound…")
    assert item.y() == 0
    assert left > item.x()
