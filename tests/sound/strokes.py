"""The strokes that sounds are heard with, and how a click in one shows."""

from __future__ import annotations

import numpy as np

from grounding.breath.course import Segment
from grounding.breath.patterns import PATTERNS

RATE = 48_000
STROKES = sorted(
    {
        (stroke.seconds, before, stroke.to)
        for pattern in PATTERNS.values()
        for before, stroke in pattern.pairs()
        if before != stroke.to
    }
)


def stroke_of(seconds, level, target, speed=0.0):
    return Segment(at_s=0.0, seconds=seconds, level=level, target=target, speed=speed)


def above_10_khz_db(sound):
    """Return the highest peak above 10 kHz of a sound between two silences, in dB of full scale."""
    between = np.concatenate([np.zeros(RATE // 10), sound, np.zeros(RATE // 10)])
    spectrum = np.fft.rfft(between)
    spectrum[np.fft.rfftfreq(len(between), 1 / RATE) < 10_000] = 0
    return 20 * np.log10(np.abs(np.fft.irfft(spectrum, len(between))).max() + 1e-12)


def true_peak_db(sound):
    """Return the peak between the samples too, in dB of full scale: sought at four times the rate."""
    quiet = np.zeros(RATE // 100)
    between = np.concatenate([quiet, sound, quiet])
    finer = 4 * np.fft.irfft(np.fft.rfft(between), 4 * len(between))
    return 20 * np.log10(np.abs(finer).max() + 1e-12)
