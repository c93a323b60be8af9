"""A flipped bit anywhere in the journal or its keys is noticed, and none shows a word that was not said."""

from __future__ import annotations

import os

import pytest
from flipping import flip

FLIPS = int(os.environ.get("GROUNDING_FLIPS", "500"))


@pytest.mark.parametrize("locked", [False, True])
def test_every_flipped_bit_is_noticed(folder, locked):
    told = flip(folder, FLIPS, locked=locked)
    assert (told.wrong, told.unseen) == ((), ())
    assert told.flips == FLIPS
