"""A practice written, given and taken through the desktop's own accessibility bus; what was done is in the files."""

from __future__ import annotations

import pytest
from screen import until
from wanting import READER, wants

from grounding.base.settings import Settings, write_settings
from grounding.practice.giving.unwrapping import unwrap
from grounding.practice.reading import read_practice
from grounding.sound.through import as_kept

pytestmark = wants(*READER)

WORDS = ("label", "heading", "alert")
"""What a screen reader may stop at, and is nothing to be pressed."""
ROLES = {"push button", "check box", "radio button", "text", "slider", "page tab", "frame"}


@pytest.fixture
def shelf(screen, person, reader, start):
    """Somebody before their shelf, with nothing but a screen reader."""
    assert person.screen is screen
    person.home.mkdir(mode=0o700, parents=True)
    write_settings(person.home / "settings.json", Settings(welcomed=True))
    start(reader=reader)
    reader.wait("push button", "Begin", seconds=20)
    return person


@pytest.fixture
def writing(shelf, reader):
    """And they have begun a practice."""
    reader.do("push button", "A new practice")
    reader.wait("heading", "Writing “A practice of mine”")
    return shelf


def written(person):
    """The practice of one's own as its file has it."""
    (file,) = (person.home / "practices").glob("*/practice.toml")
    return read_practice(file)


def kept(person, true):
    """Wait until the file says it."""
    until(lambda: true(written(person)), why=lambda: written(person))


def said(reader):
    """Check that whatever can have the keyboard has a role, and a name in plain words."""
    controls = [each for each in reader.controls() if each[0] not in WORDS]
    assert [each for each in controls if each[0] not in ROLES] == []
    assert [each for each in controls if not each[1].strip(" …·") and each[0] != "frame"] == []
    alike = [(role, name, about) for role, name, about, _states in controls]
    assert sorted({each for each in alike if alike.count(each) > 1}) == []
    return controls


def test_a_practice_is_written_through_the_accessibility_bus(screen, writing, reader):
    reader.press("push button", "Step 1: Arrive")
    reader.wait("text", "Prompt 1")
    reader.do("push button", "Add: Stay")
    reader.focus("push button", "Step 2: Stay")
    screen.key("alt+Up")
    reader.wait("push button", "Step 1: Stay")
    reader.press("push button", "Undo")
    reader.wait("push button", "Step 2: Stay")
    reader.focus("text", "Title")
    screen.type("x")
    reader.wait("heading", "Writing “A practice of minex”")
    reader.press("push button", "Back")
    reader.wait("push button", "Begin")
    reader.focus("radio button", "A practice of minex")
    assert [step.kind.value for step in written(writing).steps] == ["arrive", "stay"]


def test_how_long_and_in_which_breath(writing, reader):
    reader.do("push button", "Add: Breathe")
    step = "Step 2: Breathe"
    reader.wait("push button", "Breath: My own breath")
    reader.do("push button", "Breath: My own breath")
    assert reader.checked("radio button", "My own breath")
    reader.do("radio button", "Even")
    assert reader.checked("radio button", "Even")
    reader.do("radio button", "so many breaths")
    reader.write("breaths", "3", about=step)
    kept(writing, lambda practice: (practice.steps[1].pattern, practice.steps[1].breaths) == ("even", 3))
    said(reader)
    reader.do("push button", "Fewer ways to breathe")
    reader.do("push button", "My own breath", about=step)
    kept(writing, lambda practice: practice.steps[1].pattern == "own-pace")
    reader.do("radio button", "so many seconds")
    reader.write("seconds", "soon", about=step)
    reader.wait("label", "A number; until there is one, what was here before stays.")
    reader.write("seconds", "95", about=step)
    kept(writing, lambda practice: practice.steps[1].seconds == 95)
    reader.do("radio button", "until it is left")
    kept(writing, lambda practice: practice.steps[1].seconds is None)


def test_words_with_their_hints_and_their_quiet(writing, reader):
    reader.do("push button", "Step 1: Arrive")
    reader.write("Prompt 1", "You must breathe out.")
    reader.wait("label", "“must”", contains=True)
    reader.write("Quiet after it", "7", about="Prompt 1")
    kept(writing, lambda practice: practice.steps[0].prompts[0].quiet_s == 7)
    assert written(writing).steps[0].prompts[0].text == "You must breathe out."
    reader.do("push button", "Another prompt")
    reader.write("Prompt 2", "Or not.")
    reader.do("push button", "Move up", about="Prompt 2")
    kept(writing, lambda practice: practice.steps[0].prompts[0].text == "Or not.")
    said(reader)
    reader.do("push button", "Remove", about="Prompt 2")
    kept(writing, lambda practice: [each.text for each in practice.steps[0].prompts] == ["Or not."])
    reader.do("push button", "Undo")
    kept(writing, lambda practice: len(practice.steps[0].prompts) == 2)
    reader.do("push button", "Redo")
    kept(writing, lambda practice: len(practice.steps[0].prompts) == 1)


def test_the_places_of_a_walk_and_what_is_said_there(writing, reader):
    reader.do("push button", "Add: Places of the body")
    kept(writing, lambda practice: len(practice.steps) == 2)
    reader.focus("check box", "Feet")
    ticked = [each.value for each in written(writing).steps[-1].regions]
    assert reader.checked("check box", "Hands") == ("hands" in ticked)
    reader.press("check box", "Feet")
    kept(writing, lambda practice: practice.steps[1].regions[-1].value == "feet")
    assert reader.checked("check box", "Feet")
    reader.do("push button", "The words of Feet")
    reader.do("push button", "Write words for it", about="Feet")
    reader.write("Prompt 1", "There may be ground, or none.")
    kept(writing, lambda practice: practice.steps[1].said_at("feet")[0].text == "There may be ground, or none.")
    said(reader)
    reader.do("push button", "Move up", about="Feet")
    kept(writing, lambda practice: practice.steps[1].regions[-1].value != "feet")
    reader.do("push button", "Move down", about="Feet")
    kept(writing, lambda practice: practice.steps[1].regions[-1].value == "feet")
    reader.do("push button", "Say the words of any place instead", about="Feet")
    kept(writing, lambda practice: all(place.region != "feet" for place in practice.steps[1].places))
    reader.do("check box", "Where places were just named at a check-in, those come instead")
    kept(writing, lambda practice: practice.steps[1].named_first)


def test_a_step_is_moved_doubled_deleted_and_tried(writing, reader):
    reader.do("push button", "Add: Stay")
    reader.do("push button", "Move up", about="Step 2: Stay")
    kept(writing, lambda practice: [step.kind.value for step in practice.steps] == ["stay", "arrive"])
    reader.do("push button", "Another like it", about="Step 1: Stay")
    kept(writing, lambda practice: [step.kind.value for step in practice.steps] == ["stay", "stay", "arrive"])
    reader.do("push button", "Remove this step", about="Step 2: Stay")
    kept(writing, lambda practice: [step.kind.value for step in practice.steps] == ["stay", "arrive"])
    reader.do("push button", "Step 2: Arrive")
    reader.do("push button", "Try from here", about="Step 2: Arrive")
    reader.wait("label", "A try: nothing of it is kept.")
    reader.press("push button", "Stop")
    reader.wait("heading", "Its steps")
    reader.do("push button", "Sound…", about="Prompt 1")
    reader.wait("heading", "Sound of “A practice of mine”")
    said(reader)
    reader.do("push button", "Back")
    reader.wait("heading", "Its steps")
    assert not list((writing.home / "journal").glob("*.draft"))


def test_a_practice_is_given_and_taken(shelf, reader, tmp_path):
    path = tmp_path / "for Ana.practice"
    reader.do("radio button", "Stay")
    reader.do("push button", "Share…")
    reader.wait("heading", "Share “Stay”")
    reader.write("Who it is from", "Bo")
    reader.write("Where it goes", str(path))
    said(reader)
    reader.do("push button", "Save")
    reader.wait(None, f"Saved: {path}")
    assert unwrap(path, keep=as_kept).giver == "Bo"
    reader.do("push button", "Back")
    reader.do("push button", "Open a practice…")
    reader.write("Where it is", str(path))
    reader.do("push button", "Look into it")
    reader.wait("heading", "Stay")
    reader.wait("label", "It says it is from: Bo")
    said(reader)
    reader.wait("push button", "Show it there")
    reader.do("push button", "Leave it")
    reader.wait("push button", "Begin")
    assert not list((shelf.home / "practices").glob("*/practice.toml"))
    path.write_bytes(b"a letter")
    reader.do("push button", "Open a practice…")
    reader.write("Where it is", str(path))
    reader.do("push button", "Look into it")
    reader.wait("alert", "is no .practice file", contains=True)
    said(reader)
