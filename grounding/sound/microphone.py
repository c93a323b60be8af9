"""The microphone, in the process that records a voice; the last of the files of sound that know Qt.

Importing it raises ImportError where libpulse is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QIODevice, QObject, QTimer, Signal
from PySide6.QtMultimedia import QAudioFormat, QAudioSource, QMediaDevices, QtAudio

from grounding.base.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.sound.samples import Samples

RATE = 48_000
_DEAF_MS = 4000
"""So long without a sample: there is no microphone behind the name."""


class Microphone(QObject):
    """The system's default input, 48 kHz mono, and the loop of the process that owns it.

    Raises:
        Failure: `no-microphone`.
    """

    _handed = Signal(object)

    def __init__(self) -> None:
        self._app = QCoreApplication.instance() or QCoreApplication([])
        super().__init__()
        device = QMediaDevices.defaultAudioInput()
        if device.isNull():
            raise Failure("no-microphone")
        self._source = QAudioSource(device, _format())
        self._stream: QIODevice | None = None
        self._deaf = QTimer(self, singleShot=True, interval=_DEAF_MS)
        self._deaf.timeout.connect(self.leave)
        self._handed.connect(lambda work: work())

    def record(self, hear: Callable[[Samples], None]) -> None:
        """Hand each piece of what is said to `hear` until `leave` is called, or nothing more comes.

        Raises:
            Failure: `no-microphone` where the input cannot be opened.
        """
        self._stream = self._source.start()
        if self._stream is None or self._source.error() != QtAudio.Error.NoError:
            raise Failure("no-microphone")

        def take() -> None:
            assert self._stream is not None
            data = bytes(self._stream.readAll().data())
            if data:
                self._deaf.start()
                hear((np.frombuffer(data[: len(data) // 2 * 2], dtype="<i2") / 32768).astype(np.float32))

        self._stream.readyRead.connect(take)
        self._deaf.start()
        self._app.exec()
        self._source.stop()

    def later(self, work: Callable[[], None]) -> None:
        """Have the loop's thread do `work`; may be called from any thread."""
        self._handed.emit(work)

    def leave(self) -> None:
        """End `record`."""
        self._app.quit()


def _format() -> QAudioFormat:
    form = QAudioFormat()
    form.setSampleRate(RATE)
    form.setChannelCount(1)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return form
