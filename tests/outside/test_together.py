"""Orb and sound of the running program, at a real screen and a real sound server: together, and through stalls."""

from __future__ import annotations

import os
import shutil
import signal
import time

import numpy
import pytest
from orb import eye_on, fitted, watched
from together import NAMES, PERIOD_S, WARM_S, seen_late_s, sounding_room, strokes, together
from wanting import SCREEN, wants

STALL_S, STALLS = 0.5, 20
TAKES = 3
pytestmark = pytest.mark.skipif(
    shutil.which("pulseaudio") is None, reason="wants pulseaudio: Debian's pulseaudio and pulseaudio-utils"
)


@pytest.fixture
def room(tmp_path):
    with sounding_room(tmp_path / "room") as room:
        yield room


@wants(*SCREEN)
def test_sound_and_orb_are_within_30_ms_at_every_turn(screen, room, start):
    for _ in range(TAKES):
        apart_s = together(screen, room, start, 24.0).apart_s()
        if abs(apart_s).max() <= 0.030 and apart_s.std() <= 0.008:
            break
    assert len(apart_s) >= 4
    assert abs(apart_s).max() <= 0.030
    assert apart_s.std() <= 0.008


def stall(program):
    """Let nothing of the window run for half a second, as a system that is out of memory does; its sound goes on."""
    os.kill(program.pid, signal.SIGSTOP)
    time.sleep(STALL_S)
    os.kill(program.pid, signal.SIGCONT)


@wants(*SCREEN)
def test_twenty_stalls_of_half_a_second_are_not_heard(screen, room, start):
    acts = [(0.5 + number * 1.0, stall) for number in range(STALLS)]
    for _ in range(TAKES):
        both = together(screen, room, start, STALLS + 1.0, acts)
        inside = [gap_s for gap_s in both.gaps_s() if gap_s > 0.001]
        if not inside:
            break
    assert abs(both.sound).max() > 0.05
    assert inside == []


def seen_while_the_server_dies_and_comes_back(screen, room):
    """Return by how much the orb was behind the score, in each half second that tells."""
    times, radii = watched(eye_on(screen), 24.0, [(4.0, room.kill), (6.0, room.start)])
    score = {"strokes": list(strokes(8))}
    shift_s, empty_px, full_px = fitted(score, times, radii, numpy.arange(0, PERIOD_S, 0.004))
    own_s, levels = times - times[0] + shift_s, (radii - empty_px) / (full_px - empty_px)
    late_s = []
    for from_s in numpy.arange(own_s[0], own_s[-1] - 1.0, 0.5):
        seen = (own_s >= from_s) & (own_s < from_s + 1.0)
        if seen.sum() > 10 and numpy.ptp(levels[seen]) > 0.3:  # where it moves enough to tell
            late_s.append(seen_late_s(score, own_s[seen], levels[seen]))
    return late_s


@wants(*SCREEN)
def test_a_sound_server_that_dies_and_comes_back_is_not_seen_in_the_orb_and_heard_again(screen, room, start):
    program = start("--practice", "breathe", "--begin", "--sound", "tone", **{name: room.env[name] for name in NAMES})
    eye_on(screen)
    time.sleep(WARM_S)
    for _ in range(TAKES):
        late_s = seen_while_the_server_dies_and_comes_back(screen, room)
        if numpy.ptp(late_s) < 0.020:
            break
    assert len(late_s) > 15
    assert numpy.ptp(late_s) < 0.020
    with room.ear() as ear:
        now_s = time.monotonic()
        assert abs(ear.heard(now_s, now_s + PERIOD_S)).max() > 0.05
    assert program.running()
