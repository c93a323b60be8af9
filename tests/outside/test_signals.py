"""Being ended by the system is a clean end, and a second start finds the first."""

from __future__ import annotations

import signal

import pytest
from screen import until
from wanting import READER, wants

from grounding.base.settings import Settings, write_settings

pytestmark = wants(*READER)
LINE = "warm like a stone in the sun"


@pytest.fixture
def welcomed(person):
    write_settings(person.home / "settings.json", Settings(welcomed=True))
    return person


def begin_and_type(reader, screen):
    """Begin the check-in of the main practice and type a note that is not kept."""
    reader.press("push button", "Begin")
    while not reader.there("push button", "Say it here"):
        reader.press("push button", "Next")
    reader.press("push button", "Say it here")
    reader.focus("text", "What is underneath")
    screen.type(LINE)


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT])
def test_ended_by_a_signal_it_ends_cleanly_and_keeps_what_was_typed(screen, welcomed, reader, start, by):
    program = start(reader=reader)
    begin_and_type(reader, screen)
    until(lambda: reader.text("What is underneath") == LINE)
    assert program.end(by) == 0
    assert welcomed.journal() == []
    start(reader=reader)
    reader.wait("label", "Something unfinished is here")
    assert LINE not in reader.tree()
    reader.press("push button", "Open")
    reader.wait("text", "What is underneath")
    assert reader.text("What is underneath") == LINE


def test_a_second_start_brings_the_first_forward_and_hands_over_what_was_asked(screen, welcomed, reader, start):
    first = start(reader=reader)
    reader.wait("push button", "Begin")
    other = start(GROUNDING_HOME=f"{welcomed.home} of somebody else")
    until(lambda: screen.front_pid() == other.pid)
    second = start("--practice", "breathe", "--begin")
    assert second.over() == 0
    reader.wait("push button", "Stop")
    until(lambda: screen.front_pid() == first.pid)
    assert first.running()


@pytest.mark.usefixtures("screen", "welcomed")
def test_a_killed_window_does_not_keep_the_next_one_away(reader, start):
    first = start(reader=reader)
    reader.wait("push button", "Begin")
    first.kill()
    start(reader=reader)
    reader.wait("push button", "Begin")
