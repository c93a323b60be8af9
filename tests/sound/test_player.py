"""The player with a loudspeaker of numbers: in step for hours, silent in time, and aware of a dead server."""

from __future__ import annotations

import numpy as np
import pytest
from speaker import RATE, Numbers

from grounding.breath.course import Course
from grounding.breath.patterns import PATTERNS
from grounding.sound.mix import LEVEL, ducked
from grounding.sound.performance import Performance
from grounding.sound.player import LATENCY_S
from grounding.sound.spoken import DUCKED, RAMP_S


def gentle(zero_s=1000.0, **kwargs):
    return Performance(breath=Course(pattern=PATTERNS["gentle"]), zero_s=zero_s, **kwargs)


@pytest.mark.parametrize("ppm", [-500, 0, 500])
def test_a_loudspeaker_half_a_second_in_a_thousand_off_stays_within_20_ms_for_half_an_hour(ppm):
    speaker = Numbers(rate=RATE * (1 + ppm / 1e6))
    speaker.perform(gentle())
    speaker.run(5.0)
    worst_s = 0.0
    for _ in range(1800):
        speaker.player._frame = speaker.taken()
        speaker.run(1.0, listen=False)
        heard_s = speaker._began_s + speaker.taken() / speaker.rate + LATENCY_S
        own_s = (speaker.taken() + speaker.player._ahead) / RATE
        worst_s = max(worst_s, abs(own_s - (heard_s - 1000.0)))
    assert worst_s < 0.020


def test_it_comes_up_softly_falls_silent_within_a_second_and_then_takes_no_more_frames():
    speaker = Numbers()
    speaker.perform(gentle())
    speaker.run(3.0)
    assert speaker.told[0] == {"is": "on"}
    speaker.player.hear({"do": "off"})
    off = len(speaker.sound)
    speaker.run(1.0)
    assert np.abs(speaker.sound[off - RATE // 2 : off]).max() > 0.05
    assert not speaker.sound[off + round(0.95 * RATE) :].any()
    speaker.run(4.0)
    assert speaker.read is None
    assert speaker.told[-1] == {"is": "resting"}


def test_who_is_followed_has_the_loudspeaker_closer_and_who_is_paced_again_only_once_it_is_quiet():
    speaker = Numbers()
    speaker.perform(gentle())
    speaker.run(3.0)
    assert speaker.close is False
    own = Performance(breath=Course(), zero_s=1000.0, followed=True)
    speaker.perform(own)
    speaker.run(2.0)
    assert speaker.close is True
    speaker.perform(gentle())
    speaker.run(3.0)
    assert speaker.close is True
    assert np.abs(speaker.sound[-RATE:]).max() > 0.03
    speaker.perform(gentle(held_s=5.0))
    speaker.run(1.0)
    speaker.perform(gentle(zero_s=1002.0))
    speaker.run(2.0)
    assert speaker.close is False
    assert np.abs(speaker.sound[-RATE:]).max() > 0.03
    assert not speaker.silences


def test_a_pause_is_quiet_and_the_breath_goes_on_from_where_it_was_held():
    speaker = Numbers()
    speaker.perform(gentle())
    speaker.run(2.0)
    speaker.perform(gentle(held_s=2.0))
    speaker.run(2.0)
    paused = len(speaker.sound)
    assert not speaker.sound[paused - RATE :].any()
    speaker.perform(gentle(zero_s=1002.0))
    speaker.run(2.0)
    assert np.abs(speaker.sound[-RATE:]).max() > 0.05
    assert speaker.player._ahead == pytest.approx((speaker._began_s + LATENCY_S - 1002.0) * RATE, abs=0.008 * RATE)


def test_a_server_that_takes_no_more_frames_is_told_within_two_seconds_and_the_process_leaves():
    speaker = Numbers()
    speaker.perform(gentle())
    speaker.run(3.0)
    assert not speaker.silences
    speaker.dead = True
    speaker.run(0.9)
    assert not speaker.silences
    speaker.run(1.0)
    assert speaker.silences == ["stalled"]
    assert speaker.left


def test_a_sink_that_wakes_slowly_is_given_time_but_not_for_ever():
    speaker = Numbers()
    speaker.perform(gentle())
    speaker.run(0.2)
    speaker.dead = True
    speaker.run(2.0)
    assert not speaker.silences
    assert {"is": "on"} not in speaker.told, "nothing is said to be heard before it flows"
    speaker.run(1.0)
    assert speaker.silences == ["stalled"]


def test_what_is_played_after_a_gap_is_put_back_in_step_at_once():
    speaker = Numbers()
    speaker.perform(gentle())
    speaker.run(2.0)
    speaker._began_s += 0.5  # the device stood still for half a second
    speaker.run(1.0)
    assert speaker.player._ahead == pytest.approx((speaker._began_s + LATENCY_S - 1000.0) * RATE, abs=0.008 * RATE)


def test_a_computer_that_slept_for_an_hour_is_no_dead_server():
    speaker = Numbers()
    speaker.perform(gentle())
    speaker.run(3.0)
    speaker._began_s += 3600.0
    speaker.now_s += 3600.0
    speaker.run(1.0)
    assert not speaker.silences


def test_after_a_fault_it_comes_back_at_the_next_stroke_not_in_the_middle_of_one():
    speaker = Numbers()
    speaker.now_s = 1004.0  # a second into the out-breath, which ends at 1007.5
    speaker.perform(gentle(), gently=True)
    speaker.run(5.0)
    first = np.flatnonzero(speaker.sound)[0] / RATE
    assert 1004.0 + first + LATENCY_S == pytest.approx(1007.5, abs=0.03)


def test_a_change_of_breath_does_not_stop_the_sound():
    speaker = Numbers()
    speaker.perform(gentle())
    speaker.run(2.0)
    retimed = Performance(breath=gentle().breath.retimed(2.0, PATTERNS["even"]), zero_s=1000.0, bowls=(2.4,))
    speaker.perform(retimed)
    speaker.run(2.0)
    loud = np.abs(speaker.sound[RATE : 3 * RATE].reshape(-1, RATE // 50)).max(axis=1)
    assert loud.min() > 0.01
    assert speaker.player._sounding == retimed


def test_room_for_the_systems_voice_is_made_and_given_back_over_300_ms_as_for_a_clip():
    heard = []
    for mix in (LEVEL, ducked(LEVEL)):
        speaker = Numbers()
        speaker.perform(gentle())
        speaker.run(4.0)
        for room, seconds in ((mix, 1.0), (LEVEL, 0.7)):
            speaker.perform(gentle(mix=room))
            speaker.run(seconds)
        heard.append(np.abs(speaker.sound[3 * RATE : round(5.6 * RATE)]).reshape(-1, RATE // 100).max(axis=1))
    share = heard[1] / heard[0]  # one for each hundredth of a second
    deep, down = np.flatnonzero(share < DUCKED * 1.02), np.flatnonzero(share < 0.98)
    assert share.min() == pytest.approx(DUCKED, rel=0.02)
    assert deep[0] - down[0] == pytest.approx(100 * RAMP_S, abs=8)
    assert down[-1] - deep[-1] == pytest.approx(100 * RAMP_S, abs=8)


def test_a_closed_pipe_ends_it_in_silence_at_once_where_nothing_sounds():
    speaker = Numbers()
    speaker.player.end()
    assert speaker.left
    playing = Numbers()
    playing.perform(gentle())
    playing.run(3.0)
    playing.player.end()
    playing.run(0.25)
    assert not playing.left
    playing.run(0.5)
    assert playing.left
    assert not playing.sound[-RATE // 50 :].any()


def test_sound_for_a_slow_headset_is_sent_so_much_sooner():
    begins = []
    for delay_s in (0.0, 0.25):
        speaker = Numbers()
        speaker.perform(gentle(zero_s=1002.0, delay_s=delay_s))
        speaker.run(4.0)
        begins.append(np.flatnonzero(np.abs(speaker.sound) > 0.01)[0] / RATE)
    assert begins[0] - begins[1] == pytest.approx(0.25, abs=0.01)
