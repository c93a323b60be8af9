"""`Share…`: who it is from, where it goes; the same bytes again, nothing about anybody, and nothing half."""

from __future__ import annotations

import re
from pathlib import Path

import pages
import pytest
from given_files import TEXT, lay_out
from person import until
from PySide6.QtCore import QPointF, Qt
from test_fit import drawn, start_afresh

from grounding.base.settings import Settings
from grounding.practice.giving.unwrapping import unwrap
from grounding.sound.through import as_kept

Key = Qt.Key
COMMENTS = "Notes in the file (lines after #) go along too."


@pytest.fixture
def sharer(start, home):
    """Somebody who has a practice with voices of their own, and has opened the page for it."""
    home.mkdir(mode=0o700)
    lay_out(home / "practices" / "minute")
    person = start(Settings(welcomed=True, practice="minute"))
    person.press("push button", "Share…")
    return person


def place(person, where):
    field = person.find("text", "Where it goes")
    field.interface.editableTextInterface().deleteText(0, len(field.typed))
    person.write("Where it goes", str(where))


def ended(person):
    until(lambda: not person.sharing.writing, "the end of the writing")


def opened(path):
    return unwrap(path, keep=as_kept)


def test_one_s_own_is_given_with_its_voices_and_who_it_is_from(sharer, tmp_path):
    assert "The recorded voices go with it: somebody may know them." in sharer.texts()
    sharer.write("Who it is from", "Ana")
    place(sharer, tmp_path / "for Bo 日.practice")
    sharer.press("push button", "Save")
    ended(sharer)
    assert f"Saved: {tmp_path / 'for Bo 日.practice'}" in sharer.texts()
    there = opened(tmp_path / "for Bo 日.practice")
    assert (there.practice, there.giver) == (sharer.shelf.practice("minute"), "Ana")


@pytest.mark.parametrize(
    "title", ['"No. 1 # of two"', "'# \"'", '"\\"# 2"', '"""# three"""', "'''# four'''", '"""five" #"""']
)
def test_where_there_are_none_nothing_is_said_of_them(sharer, title):
    file = Path(sharer.shelf.practice("minute").file)
    bare = re.sub(r" *#.*", "", TEXT)
    for text, said in ((bare, False), (f"{bare}# to myself\n", True)):
        file.write_text(text.replace('"A breath or two, and the room again."', title))
        sharer.shelf.read()
        sharer.press("push button", "Back")
        sharer.press("push button", "Share…")
        assert (COMMENTS in sharer.texts()) is said


def test_that_comments_go_along_is_said_before_it_is_given(sharer, tmp_path):
    assert COMMENTS in sharer.texts()
    place(sharer, tmp_path / "it.practice")
    sharer.press("push button", "Save")
    ended(sharer)
    assert b"nobody but me reads this line" in opened(tmp_path / "it.practice").text


def test_one_that_comes_with_the_program_can_be_given_and_nothing_need_be_said(person, tmp_path):
    person.shelf.choose("scan-3")
    person.press("push button", "Share…")
    assert "The recorded voices go with it: somebody may know them." not in person.texts()
    place(person, tmp_path / "three minutes")
    person.press("push button", "Save")
    ended(person)
    there = opened(tmp_path / "three minutes.practice")
    assert (there.practice.id, there.giver) == ("scan-3", "")


def test_who_it_is_from_is_asked_anew_each_time(sharer):
    sharer.write("Who it is from", "Ana")
    sharer.press("push button", "Back")
    sharer.press("push button", "Share…")
    assert sharer.find("text", "Who it is from").typed == ""
    assert "Ana" not in (sharer.home / "settings.json").read_text()


def test_a_file_that_is_there_is_replaced_only_after_a_yes(sharer, tmp_path):
    path = tmp_path / "it.practice"
    path.write_bytes(b"dear")
    place(sharer, path)
    sharer.press("push button", "Save")
    assert "There is a file of this name. Replace it?" in sharer.texts()
    until(lambda: sharer.focused_name() == "push button “No, keep it”", "the keyboard on the safer answer")
    sharer.press("push button", "No, keep it")
    assert path.read_bytes() == b"dear"
    sharer.press("push button", "Save")
    sharer.press("push button", "Yes, replace it")
    ended(sharer)
    assert opened(path).practice.id == "minute"


def test_what_cannot_be_written_is_told_and_can_be_tried_elsewhere(sharer, tmp_path):
    place(sharer, tmp_path / "nowhere" / "a.practice")
    sharer.press("push button", "Save")
    ended(sharer)
    assert any("could not be written (No such file or directory)" in text for text in sharer.texts())
    until(lambda: sharer.focused_name() == "push button “Save”", "the keyboard")
    place(sharer, tmp_path / "a.practice")
    assert not any("could not be written" in text for text in sharer.texts())


def test_a_voice_that_has_gone_is_told_and_nothing_is_written(sharer, tmp_path):
    (sharer.home / "practices" / "minute" / "2-orient-1.flac").unlink()
    place(sharer, tmp_path / "it.practice")
    sharer.press("push button", "Save")
    ended(sharer)
    assert any("2-orient-1.flac is not there" in text for text in sharer.texts())
    assert not list(tmp_path.glob("*it*"))


@pytest.mark.parametrize("page", ["share", "save", "export"])
def test_the_button_stays_where_it_is_whatever_is_said(person, page):
    pages.EVERY[page](person)
    name = "Export" if page == "export" else "Save"

    def place():
        drawn(person)
        (page,) = [item for item in person.items() if item.inherits("QQuickFlickable")]
        return person.find("push button", name).item.mapToItem(page.property("contentItem"), QPointF()).toTuple()

    before = place()
    start_afresh(person)
    pages.EVERY[f"{page}_refused"](person)
    assert place() == before


def test_it_is_done_by_keyboard_alone(sharer, tmp_path):
    sharer.tab_to("text", "Who it is from")
    sharer.type("Bo")
    sharer.tab_to("text", "Where it goes")
    sharer.key(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    sharer.type(str(tmp_path / "it.practice"))
    sharer.tab_to("push button", "Save")
    sharer.key(Key.Key_Space)
    ended(sharer)
    assert opened(tmp_path / "it.practice").giver == "Bo"
    sharer.key(Key.Key_Escape)
    assert sharer.flow.page == "home"


def test_the_end_of_one_file_is_not_taken_for_that_of_another(person, tmp_path):
    person.shelf.choose("stay")
    person.flow.share()
    person.sharing.typeWhere(str(tmp_path / "stay.practice"))
    person.sharing.write()
    person.flow.back()
    person.shelf.choose("room")
    person.flow.share()
    ended(person)
    assert (person.sharing.title, person.sharing.written, person.sharing.said) == ("Back to the room", False, "")
