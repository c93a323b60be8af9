"""The page on which a practice of one's own is written: by keyboard, by a screen reader, and kept as it is typed."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pages
import pytest
from given_files import given
from person import until
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest

from grounding.base.settings import Settings
from grounding.practice.care import care_list, hints
from grounding.practice.practice import Kind
from grounding.practice.reading import read_practice
from grounding.window.writing.edited_file import KEEP_AFTER_MS
from grounding.window.writing.first_words import FirstWords

Key, Ctrl, Shift, Alt = (
    Qt.Key,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def writing(person):
    """Somebody who writes their own copy of A slower few minutes."""
    pages.edit(person)
    return person


def file_of(person):
    return Path(person.editing.practice.file)


def in_file(person):
    return read_practice(file_of(person))


def kept(person, true):
    """Wait until the file holds it; nothing but time is needed for that."""
    until(lambda: true(in_file(person)), "it in the file")


def open_step(person, step):
    person.press("push button", step)
    person.settle()


def kinds(practice):
    return [step.kind.value for step in practice.steps]


def replace_all(person, text):
    person.key(Key.Key_A, Ctrl)
    person.type(text)


def put(person, field, text):
    """Write over what stands in a field, as an assistive tool does."""
    person.find("text", field).interface.editableTextInterface().replaceText(0, 999, text)
    QTest.qWait(0)


def drawn(person):
    for _ in range(3):
        person.window.grabWindow()
        person.settle()


# By keyboard alone


def test_a_whole_practice_is_written_tried_and_found_again_by_keyboard_alone(start, restart):
    person = start(Settings(welcomed=True))
    person.tab_to("push button", "A new practice")
    person.key(Key.Key_Return)
    until(lambda: person.flow.page == "edit", "the page")
    person.tab_to("text", "Title")
    replace_all(person, "for tuesdays")
    person.tab_to("push button", "Step 1: Arrive")
    person.key(Key.Key_Space)
    person.tab_to("text", "seconds", "Step 1: Arrive")
    replace_all(person, "35")
    person.tab_to("text", "Prompt 1")
    replace_all(person, "you might sit, or stand.")
    person.tab_to("push button", "Add: Breathe")
    person.key(Key.Key_Return)
    until(lambda: person.focused_name() == "push button “Step 2: Breathe”", "the new step")
    person.tab_to("push button", "Breath: My own breath")
    person.key(Key.Key_Space)
    person.tab_to("radio button", "Even")
    person.key(Key.Key_Space)
    person.tab_to("radio button", "so many breaths")
    person.key(Key.Key_Space)
    person.tab_to("text", "breaths", "Step 2: Breathe")
    replace_all(person, "3")
    person.tab_to("push button", "Try from here", "Step 2: Breathe")
    person.key(Key.Key_Space)
    assert person.flow.page == "sitting"
    assert person.run.kind == "breathe"
    person.find("label", "A try: nothing of it is kept.")
    person.key(Key.Key_Escape)
    assert person.flow.page == "edit"
    until(lambda: person.focused_name() == "push button “Try from here”", "the place one came from")
    person.key(Key.Key_Escape)
    assert person.flow.page == "home"
    person.settle()

    again = restart(person)
    assert again.find("radio button", "for tuesdays").checked
    practice = again.shelf.practice(again.shelf.choice())
    arrive, breathe = practice.steps
    assert (arrive.seconds, arrive.prompts[0].text) == (35, "you might sit, or stand.")
    assert (breathe.breaths, breathe.pattern) == (3, "even")


def test_a_step_is_moved_by_keys_and_by_buttons_and_keeps_the_keyboard(writing):
    writing.tab_to("push button", "Step 1: Arrive")
    writing.key(Key.Key_Down, Alt)
    assert writing.focused_name() == "push button “Step 2: Arrive”"
    writing.key(Key.Key_Space)
    writing.key(Key.Key_Down, Alt)
    assert writing.focused_name() == "push button “Step 3: Arrive”"
    assert writing.editing.open == 2
    writing.tab_to("push button", "Move up", "Step 3: Arrive")
    writing.key(Key.Key_Space)
    assert writing.focused_name() == "push button “Move up”"
    assert kinds(writing.editing.practice)[:3] == ["breathe", "arrive", "name"]
    writing.key(Key.Key_Up, Alt, times=3)  # no further than the first place
    assert kinds(writing.editing.practice)[:2] == ["arrive", "breathe"]
    kept(writing, lambda practice: kinds(practice)[:2] == ["arrive", "breathe"])


def test_what_has_happened_where_the_keyboard_is_not_is_announced(writing):
    told = []
    writing.editing.told.connect(told.append)
    writing.editing.moveStep(0, 1)
    writing.editing.removeStep(0)
    writing.key(Key.Key_Z, Ctrl)
    assert told == ["Now step 2 of 9.", "The step is gone; undo brings it back.", "Taken back."]


def test_a_step_is_drawn_to_another_place(writing):
    drawn(writing)
    rows = [writing.find("push button", f"Step {number}").item for number in ("1: Arrive", "3: Give it a name")]
    grip = rows[0].mapToScene(QPoint(14, round(rows[0].height() / 2))).toPoint()
    there = rows[1].mapToScene(QPoint(14, round(rows[1].height() / 2))).toPoint()
    QTest.mousePress(writing.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, grip)
    for part in range(1, 11):
        QTest.mouseMove(writing.window, grip + (there - grip) * part / 10)
        QTest.qWait(5)
    QTest.mouseRelease(writing.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, there)
    QTest.qWait(0)
    assert kinds(writing.editing.practice)[:3] == ["breathe", "name", "arrive"]


def test_escape_leaves_a_field_first_and_then_the_page(writing):
    open_step(writing, "Step 1: Arrive")
    writing.tab_to("text", "Prompt 2")
    writing.key(Key.Key_Escape)
    assert writing.flow.page == "edit"
    assert writing.focused_name() == "push button “Step 1: Arrive”"
    writing.key(Key.Key_Escape)
    assert writing.flow.page == "home"


def test_undo_and_redo_mean_the_practice_in_a_field_too(writing):
    open_step(writing, "Step 1: Arrive")
    writing.editing.moveStep(1, 2)
    writing.tab_to("text", "Prompt 1")
    writing.key(Key.Key_End, Ctrl)
    writing.type("ok")
    writing.key(Key.Key_Z, Ctrl)
    assert writing.find("text", "Prompt 1").typed == "You are here. Your eyes can stay open, or close if you like."
    assert kinds(writing.editing.practice)[1:3] == ["name", "breathe"]
    writing.key(Key.Key_Z, Ctrl)
    assert kinds(writing.editing.practice)[1:3] == ["breathe", "name"]
    for keys in ((Key.Key_Y, Ctrl), (Key.Key_Z, Ctrl | Shift)):
        writing.key(*keys)
    assert writing.find("text", "Prompt 1").typed.endswith(".ok")
    assert kinds(writing.editing.practice)[1:3] == ["name", "breathe"]


def test_the_keyboard_is_somewhere_to_be_seen_when_what_it_was_on_is_taken_back(writing):
    open_step(writing, "Step 1: Arrive")
    writing.tab_to("push button", "Another prompt")
    writing.key(Key.Key_Space)
    until(lambda: writing.focused_name() == "text “Prompt 4”", "the new prompt")
    writing.key(Key.Key_Z, Ctrl)
    until(lambda: writing.focused_name() == "push button “Step 1: Arrive”", "the line of the step")
    writing.key(Key.Key_Escape)
    writing.press("push button", "Edit…")
    until(lambda: writing.flow.page == "edit", "the page")
    writing.press("push button", "Add: Stay")
    until(lambda: writing.focused_name() == "push button “Step 10: Stay”", "the new step")
    writing.key(Key.Key_Z, Ctrl)
    until(lambda: writing.focused_name() == "push button “Back”", "the way back")


def test_a_place_is_moved_ticked_and_given_words_by_keyboard_alone(writing):
    open_step(writing, "Step 5: Places of the body")
    writing.tab_to("check box", "Hands")
    writing.key(Key.Key_Down, Alt)
    until(lambda: writing.focused_name() == "check box “Hands”", "the place")
    writing.tab_to("check box", "Feet")
    writing.key(Key.Key_Space)
    assert [region.value for region in writing.editing.practice.steps[4].regions] == ["eyes", "hands", "chest", "feet"]
    writing.tab_to("push button", "The words of Feet")
    writing.key(Key.Key_Space)
    writing.tab_to("text", "Prompt 1")
    replace_all(writing, "or not.")
    kept(writing, lambda practice: practice.steps[4].said_at("feet")[0].text == "or not.")


def press(person, name, about=None):
    person.tab_to("push button", name, about)
    person.key(Key.Key_Space)


def beside(person, field):
    """Return the words that stand beside a field, in its line."""
    texts = (each for each in person.items(field.parentItem()) if each.inherits("QQuickText"))
    return [each.property("text") for each in texts]


def test_the_quiet_after_a_prompt_reads_well_with_a_number_and_without_one(person):
    pages.edit_new(person)
    press(person, "Step 1: Arrive")
    field = person.tab_to("text", "Quiet after it", "Prompt 1")
    replace_all(person, "7")
    assert "seconds of quiet" in beside(person, field)
    person.key(Key.Key_Backspace)
    person.settle()
    assert {"the rest", "is quiet"} <= set(beside(person, field))


def test_moving_and_removing_have_the_same_words_for_steps_places_and_prompts(person):
    pages.edit_places(person)
    words = {said.name for said in person.every("push button")}
    assert words & {"Up", "Down", "Earlier", "Later", "Remove", "Delete this step"} <= {"Remove"}
    seen = {str(item.property("text")) for item in person.items() if item.inherits("QQuickAbstractButton")}
    assert seen & {"Up", "Down", "Earlier", "Later", "Delete this step"} == set()
    about = {said.description for said in person.every("push button", "Move up")}
    assert any(each.startswith("Step") for each in about)
    assert "Eyes" in about


def test_words_quiet_and_prompts_are_written_by_keyboard_alone(person):
    pages.edit_new(person)
    press(person, "Step 1: Arrive")
    person.tab_to("text", "Prompt 1")
    replace_all(person, "you must look.")
    person.tab_to("text", "Quiet after it", "Prompt 1")
    replace_all(person, "7")
    person.key(Key.Key_Up)
    press(person, "Another prompt")
    until(lambda: person.focused_name() == "text “Prompt 2”", "the new prompt")
    replace_all(person, "or not.")
    press(person, "Move up", "Prompt 2")
    until(lambda: person.focused_name() == "text “Prompt 1”", "the prompt that moved")
    kept(person, lambda practice: [each.text for each in practice.steps[0].prompts] == ["or not.", "you must look."])
    assert in_file(person).steps[0].prompts[1].quiet_s == 12
    press(person, "Remove", "Prompt 2")
    kept(person, lambda practice: len(practice.steps[0].prompts) == 1)
    press(person, "Undo")
    kept(person, lambda practice: len(practice.steps[0].prompts) == 2)
    press(person, "Redo")
    kept(person, lambda practice: len(practice.steps[0].prompts) == 1)
    press(person, "Sound…", "Prompt 1")
    until(lambda: person.flow.page == "voices", "the voices")
    person.key(Key.Key_Escape)
    until(lambda: person.flow.page == "edit", "the page one came from")


def test_a_step_and_its_places_are_written_by_keyboard_alone(person):
    pages.edit_new(person)
    press(person, "Add: Places of the body")
    until(lambda: person.focused_name() == "push button “Step 2: Places of the body”", "the new step")
    press(person, "Breath: as before it")
    person.tab_to("radio button", "Even")
    person.key(Key.Key_Space)
    person.tab_to("check box", "Feet")
    person.key(Key.Key_Space)
    press(person, "The words of Feet")
    press(person, "Write words for it", "Feet")
    person.tab_to("text", "Prompt 1")
    replace_all(person, "ground, or none.")
    press(person, "Move up", "Feet")
    kept(person, lambda practice: [each.value for each in practice.steps[-1].regions] == ["feet", "hands"])
    assert in_file(person).steps[1].said_at("feet")[0].text == "ground, or none."
    assert in_file(person).steps[1].pattern == "even"
    press(person, "Another like it", "Step 2: Places of the body")
    until(lambda: person.focused_name() == "push button “Step 3: Places of the body”", "its like")
    press(person, "Move up", "Step 3: Places of the body")
    press(person, "Remove this step", "Step 2: Places of the body")
    kept(person, lambda practice: kinds(practice) == ["arrive", "scan"])


# By a screen reader


def test_a_practice_is_written_by_a_screen_reader(person):
    person.press("push button", "A new practice")
    until(lambda: person.flow.page == "edit", "the page")
    person.press("push button", "Add: Places of the body")
    assert person.editing.open == 1
    person.press("check box", "Feet")
    person.press("push button", "The words of Any place without words of its own")
    person.find("text", "Prompt 1").interface.editableTextInterface().replaceText(
        0, 999, "There may be ground, or none."
    )
    QTest.qWait(0)
    person.press("push button", "Another prompt")
    person.press("push button", "Move up", "Prompt 2")
    person.press("push button", "Remove", "Prompt 2")
    person.press("push button", "Move up", "Step 2: Places of the body")
    person.press("push button", "Another like it", "Step 1: Places of the body")
    person.press("push button", "Remove this step", "Step 2: Places of the body")
    kept(person, lambda practice: kinds(practice) == ["scan", "arrive"])
    scan = in_file(person).steps[0]
    assert [region.value for region in scan.regions] == ["hands", "feet"]
    assert [prompt.text for prompt in scan.places[0].prompts] == ["Perhaps this, or not."]


def test_each_step_says_what_it_is_how_long_and_whether_it_is_open(writing):
    closed = writing.find("push button", "Step 2: Breathe")
    assert closed.description.startswith("10 breaths, 1 min 15 s. You might breathe")
    writing.act(closed)
    assert writing.find("push button", "Step 2: Breathe").description == "10 breaths, 1 min 15 s. open"


# Kept as it is typed


def test_what_is_typed_is_in_the_file_by_itself_and_nothing_else_is_changed(writing):
    before = file_of(writing).read_text(encoding="utf-8")
    writing.tab_to("text", "Title")
    replace_all(writing, "mine")
    kept(writing, lambda practice: practice.title == "mine")
    assert file_of(writing).read_text(encoding="utf-8") == before.replace('"A slower few minutes (mine)"', '"mine"')


def test_how_long_it_is_is_said_as_one_writes(writing):
    assert writing.find("label", "about 7 min, and your own time").seen
    open_step(writing, "Step 1: Arrive")
    writing.tab_to("text", "seconds", "Step 1: Arrive")
    replace_all(writing, "640")
    assert writing.find("label", "about 17 min, and your own time").seen
    writing.key(Key.Key_Down)
    assert writing.editing.practice.steps[0].seconds == 635


def test_a_prompt_without_words_stays_so_in_its_field_and_goes_when_the_page_is_left(writing):
    open_step(writing, "Step 1: Arrive")
    writing.tab_to("text", "Prompt 2")
    writing.key(Key.Key_A, Ctrl)
    writing.key(Key.Key_Delete)
    assert writing.find("text", "Prompt 2").typed == ""
    assert any(text.startswith("Without words for now") for text in writing.texts())
    assert len(in_file(writing).steps[0].prompts) == 3
    writing.editing.moveStep(0, 1)
    assert writing.find("text", "Prompt 2").typed == ""
    writing.key(Key.Key_Escape, times=2)
    assert writing.flow.page == "home"

    def prompts():
        practice = writing.shelf.practice(writing.shelf.choice())
        return [prompt.text[:8] for prompt in practice.steps[1].prompts]

    until(lambda: prompts() == ["You are ", "Next, if"], "the shelf read anew")
    writing.press("push button", "Edit…")
    until(lambda: writing.flow.page == "edit", "the page")
    writing.press("push button", "Undo")
    assert len(writing.editing.practice.steps[1].prompts) == 3


def test_a_number_that_is_none_stays_in_its_field_and_the_practice_as_it_was(writing):
    open_step(writing, "Step 1: Arrive")
    writing.tab_to("text", "Quiet after it", "Prompt 1")
    for typed, said in (
        ("90", "Together, the quiet after the words can be up to 40 s here."),
        ("9000", "From 0 to 7200."),
    ):
        replace_all(writing, typed)
        assert writing.find("text", "Quiet after it", "Prompt 1").typed == typed
        assert said in list(writing.texts())
        assert writing.editing.practice.steps[0].prompts[0].quiet_s in (None, 9)
    replace_all(writing, "15")
    kept(writing, lambda practice: practice.steps[0].prompts[0].quiet_s == 15)


def test_what_is_pasted_becomes_one_line_that_can_be_said_at_once(writing):
    open_step(writing, "Step 1: Arrive")
    writing.find("text", "Prompt 1").interface.editableTextInterface().replaceText(
        0, 999, "Here,\nor\u2028there\x07" + "x" * 300
    )
    until(lambda: writing.find("text", "Prompt 1").typed.startswith("Here, or there"), "the line")
    assert len(writing.find("text", "Prompt 1").typed) == 240
    kept(writing, lambda practice: practice.steps[0].prompts[0].text.startswith("Here, or therex"))


def test_words_that_push_have_a_hint_beside_them_and_are_kept_all_the_same(writing):
    open_step(writing, "Step 1: Arrive")
    writing.prompt_editing.type(0, "You should relax.")
    said = list(writing.texts())
    assert "“relax”, “should” can push; “you might”, or “perhaps”, leaves it open." in said
    assert "“You might”, “perhaps”, or an “or” would leave a choice." in said
    kept(writing, lambda practice: practice.steps[0].prompts[0].text == "You should relax.")


@pytest.mark.parametrize("kind", list(Kind))
def test_the_words_that_a_step_begins_with_need_no_hint(kind):
    rules = care_list("en")
    assert hints(FirstWords().of(kind), rules) == ()
    assert hints(FirstWords().title(), rules, prompt=False) == hints(FirstWords().summary(), rules, prompt=False) == ()


def test_a_place_that_is_the_last_one_stays_and_it_is_said_why(person):
    pages.edit_refused(person)
    scan = person.editing.practice.steps[person.editing.open]
    assert len(scan.regions) == 1
    assert person.find("alert", "One place at least stays, or those just named.").seen
    assert person.find("check box", "Chest").checked


# Somebody else writes in it


def theirs(person):
    """Another program changes the file while something is being typed."""
    person.settle()
    file = file_of(person)
    file.write_text(file.read_text(encoding="utf-8").replace("seconds = 40", "seconds = 44"), encoding="utf-8")
    person.editing.typeTitle("Ours")
    until(lambda: person.editing.conflict, "the question")


def test_what_another_program_has_written_is_not_written_over_and_can_be_taken_in(writing):
    theirs(writing)
    assert in_file(writing).title == "A slower few minutes (mine)"
    writing.press("push button", "Take theirs in")
    until(lambda: not writing.editing.conflict, "the answer")
    assert (writing.editing.practice.title, writing.editing.practice.steps[0].seconds) == (
        "A slower few minutes (mine)",
        44,
    )
    writing.press("push button", "Undo")
    kept(writing, lambda practice: (practice.title, practice.steps[0].seconds) == ("Ours", 40))


def test_or_written_over_and_undo_leads_to_what_it_was(writing):
    theirs(writing)
    writing.press("push button", "Keep mine")
    kept(writing, lambda practice: (practice.title, practice.steps[0].seconds) == ("Ours", 40))
    until(lambda: not writing.editing.conflict, "the answer")
    writing.press("push button", "Undo")
    kept(writing, lambda practice: practice.steps[0].seconds == 44)


def test_left_without_an_answer_both_are_on_the_shelf(writing):
    theirs(writing)
    writing.press("push button", "Back")
    until(lambda: len(writing.every("radio button", "Ours")) == 1, "the other practice")
    assert writing.shelf.practice("slow-down-mine").steps[0].seconds == 44
    assert writing.shelf.practice("slow-down-mine-mine").steps[0].seconds == 40


def test_left_before_the_question_could_be_asked_both_are_on_the_shelf(writing):
    writing.settle()
    file = file_of(writing)
    file.write_text(file.read_text(encoding="utf-8").replace("seconds = 40", "seconds = 44"), encoding="utf-8")
    writing.editing.typeTitle("Ours")
    writing.press("push button", "Back")
    until(lambda: len(writing.every("radio button", "Ours")) == 1, "the other practice")
    assert writing.shelf.practice("slow-down-mine").steps[0].seconds == 44


def test_what_cannot_be_written_as_the_page_is_left_is_told_and_written_once_it_can_be(writing):
    file = file_of(writing)
    before = file.read_bytes()
    file.unlink()
    file.parent.rmdir()
    file.parent.write_text("in its place")
    writing.editing.typeTitle("Ours")
    writing.press("push button", "Back")
    until(lambda: "could not be" in writing.flow.said, "the sentence")
    file.parent.unlink()
    until(file.exists, "the file")
    assert read_practice(file).title == "Ours"
    assert file.read_bytes() == before.replace(b'"A slower few minutes (mine)"', b'"Ours"')


def refuse(file):
    """Let nothing be written where a practice is kept; return what allows it again."""
    file.unlink()
    file.parent.rmdir()
    file.parent.write_text("in its place")
    return file.parent.unlink


def test_what_cannot_be_written_is_still_there_when_it_is_opened_again(writing):
    file = file_of(writing)
    held = file.read_bytes()
    allow = refuse(file)
    writing.editing.typeTitle("Ours")
    writing.press("push button", "Back")
    until(lambda: "could not be" in writing.flow.said, "the sentence")
    allow()
    file.parent.mkdir()
    file.write_bytes(held)
    writing.press("push button", "Edit…")
    until(lambda: writing.flow.page == "edit", "the page")
    assert writing.editing.title == "Ours"
    kept(writing, lambda practice: practice.title == "Ours")


def test_what_cannot_be_written_is_written_though_another_practice_is_open_by_then(writing):
    file = file_of(writing)
    allow = refuse(file)
    writing.editing.typeTitle("Ours")
    writing.press("push button", "Back")
    until(lambda: "could not be" in writing.flow.said, "the sentence")
    allow()
    pages.edit(writing, "scan-3")
    until(file.exists, "the file")
    assert read_practice(file).title == "Ours"
    assert in_file(writing).id == "scan-3-mine"


def asides(person):
    """The practices beside the one that is written, by title."""
    files = (person.home / "practices").glob("*/practice.toml")
    return [read_practice(each).title for each in files if each != file_of(person)]


def test_while_nobody_has_answered_what_is_typed_is_safe_beside_the_file(writing):
    theirs(writing)
    until(lambda: asides(writing) == ["Ours"], "what was typed before the question")
    writing.editing.typeTitle("Ours, and more")
    until(lambda: asides(writing) == ["Ours, and more"], "what was typed after it")
    assert in_file(writing).title == "A slower few minutes (mine)"
    writing.press("push button", "Back")
    until(lambda: len(writing.every("radio button", "Ours, and more")) == 1, "the other practice")
    assert writing.missing("radio button", "Ours")


@pytest.mark.parametrize("answer", ["Take theirs in", "Keep mine"])
def test_once_it_is_answered_nothing_lies_beside_the_file(writing, answer):
    theirs(writing)
    until(lambda: asides(writing), "what was typed")
    writing.press("push button", answer)
    mine = [file_of(writing).parent]  # beside which, for a moment, stands what is being written
    until(lambda: not writing.editing.conflict and list((writing.home / "practices").iterdir()) == mine, "it alone")


def test_closed_without_an_answer_nothing_typed_is_lost(writing, restart):
    theirs(writing)
    again = restart(writing)
    assert again.find("radio button", "Ours").seen


def test_closed_while_typing_the_last_letter_is_in_the_file(writing, restart):
    writing.tab_to("text", "Title")
    replace_all(writing, "mine")
    again = restart(writing)
    assert again.find("radio button", "mine").checked


def test_delete_everything_leaves_nothing_of_it_to_be_taken_back(writing):
    writing.editing.typeTitle("Only for Ana")
    writing.press("push button", "Back")
    writing.settle()
    writing.flow.eraseEverything()
    until(lambda: writing.flow.page == "welcome", "the beginning")
    assert writing.editing._histories == {}
    assert not writing.editing.behind


def test_after_delete_everything_nothing_that_could_not_be_written_comes_to_the_disk(writing, home):
    retried = []
    allow = refuse(file_of(writing))
    writing.editing.typeTitle("Only for Ana")
    writing.press("push button", "Back")
    until(lambda: "could not be" in writing.flow.said, "the sentence")
    allow()
    writing.flow.eraseEverything()
    until(lambda: writing.flow.page == "welcome", "the beginning")
    QTimer.singleShot(11 * KEEP_AFTER_MS, lambda: retried.append(True))
    until(lambda: retried, "when it would have been tried again")
    writing.settle()
    assert not list(home.rglob("practice.toml"))


def test_who_has_gone_on_before_it_could_be_opened_is_not_called_back(writing):
    writing.press("push button", "Back")
    writing.flow.edit()
    writing.flow.begin()
    writing.settle()
    writing.settle()
    assert writing.flow.page == "sitting"


# Trying it


def test_what_is_tried_begins_at_that_step_and_nothing_said_in_it_is_kept(writing):
    writing.editing.toggle(3)
    writing.press("push button", "Try from here")
    assert writing.run.kind == "check-in"
    writing.press("check box", "Chest")
    writing.press("check box", "Chest: tight")
    writing.settle()
    assert not writing.keeping.behind
    while writing.run.kind != "close":
        writing.run.next()
    assert "Nothing of this is kept: the practice is only tried out." in list(writing.texts())
    assert writing.missing("push button", "Keep")
    writing.press("push button", "Done")
    assert writing.flow.page == "edit"
    assert writing.editing.open == 3
    writing.settle()
    assert not writing.keeping.waiting
    assert writing.journal.list() == ()


def test_a_breath_that_is_held_has_its_notice_when_it_is_tried_too(writing):
    writing.editing.toggle(1)
    writing.step_editing.choosePattern("box")
    writing.press("push button", "Try from here")
    assert writing.flow.page == "hold"
    writing.press("push button", "Not now")
    assert writing.flow.page == "edit"


def test_from_the_room_one_comes_back_to_what_one_writes(writing):
    writing.editing.toggle(1)
    writing.press("push button", "Try from here")
    writing.press("push button", "Back to the room")
    writing.press("push button", "End")
    assert writing.flow.page == "edit"
    assert writing.editing.open == 1
    writing.press("push button", "Back to the room")
    writing.press("push button", "End")
    assert writing.flow.page == "edit"
    writing.editing.typeTitle("Still written")
    kept(writing, lambda practice: practice.title == "Still written")


def test_after_something_was_tried_a_practice_begins_and_is_kept_as_ever(writing):
    writing.editing.toggle(1)
    writing.press("push button", "Try from here")
    writing.press("push button", "Stop")
    writing.key(Key.Key_Escape)
    writing.press("push button", "Begin")
    writing.press("push button", "Stop")
    assert writing.flow.page == "home"


def test_the_way_to_the_voices_leads_back_to_the_same_place(writing):
    open_step(writing, "Step 1: Arrive")
    writing.prompt_editing.type(0, "You might sit, or stand.")
    writing.press("push button", "Sound…", "Prompt 1")
    until(lambda: writing.flow.page == "voices", "the page")
    assert writing.voices.rows[0]["text"] == "You might sit, or stand."
    writing.press("push button", "Back")
    until(lambda: writing.flow.page == "edit", "the page")
    assert writing.editing.open == 0
    assert writing.editing.mayUndo


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_from_the_voices_one_comes_back_to_it_whatever_was_chosen_meanwhile(writing):
    open_step(writing, "Step 1: Arrive")
    file = file_of(writing)
    writing.press("push button", "Sound…", "Prompt 1")
    until(lambda: writing.flow.page == "voices", "the page")
    writing.grounding.come_forward({"practice": "stay"})
    writing.press("push button", "Back")
    until(lambda: writing.flow.page == "edit", "the page")
    assert file_of(writing) == file


def test_a_voice_that_has_too_little_quiet_by_now_is_told_with_both_lengths(person, tmp_path):
    pages.open_given(person, given(tmp_path, seconds=12))
    person.receiving.take()
    until(lambda: person.flow.at("home"), "the shelf")
    person.settle()
    person.flow.edit()
    until(lambda: person.flow.at("edit"), "the page")
    person.editing.toggle(0)
    assert not any("Its voice" in text for text in person.texts())
    put(person, "breaths", "1")  # a breath of ten seconds
    told = "Its voice is 12.0 seconds long and its quiet is 10.0; it is heard no further than that."
    assert not person.missing("label", told)


# Breaths


def test_a_breath_of_ones_own_comes_into_the_practice_with_the_step_that_names_it(start, home):
    (home / "patterns").mkdir(parents=True)
    (home / "patterns" / "walk.toml").write_text(
        'format = 1\nid = "walk"\nname = "After a walk"\n'
        "strokes = [{ to = 1, seconds = 3.5 }, { to = 0, seconds = 5 }]\n"
    )
    person = start(Settings(welcomed=True))
    pages.edit(person)
    before = file_of(person).read_text(encoding="utf-8")
    open_step(person, "Step 2: Breathe")
    person.press("push button", "Breath: Gentle")
    person.press("radio button", "After a walk")
    assert person.find("push button", "Step 2: Breathe").description.startswith("10 breaths, 1 min 25 s")
    kept(person, lambda practice: practice.steps[1].pattern == "walk" and len(practice.patterns) == 1)
    lines = file_of(person).read_text(encoding="utf-8").splitlines()
    assert lines[: len(before.splitlines())] == before.replace('pattern = "gentle"', 'pattern = "walk"', 1).splitlines()
    person.press("push button", "Undo")
    kept(person, lambda practice: practice.patterns == ())
    assert file_of(person).read_text(encoding="utf-8") == before


def test_ones_own_breath_is_one_step_away(writing):
    open_step(writing, "Step 2: Breathe")
    writing.tab_to("push button", "Breath: Gentle")
    writing.key(Key.Key_Tab)
    assert writing.focused_name() == "push button “My own breath”"
    writing.key(Key.Key_Space)
    assert writing.editing.practice.steps[1].pattern == "own-pace"
    assert writing.focused_name() == "push button “Breath: My own breath”"
    writing.key(Key.Key_Space)
    writing.key(Key.Key_Tab)
    assert writing.focused_name() == "radio button “My own breath”"
    assert writing.find("radio button", "My own breath").checked


def test_with_ones_own_breath_a_length_is_in_seconds(writing):
    open_step(writing, "Step 2: Breathe")
    writing.press("push button", "Breath: Gentle")
    writing.press("radio button", "My own breath")
    assert (writing.editing.practice.steps[1].breaths, writing.editing.practice.steps[1].seconds) == (None, 75)
    assert writing.missing("radio button", "so many breaths")
    writing.press("radio button", "until it is left")
    assert writing.editing.practice.steps[1].seconds is None
    assert writing.find("label", "as long as you like").seen


# Many steps


@pytest.mark.parametrize("count", range(7, 15))
def test_however_many_there_are_the_last_one_comes_without_an_edit(start, home, count):
    (home / "practices").mkdir(parents=True)
    steps = '\n[[step]]\nkind = "stay"\nseconds = 30\n' * count
    text = f'format = 1\nid = "some"\ntitle = "Some"\nsummary = "Steps."\n{steps}'
    (home / "practices" / "some.toml").write_text(text)
    person = start(Settings(welcomed=True, practice="some"))
    person.press("push button", "Edit…")
    until(lambda: person.flow.page == "edit", "the page")
    until(lambda: person.editing.rows.rowCount() == count, "all of them")
    drawn(person)
    person.press("push button", "Add: Stay")
    until(lambda: person.focused_name() == f"push button “Step {count + 1}: Stay”", "the new step")


def test_two_hundred_steps_are_all_found_and_the_last_one_opens(start, home):
    steps = "".join(
        f'\n# {number}\n[[step]]\nkind = "arrive"\nseconds = 30\n[[step.prompt]]\ntext = "Or not, {number}."\n'
        for number in range(200)
    )
    (home / "practices").mkdir(parents=True)
    head = 'format = 1\nid = "long"\ntitle = "Long"\nsummary = "Many steps."\n'
    (home / "practices" / "long.toml").write_text(head + steps)
    person = start(Settings(welcomed=True, practice="long"))
    person.press("push button", "Edit…")
    until(lambda: person.flow.page == "edit", "the page")
    until(lambda: person.editing.rows.rowCount() == 200, "all of them")
    open_step(person, "Step 200: Arrive")
    drawn(person)
    assert person.find("text", "Prompt 1").typed == "Or not, 199."
    assert person.missing("push button", "Add: Stay")
    person.press("push button", "Remove this step")
    until(lambda: person.focused_name() == "push button “Step 199: Arrive”", "the keyboard beside it")
    kept(person, lambda practice: len(practice.steps) == 199)
    person.press("push button", "Undo")
    kept(person, lambda practice: len(practice.steps) == 200)
    assert (home / "practices" / "long.toml").read_text() == head + steps


def test_where_nothing_is_left_to_take_back_the_keyboard_goes_to_what_makes_it_again(writing):
    writing.tab_to("text", "Title")
    replace_all(writing, "Ours, in the evening")
    writing.tab_to("push button", "Undo")
    while writing.editing.mayUndo:
        writing.key(Key.Key_Space)
    assert writing.focused_name() == "push button “Redo”"
    while writing.editing.mayRedo:
        writing.key(Key.Key_Space)
    assert writing.focused_name() == "push button “Undo”"


WATCHED, OPENED = threading.Event(), []


def _note_opening(event, facts):
    if event == "open" and WATCHED.is_set():
        OPENED.append((threading.current_thread().name, str(facts[0])))


sys.addaudithook(_note_opening)  # it stays, and does nothing but in the test below


def test_left_the_practice_is_read_for_the_shelf_away_from_the_window(writing):
    file = str(file_of(writing))
    writing.editing.typeTitle("Another title")
    WATCHED.set()
    writing.flow.show("home")
    until(lambda: any("Another title" in said.name for said in writing.every("radio button")), "it on the shelf")
    WATCHED.clear()
    readers = {thread for thread, path in OPENED if path == file}
    assert readers
    assert all(thread.startswith("job") for thread in readers)
