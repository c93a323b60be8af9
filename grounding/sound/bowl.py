"""The bowl: struck softly at a change of place, the beginning and the end."""

from __future__ import annotations

from functools import cache

import numpy as np

from grounding.sound.loudness import TARGET_LUFS, loudness_lufs
from grounding.sound.samples import RATE, Samples, clip_of, samples_of, whole_ms

SECONDS = 6.0
_HZ = 220.0
_PARTIALS = ((1.0, 1.0, 2.6, 0.6), (2.71, 0.5, 1.6, 0.9), (5.0, 0.22, 0.9, 1.3), (7.9, 0.08, 0.5, 0.0))
"""Multiple, strength, seconds until it has faded to 1/e, and beats a second, as the rim of a bowl has them."""
_BEAT = 0.12
_STRIKE_MS = 35
"""A strike without an edge: nothing startles."""
_FADE_MS = 1500
_HEADROOM = 0.3


@cache
def bowl() -> Samples:
    """Return one bowl at -22 LUFS."""
    t_s = np.arange(whole_ms(SECONDS)) / RATE
    wave = np.zeros_like(t_s)
    for turn, (multiple, strength, fades_s, beats_hz) in enumerate(_PARTIALS):
        beat = 1 + _BEAT * np.sin(2 * np.pi * beats_hz * t_s)
        wave += strength * np.exp(-t_s / fades_s) * beat * np.sin(2 * np.pi * _HZ * multiple * t_s + turn)
    clip = clip_of(_HEADROOM * wave).fade_in(_STRIKE_MS).fade_out(_FADE_MS)
    return samples_of(clip.apply_gain(TARGET_LUFS - loudness_lufs(samples_of(clip).astype(np.float64))))
