"""Backups as somebody makes them, carries them away and goes back to one; and a journal that cannot be read."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pages
import pytest
from person import until
from PySide6.QtCore import Qt, QUrl
from secret import PASSPHRASE, lock_journal

from grounding.base.failure import Failure
from grounding.base.settings import Settings
from grounding.base.wording import Wording
from grounding.body.report import Report
from grounding.journal.backup.backups import list_backups
from grounding.journal.backup.rotation import ENTRIES
from grounding.journal.entry import new_entry
from grounding.journal.keyring.key_file import read_envelope
from grounding.journal.repair.contents import ids_of
from grounding.journal.vault import Vault

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


def write_one(person, text):
    person.key(Qt.Key.Key_W)
    person.tab_to("text", "A line to keep")
    person.type(text)
    person.key(Qt.Key.Key_Escape)
    person.press("push button", "Keep")
    person.settle()


def test_after_twenty_entries_one_is_made_by_itself_and_is_whole(person, home):
    for number in range(ENTRIES):
        assert list_backups(home / "journal") == ()
        write_one(person, f"line {number}")
    until(lambda: list_backups(home / "journal"), "the backup")
    person.settle()
    (backup,) = list_backups(home / "journal")
    with person.journal.lent() as (_vault, _folder, keys), contextlib.closing(Vault.open(backup.path, keys)) as copy:
        copy.check()
        assert ids_of(copy) == {entry.id for entry in person.journal.list()}
    write_one(person, "one more")
    assert len(list_backups(home / "journal")) == 1


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
    assert "does not open that backup" in keeper.backups.said
    keeper.find("text", "Passphrase of that backup").interface.editableTextInterface().deleteText(0, 8)
    keeper.write("Passphrase of that backup", PASSPHRASE)
    keeper.press("push button", "Go back to this one")
    rest(keeper, keeper.backups)
    assert lines(keeper) == {"theirs"}
    keeper.find("alert", "Your journal is now what it was then. It opens with the passphrase of that backup.")
    until(lambda: keeper.lock.passphrase, "the lock")
    assert keeper.lock.state == "open"


def test_with_a_passphrase_it_goes_back_and_forth_and_stays_open(start, home):
    person = unlocked(start, home)
    person.press("page tab", "Settings")
    person.press("push button", "Make one now")
    rest(person, person.backups)
    person.journal.add(line(LATER))
    go_back(person)
    assert lines(person) == {"mine"}
    person.find("alert", "Your journal is now what it was then.")
    person.press("push button", "Undo")
    rest(person, person.backups)
    assert lines(person) == {"mine", LATER}
    assert (person.lock.state, person.lock.passphrase) == ("open", True)


def test_a_journal_from_before_the_passphrase_has_none_and_that_is_said(keeper, tmp_path, home):
    out = tmp_path / "away.backup"
    keeper.backups.carryTo(QUrl.fromLocalFile(str(out)))
    rest(keeper, keeper.backups)
    keeper.locksmith.begin("set")
    keeper.locksmith.offer(PASSPHRASE, PASSPHRASE)
    keeper.locksmith.giveBack(keeper.locksmith.code)
    rest(keeper, keeper.locksmith)
    until(lambda: keeper.lock.passphrase, "the passphrase")
    keeper.press("push button", "Restore…")
    keeper.backups.chooseFile(QUrl.fromLocalFile(str(out)))
    keeper.press("push button", "Go back to this one")
    rest(keeper, keeper.backups)
    keeper.find("alert", "Your journal is now what it was then. It has no passphrase, as it had none then.")
    until(lambda: not keeper.lock.passphrase, "the lock to go")
    keeper.press("push button", "Undo")
    rest(keeper, keeper.backups)
    until(lambda: keeper.lock.passphrase, "the passphrase again")
    assert lines(keeper) == {"said first", LATER}
    assert read_envelope(home / "journal").locked


def test_what_was_deleted_comes_back_by_no_restore(keeper):
    (gone,) = [entry for entry in keeper.journal.list() if entry.report.line == "said first"]
    keeper.journal.delete(gone.id)
    go_back(keeper)
    assert lines(keeper) == set()
    keeper.press("push button", "Undo")
    rest(keeper, keeper.backups)
    assert lines(keeper) == {LATER}


def test_while_it_is_locked_none_can_be_made_or_restored_and_that_is_said(start, home):
    lock_journal(home, line("mine"))
    person = start(Settings(welcomed=True))
    until(lambda: person.lock.state == "locked", "the lock")
    person.press("page tab", "Settings")
    assert person.missing("push button", "Make one now")
    assert any("While the journal is locked" in text for text in person.texts())


def unlocked(start, home):
    """Somebody who has a passphrase and has typed it."""
    lock_journal(home, line("mine"))
    person = start(Settings(welcomed=True))
    until(lambda: person.lock.state == "locked", "the lock")
    person.lock.unlock(PASSPHRASE)
    until(lambda: person.lock.state == "open", "the open journal")
    return person


# A journal that cannot be read


def damage(person, every=False):
    """Spoil one page in the middle of the journal's file, or every page but the first."""
    person.settle()
    person.journal.close()
    path = person.home / "journal" / "journal.db"
    data = bytearray(path.read_bytes())
    for at in range(4096, len(data), 4096) if every else [len(data) // 2]:
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


def test_bringing_back_can_be_left_by_keyboard_and_nothing_is_changed_then(damaged, home):
    before = (home / "journal" / "journal.db").read_bytes()
    damaged.tab_to("push button", "Bring back what can be read")
    damaged.key(Qt.Key.Key_Return)
    until(lambda: damaged.mending.mayLeave, "the process that mends")
    until(lambda: damaged.focused_name() == "push button “Cancel”", "the keyboard on what is left")
    assert [each for each in damaged.everything() if each.name.endswith(" of 100 brought back")]
    damaged.key(Qt.Key.Key_Return)
    rest(damaged, damaged.mending)
    assert not damaged.mending.done
    until(lambda: damaged.focused_name() == "push button “Bring back what can be read”", "the keyboard where it was")
    assert (home / "journal" / "journal.db").read_bytes() == before
    assert not [*(home / "journal").glob("quarantine/*"), *(home / "journal").glob(".restoring*")]
    damaged.press("push button", "Bring back what can be read")
    rest(damaged, damaged.mending)
    damaged.find("heading", "Your journal can be read again")


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
    damaged.press("push button", "Undo")
    rest(damaged, damaged.backups)
    damaged.press("push button", "To the journal")
    until(lambda: damaged.every("heading", "Your journal cannot be read just now"), "the damaged one again")


def test_after_that_the_page_is_the_journal_again(damaged):
    damaged.press("push button", "Go back to a backup…")
    damaged.settle()
    damaged.press("radio button", str(damaged.backups.rows[0]["when"]))
    damaged.press("push button", "Go back to this one")
    rest(damaged, damaged.backups)
    damaged.press("push button", "To the journal")
    until(lambda: any("said first" in text for text in damaged.texts()), "the entry")
    assert damaged.missing("heading", "Your journal cannot be read just now")


def test_a_passphrase_that_fits_a_damaged_journal_is_not_called_another(start, home):
    lock_journal(home, line("mine"))
    path = home / "journal" / "journal.db"
    path.write_bytes(path.read_bytes()[:16] + bytes(path.stat().st_size - 16))
    person = start(Settings(welcomed=True))
    until(lambda: person.lock.state == "locked", "the lock")
    person.press("page tab", "Journal")
    person.write("Passphrase", PASSPHRASE)
    person.press("push button", "Unlock")
    until(lambda: person.every("heading", "Your journal cannot be read just now"), "the page")
    assert str(person.mending.trouble).startswith("The journal's file is damaged")


def test_when_the_journal_locks_nobody_stays_on_the_page_of_backups(start, home):
    person = unlocked(start, home)
    person.flow.show("restore")
    person.lock.lock()
    person.settle()
    assert person.flow.page == "settings"


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
    person = unlocked(start, home)
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
    assert again.missing("push button", "Bring back what can be read")
    again.press("push button", "Begin a new journal")
    rest(again, again.mending)
    again.find("heading", "A new journal is begun")
    (aside,) = (home / "journal" / "quarantine").glob("*/journal.db")
    assert aside.read_bytes() == before
    again.journal.add(line("new"))
    assert lines(again) == {"new"}


def test_damage_that_is_met_while_the_program_runs_is_that_page_too(keeper):
    keeper.press("page tab", "Journal")
    keeper.settle()
    damage(keeper, every=True)
    keeper.diary.refresh()
    until(lambda: keeper.mending.trouble, "the trouble")
    keeper.find("heading", "Your journal cannot be read just now")
    assert keeper.flow.said == "", "its page says it"
    keeper.press("push button", "Bring back what can be read")
    rest(keeper, keeper.mending)
    assert "said first" in lines(keeper)


def test_a_file_that_is_gone_is_noticed_at_the_start_and_the_backup_takes_its_place(keeper, home, restart):
    keeper.settle()
    keeper.journal.close()
    (home / "journal" / "journal.db").unlink()
    again = restart(keeper)
    until(lambda: again.mending.trouble, "the trouble")
    again.press("page tab", "Journal")
    again.settle()
    assert any(f"The newest backup is of {again.backups.newest}." in text for text in again.texts())
    again.press("push button", "Bring back the backup")
    rest(again, again.mending)
    again.find("heading", "Your journal can be read again")
    assert "All of it comes from a backup." in again.texts()
    assert lines(again) == {"said first"}


@pytest.mark.parametrize("harm", ["spoil", "lose"])
def test_what_is_said_while_the_keys_cannot_be_read_outlives_the_program(keeper, home, restart, harm):
    keeper.settle()
    spoil_keys(home)
    if harm == "lose":
        for name in ("keys.json", "keys.json.bak"):
            (home / "journal" / name).unlink()
    again = restart(keeper)
    until(lambda: again.mending.trouble, "the trouble")
    pages.check_in(again)
    pages.to_step(again, "close")
    again.press("push button", "Keep")
    again.settle()
    third = restart(again)
    until(lambda: third.mending.trouble, "the trouble")
    third.press("page tab", "Journal")
    third.press("push button", "Bring back what can be read")
    rest(third, third.mending)
    until(lambda: third.keeping.unfinished or third.keeping.waiting, "what was said")


def test_each_of_four_troubles_has_a_sentence_of_its_own_with_what_comes_next():
    wording = Wording()
    nexts = {
        "passphrase-other": "typed again",
        "passphrase-lost": "recovery code opens",
        "journal-keys-damaged": "keys.json from a backup",
        "journal-damaged": "backup",
    }
    sentences = {code: wording.sentence(Failure(code)) for code in nexts}
    assert len(set(sentences.values())) == len(nexts)
    for code, words in nexts.items():
        assert words in sentences[code]
        assert "!" not in sentences[code]


ON_A_DISK = """
import subprocess, sys; sys.path[:0] = [{here!r}, {above!r}]
from person import Hand, Person, until
from grounding.base.home import Home
from grounding.base.failure import Failure
from grounding.base.settings import Settings, write_settings
from grounding.base.wording import Wording
from grounding.body.report import Report
from grounding.journal.backup.backups import list_backups
from grounding.journal.entry import new_entry
from grounding.window.front import make_application
from grounding.window.window import GroundingWindow
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

application = make_application()
QAccessible.setActive(True)
place = disk / "home"
place.mkdir()
(disk / "stick").mkdir()
subprocess.run(["mount", "--bind", disk / "stick", place], check=True)
home = Home(place)
home.make()
write_settings(home.settings, Settings(welcomed=True))
hand = Hand()
window = GroundingWindow(home=home, wording=Wording(), clock=hand.clock)
window.show({{}})
person = Person(window, hand)
person.journal.add(new_entry("", Report(line="said first")))
person.settle()
"""
FULL = """
person.press("page tab", "Settings")
person.settle()
with (disk / "full").open("wb", buffering=0) as file:
    try:
        while True:
            file.write(bytes(512))
    except OSError:
        pass
person.press("push button", "Make one now")
until(lambda: not person.backups.working, "the end of it")
print(person.find("alert", str(person.backups.said)).name)
(disk / "full").unlink()
person.press("push button", "Make one now")
until(lambda: person.backups.done, "the backup")
print(len(list_backups(home.journal)))
window.close()
"""


def on_a_disk(script):
    """Return a script with a window whose home is a disk of its own, at `place`."""
    here = Path(__file__).parent
    return ON_A_DISK.format(here=str(here), above=str(here.parent)) + script


def test_a_full_disk_is_one_sentence_and_afterwards_it_works(small_disk):
    said, made = small_disk(on_a_disk(FULL), size="1m").splitlines()
    assert "no room" in said or "full" in said
    assert made == "1"


PULLED_OUT = """
subprocess.run(["umount", "-l", place], check=True)
person.key(Qt.Key.Key_W)
person.tab_to("text", "A line to keep")
person.type("said meanwhile")
until(lambda: person.flow.said, "the sentence")
print(person.flow.said)
person.key(Qt.Key.Key_Escape)
person.press("push button", "Keep")
person.settle()
print(person.keeping.waiting, [*place.glob("journal*")])
person.flow.show("journal")
person.settle()
print([text for text in person.texts() if "Nothing is here" in text])
person.flow.show("home")
subprocess.run(["mount", "--bind", disk / "stick", place], check=True)
person.press("push button", "Keep")
until(lambda: not person.keeping.waiting, "what waits, kept")
person.settle()
print(*sorted(entry.report.line for entry in person.journal.list()))
window.close()
"""


def test_a_disk_that_is_pulled_out_is_one_sentence_and_what_is_said_waits_until_it_is_back(small_disk):
    said, waits, seen, kept = small_disk(on_a_disk(PULLED_OUT), size="1m").splitlines()
    assert "is not there any more" in said
    assert waits == "True []"
    assert seen == "[]"
    assert kept == "said first said meanwhile"
