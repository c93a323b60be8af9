"""Notices that nobody has touched the window for a while; meanwhile nothing ticks."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

STIRS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
        QEvent.Type.NativeGesture,
    }
)
"""What tells that somebody is there."""


class Idle(QObject):
    """Watches one window, or none; `still` is told once it has been so long without a key or a pointer."""

    still = Signal()

    def __init__(self, *, now_s: Callable[[], float], parent: QObject | None = None) -> None:
        """`now_s` counts sleep too, as the timer may not."""
        super().__init__(parent)
        self._now_s = now_s
        self._window: QObject | None = None
        self._patience_s = self._last_s = 0.0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)

    def watch(self, window: QObject, patience_s: float) -> None:
        """Watch a window from now on."""
        self.let_be()
        self._window, self._patience_s = window, patience_s
        window.installEventFilter(self)
        self._last_s = self._now_s()
        self._wait(patience_s)

    def let_be(self) -> None:
        """Watch nothing."""
        self._timer.stop()
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None

    def stir(self) -> None:
        """Take note that somebody is there, who may be back from a sleep of the computer."""
        if self._left_s() > 0:
            self._last_s = self._now_s()
        else:
            self.look()

    def look(self) -> None:
        """See whether it has been long enough; else look again when it will have been, if nobody stirs."""
        if self._window is None:
            return
        left_s = self._left_s()
        if left_s > 0:
            self._wait(left_s)
        else:
            self._last_s = self._now_s()
            self._wait(self._patience_s)
            self.still.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of a key or a pointer; everything goes on to the window."""
        if event.type() in STIRS:
            self.stir()
        return super().eventFilter(watched, event)

    def _left_s(self) -> float:
        return self._last_s + self._patience_s - self._now_s()

    def _wait(self, seconds: float) -> None:
        self._timer.start(ceil(seconds * 1000))
