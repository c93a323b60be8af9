"""A breath that is led, and kept, taken back, hurried or paused on its way: pictures beside the formula."""

from __future__ import annotations

from dataclasses import replace

import pages
import pytest
from orb_seen import LOOK_S, Seen, step
from person import until
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from seen import unmoved
from way import begins, faster, laid, level, slower, stayed, tapped_s, turned_to, way

from grounding.base.settings import Motion, Settings
from grounding.breath.course import Course
from grounding.breath.leading import LED
from grounding.breath.rhythm import Rhythm

Key = Qt.Key
RATES = [20, 16, 12, 6]
SLOWEST = 4
BEFORE, AFTER = 8, 24
PAUSED_S = 7.3
NEAR = 0.01
MOMENTS = [(2, 0.3), (9, 0.22), (10, 0.62), (11, 0.41), (12, 0.85)]
"""In which breath of the way, and how far along its in-breath (below a half) or its out-breath: met, and led."""


def press(person, key, seconds):
    """Hold Enter for so long."""
    QTest.keyPress(person.window, key)
    person.wait(seconds)
    QTest.keyRelease(person.window, key)
    until(lambda: not person.pace.filling, "the end of the in-breath")


def held(person, stroke_s):
    """Breathe with Enter, so long in and so long out, often enough to be met."""
    for _ in range(5):
        press(person, Key.Key_Return, stroke_s)
        person.wait(stroke_s)


def tapped(person, period_s):
    """Tap Enter once a breath."""
    last_s = 0.0
    for at_s in tapped_s(period_s):
        person.wait(at_s - last_s)
        last_s = at_s + 0.1
        press(person, Key.Key_Return, 0.1)


class Led:
    """Somebody who has been met, and is led from an empty orb on, at own time 0 of the way."""

    def __init__(self, start, meet, met):
        self.person = start(Settings(welcomed=True, motion=Motion.FULL, slowest=SLOWEST))
        pages.own(self.person)
        meet(self.person)
        self.person.wait(30.0, step_s=1.0)
        unmoved(self.person)
        self.seen = Seen(self.person)
        self.seen.empty_px = self.seen.radius_px()
        self.person.key(Key.Key_Down)
        self.zero_s, self.sitting = self.person.hand.awake_s, self.person.run.sitting
        self.breaths = way(*met)
        self.to(self.breaths[0][0])
        self.seen.full_px = self.seen.radius_px()
        assert 1.8 < self.seen.full_px / self.seen.empty_px < 2.0

    def to(self, at_s):
        """Let it be this moment of the way, as if nothing had been asked."""
        self.person.hand.awake_s = self.zero_s
        self.person.run._change(self.sitting)
        self.person.wait(at_s)

    def looks(self, count):
        """Yield so many moments of the way with what is seen, each a look after the one before."""
        for _ in range(count):
            self.person.wait(LOOK_S)
            yield self.person.hand.awake_s - self.zero_s, self.seen.fullness()

    def around(self, at_s, act):
        """Return what is seen before and after something is done at this moment."""
        self.to(at_s - BEFORE * LOOK_S)
        before = list(self.looks(BEFORE))
        act()
        return before, list(self.looks(AFTER))


@pytest.fixture(params=RATES, ids=lambda rate: f"{rate} a minute")
def led(start, request):
    stroke_s = 30 / request.param
    return Led(start, lambda person: held(person, stroke_s), (stroke_s, stroke_s))


def moment(breaths, at, part):
    """Return the moment at this part of a breath; a half is the turn."""
    in_s, out_s = breaths[at]
    return begins(breaths, at) + (2 * part * in_s if part < 0.5 else in_s + (2 * part - 1) * out_s)


def meant(breaths, asked, at, at_s):
    """Return the pieces of the way where this was asked in this breath."""
    if asked == "stay":
        return laid(stayed(breaths, at))
    to_come = {"slower": slower(breaths, at), "faster": faster(breaths, at), "back": breaths[:8]}[asked]
    return turned_to(laid(breaths), at_s, to_come[0], to_come)


def shortest_s(breaths):
    return min(each / 1.05 for breath in breaths for each in breath)


@pytest.mark.parametrize(
    ("asked", "key"),
    [("stay", Key.Key_S), ("back", Key.Key_O), ("slower", Key.Key_Down), ("faster", Key.Key_Up)],
)
def test_pictures_of_a_way_that_is_changed_are_the_formula_and_nothing_steps(led, asked, key):
    for at, part in MOMENTS if asked in {"stay", "slower"} else MOMENTS[1:]:
        at_s = moment(led.breaths, at, part)
        pieces = meant(led.breaths, asked, at, at_s)
        before, after = led.around(at_s, lambda: led.person.key(key))
        led.person.wait(sum(led.breaths[at]) * 1.3)
        later = list(led.looks(6))
        for now_s, full in before + after + later:
            assert full == pytest.approx(level(pieces, now_s)[0], abs=NEAR), (at, part, now_s - at_s)
        assert max(step([full for _, full in before + after], shortest_s(led.breaths))) < 0


def test_pictures_of_a_way_that_is_paused_stand_still_and_go_on_where_they_stood(led):
    pieces = laid(led.breaths)
    for at, part in MOMENTS:
        at_s = moment(led.breaths, at, part)
        before, paused = led.around(at_s, led.person.run.pause)
        assert all(full == paused[0][1] for _, full in paused)
        led.person.wait(PAUSED_S)
        led.person.run.resume()
        away_s = AFTER * LOOK_S + PAUSED_S
        after = [(now_s - away_s, full) for now_s, full in led.looks(AFTER)]
        for now_s, full in [*before, (at_s, paused[0][1]), *after]:
            assert full == pytest.approx(level(pieces, now_s)[0], abs=NEAR), (at, part, now_s - at_s)
        assert max(step([full for _, full in before + after], shortest_s(led.breaths))) < 0


@pytest.mark.parametrize("how", ["begun anew", "from a standstill"])
def test_a_breath_that_is_cut_hard_would_be_seen(led, how):
    at_s = moment(led.breaths, 10, 0.22)
    run = led.person.run

    def cut(sitting, _now_s):
        own_s, rhythm = sitting.own_s(led.person.hand.awake_s), Rhythm(in_s=led.breaths[0][0], out_s=led.breaths[0][1])
        piece = replace(sitting.course.segment(own_s), at_s=own_s, level=sitting.course.at(own_s).fullness)
        begins_s = own_s if how == "begun anew" else piece.end_s
        lead = () if how == "begun anew" else (piece,)
        return replace(sitting, course=Course(begins_s=begins_s, pattern=rhythm.pattern(LED), lead=lead))

    before, after = led.around(at_s, lambda: run.change(cut))
    jump, jerk = step([full for _, full in before + after], shortest_s(led.breaths))
    assert jerk > 0
    assert (jump > 0) == (how == "begun anew")


@pytest.mark.parametrize("a_minute", RATES)
def test_pictures_of_a_way_that_begins_with_taps_are_its_formula(start, a_minute):
    period_s = 60 / a_minute
    led = Led(start, lambda person: tapped(person, period_s), (4 / 9 * period_s, 5 / 9 * period_s))
    pieces = laid(led.breaths)
    for at, part in [*MOMENTS, (len(led.breaths) - 1, 0.3)]:
        led.to(moment(led.breaths, at, part))
        seen = list(led.looks(AFTER))
        for now_s, full in seen:
            assert full == pytest.approx(level(pieces, now_s)[0], abs=NEAR), (at, part)
        assert max(step([full for _, full in seen], shortest_s(led.breaths))) < 0
