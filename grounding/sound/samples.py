"""Samples: 48 kHz, mono; floats of -1 to 1 while they are mixed, pydub clips while one sound is shaped."""

from __future__ import annotations

import warnings
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

with warnings.catch_warnings():  # pydub, frozen since 2022, speaks of ffmpeg and audioop at import; neither is met here
    warnings.simplefilter("ignore")
    from pydub import AudioSegment

RATE = 48_000
FRAMES_A_MS = RATE // 1000
_WIDTH = 4  # bytes a sample: a clip keeps 32 bits, so gain and fades add no noise of their own
_FULL_SCALE = 2**31 - 1

Samples: TypeAlias = npt.NDArray[np.float32]
Wave: TypeAlias = npt.NDArray[np.float64]


def frame(seconds: float) -> int:
    """Return the frame nearest to a second."""
    return round(seconds * RATE)


def whole_ms(seconds: float) -> int:
    """Return the frames of the whole milliseconds in `seconds`: pydub cuts by the millisecond, so clips end on one."""
    return int(seconds * 1000) * FRAMES_A_MS


def quick_length(frames: int) -> int:
    """Return the least power of 2 that holds so many frames: a Fourier transform of another may take 20 x longer."""
    return 1 << max(0, frames - 1).bit_length()


def clip_of(wave: Wave) -> AudioSegment:
    """Return a wave of -1 to 1 as a pydub clip."""
    data = np.round(np.clip(wave, -1.0, 1.0) * _FULL_SCALE).astype("<i4").tobytes()
    return AudioSegment(data=data, sample_width=_WIDTH, frame_rate=RATE, channels=1)


def samples_of(clip: AudioSegment) -> Samples:
    """Return the samples of a clip made by `clip_of`, not to be written to."""
    samples = (np.frombuffer(clip.raw_data, dtype="<i4") / _FULL_SCALE).astype(np.float32)
    samples.flags.writeable = False
    return samples


def swell(u: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the raised cosine of 0 (and below) to 1 (and above)."""
    eased: npt.NDArray[np.float64] = 0.5 - 0.5 * np.cos(np.pi * np.clip(u, 0.0, 1.0))
    return eased
