"""A long sitting in the real window takes nothing with it: not memory, and not the references of None and True.

PySide6 6.12.0 on Python 3.10 and 3.11 loses one reference of None in each call of a Qt method that returns nothing, and
one of True in each signal: the program aborts within seconds of breathing. From Python 3.12 on the two never die.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QMetaObject, Qt
from PySide6.QtTest import QTest

FRAMES = 52_000
WARM = 4_000
STRAY = 1_500
"""References that come and go by themselves."""
GROWTH_KB = 6_000


def memory_kb():
    """Return what the process holds in memory, where the system tells."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmRSS"))


def breathe(person, frames):
    for frame in range(frames):
        person.hand.awake_s += 0.016
        QMetaObject.invokeMethod(person.run, "look", Qt.ConnectionType.DirectConnection)  # as QML does
        if frame % 40 == 0:
            QTest.qWait(0)
    gc.collect()


def test_fifty_thousand_frames_leave_nothing_behind(person):
    person.key(Qt.Key.Key_Space)
    breathe(person, WARM)
    before = sys.getrefcount(None), sys.getrefcount(True), memory_kb()
    breathe(person, FRAMES)
    after = sys.getrefcount(None), sys.getrefcount(True), memory_kb()
    assert person.run.running
    assert abs(after[0] - before[0]) < STRAY
    assert abs(after[1] - before[1]) < STRAY
    assert after[2] - before[2] < GROWTH_KB
