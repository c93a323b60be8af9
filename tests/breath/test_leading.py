"""The way from somebody's own breath to a slower one is its formula, breath by breath, without a jump."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from way import way

from grounding.breath.leading import IN_SHARE, MET_BREATHS, SLOWER, STEP, Lead
from grounding.breath.rhythm import Rhythm
from grounding.breath.segment import Phase

begun = st.builds(Rhythm, in_s=st.floats(0.8, 6), out_s=st.floats(0.8, 8))
steps = st.sampled_from([1.01, STEP, 1.03, 1.04])
leads = st.builds(Lead, met=begun, slowest_a_minute=st.sampled_from([2.0, 4.5, 6.0, 10.0]), step=steps)


def rate(a_minute, share=0.5):
    return Rhythm(in_s=share * 60 / a_minute, out_s=(1 - share) * 60 / a_minute)


@pytest.mark.parametrize("a_minute", [20, 16, 12, 6])
def test_it_begins_as_they_breathe_and_ends_a_quarter_slower(a_minute):
    lead = Lead(met=rate(a_minute), slowest_a_minute=2)
    ways = list(lead.rhythms())
    assert ways[:MET_BREATHS] == [lead.met] * MET_BREATHS
    assert ways[-1].a_minute == pytest.approx(SLOWER * a_minute)
    assert ways[-1].in_s / ways[-1].period_s == pytest.approx(max(IN_SHARE, 0.5 * SLOWER))


@pytest.mark.parametrize("percent", [1, 2, 3, 4])
@pytest.mark.parametrize("a_minute", [20, 16, 12, 6])
def test_whichever_step_is_chosen_it_is_the_formula_of_that_step(a_minute, percent):
    lead = Lead(met=rate(a_minute), slowest_a_minute=2, step=1 + percent / 100)
    expected = way(30 / a_minute, 30 / a_minute, percent)
    assert [(each.in_s, each.out_s) for each in lead.rhythms()] == [pytest.approx(each) for each in expected]


@given(leads)
def test_each_breath_is_longer_by_the_same_part_at_most_and_no_stroke_grows_shorter(lead):
    for before, after in pairwise(lead.rhythms()):
        assert 1 <= after.period_s / before.period_s + 1e-12 <= lead.step + 1e-9
        assert after.in_s >= before.in_s - 1e-12
        assert after.out_s >= before.out_s - 1e-12


@given(leads)
def test_the_out_breath_grows_first_until_two_to_three(lead):
    for before, after in pairwise(lead.rhythms()):
        if after.in_s > before.in_s + 1e-12 and lead.met.in_s > IN_SHARE * lead.met.period_s:
            assert after.in_s / after.period_s == pytest.approx(IN_SHARE)


@given(leads)
def test_it_never_leads_below_the_slowest_that_was_chosen(lead):
    slowest = min(lead.slowest_a_minute, lead.met.a_minute)
    assert all(rhythm.a_minute >= slowest - 1e-9 for rhythm in lead.rhythms())


@given(leads, st.floats(0, 30))
def test_its_course_is_those_breaths_one_after_another(lead, begins_s):
    course, at_s = lead.course(begins_s), begins_s
    for rhythm in [*lead.rhythms(), list(lead.rhythms())[-1]]:
        assert course.at(at_s + 1e-9).fullness == pytest.approx(0, abs=1e-6)
        assert course.at(at_s + rhythm.in_s).fullness == pytest.approx(1, abs=1e-6)
        assert course.at(at_s + rhythm.in_s / 2).phase is Phase.IN
        at_s += rhythm.period_s
