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

    def told(self, *command):
        """Tell the server something, and return its answer."""
        return subprocess.run(["pactl", *command], env=self.env, capture_output=True, text=True, check=True).stdout

    def kill(self):
        self.server.kill()
        self.server.wait()

    @contextmanager
    def ear(self, sink="room"):
        """Listen at the monitor; an idle null sink swallows the first 2 s, so it has been listening for as long."""
        ear = Ear(self.env, sink)
        wait_until(lambda: ear.frames > 2 * RATE, what="the recorder")
        try:
            yield ear
        finally:
            ear.end()


class Ear:
    """What is heard, and when: `heard(from_s, to_s)` takes seconds of the monotonic clock."""

    def __init__(self, env, sink):
        options = ["-d", f"{sink}.monitor", "--latency-msec=10", "--format=s16le", f"--rate={RATE}", "--channels=1"]
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
