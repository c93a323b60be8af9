"""What a breath of one's own may be: anything but fast, or held for long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grounding.breath.own import QUICKEST_S, Flaw, breaths_s, flaw
from grounding.breath.patterns import PATTERNS
from grounding.breath.stroke import Pattern, Stroke


def strokes(*pairs: tuple[float, float]) -> tuple[Stroke, ...]:
    return tuple(Stroke(to=to, seconds=seconds) for to, seconds in pairs)


@pytest.mark.parametrize(
    ("made", "what"),
    [
        (strokes(), Flaw.STILL),
        (strokes((0, 2), (1, 2), (0, 4)), Flaw.STILL),
        (strokes((1, 2), (0.5, 4)), Flaw.OPEN),
        (strokes((1, 4), (1, 12), (1, 8.25), (0, 4)), Flaw.HELD),
        (strokes((1, 4), (1, 12), (1, 8), (0, 4)), None),
        (strokes((1, 1.25), (0, 1.5)), Flaw.FAST),
        (strokes((1, 1.25), (0, 1.75)), None),
        (strokes((1, 0.5), (1, 20), (0, 0.5), (0, 20)), Flaw.FAST),  # the hold can be skipped
        (strokes((1, 4), (0.5, 1), (1, 1), (0, 5)), None),
        (strokes((1, 4), (0.5, 1), (1, 1), (0.5, 1), (1, 1), (0, 5)), Flaw.FAST),  # panting within a breath
        (strokes((0.75, 0.5), (1, 0.5), (0, 2)), None),
    ],
)
def test_what_is_fast_or_held_for_long_is_told(made: tuple[Stroke, ...], what: Flaw | None) -> None:
    assert flaw(made) is what


@pytest.mark.parametrize("pattern", [each for each in PATTERNS.values() if each.strokes], ids=lambda each: each.id)
def test_every_pattern_that_comes_along_is_one_that_may_be_ones_own(pattern: Pattern) -> None:
    assert flaw(pattern.strokes) is None


LEVELS = st.integers(0, 4).map(lambda quarters: quarters / 4)
STROKES = st.lists(st.builds(Stroke, to=LEVELS, seconds=st.integers(2, 80).map(lambda quarters: quarters / 4)))


@given(STROKES)
def test_no_breath_that_is_let_through_is_fast_with_or_without_its_holds(made: list[Stroke]) -> None:
    pattern = Pattern(id="own", strokes=(Stroke(to=1, seconds=2), *made, Stroke(to=0, seconds=2)))
    breaths = list(breaths_s(pattern.strokes))
    assert sum(breaths) == pytest.approx(pattern.without_holds().seconds)
    turns = [before for before, stroke in pattern.without_holds().pairs() if stroke.to > before]
    assert len(breaths) <= len(turns)
    if flaw(pattern.strokes) is None:
        assert pattern.without_holds().seconds >= len(breaths) * QUICKEST_S - 1e-6
