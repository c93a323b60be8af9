"""A breath while it is drawn: always one that is offered, and always to be had back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from patterns_made import STROKES

from grounding.breath.course import Course
from grounding.breath.drawing import (
    LEAST_RISE,
    RATES,
    Drawing,
    a_minute,
    added,
    along,
    at_next_rate,
    drawn_from,
    holding,
    lengthened,
    levelled,
    mended,
    removed,
)
from grounding.breath.own import STROKE_LEAST_S, STROKE_MOST_S, STROKES_LEAST, STROKES_MOST, Flaw, flaw
from grounding.breath.patterns import GENTLE, PATTERNS
from grounding.breath.stroke import Pattern, Stroke


def strokes(*pairs):
    return tuple(Stroke(to=to, seconds=seconds) for to, seconds in pairs)


WALK = strokes((1, 3.5), (1, 1), (0, 5))
ANY = st.lists(
    st.builds(Stroke, to=st.floats(-1, 2, allow_nan=False), seconds=st.floats(-5, 50, allow_nan=False)),
    min_size=STROKES_LEAST,
    max_size=STROKES_MOST,
)
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["length", "level", "hold", "move", "add", "remove", "slower", "faster"]),
        st.integers(0, STROKES_MOST - 1),
        st.floats(-1, 25, allow_nan=False),
    ),
    max_size=12,
)


def change(made, what, at, amount):
    at = min(at, len(made) - 1)
    match what:
        case "length":
            return lengthened(made, at, amount)
        case "level":
            return levelled(made, at, amount / 20)
        case "hold" | "move":
            return holding(made, at, what == "hold")
        case "add":
            return added(made, at)
        case "remove":
            return removed(made, at)
    return at_next_rate(made, slower=what == "slower")


@given(ANY)
def test_whatever_is_asked_for_becomes_a_breath_that_is_offered(asked):
    made = mended(asked)
    assert flaw(made) is None
    assert all(STROKE_LEAST_S <= each.seconds <= STROKE_MOST_S and each.seconds % 0.25 == 0 for each in made)
    assert all(0 <= each.to <= 1 for each in made)
    assert mended(made) == made


@given(STROKES.filter(lambda made: made[0].to >= LEAST_RISE))
def test_a_breath_that_is_offered_already_stays_as_it_is(made):
    assert mended(made) == made


@given(STROKES, CHANGES)
def test_every_change_makes_a_breath_that_is_offered(made, changes):
    for each in changes:
        made = change(made, *each)
        assert flaw(made) is None
        assert STROKES_LEAST <= len(made) <= STROKES_MOST


@given(STROKES, CHANGES)
def test_what_is_undone_is_as_it_was_and_redone_as_it_became(made, changes):
    drawing = Drawing(strokes=made)
    were = [drawing]
    for each in changes:
        drawing = drawing.changed(change(drawing.strokes, *each))
        were += [drawing] if drawing is not were[-1] else []
    for was in reversed(were[:-1]):
        drawing = drawing.undone()
        assert (drawing.strokes, drawing.past) == (was.strokes, was.past)
    assert drawing.undone() is drawing
    for was in were[1:]:
        drawing = drawing.redone()
        assert drawing.strokes == was.strokes
    assert drawing.redone() is drawing


@given(STROKES, CHANGES, st.floats(0.01, 4))
def test_the_orb_goes_on_through_every_change_without_a_jump(made, changes, apart_s):
    pattern = Pattern(id="own", strokes=made)
    course, at_s = Course(begins_s=0.0, pattern=pattern), 0.0
    for each in changes:
        at_s += apart_s
        was = course.at(at_s)
        pattern = Pattern(id="own", strokes=change(pattern.strokes, *each))
        course = course.retimed(at_s, pattern)
        now = course.at(at_s)
        assert now.fullness == pytest.approx(was.fullness, abs=1e-9)
        assert now.speed == pytest.approx(was.speed, abs=1e-6)
        assert all(0 <= course.at(at_s + step * 0.05).fullness <= 1 for step in range(40))


def test_a_stroke_gets_no_shorter_than_keeps_the_breath_unhurried_and_no_other_is_touched():
    two = strokes((1, 2), (0, 2))
    assert lengthened(two, 0, 0.5) == strokes((1, 1), (0, 2))
    assert lengthened(WALK, 1, 99) == strokes((1, 3.5), (1, 20), (0, 5))
    assert lengthened(strokes((1, 3), (1, 12), (1, 4), (0, 5)), 2, 15)[2].seconds == 8


def test_levels_go_where_they_are_asked_to_but_the_first_rises_and_the_last_ends_empty():
    assert levelled(WALK, 0, 0.8) == strokes((0.8, 3.5), (1, 1), (0, 5))
    assert levelled(WALK, 0, 0)[0].to == LEAST_RISE
    assert levelled(WALK, 2, 0.5) == WALK


def test_a_stroke_holds_and_moves_again():
    assert holding(WALK, 1, hold=False) == strokes((1, 3.5), (0.5, 1), (0, 5))
    assert holding(strokes((1, 3), (0.5, 1), (0, 5)), 1, hold=True) == strokes((1, 3), (1, 1), (0, 5))
    assert holding(WALK, 0, hold=True)[0].to == LEAST_RISE


def test_a_stroke_comes_half_way_to_where_the_breath_goes_next_and_goes():
    assert added(WALK, 1) == strokes((1, 3.5), (1, 1), (0.5, 1), (0, 5))
    assert added(strokes((0.4, 3), (1, 2), (0, 5)), 0) == strokes((0.4, 3), (0.7, 1), (1, 2), (0, 5))
    assert removed(added(WALK, 1), 2) == WALK


def test_a_stroke_that_comes_before_a_hold_takes_the_hold_along():
    assert added(WALK, 0) == strokes((1, 3.5), (0.5, 1), (0.5, 1), (0, 5))
    twice = strokes((1, 3.5), (1, 1), (1, 2), (0.2, 5), (0, 1))
    assert added(twice, 0) == strokes((1, 3.5), (0.6, 1), (0.6, 1), (0.6, 2), (0.2, 5), (0, 1))


def test_after_the_end_there_is_only_a_rest():
    assert added(WALK, 2) == (*WALK, Stroke(to=0, seconds=1))
    assert added(added(WALK, 2), 2) == (*WALK, Stroke(to=0, seconds=1), Stroke(to=0, seconds=1))


def test_there_is_room_for_so_many_strokes():
    assert removed(removed(WALK, 1), 1) == strokes((1, 3.5), (0, 5))
    most = WALK
    for _ in range(STROKES_MOST):
        most = added(most, len(most) - 1)
    assert len(most) == STROKES_MOST


def test_of_a_fast_one_the_way_out_becomes_longer():
    assert flaw(strokes((1, 0.5), (0, 0.5))) is Flaw.FAST
    assert mended(strokes((1, 0.5), (0, 0.5))) == strokes((1, 0.5), (0, 2.5))


@pytest.mark.parametrize("rate", [4.5, 5, 5.5, 6, 6.5])
def test_a_rate_of_half_steps_is_met_as_nearly_as_quarters_of_a_second_can(rate):
    made = drawn_from(PATTERNS[f"resonance-{rate:g}"])
    assert abs(a_minute(made) - rate) < 0.05
    assert made[0].seconds / (made[0].seconds + made[1].seconds) == pytest.approx(0.4, abs=0.02)


@pytest.mark.parametrize("pattern", [each for each in PATTERNS.values() if each.strokes], ids=lambda each: each.id)
def test_one_that_comes_along_is_begun_from_as_it_is_where_it_is_in_quarters(pattern):
    made = drawn_from(pattern)
    assert [each.to for each in made] == [each.to for each in pattern.strokes]
    assert all(abs(one.seconds - other.seconds) < 0.25 for one, other in zip(made, pattern.strokes, strict=True))
    if not pattern.id.startswith("resonance"):
        assert made == pattern.strokes


def test_slower_and_faster_go_by_half_steps_from_end_to_end():
    made, rates = GENTLE.strokes, []
    while (slower := at_next_rate(made, slower=True)) != made:
        made = slower
        rates.append(a_minute(made))
    assert rates[:8] == pytest.approx([7.5, 7, 6.5, 6, 5.5, 5, 4.5, 4], abs=0.06)
    assert rates[-1] == pytest.approx(RATES[0], abs=0.06)
    rates.clear()
    while (faster := at_next_rate(made, slower=False)) != made:
        made = faster
        rates.append(a_minute(made))
    assert rates == sorted(rates)
    assert rates[:6] == pytest.approx([2, 2.5, 3, 3.5, 4, 4.5], abs=0.06)
    assert rates[-1] == 20


@given(STROKES.filter(lambda made: made[0].to >= LEAST_RISE), st.floats(0, 60), st.floats(0, 60))
def test_the_mark_on_the_line_goes_along_with_the_orb(made, edited_s, later_s):
    pattern = Pattern(id="own", strokes=made)
    course = Course(begins_s=0.0, pattern=pattern)
    assert along(course, edited_s) == pytest.approx(edited_s % pattern.seconds)
    other = Pattern(id="own", strokes=lengthened(made, len(made) - 1, made[-1].seconds + 1))
    then = course.retimed(edited_s, other)
    place = along(then, edited_s + later_s)
    assert place is None or 0 <= place <= other.seconds + 1e-6
    assert place is not None or edited_s + later_s < then.begins_s
    if place is not None:
        fullness = Course(begins_s=0.0, pattern=other).at(min(place, other.seconds - 1e-9)).fullness
        assert then.at(edited_s + later_s).fullness == pytest.approx(fullness, abs=1e-6)


def test_the_mark_is_where_the_breath_that_is_joined_on_is():
    course = Course(begins_s=0.0, pattern=GENTLE)
    slower = Pattern(id="own", strokes=strokes((1, 4), (1, 1), (0, 6)))
    then = course.retimed(1.5, slower)
    assert along(then, 1.5) == pytest.approx(2)
    assert along(then, 3.5) == pytest.approx(4)
    assert along(then, 5.5) == pytest.approx(6)
    assert along(Course(), 3) is None
    assert along(course.retimed(2.9, Pattern(id="low", strokes=strokes((0.5, 4), (0, 6)))), 3.0) is None


def test_one_gesture_is_taken_back_at_once_and_another_by_itself():
    drawing = Drawing(strokes=WALK)
    for seconds in (4, 4.25, 4.5):
        drawing = drawing.changed(lengthened(drawing.strokes, 0, seconds), "length 0")
    drawing = drawing.settled().changed(lengthened(drawing.strokes, 0, 6), "length 0")
    assert drawing.undone().strokes[0].seconds == 4.5
    assert drawing.undone().undone().strokes == WALK
    assert drawing.undone().changed(added(WALK, 0)).future == ()
