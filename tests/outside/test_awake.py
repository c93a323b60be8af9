"""Whether the desktop is asked to leave the screen on: while a sitting runs, and only then."""

from __future__ import annotations

import queue
import subprocess
import threading
from pathlib import Path

import pytest
from started import SYSTEM_PYTHON
from wanting import READER, wants

pytestmark = [wants(*READER), pytest.mark.usefixtures("screen")]


@pytest.fixture(params=["", "--mute"])
def told(request, person, reader):  # noqa: ARG001 - the reader brings the bus
    """Return a function that waits for what the desktop's screen saver tells next."""
    lines = queue.SimpleQueue()
    environment = person.environment() | {"DBUS_SESSION_BUS_ADDRESS": person.bus}
    command = [SYSTEM_PYTHON, str(Path(__file__).with_name("screensaver.py")), request.param]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as desktop:

        def listen():
            for line in desktop.stdout:
                lines.put(line.strip())

        listening = threading.Thread(target=listen)
        listening.start()
        assert lines.get(timeout=20) == "ready"
        yield lambda: lines.get(timeout=20)
        desktop.terminate()
        listening.join(10)


def test_while_a_sitting_runs_the_screen_stays_on_and_only_then(reader, start, told):
    program = start(reader=reader)
    reader.press("push button", "Breathe now")
    assert told() == "held by grounding"
    reader.press("push button", "Pause")
    assert told() == "free"
    reader.press("push button", "Resume")
    assert told() == "held by grounding"
    reader.press("push button", "Stop")
    assert told() == "free"
    reader.press("push button", "Breathe now")
    assert told() == "held by grounding"
    assert program.end() == 0
    assert told() == "free"
