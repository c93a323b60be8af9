"""A tick comes and goes in a place kept for it: what is ticked, and all that is beside it, stays where it is."""

from __future__ import annotations

import pages
import pytest
from PySide6.QtCore import QRectF

from grounding.base.settings import Motion, Settings

TICKED = {
    "a place": (pages.check_in_empty, "check box", "Hands"),
    "an answer in place of one": (pages.check_in_empty, "check box", "Can't tell"),
    "a word": (pages.check_in, "check box", "Chest: warm"),
    "a word that is taken back": (pages.check_in, "check box", "Chest: tight"),
    "what became of it": (pages.again, "radio button", "Chest: softer"),
    "a place left out": (pages.settings, "check box", "Leave out Throat"),
    "a look": (pages.settings, "radio button", "Wave"),
    "another breath": (pages.home_wide_open, "radio button", "Even"),
    "one's own breath": (pages.home_wide_open, "check box", "My own breath"),
    "one's own breath in a sitting": (pages.breathe, "check box", "My own breath"),
    "a filter": (pages.journal, "check box", "Bring to session"),
    "a passphrase that is shown": (pages.locked, "check box", "Show"),
}


@pytest.fixture(params=[(1120, 720, 100), (800, 600, 200)], ids=["reference", "small, twice the text"])
def sized(start, request):
    width, height, percent = request.param
    return start(Settings(welcomed=True, width=width, height=height, text_percent=percent, motion=Motion.REDUCED))


def drawn(person):
    for _ in range(2):
        person.window.grabWindow()
        person.settle()


def places(row):
    """Where the controls of a row stand in it, and the words on each."""
    found = {}
    for control in [each for each in row.childItems() if each.isVisible() and each.property("text")]:
        found[control.property("text")] = rect(control, row)
        for words in [each for each in beneath(control) if each.property("text") == control.property("text")]:
            found[f"the words of {control.property('text')}"] = rect(words, row)
    return found


def beneath(item):
    for child in item.childItems():
        yield child
        yield from beneath(child)


def rect(item, within):
    return item.mapRectToItem(within, QRectF(0, 0, item.width(), item.height()))


@pytest.mark.parametrize("case", TICKED)
def test_a_tick_moves_nothing(sized, case):
    page, role, name = TICKED[case]
    page(sized)
    drawn(sized)
    said = sized.find(role, name)
    row = said.item.parentItem()
    before = places(row)
    assert f"the words of {said.item.property('text')}" in before
    sized.act(said)
    drawn(sized)
    assert sized.find(role, name).checked is not said.checked
    now = places(row)
    assert {name: where for name, where in now.items() if before.get(name, where) != where} == {}
