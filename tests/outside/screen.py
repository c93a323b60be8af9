"""A screen of its own, and its pictures, which the X server keeps in a file: looking costs the program nothing."""

from __future__ import annotations

import contextlib
import mmap
import os
import struct
import subprocess
import time
from pathlib import Path

import numpy

SIZE = (1280, 800)
_HEADER_NUMBERS = 25
_COLOUR_BYTES = 12
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


@contextlib.contextmanager
def showing(folder, size=SIZE):
    """Run an X server and a window manager; `folder` holds the picture."""
    folder.mkdir(parents=True, exist_ok=True)
    told, tells = os.pipe()
    depth = f"{size[0]}x{size[1]}x24"
    command = [
        "Xvfb",
        "-displayfd",
        str(tells),
        "-screen",
        "0",
        depth,
        "-fbdir",
        str(folder),
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    with subprocess.Popen(command, pass_fds=[tells], **QUIET) as server:
        os.close(tells)
        with os.fdopen(told) as number:
            screen = Screen(f":{number.readline().strip()}", folder / "Xvfb_screen0")
        with subprocess.Popen(["openbox", "--sm-disable"], env=screen.environment(), **QUIET) as manager:
            try:
                until(lambda: "window id #" in screen.told("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"))
                yield screen
            finally:
                screen.close()
                manager.terminate()
                server.terminate()


def until(holds, seconds=20.0, every_s=0.02, why=lambda: ""):
    """Wait until `holds()` is true, and return what it is."""
    end_s = time.monotonic() + seconds
    while not (held := holds()):
        if time.monotonic() > end_s:
            raise AssertionError(f"this never came true in {seconds} s: {why() or holds}")
        time.sleep(every_s)
    return held


class Screen:
    """What is on the screen, and the keys before it."""

    def __init__(self, display, picture):
        self.display = display
        self._keys = []
        with picture.open("rb") as file:
            self._memory = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        header = struct.unpack(f">{_HEADER_NUMBERS}I", self._memory[: 4 * _HEADER_NUMBERS])
        width, height, row_bytes, colours = header[4], header[5], header[12], header[19]
        whole = numpy.frombuffer(self._memory, numpy.uint8, row_bytes * height, header[0] + colours * _COLOUR_BYTES)
        self.pixels = whole.reshape(height, row_bytes // 4, 4)[:, :width, 2::-1]
        """Rows of red, green and blue, as they are at this moment; copy what is to stay."""

    def environment(self):
        """Return what a program wants to know to be seen here."""
        return {"DISPLAY": self.display, "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}

    def told(self, *command):
        """Return what a small X program says here."""
        return subprocess.run(command, env=self.environment(), capture_output=True, text=True, check=False).stdout

    def key(self, *names):
        """Press keys, by their X names."""
        subprocess.run(["xdotool", "key", "--clearmodifiers", *names], env=self.environment(), check=True, **QUIET)

    def key_soon(self, name):
        """Press a key without waiting for it."""
        self._keys.append(subprocess.Popen(["xdotool", "key", name], env=self.environment(), **QUIET))

    def type(self, text, delay_ms=8):
        """Type a text into whatever has the keyboard."""
        command = ["xdotool", "type", "--delay", str(delay_ms), text]
        subprocess.run(command, env=self.environment(), check=True, **QUIET)

    def close(self):
        """Wait for the last key."""
        for key in self._keys:
            key.wait()

    def front_pid(self):
        """Return the process whose window is in front and has the keyboard."""
        told = self.told("xdotool", "getactivewindow", "getwindowpid").strip()
        return int(told) if told else 0

    def titles(self):
        """Return the names of all windows."""
        return self.told("xwininfo", "-root", "-tree")

    def save(self, path):
        """Save the picture as a portable pixmap."""
        height, width, _ = self.pixels.shape
        Path(path).write_bytes(f"P6 {width} {height} 255\n".encode() + self.pixels.tobytes())
