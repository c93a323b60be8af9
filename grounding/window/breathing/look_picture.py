"""Pictures for the looks of the breath besides the orb, each painted once and then only moved or made fainter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPen, QPolygonF
from PySide6.QtQuick import QQuickImageProvider

if TYPE_CHECKING:
    from collections.abc import Callable

_STROKES = ((3.4, 0.10), (2.0, 0.22), (1.0, 1.0))
"""A soft line: how many times as wide, and how strong."""
_STOPS = 16
_BRIGHTEST = 0.54
"""How strong the glow is at the very edge; from there it falls off with the third power."""
_BELOW = 0.35
"""How strong it is below, where the words of the controls are, beside what it is above."""


class LookPicture(QQuickImageProvider):
    """Paints `edge/…`, a part of the glow, `line/…`, a piece of the wave, and `veil/…`, what the wave fades under."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, key: str, size: QSize, _requested: QSize) -> QImage:
        """Return the picture; the last of its name are width, height, and how many pixels each of these is."""
        what, *told = key.split("/")
        colours = [QColor(f"#{name}") for name in told[0].split("-")]
        numbers = [float(each) for each in told[1:]]
        wide, high, fine = numbers[-3:]
        pixels = QSize(max(1, round(wide * fine)), max(1, round(high * fine)))
        size.setWidth(pixels.width())
        size.setHeight(pixels.height())
        image = QImage(pixels, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(fine, fine)
        match what:
            case "edge":
                _edge(painter, colours[0], *numbers)
            case "line":
                _line(painter, colours[0], numbers)
            case "veil":
                _veil(painter, colours, *numbers)
        painter.end()
        return image


def _edge(
    painter: QPainter,
    colour: QColor,
    wide: float,
    high: float,
    band: float,
    left: float,
    top: float,
    *_part: float,
) -> None:
    """Paint one part of a glow around a page that is `wide` and `high`."""
    painter.translate(-left, -top)
    page = QRectF(0, 0, wide, high)
    edges = (
        (QPointF(0, 0), QPointF(0, band)),
        (QPointF(0, high), QPointF(0, high - band)),
        (QPointF(0, 0), QPointF(band, 0)),
        (QPointF(wide, 0), QPointF(wide - band, 0)),
    )
    for begins, ends in edges:
        painter.fillRect(
            page, _falling(QLinearGradient(begins, ends), colour, lambda share: _BRIGHTEST * (1 - share) ** 3)
        )
    downwards = QLinearGradient(QPointF(0, high * 0.3), QPointF(0, high - band / 2))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(
        page, _falling(downwards, colour, lambda share: 1 - (1 - _BELOW) * share * share * (3 - 2 * share))
    )


def _falling(gradient: QLinearGradient, colour: QColor, strength: Callable[[float], float]) -> QLinearGradient:
    """Return the gradient with that strength of the colour from its beginning, 0, to its end, 1."""
    for part in range(_STOPS + 1):
        shade = QColor(colour)
        shade.setAlphaF(strength(part / _STOPS))
        gradient.setColorAt(part / _STOPS, shade)
    return gradient


def _line(painter: QPainter, colour: QColor, numbers: list[float]) -> None:
    """Paint a line of some thickness through heights equally far apart, from one before the piece to one after."""
    thick, *heights, wide, _high, _fine = numbers
    step = wide / (len(heights) - 3)
    line = QPolygonF([QPointF((place - 1) * step, height) for place, height in enumerate(heights)])
    for times, strength in _STROKES:
        shade = QColor(colour)
        shade.setAlphaF(strength)
        pen = QPen(shade, thick * times)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(line)


def _veil(
    painter: QPainter,
    colours: list[QColor],
    from_alpha: float,
    to_alpha: float,
    wide: float,
    high: float,
    *_fine: float,
) -> None:
    """Paint the paper's own colours, from above to below, thinning out from left to right."""
    paper = QLinearGradient(0, 0, 0, high)
    paper.setColorAt(0, colours[0])
    paper.setColorAt(1, colours[-1])
    painter.fillRect(QRectF(0, 0, wide, high), paper)
    thins = _falling(
        QLinearGradient(0, 0, wide, 0),
        colours[0],
        lambda share: from_alpha + (to_alpha - from_alpha) * share * share * (3 - 2 * share),
    )
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(QRectF(0, 0, wide, high), thins)
