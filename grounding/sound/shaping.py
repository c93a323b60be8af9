"""What every sound of a stroke shares: the curve it follows, its soft edges, its level."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import isfinite, log10
from typing import TypeAlias

import numpy as np

from grounding.breath.segment import Segment
from grounding.sound.loudness import TARGET_LUFS, own_loudness_lufs
from grounding.sound.samples import RATE, Samples, Wave, clip_of, edged, joined, samples_of, whole_ms

Making: TypeAlias = Callable[[Segment, Wave, Wave], Wave]
"""Makes the wave of a stroke from its fullness (0 to 1) and flow (0 to 1, 1 where it moves fastest) in every frame.

No air flows in a hold: what it is given comes and goes once, as the ring of the orb brightens then.
"""
HELD_LU = -18.0
"""So much softer is a hold: it is there, and how it fades tells that it is about to end."""
_EDGE_S = 0.1
STILL = 1e-6
"""A stroke that changes fullness by less is a hold: no eye sees it, and its flow is lost among the last bits."""
UNHEARD = 0.005
"""Who is followed, or changes pace at the end of a stroke, leaves less than this of it: seen to close, not heard."""
_SMALL = 1 / 3
"""What changes fullness by less is softer in proportion: as loud as a breath it would be heard as one."""
_LEAST = 3 * RATE // 100
"""What is left of a stroke when the pace changes at its very end would be a click: less than 30 ms is quiet."""
_LOOK = RATE // 200  # the curve is asked every 5 ms and joined by straight lines


def shaped(stroke: Segment, making: Making) -> Samples:
    """Return the sound of a stroke, at -22 LUFS, or of a hold, softer; it is at most 1 ms shorter. A rest has none."""
    frames = whole_ms(stroke.seconds) if isfinite(stroke.seconds) and not stroke.waiting else 0
    if frames < _LEAST:
        return np.zeros(0, dtype=np.float32)
    if STILL <= abs(stroke.target - stroke.level) < UNHEARD:
        return np.zeros(0, dtype=np.float32)
    still = abs(stroke.target - stroke.level) < STILL
    if still:
        stroke = replace(stroke, target=stroke.level, speed=0.0)
    edge_s = min(_EDGE_S, stroke.seconds / 3)
    wave = making(stroke, *(_held if still else _curves)(stroke, frames))
    clip = clip_of(edged(wave, in_s=edge_s, out_s=edge_s))
    level_lufs = own_loudness_lufs(samples_of(clip))
    meant_lufs = TARGET_LUFS + (HELD_LU if still else _softer_lu(stroke))
    return samples_of(clip.apply_gain(meant_lufs - level_lufs)) if np.isfinite(level_lufs) else samples_of(clip)


def _softer_lu(stroke: Segment) -> float:
    """Return by how much what is left of a stroke, or of a move of who is followed, is softer, where it is small."""
    if not stroke.weight and not stroke.speed:
        return 0.0
    return min(0.0, 20 * log10(abs(stroke.target - stroke.level) / _SMALL))


def _curves(stroke: Segment, frames: int) -> tuple[Wave, Wave]:
    levels = [stroke.at(stroke.at_s + look / RATE) for look in range(0, frames + _LOOK, _LOOK)]
    fullness = joined([level.fullness for level in levels], _LOOK)[:frames]
    flow = joined([abs(level.speed) for level in levels], _LOOK)[:frames]
    return fullness, flow / max(float(flow.max()), 1e-9)


def _held(stroke: Segment, frames: int) -> tuple[Wave, Wave]:
    return np.full(frames, stroke.level), np.sin(np.pi * np.arange(frames) / frames) ** 2
