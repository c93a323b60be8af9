"""What the desktop tells over a real bus: the screen locks, the computer sleeps; and that sleep waits for the lock."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection
from PySide6.QtTest import QTest
from screen import until
from started import SYSTEM_PYTHON
from wanting import wants

from grounding.window.desktop import Desktop

pytestmark = wants("dbus-daemon", "pyatspi")
LOGIND = Path(__file__).with_name("logind.py")


class Logind:
    """A logind, and a screen saver, on a bus of their own."""

    def __init__(self, address):
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "bufsize": 0}
        environment = os.environ | {"DBUS_SESSION_BUS_ADDRESS": address}
        self.process = subprocess.Popen([SYSTEM_PYTHON, str(LOGIND)], env=environment, **pipes)
        os.set_blocking(self.process.stdout.fileno(), False)
        self._said = b""
        self.waits_for("ready")

    def tells(self, what):
        self.process.stdin.write(f"{what}\n".encode())

    def said(self):
        self._said += self.process.stdout.read() or b""
        return self._said.decode().splitlines()

    def waits_for(self, line):
        """Wait until it has said so; what it said before is over with."""
        alive(lambda: line in self.said())
        self._said = b""


def alive(holds):
    """Wait, with the window's life going on, until something holds."""
    until(lambda: (QTest.qWait(5), holds())[1])


@pytest.fixture
def bus(tmp_path):
    command = ["dbus-daemon", "--session", "--nofork", f"--address=unix:path={tmp_path}/bus", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        yield daemon.stdout.readline().strip()
        daemon.terminate()


@pytest.fixture
def logind(bus):
    logind = Logind(bus)
    with logind.process:
        yield logind
        logind.process.terminate()


@pytest.fixture
def on_bus(qapp, bus):
    """Return a function that makes a desktop which hears what is on the bus."""
    assert qapp
    made = {}

    def make(name):
        ours = QDBusConnection.connectToBus(bus, f"{name} {bus}")
        made[name] = Desktop(session=lambda: ours, system=lambda: ours)
        return made[name]

    yield make
    for name, desktop in made.items():
        desktop.let_be()
        QDBusConnection.disconnectFromBus(f"{name} {bus}")


@pytest.fixture
def desktop(on_bus):
    return on_bus("here")


@pytest.fixture
def left(desktop):
    heard = []
    desktop.leaves.connect(lambda: heard.append(True))
    return heard


@pytest.fixture
def listening(desktop, logind):
    """Return the desktop, listening, with all that it asks answered."""
    desktop.listen()
    alive(lambda: desktop._path and desktop._delay is not None)
    logind.waits_for("Inhibit sleep")
    return desktop


@pytest.mark.parametrize("tells", ["sleep", "lock", "saver"])
def test_it_hears_that_nobody_will_be_there(listening, logind, left, tells):
    assert listening
    logind.tells(tells)
    alive(lambda: left)
    assert left == [True]


def test_waking_up_and_being_seen_again_are_no_leaving(listening, logind, left):
    assert listening
    logind.tells("seen")
    logind.tells("wake")
    logind.waits_for("Inhibit sleep")  # sleep is to wait the next time too
    logind.tells("lock")
    alive(lambda: left)
    assert left == [True]


def test_sleep_waits_until_it_is_let(listening, logind, left):
    logind.tells("sleep")
    alive(lambda: left)
    assert "closed" not in logind.said()
    listening.let_sleep()
    logind.waits_for("closed")


def test_let_be_it_hears_nothing_and_keeps_nothing_waiting(listening, on_bus, logind, left):
    other, heard = on_bus("there"), []
    other.leaves.connect(lambda: heard.append(True))
    other.listen()
    alive(lambda: other._path)
    listening.let_be()
    logind.waits_for("closed")
    for each in ("sleep", "lock", "saver"):
        logind.tells(each)
    alive(lambda: len(heard) == 3)
    listening.listen()
    alive(lambda: listening._delay is not None)
    assert left == []


def test_where_nobody_answers_on_the_bus_nothing_happens(desktop, left):
    desktop.listen()
    alive(lambda: not desktop._asked)
    assert (desktop._path, desktop._delay, left) == ("", None, [])


def test_where_there_is_no_bus_nothing_happens(qapp, left):
    assert qapp
    none = QDBusConnection("there is none of this name")
    desktop = Desktop(session=lambda: none, system=lambda: none)
    desktop.listen()
    desktop.let_be()
    assert left == []
