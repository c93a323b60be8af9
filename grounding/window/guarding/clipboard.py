"""The clipboard, lent a secret for a short while, and told to keep it out of its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QClipboard

LENT_FOR_MS = 60_000
_KEPT_OUT = {
    "x-kde-passwordManagerHint": b"secret",  # Klipper, and what has followed it
    "ExcludeClipboardContentFromMonitorProcessing": b"1",  # Windows
    "org.nspasteboard.ConcealedType": b"1",  # macOS, by agreement of its clipboard programs
}


class Clipboard(QObject):
    """Takes back what it has lent, if it is still there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lent = ""
        self._timer = QTimer(self, singleShot=True, interval=LENT_FOR_MS)
        self._timer.timeout.connect(self.take_back)

    def lend(self, secret: str) -> None:
        """Put a secret there, for a minute at most."""
        data = QMimeData()
        data.setText(secret)
        for kind, hint in _KEPT_OUT.items():
            data.setData(kind, hint)
        self._lent = secret
        self._clipboard.setMimeData(data)
        self._timer.start()

    def take_back(self) -> None:
        """Take back what is lent, unless something else was put there since."""
        self._timer.stop()
        if self._lent and self._clipboard.text() == self._lent:
            self._clipboard.clear()
        self._lent = ""

    @property
    def _clipboard(self) -> QClipboard:
        return QGuiApplication.clipboard()
