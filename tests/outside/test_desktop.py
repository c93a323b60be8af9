"""What the desktop tells over a real bus: the screen locks, the computer sleeps; and that sleep waits for the lock."""

from __future__ import annotations

import subprocess

import pytest
from desk import desk_on
from PySide6.QtDBus import QDBusConnection
from PySide6.QtTest import QTest
from screen import until
from wanting import wants

from grounding.window.desktop import Desktop

pytestmark = wants("dbus-daemon", "pyatspi")


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
    with desk_on(bus, alive) as logind:
        yield logind


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


def test_let_be_it_hears_nothing_until_it_listens_again(listening, on_bus, logind, left):
    other, heard = on_bus("there"), []
    other.leaves.connect(lambda: heard.append(True))
    other.listen()
    alive(lambda: other._path)
    listening.let_be()
    for each in ("sleep", "lock", "saver"):
        logind.tells(each)
    alive(lambda: len(heard) == 3)
    assert left == []
    listening.listen()
    alive(lambda: listening._path)
    logind.tells("lock")
    alive(lambda: left)
    assert left == [True]


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
