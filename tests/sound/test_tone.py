"""The tone of a stroke and the bowl: level, pitch, edges, and no click in either."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from strokes import PIECES, RATE, STROKES, above_10_khz_db, meant_lufs, stroke_of

from grounding.breath.course import Course
from grounding.breath.patterns import PATTERNS
from grounding.sound.bowl import bowl
from grounding.sound.loudness import loudness_lufs
from grounding.sound.samples import joined
from grounding.sound.shaping import UNHEARD
from grounding.sound.tone import tone


def pitch_hz(sound):
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound)), 8 * len(sound)))
    return float(spectrum.argmax() * RATE / (8 * len(sound)))


@pytest.mark.parametrize(("peak", "lufs"), [(1.0, -3.01), (0.1, -23.01)])
def test_the_meter_reads_what_the_standard_says_of_a_997_hz_sine(peak, lufs):
    sine = peak * np.sin(2 * np.pi * 997 * np.arange(2 * RATE) / RATE)
    assert loudness_lufs(sine) == pytest.approx(lufs, abs=0.02)


def test_the_meter_leaves_silence_out_and_weighs_low_sounds_as_an_ear_does():
    time_s = np.arange(2 * RATE) / RATE
    low, middle, high = (np.sin(2 * np.pi * hz * time_s) for hz in (40, 997, 4000))
    gated = loudness_lufs(np.concatenate([middle, np.zeros(4 * RATE), middle]))
    assert gated == pytest.approx(loudness_lufs(middle), abs=0.5)
    assert loudness_lufs(low) < loudness_lufs(middle) - 3 < loudness_lufs(high) - 3
    assert loudness_lufs(np.zeros(RATE)) == loudness_lufs(np.zeros(0)) == -np.inf


@pytest.mark.parametrize(("seconds", "level", "target"), STROKES)
def test_every_stroke_shipped_sounds_at_22_lufs_far_below_full_scale_and_without_a_click(seconds, level, target):
    sound = tone(stroke_of(seconds, level, target)).astype(np.float64)
    assert loudness_lufs(sound) == pytest.approx(-22.0, abs=0.5)
    assert np.abs(sound).max() < 10 ** (-6 / 20)
    assert max(abs(sound[0]), abs(sound[-1])) < 1e-4
    assert above_10_khz_db(sound) < -60
    assert above_10_khz_db(sound[: len(sound) // 2]) > -60, "the control, a tone cut hard, has to fail"


@settings(max_examples=15, deadline=None)
@example(piece=stroke_of(1.0, 2.3e-308, 0.0))
@example(piece=stroke_of(0.05, 0.98, 1.0, 0.1))
@example(piece=stroke_of(0.1, 0.9985, 1.0, 0.02))
@given(piece=PIECES)
def test_any_stroke_is_level_soft_edged_and_fits_its_time(piece):
    sound = tone(piece).astype(np.float64)
    assert len(sound) <= min(piece.seconds * RATE + 1e-6, 1e9)
    if not len(sound):
        assert piece.seconds < 0.031 or piece.seconds == np.inf or 0 < abs(piece.target - piece.level) < UNHEARD
        return
    assert len(sound) > (piece.seconds - 0.0011) * RATE
    assert loudness_lufs(sound) == pytest.approx(meant_lufs(piece), abs=0.5)
    assert np.abs(sound).max() < 0.7
    assert above_10_khz_db(sound) < (-60 if piece.seconds > 0.3 else -40)


def test_the_tone_rises_from_165_to_220_hz_with_the_in_breath_and_falls_to_147_with_the_out():
    rising, falling = tone(stroke_of(4, 0.0, 1.0)), tone(stroke_of(6, 1.0, 0.0))
    into = [pitch_hz(rising[first : first + 9600]) for first in range(0, 4 * RATE - 9600, 9600)]
    out = [pitch_hz(falling[first : first + 9600]) for first in range(0, 6 * RATE - 9600, 9600)]
    assert into == sorted(into)
    assert out == sorted(out, reverse=True)
    assert [into[0], into[-1], out[0], out[-1]] == pytest.approx([165, 220, 220, 147], abs=4)


def test_a_piece_that_begins_in_motion_glides_from_the_fullness_it_has():
    course = Course(pattern=PATTERNS["gentle"]).retimed(1.5, PATTERNS["even"])
    piece = course.segment(1.5)
    sound = tone(piece)
    assert pitch_hz(sound[2400:7200]) == pytest.approx(165 * (220 / 165) ** piece.at(1.6).fullness, abs=4)
    assert pitch_hz(sound[-9600:]) == pytest.approx(220, abs=4)


def test_a_rest_without_end_and_a_piece_too_short_to_hear_are_quiet():
    assert not len(tone(Course().segment(3.0)))
    for seconds in (1e-6, 0.001, 0.002, 0.0029, 0.02):
        assert not len(tone(stroke_of(seconds, 0.2, 0.5)))


def test_a_hold_stays_where_the_breath_is_held_far_softer_and_is_heard_to_end():
    for level, hz in ((1.0, 220), (0.0, 147)):
        held = tone(stroke_of(7, level, level)).astype(np.float64)
        assert [pitch_hz(held[at : at + RATE]) for at in (RATE, 3 * RATE, 5 * RATE)] == pytest.approx([hz] * 3, abs=2)
        loudest = [np.abs(held[at * RATE : (at + 1) * RATE]).max() for at in range(7)]
        assert loudest[:4] == sorted(loudest[:4])
        assert loudest[3:] == sorted(loudest[3:], reverse=True)
        assert loudest[-1] < loudest[3] / 3


def test_the_bowl_is_struck_softly_at_22_lufs_and_rings_out_without_an_edge():
    sound = bowl().astype(np.float64)
    loudest = np.abs(sound).max()
    assert loudness_lufs(sound) == pytest.approx(-22.0, abs=0.5)
    assert loudest < 10 ** (-6 / 20)
    assert max(abs(sound[0]), abs(sound[-1])) < 1e-4
    assert above_10_khz_db(sound) < -60
    assert np.abs(sound[: RATE // 100]).max() < 0.3 * loudest, "10 ms into the strike it is still soft"
    assert np.flatnonzero(np.abs(sound) > 0.5 * loudest)[0] < 0.05 * RATE


def test_looks_are_joined_by_straight_lines():
    looks = [0.0, 1.0, 0.25, -2.0]
    frames = np.arange(3 * 240)
    assert joined(looks, 240) == pytest.approx(np.interp(frames, np.arange(4) * 240, looks), abs=1e-12)
