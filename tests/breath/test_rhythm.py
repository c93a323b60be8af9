"""An estimate from taps is as good as it says, and says when it is not sure."""

from __future__ import annotations

import numpy as np
import pytest

from grounding.breath.rhythm import FEWEST, breathed, tapped

VARIES, JITTER_S, MISSED = 0.08, 0.150, 1 / 12
PEOPLE = 1500


def taps_of(chance, a_minute, taps=40):
    breaths_s = np.cumsum(60 / a_minute * (1 + VARIES * chance.standard_normal(taps)))
    meant_s = breaths_s + JITTER_S * chance.standard_normal(taps)
    return sorted(meant_s[chance.random(taps) > MISSED].tolist())


@pytest.mark.parametrize("a_minute", [6, 10, 14, 18, 22])
def test_five_intervals_of_an_unsteady_hand_are_near_enough(a_minute):
    chance = np.random.default_rng(a_minute)
    each = [tapped(taps_of(chance, a_minute)[: FEWEST + 1]) for _ in range(PEOPLE)]
    sure = [abs(rhythm.a_minute / a_minute - 1) for rhythm in each if rhythm]
    assert len(sure) > 0.9 * PEOPLE
    assert np.median(sure) <= 0.04
    assert np.percentile(sure, 90) <= 0.09


def test_fewer_are_not_sure_yet():
    assert tapped([4.0 * tap for tap in range(FEWEST)]) is None
    assert tapped([]) is None


WILD_S = {
    "at any moment": lambda chance, many: chance.exponential(4.0, many),
    "evenly so": lambda chance, many: chance.uniform(1.0, 9.0, many),
    "now long, now short": lambda chance, many: 4.0 * np.exp(0.5 * chance.standard_normal(many)),
}


@pytest.mark.parametrize("wild", WILD_S)
@pytest.mark.parametrize(("intervals", "most"), [(FEWEST, 0.2), (9, 0.06)])
def test_wild_ones_are_not_sure_yet(wild, intervals, most):
    chance = np.random.default_rng(1)
    each = [tapped(np.cumsum(WILD_S[wild](chance, intervals + 1)).tolist()) for _ in range(PEOPLE)]
    assert sum(rhythm is not None for rhythm in each) < most * PEOPLE


def test_somebody_who_slows_down_is_met_where_they_are_now():
    taps_s = np.cumsum([3.0] * 10 + [6.0] * 10).tolist()
    assert tapped(taps_s).period_s == pytest.approx(6.0)


def test_nobody_is_followed_into_fast_breathing():
    assert tapped([0.3 * tap for tap in range(20)]).period_s > 1


def test_held_keys_tell_both_strokes():
    strokes = [(seconds, filling) for _ in range(5) for seconds, filling in ((1.8, True), (2.4, False))]
    rhythm = breathed(strokes)
    assert (rhythm.in_s, rhythm.out_s) == (pytest.approx(1.8), pytest.approx(2.4))
    assert breathed(strokes[:6]) is None
