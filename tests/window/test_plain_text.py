"""Words come from files and from people: they are shown as they are, never read as a page with pictures to fetch."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQml import QQmlExpression, qmlContext

from grounding.base.settings import Settings
from grounding.window.front import QML

HOSTILE = "Look <img src='http://127.0.0.1:9/a.png'>"
PRACTICE = f"""
format = 1
id = "look"
title = "{HOSTILE}"
summary = "{HOSTILE}"
language = "en"

[[step]]
kind = "stay"
seconds = 20
[[step.prompt]]
text = "{HOSTILE}"
"""


@pytest.fixture
def hostile(home, start):
    """Somebody on whose shelf a practice asks for a picture from elsewhere."""
    (home / "practices").mkdir(parents=True, mode=0o700)
    (home / "practices" / "look.toml").write_text(PRACTICE)
    return start(Settings(welcomed=True))


def shown(person):
    """Return every text that shows the hostile words."""
    texts = [item for item in person.items() if item.inherits("QQuickText")]
    return [text for text in texts if HOSTILE in text.property("text")]


def is_plain(text):
    told, _ = QQmlExpression(qmlContext(text), text, "textFormat").evaluate()
    return told == Qt.TextFormat.PlainText.value


def test_a_practice_cannot_have_a_picture_fetched(hostile):
    assert len(shown(hostile)) == 2  # its title and its summary
    assert all(map(is_plain, shown(hostile)))
    hostile.shelf.choose("look")
    hostile.press("push button", "Begin")
    assert len(shown(hostile)) == 1
    assert all(map(is_plain, shown(hostile)))


def test_no_page_has_a_text_of_another_kind():
    pages = sorted((QML / "Grounding").rglob("*.qml"))
    assert len(pages) > 50
    other = re.compile(r"(?<![\w.])(Text|Label|TextEdit|TextInput) \{|RichText|StyledText|MarkdownText|AutoText")
    assert [page.name for page in pages if other.search(page.read_text())] == ["PlainText.qml"]
