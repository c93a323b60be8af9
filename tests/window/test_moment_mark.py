"""The ring and the disc of one moment."""

from __future__ import annotations

import pytest

from grounding.body.region import Region
from grounding.body.sensation import After, Change, Sensation
from grounding.window.looking_back.moment_mark import NOT_SAID, mark_of


def mark(strength=None, change=None, then=None):
    after = After(change=change, strength=then) if change else None
    return mark_of(Sensation(region=Region.CHEST, strength=strength, after=after))


def test_size_says_strength_and_nothing_else():
    sizes = [mark(strength).ring for strength in range(11)]
    assert sizes == sorted(set(sizes))
    assert (sizes[0], sizes[-1]) == (0, 1)


def test_where_no_strength_is_said_the_ring_is_of_a_middle_size_and_thin():
    assert (mark().ring, mark().thin) == (NOT_SAID, True)
    assert not mark(5).thin


@pytest.mark.parametrize("change", [None, Change.CANT_TELL, Change.GONE])
def test_what_cannot_be_told_or_is_gone_is_an_empty_ring(change):
    assert mark(7, change).disc is None


def test_a_strength_that_is_said_is_drawn_as_it_is_said():
    assert mark(7, Change.SOFTER, 4).disc == mark(4).ring
    assert mark(7, Change.SOFTER, 9).disc == mark(9).ring


def test_where_only_the_change_is_said_the_disc_shows_that():
    ring = mark(6).ring
    assert mark(6, Change.SAME).disc == ring
    assert mark(6, Change.SOFTER).disc < ring < mark(6, Change.STRONGER).disc
    assert mark(10, Change.STRONGER).disc == 1
