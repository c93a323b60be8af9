"""One window for one home: a second start rings at the first and hands over what was asked."""

from __future__ import annotations

import contextlib
import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCryptographicHash
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from grounding.base.failure import Failure
from grounding.journal.alone import alone

if TYPE_CHECKING:
    from collections.abc import Callable

ANSWER_MS = 5000
"""How long the first window may take to answer."""
_LOOK_S = 0.05
_LOCK = ".window"
_LONGEST = 32768
"""A path of 4096 letters, each as JSON writes it at its longest, and what else may be asked."""
_THANKS = b"here"


class Doorbell:
    """A local socket, in the user's runtime folder, named by a hash of the home."""

    def __init__(self, home: Path) -> None:
        self._home = Path(os.path.realpath(home))
        name = "grounding-" + _digest(os.fsencode(self._home))[:16]
        runtime = os.environ.get("XDG_RUNTIME_DIR")
        self._name = str(Path(runtime) / name) if runtime and Path(runtime).is_dir() else name
        self._held = contextlib.ExitStack()
        """That the home is this window's, as the system knows it: a bell may be out of reach, or not answered."""
        self._server: QLocalServer | None = None
        self._rung: Callable[[dict[str, Any]], None] = lambda _asked: None

    def answer_or_ring(self, asked: dict[str, Any], rung: Callable[[dict[str, Any]], None]) -> bool:
        """Answer the bell from now on and return True; or, where another window answers, tell it and return False.

        Raises:
            Failure: `window-silent` where there is another window, and it does not answer.
        """
        until_s = time.monotonic() + ANSWER_MS / 1000
        while not self._alone():
            if self._ring(asked):
                return False
            if time.monotonic() >= until_s:
                raise Failure("window-silent", home=self._home)
            time.sleep(_LOOK_S)  # it may be about to hang up its bell
        if self._ring(asked):  # where a disk has no locks the bell alone tells
            self._held.close()
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
        self._held.close()

    def _alone(self) -> bool:
        """Whether no other window has this home; one that cannot be locked keeps nobody out."""
        try:
            self._held.enter_context(alone(self._home, lock=_LOCK))
        except Failure as failure:
            return failure.code != "journal-busy"
        return True

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
