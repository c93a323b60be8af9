"""Less is a place, the room and the close, and never longer than what was to come."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from grounding.base.assets import assets
from grounding.body.region import Region
from grounding.practice.practice import Kind
from grounding.practice.reading import read_practice
from grounding.sitting.less import LEAST_S, clocked_s, one_place, shortened
from grounding.sitting.score import lay_out

SLOW_DOWN = read_practice(assets() / "practices" / "slow-down" / "practice.toml")


def test_one_place_is_a_place_the_room_and_the_close():
    assert [step.kind for step in one_place(SLOW_DOWN).steps] == [Kind.SCAN, Kind.ORIENT, Kind.CLOSE]


@given(st.floats(0, 600))
def test_what_is_shortened_is_no_longer_than_was_asked(seconds):
    score = lay_out(shortened(SLOW_DOWN, seconds), named=(Region.FEET,))
    assert [part.kind for part in score.parts] == [Kind.SCAN, Kind.CLOSE]
    assert clocked_s(score.parts) == max(LEAST_S, seconds)
