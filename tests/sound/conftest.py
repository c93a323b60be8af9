"""A room to listen in, and what is asked to sound there."""

from __future__ import annotations

import queue
import shutil
import sys
import time
from pathlib import Path

import pytest

from grounding.breath.course import Course
from grounding.breath.patterns import PATTERNS
from grounding.sound.performance import Performance
from grounding.sound.sound import Sound

sys.path.insert(0, str(Path(__file__).parent))  # for the helpers beside the tests

from room import Room, wait_until


class Asked:
    """A Sound and all that it reported."""

    def __init__(self, **kwargs):
        self.states, self._came = [], queue.SimpleQueue()
        self.sound = Sound(self._report, **kwargs)

    def _report(self, state):
        self.states.append(state)

    def hearings(self):
        return [state.hearing for state in self.states if state.progress is None]

    def wait_for(self, hearing, within_s=10.0):
        wait_until(lambda: self.hearings()[-1:] == [hearing], within_s, f"'{hearing}', after {self.hearings()},")

    @property
    def pid(self):
        return self.sound._child.pid

    def close(self):
        """Close it and wait until its process has ended."""
        child = self.sound._child
        self.sound.close()
        if child is not None:
            wait_until(lambda: child._process.poll() is not None, what="the end of the sound process")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A sound server for the tests of one file."""
    if shutil.which("pulseaudio") is None:
        pytest.skip("wants pulseaudio: Debian's pulseaudio and pulseaudio-utils")
    room = Room(tmp_path_factory.mktemp("room"))
    yield room
    room.kill()


@pytest.fixture
def room(server, monkeypatch):
    """The sound server, and every child process sent to it."""
    for name in ("PULSE_RUNTIME_PATH", "PULSE_SERVER", "HOME", "QT_AUDIO_BACKEND"):
        monkeypatch.setenv(name, server.env[name])
    return server


@pytest.fixture
def no_server(tmp_path, monkeypatch):
    """A computer without a sound server, whatever the one at hand has."""
    for name in ("PULSE_RUNTIME_PATH", "PIPEWIRE_RUNTIME_DIR", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody-here")
    monkeypatch.setenv("QT_AUDIO_BACKEND", "pulseaudio")


@pytest.fixture
def asked():
    """Make a Sound that is closed at the end."""
    made = []

    def make(**kwargs):
        made.append(Asked(**kwargs))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def gentle():
    """The gentle pattern from now on."""

    def begin(**kwargs):
        at_s = kwargs.pop("zero_s", time.monotonic())
        pattern = kwargs.pop("pattern", "gentle")
        return Performance(breath=Course(pattern=PATTERNS[pattern]), zero_s=at_s, **kwargs)

    return begin
