"""A breath that is led, as it is seen: pictures of the window beside the formula of the way."""

from __future__ import annotations

import math

import pages
import pytest
from person import until
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from way import way

from grounding.base.settings import Motion, Settings

Key = Qt.Key
SLOWEST = 4
PARTS = (0.1, 0.3, 0.5, 0.7, 0.9)
WARM = 50
"""How much redder than blue the disc is at least, as in `outside/orb.py`."""


def radius_px(person):
    """Return the radius of the disc in a picture of the window, from how many pixels are warm."""
    picture = person.window.grabWindow()
    at = person.orb.mapRectToScene(person.orb.boundingRect()).toRect()
    colours = (
        picture.pixelColor(x, y) for y in range(at.top(), at.bottom(), 2) for x in range(at.left(), at.right(), 2)
    )
    return math.sqrt(4 * sum(colour.red() - colour.blue() > WARM for colour in colours) / math.pi)


def meet(person, stroke_s):
    """Breathe with Enter, so long in and so long out, often enough to be met; then rest until the orb is empty."""
    for _ in range(5):
        QTest.keyPress(person.window, Key.Key_Return)
        person.wait(stroke_s)
        QTest.keyRelease(person.window, Key.Key_Return)
        until(lambda: not person.pace.filling, "the end of the in-breath")
        person.wait(stroke_s)
    person.wait(20.0, step_s=1.0)
    assert person.run.fullness == 0


def strokes(breaths):
    """Yield the strokes of the formula: which breath each belongs to, its seconds, and where it goes from and to."""
    for breath, (in_s, out_s) in enumerate(breaths):
        yield breath, in_s, 0.0, 1.0
        yield breath, out_s, 1.0, 0.0


@pytest.mark.parametrize("a_minute", [20, 16, 12, 6])
def test_pictures_of_a_way_are_its_formula(start, a_minute):
    person = start(Settings(welcomed=True, motion=Motion.FULL, slowest=SLOWEST))
    pages.own(person)
    met_s = 30 / a_minute
    meet(person, met_s)
    empty_px = radius_px(person)
    person.key(Key.Key_Down)
    breaths = way(met_s, met_s)
    person.wait(met_s)
    full_px, now_s, begins_s = radius_px(person), met_s, 0.0
    assert 1.8 < full_px / empty_px < 2.0
    for breath, seconds, before, after in strokes(breaths):
        for part in PARTS if breath in (1, 8, 13, len(breaths) - 1) else ():
            person.wait(begins_s + part * seconds - now_s)
            now_s = begins_s + part * seconds
            meant = before + (after - before) * (1 - math.cos(math.pi * part)) / 2
            assert (radius_px(person) - empty_px) / (full_px - empty_px) == pytest.approx(meant, abs=0.01)
        begins_s += seconds
