"""The floors: a bare Qt Quick window with Controls, and one with a soft image that is scaled in every frame."""

from __future__ import annotations

import signal
import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

HEAD = b"""
import QtQuick
import QtQuick.Controls.Basic
ApplicationWindow {
    visible: true
    width: 1120
    height: 720
    color: "#182227"
"""
WINDOW = b"""
    Column {
        anchors.centerIn: parent
        Button { text: "Begin" }
        TextField { placeholderText: "a word" }
        CheckBox { text: "Chest" }
    }
"""
ORB = b"""
    Image {
        id: disc
        property real at: 0
        anchors.centerIn: parent
        width: 330 + 110 * Math.cos(at)
        height: width
        source: "image://soft/disc"
        sourceSize: Qt.size(480, 480)
        FrameAnimation {
            running: true
            onTriggered: disc.at = elapsedTime
        }
    }
"""


def soft():
    """Return the provider of a soft disc."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QColor, QImage, QPainter, QRadialGradient
    from PySide6.QtQuick import QQuickImageProvider

    class Soft(QQuickImageProvider):
        def __init__(self):
            super().__init__(QQuickImageProvider.ImageType.Image)

        def requestImage(self, _key, size, requested):
            pixels = requested.width()
            size.setWidth(pixels)
            size.setHeight(pixels)
            image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
            image.fill(Qt.GlobalColor.transparent)
            gradient = QRadialGradient(pixels / 2, pixels / 2, pixels / 2)
            gradient.setColorAt(0, QColor("#f6dcbd"))
            gradient.setColorAt(1, QColor("#d9946a"))
            painter = QPainter(image)
            painter.setBrush(gradient)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(0, 0, pixels, pixels)
            painter.end()
            return image

    return Soft()


def main():
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    application = QGuiApplication(sys.argv[:1])
    engine = QQmlApplicationEngine()
    if sys.argv[1] == "orb":
        engine.addImageProvider("soft", soft())
    engine.loadData(HEAD + (ORB if sys.argv[1] == "orb" else WINDOW) + b"}")
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
