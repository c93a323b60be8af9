"""A signal to end is a clean exit: the event loop is woken, without a timer that ticks for it."""

from __future__ import annotations

import os
import signal

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication


class Ending(QObject):
    """Ends the application when one of the signals comes; where a pipe cannot be waited on (Windows), when it can."""

    def __init__(self, *signals: int) -> None:
        super().__init__()
        for each in signals:
            signal.signal(each, lambda *_: self.end())
        if os.name != "posix":
            return
        self._here, self._there = os.pipe()
        os.set_blocking(self._here, False)
        os.set_blocking(self._there, False)
        signal.set_wakeup_fd(self._there, warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._here, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)

    def end(self) -> None:
        """End the application from within its event loop: a signal may come while a frame is drawn, or too early."""
        QTimer.singleShot(0, self, QGuiApplication.quit)

    def _wake(self) -> None:
        """Read what came; being in Python again is enough for the signal's own handler to run."""
        os.read(self._here, 64)
