"""The bowl: struck softly at a change of place, the beginning and the end."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from grounding.sound.loudness import TARGET_LUFS, own_loudness_lufs
from grounding.sound.samples import RATE, Samples, clip_of, edged, joined, ringing, samples_of, whole_ms

if TYPE_CHECKING:
    from pydub import AudioSegment

SECONDS = 6.0
_HZ = 220.0
_PARTIALS = ((1.0, 1.0, 2.6, 0.6), (2.71, 0.5, 1.6, 0.9), (5.0, 0.22, 0.9, 1.3), (7.9, 0.08, 0.5, 0.0))
"""Multiple, strength, seconds until it has faded to 1/e, and beats a second, as the rim of a bowl has them."""
_BEAT = 0.12
_LOOK = RATE // 100  # the beats, slower than two a second, are asked every 10 ms
_STRIKE_S = 0.035
"""A strike without an edge: nothing startles."""
_FADE_S = 1.5
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
    frames = whole_ms(SECONDS)
    looks = np.arange(0, frames + _LOOK, _LOOK)
    wave = np.zeros(frames)
    for turn, (multiple, strength, fades_s, beats_hz) in enumerate(_PARTIALS):
        beat = joined(1 + _BEAT * np.sin(2 * np.pi * beats_hz / RATE * looks), _LOOK)[:frames]
        wave += strength * beat * ringing((2j * np.pi * _HZ * multiple - 1 / fades_s) / RATE, frames, ahead=turn)
    clip = clip_of(edged(_HEADROOM * wave, in_s=_STRIKE_S, out_s=_FADE_S))
    return clip.apply_gain(TARGET_LUFS - own_loudness_lufs(samples_of(clip)))
