"""With sound off the running program has nothing of sound in it, and starts no second process."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from screen import until
from started import Program

pytestmark = pytest.mark.skipif(
    not Path("/proc/thread-self/children").exists(),
    reason="NOT SHOWN HERE: wants a /proc that tells of child processes",
)
HEAVY = ("numpy", "pydub", "soundfile", "audioop", "PySide6.QtMultimedia", "PySide6.QtTextToSpeech")
TELLING = f"""
import json, os, sys, threading, time
from pathlib import Path
def children():
    return sum((path.read_text().split() for path in Path("/proc/self/task").glob("*/children")), [])
def tell():
    ends_s = None
    while not (others := children()) and (ends_s is None or time.monotonic() < ends_s):
        time.sleep(0.01)
        if ends_s is None and "grounding.window.breathing.run" in sys.modules:
            ends_s = time.monotonic() + float(os.environ["LOOKS_S"])
    maps = Path("/proc/self/maps").read_text()
    loaded = [name for name in {HEAVY!r} if name in sys.modules]
    mapped = [name for name in ("numpy", "Qt6Multimedia", "libpulse", "sndfile") if name in maps]
    print(json.dumps({{"loaded": loaded, "mapped": mapped, "others": len(others)}}), flush=True)
threading.Thread(target=tell, daemon=True).start()
from grounding.cli import main
sys.exit(main())
"""


@pytest.fixture
def told(person):
    """Return a function that runs the program, and tells what it has in it after so long, or once it has a process."""
    programs = []

    def run(*arguments, looks_s):
        programs.append(Program(person, *arguments, code=TELLING, LOOKS_S=str(looks_s)))
        until(lambda: programs[-1].said().strip())
        return json.loads(programs[-1].said())

    yield run
    for program in programs:
        program.close()


def test_breathing_in_silence_nothing_of_sound_is_loaded_and_no_other_process_runs(told):
    assert told("--practice", "breathe", "--begin", looks_s=3) == {"loaded": [], "mapped": [], "others": 0}


def test_the_control_with_sound_another_process_runs_and_all_that_is_loaded_is_loaded_there(told):
    # Where there is no sound server the process is there for a moment only; it is tried again every five seconds.
    with_sound = told("--practice", "breathe", "--begin", "--sound", "tone", looks_s=18)
    assert with_sound == {"loaded": [], "mapped": [], "others": 1}
