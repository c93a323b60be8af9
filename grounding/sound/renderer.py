"""From a performance to samples: without a memory of what was asked before, the same bits however it is cut."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from math import inf
from typing import TYPE_CHECKING, Protocol, TypeAlias

import numpy as np

from grounding.base.settings import Voice
from grounding.breath.segment import Phase
from grounding.sound.air import air
from grounding.sound.bowl import SECONDS as BOWL_S
from grounding.sound.bowl import bowl
from grounding.sound.mix import gain
from grounding.sound.samples import RATE, Samples, frame, pcm
from grounding.sound.spoken import lay
from grounding.sound.tone import tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from grounding.breath.segment import Segment
    from grounding.sound.mix import Mix
    from grounding.sound.placed import Placed

_KEPT = 12
"""Clips kept: more than the strokes of any pattern shipped; 1 MB for each 5 s."""

_QUICK_S = 0.5
_ROUND_FROM, _ROUND_TO = 0.7, 0.86
"""-3.1 dB, a breath under two bowls, and -1.3 dB: the peaks between samples, a little higher, stay below -1 dBTP."""


_Laid: TypeAlias = tuple[int, Samples, np.float32]
"""A clip in a block: the frame of the block at which it begins, or began before; and by what it is multiplied."""


class Heard(Protocol):
    """What can be rendered: a `Performance` for the loudspeaker, a `Recording` for a file."""

    @property
    def breath(self) -> Breathing: ...
    @property
    def voice(self) -> Voice: ...
    @property
    def mix(self) -> Mix: ...
    @property
    def bowls(self) -> tuple[float, ...]: ...
    @property
    def clips(self) -> tuple[Placed, ...]: ...


class Breathing(Protocol):
    """A breath that knows its pieces of curve; see `Course.segments`."""

    def segments(self, from_s: float, to_s: float) -> Iterator[Segment]: ...


class Renderer:
    """Lays clips at their frames; keeps those it made, for a breath comes again."""

    def __init__(self) -> None:
        self._voices = {
            Voice.TONE: lru_cache(maxsize=_KEPT)(tone),
            Voice.BREATH: lru_cache(maxsize=_KEPT)(air),
        }
        self._last: tuple[object, tuple[_Laid, ...], bytes] = None, (), b""

    def block(self, heard: Heard, start: int, frames: int) -> Samples:
        """Return `frames` samples from the frame `start` of its own time, as if it were never held."""
        mix = _mixed(self._laid(heard, start, frames), frames)
        if heard.clips:
            lay(mix, heard.clips, start, np.float32(gain(heard.mix.voice)))
        _round(mix)
        return mix

    def pcm(self, heard: Heard, start: int, frames: int) -> bytes:
        """Return the same as 16-bit integers; a block like the one before, as a paced breath has, is not made again."""
        if heard.clips:
            return pcm(self.block(heard, start, frames))
        laid = tuple(self._laid(heard, start, frames))
        like = frames, [(at, id(clip), factor) for at, clip, factor in laid]  # the clips, and so their ids, are kept
        if self._last[0] != like:
            mix = _mixed(laid, frames)
            _round(mix)
            self._last = like, laid, pcm(mix)
        return self._last[2]

    def prepare(self, heard: Heard, from_s: float, to_s: float) -> None:
        """Make the clips that touch these seconds, so that a block in them only has to be laid together."""
        for _ in self._clips(heard, frame(from_s), frame(to_s) - frame(from_s)):
            pass

    def _laid(self, heard: Heard, start: int, frames: int) -> Iterator[_Laid]:
        """Yield each clip that sounds in these frames, with where among them it begins."""
        for at, clip, factor in self._clips(heard, start, frames):
            if at < start + frames and at + len(clip) > start and factor:
                yield at - start, clip, factor

    def _clips(self, heard: Heard, start: int, frames: int) -> Iterator[tuple[int, Samples, np.float32]]:
        """Yield each clip that may sound in these frames, with the frame it begins at and its factor."""
        from_s, to_s = (start - 1) / RATE, (start + frames + 1) / RATE
        sound, factor = self._voices.get(heard.voice), np.float32(gain(heard.mix.breath))
        for stroke in heard.breath.segments(from_s, to_s) if sound else ():
            if sound and (stroke.held or stroke.phase is not Phase.REST):
                yield frame(stroke.at_s), sound(replace(stroke, at_s=0.0)), factor
        factor = np.float32(gain(heard.mix.bowl))
        for at_s, rings_s in _struck(heard.bowls):
            if at_s < to_s and at_s + BOWL_S > from_s:
                yield frame(at_s), bowl(round(rings_s * 1000)), factor


def _mixed(laid: Iterable[_Laid], frames: int) -> Samples:
    mix = np.zeros(frames, dtype=np.float32)
    for at, clip, factor in laid:
        begin, end = max(0, at), min(frames, at + len(clip))
        part = clip[begin - at : end - at]
        mix[begin:end] += part if factor == 1 else part * factor
    return mix


def _round(mix: Samples) -> None:
    """Round what many sounds together come to, where they would be cut at full scale; each alone is far below."""
    if not mix.size or max(mix.max(), -mix.min()) <= _ROUND_FROM:
        return
    over = np.flatnonzero(np.abs(mix) > _ROUND_FROM)
    left = _ROUND_TO - _ROUND_FROM
    mix[over] = np.sign(mix[over]) * (_ROUND_FROM + left * np.tanh((np.abs(mix[over]) - _ROUND_FROM) / left))


def _struck(bowls: tuple[float, ...]) -> Iterator[tuple[float, float]]:
    """Yield when each bowl is struck and how long it rings; of several in quick succession only the last is struck."""
    times = sorted(bowls)
    for at_s, next_s in zip(times, (*times[1:], inf), strict=False):
        if next_s - at_s > _QUICK_S:
            yield at_s, min(next_s - at_s, BOWL_S)
