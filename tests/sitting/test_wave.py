"""The wave: the same breath as the orb's at the present, as it was behind it, and as it will be ahead of it."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from grounding.base.assets import assets
from grounding.breath.patterns import OWN_PACE, PATTERNS
from grounding.practice.practice import Kind
from grounding.practice.reading import read_practice
from grounding.sitting import pacing
from grounding.sitting.score import lay_out
from grounding.sitting.sitting import Sitting
from grounding.sitting.wave import AHEAD_S, BEHIND_S, Wave

FASTEST = 1.9
"""Fullness a second: more than anybody has who is followed closely."""
STEP_S = 0.05


def laid_out(practice="breathe", pattern=None):
    read = read_practice(assets() / "practices" / practice / "practice.toml")
    return Sitting.begin(lay_out(read, pattern=pattern, open_end=practice == "breathe"), 0.0)


class Walk:
    """A sitting whose clock is moved by hand, and the wave of it."""

    def __init__(self, sitting):
        self.sitting, self.now_s, self.wave = sitting, 0.0, Wave.of(sitting)

    @property
    def own_s(self):
        return self.sitting.own_s(self.now_s)

    @property
    def fullness(self):
        return self.sitting.course.at(self.own_s).fullness

    def wait(self, seconds):
        self.now_s += seconds
        self.become(self.sitting.at(self.now_s))

    def do(self, step, *more, **others):
        self.become(step(self.sitting, *more, self.now_s, **others))

    def become(self, sitting):
        self.sitting = sitting
        self.wave = self.wave.gone_on(sitting, self.own_s)

    def levels(self, from_s, to_s):
        whole = round((to_s - from_s) / STEP_S)
        return [self.wave.fullness(self.own_s + from_s + each * STEP_S) for each in range(whole)]


ACTS = (
    lambda walk: walk.do(Sitting.pause),
    lambda walk: walk.do(Sitting.resume),
    lambda walk: walk.do(Sitting.next),
    lambda walk: walk.do(Sitting.previous),
    lambda walk: walk.do(Sitting.longer),
    lambda walk: walk.do(Sitting.past_hold),
    lambda walk: walk.do(Sitting.breathed_as, PATTERNS["box"]),
    lambda walk: walk.do(Sitting.breathed_as, OWN_PACE),
    lambda walk: walk.do(Sitting.breathed_with, True),
    lambda walk: walk.do(pacing.turned, filling=True),
    lambda walk: walk.do(pacing.turned, filling=False),
    lambda walk: walk.become(pacing.slower(walk.sitting, walk.now_s, 4.0)),
)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_done_the_present_is_the_orbs_and_what_was_breathed_stays(seed):
    chance, walk = random.Random(seed), Walk(laid_out("slow-down"))
    breathed = {}
    for _ in range(400):
        if walk.sitting.state == "ended":
            break
        walk.wait(chance.choice((0.016, 0.2, 1.3, 3.0)))
        if chance.random() < 0.3:
            chance.choice(ACTS)(walk)
        assert walk.wave.fullness(walk.own_s) == pytest.approx(walk.fullness, abs=1e-9)
        breathed[walk.own_s] = walk.fullness
        for at_s, level in breathed.items():
            if walk.own_s - BEHIND_S / 2 < at_s <= walk.own_s:
                assert walk.wave.fullness(at_s) == pytest.approx(level, abs=1e-9)
        whole = walk.levels(-BEHIND_S / 2, AHEAD_S)
        assert max(abs(after - before) for before, after in pairwise(whole)) <= FASTEST * STEP_S


def test_a_change_of_pace_bends_only_what_lies_ahead():
    walk = Walk(laid_out())
    walk.wait(9.0)
    behind, ahead = walk.levels(-6, 0), walk.levels(0.5, AHEAD_S)
    walk.become(pacing.slower(walk.sitting, walk.now_s, 4.0))
    assert walk.levels(-6, 0) == pytest.approx(behind, abs=1e-9)
    assert walk.levels(0.5, AHEAD_S) != pytest.approx(ahead, abs=0.01)


def test_what_lies_ahead_comes_true_in_the_next_parts_too():
    walk = Walk(laid_out("slow-down"))
    kinds = set()
    while walk.now_s < 120:
        foreseen = {walk.own_s + seconds: walk.wave.fullness(walk.own_s + seconds) for seconds in (1, 4, 9.5)}
        before = walk.now_s
        for at_s, level in foreseen.items():
            walk.wait(at_s - walk.own_s)
            kinds.add(walk.sitting.now_part.kind)
            assert walk.fullness == pytest.approx(level, abs=1e-9)
        assert walk.now_s > before
    assert {Kind.ARRIVE, Kind.BREATHE, Kind.NAME} <= kinds


def test_a_line_through_many_moments_is_what_it_is_at_each_of_them():
    walk = Walk(laid_out("slow-down"))
    walk.wait(44.0)
    walk.do(Sitting.breathed_as, PATTERNS["box"])
    walk.wait(3.0)
    walk.become(pacing.slower(walk.sitting, walk.now_s, 4.0))
    times_s = [walk.own_s + each * STEP_S for each in range(-160, 200)]
    assert walk.wave.line(times_s) == [walk.wave.fullness(each) for each in times_s]


def test_the_first_breath_is_seen_coming_while_one_arrives():
    walk = Walk(laid_out("slow-down"))
    walk.wait(32)
    assert walk.sitting.now_part.kind is Kind.ARRIVE
    assert walk.fullness == 0
    assert max(walk.levels(0, AHEAD_S)) > 0.5


def test_a_pause_changes_nothing_of_the_wave():
    walk = Walk(laid_out())
    walk.wait(2.0)
    before = walk.wave
    walk.do(Sitting.pause)
    walk.wait(500)
    walk.do(Sitting.resume)
    assert walk.wave is before


def test_where_somebody_is_followed_nothing_is_known_of_what_comes():
    walk = Walk(laid_out())
    assert walk.wave.known(walk.own_s)
    walk.do(Sitting.breathed_as, OWN_PACE)
    assert not walk.wave.known(walk.own_s)
    walk.wait(10)
    walk.do(pacing.turned, filling=True)
    assert not walk.wave.known(walk.own_s)
    walk.do(Sitting.breathed_as, PATTERNS["gentle"])
    assert walk.wave.known(walk.own_s)


def test_a_hold_is_level_and_a_rest_is_still():
    walk = Walk(laid_out(pattern=PATTERNS["box"]))
    assert walk.levels(4.1, 7.9) == pytest.approx([1.0] * len(walk.levels(4.1, 7.9)))
    walk = Walk(laid_out("stay"))
    assert set(walk.levels(-BEHIND_S, AHEAD_S)) == {0.0}
