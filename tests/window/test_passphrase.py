"""A passphrase set, changed and taken away, and a new recovery code, as somebody does it on their page."""

from __future__ import annotations

import pages
import pytest
from person import until
from PySide6.QtCore import Qt
from secret import PASSPHRASE, lock_journal

from grounding.base.settings import Settings
from grounding.journal.journal import Journal
from grounding.journal.keyring import locking

Key = Qt.Key
OTHER = "seven boats, none of them home"


@pytest.fixture
def setting(person):
    """Somebody with an entry in their journal, who begins to set a passphrase."""
    person.journal.add(pages.kept_entry())
    person.press("page tab", "Settings")
    person.press("push button", "Set a passphrase")
    person.press("push button", "Go on")
    return person


@pytest.fixture
def code(home):
    return lock_journal(home, pages.kept_entry())


@pytest.fixture
def having(start, code):
    """Somebody whose journal has a passphrase, among the settings."""
    assert code
    person = start(Settings(welcomed=True))
    person.press("page tab", "Settings")
    until(lambda: person.lock.passphrase, "the lock")
    return person


def type_twice(person, first=OTHER, second=OTHER):
    person.write("New passphrase", first)
    person.write("The same once more", second)


def at(person, step):
    until(lambda: person.locksmith.step == step and not person.locksmith.working, f"the step {step}")
    person.settle()


def opens(home, passphrase):
    """Whether a passphrase opens the journal, for a fresh program."""
    try:
        journal = Journal(home / "journal")
        journal.unlock(locking.unlock_with_passphrase(home / "journal", passphrase))
    except Exception as failure:
        return str(failure)
    entries = journal.list()
    journal.close()
    return len(entries)


# Setting it


def set_all(person):
    """Go through all the steps; return the code."""
    type_twice(person)
    person.press("push button", "Go on")
    code = str(person.locksmith.code)
    person.press("push button", "It is written down")
    person.write("Recovery code", code.replace("-", " ").lower())
    person.press("push button", "Set the passphrase")
    at(person, "done")
    return code


def test_a_passphrase_is_set_step_by_step_and_the_journal_stays_open(setting, home):
    code = set_all(setting)
    assert setting.lock.passphrase
    assert setting.lock.state == "open"
    assert opens(home, OTHER) == 1
    assert len(setting.journal.list()) == 1
    assert locking.unlock_with_code(home / "journal", code)
    setting.press("push button", "Back to the settings")
    assert setting.flow.page == "settings"
    setting.find("push button", "Change the passphrase")
    setting.press("page tab", "Journal")
    setting.find("push button", "Lock")


def test_a_printer_takes_the_code_on_a_page_of_its_own_and_no_file_does(setting):
    type_twice(setting)
    setting.press("push button", "Go on")
    outward = setting.grounding.code_outward
    setting.settle()
    assert setting.missing("push button", "Print it")
    assert not any("print it" in text for text in setting.texts())
    outward._offer(("Office",))
    assert any("print it" in text for text in setting.texts())
    (code,) = {each.text for each in outward._page.paper()().places()} & {str(setting.locksmith.code)}
    assert len(code) > 20
    setting.press("push button", "Print it")
    until(lambda: not outward.busy, "the end of it")
    assert "Office did not take the page just now; it can be tried again." in setting.texts()
    assert setting.missing("push button", "Save as PDF")


def test_it_can_be_set_by_the_keyboard_alone(setting, home):
    setting.type(OTHER)
    setting.key(Key.Key_Return)
    setting.type(OTHER)
    setting.key(Key.Key_Return)
    code = str(setting.locksmith.code)
    assert setting.focused_name() == "push button “It is written down”"
    setting.key(Key.Key_Return)
    setting.type(code.lower())
    setting.key(Key.Key_Return)
    at(setting, "done")
    setting.key(Key.Key_Return)
    assert setting.flow.page == "settings"
    assert opens(home, OTHER) == 1


def test_what_was_typed_before_the_passphrase_is_found_after_it(setting, restart):
    pages.name_open(setting)
    setting.type("half a thought")
    setting.run.stop()
    setting.flow.show("settings")
    setting.press("push button", "Set a passphrase")
    setting.press("push button", "Go on")
    set_all(setting)
    again = restart(setting)
    until(lambda: again.lock.state == "locked", "the lock")
    again.lock.unlock(OTHER)
    until(lambda: again.keeping.unfinished, "the draft")


def test_what_it_means_is_said_in_plain_words_first(person):
    pages.passphrase_about(person)
    said = " ".join(person.texts())
    assert person.focused_name() == "push button “Go on”"
    assert "nobody can open it" in said
    assert "Practising never asks for it" in said


def test_two_that_differ_and_none_at_all_are_a_sentence_each(setting, home):
    told = []
    for first, second in ((OTHER, f"{OTHER}."), ("", "")):
        setting.locksmith.offer(first, second)
        told.append(setting.locksmith.said)
    assert "not the same" in told[0]
    assert "not empty" in told[1]
    assert setting.locksmith.step == "new"
    assert not locking.is_locked(home / "journal")


def test_how_hard_it_is_to_guess_is_said_in_words_and_nothing_is_insisted_on(setting):
    said = []
    for typed in ("1234", "the slow kettle hums under eleven stairs"):
        setting.locksmith.weigh(typed)
        until(lambda: setting.locksmith.strength not in ("", *said), "the words")
        said.append(str(setting.locksmith.strength))
        assert said[-1] in setting.texts()
    assert "guess" in said[0]
    assert not any(each.isdigit() for words in said for each in words)
    setting.locksmith.weigh("")
    assert setting.locksmith.strength == ""
    setting.locksmith.offer("1", "1")
    assert setting.locksmith.step == "shown"


def test_nothing_is_set_until_the_code_has_come_back(setting, home):
    type_twice(setting)
    setting.press("push button", "Go on")
    code = str(setting.locksmith.code)
    setting.press("push button", "It is written down")
    setting.write("Recovery code", code[:-1] + ("0" if code[-1] != "0" else "1"))
    setting.press("push button", "Set the passphrase")
    at(setting, "back")
    assert "not as it was printed" in setting.locksmith.said
    assert "text “Recovery code”" in setting.focused_name()
    assert not locking.is_locked(home / "journal")
    setting.press("push button", "Show the code again")
    assert setting.locksmith.code == code
    setting.press("push button", "It is written down")
    setting.press("push button", "Not now")
    assert setting.flow.page == "settings"
    assert setting.locksmith.code == ""
    assert not locking.is_locked(home / "journal")
    assert len(setting.journal.list()) == 1


@pytest.mark.parametrize("leaves", ["Back to the room", "Not now"])
def test_whoever_leaves_leaves_nothing_behind(setting, leaves):
    type_twice(setting)
    setting.press("push button", "Go on")
    setting.press("push button", leaves)
    setting.settle()
    smith = setting.locksmith
    assert (smith.code, smith.aim, smith._prepared, smith._keys, smith._typed) == ("", "", None, None, "")


def test_the_code_is_on_the_clipboard_for_as_long_as_it_is_shown(setting, application):
    clipboard = application.clipboard()
    type_twice(setting)
    setting.press("push button", "Go on")
    setting.press("push button", "Copy")
    assert clipboard.text() == setting.locksmith.code
    assert bytes(clipboard.mimeData().data("x-kde-passwordManagerHint").data()) == b"secret"
    setting.press("push button", "Not now")
    assert clipboard.text() == ""


def test_the_code_leaves_the_clipboard_after_a_minute_and_nothing_else_does(setting, application):
    clipboard, lent = application.clipboard(), setting.locksmith._clipboard
    assert lent._timer.interval() == 60_000
    lent.lend("a code")
    assert lent._timer.isActive()
    lent._timer.timeout.emit()
    assert clipboard.text() == ""
    lent.lend("a code")
    clipboard.setText("something else")
    lent.take_back()
    assert clipboard.text() == "something else"


# Changing it


def prove(person, typed=PASSPHRASE, button="Go on"):
    person.write("Current passphrase", typed)
    person.press("push button", button)


def test_another_passphrase_takes_its_place_and_the_code_stays(having, home, code):
    having.press("push button", "Change the passphrase")
    prove(having)
    at(having, "new")
    type_twice(having)
    having.press("push button", "Change the passphrase")
    at(having, "done")
    assert opens(home, OTHER) == 1
    assert "passphrase-other" in str(opens(home, PASSPHRASE))
    assert locking.unlock_with_code(home / "journal", code)


def test_the_code_does_in_place_of_a_passphrase_that_is_lost(having, home, code):
    having.press("push button", "Change the passphrase")
    prove(having, code)
    at(having, "new")
    type_twice(having)
    having.press("push button", "Change the passphrase")
    at(having, "done")
    assert opens(home, OTHER) == 1


@pytest.mark.parametrize("aim", ["Change the passphrase", "New recovery code", "Remove the passphrase"])
def test_nothing_is_changed_by_who_does_not_know_it(having, home, aim):
    having.press("push button", aim)
    prove(having, "guessed", "Remove the passphrase" if "Remove" in aim else "Go on")
    at(having, "old")
    assert "does not open" in having.locksmith.said
    assert "text “Current passphrase”" in having.focused_name()
    assert opens(home, PASSPHRASE) == 1


def test_it_is_taken_away_after_the_passphrase_and_the_journal_opens_here(having, home):
    having.press("push button", "Remove the passphrase")
    prove(having, button="Remove the passphrase")
    at(having, "done")
    assert not locking.is_locked(home / "journal")
    assert len(Journal(home / "journal").list()) == 1
    having.press("push button", "Back to the settings")
    having.find("push button", "Set a passphrase")
    having.press("page tab", "Journal")
    until(lambda: having.lock.state == "open", "the open journal")
    having.settle()
    assert any(pages.LINE in text for text in having.texts())


def test_a_new_code_opens_it_and_the_earlier_one_no_longer(having, home, code):
    having.press("push button", "New recovery code")
    prove(having)
    at(having, "shown")
    fresh = str(having.locksmith.code)
    assert fresh != code
    having.press("push button", "It is written down")
    having.write("Recovery code", fresh)
    having.press("push button", "Use this code from now on")
    at(having, "done")
    assert locking.unlock_with_code(home / "journal", fresh)
    with pytest.raises(Exception, match="recovery-code-other"):
        locking.unlock_with_code(home / "journal", code)


def test_how_long_it_takes_to_lock_is_chosen(having, home):
    having.press("radio button", "3 minutes")
    having.settle()
    assert '"lock_minutes": 3' in (home / "settings.json").read_text()


def test_nothing_of_it_is_in_the_log_or_the_title(having, home):
    having.press("push button", "Change the passphrase")
    prove(having)
    at(having, "new")
    type_twice(having)
    assert having.window.title() == "Grounding"
    kept = [path.read_bytes() for path in home.rglob("*") if path.is_file()]
    assert not any(words.encode() in data for data in kept for words in (PASSPHRASE, OTHER))
