"""The loudspeaker: the one file of sound that knows Qt, loaded only in the sound process.

Importing it raises ImportError where libpulse is missing. Facts of QAudioSink it stands on (measured, Qt 6.11):
`setVolume`, `suspend` and `stop` click, so it is stopped only in silence; a dead server raises no signal, so frames
taken have to be watched; making a sink after the server died aborts the process, so the process ends instead.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QIODevice, QObject, QTimer, Signal
from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices, QtAudio

from grounding.base.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Callable

RATE = 48_000
_BYTES = 2
_BUFFER_MS = 120
"""With the 80 ms that the server keeps (see `child`): no hole at a load of five on two cores, where 60 and 60 had ten
in 10 s (measured). What is changed is heard so much later, which in a slow breath nobody notices."""
_TICK_MS = 50
_CLOSE_BUFFER_MS, _CLOSE_SERVER_MS, _CLOSE_TICK_MS = 40, 40, 20
"""Where somebody is followed: a key is heard after 80 ms at a null sink (175 ms with the others), and there was no hole
in 20 s at a load of eight on two cores (measured; 60 and 40 had 58)."""
SERVER_MS = "PULSE_LATENCY_MSEC"
"""libpulse looks here for what the server is to keep, each time a stream is opened."""
_ENDLESS = 1 << 20


class Loudspeaker(QObject):
    """The system's default output, 48 kHz mono 16 bits, and the loop of the process that owns it.

    Raises:
        Failure: `sound-unavailable` where there is no output, or no server.
    """

    _handed = Signal(object)

    def __init__(self) -> None:
        self._app = QCoreApplication.instance() or QCoreApplication([])
        super().__init__()
        device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            raise Failure("sound-unavailable", reason="no-device")
        self._sink = QAudioSink(device, _format())
        self._server_ms = os.environ.get(SERVER_MS, "")
        self._source: _Source | None = None
        self._timer = QTimer(self)
        self._handed.connect(lambda work: work())

    def start(self, read: Callable[[int], bytes], tick: Callable[[], None], *, close: bool) -> None:
        """Begin to take frames from `read(frames)`, counted from 0, and to call `tick` 20 times a second, or oftener.

        `close` takes them as late as can be, so that what is changed is soon heard.

        Raises:
            Failure: `sound-unavailable` where the output cannot be opened.
        """
        self._source = _Source(read)
        os.environ[SERVER_MS] = str(_CLOSE_SERVER_MS) if close else self._server_ms
        self._sink.setBufferSize(RATE * _BYTES * (_CLOSE_BUFFER_MS if close else _BUFFER_MS) // 1000)
        self._sink.start(self._source)
        if self._sink.error() != QtAudio.Error.NoError:
            raise Failure("sound-unavailable", reason="not-opened")
        self._timer = QTimer(self, interval=_CLOSE_TICK_MS if close else _TICK_MS)
        self._timer.timeout.connect(tick)
        self._timer.start()

    def stop(self) -> None:
        """Take no more frames; only in silence, for it clicks."""
        self._timer.stop()
        self._sink.stop()

    def taken(self) -> int:
        """Return how many frames the server has taken since `start`; it follows the device's own clock."""
        return int(self._sink.processedUSecs()) * RATE // 1_000_000

    def later(self, work: Callable[[], None]) -> None:
        """Have the loop's thread do `work`; may be called from any thread."""
        self._handed.emit(work)

    def run(self) -> None:
        """Run until `leave`."""
        self._app.exec()

    def leave(self) -> None:
        """End `run`."""
        self._app.quit()


class _Source(QIODevice):
    """What the sink pulls from; buffered, QIODevice would read 171 ms at a time."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        super().__init__()
        self._read = read
        self.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Unbuffered)

    def readData(self, most: int) -> bytes:
        return self._read(most // _BYTES)

    def writeData(self, _data: object, _length: int = 0) -> int:
        return -1

    def isSequential(self) -> bool:
        return True

    def bytesAvailable(self) -> int:
        return _ENDLESS


def _format() -> QAudioFormat:
    form = QAudioFormat()
    form.setSampleRate(RATE)
    form.setChannelCount(1)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return form
