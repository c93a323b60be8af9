"""How hard a passphrase would be to guess, in words: shown, and never insisted on."""

from __future__ import annotations

from bisect import bisect
from enum import Enum

LONGEST = 72
"""An estimate of more than these first characters would take seconds."""
_DAY_S = 24 * 60 * 60
_LEAST_S = (60, _DAY_S, 30 * _DAY_S, 100 * 365 * _DAY_S)
"""What each kind but the first withstands, where somebody has the files and tries ten thousand a second: an able
attacker, for one try takes 256 MiB and half a second here."""


class Strength(Enum):
    """The estimate; names to show are under "guessing" in the words."""

    AT_ONCE = "at-once"
    SOON = "soon"
    SLOWLY = "slowly"
    HARD = "hard"
    VERY_HARD = "very-hard"


def strength(passphrase: str) -> Strength:
    """Return how hard a passphrase would be to guess; a long one takes some ten milliseconds."""
    if not passphrase:
        return Strength.AT_ONCE
    from zxcvbn import zxcvbn  # noqa: PLC0415 - 15 MB that only the page of the passphrase needs

    seconds = zxcvbn(passphrase[:LONGEST])["crack_times_seconds"]["offline_slow_hashing_1e4_per_second"]
    return list(Strength)[bisect(_LEAST_S, seconds)]
