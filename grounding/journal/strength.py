"""How hard a passphrase would be to guess, in words: shown, and never insisted on."""

from __future__ import annotations

from enum import Enum

LONGEST = 72
"""An estimate of more than these first characters takes seconds."""


class Strength(Enum):
    """The estimate; names to show are under "guessing" in the words."""

    AT_ONCE = "at-once"
    SOON = "soon"
    SLOWLY = "slowly"
    HARD = "hard"
    VERY_HARD = "very-hard"


def strength(passphrase: str) -> Strength:
    """Return how hard a passphrase would be to guess; a long one takes some ten milliseconds."""
    from zxcvbn import zxcvbn  # noqa: PLC0415 - 15 MB that only the page of the passphrase needs

    return list(Strength)[zxcvbn(passphrase[:LONGEST])["score"]] if passphrase else Strength.AT_ONCE
