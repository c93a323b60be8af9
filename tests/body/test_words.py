from __future__ import annotations

import re
from itertools import groupby

import pytest

from grounding.body.region import Region
from grounding.body.words import WORDS, Axis, Tone, more, offered

HARD = [word for word in WORDS if word.tone is Tone.HARD]
OTHERS = [word for word in WORDS if word.tone is not Tone.HARD]


def test_ids_are_short_slugs_and_each_there_once() -> None:
    ids = [word.id for word in WORDS]

    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", each) for each in ids)


def test_there_are_as_many_pleasant_and_neutral_words_as_hard_ones() -> None:
    assert len(OTHERS) >= len(HARD)


def test_every_axis_has_words_and_they_come_axis_by_axis() -> None:
    assert [axis for axis, _ in groupby(WORDS, key=lambda word: word.axis)] == list(Axis)


@pytest.mark.parametrize("region", Region)
def test_a_place_is_offered_hard_words_and_others_by_turns(region: Region) -> None:
    hard = [word.tone is Tone.HARD for word in offered(region)]

    assert 8 <= len(hard) <= 12
    assert hard == [True, False] * (len(hard) // 2)


@pytest.mark.parametrize("region", Region)
def test_more_words_are_all_the_others_in_the_order_of_the_axes(region: Region) -> None:
    first, rest = offered(region), more(region)

    assert set(first).isdisjoint(rest)
    assert {*first, *rest} == set(WORDS)
    assert list(rest) == [word for word in WORDS if word in rest]


def test_the_chest_is_offered_the_words_of_its_picture() -> None:
    told = "tight soft dull-ache warm fluttery open heavy still numb steady"

    assert " ".join(word.id for word in offered(Region.CHEST)) == told


def test_the_hands_are_offered_restless() -> None:
    assert "restless" in [word.id for word in offered(Region.HANDS)]
