"""What the keyboard is on stays in view, whatever a page makes of itself under it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import soundfile
from person import until
from PySide6.QtCore import QPointF, Qt, QUrl
from PySide6.QtTest import QTest

from grounding.base.settings import Settings

sys.path.insert(0, str(Path(__file__).parents[1] / "sound"))
from hostile import voice


@pytest.fixture
def small(start):
    """Somebody with twice the text in the smallest window, on the Sound page of their own practice."""
    person = start(Settings(welcomed=True, practice="scan-3", width=800, height=600, text_percent=200))
    person.press("push button", "Make a copy of mine")
    until(lambda: person.shelf.choice() == "scan-3-mine", "the copy")
    person.press("push button", "Sound…")
    return person


def page_of(person):
    (page,) = [item for item in person.items() if item.inherits("QQuickFlickable")]
    return page


def drawn(person):
    for _ in range(3):
        person.window.grabWindow()  # a page is laid out as it is drawn
        person.settle()


def seen_whole(person, name):
    until(lambda: person.focused_name() == f"push button “{name}”", name)
    drawn(person)
    focused, page = (each.mapRectToScene(each.boundingRect()) for each in (person.focused, page_of(person)))
    return page.contains(focused)


def test_from_recording_to_removing_it_is_seen_whole(small, tmp_path):
    asked = [sys.executable, "-c", "import PySide6.QtMultimedia"]
    if subprocess.run(asked, capture_output=True, check=False).returncode:
        pytest.skip("wants libpulse: Qt Multimedia cannot be loaded without it")
    small.tab_to("push button", "Record", small.voices.rows[0]["text"])
    assert seen_whole(small, "Record")
    small.voices._row, small.voices._doing = 0, "recording"  # there may be no microphone
    small.voices.changed.emit()
    assert seen_whole(small, "Stop recording")
    small.voices.letGo()
    small.voices._done()
    soundfile.write(tmp_path / "voice.wav", voice(seconds=3.0), 48_000)
    small.voices.takeIn(0, QUrl.fromLocalFile(str(tmp_path / "voice.wav")))
    assert seen_whole(small, "Listen")
    small.tab_to("push button", "Keep")
    small.key(Qt.Key.Key_Space)
    until(lambda: small.voices.rows[0]["spoken"], "the voice kept")
    assert seen_whole(small, "Listen")
    small.tab_to("push button", "Remove")
    small.key(Qt.Key.Key_Space)
    until(lambda: not small.voices.rows[0]["spoken"], "the voice removed")
    assert seen_whole(small, "Record")


def test_a_page_that_somebody_has_scrolled_away_stays_where_it_is(small):
    small.tab_to("push button", "Record", small.voices.rows[0]["text"])
    page = page_of(small)
    middle = page.mapToScene(QPointF(page.width() / 2, page.height() / 2)).toPoint()
    QTest.wheelEvent(small.window, middle, QPointF(0, -1200).toPoint())
    until(lambda: not page.property("moving"), "the end of it")
    away = page.property("contentY")
    assert away > 300
    small.voices._row, small.voices._said = 0, "Nothing can be heard in it."
    small.voices.changed.emit()
    drawn(small)
    assert page.property("contentY") == away
