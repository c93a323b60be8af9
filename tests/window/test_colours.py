"""Whether what is drawn can be seen: contrast, by computation, in every theme and at both ends of the ground.

WCAG 2.2, 1.4.3 (text 4.5 to 1) and 1.4.11 (lines, rings and what says where the keyboard is, 3 to 1).
"""

from __future__ import annotations

from itertools import product

import pages
import pytest
from PySide6.QtCore import QPointF, Qt, QUrl
from PySide6.QtQml import QQmlComponent, QQmlProperty

from grounding.base.settings import Motion, Settings, Theme

TEXT, LINE = 4.5, 3.0
ENDS = ("above", "below")
GROUNDS = (*ENDS, "card", "chip")
TEXTS = (
    *product(("text", "quiet", "warm", "calm"), GROUNDS),
    ("warmInk", "warm"),
    ("calmInk", "calm"),
)
LINES = (
    *product(("line", "focus"), GROUNDS),
    *product(("ring", "warm", "calm", "orbEdge"), ENDS),
    ("line", "body"),
    ("warm", "body"),
    ("text", "body"),
)


THEMES = (Theme.DUSK, Theme.DAY, Theme.HIGH_CONTRAST)
PALETTE = b"""
import QtQuick
import Grounding
QtObject {
    property string name: "text"
    property color colour: Theme.now[name] ?? Theme[name]
    property string scheme: Theme.scheme
}
"""


@pytest.fixture(params=THEMES)
def theme(request):
    return request.param


@pytest.fixture
def coloured(start, theme):
    """Somebody at a window in that theme, and nothing that fades."""
    return start(Settings(welcomed=True, theme=theme, motion=Motion.REDUCED))


@pytest.fixture
def colours(coloured, theme):
    """Return a function that gives a colour of the theme by name."""
    component = QQmlComponent(coloured.grounding.front.engine)
    component.setData(PALETTE, QUrl())
    palette = component.create()
    palette.setParent(coloured.window)  # else it goes with the component
    assert palette.property("scheme") == theme.value

    def colour(name):
        palette.setProperty("name", name)
        return palette.property("colour")

    return colour


def luminance(colour):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def faint(colours, pairs, least):
    """Return the pairs that stand out less than that from each other."""
    measured = {f"{ink} on {ground}": contrast(colours(ink), colours(ground)) for ink, ground in pairs}
    return {pair: round(ratio, 2) for pair, ratio in measured.items() if ratio < least}


def test_every_text_can_be_read_on_every_ground(colours):
    assert faint(colours, TEXTS, TEXT) == {}


def test_every_line_and_ring_can_be_seen_on_its_ground(colours):
    assert faint(colours, LINES, LINE) == {}


def test_the_room_is_warm_and_readable_and_never_white(colours):
    assert contrast(colours("roomInk"), colours("room")) >= TEXT
    assert colours("room").name() != "#ffffff"


def test_by_dusk_the_room_is_a_lamp_and_no_day(colours, theme):
    if theme is Theme.DUSK:
        assert LINE < contrast(colours("room"), colours("above")) < 7  # the paper of the day theme has 13


def test_where_the_keyboard_is_can_be_seen_in_the_room_too(coloured, colours):
    pages.room(coloured)
    for _ in range(3):
        coloured.key(Qt.Key.Key_Tab)
        (ring,) = [item for item in coloured.with_property("ink") if item.inherits("QQuickRectangle")]
        assert contrast(QQmlProperty(ring, "border.color").read(), colours("room")) >= LINE, coloured.focused_name()


def test_with_reduced_motion_the_ring_that_fills_can_be_seen(coloured, colours):
    pages.breathe(coloured)
    coloured.wait(2)  # full
    orb = coloured.orb
    seen = coloured.window.grabWindow()
    at = orb.mapToScene(QPointF(orb.width() / 2 + orb.property("fullRadius"), orb.height() / 2)).toPoint()
    for end in ENDS:
        assert contrast(seen.pixelColor(at), colours(end)) >= LINE, seen.pixelColor(at).name()


def test_how_far_something_is_can_be_seen_without_telling_one_colour_from_another(coloured, colours):
    pages.mend_working(coloured)
    coloured.settle()
    seen = coloured.window.grabWindow()
    (bar,) = [item for item in coloured.of_kind("QQuickProgressBar") if item.isVisible()]

    def pixel(part, height=0.5):
        return seen.pixelColor(bar.mapToScene(QPointF(bar.width() * part, bar.height() * height)).toPoint())

    done, to_do, edge = pixel(0.2), pixel(0.8), pixel(0.8, 0)
    assert contrast(done, to_do) >= LINE, (done.name(), to_do.name())
    assert contrast(edge, colours("below")) >= LINE, edge.name()
