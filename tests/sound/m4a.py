"""Writes three seconds of a tone as M4A, as a phone would, with Qt's own encoder: `m4a.py OUT`."""

from __future__ import annotations

import sys

RATE = 48_000


def main():
    import numpy as np
    from PySide6 import QtMultimedia as Media
    from PySide6.QtCore import QCoreApplication, QTimer, QUrl

    application = QCoreApplication([])
    form = Media.QAudioFormat()
    form.setSampleRate(RATE)
    form.setChannelCount(1)
    form.setSampleFormat(Media.QAudioFormat.SampleFormat.Int16)
    session, recorder, sound = Media.QMediaCaptureSession(), Media.QMediaRecorder(), Media.QAudioBufferInput(form)
    session.setAudioBufferInput(sound)
    session.setRecorder(recorder)
    kind = Media.QMediaFormat(Media.QMediaFormat.FileFormat.Mpeg4Audio)
    kind.setAudioCodec(Media.QMediaFormat.AudioCodec.AAC)
    recorder.setMediaFormat(kind)
    recorder.setOutputLocation(QUrl.fromLocalFile(sys.argv[1]))
    recorder.setAutoStop(True)
    wave = (8000 * np.sin(2 * np.pi * 200 * np.arange(3 * RATE) / RATE)).astype("<i2")
    blocks = [(at, wave[at : at + 4800].tobytes()) for at in range(0, len(wave), 4800)]

    def feed():
        while blocks:
            at, block = blocks[0]
            if not sound.sendAudioBuffer(Media.QAudioBuffer(block, form, at * 1_000_000 // RATE)):
                return
            blocks.pop(0)
        sound.sendAudioBuffer(Media.QAudioBuffer())

    def changed(state):
        if state == Media.QMediaRecorder.RecorderState.StoppedState:
            application.quit()

    sound.readyToSendAudioBuffer.connect(feed)
    recorder.recorderStateChanged.connect(changed)
    recorder.record()
    QTimer.singleShot(0, feed)
    QTimer.singleShot(15_000, application.quit)
    application.exec()


if __name__ == "__main__":
    main()
