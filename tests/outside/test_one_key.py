"""The real program under one key of a real keyboard, which repeats itself while it is held."""

from __future__ import annotations

import subprocess
import time

import pytest
from screen import QUIET, until
from wanting import READER, wants

from grounding.base.letters import read_letters
from grounding.base.settings import Settings, write_settings
from grounding.breath.followed import BOUNCE_S
from grounding.window.one_key.one_key import HELD_S

pytestmark = [wants(*READER), pytest.mark.usefixtures("screen")]


def test_one_key_begins_breathes_chooses_and_stops(person, reader, start):
    person.home.mkdir(mode=0o700)
    settings = Settings(welcomed=True, one_key=True, one_key_ms=1500, pattern="own-pace")
    write_settings(person.home / "settings.json", settings)
    program = start(reader=reader)
    until(lambda: person.screen.front_pid() == program.pid)
    choose(person, reader, "Breathe now")
    reader.wait("label", "Hold the key", contains=True)
    tell(person, "keydown")
    reader.wait("push button", "Go on breathing", seconds=HELD_S + 12)
    tell(person, "keyup")
    assert reader.focused() == "Go on breathing"
    choose(person, reader, "Stop")
    reader.wait("push button", "Breathe now")
    choose(person, reader, "Settings")
    reader.wait("heading", "Look")
    assert program.end() == 0


def test_one_key_writes_what_is_searched_for(person, reader, start):
    assert person.says("journal", "add", "--region", "chest", "--note", "like bees").returncode == 0
    write_settings(person.home / "settings.json", Settings(welcomed=True, one_key=True, one_key_ms=1500))
    program = start(reader=reader)
    until(lambda: person.screen.front_pid() == program.pid)
    reader.press("page tab", "Journal")
    choose(person, reader, "Search")
    first, *_ = read_letters("en").rows
    for pressed in (" ".join(first), first[0], " ".join(first), first[2], "Delete", "Done"):
        choose(person, reader, pressed)
    assert reader.text("Search") == first[0]
    until(lambda: reader.focused() == "Print a page", seconds=10, why=reader.focused)
    assert program.end() == 0


def choose(person, reader, name):
    """Wait until the keyboard comes to it by itself, and press the one key."""
    until(lambda: reader.focused() == name, seconds=90, why=reader.focused)
    time.sleep(2 * BOUNCE_S)  # a key that goes down sooner after it went up has bounced, and presses nothing
    tell(person, "key")


def tell(person, what):
    """Press the one key, hold it, or lift it."""
    subprocess.run(["xdotool", what, "space"], env=person.screen.environment(), check=True, **QUIET)
