"""The keys of the window, and where the keyboard is."""

from __future__ import annotations

import pages
import pytest
from person import CONTROLS, until
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QWindow
from test_fit import within
from walking import letters

from grounding.base.settings import Motion, Settings

Key = Qt.Key
every_page = pytest.mark.parametrize("page", pages.EVERY)


def test_space_pauses_and_resumes(person):
    pages.breathe(person)
    person.key(Key.Key_Space)
    assert person.run.paused
    person.find("push button", "Resume")
    person.key(Key.Key_Space)
    assert person.run.running


def test_right_and_left_go_from_part_to_part(person):
    pages.arrive(person)
    person.key(Key.Key_Right)
    assert person.run.kind == "breathe"
    person.key(Key.Key_Left)
    assert person.run.kind == "arrive"


def test_escape_stops_at_once_and_asks_nothing(person):
    pages.breathe(person)
    person.key(Key.Key_Escape)
    assert (person.flow.page, person.run.running) == ("home", False)
    assert person.missing("push button", "Let it pass")


def test_m_turns_the_sound_box_on_and_off(person):
    pages.breathe(person)
    assert not person.find("check box", "Sound").checked
    person.key(Key.Key_M)
    assert person.find("check box", "Sound").checked
    person.key(Key.Key_M)
    assert not person.find("check box", "Sound").checked


def test_f11_fills_the_screen_and_gives_it_back(person):
    pages.breathe(person)
    person.key(Key.Key_F11)
    assert person.window.visibility() == QWindow.Visibility.FullScreen
    person.find("push button", "Leave full screen")
    person.key(Key.Key_F11)
    assert person.window.visibility() != QWindow.Visibility.FullScreen


def test_f11_gives_back_a_maximised_window_as_it_was(person):
    person.window.showMaximized()
    until(lambda: person.window.visibility() == QWindow.Visibility.Maximized, "the large window")
    person.key(Key.Key_F11)
    assert person.window.visibility() == QWindow.Visibility.FullScreen
    person.key(Key.Key_F11)
    until(lambda: person.window.visibility() == QWindow.Visibility.Maximized, "the large window again")
    pages.breathe(person)
    person.press("push button", "Full screen")
    person.press("push button", "Leave full screen")
    until(lambda: person.window.visibility() == QWindow.Visibility.Maximized, "the large window again")


def test_the_controls_stay_a_while_after_going_on_from_words_with_the_keyboard(start):
    person = start(Settings(welcomed=True, motion=Motion.REDUCED))  # nothing fades
    pages.close(person)
    controls = person.with_property("naturalWidth")[0].parentItem()
    person.tab_to("push button", "Previous")
    for timer in person.of_kind("QQmlTimer"):
        timer.setProperty("running", False)
    person.key(Key.Key_Return)
    assert person.run.kind == "orient"
    person.focused.setProperty("focus", False)
    assert controls.opacity() == 1


def test_letters_type_in_a_field_and_never_act_there(person):
    pages.name_open(person)
    person.type("bam m b ")
    assert person.answers.check_in.underneath == "bam m b "
    assert (person.flow.page, person.run.kind) == ("sitting", "name")
    assert not person.sounding.on
    person.key(Key.Key_Left)
    person.key(Key.Key_F11)
    person.key(Key.Key_F11)
    assert person.run.kind == "name"


def test_escape_leaves_a_field_and_keeps_what_is_typed(person):
    pages.name_open(person)
    person.type("not enough")
    person.key(Key.Key_Escape)
    assert person.run.running
    assert person.focused_name() == "push button “Go on”"
    assert person.find("text", "What is underneath").typed == "not enough"
    person.key(Key.Key_B)
    assert person.flow.page == "room"


@pytest.mark.parametrize(
    ("page", "field"),
    [
        ("name", "What is underneath"),
        ("close", "A line to keep"),
        ("write", "A line to keep"),
        ("journal_rewording", "Own word for Hands"),
    ],
)
def test_who_begins_to_type_on_a_page_for_words_writes_them_and_leaves_nothing(person, page, field):
    pages.EVERY[page](person)
    where = person.flow.page
    before = person.find("text", field).typed if person.every("text", field) else ""
    person.type("Bit warm me")
    assert person.find("text", field).typed == before + "Bit warm me"
    assert (person.flow.page, person.sounding.on) == (where, False)


def test_a_letter_beside_a_place_begins_its_word(person):
    pages.check_in_more(person)
    person.set_value("Strength of Chest", 5)
    person.tab_to("push button", "Clear", "Chest")
    person.type("bw")
    assert person.find("text", "Note for Chest").typed == "bw"
    person.tab_to("check box", "Chest: tight")
    person.type("mb")
    assert person.find("text", "Own word for Chest").typed == "mb"
    assert (person.flow.page, person.sounding.on) == ("sitting", False)


def test_after_escape_the_letters_are_keys_again_until_a_field_is_entered(person):
    pages.write(person)
    person.type("b")
    person.key(Key.Key_Escape)
    person.tab_to("text", "A line to keep")
    person.key(Key.Key_Tab)
    person.type("b")
    assert person.answers.check_in.line == "bb"
    person.key(Key.Key_Escape)
    person.key(Key.Key_B)
    assert person.flow.page == "room"


@pytest.mark.parametrize("field", ["Own word for Chest", "Note for Chest"])
def test_escape_leaves_a_field_of_the_check_in_too(person, field):
    pages.check_in_more(person)
    person.tab_to("text", field)
    person.type("mb")
    person.key(Key.Key_Escape)
    assert person.find("text", field).typed == "mb"
    assert person.flow.page == "sitting"
    assert person.focused_name() == "push button “Stay with it”"


def test_escape_among_the_words_leaves_them_and_does_not_stop_the_sitting(person):
    pages.check_in(person)
    person.tab_to("check box", "Chest: tight")
    person.key(Key.Key_Escape)
    assert (person.flow.page, person.run.kind) == ("sitting", "check-in")
    assert person.answers.check_in.report().sensations


@pytest.mark.parametrize(
    ("page", "field"),
    [
        ("locked", "Passphrase"),
        ("locked_by_code", "Recovery code"),
        ("mend_asks", "Passphrase"),
        ("restore_asks", "Passphrase of that backup"),
        ("settings", "Crisis text"),
    ],
)
def test_escape_leaves_any_other_field_and_the_way_to_the_room_is_one_key_again(person, page, field):
    pages.EVERY[page](person)
    person.settle()
    person.tab_to("text", field)
    person.type("b")
    assert person.flow.page != "room"
    person.key(Key.Key_Escape)
    assert not person.focused_name().startswith("text")
    person.key(Key.Key_B)
    assert person.flow.page == "room"


def test_arrows_move_among_places_and_words(person):
    pages.check_in(person)
    person.tab_to("check box", "Hands")
    person.key(Key.Key_Right)
    assert person.focused_name() == "check box “Eyes”"
    person.key(Key.Key_Left)
    assert person.focused_name() == "check box “Hands”"


@pytest.mark.parametrize(
    ("page", "role", "name"),
    [
        (pages.name_open, "text", "What is underneath"),
        (pages.check_in_more, "text", "Note for Chest"),
        (pages.check_in_more, "text", "Own word for Chest"),
        (pages.check_in_more, "slider", "Strength of Chest"),
        (pages.close, "text", "A line to keep"),
    ],
)
def test_arrows_leave_no_page_from_where_something_is_said(person, page, role, name):
    page(person)
    step = person.run.step
    person.tab_to(role, name)
    if role == "text":
        person.type("tired")
    for key in (Key.Key_Right, Key.Key_Left):
        for _ in range(12):  # past either end
            person.key(key)
    assert (person.run.step, person.focused_name()) == (step, f"{role} “{name}”")


def test_space_presses_where_the_keyboard_is_and_does_nothing_else(person):
    pages.breathe(person)
    person.tab_to("push button", "Next")
    person.tab_to("check box", "Sound")
    person.key(Key.Key_Space)
    assert person.sounding.on
    assert not person.run.paused


@every_page
def test_tab_comes_to_every_control_of_a_page_and_from_each_b_leads_to_the_room(person, page):
    pages.EVERY[page](person)
    assert person.focused.isVisible()
    over = letters(person)
    reached = [each for each in person.everything() if each.role in CONTROLS and each.reached]
    controls = [repr(each) for each in reached if over is None or within(each.item, over)]
    wanted, met = set(controls), set()
    for _ in range(len(controls) + len(wanted) + 10):
        person.key(Key.Key_Tab)
        assert person.focused.isVisible()
        assert person.focused.width() > 0
        met |= met_in_list(person)
    assert wanted - met == set()
    while person.focused_name().startswith("text"):
        person.key(Key.Key_Tab)
    leave_the_words(person)
    person.key(Key.Key_B)
    assert person.flow.page == "room"


def leave_the_words(person):
    """Where words are asked for a letter begins one; after Esc it is a key again."""
    if letters(person):
        person.key(Key.Key_Escape)
    if any(each.property("writes") for each in person.with_property("writes")):
        person.key(Key.Key_Z)
    if person.focused_name().startswith("text"):
        person.key(Key.Key_Escape)


def met_in_list(person):
    """Return what the keyboard is on, and in a long list, all that the arrows come to from there."""
    met = {person.focused_name()}
    if person.focused.property("row") is None:
        return met
    for key in (Key.Key_Up, Key.Key_Down):
        before = None
        while before != person.focused:
            before = person.focused
            person.key(key)
            met.add(person.focused_name())
    return met


@every_page
def test_where_the_keyboard_is_can_be_seen(start, page):
    person = start(Settings(welcomed=True, motion=Motion.REDUCED))  # nothing fades
    pages.EVERY[page](person)
    person.window.grabWindow()  # a page lays itself out as it is drawn
    person.key(Key.Key_Tab)
    for _ in range(14):
        name, where = person.focused_name(), around(person)
        seen = person.window.grabWindow().copy(where)
        person.key(Key.Key_Tab)
        same = seen == person.window.grabWindow().copy(where)
        assert not same or where == around(person), f"{name} looks the same with and without the keyboard on it"
        assert not cut_off(person), f"the line around {person.focused_name()} is cut off"


def cut_off(person):
    """Whether the line around what the keyboard is on goes beyond the sides of what scrolls."""
    for ring in [item for item in person.with_property("ink") if item.inherits("QQuickRectangle")]:
        line, above = scene(ring), ring.parentItem()
        while above is not None:
            sides = scene(above)
            if above.clip() and (line.left() < sides.left() - 0.5 or line.right() > sides.right() + 0.5):
                return True
            above = above.parentItem()
    return False


def scene(item):
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def around(person):
    """The piece of the window that shows where the keyboard is."""
    item = person.focused
    return item.mapRectToScene(QRectF(-6, -6, item.width() + 12, item.height() + 12)).toAlignedRect()
