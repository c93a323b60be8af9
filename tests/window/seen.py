"""What is seen in a picture of the window: lights, the disc on the wave, the glow, and words on their ground."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtTest import QTest
from test_colours import contrast, luminance
from test_fit import opaque

__all__ = ["beside_words", "contrast", "glow", "lightness", "riding", "unmoved"]


def lightness(colour):
    return luminance(colour)


def riding(picture, person):
    """Return the height at which the disc rides: the middle of its column, where the present is; no ring counts."""
    (view,) = person.with_property("piecesBehind")
    corner = view.mapToScene(QPointF(view.property("present"), 0)).toPoint()
    reach = range(corner.y() - 20, corner.y() + round(view.height()) + 20)
    stretches = groupby(reach, lambda y: _warm(picture.pixelColor(corner.x() - 12, y)) > 0.25)
    disc = max((list(stretch) for warm, stretch in stretches if warm), key=len)
    edges = [_edge(picture, corner.x() - 12, y, step) for y, step in ((disc[0], -1), (disc[-1], 1))]
    return sum(edges) / 2 + 0.5


def _edge(picture, x, y, step):
    """Return where the edge is between the last warm pixel and the one after it."""
    inside, outside = (_warm(picture.pixelColor(x, each)) for each in (y, y + step))
    return y + step * (inside - 0.25) / max(1e-6, inside - outside)


def _warm(colour):
    return colour.redF() - colour.blueF()


def glow(picture, _person):
    """Return how light the upper edge is."""
    return sum(picture.pixelColor(x, 6).redF() for x in range(300, 800, 10)) / 50


def unmoved(person):
    """Wait until nothing fades, and return the picture."""
    before = None
    while before != (before := person.window.grabWindow()):
        QTest.qWait(100)
    return before


def beside_words(person):
    """Yield every text that is shown, and its contrast to the lightest ground within and around it."""
    picture = person.window.grabWindow()
    inside = QRectF(0, 0, picture.width() - 1, picture.height() - 1)
    for item in person.items():
        if not (item.inherits("QQuickText") and item.property("text").strip() and opaque(item)):
            continue
        painted = QRectF(0, 0, item.property("paintedWidth"), item.property("paintedHeight"))
        left = (item.width() - painted.width()) / 2
        where = item.mapRectToScene(painted.translated(left, 0).adjusted(-2, 0, 2, 0)).intersected(inside)
        around = [QPointF(x, y) for x in (where.left(), where.right()) for y in (where.top(), where.bottom())]
        grounds = [picture.pixelColor(each.toPoint()) for each in around]
        yield item.property("text"), min(contrast(item.property("color"), ground) for ground in grounds)
