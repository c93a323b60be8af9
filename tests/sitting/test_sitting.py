"""A sitting lived through: own time, parts, breath, whatever is done at whatever moment."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grounding.base.clock import SessionClock
from grounding.body.region import Region
from grounding.breath.course import SETTLE_S
from grounding.breath.patterns import GENTLE, OWN_PACE, PATTERNS
from grounding.breath.segment import Phase
from grounding.practice.practice import Kind, Practice, Prompt, Step
from grounding.sitting.score import Position, lay_out
from grounding.sitting.sitting import Sitting, State

FRAME_S = 1 / 60
STEPS = (
    Step(kind=Kind.ARRIVE, seconds=40, prompts=(Prompt(text="look"), Prompt(text="stay"))),
    Step(kind=Kind.BREATHE, breaths=10, pattern="gentle"),
    Step(kind=Kind.CHECK_IN, quiet_s=30),
    Step(kind=Kind.SCAN, seconds=50, regions=(Region.HANDS, Region.EYES), named_first=True),
    Step(kind=Kind.STAY, seconds=120, prompts=(Prompt(text="nothing is asked"),)),
    Step(kind=Kind.CLOSE, quiet_s=10),
)
ARC = Practice(id="arc", title="Arc", summary="All of it.", steps=STEPS)
BREATHE = Practice(id="breathe", title="Breathe", summary="Only that.", steps=(Step(kind=Kind.BREATHE),))
TWICE = Practice(id="twice", title="Twice", summary="Two breaths.", steps=(STEPS[1], STEPS[1]))

clocks = st.floats(0, 1e6)
waits = st.floats(0, 60)
any_pattern = st.sampled_from(list(PATTERNS.values()))
changes = st.one_of(
    st.sampled_from([("pause",), ("resume",), ("next",), ("previous",), ("longer",), ("past_hold",)]),
    st.tuples(st.just("breathed_as"), any_pattern),
    st.tuples(st.just("breathed_with"), st.booleans()),
)
histories = st.lists(st.tuples(waits, changes), max_size=12)


def begun(practice=ARC, now_s=0.0, **told):
    return Sitting.begin(lay_out(practice, **told), now_s)


def done(sitting, change, now_s):
    name, *told = change
    return getattr(sitting, name)(*told, now_s)


def level(sitting, now_s):
    seen = sitting.at(now_s)
    return seen.course.at(seen.own_s(now_s))


def test_parts_follow_one_another_by_themselves():
    sitting = begun(now_s=100)
    assert sitting.position(100) == Position(part=0, into_s=0)
    assert sitting.position(139.5) == Position(part=0, into_s=39.5)
    assert sitting.position(145) == Position(part=1, into_s=5)
    assert sitting.position(216) == Position(part=2, into_s=1)


def test_where_a_person_answers_there_is_no_clock():
    assert begun().position(10_000).part == 2
    assert begun().changes_in_s(10_000) is None


def test_the_whole_arc_ends_after_its_last_part():
    sitting = begun()
    sitting = sitting.next(200)
    assert [sitting.position(200 + s).part for s in (0, 49, 51, 101, 219, 221)] == [3, 3, 4, 5, 5, 6]
    ended = sitting.next(500)
    assert ended.state is State.ENDED
    for change in [("pause",), ("resume",), ("next",), ("previous",), ("longer",), ("stop",)]:
        after = done(ended, change, 600)
        assert (after.state, after.own_s(700)) == (State.ENDED, ended.own_s(500))


def test_a_practice_with_no_part_has_ended():
    empty = Practice(id="none", title="None", summary="Nothing.", steps=())
    assert begun(empty).state is State.ENDED


@given(clocks, st.floats(0, 500))
def test_asking_changes_nothing(origin_s, later_s):
    sitting = begun(now_s=origin_s)
    now_s = origin_s + later_s
    assert sitting.moment(now_s) == sitting.moment(now_s)
    assert sitting.at(now_s).moment(now_s) == sitting.moment(now_s)
    assert sitting.at(now_s).position(now_s) == sitting.position(now_s)


@given(st.lists(st.floats(0, 600), min_size=2, max_size=30))
def test_position_only_goes_forward(times):
    positions = [begun().position(now_s) for now_s in sorted(times)]
    for one, other in pairwise(positions):
        assert (other.part, other.into_s) >= (one.part, one.into_s)


@given(clocks, st.lists(st.tuples(st.floats(0, 20), st.floats(0, 5000)), max_size=12))
def test_own_time_is_the_time_spent_running(origin_s, rounds):
    sitting, now_s, ran_s = begun(BREATHE, now_s=origin_s), origin_s, 0.0
    for run_s, pause_s in rounds:
        now_s, ran_s = now_s + run_s, ran_s + run_s
        sitting = sitting.pause(now_s)
        assert sitting.state is State.PAUSED
        stood = sitting.moment(now_s)
        now_s += pause_s
        assert sitting.moment(now_s) == stood
        sitting = sitting.resume(now_s)
        assert sitting.own_s(now_s) == pytest.approx(ran_s, abs=1e-6)
        assert sitting.moment(now_s).fullness == pytest.approx(stood.fullness, abs=1e-6)


def test_pausing_and_resuming_twice_is_as_once():
    paused = begun().pause(10)
    assert paused.pause(20) == paused
    running = paused.resume(30)
    assert running.resume(40) == running


@given(histories)
def test_whatever_is_done_the_orb_never_jumps(history):
    sitting, now_s = begun(), 0.0
    for wait_s, change in history:
        now_s += wait_s
        after = done(sitting, change, now_s)
        before_level, after_level = level(sitting, now_s), level(after, now_s)
        assert after_level.fullness == pytest.approx(before_level.fullness, abs=1e-6)
        assert after_level.speed == pytest.approx(before_level.speed, abs=1e-5)
        sitting = after


@given(histories, st.floats(0, 600))
def test_a_breathe_step_that_ends_by_itself_ends_empty_and_still(history, more_s):
    sitting, now_s = begun(TWICE), 0.0
    for wait_s, change in [*history, (more_s, ("resume",))]:
        following = sitting
        while following.ends_s is not None and following.own_s(now_s + wait_s) >= following.ends_s:
            end = following.course.at(following.ends_s)
            assert (end.fullness, end.speed) == (pytest.approx(0, abs=1e-6), pytest.approx(0, abs=1e-5))
            here = following.origin_s + following.ends_s
            if following.at(here + 1e-6).state is State.ENDED:
                break
            following = following.at(here + 1e-6)
        now_s += wait_s
        sitting = done(sitting, change, now_s)


@given(st.floats(0.1, 7.4), any_pattern)
def test_next_in_mid_breath_comes_to_rest_and_then_begins_the_next_breath_whole(into_s, pattern):
    sitting = begun(TWICE, pattern=pattern).next(into_s)
    begins_s = sitting.course.begins_s
    assert begins_s - into_s <= 5.5 + 7 + SETTLE_S
    assert sitting.course.at(begins_s).fullness == 0
    assert sitting.ends_s == pytest.approx(begins_s + sitting.now_part.seconds)


def test_next_goes_on_from_a_pause_and_previous_goes_back_to_a_beginning():
    paused = begun().pause(10)
    assert paused.next(50).position(52) == Position(part=1, into_s=2)
    assert paused.next(50).state is State.RUNNING
    back = begun().next(5).previous(20)
    assert back.position(21) == Position(part=0, into_s=1)
    assert back.previous(30).position(31) == Position(part=0, into_s=1)


def test_stop_ends_at_once_wherever_it_was():
    stopped = begun().stop(50)
    assert (stopped.state, stopped.own_s(900)) == (State.ENDED, 50)
    assert stopped.position(900) == Position(part=1, into_s=10)


def test_longer_gives_a_part_its_length_again():
    sitting = begun().longer(10)
    assert sitting.position(79).part == 0
    assert sitting.position(81).part == 1
    assert begun().longer(200) == begun().at(200)


def test_longer_after_a_change_of_breath_still_ends_on_a_whole_one():
    sitting = begun(TWICE).breathed_as(PATTERNS["box"], 2).longer(20)
    end = sitting.course.at(sitting.ends_s)
    assert (end.fullness, end.speed) == (pytest.approx(0, abs=1e-6), pytest.approx(0, abs=1e-6))
    assert sitting.ends_s >= 150


def test_own_pace_is_one_choice_away_and_the_step_keeps_its_length():
    sitting = begun(TWICE).breathed_as(OWN_PACE, 20)
    assert sitting.moment(40).phase is Phase.REST
    assert sitting.ends_s == 75


def test_own_pace_chosen_in_the_last_second_still_comes_to_rest_first():
    sitting = begun(TWICE).breathed_as(OWN_PACE, 70)
    sitting = sitting.breathed_as(GENTLE, 71).breathed_as(OWN_PACE, 74.5)
    end = sitting.course.at(sitting.ends_s)
    assert end.fullness == pytest.approx(0, abs=1e-6)


def test_the_orb_breathes_in_a_scan_only_if_asked_and_the_clock_of_the_place_stays():
    scan = begun().next(210)
    assert scan.now_part.region is Region.HANDS
    asked = scan.breathed_with(True, 210)
    assert (scan.moment(211.5).phase, asked.moment(211.5).phase) == (Phase.REST, Phase.IN)
    assert asked.ends_s == scan.ends_s
    assert asked.breathed_as(PATTERNS["box"], 213).ends_s == scan.ends_s
    assert asked.breathed_with(False, 211).moment(218).phase is Phase.REST


def test_what_lies_ahead_can_be_laid_out_anew_and_the_past_stays():
    sitting = begun().at(200)
    anew = sitting.with_score(lay_out(ARC, named=[Region.JAW, Region.CHEST, Region.BELLY]), 200)
    assert anew.position(205) == sitting.position(205)
    assert anew.moment(205) == sitting.moment(205)
    following = [anew.next(210).position(210 + 51 * k).part for k in range(4)]
    assert [anew.score.parts[part].region for part in following] == [Region.JAW, Region.CHEST, Region.BELLY, None]
    assert anew.next(210).previous(220).now_part.kind is Kind.CHECK_IN


@given(histories, waits)
def test_nothing_changes_by_itself_before_it_is_foretold(history, wait_s):
    sitting, now_s = begun(), 0.0
    for each_s, change in history:
        now_s += each_s
        sitting = done(sitting, change, now_s)
    now_s += wait_s
    change_s = sitting.changes_in_s(now_s)
    seen = sitting.moment(now_s)
    for k in range(10):
        later = sitting.moment(now_s + (1000 if change_s is None else change_s) * k / 10)
        assert (later.step, later.region, later.words) == (seen.step, seen.region, seen.words)
    if change_s is not None:
        assert change_s > 0


def test_an_hour_of_uneven_frames_drifts_by_less_than_one():
    sitting, uneven, now_s = begun(BREATHE, now_s=1234.5), random.Random(7), 1234.5
    while now_s < 1234.5 + 3600:
        now_s += uneven.choice((FRAME_S, FRAME_S, 0.004, 0.033, 0.3)) * uneven.uniform(0.5, 1.5)
        sitting = sitting.at(now_s)
    into_breath_s = (now_s - 1234.5) % GENTLE.seconds
    earlier = begun(BREATHE).moment(into_breath_s)
    assert sitting.moment(now_s).fullness == pytest.approx(earlier.fullness, abs=1e-6)
    assert sitting.own_s(now_s) == pytest.approx(now_s - 1234.5, abs=FRAME_S / 1000)


class Computer:
    """A computer's two clocks, and its lid."""

    def __init__(self):
        self.awake_s, self.slept_s = 50.0, 0.0

    def clock(self):
        return SessionClock(lambda: self.awake_s, lambda: self.awake_s + self.slept_s)


def test_a_computer_that_slept_moved_nothing_and_is_noticed_once():
    computer = Computer()
    clock = computer.clock()
    sitting = begun(BREATHE, now_s=clock.now_s())
    computer.awake_s += 5
    assert clock.slept_s() == 0
    before = sitting.moment(clock.now_s())
    computer.slept_s += 8 * 3600
    assert sitting.moment(clock.now_s()) == before
    assert clock.slept_s() == 8 * 3600
    assert clock.slept_s() == 0
    paused = sitting.pause(clock.now_s())
    computer.awake_s += 60
    assert paused.resume(clock.now_s()).moment(clock.now_s()) == before


def test_the_real_clock_goes_forward_and_has_not_slept():
    clock = SessionClock()
    readings = [clock.now_s() for _ in range(1000)]
    assert readings == sorted(readings)
    assert clock.slept_s() < 0.1


def test_holds_skipped_before_the_breath_begins_are_skipped_when_it_does():
    sitting = begun(pattern=PATTERNS["box"]).past_hold(1)
    breathing = sitting.next(5).at(5)
    assert not breathing.course.pattern.holds
    ended = breathing.at(5 + 10_000)
    assert ended.part == 2  # the step ended by itself, on a whole breath of the breath that was breathed
    ends_s = breathing.ends_s
    assert breathing.course.at(ends_s - 1e-6).fullness == pytest.approx(0, abs=1e-3)
