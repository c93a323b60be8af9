"""What a screen reader is asked to say while the orb breathes, and of what came of what was asked."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
import time
from pathlib import Path

import pytest
from secret import PASSPHRASE, lock_journal
from started import SYSTEM_PYTHON
from wanting import READER, wants

from grounding.base.settings import Settings, write_settings

pytestmark = [wants(*READER), pytest.mark.usefixtures("screen")]


@pytest.fixture
def heard(person, reader):  # noqa: ARG001 - the reader brings the bus
    """Return a queue of what is announced."""
    said = queue.SimpleQueue()
    environment = person.environment() | {"NO_AT_BRIDGE": "0", "DBUS_SESSION_BUS_ADDRESS": person.bus}
    command = [SYSTEM_PYTHON, str(Path(__file__).with_name("hearer.py"))]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as hearer:
        assert json.loads(hearer.stdout.readline()) == "ready"

        def listen():
            for line in hearer.stdout:
                said.put(json.loads(line))

        listening = threading.Thread(target=listen)
        listening.start()
        yield said
        hearer.terminate()
        listening.join(10)


def settings(person, *, announce):
    person.home.mkdir(mode=0o700, exist_ok=True)
    write_settings(person.home / "settings.json", Settings(welcomed=True, announce=announce))


def test_breath_and_words_are_announced_where_that_is_asked_for(person, reader, heard, start):
    settings(person, announce=True)
    start("--practice", "breathe", "--begin", reader=reader)
    said = []
    while not {"in", "out"} <= set(said):
        said.append(heard.get(timeout=20))
    assert said.index("in") < said.index("out")
    shown = reader.names("label")
    assert any(len(each.split()) > 2 and each in shown for each in said), said


def test_nothing_is_announced_where_it_is_not(person, reader, heard, start):
    settings(person, announce=False)
    start("--practice", "breathe", "--begin", reader=reader)
    for phase in ("in", "out", "in"):
        reader.wait("label", phase)
    assert heard.empty()


def test_another_look_is_announced_by_its_name(person, reader, heard, start, screen):
    settings(person, announce=False)
    start("--practice", "breathe", "--begin", reader=reader)
    reader.wait("push button", "Stop")
    for name in ("Wave.", "Dim.", "Circle."):
        screen.key("l")
        assert heard.get(timeout=20) == name


def test_that_sound_is_off_is_announced_too_where_that_is_asked_for(person, reader, heard, start):
    settings(person, announce=True)
    nobody = f"unix:{person.folder}/nobody-here"
    start("--practice", "breathe", "--begin", "--sound", "tone", reader=reader, PULSE_SERVER=nobody)
    ends_s = time.monotonic() + 15
    while heard.get(timeout=15) != "Sound is off for now; the circle goes on.":
        assert time.monotonic() < ends_s


def test_why_the_journal_did_not_open_is_announced_each_time(screen, person, reader, heard, start):
    lock_journal(person.home)
    settings(person, announce=False)
    start(reader=reader)
    reader.press("page tab", "Journal")
    reader.wait("password text", "Passphrase")
    for _ in range(2):
        screen.type(PASSPHRASE[:-1])
        screen.key("Return")
        assert heard.get(timeout=15) == "Opening…"
        assert heard.get(timeout=15).startswith("That passphrase does not open the journal")
