"""What becomes of what is said: kept, let pass, waiting, unfinished; and nothing lost on a bad disk."""

from __future__ import annotations

import pages
import pytest
from person import until
from PySide6.QtCore import Qt

from grounding.base.failure import Failure
from grounding.base.settings import Keep, Settings
from grounding.body.report import Report
from grounding.journal.entry import new_entry
from grounding.journal.journal import Journal
from grounding.journal.place import DRAFT, JOURNAL
from grounding.window.saying.sealing import SEAL_AFTER_MS

Key = Qt.Key


@pytest.fixture
def draft(home):
    return home / "journal" / DRAFT


def say(person, words=pages.UNSEEN):
    """Say something underneath, and wait until it is sealed or would have been."""
    pages.name_open(person)
    person.type(words)
    until(lambda: not person.keeping._sealing.waits, "the seal")
    person.settle()


def test_what_is_typed_is_sealed_within_half_a_second_and_cannot_be_read(person, draft):
    say(person)
    assert SEAL_AFTER_MS <= 400
    assert draft.exists()
    for path in draft.parent.iterdir():
        assert pages.UNSEEN.encode() not in path.read_bytes()


def test_asked_and_kept_it_is_in_the_journal_and_nowhere_else(person, draft):
    say(person)
    pages.to_step(person, "close")
    person.press("push button", "Keep")
    person.settle()
    person.settle()
    assert [entry.report.underneath for entry in person.journal.list()] == [pages.UNSEEN]
    assert person.flow.page == "home"
    assert not draft.exists()
    assert person.missing("push button", "Let it pass")
    assert "Kept in your journal, on this computer." in person.texts()
    person.flow.show("journal")
    person.flow.show("home")
    assert "Kept in your journal, on this computer." not in person.texts()


def test_let_pass_at_the_close_it_is_nowhere(person, draft):
    say(person)
    pages.to_step(person, "close")
    person.press("push button", "Let it pass")
    person.settle()
    assert person.journal.list() == ()
    assert not draft.exists()


@pytest.mark.parametrize("leave", ["stop", "room"])
def test_left_in_the_middle_one_quiet_line_waits_at_home(person, leave):
    say(person)
    if leave == "stop":
        person.press("push button", "Stop")
    else:
        person.press("push button", "Back to the room")
        person.press("push button", "End")
    assert person.flow.page == "home"
    assert pages.UNSEEN not in " ".join(person.texts())
    person.press("push button", "Keep")
    person.settle()
    assert [entry.report.underneath for entry in person.journal.list()] == [pages.UNSEEN]
    assert person.missing("push button", "Keep")


def test_what_waits_can_be_let_pass(person, draft):
    say(person)
    person.press("push button", "Stop")
    person.press("push button", "Let it pass")
    person.settle()
    assert (person.journal.list(), draft.exists()) == ((), False)
    assert person.missing("push button", "Let it pass")


def test_under_ask_nothing_enters_the_journal_unasked(person):
    say(person)
    pages.to_step(person, "close")
    person.press("push button", "Next")
    person.settle()
    assert person.journal.list() == ()
    person.find("push button", "Let it pass")


def test_under_keep_it_is_kept_without_a_question(start):
    person = start(Settings(welcomed=True, keep=Keep.KEEP))
    say(person)
    pages.to_step(person, "close")
    assert person.missing("push button", "Keep")
    person.press("push button", "Done")
    person.settle()
    person.settle()
    assert [entry.report.underneath for entry in person.journal.list()] == [pages.UNSEEN]


def test_under_never_nothing_touches_the_disk(start, home):
    person = start(Settings(welcomed=True, keep=Keep.NEVER))
    say(person)
    pages.to_step(person, "close")
    assert person.missing("push button", "Keep")
    person.type("and a line")
    person.press("push button", "Done")
    person.settle()
    assert person.missing("push button", "Let it pass")
    assert [path.name for path in (home / "journal").glob("*")] == []


def test_turning_to_never_takes_what_waits_off_the_disk(person, draft):
    say(person)
    person.press("push button", "Stop")
    person.press("page tab", "Settings")
    person.press("radio button", "Never keep")
    person.settle()
    assert not draft.exists()
    person.press("page tab", "Practice")
    assert person.missing("push button", "Keep")


@pytest.fixture
def found(person, start, draft):
    """Somebody who finds something unfinished: the window before ended in no order at all."""
    say(person)
    person.grounding.keeping.seal_now()
    person.settle()
    kept = draft.read_bytes()
    person.keeping.letPass()
    person.settle()
    draft.write_bytes(kept)
    person.run.stop()
    later = start()
    until(lambda: later.keeping.unfinished, "what is unfinished")
    return later


def test_something_unfinished_is_offered_with_its_words_unseen(found):
    found.find("label", "Something unfinished is here")
    for name in ("Open", "Delete", "Later"):
        found.find("push button", name)
    assert pages.UNSEEN not in " ".join(found.texts())


def test_something_unfinished_opens_with_its_words_and_can_be_kept(found, draft):
    found.press("push button", "Open")
    assert found.flow.page == "unfinished"
    assert found.find("text", "What is underneath").typed == pages.UNSEEN
    found.press("push button", "Keep")
    found.settle()
    found.settle()
    assert [entry.report.underneath for entry in found.journal.list()] == [pages.UNSEEN]
    assert not draft.exists()
    assert found.missing("label", "Something unfinished is here")


def test_what_was_kept_before_a_kill_is_not_offered_again_as_it_read_before(person, start, draft):
    """Between the commit and the end of the draft: kept once more, other words under that id would be nowhere."""
    say(person)
    sealed = draft.read_bytes()
    person.answers.typeUnderneath(f"{pages.UNSEEN}, and more")
    person.keeping.keep()
    person.settle()
    person.settle()
    draft.write_bytes(sealed)
    person.run.stop()
    later = start()
    until(lambda: not draft.exists(), "the end of the draft")
    later.settle()
    assert not later.keeping.unfinished
    assert [entry.report.underneath for entry in later.journal.list()] == [f"{pages.UNSEEN}, and more"]


def test_what_is_unfinished_is_offered_beside_a_journal_that_cannot_be_read(person, start, draft):
    say(person, "kept")
    person.keeping.keep()
    person.settle()
    person.run.stop()
    say(person)
    sealed = draft.read_bytes()
    person.keeping.letPass()
    person.settle()
    draft.write_bytes(sealed)
    (draft.parent / JOURNAL).write_bytes(b"no journal" * 1000)
    later = start()
    until(lambda: later.keeping.unfinished, "what is unfinished")


def test_something_unfinished_deleted_can_be_taken_back(found, draft):
    found.press("push button", "Delete")
    found.settle()
    assert not draft.exists()
    found.press("push button", "Undo")
    found.settle()
    assert draft.exists()
    found.press("push button", "Open")
    assert found.find("text", "What is underneath").typed == pages.UNSEEN


def test_once_something_else_begins_what_was_deleted_is_gone(found, draft):
    found.press("push button", "Delete")
    found.find("push button", "Undo")
    pages.breathe(found)
    found.press("push button", "Stop")
    found.settle()
    assert found.missing("push button", "Undo")
    assert not found.keeping.unfinished
    assert not draft.exists()


def test_later_says_no_more_of_it_until_the_next_start(found, restart):
    found.press("push button", "Later")
    assert found.missing("push button", "Open")
    again = restart(found)
    until(lambda: again.keeping.unfinished, "what is unfinished")


def test_an_opened_one_left_by_the_room_is_still_unfinished(found, restart):
    found.press("push button", "Open")
    found.press("push button", "Back to the room")
    again = restart(found)
    until(lambda: again.keeping.unfinished, "what is unfinished")


def test_ended_in_order_with_words_unkept_they_are_found_again(person, restart):
    say(person)
    again = restart(person)
    until(lambda: again.keeping.unfinished, "what is unfinished")
    again.press("push button", "Open")
    assert again.find("text", "What is underneath").typed == pages.UNSEEN


def test_words_typed_survive_going_back_and_pausing(person):
    pages.name_open(person)
    person.type("not enough")
    person.press("push button", "Previous")
    person.press("push button", "Pause")
    person.press("push button", "Next")
    assert person.find("text", "What is underneath").typed == "not enough"


def test_a_place_to_answer_can_be_paused_with_what_is_typed(person):
    pages.name_open(person)
    person.type("not enough")
    person.press("push button", "Pause")
    assert person.run.paused
    person.press("push button", "Resume")
    assert not person.run.paused
    assert person.find("text", "What is underneath").typed == "not enough"


def test_a_journal_that_cannot_be_written_is_one_quiet_sentence_and_can_be_tried_again(person, home):
    say(person)
    person.settle()
    in_the_way = home / "journal" / "journal.db"
    in_the_way.mkdir()
    pages.to_step(person, "close")
    person.press("push button", "Keep")
    person.settle()
    person.settle()
    sentence = person.find("alert", str(person.flow.said))
    assert sentence.name
    assert pages.UNSEEN not in sentence.name
    assert person.flow.page == "home"
    in_the_way.rmdir()
    person.press("push button", "Keep")
    person.settle()
    person.settle()
    assert [entry.report.underneath for entry in person.journal.list()] == [pages.UNSEEN]
    person.press("push button", "All right")
    assert person.every("alert") == []


def test_a_draft_that_cannot_be_written_does_not_stop_the_sitting(person, home, draft):
    home.joinpath("journal").write_text("in the way")
    say(person)
    assert person.flow.said
    assert person.find("text", "What is underneath").typed == pages.UNSEEN
    home.joinpath("journal").unlink()
    person.keeping.seal_now()
    person.settle()
    assert draft.exists()


def test_a_home_that_cannot_be_made_still_gives_a_window_that_breathes(start, home):
    home.write_text("in the way")
    person = start(None, unwritable=Failure("home-unwritable", home=home, reason="Not a directory"))
    assert person.flow.said
    person.key(Key.Key_Space)
    assert person.run.running
    assert home.read_text() == "in the way"


def test_everything_written_is_the_owners_alone(person, home, restart):
    say(person)
    person.press("push button", "Stop")
    person.press("push button", "Keep")
    person.settle()
    restart(person)
    for path in [home, *home.rglob("*")]:
        assert path.stat().st_mode & 0o077 == 0, path


def test_the_title_never_holds_words(person):
    say(person)
    assert person.window.title() == "Grounding"
    person.press("push button", "Stop")
    person.press("push button", "Keep")
    pages.journal_opened(person)
    assert person.window.title() == "Grounding"


def test_what_was_let_pass_can_be_taken_back(person):
    pages.close(person)
    person.press("push button", "Let it pass")
    person.settle()
    assert not person.keeping.waiting
    person.press("push button", "Undo")
    assert person.keeping.waiting
    person.press("push button", "Keep")
    person.settle()
    person.settle()
    assert len(person.journal.list()) == 1


def test_after_an_answer_the_page_hears_keys_again(person):
    pages.home_waiting(person)
    person.tab_to("push button", "Let it pass")
    person.key(Qt.Key.Key_Space)
    person.settle()
    person.key(Qt.Key.Key_Space)
    assert person.run.running


@pytest.mark.parametrize("data", [b"not JSON at all", b'[{"id": "1"}]', b'{"id": 3}', b"[3]"])
def test_a_draft_that_makes_no_sense_is_set_aside_unread_and_said_so(start, home, draft, data):
    home.mkdir(mode=0o700, exist_ok=True)
    journal = Journal(home / "journal")
    journal.draft.keep(data)
    journal.close()
    sealed = draft.read_bytes()
    person = start()
    person.settle()
    assert person.flow.said.startswith("What was begun earlier could not be read")
    assert [path.read_bytes() for path in draft.parent.glob("draft.sealed.damaged-*")] == [sealed]
    say(person)
    assert draft.exists()


def test_what_is_kept_as_the_window_closes_is_in_the_journal_and_no_draft(start, restart, home):
    person = start(Settings(welcomed=True))
    pages.close(person)
    person.flow.keepAndEnd()
    again = restart(person)
    assert len(again.journal.list()) == 1
    assert again.missing("label", "Something unfinished is here")
    assert not (home / "journal" / "draft.sealed").exists()


def test_what_is_kept_while_another_writes_for_long_joins_once_that_is_over(person, home):
    person.journal.add(new_entry("stay", Report(line="We stayed.")))
    other = Journal(home / "journal")
    with other._open() as vault, vault.writing() as connection:
        connection.execute("UPDATE entry SET brought = 1")
        pages.check_in(person)
        person.run.stop()
        person.press("push button", "Keep")
        until(lambda: person.journal.waits, "what waits")
        for _whatever_looks_again in range(5):
            person.settle()
        assert person.missing("push button", "Keep")
    other.close()
    until(lambda: not person.journal.waits, "the joining")
    person.settle()
    assert person.journal.count() == 2
