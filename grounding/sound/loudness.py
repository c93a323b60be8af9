"""How loud a sound is to an ear: ITU-R BS.1770-4, integrated, mono."""

from __future__ import annotations

from functools import lru_cache
from math import log10

import numpy as np
import numpy.typing as npt

from grounding.sound.samples import RATE, Samples, Wave, quick_length, turning

TARGET_LUFS = -22.0
"""Every sound is levelled to this, so that none stands out."""
_HEAD = ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585))
_LOW_CUT = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))
# the two filters of BS.1770-4, tables 1 and 2
_OFFSET_DB = -0.691
_FLOOR_LUFS, _GATE_LU = -70.0, -10.0
_RING_S = 0.2
"""Silence after the sound, in which the filters ring out."""
_OWN = 8


def own_loudness_lufs(sound: Samples) -> float:
    """Return the loudness of a sound of our own making, which has nothing above 2.5 kHz: an eighth of it tells."""
    return loudness_lufs(sound[::_OWN].astype(np.float64), rate=RATE // _OWN)


def loudness_lufs(wave: Wave, *, rate: int = RATE) -> float:
    """Return the gated loudness of a wave; of one shorter than a block (0.4 s), the plain mean; -inf for silence."""
    power = np.square(_weighted(wave, rate))[: len(wave)]
    block, hop = 2 * rate // 5, rate // 10  # 400 ms, every 100 ms
    if len(power) < block:
        return _lufs(float(power.mean())) if len(power) else -np.inf
    sums = np.concatenate(([0.0], np.cumsum(power)))
    starts = np.arange(0, len(power) - block + 1, hop)
    blocks = (sums[starts + block] - sums[starts]) / block
    for gate_lufs in (_FLOOR_LUFS, None):
        if not len(blocks):
            return -np.inf
        gate = _lufs(float(blocks.mean())) + _GATE_LU if gate_lufs is None else gate_lufs
        blocks = blocks[blocks > 10 ** ((gate - _OFFSET_DB) / 10)]
    return _lufs(float(blocks.mean())) if len(blocks) else -np.inf


def _weighted(wave: Wave, rate: int) -> Wave:
    """Return the wave as an ear weighs it, filtered in the frequency domain."""
    length = quick_length(len(wave) + round(rate * _RING_S))
    spectrum = np.fft.rfft(wave.astype(np.float32), length)  # its error, 1e-6, is nothing to an ear; twice as quick
    weighted: Wave = np.fft.irfft(spectrum * _weights(length, rate), length).astype(np.float64)
    return weighted


@lru_cache(maxsize=4)
def _weights(length: int, rate: int) -> npt.NDArray[np.complex64]:
    """Return by what each of `length // 2 + 1` frequencies is multiplied, as the filters do it at 48 kHz."""
    z = turning(-2j * np.pi / length * rate / RATE, length // 2 + 1)
    weights = np.ones_like(z)
    for above, below in (_HEAD, _LOW_CUT):
        weights *= (above[0] + z * (above[1] + z * above[2])) / (below[0] + z * (below[1] + z * below[2]))
    return weights.astype(np.complex64)


def _lufs(power: float) -> float:
    return _OFFSET_DB + 10 * log10(power) if power > 0 else -np.inf
