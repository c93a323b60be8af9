"""The breath's own sound: air, level and soft-edged, in and out told apart with eyes shut, a turn heard coming."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from strokes import PIECES, RATE, STROKES, above_10_khz_db, meant_lufs, stroke_of

from grounding.sound.air import air
from grounding.sound.loudness import loudness_lufs
from grounding.sound.shaping import UNHEARD


def centre_hz(sound):
    """Return where the middle of its power lies."""
    power = np.abs(np.fft.rfft(sound)) ** 2
    return float(np.sum(np.fft.rfftfreq(len(sound), 1 / RATE) * power) / np.sum(power))


def strength(sound):
    return float(np.sqrt(np.mean(np.square(sound))))


@pytest.mark.parametrize(("seconds", "level", "target"), STROKES)
def test_every_breath_shipped_is_heard_at_22_lufs_far_below_full_scale_and_without_a_click(seconds, level, target):
    sound = air(stroke_of(seconds, level, target)).astype(np.float64)
    assert loudness_lufs(sound) == pytest.approx(-22.0, abs=0.5)
    assert np.abs(sound).max() < 10 ** (-3 / 20)
    assert max(abs(sound[0]), abs(sound[-1])) < 1e-4
    assert above_10_khz_db(sound) < -60
    assert above_10_khz_db(sound[: len(sound) // 2]) > -60, "the control, air cut hard, has to fail"


@settings(max_examples=15, deadline=None)
@example(piece=stroke_of(1.0, 2.3e-308, 0.0))
@example(piece=stroke_of(0.05, 0.98, 1.0, 0.1))
@example(piece=stroke_of(0.1, 0.9985, 1.0, 0.02))
@given(piece=PIECES)
def test_any_breath_is_level_soft_edged_and_fits_its_time(piece):
    sound = air(piece).astype(np.float64)
    assert len(sound) <= min(piece.seconds * RATE + 1e-6, 1e9)
    if not len(sound):
        assert piece.seconds < 0.031 or piece.seconds == np.inf or 0 < abs(piece.target - piece.level) < UNHEARD
        return
    assert len(sound) > (piece.seconds - 0.0011) * RATE
    assert loudness_lufs(sound) == pytest.approx(meant_lufs(piece), abs=0.5)
    assert np.abs(sound).max() < 0.7
    assert above_10_khz_db(sound) < (-60 if piece.seconds > 0.3 else -40)


def test_in_lies_an_octave_above_out_whatever_their_lengths():
    for seconds in (3.0, 4.0, 6.0, 8.0):
        into, out = air(stroke_of(seconds, 0.0, 1.0)), air(stroke_of(seconds, 1.0, 0.0))
        assert centre_hz(into) > 2 * centre_hz(out)


def test_a_turn_is_heard_coming_the_air_grows_softer_and_darker_over_its_last_second():
    for level, target in ((0.0, 1.0), (1.0, 0.0)):
        sound = air(stroke_of(5.0, level, target)).astype(np.float64)
        last = [sound[round((4 + at) * RATE) : round((4 + at + 0.25) * RATE)] for at in (0.0, 0.25, 0.5, 0.7)]
        assert [strength(piece) for piece in last] == sorted((strength(piece) for piece in last), reverse=True)
        assert centre_hz(last[-1]) < centre_hz(sound[2 * RATE : 3 * RATE])


def test_nothing_is_in_it_below_the_band_of_a_breath():
    sound = air(stroke_of(6.0, 1.0, 0.0)).astype(np.float64)
    power = np.abs(np.fft.rfft(sound)) ** 2
    assert power[np.fft.rfftfreq(len(sound), 1 / RATE) < 120].sum() < 1e-3 * power.sum()


def test_the_same_breath_is_the_same_air():
    assert np.array_equal(air(stroke_of(4.0, 0.0, 1.0)), air(stroke_of(4.0, 0.0, 1.0)))


def test_a_hold_is_the_darkest_air_far_softer_and_is_heard_to_end():
    held = air(stroke_of(7.0, 1.0, 1.0)).astype(np.float64)
    assert centre_hz(held) < centre_hz(air(stroke_of(7.0, 1.0, 0.0)))
    last = [strength(held[at * RATE : (at + 1) * RATE]) for at in (3, 4, 5, 6)]
    assert last == sorted(last, reverse=True)
    assert last[-1] < last[0] / 3
