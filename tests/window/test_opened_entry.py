"""One entry of the journal: brought along, put in other words, and how it read before."""

from __future__ import annotations

from dataclasses import replace

import pages
import pytest
from person import until
from PySide6.QtCore import Qt

from grounding.base.settings import Keep, Settings
from grounding.body.region import Region
from grounding.body.report import Report
from grounding.body.sensation import After, Change, Sensation
from grounding.journal.entry import new_entry
from grounding.journal.place import DRAFT

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
LETTER = Report(
    underneath=" the meeting, \n of course ",
    sensations=(
        Sensation(region=Region.THROAT, words=("like bees", "tight", "a small, round stone"), note=" so "),
        Sensation(region=Region.HANDS, words=("warm",), strength=3, after=After(change=Change.GONE)),
    ),
    line=" a line ",
)
"""What comes from the command line, or from elsewhere, need not lie as the window would lay it."""


def read(person):
    for _ in range(3):
        person.settle()


def open_entry(person, report=None):
    """Open the one entry there is; return its id."""
    entry = pages.kept_entry() if report is None else new_entry("", report)
    person.journal.add(entry)
    pages.journal_empty(person)
    person.key(Key.Key_Down)
    person.key(Key.Key_Return)
    read(person)
    return entry.id


def edit(person):
    person.press("push button", "Edit")
    read(person)


@pytest.fixture
def opened(person):
    open_entry(person)
    return person


@pytest.fixture
def rewording(opened):
    edit(opened)
    return opened


def the_entry(person):
    (entry,) = person.journal.list()
    return entry


def said(person):
    return [each.name for each in person.everything()]


# Bring to session


def test_an_entry_is_marked_for_a_session_and_the_mark_taken_back(opened):
    opened.press("check box", "Bring to session")
    read(opened)
    assert the_entry(opened).brought
    assert opened.find("check box", "Bring to session").checked
    opened.key(Key.Key_Escape)
    read(opened)
    (card,) = [each for each in opened.every("push button") if pages.LINE in each.name]
    assert card.name.endswith("Bring to session")
    opened.act(card)
    read(opened)
    opened.press("check box", "Bring to session")
    read(opened)
    assert not the_entry(opened).brought


# In other words


def test_every_word_of_an_entry_can_be_changed_and_how_it_read_before_stays(rewording):
    before = the_entry(rewording)
    rewording.press("check box", "Chest: tight")
    rewording.press("check box", "Chest: heavy")
    rewording.set_value("Strength of Chest", 4)
    rewording.press("radio button", "Chest: stronger")
    rewording.write("Note for Chest", "no longer ")
    rewording.write("Own word for Hands", "rather ")
    rewording.write("What is underneath", "still ")
    rewording.write("A line to keep", "Once: ")
    rewording.press("push button", "Keep")
    read(rewording)
    hands, chest = the_entry(rewording).report.sensations
    assert (chest.words, chest.strength) == (("dull-ache", "heavy"), 4)
    assert (chest.after.change, chest.note) == (Change.STRONGER, "no longer as if held")
    assert hands.words == ("restless", "rather like bees")
    assert the_entry(rewording).report.underneath == "still not enough"
    assert the_entry(rewording).report.line == f"Once: {pages.LINE}"
    assert (the_entry(rewording).at, the_entry(rewording).practice) == (before.at, before.practice)
    rewording.find("heading", f"“Once: {pages.LINE}”")
    assert [each.report for each in rewording.journal.earlier(before.id)] == [before.report]


def test_earlier_wordings_are_offered_only_where_there_are_some_and_say_until_when(rewording):
    rewording.press("push button", "Leave as it was")
    read(rewording)
    assert rewording.missing("push button", "Earlier wordings")
    edit(rewording)
    rewording.write("A line to keep", "Once: ")
    rewording.press("push button", "Keep")
    read(rewording)
    assert f"“{pages.LINE}”" not in said(rewording)
    rewording.press("push button", "Earlier wordings")
    (until_when,) = [each.name for each in rewording.every("heading") if each.name.startswith("Until ")]
    assert str(the_entry(rewording).at.year) in until_when
    told = said(rewording)[said(rewording).index(until_when) :]
    for line in (f"“{pages.LINE}”", "“not enough”", "Chest tight, dull ache (7), then softer", "Chest: as if held"):
        assert line in told
    rewording.press("push button", "Hide earlier wordings")
    assert f"“{pages.LINE}”" not in said(rewording)


def test_by_keyboard_alone_a_word_is_changed_and_kept(opened):
    opened.tab_to("push button", "Edit")
    opened.key(Key.Key_Space)
    read(opened)
    opened.tab_to("check box", "Hands: warm")
    opened.key(Key.Key_Space)
    opened.key(Key.Key_Escape)
    assert opened.focused_name() == "push button “Keep”"
    opened.key(Key.Key_Return)
    read(opened)
    assert "warm" in the_entry(opened).report.sensations[0].words
    assert opened.focused_name() == "push button “Back to the list”"


def test_an_entry_kept_untouched_stays_to_the_letter_and_has_no_earlier_wording(person):
    key = open_entry(person, LETTER)
    edit(person)
    person.press("push button", "Keep")
    read(person)
    assert person.journal.get(key).report == LETTER
    assert person.journal.earlier(key) == ()


def test_a_change_in_one_place_leaves_all_others_to_the_letter(person):
    key = open_entry(person, LETTER)
    edit(person)
    person.press("radio button", "Hands: softer")
    person.press("push button", "Keep")
    read(person)
    throat, hands = person.journal.get(key).report.sensations
    assert throat == LETTER.sensations[0]
    assert hands == replace(LETTER.sensations[1], after=After(change=Change.SOFTER))
    assert person.journal.get(key).report.underneath == LETTER.underneath


def test_a_place_that_is_left_out_since_can_still_be_put_in_other_words(start):
    person = start(Settings(welcomed=True, left_out=("chest", "jaw")))
    open_entry(person)
    edit(person)
    person.press("check box", "Chest: heavy")
    assert person.missing("check box", "Jaw")
    person.press("push button", "Keep")
    read(person)
    assert "heavy" in the_entry(person).report.sensations[1].words


def test_left_as_it_was_nothing_is_changed_and_what_was_typed_can_be_taken_back(rewording):
    before = the_entry(rewording)
    rewording.write("A line to keep", "Once: ")
    rewording.press("push button", "Leave as it was")
    read(rewording)
    assert the_entry(rewording) == before
    rewording.press("push button", "Back to the list")
    read(rewording)
    rewording.key(Key.Key_Z, CONTROL)
    read(rewording)
    assert rewording.find("text", "A line to keep").typed == f"Once: {pages.LINE}"
    rewording.press("push button", "Keep")
    read(rewording)
    assert the_entry(rewording).report.line == f"Once: {pages.LINE}"


def test_only_what_was_done_last_can_be_taken_back(rewording):
    rewording.write("A line to keep", "Once: ")
    rewording.press("push button", "Leave as it was")
    read(rewording)
    rewording.press("push button", "Delete")
    read(rewording)
    rewording.find("push button", "Undo", about="Deleted.")
    assert rewording.missing("label", "Left as it was.")


def test_once_the_page_is_left_what_was_let_go_is_gone(rewording):
    rewording.write("A line to keep", "Once: ")
    rewording.press("push button", "Leave as it was")
    rewording.press("page tab", "Practice")
    rewording.press("page tab", "Journal")
    read(rewording)
    assert rewording.missing("push button", "Undo")
    assert not rewording.looking_back.rewording.waits


@pytest.mark.parametrize("leave", ["Go on later", "the page", "the room"])
def test_changes_that_are_left_wait_and_one_goes_on_with_them(rewording, leave):
    before = the_entry(rewording)
    rewording.write("A line to keep", "Once: ")
    match leave:
        case "Go on later":
            rewording.press("push button", "Go on later")
            rewording.press("push button", "Back to the list")
        case "the page":
            rewording.press("page tab", "Settings")
            rewording.press("page tab", "Journal")
        case "the room":
            rewording.press("push button", "Back to the room")
            rewording.press("push button", "End")
    read(rewording)
    assert the_entry(rewording) == before
    rewording.find("label", "Changes to an entry are still here.")
    rewording.press("push button", "Go on with them")
    read(rewording)
    assert rewording.find("text", "A line to keep").typed == f"Once: {pages.LINE}"
    rewording.press("push button", "Keep")
    read(rewording)
    assert the_entry(rewording).report.line == f"Once: {pages.LINE}"
    assert not rewording.looking_back.rewording.waits


def test_what_is_changed_back_by_hand_waits_for_nobody(rewording):
    rewording.press("check box", "Hands: warm")
    rewording.press("check box", "Hands: warm")
    rewording.press("push button", "Go on later")
    assert not rewording.looking_back.rewording.waits


# Safe


def sealed(person):
    until(lambda: not person.keeping._sealing.waits, "the seal")
    person.settle()


def test_changes_are_sealed_as_they_are_typed_and_survive_a_crash(rewording, start, home):
    rewording.write("A line to keep", pages.UNSEEN)
    sealed(rewording)
    for path in (home / "journal").iterdir():
        assert pages.UNSEEN.encode() not in path.read_bytes()
    later = start()  # the first is still there, as if it had been killed
    until(lambda: later.looking_back.rewording.waits, "the changes")
    assert not later.keeping.unfinished
    assert later.missing("label", "Something unfinished is here")
    pages.journal_empty(later)
    assert pages.UNSEEN not in " ".join(later.texts())
    later.press("push button", "Go on with them")
    read(later)
    assert pages.UNSEEN in later.find("text", "A line to keep").typed
    later.press("push button", "Keep")
    read(later)
    assert pages.UNSEEN in the_entry(later).report.line
    assert not (home / "journal" / DRAFT).exists()


def test_changes_and_something_unfinished_are_safe_side_by_side(rewording, restart):
    rewording.write("A line to keep", "Once: ")
    rewording.press("push button", "Go on later")
    pages.write_much(rewording)
    again = restart(rewording)
    until(lambda: again.keeping.unfinished, "what is unfinished")
    assert again.looking_back.rewording.waits
    again.press("push button", "Delete")
    again.settle()
    third = restart(again)
    until(lambda: third.looking_back.rewording.waits, "the changes")
    assert not third.keeping.unfinished


def test_under_never_changes_touch_the_disk_only_once_they_are_kept(start, home):
    person = start(Settings(welcomed=True, keep=Keep.NEVER))
    open_entry(person)
    edit(person)
    person.write("A line to keep", "Once: ")
    sealed(person)
    assert not (home / "journal" / DRAFT).exists()
    person.press("push button", "Keep")
    read(person)
    assert the_entry(person).report.line == f"Once: {pages.LINE}"


def test_on_a_disk_that_fails_the_changes_stay_and_can_be_kept_later(rewording, home):
    rewording.write("A line to keep", "Once: ")
    rewording.journal.close()
    journal = home / "journal" / "journal.db"
    journal.rename(journal.with_name("elsewhere"))
    journal.mkdir()
    rewording.press("push button", "Keep")
    read(rewording)
    assert rewording.flow.said
    assert rewording.find("text", "A line to keep").typed == f"Once: {pages.LINE}"
    journal.rmdir()
    journal.with_name("elsewhere").rename(journal)
    rewording.press("push button", "Keep")
    read(rewording)
    assert the_entry(rewording).report.line == f"Once: {pages.LINE}"


def test_deleted_with_changes_that_wait_both_go_and_both_come_back(rewording):
    rewording.write("A line to keep", "Once: ")
    rewording.press("push button", "Go on later")
    rewording.press("push button", "Delete")
    read(rewording)
    assert not rewording.looking_back.rewording.waits
    rewording.press("push button", "Undo")
    read(rewording)
    rewording.press("push button", "Go on with them")
    read(rewording)
    assert rewording.find("text", "A line to keep").typed == f"Once: {pages.LINE}"


@pytest.mark.parametrize("when", ["while they wait", "while they are made"])
def test_changes_to_an_entry_that_somebody_else_deleted_go_with_it(rewording, when):
    rewording.write("A line to keep", "Once: ")
    if when == "while they wait":
        rewording.press("push button", "Go on later")
    rewording.journal.delete(the_entry(rewording).id)
    rewording.diary.refresh()
    read(rewording)
    rewording.press("push button", "Go on with them" if when == "while they wait" else "Keep")
    read(rewording)
    assert not rewording.looking_back.rewording.waits
    assert not rewording.looking_back.rewording.open
    assert rewording.flow.said == ""
    assert rewording.missing("push button", "Edit")


def test_the_title_of_the_window_never_holds_words(rewording):
    rewording.write("A line to keep", pages.UNSEEN)
    assert rewording.window.title() == "Grounding"


def test_a_chosen_word_beyond_the_first_dozen_is_in_sight_while_it_is_changed(person):
    word = person.answers.moreWords("chest")[0]
    open_entry(person, Report(sensations=(Sensation(region=Region.CHEST, words=(word["id"],)),)))
    person.press("push button", "Edit")
    read(person)
    assert person.find("check box", f"Chest: {word['name']}").checked
    assert person.focused_name() == "check box “Hands”"
    person.press("check box", f"Chest: {word['name']}")
    assert not person.find("check box", f"Chest: {word['name']}").checked
