"""The breath: air that opens and closes with each stroke, bright on the way in and low and round on the way out.

Filtered noise, never the same hiss as the sea: no surge, no foam, nothing below 150 Hz or above 3 kHz.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from grounding.breath.segment import Phase, Segment
from grounding.sound.samples import RATE, Samples, Wave, quick_length
from grounding.sound.shaping import shaped

_BANDS_HZ = ((180.0, 420.0), (420.0, 900.0), (900.0, 1900.0))
_SHOULDER = 0.5
"""Each band rises and falls over half an octave, so that together they have no holes."""
_OPENING = {Phase.IN: (0.10, 0.55, 1.0), Phase.OUT: (1.0, 0.50, 0.06), Phase.REST: (1.0, 0.0, 0.0)}
"""How strong each band is in full flow: in through the nose, out through a loose mouth (chosen by ear's rule, see
`tests/sound/test_air.py`: the in-breath's middle lies an octave above the out-breath's)."""
_CLOSING = (0.0, 0.6, 1.4)
"""How much sooner a higher band closes as the flow gives out: what comes near a turn grows darker, and is heard."""
_SEED = 7
_HEADROOM = 0.05


def air(stroke: Segment) -> Samples:
    """Return the breath of one stroke, always the same for the same stroke; see `shaping.shaped`."""
    return shaped(stroke, _wave)


def _wave(stroke: Segment, _fullness: Wave, flow: Wave) -> Wave:
    bands = _noise(len(flow))
    weights = _OPENING[stroke.phase]
    mix = sum(
        weight * flow ** (1 + closing) * band for weight, closing, band in zip(weights, _CLOSING, bands, strict=True)
    )
    return np.asarray(_HEADROOM * mix, dtype=np.float64)


@lru_cache(maxsize=4)
def _noise(frames: int) -> tuple[Wave, ...]:
    """Return the bands of one stretch of noise, each of the same power."""
    length = quick_length(frames)
    spectrum = np.fft.rfft(np.random.default_rng(_SEED).standard_normal(length))
    octaves = np.log2(np.maximum(np.fft.rfftfreq(length, 1 / RATE), 1.0))
    bands = []
    for low_hz, high_hz in _BANDS_HZ:
        above = np.clip((octaves - np.log2(low_hz)) / _SHOULDER + 0.5, 0, 1)
        below = np.clip((np.log2(high_hz) - octaves) / _SHOULDER + 0.5, 0, 1)
        band = np.fft.irfft(spectrum * np.sin(np.pi / 2 * above * below) ** 2, length)[:frames]
        bands.append(band / max(float(np.sqrt(np.mean(np.square(band)))), 1e-9))
    return tuple(bands)
