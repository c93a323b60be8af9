"""Locking as it is lived with: the program begins anew, with no word in its memory, and nobody is startled by it."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk import desk_on
from memory import found_in_memory
from screen import until
from secret import PASSPHRASE, lock_journal
from wanting import READER, wants

from grounding.base.settings import Settings, write_settings
from grounding.body.region import Region
from grounding.body.report import Report
from grounding.body.sensation import Sensation
from grounding.journal.entry import new_entry

pytestmark = wants(*READER)
LINE = "warm like a stone in the evening sun"
NOTE = "where the collar was, on the left"
LOCKED = ("heading", "Your journal is locked")
SOON = """
import sys
import grounding.window.guarding.lock_up
grounding.window.guarding.lock_up.MINUTE_S = 1.5
from grounding.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def somebody(person):
    """Somebody whose journal has a passphrase and an entry."""
    chest = Sensation(region=Region.CHEST, words=("tight",), note=NOTE)
    lock_journal(person.home, new_entry("slow-down", Report(line=LINE, sensations=(chest,))))
    write_settings(person.home / "settings.json", Settings(welcomed=True, lock_minutes=2))
    return person


def unlock(reader, screen, typed=lambda: None):
    """Go to the journal, unlock it by the keyboard, and read the entry; `typed` is called with all of it typed."""
    reader.press("page tab", "Journal")
    reader.wait(*LOCKED)
    reader.wait("password text", "Passphrase")
    screen.type(PASSPHRASE)
    typed()
    screen.key("Return")
    reader.press("push button", reader.wait("push button", LINE, contains=True))
    reader.wait("label", NOTE, contains=True)


def begun_anew(program):
    """Return whether it is the same process, and another program."""
    return "--again" in Path(f"/proc/{program.pid}/cmdline").read_text().split("\0")


@pytest.mark.usefixtures("somebody")
def test_after_locking_no_word_and_no_passphrase_is_in_the_memory_of_the_process(screen, reader, start):
    program = start(reader=reader)
    reader.wait("push button", "Begin")
    assert not found_in_memory(program.pid, LINE)

    def finds(words):
        until(lambda: found_in_memory(program.pid, words))  # so the search would find them

    unlock(reader, screen, typed=lambda: finds(PASSPHRASE))
    finds(LINE)
    finds(NOTE)
    screen.key("ctrl+l")
    until(lambda: begun_anew(program))
    reader.wait(*LOCKED)
    assert program.running()
    for words in (LINE, NOTE, PASSPHRASE):
        assert found_in_memory(program.pid, words) == 0
    unlock(reader, screen)
    assert program.end() == 0


def test_a_window_in_the_background_locks_there_and_comes_before_no_other(screen, somebody, reader, start):
    program = start(reader=reader, code=SOON)
    unlock(reader, screen)
    other = start(GROUNDING_HOME=f"{somebody.home} of somebody else")
    until(lambda: screen.front_pid() == other.pid)
    until(lambda: begun_anew(program))
    reader.wait(*LOCKED)
    assert screen.front_pid() == other.pid
    assert (program.end(), other.end()) == (0, 0)


def test_it_locks_before_the_computer_sleeps_which_waits_for_it(screen, somebody, reader, start):
    with desk_on(somebody.bus) as desk:
        program = start(reader=reader, DBUS_SYSTEM_BUS_ADDRESS=somebody.bus)
        unlock(reader, screen)
        desk.waits_for("Inhibit sleep")
        desk.tells("sleep")
        desk.waits_for("closed")
        assert begun_anew(program)
        assert found_in_memory(program.pid, LINE) == 0
        reader.wait(*LOCKED)


@pytest.mark.usefixtures("somebody")
def test_what_is_half_typed_is_there_again_after_locking_and_unlocking(screen, reader, start):
    program = start(reader=reader)
    unlock(reader, screen)
    reader.press("page tab", "Practice")
    reader.press("push button", "Begin")
    while not reader.there("push button", "Say it here"):
        reader.press("push button", "Next")
    reader.press("push button", "Say it here")
    reader.focus("text", "What is underneath")
    screen.type("as if held")
    screen.key("ctrl+l")
    until(lambda: reader.text("What is underneath") == "as if held")  # never while a sitting runs
    assert not begun_anew(program)
    program.end()
    program = start(reader=reader)
    unlock(reader, screen)
    reader.press("page tab", "Practice")
    reader.press("push button", "Open")
    reader.wait("text", "What is underneath")
    screen.key("ctrl+l")
    until(lambda: begun_anew(program))
    reader.wait("push button", "Begin")
    assert not reader.there("label", "Something unfinished is here")
    assert found_in_memory(program.pid, "as if held") == 0
    unlock(reader, screen)
    reader.press("page tab", "Practice")
    reader.press("push button", "Open")
    reader.wait("text", "What is underneath")
    assert reader.text("What is underneath") == "as if held"


@pytest.mark.usefixtures("somebody")
def test_the_window_comes_back_where_it_was(screen, reader, start):
    program = start(reader=reader)
    unlock(reader, screen)
    window = screen.told("xdotool", "getactivewindow").strip()
    screen.told("xdotool", "windowsize", "--sync", window, "900", "640")
    screen.told("xdotool", "windowmove", "--sync", window, "77", "55")
    before = place(screen)
    screen.key("ctrl+l")
    until(lambda: begun_anew(program))
    reader.wait(*LOCKED)
    until(lambda: screen.front_pid() == program.pid)
    until(lambda: place(screen) == before, why=lambda: f"{before}, then {place(screen)}")


def place(screen):
    """Return where the window in front is, and how large."""
    told = screen.told("xdotool", "getactivewindow", "getwindowgeometry", "--shell")
    return {line for line in told.splitlines() if line.startswith(("X=", "Y=", "WIDTH=", "HEIGHT="))}
