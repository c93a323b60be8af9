"""A breath that is followed, as it is heard: with the person's strokes, and without a click however they come."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from speaker import Numbers
from strokes import RATE, clicks

from grounding.base.settings import Voice
from grounding.breath.course import Course
from grounding.breath.followed import Lungs, followed
from grounding.sound.performance import Performance, performance_from_plain, performance_to_plain

VOICES = (Voice.TONE, Voice.BREATH)
STEADY = (1.6, 2.2) * 4
UNSTEADY = (0.4, 0.5, 3.0, 0.2, 0.1, 0.9, 1.3, 5.0, 2.0, 1.1)


def heard(voice, strokes_s):
    """Return what is heard of somebody's strokes, and when each began."""
    speaker, lungs, course = Numbers(), Lungs(), Course()
    now = Performance(breath=course, zero_s=speaker.now_s, voice=voice, followed=True)
    speaker.perform(now)
    speaker.run(0.5)
    turns_s, filling = [], False
    for seconds in strokes_s:
        filling = not filling
        own_s = speaker.now_s - now.zero_s
        lungs = lungs.turned(own_s, filling=filling)
        course = followed(course, own_s, lungs)
        now = replace(now, breath=course)
        speaker.perform(now)
        turns_s.append(own_s)
        speaker.run(seconds)
    speaker.player.hear({"do": "off"})
    speaker.run(1.2)
    return speaker.sound, turns_s


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("strokes_s", [STEADY, UNSTEADY], ids=["steady", "unsteady"])
def test_however_somebody_breathes_it_is_heard_and_nothing_clicks(voice, strokes_s):
    sound, _ = heard(voice, strokes_s)
    assert 0.03 < np.abs(sound).max() < 0.6
    assert not clicks(sound, voice)


@settings(max_examples=12, deadline=None)
@given(
    voice=st.sampled_from(VOICES),
    strokes_s=st.lists(st.sampled_from((0.05, 0.1, 0.15, 0.35, 0.8, 1.6, 3.0, 6.0, 26.0)), min_size=1, max_size=9),
)
def test_whatever_keys_come_nothing_clicks_or_grows_loud(voice, strokes_s):
    sound, _ = heard(voice, strokes_s)
    assert np.abs(sound).max() < 0.6
    assert not clicks(sound, voice)


def test_in_and_out_are_told_apart_in_a_tone_that_is_followed():
    sound, turns_s = heard(Voice.TONE, STEADY)
    ways = []
    for begins_s, ends_s in zip(turns_s[4:], (*turns_s[5:], turns_s[-1] + 2.0), strict=True):
        early, late = (hertz(sound, begins_s + part * (ends_s - begins_s)) for part in (0.35, 0.75))
        ways.append(late > early)
    assert ways == [True, False] * 2


def hertz(sound, at_s):
    """Return the strongest pitch in a fifth of a second around `at_s`."""
    part = sound[round((at_s - 0.1) * RATE) : round((at_s + 0.1) * RATE)]
    spectrum = np.abs(np.fft.rfft(part * np.hanning(len(part)), 1 << 17))
    low = round(100 / RATE * (1 << 17))
    high = round(260 / RATE * (1 << 17))
    return (low + int(spectrum[low:high].argmax())) * RATE / (1 << 17)


def test_a_followed_breath_survives_the_pipe_to_the_last_bit():
    course = followed(Course(), 3.3, Lungs().turned(3.3, filling=True))
    sent = Performance(breath=course, zero_s=12.0)
    assert performance_from_plain(json.loads(json.dumps(performance_to_plain(sent)))) == sent
    assert any(piece.weight for piece in sent.breath.lead)
