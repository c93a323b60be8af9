"""The process that reads aloud: it says what it is told, in its time, or that the system has no voice."""

from __future__ import annotations

import subprocess
import sys

import pytest
from room import wait_until

from grounding.sound.child import SPEAKING
from grounding.sound.errand import Errand


@pytest.fixture
def speak():
    """Return a function that starts the process, and the lists of what it says."""
    if subprocess.run(
        [sys.executable, "-c", "import PySide6.QtTextToSpeech"], capture_output=True, check=False, timeout=60
    ).returncode:
        pytest.skip("wants libpulse: Qt's speech cannot be loaded without it")
    begun = []

    def begin(engine):
        told, ended = [], []
        begun.append(Errand(SPEAKING, {"engine": engine}, ended=ended.append, told=told.append))
        begun[-1].begin()
        return begun[-1], told, ended

    yield begin
    for each in begun:
        each.cancel()


def test_it_speaks_falls_quiet_and_leaves_what_it_was_saying_when_asked(speak):
    errand, told, _ended = speak("mock")
    errand.say({"do": "say", "text": "You might look around.", "language": "en", "volume": 1.0})
    wait_until(lambda: {"is": "speaking"} in told)
    wait_until(lambda: told[-1] == {"is": "quiet"})
    errand.say({"do": "say", "text": "A long sentence that goes on and on, " * 50, "language": "de", "volume": 0.5})
    wait_until(lambda: told[-1] == {"is": "speaking"})
    errand.say({"do": "hush"})
    wait_until(lambda: told[-1] == {"is": "quiet"}, within_s=3.0)


def test_a_system_without_that_voice_is_told_and_the_process_is_gone(speak):
    errand, told, ended = speak("no such engine")
    wait_until(lambda: ended)
    assert ended[0].code == "no-voice"
    assert not told
    errand.say({"do": "say", "text": "Anybody?", "language": "en", "volume": 1.0})


@pytest.mark.usefixtures("speak")
def test_it_speaks_as_loud_as_it_is_asked_to():
    script = """
from grounding.sound.speech import Speech
speech = Speech("mock")
for volume in (0.4, 1.0):
    speech.say("Here.", "en", volume)
    print(round(speech._voice.volume(), 3))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout.split() == ["0.4", "1.0"], done.stderr
