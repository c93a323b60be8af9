"""A signal to end is a clean exit: the event loop is woken, without a timer that ticks for it."""

from __future__ import annotations

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication


class Ending(QObject):
    """Ends the application when one of the signals comes."""

    def __init__(self, *signals: int) -> None:
        super().__init__()
        self._here, self._there = socket.socketpair()
        self._here.setblocking(False)
        self._there.setblocking(False)
        signal.set_wakeup_fd(self._there.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._end)
        for each in signals:
            signal.signal(each, lambda *_: None)

    def _end(self) -> None:
        self._here.recv(64)
        QGuiApplication.quit()
