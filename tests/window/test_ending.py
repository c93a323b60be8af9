"""A signal may come at any moment, in the middle of drawing too, and is a clean end all the same."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

# Python answers a signal wherever it is next asked something; here that is within Qt's drawing of a frame.
ENDED_IN_A_FRAME = """
import os, sys
from grounding import app
from grounding.base.home import Home
from grounding.window.window import GroundingWindow

shown = GroundingWindow.show

def show(window, asked):
    shown(window, asked)
    getattr(window.window, sys.argv[1]).connect(lambda: os.kill(os.getpid(), int(sys.argv[2])))

GroundingWindow.show = show
sys.exit(app.run(home=Home.chosen()))
"""
ENDED_BEFORE_THE_LOOP = """
import os, signal, sys
from grounding import app
from grounding.base.home import Home
from grounding.window.front import Front

shown = Front.once_seen

def once_seen(front, work):
    shown(front, work)
    os.kill(os.getpid(), signal.SIGTERM)

Front.once_seen = once_seen
sys.exit(app.run(home=Home.chosen()))
"""


@pytest.fixture
def ended(runtime, monkeypatch):
    """Return a function that runs the program to its end, and tells the status and what it had to say."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))

    def run(code, *arguments):
        program = [sys.executable, "-c", code, *map(str, arguments)]
        done = subprocess.run(program, capture_output=True, text=True, check=False, timeout=60)
        return done.returncode, done.stderr

    return run


@pytest.mark.parametrize("moment", ["frameSwapped", "afterAnimating", "beforeRendering"])
@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_within_a_frame_lets_the_frame_be_drawn_first(ended, moment, by):
    assert ended(ENDED_IN_A_FRAME, moment, int(by)) == (0, "")


def test_a_signal_before_the_window_lives_ends_it_too(ended):
    assert ended(ENDED_BEFORE_THE_LOOP) == (0, "")
