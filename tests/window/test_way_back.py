"""Where the keyboard is when somebody goes from page to page and comes back: seen, and where it was."""

from __future__ import annotations

import pages
import pytest
from PySide6.QtCore import QRectF, Qt

from grounding.base.settings import Motion, Settings

Key, Control, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SIZES = {"reference": (1120, 720, 100), "small": (800, 600, 100), "small, twice the text": (800, 600, 200)}


@pytest.fixture(params=SIZES)
def sized(start, request):
    width, height, percent = SIZES[request.param]
    return start(Settings(welcomed=True, width=width, height=height, text_percent=percent, motion=Motion.REDUCED))


def drawn(person):
    for _ in range(3):
        person.window.grabWindow()
        person.settle()


def ringed(person):
    """Whether a line is seen around what the keyboard is on."""
    item = person.focused
    scrolled = [each for each in person.items() if each.inherits("QQuickFlickable") and each.isAncestorOf(item)]
    where = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
    rings = [each for each in person.items(item) if each.inherits("QQuickRectangle") and each.property("ink")]
    return bool(rings) and all(each.mapRectToScene(each.boundingRect()).contains(where) for each in scrolled)


@pytest.mark.parametrize("name", ["Practice", "Journal", "Settings"])
def test_after_enter_on_a_tab_the_keyboard_is_on_it(sized, name):
    (pages.settings if name != "Settings" else pages.home)(sized)
    drawn(sized)
    sized.tab_to("page tab", name)
    sized.key(Key.Key_Return)
    drawn(sized)
    assert sized.focused_name() == f"page tab “{name}”"
    assert ringed(sized)


def test_after_a_click_on_a_tab_the_keys_are_those_of_the_page(person):
    pages.settings(person)
    person.click(person.find("page tab", "Practice").item)
    drawn(person)
    person.key(Key.Key_Space)
    assert person.flow.page == "sitting"


@pytest.mark.parametrize(
    ("name", "back"),
    [
        ("Safety notes", Key.Key_Escape),
        ("Restore…", Key.Key_Escape),
        ("Set a passphrase", Key.Key_Escape),
        ("Open a practice…", Key.Key_Escape),
    ],
)
def test_back_in_the_settings_the_keyboard_is_where_it_was(sized, name, back):
    pages.settings(sized)
    drawn(sized)
    sized.tab_to("push button", name)
    sized.key(Key.Key_Return)
    assert sized.flow.page != "settings"
    drawn(sized)
    sized.key(back)
    assert sized.flow.page == "settings"
    drawn(sized)
    assert sized.focused_name() == f"push button “{name}”"
    assert ringed(sized)


@pytest.mark.parametrize("page", [pages.home, pages.journal, pages.settings])
def test_by_key_one_goes_to_the_next_tab_and_the_one_before_and_around(person, page):
    page(person)
    tabs = ["home", "journal", "settings"]
    here = tabs.index(person.flow.page)
    person.key(Key.Key_Tab, Control)
    assert person.flow.page == tabs[(here + 1) % 3]
    person.key(Key.Key_Backtab, Control | Shift, times=2)
    assert person.flow.page == tabs[(here - 1) % 3]
    person.key(Key.Key_Tab, Control, times=3)
    assert person.flow.page == tabs[(here - 1) % 3]


def test_from_a_field_too_and_on_a_page_without_tabs_it_does_nothing(person):
    pages.journal(person)
    person.key(Key.Key_F, Control)
    person.key(Key.Key_Tab, Control)
    assert person.flow.page == "settings"
    pages.breathe(person)
    person.key(Key.Key_Tab, Control)
    assert (person.flow.page, person.run.running) == ("sitting", True)


def test_on_a_slider_home_and_end_go_to_its_ends_and_the_page_stays(sized):
    pages.settings(sized)
    drawn(sized)
    for name, least, most in (("Volume of the breath", 0, 100), ("Output delay", 0, 400)):
        slider = sized.tab_to("slider", name)
        drawn(sized)
        for key, end in ((Key.Key_End, most), (Key.Key_Home, least)):
            sized.key(key)
            assert slider.property("value") == end
            drawn(sized)
            assert ringed(sized)
    sized.tab_to("slider", "Text size")
    sized.key(Key.Key_End)
    drawn(sized)
    assert sized.preferences.settings.text_percent == 200
    assert sized.focused_name() == "slider “Text size”"


def test_on_how_strong_it_is_home_and_end_say_none_and_most(sized):
    pages.check_in_more(sized)
    drawn(sized)
    slider = sized.tab_to("slider", "Strength of Chest")
    sized.key(Key.Key_End)
    assert slider.property("value") == 10
    sized.key(Key.Key_Home)
    assert slider.property("value") == 0
