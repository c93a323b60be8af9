"""A journal with a passphrase: what opens it, what locks it, and what goes on without it."""

from __future__ import annotations

import contextlib
import shutil
import time
from pathlib import Path

import pages
import pytest
from given_files import given
from person import until
from PySide6.QtCore import Qt
from secret import PASSPHRASE, lock_journal

from grounding.base.settings import Keep, Settings
from grounding.body.report import Report
from grounding.journal.backup.backups import list_backups
from grounding.journal.entry import new_entry
from grounding.journal.journal import Journal
from grounding.journal.repair.contents import ids_of
from grounding.journal.vault import Vault
from grounding.practice.reading import read_practice

Ctrl = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def code(home):
    """The recovery code of a journal with one entry in it, which is locked."""
    return lock_journal(home, pages.kept_entry())


@pytest.fixture
def restarts():
    """How the program was asked to begin anew."""
    return []


@pytest.fixture
def somebody(start, code, restarts):
    """Return a function that starts the program at home, with the journal locked."""
    assert code

    def started(**settings):
        person = start(Settings(welcomed=True, **settings), restart=restarts.append)
        until(lambda: person.lock.state, "the lock")
        return person

    return started


@pytest.fixture
def before(somebody):
    """Somebody before their locked journal."""
    person = somebody()
    person.press("page tab", "Journal")
    return person


def unlock(person, passphrase=PASSPHRASE):
    person.lock.unlock(passphrase)
    until(lambda: person.lock.state == "open", "the open journal")
    person.settle()
    person.settle()


@pytest.fixture
def within(before):
    """Somebody in their journal, unlocked."""
    unlock(before)
    return before


def shown(person):
    return any(pages.LINE in text for text in person.texts())


# Opening it


def test_a_locked_journal_says_so_and_shows_no_word(before):
    before.find("heading", "Your journal is locked")
    assert "text “Passphrase”" in before.focused_name()
    assert any("Practising needs no passphrase" in text for text in before.texts())
    assert not shown(before)


def test_the_passphrase_opens_it_by_the_keyboard_alone(before):
    before.type(PASSPHRASE)
    before.key(Key.Key_Return)
    assert before.lock.state == "opening"
    before.find("alert", "Opening…")
    until(lambda: before.lock.state == "open", "the open journal")
    until(lambda: shown(before), "the entry")
    assert before.missing("heading", "Your journal is locked")


def test_another_passphrase_is_one_sentence_and_the_field_waits(before):
    for _ in range(3):
        before.write("Passphrase", "something else")
        before.press("push button", "Unlock")
        until(lambda: before.lock.state == "locked", "the answer")
        (said,) = before.every("alert")
        assert "does not open the journal" in said.name
        assert not any(each.isdigit() for each in said.name)
        assert "text “Passphrase”" in before.focused_name()


def test_nothing_typed_says_what_is_left_where_it_is_lost(before):
    before.press("push button", "Unlock")
    until(lambda: before.lock.said, "the sentence")
    assert "recovery code" in before.lock.said


def test_the_recovery_code_opens_it(before, code):
    before.press("push button", "Use the recovery code")
    assert "text “Recovery code”" in before.focused_name()
    assert any("without both nobody can" in text for text in before.texts())
    before.type(code.lower())
    before.key(Key.Key_Return)
    until(lambda: shown(before), "the entry")


def test_where_both_are_lost_it_is_said_how_a_new_one_begins_and_it_does(before):
    before.press("push button", "Use the recovery code")
    (lost,) = {text for text in before.texts() if "without both nobody can" in text}
    assert "“Delete everything” in Settings" in lost
    before.press("page tab", "Settings")
    before.press("push button", "Delete everything")
    before.press("push button", "Yes, delete everything")
    until(lambda: before.flow.page == "welcome", "the first page")
    before.settle()
    assert not before.journal.locked
    assert before.journal.list() == ()


def test_a_slip_in_the_code_and_another_code_are_told_apart(before, code, tmp_path):
    other = lock_journal(tmp_path / "other")
    before.press("push button", "Use the recovery code")
    told = []
    for typed in (code[:-1], other):
        before.lock.unlockWithCode(typed)
        until(lambda: before.lock.state == "locked", "the answer")
        told.append(before.lock.said)
    assert len(set(told)) == 2


def test_the_passphrase_is_seen_only_where_that_is_asked_for(before):
    before.write("Passphrase", PASSPHRASE)
    assert PASSPHRASE not in list(before.texts())
    before.press("check box", "Show")
    assert PASSPHRASE in list(before.texts())
    before.press("check box", "Show")
    assert PASSPHRASE not in list(before.texts())


def test_nothing_of_a_passphrase_comes_to_the_clipboard(before, application):
    clipboard = application.clipboard()
    clipboard.setText("mine")
    before.type(PASSPHRASE)
    before.press("check box", "Show")
    before.tab_to("text", "Passphrase")
    for key in (Key.Key_A, Key.Key_C, Key.Key_X):
        before.key(key, Ctrl)
    assert clipboard.text() == "mine"
    assert PASSPHRASE in list(before.texts())


# What goes on without it


def test_practising_and_keeping_need_no_passphrase(somebody, home):
    person = somebody()
    pages.check_in(person)
    pages.to_step(person, "close")
    person.press("push button", "Keep")
    person.settle()
    person.settle()
    assert "Kept. It joins your journal when you next unlock it." in person.texts()
    assert len(list((home / "journal" / "waiting").iterdir())) == 1
    unlock(person)
    assert len(person.journal.list()) == 2
    assert list((home / "journal" / "waiting").iterdir()) == []


def test_what_was_begun_before_is_found_once_it_is_unlocked_and_what_is_begun_meanwhile_too(somebody, restart):
    person = somebody()
    unlock(person)
    pages.name_open(person)
    person.type("begun before")
    locked = restart(person)
    until(lambda: locked.lock.state == "locked", "the lock")
    assert locked.missing("label", "Something unfinished is here")
    pages.name_open(locked)
    locked.type("begun meanwhile")
    again = restart(locked)
    until(lambda: again.lock.state == "locked", "the lock")
    unlock(again)
    again.find("label", "Something unfinished is here")
    found = {entry.report.underneath for entry in again.keeping._drafts.found}
    assert found == {"begun before", "begun meanwhile"}


def test_what_waits_in_this_run_is_not_found_as_unfinished(somebody):
    person = somebody()
    pages.check_in(person)
    person.run.stop()
    until(lambda: not person.keeping._sealing.waits, "the seal")
    person.settle()
    assert person.keeping.waiting
    unlock(person)
    assert not person.keeping.unfinished
    assert person.keeping.waiting


def test_the_crisis_text_can_be_read_while_it_is_locked(somebody, restart):
    person = somebody()
    person.room.typeCrisis("Call Maria.")
    again = restart(person)
    until(lambda: again.lock.state == "locked", "the lock")
    again.settle()
    again.press("push button", "Back to the room")
    assert "Call Maria." in list(again.texts())


def test_where_there_is_no_passphrase_nothing_of_it_is_to_be_seen(person):
    pages.journal(person)
    assert person.missing("push button", "Lock")
    person.key(Key.Key_L, Ctrl)
    person.settle()
    assert person.lock.state == "open"
    assert person.grounding.lock_up._idle._window is None


# Locking it


def button(person):
    person.press("push button", "Lock")


def keys(person):
    person.key(Key.Key_L, Ctrl)


def stillness(person):
    person.hand.awake_s += 301
    person.grounding.lock_up._idle.look()


def sleep(person):
    person.hand.slept_s += 3600
    person.key(Key.Key_Down)


def desktop(person):
    person.grounding.lock_up._desktop.leaves.emit()


@pytest.mark.parametrize("locks", [button, keys, stillness, sleep, desktop])
def test_it_locks_and_the_program_begins_anew_on_the_same_page(within, restarts, locks):
    assert shown(within)
    locks(within)
    assert within.lock.state == "locked"
    assert not shown(within)
    within.find("heading", "Your journal is locked")
    until(lambda: restarts, "the restart")
    assert within.journal.locked
    (again,) = restarts
    assert (again.page, again.kept, again.minimized) == ("journal", False, False)


@pytest.mark.parametrize("locks", [keys, stillness])
def test_as_it_locks_a_backup_is_made_of_what_is_new(within, restarts, home, locks):
    until(lambda: list_backups(home / "journal"), "the backup of the start")
    within.settle()
    within.journal.add(new_entry("stay", Report(line="new since the start")))
    with within.journal.lent() as (_vault, _folder, fitting):
        pass
    locks(within)
    until(lambda: restarts, "the restart")
    (newest_of_the_day,) = list_backups(home / "journal")
    with contextlib.closing(Vault.open_as_it_is(newest_of_the_day.path, fitting)) as copy:
        assert len(ids_of(copy)) == 2


@pytest.mark.parametrize(("minutes", "seconds", "locked"), [(5, 299, False), (2, 121, True), (2, 119, False)])
def test_it_locks_after_as_long_as_is_set(somebody, minutes, seconds, locked):
    person = somebody(lock_minutes=minutes)
    unlock(person)
    person.hand.awake_s += seconds
    person.grounding.lock_up._idle.look()
    assert (person.lock.state == "locked") is locked


def test_a_new_time_holds_at_once(within):
    within.preferences.chooseLockMinutes(2)
    within.hand.awake_s += 121
    within.grounding.lock_up._idle.look()
    assert within.lock.state == "locked"


def test_what_is_done_by_an_assistive_tool_is_somebody(within):
    within.press("page tab", "Practice")
    pages.check_in_empty(within)
    within.run.stop()
    within.hand.awake_s += 299
    within.answers.choosePlace("chest", True)
    within.hand.awake_s += 299
    within.grounding.lock_up._idle.look()
    assert within.lock.state == "open"


@pytest.mark.parametrize(
    ("page", "does"),
    [
        (pages.edit, lambda person: person.write("Title", "Ours, ")),
        (pages.edit, lambda person: person.press("push button", "Step 1: Arrive")),
        (pages.voices, lambda person: person.voices.record(0)),
        (pages.breath, lambda person: person.press("push button", "A little slower")),
        (pages.breath, lambda person: person.write("Name of this breath", "Far ")),
    ],
)
def test_who_writes_draws_or_speaks_with_an_assistive_tool_is_there_too(within, page, does):
    within.flow.show("home")
    page(within)
    within.breath_trial.rest()
    idle = within.grounding.lock_up._idle
    within.hand.awake_s += 299
    does(within)
    within.hand.awake_s += 2
    idle.look()
    assert within.lock.state == "open"


def test_while_a_journal_is_taken_in_nobody_has_to_move(within):
    within.hand.awake_s += 299
    within.importing.partChanged.emit()
    within.hand.awake_s += 299
    within.exporting.partChanged.emit()
    within.hand.awake_s += 299
    within.grounding.lock_up._idle.look()
    assert within.lock.state == "open"
    within.hand.awake_s += 2
    within.grounding.lock_up._idle.look()
    assert within.lock.state == "locked"


def test_once_it_is_locked_nothing_ticks_and_nothing_listens(start, code):
    assert code
    person = start(Settings(welcomed=True))
    until(lambda: person.lock.state == "locked", "the lock")
    assert person.grounding.lock_up._idle._window is None
    assert not person.grounding.lock_up._desktop._listens


@pytest.mark.parametrize("locks", [keys, stillness, desktop])
def test_never_while_a_sitting_runs_or_pauses(somebody, restarts, locks):
    person = somebody()
    unlock(person)
    pages.breathe(person)
    locks(person)
    person.settle()
    assert (person.lock.state, person.run.running, restarts) == ("open", True, [])
    person.run.pause()
    locks(person)
    person.settle()
    assert (person.lock.state, person.flow.page, restarts) == ("open", "sitting", [])


@pytest.mark.parametrize("locks", [keys, desktop])
def test_asked_for_in_a_sitting_it_locks_at_its_end(somebody, restarts, locks):
    person = somebody()
    unlock(person)
    pages.breathe(person)
    locks(person)
    person.key(Key.Key_Escape)
    assert person.lock.state == "locked"
    until(lambda: restarts, "the restart")
    assert restarts[0].page == "home"


def test_what_was_said_in_the_sitting_is_asked_about_first(somebody, restarts, home, monkeypatch):
    person = somebody()
    draft = person.journal.draft
    discard = draft.discard
    monkeypatch.setattr(draft, "discard", lambda: time.sleep(0.2) or discard())  # as on a slow disk
    unlock(person)
    pages.check_in(person)
    keys(person)
    person.run.stop()
    person.settle()
    person.settle()
    assert (person.lock.state, restarts) == ("locked", [])
    person.press("push button", "Keep")
    until(lambda: restarts, "the restart")
    assert restarts[0].kept
    assert len(list((home / "journal" / "waiting").iterdir())) == 1
    assert not (home / "journal" / "draft.sealed").exists()


def test_where_nobody_answers_it_waits_no_longer_than_that_and_is_found_later(somebody, restarts, restart):
    person = somebody()
    unlock(person)
    pages.check_in(person)
    keys(person)
    person.run.stop()
    person.settle()
    stillness(person)
    until(lambda: restarts, "the restart")
    again = restart(person)
    unlock(again)
    assert again.keeping.unfinished


def test_in_the_room_it_locks_and_the_page_stays(somebody, restarts):
    person = somebody()
    unlock(person)
    pages.breathe(person)
    keys(person)
    person.press("push button", "Back to the room")
    person.settle()
    person.settle()
    assert (person.lock.state, person.flow.page, restarts) == ("locked", "room", [])
    person.press("push button", "End")
    until(lambda: restarts, "the restart")


def test_unlocked_again_before_it_could_begin_anew_it_does_not(somebody, restarts):
    person = somebody()
    unlock(person)
    person.flow.backToRoom()
    keys(person)
    person.settle()
    unlock(person)
    person.press("push button", "End")
    person.settle()
    person.settle()
    assert (person.lock.state, restarts) == ("open", [])


def test_what_is_typed_is_sealed_before_the_program_begins_anew(somebody, restart):
    person = somebody()
    unlock(person)
    pages.name_open(person)
    person.type("half a")
    opened = restart(person)
    unlock(opened)
    opened.press("push button", "Open")
    opened.answers.typeUnderneath("half a sentence")
    behind = []
    opened.grounding._restart = lambda _again: behind.append(opened.keeping.behind)
    keys(opened)
    assert opened.flow.page == "home"
    assert "half a sentence" not in list(opened.texts())
    until(lambda: behind, "the restart")
    assert behind == [False]
    again = restart(opened)
    unlock(again)
    assert [entry.report.underneath for entry in again.keeping._drafts.found] == ["half a sentence"]


def test_what_cannot_be_sealed_holds_the_program_though_not_the_lock(within, restarts, home):
    within.room.typeCrisis("Call Maria.")
    until((home / "crisis.sealed").exists, "the text")
    (home / "crisis.sealed").unlink()
    (home / "crisis.sealed").mkdir()
    within.room.typeCrisis("Call Maria, or Tom.")
    keys(within)
    until(lambda: within.flow.said, "the sentence")
    within.settle()
    assert (within.lock.state, restarts) == ("locked", [])
    (home / "crisis.sealed").rmdir()
    until(lambda: restarts, "the restart")


def test_a_practice_that_cannot_be_written_holds_the_program_until_it_is(within, restarts):
    pages.edit(within)
    file = Path(within.editing.practice.file)
    within.settle()
    file.unlink()
    file.parent.rmdir()
    file.parent.write_text("in its place")
    within.editing.typeTitle("Ours")
    keys(within)
    until(lambda: within.flow.said, "the sentence")
    within.settle()
    assert (within.lock.state, restarts) == ("locked", [])
    within.press("push button", "Back")
    within.settle()
    within.settle()
    assert not restarts
    file.parent.unlink()
    until(lambda: restarts, "the restart")
    assert read_practice(file).title == "Ours"


def test_a_breath_of_ones_own_that_cannot_be_written_holds_the_program_until_it_is(within, restarts, home):
    pages.breath(within)
    within.breath_trial.rest()
    within.wait(60)
    within.settle()
    written = home / "patterns" / f"{within.drawn.pattern.id}.toml"
    assert written.exists()
    shutil.rmtree(home / "patterns")
    (home / "patterns").write_text("in its place")
    within.drawn.rename("Down the hill")
    until(lambda: within.flow.said, "the sentence")
    keys(within)
    within.settle()
    within.settle()
    assert (within.lock.state, restarts) == ("locked", [])
    (home / "patterns").unlink()
    until(lambda: restarts, "the restart")
    assert "Down the hill" in written.read_text(encoding="utf-8")


def test_who_breathes_in_a_breath_they_draw_is_not_disturbed(within, restarts):
    pages.breath(within)
    within.drawn.play()
    stillness(within)
    within.settle()
    within.settle()
    assert (within.lock.state, within.flow.page, restarts) == ("locked", "breath", [])
    within.breath_trial.rest()
    until(lambda: restarts, "the restart")


def test_what_somebody_gives_is_still_looked_into_after_that(within, restarts, restart, tmp_path):
    file = str(given(tmp_path))
    within.flow.breatheNow()
    keys(within)
    within.arriving.come(Path(file))
    within.press("push button", "Stop")
    until(lambda: restarts, "the restart")
    (again,) = restarts
    assert again.file == file
    back = restart(within, asked={"again": again.to_text()})
    until(lambda: back.receiving.read, "what is in it")
    assert (back.flow.page, back.lock.state) == ("given", "locked")


@pytest.mark.parametrize(("page", "back_at"), [(pages.edit, "edit"), (pages.breath, "breaths")])
def test_who_was_writing_or_drawing_comes_back_to_it(within, restarts, restart, page, back_at):
    within.flow.show("home")
    page(within)
    within.breath_trial.rest()
    within.breath_trial.stop()
    keys(within)
    until(lambda: restarts, "the restart")
    back = restart(within, asked={"again": restarts[0].to_text()})
    until(lambda: back.flow.at(back_at), "the page")
    if back_at == "edit":
        assert back.editing.title == "A slower few minutes (mine)"
        assert not back.missing("text", "Title")


def test_a_lock_that_falls_while_somebody_looks_is_not_taken_back_by_what_they_saw(within):
    within.lock.look()
    keys(within)
    within.settle()
    assert within.lock.state == "locked"


def test_kept_by_itself_it_says_so_when_the_window_is_back(start, code):
    assert code
    settings = Settings(welcomed=True, keep=Keep.KEEP)
    person = start(settings, {"again": '{"page": "home", "kept": true}'})
    until(lambda: person.lock.state == "locked", "the lock")
    assert "Kept. It joins your journal when you next unlock it." in person.texts()


def test_another_process_that_sets_a_passphrase_is_noticed(person, home):
    other = Journal(home / "journal")
    other.add(pages.kept_entry())
    other.close()
    lock_journal(home)
    person.lock.look()
    until(lambda: person.lock.state == "locked", "the lock")
