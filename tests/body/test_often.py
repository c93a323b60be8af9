from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from grounding.body.often import Often, how_often
from grounding.body.region import Region

ORDER = list(Often)


def test_a_place_that_has_not_spoken_is_quiet_and_stands_where_it_always_stands() -> None:
    assert how_often({}) == dict.fromkeys(Region, Often.NOT)
    assert list(how_often({Region.FEET: 3, Region.HANDS: 1})) == list(Region)


def test_once_is_never_often_even_where_nothing_else_spoke() -> None:
    assert how_often({Region.CHEST: 1})[Region.CHEST] is Often.ONCE_OR_TWICE


def test_words_follow_what_is_usual_in_that_time() -> None:
    told = how_often({Region.CHEST: 40, Region.HANDS: 20, Region.EYES: 19, Region.JAW: 3, Region.BACK: 2})

    assert [told[each] for each in (Region.CHEST, Region.HANDS, Region.EYES, Region.JAW, Region.BACK)] == [
        Often.OFTEN,
        Often.OFTEN,
        Often.NOW_AND_THEN,
        Often.NOW_AND_THEN,
        Often.ONCE_OR_TWICE,
    ]


@given(st.dictionaries(st.sampled_from(Region), st.integers(0, 10**6)))
def test_a_place_that_spoke_more_is_never_told_as_quieter(times: dict[Region, int]) -> None:
    told = how_often(times)

    by_count = sorted(Region, key=lambda region: times.get(region, 0))
    assert [ORDER.index(told[each]) for each in by_count] == sorted(ORDER.index(each) for each in told.values())
