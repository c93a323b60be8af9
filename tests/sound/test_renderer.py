"""From a performance to samples: to the frame, and the same bits however it is cut; fades without a click."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from grounding.base.settings import Voice
from grounding.breath.course import Course
from grounding.breath.patterns import PATTERNS
from grounding.sound.desk import Desk, Fade
from grounding.sound.mix import Mix
from grounding.sound.performance import Performance, performance_from_plain, performance_to_plain
from grounding.sound.renderer import Renderer
from grounding.sound.samples import pcm

RATE = 48_000
RENDERER = Renderer()

courses = st.builds(
    lambda first, second, at_s: Course(pattern=PATTERNS[first]).retimed(at_s, PATTERNS[second]),
    st.sampled_from(sorted(PATTERNS)),
    st.sampled_from(sorted(PATTERNS)),
    st.floats(0.5, 12),
)
volumes = st.builds(Mix, breath=st.floats(0, 1), bowl=st.floats(0, 1))
performances = st.builds(
    lambda breath, bowls, **more: Performance(breath=breath, zero_s=0.0, bowls=tuple(bowls), **more),
    courses,
    st.lists(st.floats(0, 20), max_size=3),
    voice=st.sampled_from(Voice),
    mix=volumes,
    delay_s=st.floats(0, 0.4),
)


def gentle(**kwargs):
    return Performance(breath=Course(pattern=PATTERNS["gentle"]), zero_s=0.0, **kwargs)


def above_10_khz_db(sound):
    spectrum = np.fft.rfft(sound * np.hanning(len(sound)))
    spectrum[np.fft.rfftfreq(len(sound), 1 / RATE) < 10_000] = 0
    return 20 * np.log10(np.abs(np.fft.irfft(spectrum, len(sound))).max() + 1e-12)


@settings(max_examples=25, deadline=None)
@given(performance=performances, start=st.integers(-RATE, 20 * RATE), cuts=st.lists(st.integers(0, RATE), max_size=8))
def test_any_way_of_cutting_it_gives_the_same_bits(performance, start, cuts):
    whole = RENDERER.block(performance, start, RATE)
    edges = [0, *sorted(cuts), RATE]
    parts = [RENDERER.block(performance, start + first, last - first) for first, last in itertools.pairwise(edges)]
    assert np.concatenate(parts).tobytes() == whole.tobytes()


@settings(max_examples=15, deadline=None)
@given(performance=performances, breath_s=st.sampled_from((7.5, 10.0, 12.0)))
@example(performance=Performance(breath=Course(pattern=PATTERNS["gentle"]), zero_s=0.0, bowls=(1.0, 9.5)), breath_s=7.5)
def test_a_block_like_the_one_before_is_the_block_it_would_have_been(performance, breath_s):
    renderer, at_once = Renderer(), round(breath_s * RATE)
    for start in range(0, 4 * at_once, at_once):
        made = pcm(RENDERER.block(performance, start, at_once))
        assert renderer.pcm(performance, start, at_once) == made
    assert renderer.pcm(performance, start, at_once // 2) == made[:at_once]


def test_the_renderer_remembers_nothing_that_changes_a_sample():
    backwards = [Renderer().block(gentle(bowls=(7.5,)), second * RATE, RATE) for second in reversed(range(12))]
    assert np.concatenate(backwards[::-1]).tobytes() == RENDERER.block(gentle(bowls=(7.5,)), 0, 12 * RATE).tobytes()


@pytest.mark.parametrize("pattern", sorted(PATTERNS))
def test_each_stroke_and_each_hold_begins_and_ends_at_its_frame_and_rest_is_quiet(pattern):
    breath = Course(pattern=PATTERNS[pattern])
    sound = RENDERER.block(Performance(breath=breath, zero_s=0.0), 0, 40 * RATE)
    for piece in breath.segments(0.0, 40.0):
        first = round(piece.at_s * RATE)
        last = min(round(piece.end_s * RATE), len(sound)) if piece.seconds < 99 else None
        if last is None:
            assert not sound[first:].any()
        elif piece.end_s <= 40:
            within = 3 * RATE // 100 if piece.held else 5  # a hold comes out of nothing
            assert np.flatnonzero(sound[first:last])[0] < within
            assert last - first - np.flatnonzero(sound[first:last])[-1] < within + RATE // 1000


def test_before_it_begins_nothing_is_heard_though_the_pattern_holds():
    waiting = Performance(breath=Course(begins_s=2.0, pattern=PATTERNS["box"]), zero_s=0.0)
    assert not RENDERER.block(waiting, 0, 2 * RATE).any()
    assert RENDERER.block(waiting, 2 * RATE, RATE).any()


def test_a_bowl_sounds_from_its_frame_for_six_seconds_even_where_the_orb_rests():
    sound = RENDERER.block(Performance(breath=Course(), zero_s=0.0, bowls=(2.25,)), 0, 12 * RATE)
    heard = np.flatnonzero(sound)
    assert 0 <= heard[0] - round(2.25 * RATE) < 5
    assert round(8.25 * RATE) - 100 < heard[-1] < round(8.25 * RATE)


def test_bowls_in_quick_succession_are_one_and_a_ringing_one_is_touched_as_the_next_is_struck():
    def bowls(*times):
        return RENDERER.block(Performance(breath=Course(), zero_s=0.0, bowls=times), 0, 12 * RATE)

    assert np.array_equal(bowls(1.0, 1.2, 1.4, 1.4), bowls(1.4))
    two = bowls(1.0, 3.0)
    assert np.array_equal(two[: 3 * RATE], bowls(1.0)[: 3 * RATE])
    assert np.array_equal(two[round(3.31 * RATE) :], bowls(3.0)[round(3.31 * RATE) :])
    assert above_10_khz_db(two) < -60


@settings(max_examples=10, deadline=None)
@given(performance=performances)
def test_no_seam_of_any_pattern_or_change_of_pattern_clicks_or_clips(performance):
    sound = RENDERER.block(performance, 0, 24 * RATE)
    assert np.abs(sound).max() < 1.0
    assert above_10_khz_db(sound) < -60


def test_the_control_a_seam_that_is_cut_hard_fails_the_same_check():
    sound = RENDERER.block(gentle(), 0, 6 * RATE).copy()
    sound[: 2 * RATE] = 0
    assert above_10_khz_db(sound) > -60


@settings(max_examples=60, deadline=None)
@given(performance=performances, zero_s=st.floats(0, 1e6), held_s=st.none() | st.floats(0, 1e4))
def test_a_performance_survives_the_pipe_to_the_last_bit(performance, zero_s, held_s):
    sent = replace(performance, zero_s=zero_s, held_s=held_s)
    assert performance_from_plain(json.loads(json.dumps(performance_to_plain(sent)))) == sent


def test_only_what_moves_or_rings_can_be_heard():
    assert gentle().audible
    assert not gentle(held_s=3.0).audible
    assert not Performance(breath=Course(), zero_s=0.0).audible
    assert Performance(breath=Course(), zero_s=0.0, bowls=(1.0,)).audible


def mixed(desk, first, last, chunk=960):
    return np.frombuffer(b"".join(desk.block(at, chunk) for at in range(first, last, chunk)), "<i2") / 32767


def test_fading_in_out_and_over_to_another_breath_never_clicks():
    desk = Desk(RENDERER)
    desk.turn(gentle(), fade=Fade(at=RATE, frames=RATE // 10))
    sound = [mixed(desk, 0, 2 * RATE)]
    other = Performance(breath=Course(pattern=PATTERNS["even"]), zero_s=0.0)
    desk.turn(other, ahead=RATE // 3, fade=Fade(at=2 * RATE, frames=RATE // 10))
    sound.append(mixed(desk, 2 * RATE, 3 * RATE))
    desk.turn(None, fade=Fade(at=3 * RATE, frames=RATE // 2))
    sound.append(mixed(desk, 3 * RATE, 4 * RATE))
    whole = np.concatenate(sound)
    assert not whole[:RATE].any()
    assert not whole[round(3.5 * RATE) :].any()
    assert np.abs(whole[round(1.2 * RATE) : 3 * RATE]).max() > 0.05
    assert above_10_khz_db(whole) < -60
    assert above_10_khz_db(np.where(np.arange(len(whole)) < 3 * RATE, whole, 0)) > -60, "the control has to fail"
    assert desk.silent


def test_going_over_to_the_same_breath_is_not_heard_at_all():
    desk, plain = Desk(RENDERER), RENDERER.block(gentle(), RATE, 2 * RATE)
    desk.turn(gentle(), fade=Fade(at=0, frames=1))
    mixed(desk, 0, RATE)
    desk.turn(gentle(bowls=(99.0,)), fade=Fade(at=RATE, frames=RATE // 2))
    assert np.abs(mixed(desk, RATE, 3 * RATE) - np.frombuffer(pcm(plain), "<i2") / 32767).max() < 2 / 32767


def test_however_quickly_one_change_follows_another_it_grows_no_louder():
    desk, plain = Desk(RENDERER), RENDERER.block(gentle(), 0, 2 * RATE)
    desk.turn(gentle(), fade=Fade(at=0, frames=1))
    sound = [mixed(desk, 0, RATE)]
    for start in range(RATE, 2 * RATE, 960):  # a slider drawn along: fifty volumes a second
        desk.turn(gentle(bowls=(99.0 + start,)), fade=Fade(at=start, frames=RATE // 10))
        sound.append(mixed(desk, start, start + 960))
    assert np.abs(np.concatenate(sound) - np.frombuffer(pcm(plain), "<i2") / 32767).max() < 2 / 32767


def test_a_change_that_comes_before_an_earlier_one_has_begun_takes_its_place():
    desk = Desk(RENDERER)
    desk.turn(gentle(), fade=Fade(at=0, frames=1))
    mixed(desk, 0, RATE)
    desk.turn(gentle(bowls=(99.0,)), fade=Fade(at=5 * RATE, frames=RATE // 10))
    desk.turn(None, fade=Fade(at=RATE, frames=RATE // 10))
    assert not mixed(desk, RATE, 6 * RATE)[RATE // 5 :].any()
    assert desk.silent


def test_a_volume_is_squared_none_is_silence_and_the_other_sound_stays_as_it_was():
    whole = RENDERER.block(gentle(), 0, 3 * RATE)
    assert np.allclose(RENDERER.block(gentle(mix=Mix(breath=0.5)), 0, 3 * RATE), whole / 4, atol=1e-7)
    assert not RENDERER.block(gentle(mix=Mix(breath=0.0)), 0, 3 * RATE).any()
    bowl = Performance(breath=Course(), zero_s=0.0, bowls=(0.0,))
    both = RENDERER.block(gentle(bowls=(0.0,), mix=Mix(breath=0.0)), 0, 3 * RATE)
    assert np.array_equal(both, RENDERER.block(bowl, 0, 3 * RATE))


@pytest.mark.parametrize("voice", [Voice.TONE, Voice.BREATH])
def test_a_volume_moved_in_the_middle_of_a_breath_glides_and_never_clicks(voice):
    desk = Desk(RENDERER)
    desk.turn(gentle(voice=voice), fade=Fade(at=0, frames=RATE // 10))
    sound = [mixed(desk, 0, 96_000)]
    for step, volume in enumerate((0.2, 1.0, 0.0, 0.6), start=2):
        moved = gentle(voice=voice, mix=Mix(breath=volume))
        desk.turn(moved, fade=Fade(at=step * 48_000, frames=RATE // 10))
        sound.append(mixed(desk, step * 48_000, (step + 1) * 48_000))
    whole = np.concatenate(sound)
    assert above_10_khz_db(whole) < -60
    hard = whole.copy()
    hard[2 * RATE : 3 * RATE] *= 0.2
    assert above_10_khz_db(hard) > -60, "the control, a volume that jumps, has to fail"
