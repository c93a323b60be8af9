"""The answers of a check-in, made from a report and turned into one again."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from grounding.body.check_in import CheckIn
from grounding.body.region import Region
from grounding.body.report import Report
from grounding.body.sensation import After, Change, Noticed, Sensation

texts = st.text(max_size=12)
words = st.lists(st.sampled_from(["tight", "warm", "dull-ache"]) | texts, max_size=3).map(tuple)
strengths = st.none() | st.integers(0, 10)
afters = st.none() | st.builds(
    After, change=st.sampled_from(Change), strength=strengths, words=words, moved_to=st.none() | st.sampled_from(Region)
)
sensations = st.builds(
    Sensation, region=st.sampled_from(Region), words=words, strength=strengths, note=texts, after=afters
)
reports = st.builds(
    Report,
    underneath=texts,
    noticed=st.none() | st.sampled_from(Noticed),
    sensations=st.lists(sensations, max_size=4).map(tuple),
    line=texts,
)
TWO_OWN = Report(
    sensations=(
        Sensation(region=Region.THROAT, words=("like bees", "tight", "a small, round stone")),
        Sensation(region=Region.HANDS, words=("warm",), strength=3),
    )
)


@given(reports)
def test_a_report_that_nobody_touches_stays_to_the_letter(report: Report) -> None:
    assert CheckIn.of_report(report).reworded(report) == report


@given(reports, st.sampled_from(Region), texts)
def test_a_change_in_one_place_leaves_every_other_alone(report: Report, region: Region, note: str) -> None:
    changed = CheckIn.of_report(report).telling(region, note=note).reworded(report)

    others = [each for each in report.sensations if each.region is not region]
    assert [each for each in changed.sensations if each.region is not region] == others
    assert replace(changed, sensations=()) == replace(report, sensations=())


def test_a_changed_place_stays_where_it_stood_and_says_the_new_words() -> None:
    changed = CheckIn.of_report(TWO_OWN).telling(Region.THROAT, strength=4).reworded(TWO_OWN)

    throat, hands = changed.sensations
    assert (throat.strength, hands) == (4, TWO_OWN.sensations[1])
    assert set(throat.words) == {"tight", "like bees, a small, round stone"}


def test_a_place_that_is_taken_back_goes_and_a_new_one_comes_last() -> None:
    answers = CheckIn.of_report(TWO_OWN).with_place(Region.THROAT, False).with_place(Region.EYES, True)

    assert [each.region for each in answers.reworded(TWO_OWN).sensations] == [Region.HANDS, Region.EYES]


def test_what_more_was_said_of_a_place_is_not_lost_by_changing_the_first() -> None:
    twice = Report(sensations=(*TWO_OWN.sensations, Sensation(region=Region.HANDS, words=("cold",))))

    changed = CheckIn.of_report(twice).telling(Region.HANDS, note="new").reworded(twice)

    assert changed.sensations[2] == twice.sensations[2]
    assert changed.sensations[1].note == "new"
