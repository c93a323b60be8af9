"""A free check-in: something said without a practice, kept or let pass like anything else."""

from __future__ import annotations

import pages
import pytest
from person import until
from PySide6.QtCore import QPointF, Qt

from grounding.base.settings import Keep, Settings
from grounding.journal.place import DRAFT

Key = Qt.Key


def say(person):
    """Chest: tight at 6, with a note and a line, by keyboard alone; letters that are keys elsewhere are letters."""
    person.tab_to("check box", "Chest")
    person.key(Key.Key_Space)
    person.tab_to("check box", "Chest: tight")
    person.key(Key.Key_Space)
    person.tab_to("push button", "Say more")
    person.key(Key.Key_Space)
    person.key(Key.Key_6)
    person.tab_to("text", "Note for Chest")
    person.type("wbm")
    person.tab_to("text", "A line to keep")
    person.type("still here")


def said(person):
    (entry,) = person.journal.list()
    (chest,) = entry.report.sensations
    return entry.practice, chest.region, chest.words, chest.strength, chest.note, entry.report.line


@pytest.mark.parametrize("page", ["home", "journal", "settings"])
def test_one_key_opens_it_from_every_tab_and_it_leads_back_there(person, page):
    person.flow.show(page)
    person.settle()
    person.key(Key.Key_W)
    assert person.flow.page == "write"
    assert not person.run.running
    person.find("heading", "Is anything noticeable in your body, or not?")
    person.key(Key.Key_Escape)
    assert person.flow.page == page


def test_in_a_sitting_the_key_does_nothing(person):
    pages.breathe(person)
    person.key(Key.Key_W)
    assert (person.flow.page, person.run.running) == ("sitting", True)


def test_what_is_written_by_keyboard_alone_is_kept_and_belongs_to_no_practice(person):
    person.key(Key.Key_W)
    say(person)
    person.key(Key.Key_Escape)
    assert person.focused_name() == "push button “Keep”"
    person.key(Key.Key_Space)
    person.settle()
    person.settle()
    assert said(person) == ("", "chest", ("tight",), 6, "wbm", "still here")
    assert person.flow.page == "home"
    assert "Kept in your journal, on this computer." in person.texts()


def test_let_pass_it_is_nowhere_and_can_be_taken_back(person, home):
    pages.write_much(person)
    person.press("push button", "Let it pass")
    person.settle()
    assert person.journal.list() == ()
    assert not home.joinpath("journal", DRAFT).exists()
    person.press("push button", "Undo")
    assert person.keeping.waiting


def test_left_with_escape_it_waits(person):
    pages.write_much(person)
    person.key(Key.Key_Escape)
    person.key(Key.Key_Escape)
    person.settle()
    assert person.flow.page == "home"
    person.find("label", "What you said is still here.")


def test_what_is_typed_is_sealed_as_it_is_typed_and_found_again(person, start, home):
    person.key(Key.Key_W)
    say(person)
    until(lambda: not person.keeping._sealing.waits, "the seal")
    person.settle()
    assert home.joinpath("journal", DRAFT).exists()
    later = start()  # the first is still there, as if it had been killed
    until(lambda: later.keeping.unfinished, "what is unfinished")
    later.press("push button", "Open")
    assert later.find("text", "A line to keep").typed == "still here"


def test_under_keep_it_is_kept_without_a_question(start):
    person = start(Settings(welcomed=True, keep=Keep.KEEP))
    pages.write_much(person)
    assert person.missing("push button", "Keep")
    person.press("push button", "Done")
    person.settle()
    person.settle()
    assert len(person.journal.list()) == 1


def test_under_never_nothing_touches_the_disk(start, home):
    person = start(Settings(welcomed=True, keep=Keep.NEVER))
    pages.write_much(person)
    person.find("label", "Nothing of this is kept, as you have set.")
    person.press("push button", "Done")
    person.settle()
    assert [path.name for path in (home / "journal").glob("*")] == []
    assert person.missing("label", "What you said is still here.")


def test_back_to_the_room_keeps_what_is_written_waiting(person):
    pages.write_much(person)
    person.press("push button", "Back to the room")
    person.press("push button", "End")
    assert person.flow.page == "home"
    assert person.keeping.waiting


def test_where_it_is_a_lot_the_way_to_less_is_there(person):
    pages.write(person)
    assert person.missing("push button", "Come back to the room")
    person.press("check box", "Hands")
    person.answers.setStrength("hands", 8, False)
    person.press("push button", "Come back to the room")
    assert person.flow.page == "room"


def test_a_touch_on_the_body_is_an_answer_here_too(person):
    pages.write(person)
    chest = next(item for item in person.with_property("reach") if item.property("region") == "chest")
    person.click(chest, QPointF(chest.width() / 2, chest.height() * 200 / 630))
    assert person.find("check box", "Chest").checked
