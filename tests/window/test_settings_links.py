"""The way from the top of the settings to each of their parts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt

from grounding.base.settings import Settings

PARTS = [
    "Look", "Sound", "The slowest breath", "What is kept", "How long it is kept", "Places left out", "Passphrase",
    "Backups", "Crisis text", "Safety notes", "Keys", "One key", "A practice from somebody", "Where the files are",
    "Delete everything", "About",
]  # fmt: skip


@pytest.fixture(params=[(1120, 720, 100), (800, 600, 200)])
def person(start, request):
    width, height, percent = request.param
    person = start(Settings(welcomed=True, width=width, height=height, text_percent=percent))
    person.flow.show("settings")
    return person


def drawn(person):
    for _ in range(3):
        person.window.grabWindow()
        person.settle()


def scroll_and_heading(person, name):
    (scroll,) = [item for item in person.items() if item.inherits("QQuickFlickable") and item.height() > 300]
    return scroll, person.find("heading", name).item


def seen(person, name):
    scroll, heading = scroll_and_heading(person, name)
    top = heading.mapToItem(scroll, QPointF(0, 0)).y()
    return 0 <= top <= scroll.height() - heading.height()


def test_there_is_one_for_each_part_in_order(person):
    assert [said.name for said in person.every("link")] == PARTS


@pytest.mark.parametrize("part", PARTS)
def test_by_key_it_leads_there_and_the_keyboard_goes_with_it(person, part):
    person.tab_to("link", part)
    person.key(Qt.Key.Key_Return)
    drawn(person)
    assert seen(person, part)
    if part != "About":  # where there is nothing to press
        scroll, heading = scroll_and_heading(person, part)
        assert heading.parentItem().isAncestorOf(person.focused)
        here = person.focused.mapToItem(scroll, QPointF(0, 0)).y()
        assert 0 <= here <= scroll.height() - person.focused.height()


def test_by_pointer_and_by_a_screen_reader_too(person):
    person.press("link", "Backups")
    drawn(person)
    assert seen(person, "Backups")
    person.key(Qt.Key.Key_Home)
    drawn(person)
    person.tab_to("link", "Sound")
    drawn(person)
    person.click(person.find("link", "Sound").item)
    drawn(person)
    assert seen(person, "Sound")


def test_each_is_on_one_line(person):
    drawn(person)
    assert {said.item.property("contentItem").property("lineCount") for said in person.every("link")} == {1}
