"""Less is a place, the room and the close, and never longer than what was to come."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from grounding.base.assets import assets
from grounding.body.region import Region
from grounding.practice.practice import Kind, Place, Prompt, Step
from grounding.practice.reading import read_practice
from grounding.sitting.less import LEAST_S, clocked_s, one_place, scan_for, shortened
from grounding.sitting.score import lay_out

SLOW_DOWN = read_practice(assets() / "practices" / "slow-down" / "practice.toml")


def test_one_place_is_a_place_the_room_and_the_close():
    less = one_place(SLOW_DOWN, Region.FEET)
    assert [step.kind for step in less.steps] == [Kind.SCAN, Kind.ORIENT, Kind.CLOSE]
    assert [part.region for part in lay_out(less).parts] == [Region.FEET, None, None]


def test_it_is_that_place_in_a_practice_that_would_go_to_others_too():
    def at(*regions, words, first=False):
        places = tuple(Place(region=each, prompts=(Prompt(text="Here, or not."),)) for each in words)
        return Step(kind=Kind.SCAN, seconds=50, regions=regions, named_first=first, places=places)

    def left(*scans):
        return one_place(replace(SLOW_DOWN, steps=(*SLOW_DOWN.steps[:1], *scans)), Region.FEET)

    chest, feet = at(Region.CHEST, words=[Region.CHEST]), at(Region.CHEST, Region.FEET, words=[Region.FEET, None])
    anywhere = at(Region.EYES, words=[None], first=True)
    assert [part.region for part in lay_out(left(chest, feet)).parts] == [Region.FEET]
    assert left(feet, anywhere).steps[0].places == anywhere.places
    assert left(chest).steps == ()
    assert scan_for(replace(SLOW_DOWN, steps=(chest,)), Region.FEET) is None


@given(st.floats(0, 600))
def test_what_is_shortened_is_no_longer_than_was_asked(seconds):
    score = lay_out(shortened(SLOW_DOWN, seconds), named=(Region.FEET,))
    assert [part.kind for part in score.parts] == [Kind.SCAN, Kind.CLOSE]
    assert clocked_s(score.parts) == max(LEAST_S, seconds)
