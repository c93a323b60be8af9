"""The shelf as it stands when somebody comes back to it: what is chosen is there, and no row is cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt

from grounding.base.settings import Settings

SIZES = {"reference": (1120, 720), "small": (800, 600), "large": (1600, 1000)}


def drawn(person):
    for _ in range(4):
        person.window.grabWindow()
        person.settle()


def shelf_and_rows(person):
    rows = [item for item in person.items() if item.property("summary") is not None]
    (shelf,) = [each for each in person.items() if each.inherits("QQuickFlickable") and each.isAncestorOf(rows[0])]
    return shelf, rows


def cut(shelf, row):
    """Whether a row is seen, but not whole."""
    at = row.mapRectToItem(shelf, QRectF(0, 0, row.width(), row.height()))
    seen = min(at.bottom(), shelf.height()) - max(at.top(), 0)
    return 1 < seen < at.height() - 1


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("practice", ["slow-down", "scan-15", "stay", "room"])
def test_after_a_sitting_the_chosen_row_is_seen_and_none_is_cut(start, size, practice):
    width, height = SIZES[size]
    person = start(Settings(welcomed=True, width=width, height=height, practice=practice))
    person.flow.begin()
    person.wait(2)
    person.key(Qt.Key.Key_Escape)
    assert person.flow.page == "home"
    drawn(person)
    shelf, rows = shelf_and_rows(person)
    (chosen,) = [row for row in rows if row.property("checked")]
    at = chosen.mapRectToItem(shelf, QRectF(0, 0, chosen.width(), chosen.height()))
    assert at.top() >= 0
    assert at.bottom() <= shelf.height()
    assert [row.property("text") for row in rows if cut(shelf, row)] == []


@pytest.mark.parametrize(("practice", "least"), [("slow-down", 5), ("breathe", 4), ("hands", 6)])
def test_in_a_small_window_several_are_seen_at_once_and_what_the_chosen_one_is(start, practice, least):
    person = start(Settings(welcomed=True, width=800, height=600, practice=practice))
    drawn(person)
    shelf, rows = shelf_and_rows(person)
    here = [row for row in rows if 0 <= row.mapToItem(shelf, QPointF()).y() <= shelf.height() - row.height()]
    assert len(here) >= least
    (chosen,) = [row for row in rows if row.property("checked")]
    assert chosen in here
    told = {item.property("text") for row in here for item in person.items(row) if item.inherits("QQuickText")}
    assert {row.property("text") for row in here} <= told
    assert [row.property("text") for row in here if row.property("summary") in told] == [chosen.property("text")]


def test_every_row_comes_into_view_by_key_and_the_last_of_them_whole(person):
    drawn(person)
    person.tab_to("radio button", "A slower few minutes")
    for _ in range(8):
        person.key(Qt.Key.Key_Down)
        drawn(person)
        shelf, _rows = shelf_and_rows(person)
        assert person.focused.property("summary") is not None
        assert not cut(shelf, person.focused)
    assert person.find("radio button", "Back to the room").checked


@pytest.mark.parametrize("size", SIZES)
def test_what_begin_begins_is_seen_when_the_keyboard_comes_to_it(start, size):
    width, height = SIZES[size]
    person = start(Settings(welcomed=True, width=width, height=height, practice="slow-down"))
    drawn(person)
    person.tab_to("push button", "Open a practice…")
    drawn(person)
    shelf, rows = shelf_and_rows(person)
    shelf.setProperty("contentY", shelf.property("contentHeight") - shelf.height())
    drawn(person)
    begin = person.tab_to("push button", "Begin")
    assert person.find("push button", "Begin").description == "A slower few minutes"
    drawn(person)
    (chosen,) = [row for row in rows if row.property("checked")]
    at = chosen.mapRectToItem(shelf, QRectF(0, 0, chosen.width(), chosen.height()))
    assert at.top() >= 0
    assert at.bottom() <= shelf.height()
    assert person.focused is begin


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", SIZES)
def test_begin_stands_below_what_is_above_it(start, size, percent):
    width, height = SIZES[size]
    person = start(Settings(welcomed=True, width=width, height=height, text_percent=percent, practice="breathe"))
    drawn(person)
    _shelf, rows = shelf_and_rows(person)
    above = {
        rows[0].mapToScene(QPointF()).x(),
        person.find("check box", "My own breath").item.mapToScene(QPointF()).x(),
    }
    assert above == {person.find("push button", "Begin").item.mapToScene(QPointF()).x()}
