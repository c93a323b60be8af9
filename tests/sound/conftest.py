"""A room to listen in: a sound server of its own with a null sink, and an ear at its monitor."""

from __future__ import annotations

import os
import queue
import shutil
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from grounding.breath.course import Course
from grounding.breath.patterns import PATTERNS
from grounding.sound.performance import Performance
from grounding.sound.sound import Sound

sys.path.insert(0, str(Path(__file__).parent))  # for the helpers beside the tests

RATE = 48_000


def wait_until(true, within_s=10.0, what="it"):
    """Wait for a condition; it is asked again 200 times a second."""
    ends_s = time.monotonic() + within_s
    while not true():
        assert time.monotonic() < ends_s, f"{what} did not come within {within_s} s"
        time.sleep(0.005)


class Room:
    """A private PulseAudio server; `kill` and `start` may be called again and again."""

    def __init__(self, folder: Path):
        folder.chmod(0o700)
        self.folder, self.socket = folder, folder / "native"
        self.env = os.environ | {"PULSE_RUNTIME_PATH": str(folder), "PULSE_SERVER": f"unix:{self.socket}"}
        self.env |= {"HOME": str(folder), "QT_AUDIO_BACKEND": "pulseaudio"}
        self.start()

    def start(self):
        self.socket.unlink(missing_ok=True)
        modules = [f"module-native-protocol-unix socket={self.socket}", "module-null-sink sink_name=room rate=48000"]
        arguments = ["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--log-level=error"]
        for module in modules:
            arguments += ["-L", module]
        quiet = subprocess.DEVNULL
        self.server = subprocess.Popen(["pulseaudio", *arguments], env=self.env, stdout=quiet, stderr=quiet)
        asked = ["pactl", "info"]
        wait_until(lambda: subprocess.run(asked, env=self.env, capture_output=True, check=False).returncode == 0)

    def kill(self):
        self.server.kill()
        self.server.wait()

    @contextmanager
    def ear(self):
        """Listen at the monitor; an idle null sink swallows the first 2 s, so it has been listening for as long."""
        ear = Ear(self.env)
        wait_until(lambda: ear.frames > 2 * RATE, what="the recorder")
        try:
            yield ear
        finally:
            ear.end()


class Ear:
    """What is heard, and when: `heard(from_s, to_s)` takes seconds of the monotonic clock."""

    def __init__(self, env):
        options = ["-d", "room.monitor", "--latency-msec=10", "--format=s16le", f"--rate={RATE}", "--channels=1"]
        self._process = subprocess.Popen(
            ["parec", *options], env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0
        )
        self._blocks, self._zeros_s, self.frames = [], [], 0
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def _listen(self):
        with self._process.stdout as stream:
            left = b""
            while block := stream.read(960):
                data = left + block
                left = data[len(data) // 2 * 2 :]
                self._blocks.append(np.frombuffer(data[: len(data) // 2 * 2], "<i2"))
                self.frames += len(self._blocks[-1])
                self._zeros_s.append(time.monotonic() - self.frames / RATE)

    @property
    def zero_s(self):
        """The second at which the first sample was rendered: the least late block tells."""
        return min(self._zeros_s)

    def heard(self, from_s, to_s):
        wait_until(
            lambda: self.zero_s + self.frames / RATE > to_s, what="the sound", within_s=to_s - time.monotonic() + 5
        )
        sound = np.concatenate(self._blocks)
        first, last = (round((at_s - self.zero_s) * RATE) for at_s in (from_s, to_s))
        return sound[max(0, first) : last] / 32767

    def end(self):
        self._process.terminate()
        self._process.wait()
        self._thread.join()


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
