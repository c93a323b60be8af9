"""What went otherwise and what may be done are two quiet sentences: neither takes the other's place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from grounding.base.failure import Failure
from grounding.base.settings import Settings
from grounding.sound.state import Hearing, SoundState

HOLD = "Hold Enter or the circle to breathe in, or tap, or rest."
LEAST_PX = 10


def rect(person, text):
    item = person.find("label", text).item
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height())), item


@pytest.mark.parametrize(
    ("width", "height", "percent"), [(1120, 720, 100), (1120, 720, 200), (800, 600, 100), (800, 600, 200)]
)
def test_where_sound_fails_one_is_still_told_how_to_breathe_by_hand(start, width, height, percent):
    person = start(Settings(welcomed=True, width=width, height=height, text_percent=percent))
    person.flow.breatheNow()
    person.run.breatheOwn(True)
    person.wait(12)
    assert not person.missing("label", HOLD)
    person.sounding._hear(SoundState(hearing=Hearing.SILENT, failure=Failure("sound-unavailable", reason="stalled")))
    for _ in range(2):
        person.settle()
        person.window.grabWindow()
    (line, said), (hint, may) = rect(person, person.sounding.line), rect(person, HOLD)
    assert not line.intersects(hint)
    window = QRectF(0, 0, width, height)
    for place, item in ((line, said), (hint, may)):
        assert window.contains(place)
        assert item.property("contentWidth") <= item.width() + 1
        assert item.property("contentHeight") <= item.height() + 1
