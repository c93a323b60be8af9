"""The one clock a sitting runs by, and how it notices that the computer slept."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

Seconds = Callable[[], float]


class SessionClock:
    """Seconds that only go forward, never stand on the wall clock, and do not count the computer's sleep."""

    def __init__(self, awake: Seconds | None = None, asleep_too: Seconds | None = None) -> None:
        self._awake = awake or _awake
        self._asleep_too = asleep_too or _asleep_too
        self._offset_s = self._asleep_too() - self._awake()

    def now_s(self) -> float:
        """Return seconds since some fixed moment, not counting sleep."""
        return self._awake()

    def through_sleep_s(self) -> float:
        """Return seconds since some fixed moment, sleep counted."""
        return self._asleep_too()

    def slept_s(self) -> float:
        """Return how long the computer has slept since the last time this was asked (0 or more)."""
        offset_s = self._asleep_too() - self._awake()
        slept_s, self._offset_s = offset_s - self._offset_s, offset_s
        return max(0.0, slept_s)


if sys.platform == "win32":
    import ctypes

    def _awake() -> float:
        ticks = ctypes.c_ulonglong()
        ctypes.windll.kernelbase.QueryUnbiasedInterruptTimePrecise(ctypes.byref(ticks))  # kernel32 has it not
        return ticks.value / 1e7

    _asleep_too = time.monotonic
elif sys.platform == "linux":
    _awake = time.monotonic

    def _asleep_too() -> float:
        return time.clock_gettime(time.CLOCK_BOOTTIME)
else:
    _awake = time.monotonic

    def _asleep_too() -> float:
        return time.clock_gettime(time.CLOCK_MONOTONIC)
