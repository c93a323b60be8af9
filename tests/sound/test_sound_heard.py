"""What is heard at a real sound server: wants pulseaudio, and says so where there is none."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from grounding.breath.patterns import PATTERNS
from grounding.sound.renderer import Renderer
from grounding.sound.state import Hearing

RATE = 48_000
pytestmark = pytest.mark.skipif(
    shutil.which("pulseaudio") is None, reason="wants pulseaudio: Debian's pulseaudio and pulseaudio-utils"
)


def late_s(heard, performance, from_s, within_s=0.1):
    """Return by how much `heard`, which begins at `from_s`, is behind the performance as it is rendered."""
    margin = round(within_s * RATE)
    start = round((from_s - performance.zero_s) * RATE)
    meant = Renderer().block(performance, start + margin, len(heard) - 2 * margin).astype(np.float64)
    size = 1 << (len(heard) + len(meant)).bit_length()
    product = np.fft.irfft(np.fft.rfft(heard, size) * np.conj(np.fft.rfft(meant, size)), size)[: 2 * margin]
    energy = np.cumsum(np.concatenate(([0.0], heard**2)))
    there = energy[len(meant) : len(meant) + 2 * margin] - energy[: 2 * margin]
    likeness = product / np.sqrt((meant**2).sum() * there + 1e-12)
    assert likeness.max() > 0.999, f"what is heard is not what was meant: {likeness.max():.3f}"
    return (int(likeness.argmax()) - margin) / RATE


def pitch_hz(sound):
    """Return the strongest pitch of a piece of sound."""
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound)), 8 * len(sound)))
    return float(spectrum.argmax() * RATE / (8 * len(sound)))


def above_10_khz_db(sound):
    """Return the highest peak above 10 kHz, in dB of full scale: a click is there, a soft tone is not."""
    spectrum = np.fft.rfft(sound * np.hanning(len(sound)))
    spectrum[np.fft.rfftfreq(len(sound), 1 / RATE) < 10_000] = 0
    return 20 * np.log10(np.abs(np.fft.irfft(spectrum, len(sound))).max() + 1e-9)


def sharpness(sound):
    """Return the largest second difference, beside that of a 660 Hz sine (the highest partial) of the same peak."""
    return np.abs(np.diff(sound, 2)).max() / (np.abs(sound).max() * (2 * np.pi * 660 / RATE) ** 2)


def loud_db(sound):
    return 20 * np.log10(np.sqrt((sound**2).mean()) + 1e-9)


def test_the_tone_follows_the_strokes_within_30_ms_up_with_the_in_breath_and_down_with_the_out(room, asked, gentle):
    with room.ear() as ear:
        breath, sound = gentle(), asked()
        sound.sound.on(breath)
        from_s = breath.zero_s + 3.0
        heard = ear.heard(from_s, from_s + 12)
    within = [(0.2, 4.2), (4.7, 7.2), (7.7, 11.7)]  # one stroke each
    late = [late_s(heard[round(a * RATE) : round(b * RATE)], breath, from_s + a) for a, b in within]
    print("late, ms:", [round(1000 * each, 1) for each in late])
    assert max(map(abs, late)) < 0.030
    assert np.ptp(late) < 0.020

    def at(own_s):
        first = round((own_s - 3.0) * RATE)
        return pitch_hz(heard[first : first + RATE // 4])

    out, into = [at(own_s) for own_s in (3.3, 4.5, 6.0, 7.0)], [at(own_s) for own_s in (7.8, 8.5, 9.2, 10.0)]
    assert out == sorted(out, reverse=True)
    assert out[-1] < 160 < 205 < out[0]
    assert into == sorted(into)
    assert into[0] < 180 < 205 < into[-1]
