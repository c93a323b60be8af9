"""The journal's page: what was said is read, opened, deleted and taken back, and everything can be deleted."""

from __future__ import annotations

import pages
import pytest
from person import until
from PySide6.QtCore import Qt

from grounding.body.report import Report
from grounding.journal.entry import new_entry
from grounding.journal.journal import Journal
from grounding.window.diary import PAGE


@pytest.fixture
def reader(person):
    """Somebody whose journal holds one entry, on its page."""
    person.journal.add(pages.kept_entry())
    pages.journal_empty(person)
    return person


def cards(person):
    return [said for said in person.every("push button") if pages.LINE in said.name]


def test_an_empty_journal_expects_nothing(person):
    pages.journal_empty(person)
    assert any("nothing is expected" in said.name for said in person.every("label"))


def test_an_entry_is_a_card_with_ones_own_words_first(reader):
    (card,) = cards(reader)
    assert card.name.startswith(f"“{pages.LINE}”")
    assert "Hands restless, like bees (5)" in card.name
    assert "Chest tight, dull ache (7), then softer" in card.name


def test_an_opened_entry_tells_all_and_leads_back_to_its_card(reader):
    reader.act(cards(reader)[0])
    said = [each.name for each in reader.everything()]
    reader.find("heading", f"“{pages.LINE}”")
    assert "Chest: as if held" in said
    assert "“not enough”" in said
    reader.key(Qt.Key.Key_Escape)
    reader.settle()
    assert pages.LINE in reader.focused_name()


def test_a_deleted_entry_is_gone_from_the_disk_and_can_be_taken_back(reader):
    (entry,) = reader.journal.list()
    reader.act(cards(reader)[0])
    reader.press("push button", "Delete")
    reader.settle()
    reader.settle()
    assert cards(reader) == []
    assert reader.journal.list() == ()
    reader.press("push button", "Undo")
    reader.settle()
    reader.settle()
    assert reader.journal.list() == (entry,)
    assert len(cards(reader)) == 1


def test_a_deletion_is_taken_back_by_the_usual_key_too(reader):
    reader.act(cards(reader)[0])
    reader.press("push button", "Delete")
    reader.settle()
    reader.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    reader.settle()
    reader.settle()
    assert len(cards(reader)) == 1


def test_once_the_page_is_left_what_was_deleted_is_gone(reader):
    reader.act(cards(reader)[0])
    reader.press("push button", "Delete")
    reader.settle()
    reader.press("page tab", "Practice")
    reader.press("page tab", "Journal")
    reader.settle()
    assert reader.missing("push button", "Undo")
    assert reader.journal.list() == ()


def test_older_entries_come_when_asked_for(person):
    for number in range(PAGE + 3):
        person.journal.add(new_entry("breathe", Report(line=f"line {number}")))
    pages.journal_empty(person)
    assert person.missing("push button", f"“line {0}”")
    person.press("push button", "Older ones")
    person.settle()
    assert len(person.diary.entries) == PAGE + 3
    assert person.missing("push button", "Older ones")


def test_what_the_command_line_adds_is_shown_where_the_journal_is_open(reader):
    reader.grounding._watch_journal()
    other = Journal(reader.journal._folder)
    other.add(new_entry("", Report(line="from elsewhere")))
    other.close()
    until(lambda: any("from elsewhere" in said.name for said in reader.every("push button")), "the new entry")


def test_everything_can_be_deleted_after_a_question_and_the_window_begins_anew(reader, home):
    reader.press("page tab", "Settings")
    reader.press("push button", "Delete everything")
    assert home.joinpath("journal").exists()
    assert reader.focused_name() == "push button “No, keep it”"
    reader.press("push button", "Yes, delete everything")
    until(lambda: reader.flow.page == "welcome", "the first page")
    reader.settle()
    left = [path.name for path in home.rglob("*") if path.is_file()]
    assert "journal.db" not in left
    assert "keys.json" not in left
    pages.journal_empty(reader)
    assert cards(reader) == []
