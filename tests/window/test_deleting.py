"""A practice of one's own deleted from the first page, and taken back until the window closes."""

from __future__ import annotations

from pathlib import Path

import pytest
from person import until
from PySide6.QtCore import QRectF, Qt

from grounding.base.settings import Settings
from grounding.window.again import Again
from grounding.window.shelf.aside import WAITING

DELETE = "Delete this practice"


@pytest.fixture
def mine(start):
    """Somebody who has just made a practice their own."""
    person = start(settings=Settings(welcomed=True, practice="breathe"))
    copy(person)
    return person


def copy(person):
    before = person.shelf.choice()
    person.press("push button", "Make a copy of mine")
    until(lambda: person.shelf.choice() != before and person.flow.owned, "the copy")


def delete(person):
    person.press("push button", DELETE)
    until(lambda: person.deleting.mayUndo, "the end of it")
    person.settle()


def on_the_shelf(person):
    return [said.name for said in person.every("radio button") if "mine" in said.name]


def waiting(person):
    place = person.home / "practices" / WAITING
    return list(place.iterdir()) if place.exists() else []


def test_only_ones_own_can_be_deleted(person):
    assert person.missing("push button", DELETE)
    copy(person)
    assert person.find("push button", DELETE).reached


def test_it_leaves_the_shelf_and_the_first_practice_is_chosen(mine):
    assert on_the_shelf(mine) == ["Breathe (mine)"]
    delete(mine)
    assert on_the_shelf(mine) == []
    assert mine.shelf.choice() == mine.preferences.settings.practice == "slow-down"
    assert mine.missing("push button", DELETE)


def test_undo_has_the_keyboard_and_brings_it_back_as_it_was_chosen(mine):
    file = Path(mine.shelf.practice("breathe-mine").file)
    file.with_name("1-breathe-1.flac").write_bytes(b"a voice")
    mine.shelf.choosePattern("box")
    mine.tab_to("push button", DELETE)
    mine.key(Qt.Key.Key_Space)
    until(lambda: mine.focused_name() == "push button “Undo”", "the way back")
    mine.key(Qt.Key.Key_Space)
    until(
        lambda: mine.focused_name() == "RadioButton “Breathe (mine)”" or "Breathe (mine)" in mine.focused_name(), "it"
    )
    assert (mine.shelf.choice(), mine.shelf.patternChosen) == ("breathe-mine", "box")
    assert file.with_name("1-breathe-1.flac").read_bytes() == b"a voice"
    assert mine.missing("push button", "Undo")
    assert waiting(mine) == []


def test_pressed_twice_it_goes_once_and_comes_back_once(mine):
    for each in (mine.deleting.delete, mine.deleting.undo):
        each()
        each()
        mine.settle()
        mine.settle()
        assert mine.flow.said == ""
    assert mine.flow.owned
    assert on_the_shelf(mine) == ["Breathe (mine)"]


def test_the_last_deleted_comes_back_first_and_a_new_copy_takes_no_name_of_theirs(mine):
    delete(mine)
    mine.shelf.choose("breathe")
    copy(mine)
    assert mine.shelf.choice() == "breathe-mine-2"
    delete(mine)
    mine.press("push button", "Undo")
    until(lambda: mine.shelf.choice() == "breathe-mine-2", "the last")
    mine.press("push button", "Undo")
    until(lambda: mine.shelf.choice() == "breathe-mine", "the first")
    assert mine.missing("push button", "Undo")


@pytest.mark.parametrize("elsewhere", ["settings", "journal", "room"])
def test_the_way_back_is_still_there_after_another_page_and_leaves_the_keyboard_alone(mine, elsewhere):
    delete(mine)
    mine.flow.show(elsewhere)
    mine.settle()
    assert waiting(mine)
    mine.flow.show("home")
    mine.settle()
    assert "Deleted." in mine.texts()
    assert "Undo" not in mine.focused_name()
    mine.press("push button", "Undo")
    until(lambda: mine.shelf.choice() == "breathe-mine", "it")
    assert mine.missing("push button", "Undo")
    assert waiting(mine) == []


def test_what_is_deleted_next_has_its_way_back_under_the_keyboard_too(mine):
    delete(mine)
    mine.shelf.choose("breathe")
    copy(mine)
    mine.flow.show("settings")
    mine.flow.show("home")
    mine.tab_to("push button", DELETE)
    mine.key(Qt.Key.Key_Space)
    until(lambda: mine.focused_name() == "push button “Undo”", "the way back")


def test_it_is_gone_once_the_window_is_closed(mine, restart):
    delete(mine)
    mine.flow.show("settings")
    mine.grounding.close()
    assert list((mine.home / "practices").iterdir()) == []
    again = restart(mine)
    assert again.missing("push button", "Undo")


def test_where_the_journal_locks_the_way_back_is_there_when_the_program_has_begun_anew(mine, restart):
    voice = Path(mine.shelf.practice("breathe-mine").file).with_name("1-breathe-1.flac")
    voice.write_bytes(b"a voice")
    delete(mine)
    mine.shelf.choose("one-sigh")
    copy(mine)
    delete(mine)
    told = []
    mine.grounding._restart = told.append
    mine.grounding._begin_anew(Again(page="home"))
    assert "mine" not in told[0].to_text()
    again = restart(mine, asked={"again": told[0].to_text()})
    until(lambda: again.every("push button", "Undo"), "the way back")
    assert "Undo" not in again.focused_name()
    for title in ("One sigh (mine)", "Breathe (mine)"):
        again.press("push button", "Undo")
        until(lambda title=title: title in on_the_shelf(again), title)
    assert again.missing("push button", "Undo")
    assert waiting(again) == []
    assert voice.read_bytes() == b"a voice"


@pytest.mark.parametrize("named", ["..", "/", "abc", ""])
def test_what_does_not_wait_has_no_way_back_after_the_program_has_begun_anew(mine, restart, named):
    delete(mine)
    mine.grounding._begin_anew(Again(page="home"))
    again = restart(mine, asked={"again": Again(deleted=named).to_text()})
    until(lambda: not waiting(again), "the end of it")
    assert again.missing("push button", "Undo")


def test_with_everything_it_is_deleted_for_good(mine):
    delete(mine)
    mine.flow.show("settings")
    mine.flow.eraseEverything()
    until(lambda: mine.flow.page == "welcome", "the end of everything")
    assert not (mine.home / "practices").exists()
    mine.flow.show("home")
    mine.settle()
    assert mine.missing("push button", "Undo")


def test_what_waits_when_the_program_ends_is_gone_after_the_next_start(mine, restart):
    waits = mine.home / "practices" / WAITING / "abc"
    waits.mkdir(parents=True)
    (waits / "mine.toml").write_text("")
    again = restart(mine)
    until(lambda: not waits.exists(), "the end of it")
    assert on_the_shelf(again) == ["Breathe (mine)"]


def test_what_cannot_be_deleted_is_said_and_stays(mine):
    (mine.home / "practices" / WAITING).write_text("somebody's file")
    mine.press("push button", DELETE)
    until(lambda: mine.flow.said, "the sentence")
    assert "it is still here" in mine.flow.said
    assert on_the_shelf(mine) == ["Breathe (mine)"]
    mine.key(Qt.Key.Key_Tab)


@pytest.mark.parametrize("size", [(1120, 720, 100), (800, 600, 200)])
def test_the_way_back_is_in_view(start, size):
    width, height, percent = size
    person = start(Settings(welcomed=True, practice="scan-3", width=width, height=height, text_percent=percent))
    copy(person)
    person.tab_to("push button", DELETE)
    person.key(Qt.Key.Key_Space)
    until(lambda: person.focused_name() == "push button “Undo”", "the way back")
    for _ in range(3):
        person.window.grabWindow()
        person.settle()
    undo = person.focused
    seen = QRectF(0, 0, person.window.width(), person.window.height())
    for above in person.items():
        if above.inherits("QQuickFlickable") and above.isAncestorOf(undo):
            seen = seen.intersected(above.mapRectToScene(QRectF(0, 0, above.width(), above.height())))
    assert seen.contains(undo.mapRectToScene(QRectF(0, 0, undo.width(), undo.height())))
