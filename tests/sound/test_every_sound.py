"""Every sound with every pattern: as loud as meant, far below full scale, soft-edged; no change in it ever clicks."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from speaker import Numbers
from strokes import RATE, clicks, true_peak_db

from grounding.base.settings import Voice
from grounding.breath.course import Course
from grounding.breath.patterns import PATTERNS
from grounding.sound.loudness import loudness_lufs
from grounding.sound.mix import Mix
from grounding.sound.performance import Performance
from grounding.sound.renderer import Renderer

PACED = sorted(name for name, pattern in PATTERNS.items() if pattern.strokes)
LEAST_S = 12.0


class Breathing:
    """So many whole breaths of one pattern, in one sound."""

    def __init__(self, voice, name):
        self.voice, pattern = voice, PATTERNS[name]
        breaths = min(pattern.breaths or np.inf, np.ceil(LEAST_S / pattern.seconds))
        self.performance = Performance(breath=Course(pattern=pattern), zero_s=1000.0, voice=voice)
        self.seconds = breaths * pattern.seconds
        self.sound = Renderer().block(self.performance, 0, round(self.seconds * RATE)).astype(np.float64)


@pytest.fixture(scope="module", params=product((Voice.TONE, Voice.BREATH), PACED), ids="-".join)
def breathing(request):
    return Breathing(*request.param)


def test_it_is_heard_at_22_lufs_and_with_bowls_peaks_below_minus_1_dbtp(breathing):
    assert loudness_lufs(breathing.sound) == pytest.approx(-22.0, abs=0.5)
    assert np.abs(breathing.sound).max() < 10 ** (-6 / 20)
    ringing = replace(breathing.performance, bowls=tuple(np.arange(0, breathing.seconds, 1.0)))
    assert true_peak_db(Renderer().block(ringing, 0, len(breathing.sound)).astype(np.float64)) <= -1


def test_every_stroke_and_hold_of_it_is_heard_begins_and_ends_in_silence_and_none_clicks(breathing):
    sound = breathing.sound
    for piece in breathing.performance.breath.segments(0.0, breathing.seconds - 1e-6):
        first, last = round(piece.at_s * RATE), round(piece.end_s * RATE)
        assert max(abs(sound[first]), abs(sound[last - 1])) < 1e-4
        assert np.abs(sound[first:last]).max() > (0.003 if piece.held else 0.05)
    assert not clicks(sound, breathing.voice)


def test_the_control_the_same_cut_hard_or_made_softer_at_once_does_click(breathing):
    loudest = int(np.abs(breathing.sound).argmax())
    for left in (0.0, 0.7):
        cut = breathing.sound.copy()
        cut[loudest:] *= left
        assert clicks(cut, breathing.voice)


def test_volume_pause_pace_place_and_stop_change_it_without_a_click(breathing):
    speaker, now = Numbers(), breathing.performance
    speaker.perform(now)
    speaker.run(2.5)
    for volume in (0.9, 0.6, 0.35, 0.2, 1.0):  # a slider drawn along, and back
        speaker.perform(replace(now, mix=Mix(breath=volume)))
        speaker.run(0.05)
    for heard_s in (0.8, 0.95, 1.1):  # one of them at least is paused where it is loud
        speaker.run(heard_s)
        paused_s = speaker.now_s
        speaker.perform(replace(now, held_s=paused_s - now.zero_s))
        speaker.run(0.6)
        now = replace(now, zero_s=now.zero_s + speaker.now_s - paused_s)
        speaker.perform(now)
    speaker.run(1.5)
    other = PATTERNS["even" if now.breath.pattern.id != "even" else "gentle"]
    own_s = speaker.now_s - now.zero_s
    now = replace(now, breath=now.breath.retimed(own_s, other), bowls=(own_s + 0.4,))
    speaker.perform(now)
    speaker.run(2.0)
    speaker.player.hear({"do": "off"})
    speaker.run(1.2)
    sound = speaker.sound
    assert np.abs(sound).max() > 0.05
    assert not sound[-RATE // 10 :].any()
    assert not clicks(sound, breathing.voice)
