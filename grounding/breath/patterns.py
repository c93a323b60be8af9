"""The patterns that come with the program; a new one is one more line here and its name in `assets/words`.

Timings and their sources: each comment names the work that the figures come from; none is a promise.
"""

from __future__ import annotations

from grounding.breath.stroke import EMPTY, FULL, Pattern, Stroke


def _pattern(key: str, in_s: float, hold_s: float, out_s: float, rest_s: float, breaths: int | None = None) -> Pattern:
    """Return a pattern from its four times; a time of 0 is no stroke."""
    strokes = ((FULL, in_s), (FULL, hold_s), (EMPTY, out_s), (EMPTY, rest_s))
    return Pattern(id=key, strokes=tuple(Stroke(to=to, seconds=s) for to, s in strokes if s), breaths=breaths)


def _resonance(breaths_per_minute: float) -> Pattern:
    """Return a rate of the stepped comparison of Shaffer & Meehan 2020, in : out = 40 : 60."""
    period_s = 60 / breaths_per_minute
    return _pattern(f"resonance-{breaths_per_minute:g}", 0.4 * period_s, 0, 0.6 * period_s, 0)


# Two inhales, then a long out-breath (Balban 2023 gives the shape; the seconds are ours).
_SIGH = (Stroke(to=0.75, seconds=2), Stroke(to=FULL, seconds=0.75), Stroke(to=EMPTY, seconds=5.5))

OWN_PACE = Pattern(id="own-pace")
GENTLE = _pattern("gentle", 3, 0, 4.5, 0)  # 8 a minute, a stepping stone

PATTERNS: dict[str, Pattern] = {
    pattern.id: pattern
    for pattern in (
        OWN_PACE,
        GENTLE,
        _pattern("longer-exhale", 4, 0, 6, 0),  # Laborde 2021; Van Diest 2014
        _pattern("even", 5, 0, 5, 0),
        _pattern("coherent", 5.5, 0, 5.5, 0),  # Fincham 2023
        *(_resonance(rate) for rate in (4.5, 5, 5.5, 6, 6.5)),
        _pattern("pursed-lips", 2, 0, 4, 0),  # out for two to three times the in, without force
        Pattern(id="cyclic-sigh", strokes=_SIGH),
        Pattern(id="one-sigh", strokes=_SIGH, breaths=1),
        _pattern("box", 4, 4, 4, 4),
        _pattern("four-seven-eight", 4, 7, 8, 0, breaths=4),  # four at first, after Weil
    )
}
