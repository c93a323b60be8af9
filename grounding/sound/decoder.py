"""Any sound file turned into samples: Qt decodes, in a process of its own, whatever the computer may lack.

Importing it raises ImportError where libpulse is missing. What is no sound by its first bytes is never shown to Qt, and
Qt is given an open file rather than a name: nothing in it can send Qt to another file or to a network.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QFile, QIODevice, QTimer
from PySide6.QtMultimedia import QAudioDecoder, QAudioFormat

from grounding.base.failure import Failure
from grounding.sound.first_look import look_at

if TYPE_CHECKING:
    from pathlib import Path

    from grounding.sound.samples import Samples

RATE = 48_000
_STALL_MS = 3500
"""So long without a sample: it is refused."""
_MISSING_S = 0.5
"""So much less than a file says it has may be missing: the last packet, and what an encoder put before the first."""


def decode(path: Path, *, most_s: float) -> Samples:
    """Return the samples of a sound file, 48 kHz mono; no more than `most_s` seconds and a block of them.

    Raises:
        Failure: `clip-not-sound`, `clip-cut-off`, and as `first_look.look_at`.
    """
    look_at(path)
    return _Decoding(path, round(most_s * RATE)).samples()


class _Decoding:
    """One run of the decoder."""

    def __init__(self, path: Path, most: int) -> None:
        self._app = QCoreApplication.instance() or QCoreApplication([])
        self._path, self._most = path, most
        self._blocks: list[Samples] = []
        self._frames = 0
        self._file = QFile(str(path))
        self._decoder = QAudioDecoder()
        self._decoder.setAudioFormat(_format())
        self._decoder.setSourceDevice(self._file)
        self._stall = QTimer(singleShot=True, interval=_STALL_MS)
        self._failed = False
        self._told_s = 0.0

    def samples(self) -> Samples:
        self._file.open(QIODevice.OpenModeFlag.ReadOnly)
        self._decoder.bufferReady.connect(self._take)
        self._decoder.finished.connect(self._app.quit)
        self._decoder.error.connect(self._fail)
        self._stall.timeout.connect(self._fail)
        self._stall.start()
        QTimer.singleShot(0, self._decoder.start)
        self._app.exec()
        self._told_s = self._decoder.duration() / 1000  # -1 ms where it does not say
        self._decoder.stop()
        if self._failed or not self._blocks:
            raise Failure("clip-cut-off" if self._blocks else "clip-not-sound", path=self._path)
        if self._frames <= self._most and self._frames / RATE < self._told_s - _MISSING_S:
            raise Failure("clip-cut-off", path=self._path)
        return np.concatenate(self._blocks)

    def _take(self) -> None:
        self._stall.start()
        buffer = self._decoder.read()
        samples = np.frombuffer(bytes(buffer.constData()), dtype="<f4").astype(np.float32)
        self._blocks.append(np.nan_to_num(samples))
        self._frames += len(samples)
        if self._frames > self._most:
            self._app.quit()

    def _fail(self, *_told: object) -> None:
        self._failed = True
        self._app.quit()


def _format() -> QAudioFormat:
    form = QAudioFormat()
    form.setSampleRate(RATE)
    form.setChannelCount(1)
    form.setSampleFormat(QAudioFormat.SampleFormat.Float)
    return form
