"""The patterns that come with the program, against the table of the product page."""

from __future__ import annotations

import pytest

from grounding.breath.patterns import PATTERNS

FOUR_TIMES = {  # in, hold, out, hold
    "gentle": (3, 0, 4.5, 0),
    "longer-exhale": (4, 0, 6, 0),
    "even": (5, 0, 5, 0),
    "coherent": (5.5, 0, 5.5, 0),
    "resonance-4.5": (0.4 * 60 / 4.5, 0, 0.6 * 60 / 4.5, 0),
    "resonance-5": (4.8, 0, 7.2, 0),
    "resonance-5.5": (0.4 * 60 / 5.5, 0, 0.6 * 60 / 5.5, 0),
    "resonance-6": (4, 0, 6, 0),
    "resonance-6.5": (0.4 * 60 / 6.5, 0, 0.6 * 60 / 6.5, 0),
    "pursed-lips": (2, 0, 4, 0),
    "box": (4, 4, 4, 4),
    "four-seven-eight": (4, 7, 8, 0),
}
SIGH = [(0.0, 0.75, 2), (0.75, 1.0, 0.75), (1.0, 0.0, 5.5)]
BREATHS = {"one-sigh": 1, "four-seven-eight": 4}
HELD = {"box", "four-seven-eight"}


def strokes(key):
    return [(before, stroke.to, stroke.seconds) for before, stroke in PATTERNS[key].pairs()]


def test_the_table_is_whole():
    assert set(PATTERNS) == {"own-pace", "cyclic-sigh", "one-sigh", *FOUR_TIMES}
    assert all(key == pattern.id for key, pattern in PATTERNS.items())


@pytest.mark.parametrize("key", FOUR_TIMES)
def test_a_pattern_has_the_times_of_the_table(key):
    meant = zip((0.0, 1.0, 1.0, 0.0), (1.0, 1.0, 0.0, 0.0), FOUR_TIMES[key], strict=True)
    assert strokes(key) == [pytest.approx(stroke) for stroke in meant if stroke[2]]
    assert PATTERNS[key].seconds == pytest.approx(sum(FOUR_TIMES[key]))


@pytest.mark.parametrize("key", ["cyclic-sigh", "one-sigh"])
def test_a_sigh_has_two_inhales(key):
    assert strokes(key) == SIGH


def test_own_pace_has_no_strokes():
    assert strokes("own-pace") == []


@pytest.mark.parametrize("key", PATTERNS)
def test_only_the_table_says_which_breath_is_counted_or_held(key):
    assert PATTERNS[key].breaths == BREATHS.get(key)
    assert PATTERNS[key].holds == (key in HELD)


@pytest.mark.parametrize("key", PATTERNS)
def test_a_pattern_without_holds_only_loses_its_holds(key):
    moving = PATTERNS[key].without_holds()
    assert not moving.holds
    assert [stroke for stroke in strokes(key) if stroke[0] != stroke[1]] == [
        (before, stroke.to, stroke.seconds) for before, stroke in moving.pairs()
    ]
