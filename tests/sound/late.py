"""How late what is heard is behind what was meant."""

from __future__ import annotations

import numpy as np

from grounding.sound.renderer import Renderer

RATE = 48_000


class Unlike(AssertionError):
    """What is heard is something else, or has holes: the computer was too busy to play, or to listen."""


def is_part_of(heard, meant):
    """Whether what was heard is a part of what was meant, sample for sample, wherever that may lie."""
    heard, meant = (np.rint(sound * 32767).astype(np.int64) for sound in (heard, meant))
    size = 1 << (len(heard) + len(meant)).bit_length()
    product = np.fft.irfft(np.fft.rfft(meant, size) * np.conj(np.fft.rfft(heard, size)), size)
    begins = int(product[: len(meant) - len(heard) + 1].argmax())
    return np.array_equal(meant[begins : begins + len(heard)], heard)


def late_s(heard, performance, from_s, within_s=0.1):
    """Return by how much `heard`, which begins at `from_s`, is behind the performance as it is rendered.

    Raises:
        Unlike: where it is not what was meant.
    """
    margin = round(within_s * RATE)
    start = round((from_s - performance.zero_s) * RATE)
    meant = Renderer().block(performance, start + margin, len(heard) - 2 * margin).astype(np.float64)
    size = 1 << (len(heard) + len(meant)).bit_length()
    product = np.fft.irfft(np.fft.rfft(heard, size) * np.conj(np.fft.rfft(meant, size)), size)[: 2 * margin]
    energy = np.cumsum(np.concatenate(([0.0], heard**2)))
    there = energy[len(meant) : len(meant) + 2 * margin] - energy[: 2 * margin]
    likeness = product / np.sqrt((meant**2).sum() * there + 1e-12)
    if likeness.max() < 0.999:
        raise Unlike(f"what is heard is not what was meant: {likeness.max():.3f}")
    return (int(likeness.argmax()) - margin) / RATE
