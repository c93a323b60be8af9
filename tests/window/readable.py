"""What can be read in a picture of the window: every text against the ground that is really behind it."""

from __future__ import annotations

import numpy
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from test_fit import above_of, opaque, rect, told

BLOCK = 24
"""Pixels: so wide a piece of a text has a ground of its own."""
INKED = 2.5
"""So much at least stands out from its ground where a text is drawn at all: thin strokes are paler than their ink."""
LINE = 1.1
"""Of the size of its letters: where less than that of a text is in view, no line of it can be read."""

_PARTS = numpy.arange(256) / 255
_LINEAR = numpy.where(_PARTS <= 0.04045, _PARTS / 12.92, ((_PARTS + 0.055) / 1.055) ** 2.4)
_RED, _GREEN, _BLUE = (_LINEAR * weight for weight in (0.2126, 0.7152, 0.0722))


def pixels(picture):
    """Return a picture as rows of red, green and blue."""
    plain = picture.convertToFormat(QImage.Format.Format_RGBX8888)
    rows = numpy.frombuffer(plain.constBits(), numpy.uint8).reshape(plain.height(), plain.bytesPerLine() // 4, 4)
    return rows[:, : plain.width(), :3].copy()


def shown_texts(person, over=None):
    """Return every text that can be seen, with the part of the window in which it stands."""
    window = QRectF(0, 0, person.window.width(), person.window.height())
    found = []
    for item in person.items(over):
        if item.inherits("QQuickText") and item.property("text").strip() and item.isEnabled() and opaque(item):
            where = rect(item).adjusted(item.property("leftPadding"), item.property("topPadding"), 0, 0)
            for above in above_of(item):
                if above.clip():
                    where = where.intersected(rect(above))
            where = where.intersected(window)
            line = LINE * item.property("font").pixelSize()
            if where.height() >= min(line, item.height() - 1) and where.width() >= 1:
                found.append((item, where))
    return found


def unreadable(texts, rows, least):
    """Yield every text that stands out less than that from what is behind it, or is not drawn."""
    for item, where in texts:
        part = rows[round(where.top()) : round(where.bottom()), round(where.left()) : round(where.right())]
        if not part.size:
            continue
        lights = _RED[part[..., 0]] + _GREEN[part[..., 1]] + _BLUE[part[..., 2]]
        colour = item.property("color")
        ink = _RED[colour.red()] + _GREEN[colour.green()] + _BLUE[colour.blue()]
        worst = min(_contrast(ink, each) for each in _grounds(lights))
        ground = numpy.median(lights)
        drawn = max(_contrast(lights.max(), ground), _contrast(lights.min(), ground))
        if worst < least:
            yield f"{told(item)} stands out {worst:.1f} to 1"
        elif drawn < INKED:
            yield f"{told(item)} is not drawn"


def _grounds(lights):
    """Return how light the ground is in each piece of a text: letters cover less than half of it."""
    count = lights.shape[1] // BLOCK
    if not count:
        return [numpy.median(lights)]
    pieces = lights[:, : count * BLOCK].reshape(lights.shape[0], count, BLOCK)
    return [*numpy.median(pieces, axis=(0, 2)), numpy.median(lights[:, -BLOCK:])]


def _contrast(one, other):
    low, high = sorted((one, other))
    return (high + 0.05) / (low + 0.05)
