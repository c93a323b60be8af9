"""The real program, as a person meets it: a process, a screen, keys, and a screen reader."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # for the helpers beside the tests

from screen import showing
from started import Person, Program, reading

HARMLESS = (
    'AtSpiAdaptor::applicationInterface does not implement "GetApplicationBusAddress"',
    "qt.accessibility.atspi: Could not find accessible on path",
)
"""What Qt says of newer accessibility buses, and of a screen reader that asks about what has gone just then."""


@pytest.fixture
def screen(tmp_path):
    with showing(tmp_path / "screen") as screen:
        screen.told("xdotool", "mousemove", "0", "0")
        yield screen


@pytest.fixture
def person(tmp_path, request):
    """Return somebody with a home of their own; they have a screen if the test has."""
    shown = request.getfixturevalue("screen") if "screen" in request.fixturenames else None
    return Person(tmp_path, shown)


@pytest.fixture
def reader(person):
    with reading(person) as reader:
        yield reader


@pytest.fixture
def start(person):
    """Return a function that starts the program; at the end none runs, and none has said a word it should not."""
    programs = []

    def started(*arguments, reader=None, **more):
        program = Program(person, *arguments, **more)
        programs.append(program)
        if reader:
            reader.pid = program.pid
        return program

    yield started
    said = [line for program in programs for line in program.said().splitlines()]
    for program in programs:
        program.close()
    assert [line for line in said if not any(each in line for each in HARMLESS)] == []
