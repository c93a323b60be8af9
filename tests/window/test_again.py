"""How the window comes back: on its page, in its place, and never before the window that somebody looks at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from person import until
from PySide6.QtGui import QWindow

from grounding.base.settings import Settings
from grounding.window.again import PAGES, Again, again_from_text

somehow = st.builds(
    Again,
    page=st.sampled_from(PAGES),
    kept=st.booleans(),
    x=st.integers(-1, 9000),
    y=st.integers(-1, 9000),
    minimized=st.booleans(),
    full_screen=st.booleans(),
    front=st.booleans(),
    deleted=st.text(max_size=40),
)


@given(somehow)
def test_what_is_told_is_understood(again):
    assert again_from_text(again.to_text()) == again


@pytest.mark.parametrize("text", [None, "", "{", "[]", "null", "7", "[" * 100_000])
def test_what_is_nothing_of_the_kind_is_none(text):
    assert again_from_text(text) is None


def test_what_makes_no_sense_is_left_out():
    text = '{"page": "sitting", "kept": 1, "x": "left", "minimized": true, "unheard-of": 2}'
    assert again_from_text(text) == Again(minimized=True)


def test_it_comes_back_to_its_page_and_its_place(start):
    person = start(
        Settings(welcomed=True, width=900, height=650), {"again": Again(page="settings", x=40, y=30).to_text()}
    )
    assert (person.flow.page, person.window.x(), person.window.y()) == ("settings", 40, 30)
    assert (person.window.width(), person.window.height()) == (900, 650)


@pytest.mark.parametrize(
    ("page", "kept", "said"), [("settings", False, True), ("journal", False, False), ("home", True, False)]
)
def test_that_the_journal_is_locked_is_said_where_nothing_else_shows_it(start, page, kept, said):
    person = start(Settings(welcomed=True), {"again": Again(page=page, kept=kept).to_text()})
    assert any(text.startswith("The journal is locked;") for text in person.texts()) is said


def test_a_window_that_filled_the_screen_fills_it_again(start):
    person = start(Settings(welcomed=True), {"again": Again(full_screen=True).to_text()})
    assert person.window.visibility() == QWindow.Visibility.FullScreen


def test_a_maximised_window_is_one_again(start):
    person = start(Settings(welcomed=True, maximized=True), {"again": Again().to_text()})
    until(lambda: person.window.visibility() == QWindow.Visibility.Maximized, "the large window")


def test_how_it_looks_is_seen(person):
    person.window.setPosition(50, 60)
    seen = Again(page="journal").seen_as(person.window)
    assert seen == Again(page="journal", x=50, y=60, front=True)
    person.window.showFullScreen()
    until(lambda: person.window.visibility() == QWindow.Visibility.FullScreen, "the whole screen")
    assert Again().seen_as(person.window) == Again(full_screen=True)


def test_nobody_who_was_never_welcomed_comes_back_past_the_welcome(start):
    person = start(Settings(), {"again": Again(page="journal").to_text()})
    assert person.flow.page == "welcome"
