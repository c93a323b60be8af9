"""A room to listen in: a sound server of its own with a null sink, and an ear at its monitor."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

RATE = 48_000
WAKES_S = 2.0
"""An idle null sink swallows the first two seconds: somebody has to have been listening for as long."""


QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def wait_until(true, within_s=10.0, what="it"):
    """Wait for a condition; it is asked again 200 times a second."""
    ends_s = time.monotonic() + within_s
    while not true():
        assert time.monotonic() < ends_s, f"{what} did not come within {within_s} s"
        time.sleep(0.005)


def _recorder(sink):
    options = ["--latency-msec=10", "--format=s16le", f"--rate={RATE}", "--channels=1"]
    return ["parec", "-d", f"{sink}.monitor", *options]


class Room:
    """A private PulseAudio server with one null sink; both may go and come again and again."""

    def __init__(self, folder: Path):
        folder.chmod(0o700)
        self.folder, self.socket = folder, folder / "native"
        self.env = os.environ | {"PULSE_RUNTIME_PATH": str(folder), "PULSE_SERVER": f"unix:{self.socket}"}
        self.env |= {"HOME": str(folder), "QT_AUDIO_BACKEND": "pulseaudio"}
        self.start()

    def start(self):
        self.socket.unlink(missing_ok=True)
        arguments = ["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--log-level=error"]
        arguments += ["-L", f"module-native-protocol-unix socket={self.socket}"]
        self.server = subprocess.Popen(["pulseaudio", *arguments], env=self.env, **QUIET)
        asked = ["pactl", "info"]
        wait_until(lambda: subprocess.run(asked, env=self.env, capture_output=True, check=False).returncode == 0)
        self.plug()

    def told(self, *command):
        """Tell the server something, and return its answer."""
        return subprocess.run(["pactl", *command], env=self.env, capture_output=True, text=True, check=True).stdout

    def plug(self):
        """Let there be a loudspeaker, and somebody who listens to it all the time."""
        self._sink = self.told("load-module", "module-null-sink", "sink_name=room", "rate=48000").strip()
        self._keeping_awake = subprocess.Popen(_recorder("room"), env=self.env, **QUIET)
        self._awake_s = time.monotonic() + WAKES_S

    def unplug(self):
        self.told("unload-module", self._sink)
        self._deaf()

    def kill(self):
        self.server.kill()
        self.server.wait()
        self._deaf()

    def _deaf(self):
        self._keeping_awake.kill()
        self._keeping_awake.wait()

    @contextmanager
    def ear(self, sink="room"):
        """Listen at the monitor, once it is awake."""
        ear = Ear(self.env, sink)
        awake_s = self._awake_s if sink == "room" else time.monotonic() + WAKES_S
        wait_until(lambda: ear.frames > RATE // 5 and time.monotonic() > awake_s, what="the recorder")
        try:
            yield ear
        finally:
            ear.end()


class Ear:
    """What is heard, and when: `heard(from_s, to_s)` takes seconds of the monotonic clock."""

    def __init__(self, env, sink):
        self._process = subprocess.Popen(
            _recorder(sink), env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0
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
