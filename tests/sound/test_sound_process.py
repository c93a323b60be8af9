"""The sound process: private, without a display, and never left behind; wants pulseaudio."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from room import wait_until

from grounding.sound.state import Hearing

pytestmark = [
    pytest.mark.usefixtures("room"),
    pytest.mark.skipif(
        shutil.which("pulseaudio") is None, reason="wants pulseaudio: Debian's pulseaudio and pulseaudio-utils"
    ),
    pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="wants /proc: looks into the process from outside"),
]
PLAYS = """
import sys, time
from grounding.breath.course import Course
from grounding.breath.patterns import PATTERNS
from grounding.sound.performance import Performance
from grounding.sound.sound import Sound
sound = Sound(lambda state: print(state.hearing, sound._child and sound._child.pid, flush=True))
sound.on(Performance(breath=Course(pattern=PATTERNS["gentle"]), zero_s=time.monotonic()))
time.sleep(60)
"""


def alive(pid):
    """Whether a process runs; one that has ended and was not yet buried does not."""
    stat = Path(f"/proc/{pid}/stat")
    try:
        return stat.read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_the_end_of_the_window_is_the_end_of_the_sound_process(number):
    window = subprocess.Popen([sys.executable, "-c", PLAYS], stdout=subprocess.PIPE, text=True)
    with window.stdout as told:
        line = next(line for line in told if line.startswith("on"))
        child = int(line.split()[1])
        assert alive(child)
        window.send_signal(number)
        window.wait()
    wait_until(lambda: not alive(child), 2.0, "the end of the sound process")


def test_it_ends_on_sigterm_and_leaves_ctrl_c_to_the_window(asked, gentle):
    sound = asked()
    sound.sound.on(gentle())
    sound.wait_for(Hearing.ON)
    process = sound.sound._child._process
    os.kill(process.pid, signal.SIGINT)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=2) == -signal.SIGTERM


def test_it_opens_no_inet_socket_writes_no_file_dumps_no_core_and_wants_no_display(
    asked, gentle, tmp_path, monkeypatch
):
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "TMPDIR"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setenv("DISPLAY", ":nobody")
    monkeypatch.setenv("WAYLAND_DISPLAY", "nobody")
    monkeypatch.chdir(home)
    sound = asked()
    sound.sound.on(gentle())
    sound.wait_for(Hearing.ON)
    proc = Path(f"/proc/{sound.pid}")
    opened = [str(each.readlink()) for each in (proc / "fd").iterdir()]
    sockets = {each.removeprefix("socket:[").rstrip("]") for each in opened if each.startswith("socket:")}
    inet = [
        line.split()[9]
        for table in ("tcp", "tcp6", "udp", "udp6")
        for line in (proc / "net" / table).read_text().splitlines()[1:]
    ]
    assert sockets, "it does speak to the sound server"
    assert not sockets & set(inet)
    assert list(home.iterdir()) == []
    limits = (proc / "limits").read_text()
    assert next(line for line in limits.splitlines() if line.startswith("Max core")).split()[4:6] == ["0", "0"]
    assert "Umask:\t0077" in (proc / "status").read_text()
    assert not [name for name in (proc / "environ").read_text().split("\0") if name.startswith(("DISPLAY", "WAYLAND"))]


def test_a_bug_in_it_is_told_by_type_and_place_and_a_new_process_takes_over(asked, quick, caplog, monkeypatch):
    monkeypatch.setattr("grounding.sound.sound.RETRY_S", 0.5)
    sound = asked()
    sound.sound.on(quick)
    sound.wait_for(Hearing.ON)
    first = sound.pid
    sound.sound._child.say({"do": "perform", "gently": "a word of somebody's"})
    sound.wait_for(Hearing.SILENT, within_s=2.0)
    assert "KeyError at player.py" in caplog.text
    assert "somebody" not in caplog.text
    sound.wait_for(Hearing.ON, within_s=20.0)
    assert sound.pid != first


def test_one_that_stands_still_is_ended_and_told(asked, gentle, monkeypatch):
    monkeypatch.setattr("grounding.sound.sound.HUNG_S", 1.5)
    sound = asked()
    sound.sound.on(gentle())
    sound.wait_for(Hearing.ON)
    process = sound.sound._child._process
    wait_until(lambda: any(state.progress for state in sound.states), what="how far it is")
    process.send_signal(signal.SIGSTOP)
    sound.wait_for(Hearing.SILENT, within_s=5.0)
    assert process.wait(timeout=2) == -signal.SIGKILL
