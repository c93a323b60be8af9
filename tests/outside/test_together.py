"""Orb and sound of the running program, at a real screen and a real sound server: together, and through what fails."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import numpy
import pytest
from orb import eye_on, fitted, watched
from together import PERIOD_S, breathing, seen_late_s, sounding_room, sounds, strokes, together
from wanting import READER, SCREEN, wants

from grounding.base.settings import Settings, write_settings

STALL_S, STALLS = 0.5, 20
TAKES = 3
OFF = "Sound is off for now; the circle goes on."
STALLING = """
import ctypes, signal, sys, time
held = ctypes.PyDLL(None).usleep  # called so, it keeps the GIL
signal.signal(signal.SIGUSR1, lambda *_: held(500_000))
signal.signal(signal.SIGUSR2, lambda *_: time.sleep(0.5))
from grounding.cli import main
sys.exit(main())
"""
WITHOUT_LIBRARY = """
import sys
class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name == "PySide6.QtMultimedia":
            raise ImportError("libpulse-mainloop-glib.so.0: cannot open shared object file")
sys.meta_path.insert(0, Hidden())
"""
pytestmark = wants("pulseaudio", *SCREEN)


@pytest.fixture(autouse=True)
def no_bowl(person):
    """Let breath be all that is heard."""
    person.home.mkdir(mode=0o700)
    write_settings(person.home / "settings.json", Settings(welcomed=True, bowl=False))


@pytest.fixture
def room(tmp_path):
    with sounding_room(tmp_path / "room") as room:
        yield room


def children(pid):
    """Return the processes that a process has started."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(stat.read_text().rpartition(")")[2].split()[1]) == pid:
                found.append(int(stat.parent.name))
        except OSError:
            continue
    return found


def sound_process(program):
    """Return the process that plays."""
    return next(pid for pid in children(program.pid) if b"sound.process" in Path(f"/proc/{pid}/cmdline").read_bytes())


def test_sound_and_orb_are_within_30_ms_at_every_turn(screen, room, start):
    for _ in range(TAKES):
        apart_s = together(screen, room, start, 24.0).apart_s()
        if abs(apart_s).max() <= 0.030 and apart_s.std() <= 0.008:
            break
    assert len(apart_s) >= 4
    assert abs(apart_s).max() <= 0.030
    assert apart_s.std() <= 0.008


def stalled(by):
    return lambda program: os.kill(program.pid, by)


def stop_its_sound(program):
    """Let nothing of the sound process run for half a second."""
    pid = sound_process(program)
    os.kill(pid, signal.SIGSTOP)
    time.sleep(STALL_S)
    os.kill(pid, signal.SIGCONT)


def test_twenty_stalls_of_half_a_second_with_and_without_the_gil_are_not_heard(screen, room, start):
    every_s = 0.9
    acts = [(0.3 + every_s * turn, stalled((signal.SIGUSR1, signal.SIGUSR2)[turn % 2])) for turn in range(STALLS)]
    end_s = 0.3 + every_s * STALLS
    for _ in range(TAKES):
        both = together(screen, room, start, end_s + 2.0, [*acts, (end_s + 0.3, stop_its_sound)], code=STALLING)
        gaps_s = both.gaps_s(0.0, end_s)
        if gaps_s.max() <= 0.001:
            break
    stalls = numpy.diff(both.times[both.times < both.from_s + end_s]) > 0.8 * STALL_S
    assert stalls.sum() >= STALLS - 2, "the window stood still so often; two may be at a turn"
    assert gaps_s.max() <= 0.001
    assert both.gaps_s(end_s).max() > 0.1, "the control, the sound process itself stalled, has to be heard"


class Seen:
    """Pictures of a while, beside the score."""

    def __init__(self, times, radii):
        score = {"strokes": list(strokes(12))}
        shift_s, empty_px, full_px = fitted(score, times, radii, numpy.arange(0, PERIOD_S, 0.004))
        own_s, levels = times - times[0] + shift_s, (radii - empty_px) / (full_px - empty_px)
        self.late_s = []
        """By how much the orb was behind the score, in each half second that tells."""
        for from_s in numpy.arange(own_s[0], own_s[-1] - 1.0, 0.5):
            seen = (own_s >= from_s) & (own_s < from_s + 1.0)
            if seen.sum() > 10 and numpy.ptp(levels[seen]) > 0.3:  # where it moves enough to tell
                self.late_s.append(seen_late_s(score, own_s[seen], levels[seen]))

    @property
    def step_s(self):
        """How far apart two of these are at most."""
        return numpy.ptp(self.late_s)


def test_neither_a_sound_server_that_dies_nor_a_sound_process_is_seen_in_the_orb_and_both_come_back(
    screen, room, start
):
    program = breathing(start, room)
    eye_on(screen)
    for _ in range(TAKES):
        with room.ear() as ear:
            sounds(ear)
        acts = [(2.0, room.kill), (4.0, room.start)]
        first = Seen(*watched(eye_on(screen), 12.0, acts))
        with room.ear() as ear:
            sounds(ear)
            acts = [(2.0, lambda: os.kill(sound_process(program), signal.SIGKILL))]
            second = Seen(*watched(eye_on(screen), 9.0, acts))
            sounds(ear)
        if max(first.step_s, second.step_s) < 0.020:
            break
    assert min(len(first.late_s), len(second.late_s)) > 5
    assert first.step_s < 0.020
    assert second.step_s < 0.020
    assert program.running()


def lacking(what, room, start, folder):
    """Start the program where something is missing that sound needs."""
    if what == "server":
        room.kill()
    elif what == "device":
        room.unplug()
    else:
        (folder / "sitecustomize.py").write_text(WITHOUT_LIBRARY)
    return breathing(start, room, **({"PYTHONPATH": str(folder)} if what == "library" else {}))


def line_within_2_s(reader, program, begun_s):
    reader.pid = program.pid
    reader.wait("label", OFF)
    assert time.monotonic() - begun_s < 2.0


@wants(*READER)
@pytest.mark.parametrize("what", ["server", "device", "library"])
def test_where_sound_cannot_be_one_line_says_so_within_two_seconds_and_the_orb_goes_on(
    what, screen, room, start, reader, tmp_path
):
    program = lacking(what, room, start, tmp_path)
    eye = eye_on(screen)
    line_within_2_s(reader, program, time.monotonic())
    for _ in range(TAKES):
        seen = Seen(*watched(eye, 5.0))
        if seen.step_s < 0.020:
            break
    assert seen.step_s < 0.020


@wants(*READER)
@pytest.mark.usefixtures("screen")
def test_a_sound_server_that_dies_is_told_within_two_seconds_and_the_line_goes_once_it_is_back(room, start, reader):
    program = breathing(start, room)
    with room.ear() as ear:
        sounds(ear)
    room.kill()
    line_within_2_s(reader, program, time.monotonic())
    room.start()
    reader.gone("label", OFF, seconds=20)
