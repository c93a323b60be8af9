"""How loud a sound is to an ear: ITU-R BS.1770-4, integrated, mono at 48 kHz."""

from __future__ import annotations

from math import log10

import numpy as np

from grounding.sound.samples import RATE, Wave, quick_length

TARGET_LUFS = -22.0
"""Every sound is levelled to this, so that none stands out."""
_HEAD = ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585))
_LOW_CUT = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))
# the two filters of BS.1770-4, tables 1 and 2
_OFFSET_DB = -0.691
_BLOCK, _HOP = 2 * RATE // 5, RATE // 10  # 400 ms, every 100 ms
_FLOOR_LUFS, _GATE_LU = -70.0, -10.0
_RING = RATE // 5  # silence after the sound, in which the filters ring out


def loudness_lufs(wave: Wave) -> float:
    """Return the gated loudness of a wave; of one shorter than a block (0.4 s), the plain mean; -inf for silence."""
    power = np.square(_weighted(wave))[: len(wave)]
    if len(power) < _BLOCK:
        return _lufs(float(power.mean())) if len(power) else -np.inf
    sums = np.concatenate(([0.0], np.cumsum(power)))
    starts = np.arange(0, len(power) - _BLOCK + 1, _HOP)
    blocks = (sums[starts + _BLOCK] - sums[starts]) / _BLOCK
    for gate_lufs in (_FLOOR_LUFS, None):
        if not len(blocks):
            return -np.inf
        gate = _lufs(float(blocks.mean())) + _GATE_LU if gate_lufs is None else gate_lufs
        blocks = blocks[blocks > 10 ** ((gate - _OFFSET_DB) / 10)]
    return _lufs(float(blocks.mean())) if len(blocks) else -np.inf


def _weighted(wave: Wave) -> Wave:
    """Return the wave as an ear weighs it, filtered in the frequency domain."""
    length = quick_length(len(wave) + _RING)
    z = np.exp(-2j * np.pi * np.fft.rfftfreq(length))
    spectrum = np.fft.rfft(wave, length)
    for above, below in (_HEAD, _LOW_CUT):
        spectrum *= (above[0] + above[1] * z + above[2] * z * z) / (below[0] + below[1] * z + below[2] * z * z)
    return np.fft.irfft(spectrum, length)


def _lufs(power: float) -> float:
    return _OFFSET_DB + 10 * log10(power) if power > 0 else -np.inf
