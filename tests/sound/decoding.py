"""Decodes a sound file with Qt, which is not what wrote it, and tells how many frames it has: `decoding.py PATH`."""

from __future__ import annotations

import sys


def main():
    from PySide6.QtCore import QCoreApplication, QUrl
    from PySide6.QtMultimedia import QAudioDecoder

    application = QCoreApplication([])
    decoder, frames = QAudioDecoder(), []
    decoder.setSource(QUrl.fromLocalFile(sys.argv[1]))
    decoder.bufferReady.connect(lambda: frames.append(decoder.read().frameCount()))
    decoder.finished.connect(application.quit)
    decoder.error.connect(lambda *_: application.exit(1))
    decoder.start()
    code = application.exec()
    print(sum(frames))
    return code


if __name__ == "__main__":
    sys.exit(main())
