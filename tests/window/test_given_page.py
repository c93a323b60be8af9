"""A practice from somebody: seen whole first, on the shelf only after a yes, and never in the way of a sitting."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pages
import pytest
from given_files import CLIPS, TEXT, bare_voice, given, lay_out, voice
from hostile_files import HOSTILE, good
from person import until
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from test_care import ONE_PLACE
from test_sharing import ended, place

from grounding.base.failure import Failure
from grounding.base.settings import Settings
from grounding.practice.giving.shelving import OPENED

Key = Qt.Key


def come(person, path):
    pages.open_given(person, path)


def on_the_shelf(person):
    return [said.name for said in person.every("radio button")]


def taken(person):
    until(lambda: person.flow.at("home"), "the shelf")
    person.settle()


def beside(person):
    place = person.home / "practices" / OPENED
    return list(place.iterdir()) if place.exists() else []


def own(person):
    return sorted(each.name for each in (person.home / "practices").iterdir() if not each.name.startswith("."))


def gone(person):
    until(lambda: not beside(person), "the end of what was opened")


def test_all_of_it_is_seen_before_anything_is_on_the_shelf(person, tmp_path):
    come(person, given(tmp_path))
    said = list(person.texts())
    for words in (
        "A minute",
        "A breath or two, and the room again.",
        "about 1 min · English",
        "It says it is from: Ana",
        "Some of it is spoken by a recorded voice.",
        "Breathe",
        "Longer out-breath",
        "You might breathe with the circle, or keep your own breath.",
        "The room is here.",
    ):
        assert words in said
    assert len(person.every("push button", "Listen")) == 2
    assert own(person) == []
    assert "minute" not in person.shelf._practices


def test_that_a_breath_is_held_is_said_beside_its_name(person, tmp_path):
    walk = """
[[pattern]]
id = "walk"
name = "After a walk"
strokes = [{ to = 1, seconds = 3.5 }, { to = 1, seconds = 1 }, { to = 0, seconds = 5 }]
"""
    come(person, given(tmp_path, text=TEXT.replace('"longer-exhale"', '"walk"') + walk))
    assert "After a walk · with holds" in person.texts()
    person.press("push button", "Leave it")
    folder = tmp_path / "box"
    folder.mkdir()
    come(person, given(folder, text=TEXT.replace('"longer-exhale"\nbreaths = 4', '"box"\nseconds = 60')))
    assert "Box · with holds" in person.texts()


def test_words_for_places_that_a_walk_does_not_go_to_stand_by_themselves(person, tmp_path):
    shipped = Path(person.shelf.practice("slow-down").file).read_text(encoding="utf-8")
    come(person, given(tmp_path, text=shipped.replace('"slow-down"', '"slow"', 1)))
    (scan,) = [step for step in person.receiving.steps if step["name"] == "Places of the body"]
    walked, said, others = scan["parts"]
    assert scan["about"] == "Hands, Eyes, Chest"
    assert {line.split(":")[0] for line in walked["text"].split("\n")} == {"Hands", "Eyes", "Chest"}
    assert said == {"row": -1, "text": "Said where other places were just named at a check-in:", "quiet": True}
    assert [line.split(":")[0] for line in others["text"].split("\n")][0::2] == [
        "Jaw", "Throat", "Shoulders", "Belly", "Back", "Legs", "Feet", "Somewhere else", "Any other place",
    ]  # fmt: skip
    for part in scan["parts"]:
        assert part["text"] in person.texts()


def test_near_the_shelf_is_a_way_to_open_one_and_it_leads_back_there(person):
    person.press("push button", "Open a practice…")
    assert person.flow.page == "given"
    person.press("push button", "Back")
    assert person.flow.page == "home"


def test_after_a_yes_it_stands_on_the_shelf_chosen_and_with_the_keyboard(person, tmp_path):
    come(person, given(tmp_path))
    until(lambda: person.focused_name() == "push button “Put it on the shelf”", "the keyboard on the answer")
    person.key(Key.Key_Space)
    taken(person)
    assert person.shelf.choice() == "minute"
    until(lambda: person.focused_name() == "radio button “A minute”", "the keyboard on the shelf")
    folder = person.home / "practices" / "minute"
    assert (folder / "practice.toml").read_text() == TEXT
    assert sorted(each.name for each in folder.iterdir()) == sorted([*CLIPS, "practice.toml"])
    assert beside(person) == []


def test_who_has_gone_to_the_room_meanwhile_stays_there(person, tmp_path):
    come(person, given(tmp_path))
    person.receiving.take()
    person.press("push button", "Back to the room")
    person.settle()
    until(lambda: len(own(person)) == 1 and person.shelf.choice() == own(person)[0], "it on the shelf")
    assert person.flow.page == "room"


def test_one_whose_every_place_is_left_out_is_taken_and_it_is_said_where_it_is(start, tmp_path):
    person = start(Settings(welcomed=True, left_out=("chest",)))
    come(person, given(tmp_path, text=ONE_PLACE))
    person.press("push button", "Put it on the shelf")
    taken(person)
    assert own(person) == ["one"]
    assert "Each place in “One place” is left out" in person.flow.said


def test_said_twice_it_is_taken_once(person, tmp_path):
    come(person, given(tmp_path))
    person.receiving.take()
    person.receiving.take()
    taken(person)
    person.settle()
    assert (len(own(person)), person.receiving.said) == (1, "")


def test_left_it_leaves_nothing(person, tmp_path):
    come(person, given(tmp_path))
    person.press("push button", "Leave it")
    assert person.flow.page == "home"
    gone(person)
    assert own(person) == []


def test_what_cannot_be_read_is_told_in_a_sentence_and_another_can_be_chosen(person, tmp_path):
    (tmp_path / "bad.practice").write_bytes(HOSTILE["parts over each other"][0]())
    come(person, tmp_path / "bad.practice")
    assert any("bad.practice has parts that lie over each other" in text for text in person.texts())
    assert person.missing("push button", "Put it on the shelf")
    person.find("text", "Where it is").interface.editableTextInterface().deleteText(0, 4000)
    person.write("Where it is", str(given(tmp_path)))
    person.press("push button", "Look into it")
    until(lambda: person.receiving.read, "what is in it")
    person.press("push button", "Put it on the shelf")
    taken(person)
    assert "A minute" in on_the_shelf(person)


def test_by_keyboard_alone_from_the_settings_to_the_shelf(person, tmp_path):
    path = given(tmp_path)
    person.flow.show("settings")
    person.tab_to("push button", "Open a practice…")
    person.key(Key.Key_Return)
    person.tab_to("text", "Where it is")
    person.type(str(path))
    person.key(Key.Key_Return)
    until(lambda: person.focused_name() == "push button “Put it on the shelf”", "what is in it")
    person.key(Key.Key_Return)
    taken(person)
    assert person.shelf.choice() == "minute"


def test_with_no_file_at_hand_it_leads_back(person):
    person.flow.show("given")
    person.press("push button", "Back")
    assert person.flow.page == "home"


def test_the_very_same_one_is_not_put_there_twice(person, tmp_path):
    path = given(tmp_path)
    come(person, path)
    person.press("push button", "Put it on the shelf")
    taken(person)
    person.shelf.choose("stay")
    come(person, path)
    assert "It stands on your shelf already, word for word." in person.texts()
    person.press("push button", "Show it there")
    taken(person)
    assert (person.shelf.choice(), own(person)) == ("minute", ["minute"])
    gone(person)


def test_one_whose_voice_is_another_is_not_the_same(person, tmp_path):
    come(person, given(tmp_path))
    person.press("push button", "Put it on the shelf")
    taken(person)
    (person.home / "practices" / "minute" / CLIPS[0]).write_bytes(voice(seed=7))
    come(person, given(tmp_path / "again"))
    assert person.receiving.meets == "own"


def mine_and_another(person, tmp_path):
    """Mine is on the shelf, and somebody gives another one with its id."""
    come(person, given(tmp_path))
    person.press("push button", "Put it on the shelf")
    taken(person)
    come(person, given(tmp_path / "other", text=TEXT.replace("The room is here.", "Here is the room.")))


def test_both_can_stay_the_new_one_under_an_id_and_a_title_of_its_own(person, tmp_path):
    mine_and_another(person, tmp_path)
    person.press("push button", "Keep both")
    taken(person)
    assert person.shelf.choice() == "minute-2"
    assert {"A minute", "A minute (2)"} <= set(on_the_shelf(person))
    assert own(person) == ["minute", "minute-2"]
    text = (person.home / "practices" / "minute-2" / "practice.toml").read_text()
    changed = TEXT.replace("The room is here.", "Here is the room.").replace('"minute"', '"minute-2"')
    assert text == changed.replace('"A minute"', '"A minute (2)"')


def test_one_that_comes_with_the_program_stays_where_it_is(person, tmp_path):
    come(person, given(tmp_path, text=TEXT.replace('"minute"', '"stay"')))
    assert person.missing("push button", "Put it in the place of mine")
    assert any(text.startswith("“Stay”, which comes with Grounding") for text in person.texts())
    person.press("push button", "Keep both")
    taken(person)
    assert person.shelf.choice() == "stay-2"
    assert {"Stay", "A minute"} <= set(on_the_shelf(person))


def test_it_can_take_the_place_of_mine_and_that_can_be_undone(person, tmp_path):
    mine_and_another(person, tmp_path)
    person.press("push button", "Put it in the place of mine")
    taken(person)
    assert [said for said in on_the_shelf(person) if said == "A minute"] == ["A minute"]
    assert person.shelf.practice("minute").steps[1].prompts[0].text == "Here is the room."
    person.flow.show("settings")
    person.flow.show("home")
    assert "A practice of yours has made room for another." in person.texts()
    person.press("push button", "Undo")
    until(lambda: not person.deleting.mayUndo, "mine")
    assert person.shelf.practice("minute").steps[1].prompts[0].text == "The room is here."
    assert own(person) == ["minute"]


def test_what_has_been_written_since_in_the_one_that_took_its_place_can_come_back_too(person, tmp_path):
    mine_and_another(person, tmp_path)
    person.press("push button", "Put it in the place of mine")
    taken(person)
    file = Path(person.shelf.practice("minute").file)
    file.write_text(file.read_text().replace("Here is the room.", "Here is a whole room."))
    came_back = []
    person.deleting.cameBack.connect(lambda: came_back.append(person.shelf.practice("minute").steps[1].prompts[0].text))
    for times in (1, 2, 3):
        person.press("push button", "Undo")
        until(lambda times=times: len(came_back) == times, "it")
    assert came_back == ["The room is here.", "Here is a whole room.", "The room is here."]


def test_where_the_one_that_made_room_cannot_come_back_the_other_stays(person, tmp_path):
    mine_and_another(person, tmp_path)
    person.press("push button", "Put it in the place of mine")
    taken(person)
    (waits,) = (person.home / "practices" / ".deleted").iterdir()
    for each in waits.iterdir():
        each.rename(tmp_path / "elsewhere")
    person.press("push button", "Undo")
    until(lambda: person.flow.said, "the sentence")
    person.shelf.read()
    assert person.shelf.practice("minute").steps[1].prompts[0].text == "Here is the room."


def test_a_sitting_goes_on_while_a_file_waits_and_a_line_says_so(person, tmp_path):
    pages.arrive(person)
    person.arriving.come(given(tmp_path))
    person.settle()
    assert (person.flow.page, person.run.running, beside(person)) == ("sitting", True, [])
    assert "A practice has been opened; it waits until this page is left." in person.texts()
    person.key(Key.Key_B)
    assert person.flow.page == "room"
    person.press("push button", "End")
    until(lambda: person.receiving.read, "what is in it")
    assert person.flow.page == "given"
    assert person.flow.said == ""


def test_what_was_said_before_a_file_came_is_still_said(person, tmp_path):
    person.flow.say(Failure("journal-locked"))
    come(person, given(tmp_path))
    assert any(text.startswith("The journal is locked;") for text in person.texts())


@pytest.mark.parametrize("page", [pages.write, pages.welcome, pages.voices, pages.journal_rewording])
def test_it_waits_too_where_something_is_being_written_or_asked(person, tmp_path, page):
    page(person)
    before = person.flow.page
    person.arriving.come(given(tmp_path))
    person.settle()
    assert person.flow.page == before
    person.flow.show("home")
    until(lambda: person.flow.at("given"), "the page")


def dropped(person, *urls):
    """Hold files over the window and let go of them; return whether the window would take them."""
    data = QMimeData()
    data.setUrls([QUrl(each) if "://" in each else QUrl.fromLocalFile(each) for each in urls])
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), actions, data, buttons, keys)
    QCoreApplication.sendEvent(person.window, enter)
    if enter.isAccepted():
        QCoreApplication.sendEvent(person.window, QDropEvent(QPointF(300, 300), actions, data, buttons, keys))
    return enter.isAccepted()


def test_dropped_on_the_window_it_is_opened(person, tmp_path):
    path = given(tmp_path)
    assert dropped(person, str(path))
    until(lambda: person.receiving.read, "what is in it")
    assert "A minute" in person.texts()


def test_nothing_else_can_be_dropped(person, tmp_path):
    path = str(given(tmp_path))
    for urls in ([str(tmp_path)], [path + ".toml"], [path, path], ["https://localhost/a.practice"]):
        assert not dropped(person, *urls)
    assert person.flow.page == "home"


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_named_at_the_start_it_is_opened_and_by_a_second_start_too(start, tmp_path):
    person = start(Settings(welcomed=True), asked={"file": str(given(tmp_path))})
    until(lambda: person.receiving.read, "what is in it")
    assert person.flow.page == "given"
    (tmp_path / "other.practice").write_bytes(good())
    person.grounding.come_forward({"file": str(tmp_path / "other.practice")})
    until(lambda: str(person.receiving.where).endswith("other.practice") and person.receiving.read, "the other one")
    until(lambda: len(beside(person)) == 1, "the end of the first")


def test_a_voice_in_it_can_be_heard_before_it_is_taken(person, tmp_path):
    come(person, given(tmp_path))
    person.press("push button", "Listen", about="The room is here.")
    (clip,) = person.trial._performance().clips
    assert Path(clip.path).read_bytes() == bare_voice(1)
    person.press("push button", "Leave it")
    assert person.trial._performance().clips == ()


def test_however_many_words_there_are_the_page_has_few_parts(person, tmp_path):
    """The window would stand still while it makes thousands of them."""
    prompts = "".join(f'[[step.prompt]]\ntext = "Word {number}."\nclip = "{CLIPS[0]}"\n' for number in range(50))
    words = '[[step]]\nkind = "stay"\n' + prompts
    text = TEXT[: TEXT.index("[[step]]")] + words * 12 + words.replace(CLIPS[0], CLIPS[1], 1)
    come(person, given(tmp_path, text=text))
    said = "\n".join(person.texts())
    assert said.count("Word 49.") == 13 + 1  # one of them names a button too
    assert "Word 49. (spoken)" in said
    assert len(person.every("push button", "Listen")) == 60
    assert len(list(person.items())) < 1500


def test_esc_while_it_is_read_leaves_nothing(person, tmp_path):
    person.flow.show("given")
    person.receiving.begin(given(tmp_path, seconds=60.0))
    assert person.receiving.working
    person.key(Key.Key_Escape)
    until(lambda: not person.receiving.working, "the end")
    person.key(Key.Key_Escape)
    assert person.flow.page == "home"
    person.settle()
    gone(person)


def test_a_process_that_is_ended_while_it_reads_is_told_and_leaves_nothing(person, tmp_path):
    person.flow.show("given")
    person.receiving.begin(given(tmp_path, seconds=60.0))
    until(lambda: beside(person), "what is read first")
    os.kill(person.receiving._gift._child.pid, signal.SIGKILL)
    until(lambda: person.receiving.said, "the sentence")
    gone(person)


def test_what_a_program_that_was_ended_left_beside_the_shelf_goes_at_the_next_start(start, home):
    left = home / "practices" / OPENED / "0123456789abcdef"
    left.mkdir(parents=True)
    (left / "practice.toml").write_text("x")
    person = start(Settings(welcomed=True))
    until(lambda: not beside(person), "the end of it")


def test_a_shelf_that_cannot_be_written_to_is_told_and_it_can_be_tried_again(person, tmp_path):
    come(person, given(tmp_path))
    folder = person.home / "practices" / "minute"
    held = person.receiving._read.opened.folder
    away = held.with_name("away")
    held.rename(away)
    person.press("push button", "Put it on the shelf")
    until(lambda: person.receiving.said, "the sentence")
    assert any(text.startswith("It could not be put on the shelf") for text in person.texts())
    away.rename(held)
    person.press("push button", "Put it on the shelf")
    taken(person)
    assert folder.is_dir()


def test_given_in_one_home_and_taken_in_another_it_sounds_the_same(start, home, tmp_path):
    home.mkdir(mode=0o700)
    lay_out(home / "practices" / "minute", seconds=2.0)
    person = start(Settings(welcomed=True, practice="minute"))
    person.press("push button", "Share…")
    place(person, tmp_path / "it.practice")
    person.press("push button", "Save")
    ended(person)
    other = tmp_path / "other home"
    subprocess.run(
        [sys.executable, "-c", TAKE, str(tmp_path / "it.practice"), str(other)], check=True, timeout=60,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    sounds = []
    for where in (home, other):
        out = tmp_path / f"{where.name}.wav"
        command = [sys.executable, "-m", "grounding", "--home", str(where), "render", "minute", str(out)]
        subprocess.run(command, check=True, timeout=120, cwd=Path(__file__).parents[2])
        sounds.append(out.read_bytes())
    assert sounds[0] == sounds[1]
    assert (other / "practices" / "minute" / "practice.toml").read_text() == TEXT


TAKE = """
import sys
from pathlib import Path
from grounding.practice.giving.shelving import Opened, place_to_open, put_on_shelf
from grounding.sound.giving import open_given
own = Path(sys.argv[2]) / "practices"
into = place_to_open(own)
told = open_given({"file": sys.argv[1], "into": str(into)})
put_on_shelf(Opened(folder=into, voices=told["voices"]), own, "minute")
"""
