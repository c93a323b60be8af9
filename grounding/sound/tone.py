"""The soft tone: one clip for each stroke, gliding as fullness does, up with the in-breath and down with the out."""

from __future__ import annotations

import numpy as np

from grounding.breath.course import Phase, Segment
from grounding.sound.loudness import TARGET_LUFS, loudness_lufs
from grounding.sound.samples import RATE, Samples, Wave, clip_of, samples_of, whole_ms

_RANGE_HZ = {Phase.IN: (165.0, 220.0), Phase.OUT: (147.0, 220.0)}
"""Empty and full: E3 up to A3, and A3 down to D3, so the ways are told apart with eyes shut."""
_PARTIALS = ((1.0, 1.0, 0.0), (2.0, 0.5, 0.3), (3.0, 0.2, 1.1), (1.004, 0.18, 0.0))
"""Multiple, strength, phase: the second and third carry it on small loudspeakers, the last makes it live."""
_FAINTEST = 0.25
"""How loud it is at a turn, of its loudest: it swells with the flow of air, so a turn is heard coming."""
_EDGE_MS = 100
"""pydub fades by the sample up to 100 ms, and in steps of a millisecond beyond."""
_LOOK = RATE // 200  # the curve is asked every 5 ms and joined by straight lines
_HEADROOM = 0.4


def tone(stroke: Segment) -> Samples:
    """Return the tone of one stroke at -22 LUFS, at most 1 ms shorter than it; a hold or a rest is quiet, and empty."""
    frames = whole_ms(stroke.seconds) if stroke.phase is not Phase.REST else 0
    if not frames:
        return np.zeros(0, dtype=np.float32)
    wave = _wave(stroke, frames)
    clip = clip_of(wave)
    edge_ms = min(_EDGE_MS, len(clip) // 3)
    clip = clip.fade_in(edge_ms).fade_out(edge_ms)
    level_lufs = loudness_lufs(samples_of(clip).astype(np.float64))
    return samples_of(clip.apply_gain(TARGET_LUFS - level_lufs)) if np.isfinite(level_lufs) else samples_of(clip)


def _wave(stroke: Segment, frames: int) -> Wave:
    """Return the tone with square edges: pitch from fullness, strength from the flow of air."""
    looks = np.arange(0, frames + _LOOK, _LOOK)
    levels = [stroke.at(stroke.at_s + look / RATE) for look in looks]
    fullness = np.interp(np.arange(frames), looks, [level.fullness for level in levels])
    flow = np.interp(np.arange(frames), looks, [abs(level.speed) for level in levels])
    empty_hz, full_hz = _RANGE_HZ[stroke.phase]
    phase = 2 * np.pi * np.cumsum(empty_hz * (full_hz / empty_hz) ** fullness) / RATE
    wave = sum(strength * np.sin(multiple * phase + turn) for multiple, strength, turn in _PARTIALS)
    strength = _FAINTEST + (1 - _FAINTEST) * flow / max(float(flow.max()), 1e-9)
    return np.asarray(_HEADROOM * wave * strength, dtype=np.float64)
