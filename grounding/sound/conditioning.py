"""A voice made ready to be kept: its silences cut off, its edges soft, as loud as every other."""

from __future__ import annotations

import numpy as np

from grounding.base.failure import Failure
from grounding.sound.loudness import loudness_lufs
from grounding.sound.samples import FRAMES_A_MS, RATE, Samples, Wave, clip_of, samples_of

VOICE_LUFS = -19.0
"""3 LU above the sounds of the breath, as mono speech is levelled."""
PEAK = 10 ** (-1 / 20)
MOST_S = 300.0
"""No clip is longer, however long its quiet."""
_WINDOW = RATE // 50
_QUIET = 10 ** (-60 / 20)
_BELOW_PEAK = 10 ** (-40 / 20)
"""What is quieter than this, or so much quieter than the loudest, is silence around a voice."""
_KEPT_MS, _IN_MS, _OUT_MS = 100, 30, 100
"""So much of the silence stays on either side, and so long are the edges."""


def conditioned(samples: Samples, *, quiet_s: float) -> Samples:
    """Return a voice as it is kept: trimmed, with soft edges, at -19 LUFS, or less where its peaks would be cut.

    Raises:
        Failure: `clip-silent`, or `clip-too-long` with its length and that of its quiet, both in seconds.
    """
    voice = _trimmed(samples - np.mean(samples))
    most_s = min(quiet_s, MOST_S)
    if len(voice) > most_s * RATE:
        raise Failure("clip-too-long", seconds=f"{len(voice) / RATE:.1f}", most=f"{most_s:.1f}")
    clip = clip_of(voice.astype(np.float64)).fade_in(_IN_MS).fade_out(_OUT_MS)
    soft: Wave = samples_of(clip).astype(np.float64)
    level = loudness_lufs(soft)
    if not np.isfinite(level):
        raise Failure("clip-silent")
    gain = min(10 ** ((VOICE_LUFS - level) / 20), PEAK / float(np.abs(soft).max()))
    return (soft * gain).astype(np.float32)


def _trimmed(samples: Samples) -> Samples:
    windows = len(samples) // _WINDOW
    if not windows:
        raise Failure("clip-silent")
    strength = np.sqrt(np.mean(np.square(samples[: windows * _WINDOW].reshape(windows, _WINDOW)), axis=1))
    loud = np.flatnonzero(strength > max(_QUIET, float(strength.max()) * _BELOW_PEAK))
    if not len(loud):
        raise Failure("clip-silent")
    kept = _KEPT_MS * FRAMES_A_MS
    return samples[max(0, loud[0] * _WINDOW - kept) : (loud[-1] + 1) * _WINDOW + kept]
