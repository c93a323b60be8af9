"""What a test of the real program wants of the system, and the Debian package that brings it."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

PACKAGES = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "xprop": "x11-utils",
    "dbus-daemon": "dbus-daemon",
    "strace": "strace",
    "pulseaudio": "pulseaudio",
}
SCREEN = ("Xvfb", "openbox", "xdotool", "xprop")
READER = (*SCREEN, "dbus-daemon", "pyatspi")


def wants(*things):
    """Skip a test, and say which packages are missing, where it cannot be done."""
    missing = sorted({package for thing in things if (package := _missing(thing))})
    return pytest.mark.skipif(bool(missing), reason=f"NOT SHOWN HERE: wants Debian's {' '.join(missing)}")


def _missing(thing):
    if not sys.platform.startswith("linux"):
        return "a Linux"
    if thing == "pyatspi":
        check = ["/usr/bin/python3", "-c", "import pyatspi"]
        try:
            there = subprocess.run(check, capture_output=True, check=False).returncode == 0
        except OSError:
            there = False
        return None if there else "python3-pyatspi at-spi2-core"
    return None if shutil.which(thing) else PACKAGES[thing]
