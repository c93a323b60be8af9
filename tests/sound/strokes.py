"""The strokes that sounds are heard with, and how a click in one shows."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from hypothesis import strategies as st

from grounding.base.settings import Voice
from grounding.breath.course import Course
from grounding.breath.patterns import PATTERNS
from grounding.breath.segment import Segment
from grounding.sound.samples import quick_length
from grounding.sound.shaping import STILL

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


def joined(first, at_s, second):
    """Return the piece of a breath that joins one pattern to another from a second on, as from 0."""
    course = Course(pattern=PATTERNS[first]).retimed(at_s, PATTERNS[second])
    return replace(course.lead[0] if course.lead else course.segment(at_s), at_s=0.0)


PIECES = st.builds(joined, st.sampled_from(sorted(PATTERNS)), st.floats(0, 20), st.sampled_from(sorted(PATTERNS)))
"""Any piece that a change of pace can make."""


def above_10_khz_db(sound):
    """Return the highest peak above 10 kHz of a sound between two silences, in dB of full scale."""
    length = quick_length(len(sound) + RATE // 5)
    between = np.concatenate([np.zeros(RATE // 10), sound])
    spectrum = np.fft.rfft(between, length)
    spectrum[np.fft.rfftfreq(length, 1 / RATE) < 10_000] = 0
    return 20 * np.log10(np.abs(np.fft.irfft(spectrum, length)).max() + 1e-12)


SHARPEST = {Voice.TONE: 0.02, Voice.BREATH: 0.08}
"""How sharply a sound bends at most, as part of its peak: three times what a bowl does, or air; what is cut, by 1."""


def clicks(sound, voice):
    """Tell whether there is a click: a bend sharper than the sound has by itself, or a peak above 10 kHz."""
    bend = np.abs(np.diff(sound, 2)).max() / np.abs(sound).max()
    return bend > SHARPEST[voice] or above_10_khz_db(sound) > -60


def true_peak_db(sound):
    """Return the peak between the samples too, in dB of full scale: sought at four times the rate."""
    length = quick_length(len(sound) + RATE // 100)
    finer = 4 * np.fft.irfft(np.fft.rfft(sound, length), 4 * length)
    return 20 * np.log10(np.abs(finer).max() + 1e-12)


def meant_lufs(piece):
    """Return how loud a piece is to be: as all others, but what is left of a stroke as soft as it is small."""
    change = abs(piece.target - piece.level)
    if change < STILL:
        return -40.0
    return -22.0 + (min(0.0, 20 * math.log10(3 * change)) if piece.weight or piece.speed else 0.0)
