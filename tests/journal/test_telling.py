"""What is told of an entry is what was said, in the person's own words."""

from __future__ import annotations

import pytest

from grounding.base.wording import Wording
from grounding.body.region import Region
from grounding.body.sensation import After, Change, Sensation
from grounding.journal.telling import told_moment, told_sensation

TIGHT = {"words": ("tight", "dull-ache"), "strength": 7}


@pytest.mark.parametrize(
    ("said", "line", "moment"),
    [
        ({}, "Chest", "without a word"),
        ({"words": ("like bees",)}, "Chest like bees", "like bees"),
        ({"strength": 0}, "Chest (0)", "without a word, 0"),
        (TIGHT, "Chest tight, dull ache (7)", "tight, dull ache, 7"),
        (
            TIGHT | {"after": After(change=Change.SOFTER, strength=4)},
            "Chest tight, dull ache (7), then softer (4)",
            "tight, dull ache, 7; then softer, 4",
        ),
        (
            {"words": ("warm",), "after": After(change=Change.SAME, words=("open",))},
            "Chest warm, then the same, open",
            "warm; then the same, open",
        ),
        (
            {"after": After(change=Change.MOVED, moved_to=Region.THROAT, words=("thick",), strength=2)},
            "Chest, then moved to Throat, thick (2)",
            "without a word; then moved to Throat, thick, 2",
        ),
        ({"after": After(change=Change.MOVED)}, "Chest, then moved", "without a word; then moved"),
        ({"after": After(change=Change.CANT_TELL)}, "Chest, then can't tell", "without a word; then can't tell"),
    ],
)
def test_a_sensation_is_told_whole_as_a_line_and_as_a_moment_of_its_place(said, line, moment):
    sensation = Sensation(region=Region.CHEST, **said)
    assert told_sensation(sensation, Wording()) == line
    assert told_moment(sensation, Wording()) == moment
