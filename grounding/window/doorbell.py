"""One window for one home: a second start rings at the first and hands over what was asked."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCryptographicHash
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from collections.abc import Callable

ANSWER_MS = 1000
"""How long the first window may take to answer."""
_LONGEST = 4096
_THANKS = b"here"


class Doorbell:
    """A local socket, in the user's runtime folder, named by a hash of the home."""

    def __init__(self, home: Path) -> None:
        name = "grounding-" + _digest(os.fsencode(home))[:16]
        runtime = os.environ.get("XDG_RUNTIME_DIR")
        self._name = str(Path(runtime) / name) if runtime and Path(runtime).is_dir() else name
        self._server: QLocalServer | None = None
        self._rung: Callable[[dict[str, Any]], None] = lambda _asked: None

    def answer_or_ring(self, asked: dict[str, Any], rung: Callable[[dict[str, Any]], None]) -> bool:
        """Answer the bell from now on and return True; or, where another window answers, tell it and return False."""
        if self._ring(asked):
            return False
        self._rung = rung
        QLocalServer.removeServer(self._name)  # what a killed window left behind
        self._server = QLocalServer()
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._open)
        self._server.listen(self._name)
        return True

    def close(self) -> None:
        """Answer no more."""
        if self._server is not None:
            self._server.close()
            self._server = None

    def _ring(self, asked: dict[str, Any]) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(ANSWER_MS):
            return False
        socket.write(json.dumps(asked).encode() + b"\n")
        answered = socket.waitForReadyRead(ANSWER_MS) and bytes(socket.readAll().data()) == _THANKS
        socket.disconnectFromServer()
        return answered

    def _open(self) -> None:
        if self._server is None:
            return
        socket = self._server.nextPendingConnection()
        socket.setParent(self._server)
        socket.readyRead.connect(lambda: self._hear(socket))
        socket.disconnected.connect(socket.deleteLater)

    def _hear(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        try:
            asked = json.loads(bytes(socket.readLine().data()))
        except ValueError:
            socket.abort()
            return
        socket.write(_THANKS)
        socket.flush()
        if isinstance(asked, dict):
            self._rung(asked)


def _digest(data: bytes) -> str:
    """Return a hash in hex, by Qt, which is loaded already."""
    hashed = QCryptographicHash.hash(data, QCryptographicHash.Algorithm.Sha256)
    return bytes(hashed.toHex().data()).decode()
