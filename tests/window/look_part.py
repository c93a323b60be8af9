"""Where in the window the breath is to be seen, in each look."""

from __future__ import annotations

from PySide6.QtCore import QRect


def look_part(items):
    """Return the part, in pixels of the window: the circle, half of the disc, or the upper edge."""
    parts = {"emptyRadius": _all_of_it, "piecesBehind": _before_the_disc, "shine": _edge_above}
    for item in items:
        for mark, part in parts.items():
            if item.property(mark) is not None:
                return part(item, item.mapRectToScene(item.boundingRect()).toRect())
    raise AssertionError("no breath is to be seen")


def _all_of_it(_orb, whole):
    return whole.adjusted(-8, -8, 8, 8)


def _before_the_disc(wave, whole):
    present = whole.left() + round(wave.property("present"))
    return QRect(present, whole.top(), round(wave.property("disc") / 2), whole.height())


def _edge_above(_glow, whole):
    return QRect(whole.left() + 200, whole.top(), whole.width() - 400, 20)
