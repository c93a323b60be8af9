"""The picture of the orb: a low sun behind paper, painted once for a size and theme and then only scaled."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QRadialGradient
from PySide6.QtQuick import QQuickImageProvider

_SMALLEST = 64
_WIDE = {"disc": 32 / 33, "sun": 2 / 3}
"""How wide the disc is in each picture: between pixels, what touches the edge of its picture is cut off there."""
_HIDDEN = 0.35
"""The part of the glow's radius that the empty disc covers (1 / 1.9 / 1.4), and a little less."""


class OrbPicture(QQuickImageProvider):
    """Paints `disc/<light>-<middle>-<edge>`, `glow/<colour>`, or as `sun/…` both, at the size asked for.

    Colours are hex, as `Theme` has them.
    """

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, key: str, size: QSize, requested: QSize) -> QImage:
        """Return the picture; `requested` is its size in device pixels."""
        what, _, named = key.partition("/")
        pixels = max(_SMALLEST, requested.width())
        size.setWidth(pixels)
        size.setHeight(pixels)
        image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        colours = [QColor(f"#{name}") for name in named.split("-")]
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if what in ("glow", "sun"):
            _round(painter, pixels, _glow(pixels, colours.pop(0)))
        if what in _WIDE:
            painter.translate(pixels * (1 - _WIDE[what]) / 2, pixels * (1 - _WIDE[what]) / 2)
            painter.scale(_WIDE[what], _WIDE[what])
            _round(painter, pixels, _disc(pixels, colours))
        painter.end()
        return image


def _round(painter: QPainter, pixels: int, gradient: QRadialGradient) -> None:
    path = QPainterPath()
    path.addEllipse(QRectF(0, 0, pixels, pixels))
    painter.fillPath(path, QBrush(gradient))


def _disc(pixels: int, colours: list[QColor]) -> QRadialGradient:
    light, middle, edge = colours
    gradient = QRadialGradient(QPointF(pixels * 0.5, pixels * 0.5), pixels * 0.62, QPointF(pixels * 0.5, pixels * 0.4))
    gradient.setColorAt(0, light)
    gradient.setColorAt(0.55, middle)
    gradient.setColorAt(1, edge)
    return gradient


def _glow(pixels: int, colour: QColor) -> QRadialGradient:
    """Return the glow, with nothing where the disc always lies over it: what is empty costs nothing to draw."""
    gradient = QRadialGradient(QPointF(pixels / 2, pixels / 2), pixels / 2)
    for at, alpha in ((_HIDDEN - 0.001, 0), (_HIDDEN, 0.32), (0.5, 0.30), (0.72, 0.14), (0.88, 0.04), (1, 0)):
        shade = QColor(colour)
        shade.setAlphaF(alpha)
        gradient.setColorAt(at, shade)
    return gradient
