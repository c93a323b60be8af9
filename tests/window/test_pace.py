"""The person's own pace at the window: held, tapped, led, and taken back, with every kind of hand."""

from __future__ import annotations

import pages
import pytest
from person import until
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from way import way

from grounding.base.settings import Settings, read_settings

Key = Qt.Key
STEPS = ("A little slower", "A little faster", "Stay here", "Back to mine")


def hold(person, key, seconds, then_s):
    """Hold a key for so long while the clock goes on, and let go of it for so long."""
    QTest.keyPress(person.window, key)
    person.wait(seconds, step_s=0.1)
    full = person.run.fullness
    let_go(person, key)
    person.wait(then_s, step_s=0.1)
    return full, person.run.fullness


def let_go(person, key):
    """Let go of a key, and wait until that is believed."""
    QTest.keyRelease(person.window, key)
    until(lambda: not person.pace.filling, "the end of the in-breath")


def breathe(person, breaths=6, in_s=1.6, out_s=2.4):
    for _ in range(breaths):
        full, empty = hold(person, Key.Key_Return, in_s, out_s)
    return full, empty


def alerts(person):
    return [said.name for said in person.every("label")]


def test_enter_held_is_an_in_breath_and_doing_nothing_is_allowed(person):
    pages.own(person)
    assert any("Hold Enter" in name for name in alerts(person))
    person.wait(60, step_s=1)
    assert person.run.fullness == 0
    full, empty = hold(person, Key.Key_Return, 2.0, 3.0)
    assert full > 0.9
    assert empty < 0.1
    assert person.run.running


def test_the_circle_can_be_held_with_the_pointer(person):
    pages.own(person)
    person.window.grabWindow()
    at = person.orb.mapToScene(QPointF(person.orb.width() / 2, person.orb.height() / 2)).toPoint()
    QTest.mousePress(person.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    person.wait(2.0, step_s=0.1)
    assert person.run.fullness > 0.9
    QTest.mouseRelease(person.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    person.wait(3.0, step_s=0.1)
    assert person.run.fullness < 0.1


def test_one_key_does_all_of_it_once_the_keyboard_is_on_the_circle(person):
    pages.own(person)
    person.tab_to("push button", "Breathe in")
    full, empty = hold(person, Key.Key_Space, 2.0, 3.0)
    assert full > 0.9
    assert empty < 0.1
    assert person.run.running


def test_a_screen_readers_press_turns_the_breath(person):
    pages.own(person)
    person.press("push button", "Breathe in")
    person.wait(2.0, step_s=0.1)
    assert person.run.fullness > 0.9
    person.press("push button", "Breathe in")
    person.wait(3.0, step_s=0.1)
    assert person.run.fullness < 0.1


def test_a_key_that_repeats_itself_is_one_breath(person):
    pages.own(person)
    QTest.keyPress(person.window, Key.Key_Return)
    person.wait(1.0, step_s=0.1)
    before = person.run.sitting.lungs.turns
    repeat_a_key(person)
    assert person.run.sitting.lungs.turns == before
    QTest.keyRelease(person.window, Key.Key_Return)


def repeat_a_key(person):
    for told in (True, False):  # some systems do not tell that it is a repetition
        for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
            event = QKeyEvent(kind, Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", told)
            QCoreApplication.sendEvent(person.window, event)


def test_a_key_let_go_of_in_another_window_does_not_hold_the_breath(person):
    pages.own(person)
    person.tab_to("push button", "Breathe in")
    QTest.keyPress(person.window, Key.Key_Space)
    person.wait(2.0, step_s=0.1)
    person.key(Key.Key_Tab)
    person.wait(3.0, step_s=0.1)
    assert person.run.fullness < 0.1


def test_enter_held_while_another_window_comes_to_the_front_does_not_hold_the_breath(person):
    pages.own(person)
    QTest.keyPress(person.window, Key.Key_Return)
    person.wait(2.0, step_s=0.1)
    assert person.run.fullness > 0.9
    other = QWindow()
    other.show()
    other.requestActivate()
    assert QTest.qWaitForWindowActive(other)
    until(lambda: not person.pace.filling, "the end of the in-breath")
    person.wait(3.0, step_s=0.1)
    assert person.run.fullness < 0.1
    other.close()


def test_the_rhythm_is_told_as_an_estimate_and_then_can_be_led(person):
    pages.own(person)
    for name in STEPS:
        assert person.missing("push button", name)
    breathe(person)
    assert any("about 15 a minute, an estimate" in name for name in alerts(person))
    person.press("push button", "A little slower")
    assert person.run.sitting.lead is not None
    assert not person.run.ownBreath
    person.wait(120, step_s=0.5)
    assert person.run.sitting.course.pattern.seconds == pytest.approx(4 / 0.75, rel=0.02)
    person.press("push button", "Back to mine")
    person.wait(6, step_s=0.5)
    assert person.run.sitting.course.pattern.seconds == pytest.approx(4, rel=0.05)


def test_taps_alone_tell_it_too(person):
    pages.own(person)
    for _ in range(7):
        hold(person, Key.Key_Return, 0.1, 4.9)
    assert any("about 12 a minute" in name for name in alerts(person))


@pytest.mark.parametrize(("width", "height", "percent"), [(1120, 720, 100), (800, 600, 100), (800, 600, 200)])
def test_the_circle_keeps_its_place_whatever_is_chosen(start, width, height, percent):
    person = start(Settings(welcomed=True, width=width, height=height, text_percent=percent))
    pages.breathe(person)
    person.window.grabWindow()
    places = set()
    for act in (lambda: None, person.run.toggle, person.run.toggle, lambda: person.run.breatheOwn(True)):
        act()
        person.settle()
        person.window.grabWindow()
        at = person.orb.mapToScene(QPointF(0, 0))
        places.add((at.x(), at.y(), person.orb.width()))
    assert len(places) == 1


@pytest.mark.parametrize(("key", "times"), [(Key.Key_Down, 1.05), (Key.Key_Up, 1 / 1.05)])
def test_a_paced_breath_is_led_by_the_arrows(person, key, times):
    pages.breathe(person)
    person.wait(10, step_s=0.5)
    before = person.run.fullness
    person.key(key)
    assert person.run.fullness == pytest.approx(before, abs=0.01)
    assert person.run.sitting.course.pattern.seconds == pytest.approx(7.5 * times)
    assert person.run.running


def test_o_goes_back_to_ones_own_breath_and_s_keeps_what_is(person):
    pages.own(person)
    breathe(person)
    person.key(Key.Key_Down)
    person.wait(50, step_s=0.5)
    person.key(Key.Key_S)
    stays_s = person.run.sitting.course.pattern.seconds
    person.wait(60, step_s=0.5)
    assert person.run.sitting.course.pattern.seconds == stays_s > 4
    person.key(Key.Key_O)
    person.wait(stays_s, step_s=0.5)
    assert person.run.sitting.course.pattern.seconds == pytest.approx(4, rel=0.05)


def test_keys_of_the_pace_mean_nothing_where_words_are_asked_for(person):
    pages.check_in(person)
    before = person.run.sitting
    for key in (Key.Key_Up, Key.Key_Down):
        person.key(key)
    assert person.run.sitting.course == before.course


def test_the_slowest_breath_is_chosen_in_settings_and_kept(person):
    pages.settings(person)
    person.press("radio button", "8 a minute")
    pages.breathe(person)
    for _ in range(5):
        person.key(Key.Key_Down)
    assert person.run.sitting.course.pattern.seconds == pytest.approx(7.5)


@pytest.mark.parametrize(("name", "percent"), [("Very little", 1), ("A little", 2), ("Somewhat", 3), ("More", 4)])
def test_how_much_longer_each_breath_becomes_is_chosen_in_settings_and_kept(person, name, percent):
    pages.settings(person)
    assert person.find("radio button", "A little").checked
    person.press("radio button", name)
    person.settle()
    assert read_settings(person.home / "settings.json")[0].lead_percent == percent
    pages.own(person)
    met = met_evenly(person)
    person.key(Key.Key_Down)
    expected = way(met.in_s, met.out_s, percent)
    strokes = [piece.seconds for piece in person.run.sitting.course.lead][-2 * len(expected) :]
    assert strokes == pytest.approx([stroke for breath in expected for stroke in breath])


def met_evenly(person):
    breathe(person)
    return person.run.sitting.lungs.rhythm


def test_who_chooses_their_own_breath_in_a_sitting_can_hold_enter_at_once(person):
    pages.breathe(person)
    person.tab_to("check box", "My own breath")
    person.key(Key.Key_Space)
    person.wait(12)
    assert person.pace.follows
    full, empty = hold(person, Key.Key_Return, 2.0, 3.0)
    assert full > 0.9
    assert empty < 0.1
    assert person.pace.follows


def test_taps_that_tell_nothing_yet_say_so(person):
    pages.own(person)
    for _ in range(3):
        hold(person, Key.Key_Return, 0.1, 3.5)
    assert person.pace.line == "not sure yet"


def test_each_step_is_answered_each_time_and_where_it_can_do_nothing_it_says_why(start):
    person = start(Settings(welcomed=True, slowest=8))
    told = []
    person.pace.told.connect(told.append)
    pages.own(person)
    person.key(Key.Key_Down)
    person.run.breatheOwn(False)
    person.wait(12)
    for key in (Key.Key_Up, Key.Key_Up, Key.Key_S, Key.Key_Down, Key.Key_Down, Key.Key_Down):
        person.key(key)
    assert told == [
        "First a few breaths of yours.",
        *("A little faster.",) * 2,
        "It stays as it is now.",
        *("A little slower.",) * 2,
        "It is as slow as you chose in Settings.",
    ]


def test_what_was_asked_of_one_sitting_is_not_said_in_the_next(person):
    pages.breathe(person)
    person.wait(2)
    person.key(Key.Key_Up)
    assert person.pace.line == "A little faster."
    person.key(Key.Key_Escape)
    pages.breathe(person)
    assert person.pace.line == ""
