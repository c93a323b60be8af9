"""Whether anybody is there: told by keys and pointers alone, by a clock that counts sleep, with nothing that ticks."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest

from grounding.window.idle import Idle


class Clock:
    def __init__(self):
        self.now_s = 1000.0

    def __call__(self):
        return self.now_s


@pytest.fixture
def window(application):
    window = QWindow()
    window.resize(200, 100)
    window.show()
    yield window
    window.destroy()
    application.processEvents()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def idle(clock, window):
    idle = Idle(now_s=clock)
    idle.watch(window, 120.0)
    yield idle
    idle.let_be()


@pytest.fixture
def stills(idle):
    heard = []
    idle.still.connect(lambda: heard.append(True))
    return heard


def test_it_is_still_after_so_long_and_not_a_moment_before(idle, stills, clock):
    clock.now_s += 119.9
    idle.look()
    assert stills == []
    clock.now_s += 0.2
    idle.look()
    assert stills == [True]


def key(window):
    QTest.keyClick(window, Qt.Key.Key_A)


def click(window):
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(3, 3))


def move(window):
    QTest.mouseMove(window, QPoint(5, 5))


@pytest.mark.parametrize("stirs", [key, click, move])
def test_a_key_or_a_pointer_begins_it_anew(idle, stills, clock, window, stirs):
    clock.now_s += 100
    stirs(window)
    clock.now_s += 100
    idle.look()
    assert stills == []
    clock.now_s += 21
    idle.look()
    assert stills == [True]


def test_what_the_window_does_by_itself_is_nobody(idle, stills, clock, window):
    clock.now_s += 100
    for kind in (QEvent.Type.Timer, QEvent.Type.UpdateRequest, QEvent.Type.WindowActivate, QEvent.Type.Leave):
        QGuiApplication.sendEvent(window, QEvent(kind))
    clock.now_s += 21
    idle.look()
    assert stills == [True]


def test_who_comes_back_after_the_computer_slept_is_met_by_it_at_once(stills, clock, window):
    clock.now_s += 8 * 3600
    key(window)
    assert stills == [True]


def test_keys_start_no_timer_and_stillness_has_one(idle, window, monkeypatch):
    started = []
    timer = idle._timer
    wait = idle._wait
    monkeypatch.setattr(idle, "_wait", lambda seconds: (started.append(seconds), wait(seconds)))
    for _ in range(500):
        key(window)
    assert started == []
    assert (timer.isActive(), timer.isSingleShot(), timer.interval()) == (True, True, 120_000)


def test_the_timer_itself_tells_it(application, window, qtbot):
    idle = Idle(now_s=time.monotonic)
    assert application
    with qtbot.waitSignal(idle.still, timeout=5000):
        idle.watch(window, 0.05)
    idle.let_be()


def test_a_window_that_is_let_be_is_not_watched(idle, stills, clock, window):
    idle.let_be()
    clock.now_s += 500
    key(window)
    idle.look()
    assert stills == []
    assert not idle._timer.isActive()


def test_the_window_gets_all_it_would_without_it(window, idle):
    got = []

    class Beside(QObject):
        def eventFilter(self, _watched, event):
            got.append(event.type())
            return False

    assert idle
    beside = Beside()
    window.removeEventFilter(idle)
    window.installEventFilter(beside)
    window.installEventFilter(idle)  # the one installed last is asked first
    key(window)
    assert QEvent.Type.KeyPress in got
    window.removeEventFilter(beside)
