"""The bowl: struck softly at a change of place, the beginning and the end."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from grounding.sound.loudness import TARGET_LUFS, loudness_lufs
from grounding.sound.samples import RATE, Samples, clip_of, samples_of, whole_ms

if TYPE_CHECKING:
    from pydub import AudioSegment

SECONDS = 6.0
_HZ = 220.0
_PARTIALS = ((1.0, 1.0, 2.6, 0.6), (2.71, 0.5, 1.6, 0.9), (5.0, 0.22, 0.9, 1.3), (7.9, 0.08, 0.5, 0.0))
"""Multiple, strength, seconds until it has faded to 1/e, and beats a second, as the rim of a bowl has them."""
_BEAT = 0.12
_STRIKE_MS = 35
"""A strike without an edge: nothing startles."""
_FADE_MS = 1500
TOUCH_MS = 300
"""A bowl still ringing when the next is struck is touched: two at full voice would be too much."""
_HEADROOM = 0.3


@lru_cache(maxsize=8)
def bowl(rings_ms: int = round(SECONDS * 1000)) -> Samples:
    """Return one bowl at -22 LUFS, touched after `rings_ms` so that it is quiet `TOUCH_MS` later."""
    clip = _rung()[: rings_ms + TOUCH_MS]
    return samples_of(clip.fade_out(TOUCH_MS) if len(clip) < len(_rung()) else clip)


@cache
def _rung() -> AudioSegment:
    t_s = np.arange(whole_ms(SECONDS)) / RATE
    wave = np.zeros_like(t_s)
    for turn, (multiple, strength, fades_s, beats_hz) in enumerate(_PARTIALS):
        beat = 1 + _BEAT * np.sin(2 * np.pi * beats_hz * t_s)
        wave += strength * np.exp(-t_s / fades_s) * beat * np.sin(2 * np.pi * _HZ * multiple * t_s + turn)
    clip = clip_of(_HEADROOM * wave).fade_in(_STRIKE_MS).fade_out(_FADE_MS)
    return clip.apply_gain(TARGET_LUFS - loudness_lufs(samples_of(clip).astype(np.float64)))
