"""A room to listen in, and what is asked to sound there."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path

import pytest

from grounding.breath.course import Course
from grounding.breath.patterns import PATTERNS
from grounding.breath.stroke import Pattern, Stroke
from grounding.sound.performance import Performance

sys.path.insert(0, str(Path(__file__).parent))  # for the helpers beside the tests

from asked import Asked
from room import Room


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
        return Performance(breath=Course(pattern=PATTERNS["gentle"]), zero_s=at_s, **kwargs)

    return begin


@pytest.fixture
def quick():
    """A breath of two seconds from now on: where sound comes back with the next stroke, it is soon there."""
    strokes = (Stroke(to=1.0, seconds=1.0), Stroke(to=0.0, seconds=1.0))
    return Performance(breath=Course(pattern=Pattern(id="quick", strokes=strokes)), zero_s=time.monotonic())
