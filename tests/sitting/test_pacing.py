"""Followed, led, held and taken back: at any moment, without a step in fullness or in speed."""

from __future__ import annotations

from functools import partial
from math import ceil

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grounding.base.assets import assets
from grounding.breath.leading import MET_BREATHS, SLOWER, STEP, Lead
from grounding.breath.own import QUICKEST_S
from grounding.breath.patterns import OWN_PACE, PATTERNS
from grounding.breath.rhythm import Rhythm
from grounding.breath.stroke import Pattern, Stroke
from grounding.practice.practice import Kind
from grounding.practice.reading import read_practice
from grounding.sitting import pacing
from grounding.sitting.score import lay_out
from grounding.sitting.sitting import Sitting

SLOWEST = 4.5


def begun(pattern=OWN_PACE, seconds=None):
    practice = read_practice(assets() / "practices" / "breathe" / "practice.toml")
    return Sitting.begin(lay_out(practice, pattern=pattern, open_end=seconds is None, seconds=seconds), 0.0)


def breathing(sitting, at_s, breaths, in_s, out_s):
    for _ in range(breaths):
        sitting = pacing.turned(sitting, at_s, filling=True)
        sitting = pacing.turned(sitting, at_s + in_s, filling=False)
        at_s += in_s + out_s
    return sitting, at_s


def met(in_s=1.6, out_s=2.0):
    return breathing(begun(), 1.0, 6, in_s, out_s)


def fullness(sitting, at_s):
    now = sitting.at(at_s)
    return now.course.at(now.own_s(at_s)).fullness


def test_the_orb_rests_until_somebody_breathes_and_then_goes_with_them():
    sitting = begun()
    assert fullness(sitting, 5.0) == 0
    sitting = pacing.turned(sitting, 5.0, filling=True)
    assert fullness(sitting, 6.8) > 0.9
    sitting = pacing.turned(sitting, 7.0, filling=False)
    assert fullness(sitting, 9.5) < 0.1


def test_nobody_is_led_before_their_rhythm_is_known():
    sitting = pacing.turned(begun(), 1.0, filling=True)
    for step in (pacing.slower, pacing.faster):
        assert step(sitting, 2.0, SLOWEST) is sitting
    assert pacing.stay(sitting, 2.0) is sitting


def test_a_little_slower_meets_first_and_then_leads_by_its_formula():
    sitting, at_s = met()
    sitting = pacing.slower(sitting, at_s, SLOWEST)
    lead = Lead(met=Rhythm(in_s=1.6, out_s=2.0), slowest_a_minute=SLOWEST)
    assert sitting.lead is not None
    assert sitting.lead.met.period_s == pytest.approx(3.6)
    turn_s = next(piece.at_s for piece in sitting.course.lead if piece.at_s >= at_s and piece.level == 0)
    for rhythm in lead.rhythms():
        assert fullness(sitting, turn_s + rhythm.in_s) == pytest.approx(1, abs=1e-6)
        turn_s += rhythm.period_s
        assert fullness(sitting, turn_s) == pytest.approx(0, abs=1e-6)


def test_a_little_slower_on_the_way_is_a_little_further_on_it_and_the_way_goes_on():
    sitting, at_s = met()
    sitting = pacing.slower(sitting, at_s, SLOWEST)
    for later_s in (5.0, 40.0):
        now_s = at_s + later_s
        before = sitting.course.breath(now_s).seconds
        sitting = pacing.slower(sitting, now_s, SLOWEST)
        after = sitting.course.breath(now_s + before)
        assert pacing.NUDGE <= after.seconds / before <= pacing.NUDGE * STEP
    assert sitting.lead is not None
    assert sitting.course.pattern.seconds == pytest.approx(3.6 / SLOWER)


def test_where_the_way_ends_a_little_slower_goes_on_as_in_any_breath():
    sitting, at_s = met()
    sitting = pacing.slower(sitting, at_s, SLOWEST)
    sitting = pacing.slower(sitting, at_s + 300, SLOWEST)
    assert sitting.lead is None
    assert sitting.course.pattern.seconds == pytest.approx(3.6 / SLOWER * pacing.NUDGE)


def test_stay_here_keeps_the_breath_that_is_and_back_to_mine_is_there_within_one():
    sitting, at_s = met()
    sitting = pacing.slower(sitting, at_s, SLOWEST)
    later_s = at_s + (MET_BREATHS + 5) * 3.7
    here = sitting.course.breath(later_s)
    stayed = pacing.stay(sitting, later_s)
    assert stayed.lead is None
    assert stayed.course.pattern == here
    again = pacing.back(stayed, later_s + 20)
    assert again.course.begins_s <= later_s + 20 + here.seconds
    assert again.course.pattern.seconds == pytest.approx(3.6)
    assert pacing.is_followed(pacing.back(again, later_s + 60))


@pytest.mark.parametrize("pattern", [each for each in PATTERNS.values() if each.strokes and each.breaths is None])
def test_every_paced_breath_can_be_a_little_slower_or_faster(pattern):
    sitting = begun(pattern)
    slower = pacing.slower(sitting, 3.0, 2.0)
    assert slower.course.pattern.seconds == pytest.approx(pattern.seconds * pacing.NUDGE)
    assert pacing.faster(slower, 9.0, 2.0).course.pattern.seconds == pytest.approx(pattern.seconds)


@pytest.mark.parametrize("tapping", [False, True])
def test_a_hold_that_was_no_breath_is_let_out_softly_and_says_nothing_of_a_rhythm(tapping):
    in_s, out_s = (0.1, 4.0) if tapping else (1.6, 2.4)
    sitting, now_s = met(in_s, out_s)
    before = sitting.lungs
    held = pacing.turned(sitting, now_s, filling=True)
    out = pacing.lifted(held, now_s + 8)
    assert out.lungs == before
    at_s = out.own_s(now_s + 8)
    was, now = held.course.at(at_s), out.course.at(at_s)
    assert (now.fullness, now.speed) == pytest.approx((was.fullness, was.speed))
    assert out.course.at(at_s + 0.1).fullness > 0.9
    assert out.course.at(at_s + 12).fullness == 0
    assert pacing.lifted(out, now_s + 9) is out


def test_nobody_is_led_below_the_slowest_they_chose_or_into_fast_breathing():
    sitting = begun(PATTERNS["longer-exhale"])
    for press in range(40):
        sitting = pacing.slower(sitting, 3.0 + press, 5.0)
    assert sitting.course.pattern.seconds == pytest.approx(12.0)
    for press in range(60):
        sitting = pacing.faster(sitting, 90.0 + press, 5.0)
    assert sitting.course.pattern.seconds == pytest.approx(QUICKEST_S)


def test_a_timed_step_still_ends_on_a_whole_breath_however_somebody_was_led():
    sitting, at_s = breathing(begun(seconds=60), 1.0, 6, 1.6, 2.0)
    sitting = pacing.slower(sitting, at_s, SLOWEST)
    assert 60 <= sitting.ends_s < 60 + 6
    assert sitting.course.at(sitting.ends_s - 1e-6).fullness == pytest.approx(0, abs=1e-6)


def test_following_does_not_put_the_end_off():
    sitting, _ = breathing(begun(seconds=60), 1.0, 14, 1.6, 2.0)
    assert sitting.ends_s == pytest.approx(60)


FASTEST = 4.0
"""Fullness a second: quicker than the quickest breath there is, and far from a jump."""
TAP_DOWN, TAP_UP = (partial(pacing.turned, filling=filling) for filling in (True, False))
FRAME_S = 0.02


def as_breath(pattern, sitting, now_s):
    return sitting.breathed_as(pattern, now_s)


steps = st.one_of(
    st.tuples(st.just("turned"), st.booleans()),
    st.tuples(st.sampled_from(["slower", "faster", "stay", "back", "pause", "resume"]), st.none()),
)


@given(st.sampled_from([OWN_PACE, PATTERNS["gentle"], PATTERNS["box"]]), st.booleans(), st.data())
def test_nothing_jumps_whatever_is_asked_when(pattern, was_met, data):
    sitting, at_s = met() if was_met else (begun(pattern), 0.0)
    for _ in range(data.draw(st.integers(0, 10))):
        at_s += data.draw(st.floats(0, 20))
        name, filling = data.draw(steps)
        before = sitting.at(at_s)
        if name == "turned":
            sitting = pacing.turned(before, at_s, filling=filling)
        elif name in ("slower", "faster"):
            sitting = getattr(pacing, name)(before, at_s, SLOWEST)
        elif name in ("stay", "back"):
            sitting = getattr(pacing, name)(before, at_s)
        else:
            sitting = getattr(before, name)(at_s)
        was, now = before.course.at(before.own_s(at_s)), sitting.course.at(sitting.own_s(at_s))
        assert now.fullness == pytest.approx(was.fullness, abs=1e-6)
        assert now.speed == pytest.approx(was.speed, abs=1e-5)
        assert 0 <= now.fullness <= 1


asked = st.sampled_from(
    [
        TAP_DOWN,
        TAP_UP,
        pacing.stay,
        pacing.back,
        partial(pacing.slower, slowest_a_minute=SLOWEST),
        partial(pacing.faster, slowest_a_minute=SLOWEST),
        Sitting.next,
        Sitting.previous,
        Sitting.past_hold,
        Sitting.longer,
        partial(as_breath, OWN_PACE),
        partial(as_breath, PATTERNS["box"]),
    ]
)
soon = st.one_of(st.sampled_from([0.05, 0.1, 0.2, 0.3]), st.floats(0.01, 4.0))


def breathing_places(*, own, breaths):
    """Somebody in the breathe step of a practice, whose places breathe too, after so many breaths of their own."""
    sitting = slow_down(OWN_PACE if own else PATTERNS["gentle"]).next(1.0).breathed_with(True, 1.0)
    return breathing(sitting, 2.0, breaths, 1.6, 2.0)


@given(st.booleans(), st.sampled_from([0, 6]), st.lists(st.tuples(soon, asked), max_size=14))
@example(True, 6, [(0.1, TAP_DOWN), (0.1, Sitting.next), (0.1, TAP_UP)])
@example(True, 6, [(0.1, TAP_DOWN), (0.1, pacing.stay), (0.05, pacing.back), (0.1, TAP_UP)])
def test_nothing_jumps_between_what_is_asked_either(own, breaths, acts):
    sitting, at_s = breathing_places(own=own, breaths=breaths)
    full = fullness(sitting, at_s)
    for wait_s, act in [*acts, (12.0, Sitting.resume)]:
        looks = ceil(wait_s / FRAME_S)
        for look in range(1, 1 + looks):
            before, full = full, fullness(sitting, at_s + wait_s * look / looks)
            assert abs(full - before) <= FRAME_S * FASTEST
        at_s += wait_s
        sitting = act(sitting.at(at_s), at_s)
        assert fullness(sitting, at_s) == pytest.approx(full, abs=1e-6)


def test_a_key_let_go_of_in_another_part_is_let_go_of():
    practice = read_practice(assets() / "practices" / "slow-down" / "practice.toml")
    sitting = Sitting.begin(lay_out(practice, pattern=OWN_PACE), 0.0).next(1.0)
    sitting = pacing.turned(sitting, 2.0, filling=True)
    sitting = pacing.turned(sitting.next(3.0), 4.0, filling=False)
    assert not sitting.lungs.filling
    sitting = pacing.turned(sitting.previous(5.0), 15.0, filling=True)
    assert fullness(sitting, 16.8) > 0.9


def test_while_it_stands_still_nobody_is_followed():
    paused = begun().pause(5.0)
    assert pacing.turned(paused, 6.0, filling=True) is paused


PACED = sorted(key for key, pattern in PATTERNS.items() if pattern.strokes)


@pytest.mark.parametrize("key", PACED)
@given(presses=st.lists(st.tuples(st.floats(0, 12), st.booleans()), min_size=1, max_size=6))
def test_a_breath_that_is_stretched_keeps_its_place_its_holds_and_its_count(key, presses):
    pattern, sitting, at_s = PATTERNS[key], begun(PATTERNS[key]), 0.0
    turns = [stroke.to for _ in range(pattern.breaths or 12) for stroke in pattern.strokes]
    for wait_s, slower in presses:
        at_s += wait_s
        step = pacing.slower if slower else pacing.faster
        sitting = step(sitting, at_s, 1.0)
    met = []
    for piece in sitting.course.segments(at_s, at_s + 400):
        if piece.seconds == float("inf"):
            break
        met.append(piece.target)
    if pattern.breaths:
        assert met == turns[len(turns) - len(met) :]
    else:
        place = [stroke.to for stroke in pattern.strokes]
        ways = [(5 * place)[start : start + len(met[:8])] for start in range(len(place))]
        assert met[:8] in ways


def test_a_hold_under_way_is_held_to_its_end():
    sitting = pacing.slower(begun(PATTERNS["box"]), 5.0, 1.0)
    held = sitting.course.segment(5.0)
    assert held.held
    assert held.end_s == pytest.approx(5.0 + 3.0 * pacing.NUDGE)
    assert fullness(sitting, 8.0) == 1


def test_what_has_come_to_its_end_does_not_begin_again():
    sitting = begun(PATTERNS["four-seven-eight"])
    assert pacing.slower(sitting, 80.0, 1.0) is sitting.at(80.0)
    late = pacing.slower(sitting, 75.0, 1.0)
    assert late.course.at(80.0).empty
    assert late.course.at(95.0).empty


def test_a_breath_of_two_breaths_keeps_both_and_each_counts():
    strokes = (
        Stroke(to=1.0, seconds=2.5),
        Stroke(to=0.0, seconds=2.5),
        Stroke(to=0.5, seconds=1.5),
        Stroke(to=0.0, seconds=2),
    )
    sitting = begun(Pattern(id="two", strokes=strokes))
    sitting = pacing.slower(pacing.slower(sitting, 1.0, 5.0), 2.0, 5.0)
    assert [stroke.to for stroke in sitting.course.pattern.strokes] == [1.0, 0.0, 0.5, 0.0]
    assert sitting.course.pattern.seconds == pytest.approx(8.5 * pacing.NUDGE**2)


def slow_down(pattern):
    practice = read_practice(assets() / "practices" / "slow-down" / "practice.toml")
    return Sitting.begin(lay_out(practice, pattern=pattern), 0.0)


def test_a_way_ends_with_its_part():
    sitting, at_s = breathing(slow_down(PATTERNS["gentle"]).next(1.0), 2.0, 6, 4.5, 6.4)
    sitting = pacing.slower(sitting, at_s, 3.0)
    assert sitting.lead is not None
    while sitting.now_part.kind is not Kind.SCAN:
        at_s += 1.0
        sitting = sitting.next(at_s)
    assert sitting.lead is None
    sitting = sitting.breathed_with(True, at_s + 1)
    assert sitting.course.pattern.seconds == pytest.approx(7.5)
    sitting = pacing.slower(sitting, at_s + 30, 3.0)
    assert sitting.course.pattern.seconds == pytest.approx(7.5 * pacing.NUDGE)


def test_a_pace_is_kept_from_place_to_place_until_another_breath_is_chosen():
    practice = read_practice(assets() / "practices" / "scan-3" / "practice.toml")
    sitting = Sitting.begin(lay_out(practice, pattern=PATTERNS["gentle"]), 0.0)
    at_s = 1.0
    while sitting.now_part.kind is not Kind.SCAN:
        sitting, at_s = sitting.next(at_s), at_s + 1
    sitting = sitting.breathed_with(True, at_s)
    sitting = pacing.slower(sitting, at_s + 5, 3.0)
    slower_s = sitting.course.pattern.seconds
    assert slower_s == pytest.approx(7.5 * pacing.NUDGE)
    sitting = sitting.next(at_s + 20)
    assert sitting.now_part.kind is Kind.SCAN
    assert sitting.course.pattern.seconds == pytest.approx(slower_s)
    assert sitting.breathed_as(PATTERNS["gentle"], at_s + 30).course.pattern.seconds == pytest.approx(7.5)


def in_a_place(sitting, at_s):
    """Go on to the first place of a walk, and breathe with it there."""
    while sitting.now_part.kind is not Kind.SCAN:
        sitting, at_s = sitting.next(at_s), at_s + 1
    return sitting.breathed_with(True, at_s), at_s


def test_ones_own_breath_once_chosen_stays_from_part_to_part_until_another_is_chosen():
    sitting = slow_down(PATTERNS["gentle"]).next(1.0).breathed_as(OWN_PACE, 2.0)
    sitting, at_s = in_a_place(sitting, 3.0)
    assert pacing.is_followed(sitting)
    sitting = sitting.next(at_s + 1)
    assert sitting.now_part.kind is Kind.SCAN
    assert pacing.is_followed(sitting)
    sitting = sitting.breathed_as(PATTERNS["gentle"], at_s + 2)
    assert not pacing.is_followed(sitting.next(at_s + 3))


def test_who_goes_back_to_theirs_in_one_place_is_followed_in_the_next():
    sitting, at_s = in_a_place(slow_down(PATTERNS["gentle"]), 1.0)
    sitting = pacing.back(sitting, at_s + 1)
    assert pacing.is_followed(sitting)
    assert pacing.is_followed(sitting.next(at_s + 5))
    met_there, at_s = breathing(sitting, at_s + 2, 6, 1.6, 2.0)
    hurried = pacing.back(pacing.faster(met_there, at_s, SLOWEST), at_s + 1)
    assert not pacing.is_followed(hurried)
    assert pacing.is_followed(hurried.next(at_s + 5))


def test_after_four_breaths_a_hold_that_was_none_leaves_the_rhythm_known():
    sitting, at_s = breathing(begun(), 1.0, 4, 1.6, 2.0)
    sitting = pacing.turned(sitting, at_s, filling=True)
    assert sitting.lungs.rhythm == Rhythm(in_s=pytest.approx(1.6), out_s=pytest.approx(2.0))
    sitting = pacing.lifted(sitting, at_s + 8)
    assert sitting.lungs.rhythm == Rhythm(in_s=pytest.approx(1.6), out_s=pytest.approx(2.0))
