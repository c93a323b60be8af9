"""`grounding FILE.practice`: the window opens with it, and a second start hands it over to the first window."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest
from given_files import TEXT, given
from screen import until
from started import ROOT, Person, Program

from grounding.base.settings import Settings, write_settings
from grounding.practice.giving.shelving import OPENED
from grounding.window.along.double_click import offer

RAISED = "This plugin does not support raise()\n"
"""What Qt says where there is no screen and a window is brought forward."""


@pytest.fixture
def person(tmp_path):
    return Person(tmp_path)


def opened(person):
    """What lies beside the shelf, read and not yet taken."""
    return {path.parent.name: path.read_text() for path in (person.home / "practices" / OPENED).glob("*/practice.toml")}


def test_named_at_the_start_it_is_read_and_a_second_start_brings_the_next_one(person, tmp_path):
    first, second = given(tmp_path / "first"), given(tmp_path / ("a longer name é 日 " * 6))
    person.home.mkdir(mode=0o700)
    write_settings(person.home / "settings.json", Settings(welcomed=True))
    with contextlib.closing(Program(person, str(first))) as program:
        until(lambda: opened(person))
        (one,) = opened(person)
        done = person.says(os.path.relpath(second, ROOT))
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        until(lambda: opened(person) and one not in opened(person))
        assert program.end() == 0
        assert program.said() == RAISED
        assert not opened(person)


def test_what_is_no_practice_file_by_its_name_is_no_command_either(person):
    done = person.says("letter.txt")
    assert done.returncode == 2
    assert done.stderr.startswith("usage: grounding")
    assert not Path(person.home).exists()


@pytest.mark.skipif(not shutil.which("gio"), reason="wants gio: libglib2.0-bin")
def test_what_the_desktop_would_run_opens_it(person, tmp_path, monkeypatch):
    """Written as the settings would, and launched as a double click would."""
    data = tmp_path / "data"
    monkeypatch.setenv("XDG_DATA_HOME", str(data))
    home = tmp_path / 'home "of mine" 50 % $x'
    home.mkdir(mode=0o700)
    write_settings(home / "settings.json", Settings(welcomed=True))
    offer(home)
    path = given(tmp_path / "given to me")
    launch = ["gio", "launch", str(data / "applications" / "grounding-practice.desktop"), str(path)]
    environment = person.environment() | {"XDG_DATA_HOME": str(data), "PYTHONPATH": str(ROOT)}
    person.home = home
    subprocess.run(launch, check=True, timeout=60, env=environment)
    until(lambda: opened(person))
    (text,) = opened(person).values()
    assert text == TEXT
    for pid in named(home):
        os.kill(pid, signal.SIGTERM)
    until(lambda: not named(home))


def named(home):
    """The processes that have been started for this home."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            if str(home).encode() in path.read_bytes().split(b"\0"):
                found.append(int(path.parent.name))
    return found
