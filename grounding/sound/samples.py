"""Samples: 48 kHz, mono; floats of -1 to 1 while they are mixed, pydub clips while one sound is shaped."""

from __future__ import annotations

import warnings
from math import isqrt
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

with warnings.catch_warnings():  # pydub, frozen since 2022, speaks of ffmpeg and audioop at import; neither is met here
    warnings.simplefilter("ignore")
    from pydub import AudioSegment

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    """Return the least 5, 6 or 8 times a power of 2 that holds so many frames.

    A Fourier transform of another length may take 20 x longer; so few lengths come again, and what is known of them.
    """
    step = 1 << max(0, (frames - 1).bit_length() - 3)
    return next(step * times for times in (5, 6, 8) if step * times >= frames)


def turning(step: complex, frames: int) -> npt.NDArray[np.complex128]:
    """Return exp(step * n) for each frame n from 0: a decay and a turn a frame, at one multiplication each."""
    once_around, each = _turns(step, frames)
    turned: npt.NDArray[np.complex128] = np.outer(once_around, each).ravel()[:frames]
    return turned


def ringing(step: complex, frames: int, ahead: float = 0.0) -> Samples:
    """Return the imaginary part of exp(i * ahead + step * n) for each frame n from 0, as samples: half the work."""
    once_around, each = (turns.astype(np.complex64) for turns in _turns(step, frames))
    rung: Samples = np.outer(np.complex64(np.exp(1j * ahead)) * once_around, each).imag.ravel()[:frames]
    return rung


def _turns(step: complex, frames: int) -> tuple[npt.NDArray[np.complex128], npt.NDArray[np.complex128]]:
    wide = isqrt(max(0, frames - 1)) + 1
    each = np.arange(wide)
    return np.exp(step * wide * each), np.exp(step * each)


def joined(looks: Sequence[float], apart: int) -> Wave:
    """Return what was seen at each look, so many frames apart, joined by straight lines: a look less 1 times `apart`.

    It takes a fifth of the time of `numpy.interp` (measured).
    """
    seen = np.asarray(looks)
    lines: Wave = np.multiply.outer(np.diff(seen), np.arange(apart) / apart) + seen[:-1, np.newaxis]
    return lines.ravel()


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


def edged(wave: Wave, *, in_s: float, out_s: float) -> Wave:
    """Give a wave soft edges, in place, and return it: it rises in so long at its beginning, and falls at its end.

    Both are straight: a curve would leave the first milliseconds at each turn too soft for 16 bits, a hole.
    """
    rise, fall = frame(in_s), frame(out_s)
    wave[:rise] *= np.arange(rise) / rise
    wave[len(wave) - fall :] *= np.arange(fall, 0, -1) / fall
    return wave


def pcm(samples: Samples) -> bytes:
    """Return samples of -1 to 1 as 16-bit little-endian integers; the samples themselves are used up."""
    np.clip(samples, -1.0, 1.0, out=samples)
    samples *= 32767
    return np.rint(samples, out=samples).astype("<i2").tobytes()
