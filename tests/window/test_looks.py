"""Three looks of one breath: chosen, kept and told, and drawn from the same moment."""

from __future__ import annotations

from itertools import pairwise

import pages
import pytest
from person import until
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from seen import beside_words, contrast, glow, lightness, riding, unmoved
from test_fit import SIZES, drawn, faults

from grounding.base.settings import Look, Motion, Settings, Theme

Key = Qt.Key
FRAME_S = 1 / 60
NAMES = {"Circle": "Breathing circle", "Wave": "Breathing wave", "Dim": "Breathing glow"}
FULL_MOTION = {"welcomed": True, "motion": Motion.FULL}


def seen_as(person, look):
    """Wait until this look is the only one that a screen reader finds."""
    until(lambda: [said.name for said in person.every("image") if said.name in NAMES.values()] == [NAMES[look]], look)


# Chosen


@pytest.mark.parametrize("name", NAMES)
def test_a_look_is_chosen_in_settings_and_kept(person, restart, name):
    pages.settings(person)
    person.press("radio button", name)
    again = restart(person)
    pages.settings(again)
    assert [said.name for said in again.every("radio button") if said.checked and said.name in NAMES] == [name]
    pages.breathe(again)
    seen_as(again, name)


def test_l_goes_on_to_the_next_look_and_round(start):
    person = start(Settings(**FULL_MOTION))
    pages.breathe(person)
    for name in ("Circle", "Wave", "Dim", "Circle"):
        seen_as(person, name)
        person.key(Key.Key_L)
    assert person.run.running


def test_the_control_for_it_stands_with_the_others(start):
    person = start(Settings(**FULL_MOTION))
    pages.breathe(person)
    person.press("push button", "Look")
    seen_as(person, "Wave")
    person.run.stop()
    pages.check_in(person)
    assert person.missing("push button", "Look")


def test_l_is_a_letter_where_words_are_asked_for(person):
    pages.name_open(person)
    person.type("l")
    assert person.answers.check_in.underneath == "l"
    assert person.preferences.look == "orb"


def test_with_reduced_motion_nothing_scrolls_and_the_wave_is_the_still_circle(start):
    person = start(Settings(welcomed=True, motion=Motion.REDUCED, look=Look.WAVE))
    pages.breathe(person)
    for name in ("Circle", "Dim", "Circle"):
        seen_as(person, name)
        person.key(Key.Key_L)


def test_somebody_is_told_where_to_hold_in_each_look(person):
    pages.own(person)
    assert any("Hold Enter or the circle" in said.name for said in person.every("label"))
    person.key(Key.Key_L)
    assert any("Hold Enter or the middle of the page" in said.name for said in person.every("label"))


@pytest.mark.parametrize("look", Look)
def test_the_breath_can_be_held_with_the_pointer_in_each_look(start, look):
    person = start(Settings(**FULL_MOTION, look=look))
    pages.own(person)
    person.window.grabWindow()
    item = person.find("push button", "Breathe in").item
    at = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
    QTest.mousePress(person.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    person.wait(2.0, step_s=0.1)
    assert person.run.fullness > 0.9
    QTest.mouseRelease(person.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    person.wait(3.0, step_s=0.1)
    assert person.run.fullness < 0.1


# Drawn

ACTS = {
    1.4: "pause",
    2.0: "resume",
    4.2: "slower",
    7.0: "faster",
    9.1: "previous",
}


def frames(person, seconds, measure):
    """Yield fullness and what is measured of the picture, frame by frame, while somebody does this and that."""
    acts = dict(ACTS)
    for number in range(round(seconds / FRAME_S / 3)):
        at_s = number * FRAME_S * 3
        for due_s in [each for each in acts if each <= at_s]:
            act = acts.pop(due_s)
            {"slower": person.pace.slower, "faster": person.pace.faster}.get(act, getattr(person.run, act, None))()
            unmoved(person)  # the line that was fades into the one that is
        person.hand.awake_s += FRAME_S * 3
        person.run.look()
        yield person.run.fullness, measure(person.window.grabWindow(), person), person.run.paused


@pytest.mark.parametrize("pattern", ["gentle", "box"])
def test_the_height_of_the_disc_on_the_wave_is_fullness_in_every_picture(start, pattern):
    person = start(Settings(**FULL_MOTION, look=Look.WAVE))
    person.shelf.choose("breathe")
    person.shelf.choosePattern(pattern)
    person.flow.begin_practice("breathe")
    person.flow.goOn(False)
    person.wait(0.01)
    view = person.with_property("piecesBehind")[0]
    reach = view.property("reach")
    seen = list(frames(person, 11, riding))
    assert reach > 100
    for full, y, _ in seen:
        assert y == pytest.approx(view.mapToScene(QPointF(0, view.property("emptyY"))).y() - reach * full, abs=1.0)
    still = [y for _, y, paused in seen if paused]
    assert len(still) > 5
    assert max(still) - min(still) == 0
    fastest_px = reach * 1.0 * 3 * FRAME_S
    assert max(abs(after - before) for (_, before, _), (_, after, _) in pairwise(seen)) < fastest_px + 1


def test_the_line_passes_through_the_disc_and_the_next_turn_is_seen_where_it_will_come(start):
    person = start(Settings(**FULL_MOTION, look=Look.WAVE))
    pages.breathe(person)
    person.wait(1.0)
    picture = unmoved(person)
    (view,) = person.with_property("piecesBehind")
    per_s = view.property("pieceWidth") / person.wave.pieceS
    top = view.mapToScene(QPointF(0, 0)).y()
    for at_s, full in ((3.0, 1.0), (5.25, 0.5), (7.5, 0.0), (9.0, 0.5)):  # own time of gentle's turns
        x = view.property("present") + (at_s - 2.0) * per_s
        y = top + view.property("emptyY") - view.property("reach") * full
        column = [picture.pixelColor(round(x), round(y) + each) for each in range(-4, 5)]
        brightest = max(column, key=lambda colour: colour.redF() - colour.blueF())
        assert brightest.redF() - brightest.blueF() > 0.2, (at_s, [each.name() for each in column])
    away = picture.pixelColor(round(view.property("present") + 1.0 * per_s), round(top + view.property("emptyY")) - 8)
    assert away.redF() < 0.2


def test_a_pause_stands_still_to_the_last_pixel_in_every_look(start):
    for look in Look:
        person = start(Settings(**FULL_MOTION, look=look))
        pages.breathe(person)
        person.wait(0.7)
        person.key(Key.Key_Space)
        before = unmoved(person)
        person.wait(3.3)
        assert unmoved(person) == before
        person.grounding.close()


def test_a_change_of_pace_leaves_the_wave_behind_as_it_was_breathed(start):
    person = start(Settings(**FULL_MOTION, look=Look.WAVE))
    pages.breathe(person)
    person.wait(8.0)
    before = unmoved(person)
    person.pace.slower()
    after = unmoved(person)
    (view,) = person.with_property("piecesBehind")
    present, top = view.property("present"), round(view.mapToScene(QPointF(0, 0)).y())
    behind = (0, top, round(present - view.property("disc")), round(view.height()))
    ahead = (round(present + view.property("disc")), top, round(view.width() - present), round(view.height()))
    assert after.copy(*behind) == before.copy(*behind)
    assert after.copy(*ahead) != before.copy(*ahead)


def test_of_a_followed_breath_only_a_quiet_line_lies_ahead(start):
    person = start(Settings(**FULL_MOTION, look=Look.WAVE))
    pages.own(person)
    person.pace.turn(True)
    person.wait(1.5, step_s=0.1)
    picture = unmoved(person)
    (view,) = person.with_property("piecesBehind")
    top = round(view.mapToScene(QPointF(0, 0)).y())
    x, rest_y = round(view.property("present") + view.property("disc")), round(top + view.property("emptyY"))
    wide = round((view.width() - x) * 0.6)
    ahead = [(y, picture.pixelColor(x + wide // 2, y)) for y in range(top, top + round(view.height()))]
    warm = [y for y, colour in ahead if colour.redF() - colour.blueF() > 0.1]
    assert warm == []
    light = [y for y, colour in ahead if lightness(colour) > lightness(picture.pixelColor(x, rest_y - 12)) + 0.05]
    assert light == [rest_y]


def test_the_glow_brightens_and_dims_with_fullness_in_every_picture(start):
    person = start(Settings(**FULL_MOTION, look=Look.DIM))
    pages.breathe(person)
    unmoved(person)
    seen = list(frames(person, 11, glow))
    assert max(light for _, light, _ in seen) > min(light for _, light, _ in seen) + 0.15
    by_fullness = sorted((full, light) for full, light, _ in seen)
    assert all(light <= brighter + 0.006 for (_, light), (_, brighter) in pairwise(by_fullness))
    for (low, light), (high, brighter) in zip(by_fullness, by_fullness[20:], strict=False):
        if high > low + 0.05:
            assert brighter > light
    still = [light for _, light, paused in seen if paused]
    assert len(still) > 5
    assert len(set(still)) == 1
    assert max(abs(after - before) for (_, before, _), (_, after, _) in pairwise(seen)) < 0.04


def test_a_hold_is_alive_in_every_look_and_nothing_moves(start):
    for look in Look:
        person = start(Settings(**FULL_MOTION, look=look))
        pages.holding(person)  # a second into the first hold
        begun, full = unmoved(person), person.run.fullness
        person.wait(1.0)
        middle = unmoved(person)
        assert person.run.fullness == full == 1
        assert middle != begun
        person.grounding.close()


# Dim


@pytest.fixture(params=[theme for theme in Theme if theme is not Theme.SYSTEM])
def dim(start, request):
    return start(Settings(welcomed=True, motion=Motion.REDUCED, look=Look.DIM, theme=request.param))


def test_dim_is_nearly_black_in_every_theme_and_nothing_on_it_is_bright(dim):
    for page in (pages.breathe, pages.check_in):
        page(dim)
        dim.wait(2)
        picture = dim.window.grabWindow()
        spots = [picture.pixelColor(x, y) for x in range(0, 1120, 7) for y in range(0, 720, 7)]
        assert sorted(map(lightness, spots))[len(spots) // 2] < 0.01
        assert max(max(each.redF(), each.greenF(), each.blueF()) for each in spots) < 0.8
        dim.run.stop()


def test_words_can_be_read_where_the_glow_is_brightest(dim):
    for page in (pages.dim, pages.dim_followed, pages.scan_chest):
        page(dim)
        dim.wait(2.0 if page is pages.dim else 0.01)
        drawn(dim)
        dull = {text: round(ratio, 2) for text, ratio in beside_words(dim) if ratio < 4.5}
        assert dull == {}
        dim.run.stop()


def test_the_pages_after_it_are_as_light_as_ever(dim):
    home = dim.window.grabWindow()
    pages.breathe(dim)
    dim.key(Key.Key_Escape)
    assert unmoved(dim) == home


@pytest.mark.parametrize("way", ["begin", "stop", "key"])
def test_between_light_and_dark_nothing_flashes(start, way):
    person = start(Settings(**FULL_MOTION, theme=Theme.DAY, look=Look.DIM))
    if way != "begin":
        pages.breathe(person)
        unmoved(person)
    act = {
        "begin": person.flow.breatheNow,
        "stop": person.run.stop,
        "key": person.preferences.nextLook,
    }[way]

    def light():
        picture = person.window.grabWindow()
        return sum(lightness(picture.pixelColor(x, 300)) for x in range(200, 1000, 16)) / 50

    begun = light()
    act()
    first = light()
    assert abs(first - begun) < 0.1
    seen = [first]
    until(lambda: seen.append(light()) or abs(seen[-1] - begun) > 0.5, "the other light")
    assert len(seen) > 5


def test_by_key_the_circle_darkens_before_it_goes(start):
    person = start(Settings(**FULL_MOTION, theme=Theme.DAY, look=Look.WAVE))
    pages.breathe(person)
    before = unmoved(person)
    person.preferences.nextLook()
    picture = person.window.grabWindow()
    view = person.with_property("piecesBehind")[0]
    at = view.mapToScene(QPointF(view.property("present"), view.property("level"))).toPoint()
    assert abs(lightness(picture.pixelColor(at)) - lightness(before.pixelColor(at))) < 0.1
    assert abs(lightness(picture.pixelColor(at)) - lightness(picture.pixelColor(600, 20))) > 0.1


def test_back_to_the_room_warms_from_the_dark_and_can_be_read_at_once(start):
    person = start(Settings(**FULL_MOTION, theme=Theme.DAY, look=Look.DIM))
    pages.breathe(person)
    unmoved(person)
    person.flow.backToRoom()
    picture = person.window.grabWindow()
    assert lightness(picture.pixelColor(10, 300)) < 0.1
    (heading,) = person.every("heading", "Here is the room")
    assert contrast(heading.item.property("color"), picture.pixelColor(10, 300)) > 4.5
    until(lambda: lightness(person.window.grabWindow().pixelColor(10, 300)) > 0.6, "the light of the room")


# Whole


@pytest.mark.parametrize("size", SIZES)
def test_the_wave_is_whole_and_no_word_stands_on_it(start, size):
    width, height, percent = SIZES[size]
    person = start(Settings(**FULL_MOTION, width=width, height=height, text_percent=percent))
    for page in (pages.wave, pages.wave_followed):
        page(person)
        unmoved(person)
        drawn(person)
        assert list(faults(person)) == []
        view = person.with_property("piecesBehind")[0]
        top = view.mapToScene(QPointF(0, 0)).y() + view.property("emptyY") - view.property("reach")
        ends = view.mapToScene(QPointF(view.width(), view.property("emptyY")))
        for said in (*person.every("label"), *person.every("push button", "A little slower")):
            at, wide = said.item.mapToScene(QPointF(0, 0)), said.item.width()
            beside = at.x() >= ends.x() or at.x() + wide <= 0
            assert beside or at.y() >= ends.y() or at.y() + said.item.height() <= top, said
        person.run.stop()


def test_the_wave_asks_for_frames_only_while_something_goes_by(start):
    person = start(Settings(**FULL_MOTION, look=Look.WAVE))
    pages.arrive(person)

    def asks():
        return any(each.property("running") for each in person.of_kind("QQuickFrameAnimation"))

    assert not asks()
    person.wait(31)
    person.wave._look()  # as its timer does, whose clock is not in our hand
    assert person.run.kind == "arrive"
    assert asks()
    person.key(Key.Key_Space)
    assert not asks()
    person.key(Key.Key_Space)
    assert asks()
    person.run.next()
    person.run.breatheOwn(True)
    person.wait(30)
    person.wave._look()
    assert not asks()
