"""Where there is no sound the window is told once, in time; before it is asked for, nothing of it is there."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from grounding.base.wording import Wording
from grounding.sound.state import Hearing

HIDES = """
import sys
class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name == "PySide6.QtMultimedia":
            raise ImportError("libpulse-mainloop-glib.so.0: cannot open shared object file")
sys.meta_path.insert(0, Hidden())
"""
HEAVY = ("numpy", "pydub", "PySide6", "audioop", "multiprocessing", "asyncio")


def test_the_window_side_is_the_standard_library_alone():
    source = (
        "import sys; import grounding.sound.sound, grounding.sound.performance, grounding.sound.state; "
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_a_sound_that_was_never_on_starts_neither_thread_nor_process(asked, gentle):
    sound = asked()
    sound.sound.perform(gentle())
    sound.sound.off()
    assert sound.sound._thread is None
    assert sound.sound._child is None
    assert not sound.states


@pytest.mark.usefixtures("no_server")
@pytest.mark.parametrize("lacks", ["server", "library"])
def test_without_server_or_library_it_is_silent_within_two_seconds_and_says_why(
    lacks, asked, gentle, tmp_path, monkeypatch
):
    if lacks == "library":
        (tmp_path / "sitecustomize.py").write_text(HIDES)
        monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    sound = asked()
    sound.sound.on(gentle())
    sound.wait_for(Hearing.SILENT, within_s=2.0)
    assert sound.hearings() == [Hearing.STARTING, Hearing.SILENT]
    failure = sound.states[-1].failure
    assert failure.code == "sound-unavailable"
    assert failure.facts["reason"] == "no-multimedia" if lacks == "library" else failure.facts["reason"]
    assert Wording().sentence(failure) == "Sound is off for now; the circle goes on."


@pytest.mark.usefixtures("no_server")
def test_off_after_silence_is_off_and_no_process_is_left(asked, gentle):
    sound = asked()
    sound.sound.on(gentle())
    sound.wait_for(Hearing.SILENT)
    sound.sound.perform(gentle(held_s=3.0))
    sound.sound.off()
    sound.wait_for(Hearing.OFF)
    assert sound.sound._child is None


@pytest.mark.usefixtures("no_server")
def test_no_call_keeps_the_window_waiting(asked, gentle):
    sound = asked()
    performance = gentle()
    slowest_s = 0.0
    for call in (sound.sound.on, sound.sound.perform, lambda _: sound.sound.off(), sound.sound.on):
        before_s = time.perf_counter()
        call(performance)
        slowest_s = max(slowest_s, time.perf_counter() - before_s)
    assert slowest_s < 0.05
