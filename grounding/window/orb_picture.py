"""The picture of the orb: a low sun behind paper, painted once for a size and theme and then only scaled."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QRadialGradient
from PySide6.QtQuick import QQuickImageProvider

ORB_COLOURS = {
    "dusk": ("#f6dcbd", "#efc197", "#d9946a", "#e9b78c"),
    "day": ("#f9dfbf", "#eeb98a", "#cc7f50", "#eec08f"),
    "high-contrast": ("#ffe7a3", "#ffd866", "#ffc93c", "#000000"),
}
"""For each theme: the light, the middle and the edge of the disc, and the glow around it."""
_SMALLEST = 64


class OrbPicture(QQuickImageProvider):
    """Paints `disc/<theme>` and `glow/<theme>` at the size that is asked for."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, key: str, size: QSize, requested: QSize) -> QImage:
        """Return the picture; `requested` is its size in device pixels."""
        what, _, theme = key.partition("/")
        pixels = max(_SMALLEST, requested.width())
        size.setWidth(pixels)
        size.setHeight(pixels)
        image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        colours = [QColor(name) for name in ORB_COLOURS.get(theme, ORB_COLOURS["dusk"])]
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(_disc(pixels, colours) if what == "disc" else _glow(pixels, colours[3])))
        painter.drawEllipse(QRectF(0, 0, pixels, pixels))
        painter.end()
        return image


def _disc(pixels: int, colours: list[QColor]) -> QRadialGradient:
    light, middle, edge, _ = colours
    gradient = QRadialGradient(QPointF(pixels * 0.5, pixels * 0.5), pixels * 0.62, QPointF(pixels * 0.5, pixels * 0.4))
    gradient.setColorAt(0, light)
    gradient.setColorAt(0.55, middle)
    gradient.setColorAt(1, edge)
    return gradient


def _glow(pixels: int, colour: QColor) -> QRadialGradient:
    gradient = QRadialGradient(QPointF(pixels / 2, pixels / 2), pixels / 2)
    for at, alpha in ((0, 0.34), (0.5, 0.30), (0.72, 0.14), (0.88, 0.04), (1, 0)):
        shade = QColor(colour)
        shade.setAlphaF(alpha)
        gradient.setColorAt(at, shade)
    return gradient
