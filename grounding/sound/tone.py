"""The soft tone: one clip for each stroke, gliding as fullness does, up with the in-breath and down with the out."""

from __future__ import annotations

import numpy as np

from grounding.breath.segment import Phase, Segment
from grounding.sound.samples import RATE, Samples, Wave
from grounding.sound.shaping import shaped

_RANGE_HZ = {Phase.IN: (165.0, 220.0), Phase.OUT: (147.0, 220.0), Phase.REST: (147.0, 220.0)}
"""Empty and full: E3 up to A3, and A3 down to D3, so the ways are told apart with eyes shut; held, where it is."""
_PARTIALS = ((1.0, 1.0, 0.0), (2.0, 0.5, 0.3), (3.0, 0.2, 1.1), (1.004, 0.18, 0.0))
"""Multiple, strength, phase: the second and third carry it on small loudspeakers, the last makes it live."""
_FAINTEST = 0.25
"""How loud it is at a turn, of its loudest: it swells with the flow of air, so a turn is heard coming."""
_HEADROOM = 0.4


def tone(stroke: Segment) -> Samples:
    """Return the tone of one stroke; see `shaping.shaped`."""
    return shaped(stroke, _wave)


def _wave(stroke: Segment, fullness: Wave, flow: Wave) -> Wave:
    """Return the tone with square edges: pitch from fullness, strength from the flow of air."""
    empty_hz, full_hz = _RANGE_HZ[stroke.phase]
    turns = np.cumsum(empty_hz / RATE * np.exp(np.log(full_hz / empty_hz) * fullness))
    once = _left(turns)
    wave = sum(
        np.float32(strength)
        * _sine(once * np.float32(multiple) if multiple.is_integer() else _left(multiple * turns), ahead)
        for multiple, strength, ahead in _PARTIALS
    )
    faintest = 0.0 if stroke.phase is Phase.REST else _FAINTEST
    return np.asarray(_HEADROOM * wave * (faintest + (1 - faintest) * flow), dtype=np.float64)


def _sine(turns: Samples, ahead: float) -> Samples:
    sine: Samples = np.sin(np.float32(2 * np.pi) * turns + np.float32(ahead))
    return sine


def _left(turns: Wave) -> Samples:
    """Return what is left of whole turns: of less than one, 32 bits are enough, and far quicker."""
    return (turns - np.floor(turns)).astype(np.float32)
