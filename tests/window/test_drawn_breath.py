"""A breath of one's own on its page: drawn with keys, a pointer or a screen reader, breathed at once, and kept."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

import pages
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from person import until
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest

from grounding.base.home import Home
from grounding.base.settings import Motion, Settings
from grounding.breath.own import flaw
from grounding.breath.patterns import GENTLE, PATTERNS
from grounding.breath.stroke import Stroke
from grounding.practice.own_patterns import OwnPatterns

Key = Qt.Key
NEW = "A breath of mine"


def kept(person):
    """What lies in the home, once all that is under way has got there."""
    person.settle()
    person.settle()
    found = OwnPatterns(Home(person.home).patterns).read()
    assert found.failures == ()
    return {each.name: each.strokes for each in found.patterns}


def strokes(*pairs):
    return tuple(Stroke(to=to, seconds=seconds) for to, seconds in pairs)


def retype(person, name, text):
    """Type into a field, over what stands in it."""
    person.tab_to("text", name)
    person.key(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    person.type(text)


def rewrite(person, name, text):
    """Write over what stands in a field, as an assistive tool does."""
    field = person.find("text", name).interface
    field.editableTextInterface().replaceText(0, field.textInterface().characterCount(), text)
    QTest.qWait(0)


def marks(person):
    """What goes along the line with the orb."""
    return [item for item in person.items() if item.objectName() == "mark"]


@pytest.fixture
def new(person):
    """Somebody who has just begun a new one as `gentle` is."""
    pages.breaths_none(person)
    person.press("push button", "Gentle")
    return person


def test_by_keyboard_alone_a_breath_is_begun_drawn_named_and_breathed_in(person):
    person.shelf.choose("breathe")
    person.tab_to("push button", "Other ways to breathe: Gentle")
    person.key(Key.Key_Return)
    person.tab_to("push button", "A breath of mine…")
    person.key(Key.Key_Return)
    person.tab_to("push button", "5 a minute")
    person.key(Key.Key_Space)
    assert person.flow.page == "breath"
    assert [text for text in person.texts() if text == "5 breaths a minute"]
    retype(person, "Seconds of stroke 1", "4")
    person.key(Key.Key_Up, times=2)
    assert person.drawn.pattern.strokes == strokes((1, 4.5), (0, 7.25))
    person.tab_to("push button", "Add after", "stroke 1, in")
    person.key(Key.Key_Return)
    assert person.focused_name() == "text “Seconds of stroke 2”"
    assert not person.find("check box", "Hold", "stroke 2, out").checked
    assert person.drawn.pattern.strokes[1] == Stroke(to=0.5, seconds=1)
    retype(person, "Fullness after stroke 2, 0 to 100", "100")
    assert person.find("check box", "Hold", "stroke 2, hold").checked
    retype(person, "Fullness after stroke 2, 0 to 100", "80")
    assert not person.find("check box", "Hold", "stroke 2, out").checked
    retype(person, "Name of this breath", "By the river")
    assert kept(person) == {"By the river": strokes((1, 4.5), (0.8, 1), (0, 7.25))}
    person.tab_to("push button", "Breathe this way")
    person.key(Key.Key_Return)
    assert (person.flow.page, person.run.sitting.course.pattern.strokes) == ("sitting", person.drawn.pattern.strokes)
    person.key(Key.Key_Escape, times=3)
    assert person.find("radio button", "Breathe").checked
    assert person.find("push button", "Other ways to breathe: By the river")


def test_a_screen_reader_draws_as_well(new):
    rewrite(new, "Seconds of stroke 2", "6,25")
    rewrite(new, "Fullness after stroke 1, 0 to 100", "90")
    new.press("push button", "Add after", "stroke 1, in")
    rewrite(new, "Name of this breath", "Evening")
    assert kept(new) == {"Evening": strokes((0.9, 3), (0.45, 1), (0, 6.25))}
    line = new.find("image", "The breath as a line over time")
    assert line.description == "in for 3 s, out for 1 s, out for 6.25 s"
    new.press("push button", "Remove", "stroke 2, out")
    new.press("push button", "A little faster")
    assert new.drawn.rate == "About 7.1 breaths a minute"


def test_the_end_of_a_stroke_is_dragged_in_quarters_of_a_second_and_taken_back_at_once(new):
    (line,) = [item for item in new.with_property("plotBottom")]
    handle = next(item for item in new.with_property("perSecond") if item.property("seconds") == 3)
    grip = handle.mapToScene(handle.boundingRect().center()).toPoint()
    by = QPoint(round(1.3 * handle.property("perSecond")), round(0.3 * handle.property("perFullness")))
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(new.window, left, none, grip)
    for part in range(1, 9):
        QTest.mouseMove(new.window, grip + by * part / 8)
        QTest.qWait(0)
        assert flaw(new.drawn.pattern.strokes) is None
    assert line.property("held") > 0
    QTest.mouseRelease(new.window, left, none, grip + by)
    assert new.drawn.pattern.strokes == strokes((0.7, 4.25), (0, 4.5))
    assert line.property("held") == 0
    new.press("push button", "Undo")
    assert new.drawn.pattern.strokes == GENTLE.strokes
    assert not new.drawn.mayUndo
    new.press("push button", "Redo")
    assert kept(new) == {NEW: strokes((0.7, 4.25), (0, 4.5))}


def test_while_a_point_is_dragged_it_stays_under_the_pointer_and_then_the_line_takes_its_room_anew(new):
    (line,) = [item for item in new.with_property("plotBottom")]
    handle = next(item for item in new.with_property("perSecond") if item.property("seconds") == 3)
    grip, scale = handle.mapToScene(handle.boundingRect().center()).toPoint(), handle.property("perSecond")
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(new.window, left, none, grip)
    for pixels in range(0, 240, 12):
        at = grip + QPoint(pixels, 0)
        QTest.mouseMove(new.window, at)
        QTest.qWait(0)
        assert handle.property("perSecond") == scale
        if pixels > 24:  # once it is a drag
            assert abs(handle.mapToScene(handle.boundingRect().center()).x() - at.x()) <= scale / 8 + 2
    assert new.drawn.seconds > line.property("held")
    QTest.mouseRelease(new.window, left, none, grip + QPoint(228, 0))
    assert handle.property("perSecond") < scale
    assert line.property("span") > new.drawn.seconds


def test_what_goes_along_the_line_is_on_it_right_after_a_change_too(new):
    (line,) = [item for item in new.with_property("plotBottom")]
    new.press("push button", "Play")
    for at, seconds in ((0, 5), (1, 9), (0, 2.5), (1, 4)):
        new.wait(1.7)
        new.drawn.lengthen(at, seconds)
        for _ in range(4):
            new.wait(0.4)
            new.breath_trial.look()
            (mark,) = marks(new)
            middle = mark.mapToItem(line, mark.boundingRect().center())
            assert apart(line, new.drawn.line, middle) < 2


def apart(line, points, place):
    """How many pixels a place is away from the line."""
    wide = (line.width() - line.property("gutter") - 24) / line.property("span")
    high = line.property("plotBottom") - line.property("plotTop")
    drawn = [
        QPointF(line.property("gutter") + x * wide, line.property("plotTop") + y * high)
        for x, y in map(QPointF.toTuple, points)
    ]
    pairs = [(one, other - one, place - one) for one, other in pairwise(drawn)]
    feet = [
        one + way * min(1.0, max(0.0, QPointF.dotProduct(way, off) / (QPointF.dotProduct(way, way) or 1.0)))
        for one, way, off in pairs
    ]
    return min(hypot(*(foot - place).toTuple()) for foot in feet)


def test_a_change_is_breathed_at_once_and_goes_on_from_where_the_orb_is(new):
    assert not new.breath_trial.playing
    new.press("push button", "A little slower")
    assert new.breath_trial.playing
    for at, seconds in ((0, 5), (1, 9), (0, 2.5), (1, 4)):
        new.wait(1.3)
        new.breath_trial.look()
        before = new.breath_trial.course.at(new.hand.awake_s)
        new.drawn.lengthen(at, seconds)
        after = new.breath_trial.course.at(new.hand.awake_s)
        assert after.fullness == pytest.approx(before.fullness, abs=1e-9)
        assert after.speed == pytest.approx(before.speed, abs=1e-6)
        assert new.breath_trial.fullness == pytest.approx(after.fullness)


CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["lengthen", "level", "hold", "add", "remove", "slower", "undo", "redo"]), st.floats(0, 25)
    ),
    max_size=8,
)


@given(CHANGES, st.floats(0.05, 3))
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_done_the_page_shows_what_is_drawn_and_the_orb_never_jumps(new, changes, apart_s):
    for what, amount in changes:
        new.hand.awake_s += apart_s
        before = new.breath_trial.course.at(new.hand.awake_s).fullness
        at = int(amount) % new.drawn.count
        arguments = {
            "lengthen": (at, amount),
            "level": (at, 4 * amount),
            "hold": (at, amount > 12),
            "add": (at,),
            "remove": (at,),
        }
        getattr(new.drawn, what)(*arguments.get(what, ()))
        new.breath_trial.look()
        assert new.breath_trial.fullness == pytest.approx(before, abs=1e-9)
        assert flaw(new.drawn.pattern.strokes) is None
    QTest.qWait(0)
    shown = [(item.property("at"), item.property("stroke")) for item in new.with_property("roomy")]
    assert shown == list(enumerate(new.drawn.rows))


def test_the_orb_comes_to_rest_when_asked_and_nothing_is_looked_at_then(new):
    (frames,) = [each for each in new.of_kind("QQuickFrameAnimation") if each.property("running") is not None][:1]
    new.press("push button", "Play")
    assert frames.property("running")
    new.wait(1)
    new.press("push button", "Pause")
    new.wait(20)
    new.breath_trial.look()
    assert (new.breath_trial.fullness, frames.property("running")) == (0, False)


def test_space_plays_where_no_control_has_it_and_leaving_is_rest(new):
    new.key(Key.Key_Escape)
    assert new.flow.page == "breaths"
    new.press("push button", "Even")
    new.focused.setProperty("focus", False)
    new.key(Key.Key_Space)
    assert new.breath_trial.playing
    new.key(Key.Key_B)
    assert (new.flow.page, new.breath_trial.playing) == ("room", False)


def test_with_less_motion_the_disc_and_the_mark_stand_still(start):
    person = start(Settings(welcomed=True, motion=Motion.REDUCED))
    pages.breaths_none(person)
    person.press("push button", "Gentle")
    person.press("push button", "Play")
    radius = person.orb.property("radius")
    person.wait(1.5)
    person.breath_trial.look()
    assert person.breath_trial.fullness == pytest.approx(0.5)
    assert (person.orb.property("radius"), person.orb.property("reduced")) == (radius, True)
    assert marks(person) == []
    person.preferences.set(motion=Motion.FULL)
    assert len(marks(person)) == 1


def test_one_that_was_only_looked_at_is_not_kept(new):
    new.key(Key.Key_Escape)
    assert kept(new) == {}
    new.press("push button", "Box")
    new.press("push button", "Delete it")
    assert (new.flow.page, new.every("push button", "Undo")) == ("breaths", [])


def test_what_is_half_typed_loses_nothing(new):
    new.press("push button", "A little slower")
    slower = new.drawn.pattern.strokes
    retype(new, "Name of this breath", " ")
    assert kept(new) == {NEW: slower}
    person = new
    person.key(Key.Key_Tab)
    assert person.find("text", "Name of this breath").typed == NEW
    for half in ("", "x", "1.2.3", "."):
        rewrite(person, "Seconds of stroke 1", half)
        assert kept(person) == {NEW: slower}
    retype(person, "Seconds of stroke 1", "0.1")
    assert person.find("text", "Seconds of stroke 1").typed == "0.1"
    assert person.drawn.pattern.strokes[0].seconds == 0.5
    person.key(Key.Key_Return)
    assert person.find("text", "Seconds of stroke 1").typed == "0.5"


def test_the_name_has_a_label_above_it(new):
    field = new.find("text", "Name of this breath").item
    (label,) = [item for item in new.items() if item.inherits("QQuickText") and item.property("text") == "Name"]
    assert label.mapToScene(QPointF()).y() < field.mapToScene(QPointF()).y()


def test_fast_breathing_is_not_offered_and_that_is_said_in_a_sentence(new):
    new.drawn.lengthen(1, 2)
    retype(new, "Seconds of stroke 1", "0.5")
    assert new.drawn.pattern.strokes == strokes((1, 1), (0, 2))
    (said,) = new.every("alert")
    assert "three seconds" in said.name
    new.key(Key.Key_Up)
    assert new.every("alert") == []


def test_a_hold_has_its_notice_on_the_page(new):
    def notice():
        return [text for text in new.texts() if text.startswith("Holding is not for everyone")]

    assert notice() == []
    new.press("push button", "Add after", "stroke 1, in")
    assert notice() == []
    new.press("check box", "Hold", "stroke 2, out")
    assert notice()
    new.press("push button", "Breathe this way")
    assert new.flow.page == "hold"


@pytest.mark.parametrize("end", ["stop", "escape", "over", "room"])
def test_from_the_sitting_one_comes_back_to_the_drawing_and_what_was_chosen_stays_so(new, end):
    new.shelf.choose("slow-down")
    new.preferences.set(minutes=1)
    assert new.preferences.settings.pattern == ""
    new.drawn.lengthen(0, 4)
    new.press("push button", "Breathe this way")
    assert (new.flow.page, new.flow.title) == ("sitting", "Breathe")
    assert new.run.sitting.course.pattern.strokes == strokes((1, 4), (0, 4.5))
    if end == "stop":
        new.press("push button", "Stop")
    elif end == "escape":
        new.key(Key.Key_Escape)
    elif end == "over":
        new.wait(70)
    else:
        new.key(Key.Key_B)
        new.press("push button", "End")
    assert new.flow.page == "breath"
    assert new.drawn.pattern.strokes == strokes((1, 4), (0, 4.5))
    assert new.drawn.mayUndo
    assert new.focused_name() == "push button “Breathe this way”"
    assert (new.shelf.choice(), new.preferences.settings.pattern) == ("slow-down", "")


@pytest.mark.parametrize("left", ["escape", "not now", "room"])
def test_from_the_notice_before_a_hold_one_comes_back_to_the_drawing(new, left):
    new.shelf.choose("slow-down")
    new.press("push button", "Add after", "stroke 1, in")
    new.press("check box", "Hold", "stroke 2, out")
    new.press("push button", "Breathe this way")
    assert new.flow.page == "hold"
    if left == "escape":
        new.key(Key.Key_Escape)
    elif left == "not now":
        new.press("push button", "Not now")
    else:
        new.key(Key.Key_B)
        new.press("push button", "End")
    assert (new.flow.page, new.shelf.choice()) == ("breath", "slow-down")


def test_another_sitting_after_it_leads_to_the_first_page(new):
    new.press("push button", "Breathe this way")
    new.key(Key.Key_Escape)
    new.flow.show("home")
    new.press("push button", "Breathe now")
    new.key(Key.Key_Escape)
    assert new.flow.page == "home"


def test_another_breath_that_is_opened_has_the_keyboard_at_its_beginning(new):
    new.press("push button", "Breathe this way")
    new.key(Key.Key_Escape, times=2)
    new.press("push button", NEW)
    assert new.focused_name() == "push button “Back”"


def test_what_is_kept_is_there_again_after_a_restart(new, restart):
    new.drawn.lengthen(0, 4)
    retype(new, "Name of this breath", "Later")
    again = restart(new)
    pages.breaths_none(again)
    assert again.find("push button", "Later").description == "About 7.1 breaths a minute"
    again.press("push button", "Later")
    assert again.drawn.pattern.strokes == strokes((1, 4), (0, 4.5))


def test_the_last_change_before_the_window_closes_is_kept(new, restart):
    for quarter in range(12, 40):
        new.drawn.lengthen(0, quarter / 4)
    again = restart(new)
    assert [each.strokes[0].seconds for each in again.shelf.own_patterns] == [9.75]


def test_any_number_of_them_stand_beside_each_other(new):
    for number in range(2, 5):
        new.drawn.slower()
        new.key(Key.Key_Escape)
        new.press("push button", "Gentle")
        assert new.drawn.name == f"{NEW} {number}"
    assert sorted(kept(new)) == [NEW, f"{NEW} 2", f"{NEW} 3"]


def test_one_that_is_deleted_can_be_had_back_until_the_page_is_left(person, home):
    pages.breath(person)
    person.shelf.choose("breathe")
    person.shelf.choosePattern(pages.WALK.id)
    person.press("push button", "Delete it")
    assert person.flow.page == "breaths"
    until(lambda: person.focused_name() == "push button “Undo”", "the way back")
    assert list(kept(person)) == [pages.LONG.name]
    assert person.shelf.patternChosen == "gentle"
    person.key(Key.Key_Return)
    assert kept(person)[pages.WALK.name] == pages.WALK.strokes
    assert person.shelf.patternChosen == pages.WALK.id
    until(lambda: person.focused_name() == f"push button “{pages.WALK.name}”", "what came back")
    person.press("push button", pages.WALK.name)
    person.press("push button", "Delete it")
    person.key(Key.Key_Escape)
    pages.breaths_none(person)
    assert person.missing("push button", "Undo")
    assert not (Home(home).patterns / f"{pages.WALK.id}.toml").exists()


def test_where_nothing_can_be_written_it_is_said_and_tried_again(new):
    patterns = Home(new.home).patterns
    patterns.write_text("a file where a folder could be")
    new.drawn.lengthen(0, 4)
    new.settle()
    assert [text for text in new.texts() if str(patterns) in text]
    patterns.unlink()
    new.drawn.lengthen(0, 5)
    assert kept(new) == {NEW: strokes((1, 5), (0, 4.5))}


def test_what_could_not_be_written_is_tried_once_more_as_the_window_closes(new, restart):
    patterns = Home(new.home).patterns
    patterns.write_text("a file where a folder could be")
    new.drawn.lengthen(0, 4)
    new.settle()
    new.settle()
    patterns.unlink()
    again = restart(new)
    assert [each.strokes for each in again.shelf.own_patterns] == [strokes((1, 4), (0, 4.5))]


def test_the_keyboard_is_seen_somewhere_when_there_is_nothing_more_to_take_back(new):
    new.press("push button", "A little slower")
    new.tab_to("push button", "Undo")
    new.key(Key.Key_Return)
    assert new.focused_name() == "push button “Redo”"
    new.key(Key.Key_Return)
    assert new.focused_name() == "push button “Undo”"


def test_ctrl_z_takes_back_the_last_change_and_shift_brings_it_again(new):
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    new.press("push button", "Add after", "stroke 1, in")
    new.tab_to("push button", "Remove", "stroke 2, out")
    new.key(Key.Key_Z, control)
    assert new.drawn.pattern.strokes == GENTLE.strokes
    until(lambda: new.focused_name() == "text “Seconds of stroke 2”", "a place for the keyboard")
    new.tab_to("text", "Name of this breath")
    new.key(Key.Key_Tab)
    new.key(Key.Key_Z, control | shift)
    assert new.drawn.count == 3
    assert new.focused_name() == "push button “A little slower”"


@pytest.mark.parametrize("key", ["coherent", "cyclic-sigh", "resonance-4.5"])
def test_the_line_is_where_the_orb_is(new, key):
    new.breaths.begin(key)
    new.drawn.play()
    course, seconds = new.breath_trial.course, new.drawn.pattern.seconds
    assert len(new.drawn.line) > 100
    for point in new.drawn.line:
        fullness = course.at(course.begins_s + point.x() % seconds).fullness
        assert 1 - point.y() == pytest.approx(fullness, abs=1e-6)
    assert [stroke.to for stroke in new.drawn.pattern.strokes] == [stroke.to for stroke in PATTERNS[key].strokes]


@pytest.mark.parametrize("size", [(1120, 720), (800, 600)])
def test_what_is_said_of_a_change_pushes_nothing(start, size):
    person = start(Settings(welcomed=True, width=size[0], height=size[1], motion=Motion.REDUCED))
    pages.breath(person)
    person.window.grabWindow()

    def places():
        buttons = [item for item in person.items() if item.inherits("QQuickAbstractButton")]
        return {(str(each.property("text")), each.mapToScene(QPointF()).toTuple()) for each in buttons}

    before = places()
    person.drawn.lengthen(0, 0.5)
    person.drawn.lengthen(2, 0.5)
    for _ in range(3):
        person.window.grabWindow()
        person.settle()
    (said,) = person.every("alert")
    assert said.name == "In and out together take three seconds or more here."
    place = said.item.mapRectToScene(QRectF(0, 0, said.item.width(), said.item.height()))
    assert QRectF(0, 0, *size).contains(place)
    moved = {name for name, _at in before ^ places()}
    assert moved <= {"Play", "Pause"}


@pytest.mark.parametrize(
    ("at", "seconds", "said"),
    [
        (0, 0.1, "A stroke takes half a second or more here."),
        (0, 30, "A stroke takes up to twenty seconds here."),
        (1, 30, "Holds side by side take up to twenty seconds here."),
    ],
)
def test_what_is_said_of_a_change_is_why_it_went_less_far(person, at, seconds, said):
    pages.breath(person)
    person.drawn.lengthen(at, seconds)
    assert [each.name for each in person.every("alert")] == [said]


def test_why_a_change_went_less_far_is_said_until_it_is_taken_back(person):
    pages.breath_limit(person)
    assert "three seconds" in person.drawn.limit
    person.press("push button", "Undo")
    assert person.drawn.limit == ""
