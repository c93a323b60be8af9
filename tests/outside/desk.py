"""A desktop that tells its programs when the screen locks or the computer sleeps, on a bus of its own."""

from __future__ import annotations

import contextlib
import os
import subprocess
from pathlib import Path

from screen import until
from started import SYSTEM_PYTHON

LOGIND = Path(__file__).with_name("logind.py")


@contextlib.contextmanager
def desk_on(bus, wait=until):
    """Run logind and a screen saver on that bus; `wait` waits until something holds."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "bufsize": 0}
    environment = os.environ | {"DBUS_SESSION_BUS_ADDRESS": bus}
    with subprocess.Popen([SYSTEM_PYTHON, str(LOGIND)], env=environment, **pipes) as process:
        try:
            desk = Desk(process, wait)
            desk.waits_for("ready")
            yield desk
        finally:
            process.terminate()


class Desk:
    """What it is asked, and what it tells (see `logind.py`)."""

    def __init__(self, process, wait):
        self._process, self._wait = process, wait
        self._said = b""
        os.set_blocking(process.stdout.fileno(), False)

    def tells(self, what):
        """Send one of its signals."""
        self._process.stdin.write(f"{what}\n".encode())

    def said(self):
        """Return what was asked of it since it was last waited for."""
        self._said += self._process.stdout.read() or b""
        return self._said.decode().splitlines()

    def waits_for(self, line):
        """Wait until it has said so; what it said before is over with."""
        self._wait(lambda: line in self.said())
        self._said = b""
