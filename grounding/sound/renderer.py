"""From a performance to samples: without a memory of what was asked before, the same bits however it is cut."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from math import inf, isfinite
from typing import TYPE_CHECKING

import numpy as np

from grounding.base.settings import Voice
from grounding.breath.course import Phase
from grounding.sound.air import air
from grounding.sound.bowl import SECONDS as BOWL_S
from grounding.sound.bowl import bowl
from grounding.sound.samples import RATE, Samples, frame
from grounding.sound.tone import tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grounding.sound.performance import Performance

_KEPT = 12
"""Clips kept: more than the strokes of any pattern shipped; 1 MB for each 5 s."""

_QUICK_S = 0.5


class Renderer:
    """Lays clips at their frames; keeps those it made, for a breath comes again."""

    def __init__(self) -> None:
        self._voices = {
            Voice.TONE: lru_cache(maxsize=_KEPT)(tone),
            Voice.BREATH: lru_cache(maxsize=_KEPT)(air),
        }

    def block(self, performance: Performance, start: int, frames: int) -> Samples:
        """Return `frames` samples from the frame `start` of the performance's own time, as if it were never held."""
        mix = np.zeros(frames, dtype=np.float32)
        for at, clip in self._clips(performance, start, frames):
            begin, end = max(start, at), min(start + frames, at + len(clip))
            if begin < end:
                mix[begin - start : end - start] += clip[begin - at : end - at]
        return mix

    def prepare(self, performance: Performance, from_s: float, to_s: float) -> None:
        """Make the clips that touch these seconds, so that a block in them only has to be laid together."""
        for _ in self._clips(performance, frame(from_s), frame(to_s) - frame(from_s)):
            pass

    def _clips(self, performance: Performance, start: int, frames: int) -> Iterator[tuple[int, Samples]]:
        """Yield each clip that may sound in these frames, with the frame it begins at."""
        from_s, to_s = (start - 1) / RATE, (start + frames + 1) / RATE
        sound = self._voices.get(performance.voice)
        for stroke in performance.breath.segments(from_s, to_s) if sound else ():
            if sound and stroke.phase is not Phase.REST and isfinite(stroke.end_s):
                yield frame(stroke.at_s), sound(replace(stroke, at_s=0.0))
        for at_s, rings_s in _struck(performance.bowls):
            if at_s < to_s and at_s + BOWL_S > from_s:
                yield frame(at_s), bowl(round(rings_s * 1000))


def _struck(bowls: tuple[float, ...]) -> Iterator[tuple[float, float]]:
    """Yield when each bowl is struck and how long it rings; of several in quick succession only the last is struck."""
    times = sorted(bowls)
    for at_s, next_s in zip(times, (*times[1:], inf), strict=False):
        if next_s - at_s > _QUICK_S:
            yield at_s, min(next_s - at_s, BOWL_S)
