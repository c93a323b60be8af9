"""Backups as somebody makes them, carries them away and goes back to one; and a journal that cannot be read."""

from __future__ import annotations

import pages
import pytest
from person import until
from PySide6.QtCore import QUrl
from secret import PASSPHRASE, lock_journal

from grounding.base.settings import Settings
from grounding.body.report import Report
from grounding.journal.backups import list_backups
from grounding.journal.entry import new_entry
from grounding.journal.key_file import read_envelope

LATER = "said later"


def line(text):
    return new_entry("", Report(line=text))


def lines(person):
    return {entry.report.line for entry in person.journal.list()}


def rest(person, model):
    until(lambda: not model.working, "the end of it")
    person.settle()
    person.settle()


@pytest.fixture
def keeper(person):
    """Somebody with an entry and a backup of it, among the settings; one more entry has come since."""
    person.journal.add(line("said first"))
    person.press("page tab", "Settings")
    person.press("push button", "Make one now")
    rest(person, person.backups)
    person.journal.add(line(LATER))
    return person


# Making them


def test_when_the_last_one_was_made_is_said(person):
    person.press("page tab", "Settings")
    person.settle()
    assert "There is none yet." in person.texts()
    person.journal.add(line("said first"))
    person.press("push button", "Make one now")
    rest(person, person.backups)
    (backup,) = list_backups(person.home / "journal")
    assert str(person.backups.newest)
    assert any(f"made on {person.backups.newest}" in text for text in person.texts())
    assert f"{backup.made_at.astimezone():%H:%M}" in person.backups.newest
    person.find("alert", "It is made.")


def test_of_a_journal_that_is_not_there_yet_none_can_be_made(person):
    person.press("page tab", "Settings")
    person.press("push button", "Make one now")
    rest(person, person.backups)
    assert "nothing to make a backup of" in person.backups.said
    person.find("alert", str(person.backups.said))


def test_one_is_carried_away_and_gone_back_to_as_a_file(keeper, tmp_path):
    out = tmp_path / "away.backup"
    keeper.backups.carryTo(QUrl.fromLocalFile(str(out)))
    rest(keeper, keeper.backups)
    assert out.stat().st_size > 4096
    assert any("It is saved." in text for text in keeper.texts())
    keeper.journal.add(line("said last"))
    keeper.press("push button", "Restore…")
    keeper.backups.chooseFile(QUrl.fromLocalFile(str(out)))
    assert keeper.find("radio button", str(out)).checked
    keeper.press("push button", "Go back to this one")
    rest(keeper, keeper.backups)
    assert lines(keeper) == {"said first", LATER}


def test_where_it_goes_is_suggested_with_the_day(person):
    assert str(person.backups.suggested.toLocalFile()).endswith(".backup")


# Going back to one


def go_back(person):
    person.press("push button", "Restore…")
    person.settle()
    person.press("radio button", str(person.backups.rows[0]["when"]))
    person.press("push button", "Go back to this one")
    rest(person, person.backups)


def test_the_journal_becomes_what_it_was_and_that_can_be_taken_back(keeper):
    keeper.press("push button", "Restore…")
    keeper.settle()
    assert any("set aside first" in text for text in keeper.texts())
    assert not keeper.find("push button", "Go back to this one").item.isEnabled()
    keeper.press("radio button", str(keeper.backups.rows[0]["when"]))
    keeper.press("push button", "Go back to this one")
    rest(keeper, keeper.backups)
    assert lines(keeper) == {"said first"}
    assert keeper.focused_name() == "push button “To the journal”"
    keeper.press("push button", "Undo")
    rest(keeper, keeper.backups)
    assert lines(keeper) == {"said first", LATER}
    keeper.press("push button", "To the journal")
    until(lambda: any(LATER in text for text in keeper.texts()), "the entry")


def test_what_was_set_aside_is_among_the_backups_later(keeper):
    go_back(keeper)
    keeper.press("push button", "To the journal")
    keeper.press("page tab", "Settings")
    keeper.press("push button", "Restore…")
    keeper.settle()
    (aside,) = [row for row in keeper.backups.rows if row["aside"]]
    keeper.backups.choose(aside["key"])
    keeper.press("push button", "Go back to this one")
    rest(keeper, keeper.backups)
    assert lines(keeper) == {"said first", LATER}


def test_what_is_no_backup_is_one_sentence_and_nothing_is_changed(keeper, tmp_path):
    file = tmp_path / "letter.backup"
    file.write_text("Dear")
    keeper.press("push button", "Restore…")
    keeper.backups.chooseFile(QUrl.fromLocalFile(str(file)))
    keeper.press("push button", "Go back to this one")
    rest(keeper, keeper.backups)
    assert "is not a backup" in keeper.backups.said
    assert lines(keeper) == {"said first", LATER}
    keeper.find("push button", "Not now")


def test_one_with_a_passphrase_of_its_own_asks_for_it(keeper, tmp_path):
    lock_journal(tmp_path / "other", line("theirs"))
    keeper.press("push button", "Restore…")
    keeper.backups.chooseFile(QUrl.fromLocalFile(str(tmp_path / "other" / "journal" / "journal.db")))
    keeper.press("push button", "Go back to this one")
    rest(keeper, keeper.backups)
    assert "of its own" in keeper.backups.said
    keeper.write("Passphrase of that backup", "not this")
    keeper.press("push button", "Go back to this one")
    rest(keeper, keeper.backups)
    assert lines(keeper) == {"said first", LATER}
    keeper.find("text", "Passphrase of that backup").interface.editableTextInterface().deleteText(0, 8)
    keeper.write("Passphrase of that backup", PASSPHRASE)
    keeper.press("push button", "Go back to this one")
    rest(keeper, keeper.backups)
    assert lines(keeper) == {"theirs"}
    until(lambda: keeper.lock.passphrase, "the lock")
    assert keeper.lock.state == "open"


def test_while_it_is_locked_none_can_be_made_or_restored_and_that_is_said(start, home):
    lock_journal(home, line("mine"))
    person = start(Settings(welcomed=True))
    until(lambda: person.lock.state == "locked", "the lock")
    person.press("page tab", "Settings")
    assert person.missing("push button", "Make one now")
    assert any("While the journal is locked" in text for text in person.texts())


# A journal that cannot be read


def damage(person):
    """Spoil one page in the middle of the journal's file."""
    person.settle()
    person.journal.close()
    path = person.home / "journal" / "journal.db"
    data = bytearray(path.read_bytes())
    for at in range(len(data) // 2, len(data) // 2 + 64):
        data[at] ^= 0xFF
    path.write_bytes(data)
    return bytes(data)


@pytest.fixture
def damaged(keeper, restart):
    """Somebody who starts the program on a journal whose file is damaged."""
    for number in range(400):
        keeper.journal.add(line(f"line {number}"))
    damage(keeper)
    again = restart(keeper)
    until(lambda: again.mending.trouble, "the trouble")
    again.press("page tab", "Journal")
    again.settle()
    return again


def test_a_damaged_journal_is_a_quiet_page_that_deletes_nothing(damaged):
    damaged.find("heading", "Your journal cannot be read just now")
    said = " ".join(damaged.texts())
    assert "Nothing is deleted" in said
    assert f"the backup of {damaged.backups.newest}" in said
    assert {"Bring back what can be read", "Go back to a backup…", "Look again"} <= {
        each.name for each in damaged.every("push button")
    }


def test_practising_goes_on_and_what_is_said_meanwhile_is_there_afterwards(damaged):
    pages.check_in(damaged)
    pages.to_step(damaged, "close")
    damaged.press("push button", "Keep")
    damaged.settle()
    damaged.settle()
    damaged.press("page tab", "Journal")
    damaged.press("push button", "Bring back what can be read")
    rest(damaged, damaged.mending)
    damaged.press("push button", "To the journal")
    damaged.settle()
    if damaged.keeping.waiting:  # it could not be kept, and waits
        damaged.keeping.keep()
        damaged.settle()
    assert "slow-down" in {entry.practice for entry in damaged.journal.list()}


def test_it_is_put_together_again_from_what_is_whole_and_the_backup(damaged, home):
    before = (home / "journal" / "journal.db").read_bytes()
    damaged.press("push button", "Bring back what can be read")
    rest(damaged, damaged.mending)
    damaged.find("heading", "Your journal can be read again")
    assert damaged.focused_name() == "push button “To the journal”"
    found = lines(damaged)
    assert "said first" in found
    assert len(found) > 300
    (aside,) = (home / "journal" / "quarantine").glob("*/journal.db")
    assert aside.read_bytes() == before
    damaged.press("push button", "To the journal")
    until(lambda: any("line" in each.name for each in damaged.every("push button")), "the entries")


def test_a_file_that_was_put_back_is_seen_by_looking_again(damaged, home):
    damaged.press("push button", "Look again")
    rest(damaged, damaged.mending)
    assert damaged.mending.said
    (backup,) = [each for each in list_backups(home / "journal") if not each.set_aside][:1]
    (home / "journal" / "journal.db").write_bytes(backup.path.read_bytes())
    damaged.press("push button", "Look again")
    rest(damaged, damaged.mending)
    until(lambda: any("said first" in text for text in damaged.texts()), "the entry")


def test_from_there_one_goes_back_to_a_backup(damaged):
    damaged.press("push button", "Go back to a backup…")
    damaged.settle()
    damaged.press("radio button", str(damaged.backups.rows[0]["when"]))
    damaged.press("push button", "Go back to this one")
    rest(damaged, damaged.backups)
    assert lines(damaged) == {"said first"}
    damaged.press("push button", "To the journal")
    damaged.settle()
    assert damaged.missing("heading", "Your journal cannot be read just now")


def spoil_keys(home):
    for name in ("keys.json", "keys.json.bak"):
        (home / "journal" / name).write_bytes(b"{}")


def test_damaged_keys_come_from_a_backup_with_all_that_was_said_since(keeper, home, restart):
    keeper.settle()
    spoil_keys(home)
    again = restart(keeper)
    until(lambda: again.mending.trouble, "the trouble")
    assert "keys.json" in again.mending.trouble
    again.press("page tab", "Journal")
    again.press("push button", "Bring back what can be read")
    rest(again, again.mending)
    assert lines(again) == {"said first", LATER}
    assert read_envelope(home / "journal")


def test_damaged_keys_of_a_journal_with_a_passphrase_ask_for_it(start, home):
    lock_journal(home, line("mine"))
    person = start(Settings(welcomed=True))
    until(lambda: person.lock.state == "locked", "the lock")
    person.lock.unlock(PASSPHRASE)
    until(lambda: person.lock.state == "open", "the open journal")
    person.backups.makeNow()
    rest(person, person.backups)
    person.grounding.close()
    spoil_keys(home)
    again = start(Settings(welcomed=True))
    until(lambda: again.mending.trouble, "the trouble")
    again.press("page tab", "Journal")
    again.press("push button", "Bring back what can be read")
    rest(again, again.mending)
    again.write("Passphrase", PASSPHRASE)
    again.press("push button", "Bring back what can be read")
    rest(again, again.mending)
    assert lines(again) == {"mine"}
    assert again.lock.passphrase


def test_where_nothing_is_whole_it_is_said_and_all_stays(person, home, restart):
    person.journal.add(line("mine"))
    person.settle()
    person.journal.close()
    spoil_keys(home)
    again = restart(person)
    until(lambda: again.mending.trouble, "the trouble")
    again.press("page tab", "Journal")
    before = (home / "journal" / "journal.db").read_bytes()
    for backup in list_backups(home / "journal"):
        backup.keys.unlink()
        backup.path.unlink()
    again.press("push button", "Bring back what can be read")
    rest(again, again.mending)
    assert "no backup here" in again.mending.said
    assert (home / "journal" / "journal.db").read_bytes() == before
