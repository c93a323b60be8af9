"""A voice recorded from a microphone: its level told as it is spoken, kept when it is stopped, or not at all."""

from __future__ import annotations

import subprocess
import time

import numpy as np
import pytest
import soundfile
from hostile import voice
from room import wait_until
from strokes import RATE

from grounding.base.failure import Failure
from grounding.sound.child import LISTENING
from grounding.sound.errand import Errand
from grounding.sound.loudness import loudness_lufs


@pytest.fixture
def microphone(room):
    """A microphone that hears what is played in the room."""
    module = room.told("load-module", "module-remap-source", "master=room.monitor", "source_name=microphone")
    room.told("set-default-source", "microphone")
    yield room
    room.told("unload-module", module.strip())


@pytest.fixture
def record(tmp_path):
    """Return a function that begins to record; what came is in the lists it returns."""
    begun = []

    def begin(quiet_s=30.0):
        told, ended = [], []
        asked = {"to": str(tmp_path / "clips" / "take.flac"), "quiet_s": quiet_s}
        begun.append(Errand(LISTENING, asked, ended=ended.append, told=told.append))
        begun[-1].begin()
        return begun[-1], told, ended

    yield begin
    for each in begun:
        each.cancel()


def say(room, tmp_path, seconds):
    """Play something like speech into the room."""
    path = tmp_path / "said.wav"
    soundfile.write(path, voice(seconds=seconds, before_s=0.2, after_s=0.2), RATE, subtype="PCM_16")
    subprocess.run(["paplay", path], env=room.env, check=True)


def test_what_is_said_is_seen_as_it_is_said_and_kept_when_it_is_stopped(microphone, record, tmp_path):
    errand, told, ended = record()
    wait_until(lambda: told)
    say(microphone, tmp_path, 2.0)
    wait_until(lambda: max(each["level"] for each in told) > 0.05)
    errand.say({"do": "stop"})
    wait_until(lambda: ended)
    (how,) = ended
    assert not isinstance(how, Failure), how
    assert how["is"] == "kept"
    clip, rate = soundfile.read(tmp_path / "clips" / "take.flac")
    assert rate == RATE
    assert how["seconds"] == pytest.approx(len(clip) / RATE) == pytest.approx(2.2, abs=0.4)
    assert loudness_lufs(clip) == pytest.approx(-19.0, abs=0.5)
    seconds = [each["seconds"] for each in told]
    assert seconds == sorted(seconds)
    assert np.median(np.diff(seconds)) < 0.15


@pytest.mark.usefixtures("microphone")
def test_let_go_of_it_leaves_nothing(record, tmp_path):
    errand, told, ended = record()
    wait_until(lambda: told)
    errand.cancel()
    wait_until(lambda: ended)
    assert ended == [{"is": "cancelled"}]
    assert not (tmp_path / "clips").exists()


@pytest.mark.usefixtures("microphone")
def test_silence_is_told(record):
    errand, told, ended = record()
    wait_until(lambda: told)
    errand.say({"do": "stop"})
    wait_until(lambda: ended)
    assert ended[0].code == "clip-silent"


def test_a_voice_longer_than_its_quiet_is_told_with_both_lengths(microphone, record, tmp_path):
    errand, told, ended = record(quiet_s=1.0)
    wait_until(lambda: told)
    say(microphone, tmp_path, 1.5)
    errand.say({"do": "stop"})
    wait_until(lambda: ended)
    assert (ended[0].code, ended[0].facts["most"]) == ("clip-too-long", "1.0")
    assert float(ended[0].facts["seconds"]) == pytest.approx(1.7, abs=0.4)


@pytest.mark.usefixtures("no_server")
def test_without_a_microphone_it_is_told_within_two_seconds(record):
    began_s = time.monotonic()
    _errand, _told, ended = record()
    wait_until(lambda: ended)
    assert ended[0].code == "no-microphone"
    assert time.monotonic() - began_s < 5
