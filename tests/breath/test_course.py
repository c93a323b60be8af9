"""What fullness is at any second: exact, bounded, continuous, whatever is changed at whatever moment."""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grounding.breath.course import SETTLE_S, Course
from grounding.breath.patterns import GENTLE, OWN_PACE, PATTERNS
from grounding.breath.segment import Phase, Segment
from grounding.breath.stroke import EMPTY, FULL, Pattern, Stroke

STEEPEST = pi / 2
"""The greatest speed of a raised cosine of height 1 in 1 s."""

shipped = st.sampled_from(list(PATTERNS.values()))
paced = st.sampled_from([pattern for pattern in PATTERNS.values() if pattern.strokes])
moments = st.floats(0, 300)


@st.composite
def own_patterns(draw):
    """A pattern somebody made: any levels, strokes of 0.5 to 20 s in quarters, back to empty at the end."""
    lengths = st.integers(2, 80).map(lambda quarters: quarters / 4)
    levels = draw(st.lists(st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0]), min_size=1, max_size=5))
    strokes = tuple(Stroke(to=to, seconds=draw(lengths)) for to in (*levels, EMPTY))
    return Pattern(id="own", strokes=strokes, breaths=draw(st.sampled_from([None, None, 1, 3])))


patterns = st.one_of(shipped, own_patterns())
changes = st.lists(
    st.tuples(
        st.floats(0, 30),
        st.one_of(st.tuples(st.sampled_from(["retimed", "followed_by"]), patterns), st.tuples(st.just("past_hold"))),
    ),
    max_size=6,
)


def changed(course, at_s, change):
    name, *pattern = change
    return getattr(course, name)(at_s, *pattern)


def told(begun, steps):
    """Yield each course with the stretch of time it holds for, and the one that comes after it."""
    course, at_s = Course(pattern=begun), 0.0
    for wait_s, change in steps:
        following = changed(course, at_s + wait_s, change)
        yield course, at_s, at_s + wait_s, following
        course, at_s = following, at_s + wait_s
    yield course, at_s, at_s + 60, course


def height_speed(before, stroke):
    return abs(stroke.to - before) / stroke.seconds


def fastest(begun, steps):
    """The greatest speed that anything in this history may have."""
    every = [begun, *(pattern for _, (_, *named) in steps for pattern in named)]
    # A change finishes its stroke at the stroke's own pace, or no steeper than it was going; coming to rest takes 4 s.
    speeds = [height_speed(before, stroke) for pattern in every for before, stroke in pattern.pairs()]
    # A cubic that takes over a cosine a quarter on, from rest, is 1.087 times as steep as the cosine would have been.
    return STEEPEST * max([1 / SETTLE_S, *speeds]) * 1.09 + 1e-6


@given(patterns, moments)
def test_fullness_is_never_below_empty_nor_above_full(pattern, t_s):
    assert 0 <= Course(pattern=pattern).at(t_s).fullness <= 1


@given(paced, st.integers(0, 3), st.floats(0, 1))
def test_a_stroke_is_the_raised_cosine(pattern, breath, u):
    if pattern.breaths is not None and breath >= pattern.breaths:
        return
    course, at_s = Course(begins_s=2.0, pattern=pattern), 2.0 + breath * pattern.seconds
    for before, stroke in pattern.pairs():
        exact = before + (stroke.to - before) * (1 - cos(pi * u)) / 2
        assert course.at(at_s + u * stroke.seconds).fullness == pytest.approx(exact, abs=1e-9)
        at_s += stroke.seconds


@given(patterns, changes)
def test_nothing_jumps_in_any_history(begun, steps):
    limit = fastest(begun, steps)
    for course, from_s, to_s, following in told(begun, steps):
        before, after = course.at(to_s), following.at(to_s)
        assert after.fullness == pytest.approx(before.fullness, abs=1e-6)
        assert after.speed == pytest.approx(before.speed, abs=1e-5)
        seams = [piece.end_s for piece in course.segments(from_s, to_s) if piece.end_s < to_s]
        for around_s in (from_s, *seams, *(from_s + (to_s - from_s) * k / 20 for k in range(20))):
            one, other = course.at(around_s), course.at(around_s + 0.001)
            assert 0 <= one.fullness <= 1
            assert abs(one.speed) <= limit
            assert abs(other.fullness - one.fullness) <= limit * 0.001 + 1e-9


@given(patterns, changes)
def test_speed_is_the_slope_of_fullness(begun, steps):
    for course, from_s, to_s, _ in told(begun, steps):
        for k in range(10):
            t_s = from_s + (to_s - from_s) * (k + 0.5) / 10
            piece = course.segment(t_s)
            if t_s - 1e-5 < piece.at_s or t_s + 1e-5 > piece.end_s or piece.seconds < 0.05:
                continue
            slope = (piece.at(t_s + 1e-5).fullness - piece.at(t_s - 1e-5).fullness) / 2e-5
            assert course.at(t_s).speed == pytest.approx(slope, abs=2e-3)


@given(patterns, changes)
def test_the_pieces_tile_time(begun, steps):
    course, from_s, to_s, _ = list(told(begun, steps))[-1]
    pieces = list(course.segments(from_s, to_s))
    assert pieces[0].at_s <= from_s + 1e-9
    assert pieces[-1].end_s >= to_s
    for piece, following in pairwise(pieces):
        assert following.at_s == pytest.approx(piece.end_s, abs=1e-9)
        assert following.level == pytest.approx(piece.target, abs=1e-9)
        assert piece.seconds > 0


@given(paced, st.floats(0, 1000), st.integers(1, 9000), st.floats(0, 1))
def test_hours_do_not_drift(pattern, begins_s, breaths, u):
    pattern = Pattern(id=pattern.id, strokes=pattern.strokes)
    course, into_s = Course(begins_s=begins_s, pattern=pattern), u * pattern.seconds
    first, later = course.at(begins_s + into_s), course.at(begins_s + breaths * pattern.seconds + into_s)
    assert later.fullness == pytest.approx(first.fullness, abs=1e-6)
    assert later.speed == pytest.approx(first.speed, abs=1e-6)


@given(paced, st.floats(0, 1000), st.integers(0, 9000))
def test_walking_from_piece_to_piece_never_stops_short(pattern, begins_s, breath):
    """Where a sum of strokes ends a last bit before or after the breath does, the walk still goes on."""
    pattern = Pattern(id=pattern.id, strokes=pattern.strokes)
    from_s = begins_s + breath * pattern.seconds
    pieces = list(Course(begins_s=begins_s, pattern=pattern).segments(from_s, from_s + 3 * pattern.seconds))
    assert 3 * len(pattern.strokes) <= len(pieces) <= 3 * len(pattern.strokes) + 2


@given(moments)
def test_own_pace_rests(t_s):
    level = Course(pattern=OWN_PACE).at(t_s)
    assert (level.fullness, level.speed, level.phase) == (EMPTY, 0.0, Phase.REST)


@pytest.mark.parametrize(("key", "breaths"), [("one-sigh", 1), ("four-seven-eight", 4)])
def test_a_counted_breath_rests_after_its_last(key, breaths):
    course = Course(begins_s=3.0, pattern=PATTERNS[key])
    assert peaks(course, 0, 200) == breaths
    ends_s = 3.0 + breaths * PATTERNS[key].seconds
    assert course.ends_s == ends_s
    assert course.at(ends_s - 1).phase is Phase.OUT
    for t_s in (ends_s, ends_s + 1, ends_s + 1e5):
        assert (course.at(t_s).fullness, course.at(t_s).phase) == (EMPTY, Phase.REST)


def peaks(course, from_s, to_s):
    """Return how many times an out-breath begins from full."""
    pieces = course.segments(from_s, to_s)
    return sum(piece.level == FULL and piece.phase is Phase.OUT and piece.at_s >= from_s for piece in pieces)


@pytest.mark.parametrize("key", ["one-sigh", "four-seven-eight"])
def test_choosing_a_counted_breath_while_breathing_out_still_gives_all_of_it(key):
    chosen = Course(pattern=GENTLE).retimed(4.0, PATTERNS[key])
    assert peaks(chosen, 4.0, 200) == PATTERNS[key].breaths


@pytest.mark.parametrize("key", ["one-sigh", "four-seven-eight"])
def test_choosing_a_counted_breath_while_breathing_in_makes_this_breath_its_first(key):
    chosen = Course(pattern=GENTLE).retimed(2.0, PATTERNS[key])
    assert peaks(chosen, 2.0, 200) == PATTERNS[key].breaths


def test_a_change_between_the_two_inhales_of_a_sigh_goes_on_in():
    assert Course(pattern=PATTERNS["cyclic-sigh"]).retimed(2.0, GENTLE).at(2.1).phase is Phase.IN


@given(st.floats(0, 75.9))
def test_leaving_out_the_hold_keeps_the_count_of_breaths(at_s):
    pattern = PATTERNS["four-seven-eight"]
    course = Course(pattern=pattern)
    skipped = course.past_hold(at_s)
    assert peaks(course, 0, at_s) + peaks(skipped, at_s, 400) == 4
    later = list(skipped.segments(at_s, at_s + 60))
    assert all(piece.phase is not Phase.REST for piece in later if piece.seconds != float("inf"))


@given(st.floats(0, 15.99), st.floats(0, 20))
def test_leaving_out_the_hold_leaves_a_stroke_under_way_as_it_was(at_s, more_s):
    course = Course(pattern=PATTERNS["box"])
    piece = course.segment(at_s)
    if piece.phase is Phase.REST:
        assert course.past_hold(at_s).at(at_s + 0.001).phase is not Phase.REST
    else:
        t_s = min(at_s + more_s, piece.end_s)
        assert course.past_hold(at_s).at(t_s).fullness == pytest.approx(course.at(t_s).fullness, abs=1e-12)


def test_a_breath_that_has_come_to_its_rest_stays_there_without_its_hold():
    course = Course(pattern=PATTERNS["four-seven-eight"])
    assert course.past_hold(80.0) == course


def test_a_pattern_less_full_than_the_present_breath_is_begun_from_rest():
    shallow = Pattern(id="own", strokes=(Stroke(to=0.5, seconds=3), Stroke(to=EMPTY, seconds=3)))
    course = Course(pattern=GENTLE).retimed(2.5, shallow)
    assert course.at(3.0).fullness == pytest.approx(FULL)
    assert max(course.at(course.begins_s + k / 10).fullness for k in range(100)) == pytest.approx(0.5)


@given(patterns, st.floats(0, 60), patterns)
def test_what_follows_begins_from_its_start_once_the_orb_is_at_rest(pattern, at_s, following):
    course = Course(pattern=pattern).followed_by(at_s, following)
    if not following.strokes:
        return
    assert course.at(course.begins_s).fullness == EMPTY
    assert course.begins_s - at_s <= max([0, *(stroke.seconds for stroke in pattern.strokes)]) + SETTLE_S
    u_s = following.strokes[0].seconds / 2
    assert course.at(course.begins_s + u_s).fullness == pytest.approx(following.strokes[0].to / 2, abs=1e-6)


def test_a_piece_stands_still_at_its_ends_outside_its_time():
    piece = Segment(at_s=10, seconds=2, level=0.2, target=0.8)
    assert (piece.at(9).fullness, piece.at(13).fullness) == (0.2, 0.8)
