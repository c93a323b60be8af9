"""What somebody says: kept clips, read where they are sounding, and the bed of sound that makes room for them."""

from __future__ import annotations

import threading
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import soundfile

from grounding.base.failure import Failure
from grounding.sound.mix import DUCKED_DB
from grounding.sound.samples import RATE, Samples, Wave, frame, swell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from grounding.sound.placed import Placed

DUCKED = 10 ** (DUCKED_DB / 20)
RAMP_S = 0.3
"""The bed goes down softly, before the first word, and up again after the last."""
_OPEN = 8
_HEARD = frozenset({"FLAC", "WAV", "WAVEX"})
"""The first is how clips are kept; another may have been put there by hand. From an OGG each start reads other bits."""


class Clip:
    """A clip, 48 kHz, mono; its samples are read where they are asked for.

    Raises:
        Failure: `clip-unreadable` where there is none, or it is no such file.
    """

    def __init__(self, path: str) -> None:
        try:
            self._file = soundfile.SoundFile(path)
        except (soundfile.SoundFileError, OSError) as error:
            raise Failure("clip-unreadable", path=path) from error
        if (self._file.samplerate, self._file.channels) != (RATE, 1) or self._file.format not in _HEARD:
            self._file.close()
            raise Failure("clip-unreadable", path=path)
        self.frames = self._file.frames
        self._lock = threading.Lock()

    def part(self, first: int, last: int) -> Samples:
        """Return the samples from `first` to `last`."""
        with self._lock:
            self._file.seek(first)
            samples: Samples = self._file.read(last - first, dtype="float32")
        return samples


@lru_cache(maxsize=_OPEN)
def _opened(path: str, _changed_ns: int) -> Clip:
    return Clip(path)


def clip_at(path: str) -> Clip:
    """Return the clip in a file; one that was changed is opened anew.

    Raises:
        Failure: as `Clip`.
    """
    try:
        changed_ns = Path(path).stat().st_mtime_ns
    except OSError as error:
        raise Failure("clip-unreadable", path=path) from error
    return _opened(path, changed_ns)


def lay(mix: Samples, placed: Iterable[Placed], start: int, factor: np.float32) -> None:
    """Turn the bed of sound in `mix` down where somebody speaks, and lay what they say over it.

    A clip that cannot be read is passed over: its words are still on the screen.
    """
    heard = [(clip, at, last) for each in placed for clip, at, last in _heard(each, start, len(mix))]
    if heard and factor:
        mix *= _room(start, len(mix), [(at, last) for _, at, last in heard]).astype(np.float32)
        for clip, at, last in heard:
            begin, end = max(start, at), min(start + len(mix), last)
            if begin < end:
                ending = swell((last - np.arange(begin, end)) / frame(RAMP_S)) if last - at < clip.frames else 1.0
                said = clip.part(begin - at, end - at) * factor
                mix[begin - start : end - start] += (said * ending).astype(np.float32)


def _heard(placed: Placed, start: int, frames: int) -> Iterable[tuple[Clip, int, int]]:
    """Yield the clip with its first and last frame, if it or its ramps touch these frames; one too long is faded."""
    at, ramp = frame(placed.at_s), frame(RAMP_S)
    if at - ramp >= start + frames or frame(placed.at_s + placed.quiet_s) + ramp <= start:
        return
    try:
        clip = clip_at(placed.path)
    except Failure:
        return
    yield clip, at, at + min(clip.frames, frame(placed.quiet_s))


def _room(start: int, frames: int, spoken: Iterable[tuple[int, int]]) -> Wave:
    """Return the factor of the bed in each frame."""
    at, ramp = np.arange(start, start + frames), frame(RAMP_S)
    deepest = np.zeros(frames)
    for first, last in spoken:
        down = swell((at - (first - ramp)) / ramp) * swell((last + ramp - at) / ramp)
        deepest = np.maximum(deepest, down)
    room: Wave = 1 - (1 - DUCKED) * deepest
    return room
