"""Somebody is followed: whatever keys do, the orb stays between empty and full and never jumps."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grounding.breath.course import Course
from grounding.breath.followed import HELD_S, SETTLE_S, Lungs, followed
from grounding.breath.patterns import GENTLE, PATTERNS
from grounding.breath.segment import Phase

FASTEST, SHARPEST = 5.0, 90.0
"""Speed a second and its change a second: what the heaviest weight (4.8) allows, 3 w² and w, and half as much again."""
STEP_S = 1 / 240
waits = st.one_of(st.floats(0, 0.05), st.floats(0.1, 6), st.floats(6, 30), st.just(3600.0))
keys = st.lists(st.tuples(waits, st.booleans()), max_size=14)
begun = st.sampled_from([Course(), *(Course(pattern=pattern) for pattern in PATTERNS.values())])


def told(course, keys, begins_s=0.0):
    """Yield each course with the stretch of own time that it holds for."""
    lungs, at_s = Lungs(), begins_s
    for wait_s, filling in keys:
        yield course, at_s, at_s + wait_s
        at_s += wait_s
        turned = lungs.turned(at_s, filling=filling)
        if turned is not lungs:
            course, lungs = followed(course, at_s, turned), turned
    yield course, at_s, at_s + HELD_S + SETTLE_S + 12


def looks(from_s, to_s):
    """Return times close together, up to a minute of them."""
    count = min(int((to_s - from_s) / STEP_S), int(12 / STEP_S))
    return [from_s + look * STEP_S for look in range(count)] + [to_s]


@given(begun=begun, keys=keys, begins_s=st.floats(0, 20))
@example(begun=Course(pattern=GENTLE), keys=[(0.0, True), (0.0, False), (0.0, True)], begins_s=2.999)
@example(begun=Course(pattern=GENTLE), keys=[(0.0, True)], begins_s=2.9999999)
def test_it_stays_between_empty_and_full_and_never_jumps(begun, keys, begins_s):
    before = begun.at(begins_s)
    for course, from_s, to_s in told(begun, keys, begins_s):
        first = course.at(from_s)
        assert first.fullness == pytest.approx(before.fullness, abs=1e-6)
        assert first.speed == pytest.approx(before.speed, abs=1e-5)
        levels = [course.at(t_s) for t_s in looks(from_s, to_s)]
        assert all(0 <= level.fullness <= 1 for level in levels)
        if course is not begun:
            assert all(abs(level.speed) <= FASTEST for level in levels)
            steps = pairwise(levels[:-1])
            assert all(abs(after.fullness - one.fullness) <= FASTEST * STEP_S for one, after in steps)
            steps = pairwise(levels[:-1])
            assert all(abs(after.speed - one.speed) <= SHARPEST * STEP_S + 1e-6 for one, after in steps)
        before = course.at(to_s)


@given(keys=keys)
def test_whatever_was_held_or_forgotten_it_comes_to_rest(keys):
    for course, _, to_s in told(Course(), keys):
        last, at_s = course, to_s
    assert last.at(at_s).empty
    assert last.at(at_s).phase is Phase.REST


def test_it_moves_within_a_frame_and_nearly_arrives_in_the_time_that_somebody_takes():
    lungs, course, at_s = Lungs(), Course(), 0.0
    for _ in range(4):
        for seconds, filling in ((1.5, True), (2.5, False)):
            lungs = lungs.turned(at_s, filling=filling)
            going_on, course = course, followed(course, at_s, lungs)
            soon_s = at_s + 2 / 60
            assert (course.at(soon_s).fullness > going_on.at(soon_s).fullness) is filling
            at_s += seconds
    assert course.at(at_s).fullness < 0.06
    course = followed(course, at_s, lungs.turned(at_s, filling=True))
    assert course.at(at_s + 1.5).fullness > 0.94


def test_a_key_that_is_held_on_breathes_out_by_itself_and_letting_go_then_changes_nothing():
    lungs = Lungs().turned(0.0, filling=True)
    course = followed(Course(), 0.0, lungs)
    assert course.at(HELD_S).fullness == 1.0
    late_s = course.begins_s - SETTLE_S / 2
    assert 0.4 < course.at(late_s).fullness < 0.6
    assert followed(course, late_s, lungs.turned(late_s, filling=False)) is course


def test_a_bounce_of_the_key_is_no_turn():
    lungs = Lungs().turned(0.0, filling=True)
    assert lungs.turned(0.1, filling=True) is lungs
    assert lungs.turned(2.0, filling=False).turned(2.03, filling=True) == lungs


def test_after_a_tap_the_orb_breathes_a_whole_breath_and_five_of_them_tell_the_rhythm():
    lungs, course = Lungs(), Course()
    for tap in range(7):
        for at_s, filling in ((4.0 * tap, True), (4.0 * tap + 0.1, False)):
            lungs = lungs.turned(at_s, filling=filling)
            course = followed(course, at_s, lungs)
        assert course.at(4.0 * tap + 1.7).fullness > 0.85
        assert course.at(4.0 * tap + 3.9).fullness < 0.15
        assert (lungs.rhythm is None) is (tap < 5)
    assert lungs.taps
    assert lungs.rhythm.a_minute == pytest.approx(15)


def test_held_keys_tell_in_and_out():
    lungs, at_s = Lungs(), 10.0
    for _ in range(6):
        for seconds, filling in ((1.6, True), (2.2, False)):
            lungs = lungs.turned(at_s, filling=filling)
            at_s += seconds
    assert not lungs.taps
    assert (lungs.rhythm.in_s, lungs.rhythm.out_s) == (pytest.approx(1.6), pytest.approx(2.2))


@given(keys=keys)
@example(keys=[(3600.0, True), (3600.0, False), (0.03125, True), (0.0, False), (5.0, True), (3600.0, False)])
def test_a_touch_comes_through_softly_and_stays_as_long_as_the_key_does(keys):
    lungs, at_s = Lungs(), 0.0
    for wait_s, filling in keys:
        felt = [lungs.touch(at_s + part * wait_s) for part in (0, 0.1, 0.5, 1)]
        assert all(0 <= each <= 1 for each in felt)
        assert felt == sorted(felt, reverse=not lungs.filling)
        at_s += wait_s
        turned = lungs.turned(at_s, filling=filling)
        assert turned.touch(at_s) == pytest.approx(lungs.touch(at_s), abs=1e-9)
        lungs = turned
    assert lungs.touch(at_s + 3) == pytest.approx(float(lungs.filling), abs=1e-9)


def test_a_touch_goes_on_from_what_it_has_come_to_when_a_key_bounces():
    held = Lungs().turned(0.0, filling=True)
    up = held.turned(2.0, filling=False)
    for seconds in (0.012, 0.03, 0.059):
        again = up.turned(2.0 + seconds, filling=True)
        assert again.turns == held.turns
        assert up.touch(2.0 + seconds) < 0.95
        assert again.touch(2.0 + seconds) == pytest.approx(up.touch(2.0 + seconds), abs=1e-9)
        assert up.touch(2.0 + seconds) < again.touch(2.1) < again.touch(2.2) < 1
        twice = again.turned(2.1, filling=False).turned(2.13, filling=True)
        assert twice.touch(2.13) == pytest.approx(again.turned(2.1, filling=False).touch(2.13), abs=1e-9)


def test_a_touch_is_there_within_a_frame():
    lungs = Lungs().turned(1.0, filling=True)
    assert lungs.touch(1.0) == 0
    assert 0.1 < lungs.touch(1.0 + 1 / 60) < 0.2
