"""A backup takes the journal's place whole or not at all, and the journal of before can come back."""

from __future__ import annotations

import shutil
import stat
from dataclasses import replace
from datetime import timedelta

import pytest
from keeper import LATER, LATEST, NOW, Keeper
from said import said

from grounding.journal.backup.backups import list_backups
from grounding.journal.backup.moving import MOVING
from grounding.journal.backup.restoring import restore, undo_restore
from grounding.journal.journal import Journal
from grounding.journal.keyring import keys as keys_module
from grounding.journal.keyring.keys import new_keys
from grounding.journal.repair.quarantine import quarantine
from grounding.journal.vault import Vault
from grounding.journal.waiting import Waiting


@pytest.fixture
def person(folder):
    return Keeper(folder)


@pytest.fixture
def other(tmp_path):
    """Somebody with another journal, under other keys."""
    return Keeper(tmp_path / "other" / "journal").says("theirs")


def test_a_backup_takes_the_place_of_the_journal_and_that_can_be_taken_back(person):
    backup = person.says("first", "second").backs_up()
    person.says("third")
    restored = person.restores(backup)
    assert person.has() == {"first", "second"}
    assert restored.keys == restored.keys_before == person.keys
    assert [each.set_aside for each in list_backups(person.folder)] == [True, False]
    undone = undo_restore(person.folder, restored, now=LATEST)
    assert person.has() == {"first", "second", "third"}
    undo_restore(person.folder, undone, now=LATEST + timedelta(minutes=1))
    assert person.has() == {"first", "second"}


def test_after_a_restore_only_the_journal_is_another_and_nothing_lies_about(person):
    backup = person.says("first").backs_up()
    person.says("second").journal.draft.keep(b"begun")
    before = person.files()
    aside = person.restores(backup).aside
    after = person.files()
    new = {f"backups/{aside.name}", f"backups/{aside.with_suffix('.keys.json').name}"}
    assert set(after) == set(before) | new
    assert {name for name in before if after[name] != before[name]} == {"journal.db"}
    assert after["journal.db"] == before[f"backups/{backup.name}"]
    modes = {stat.S_IMODE(path.stat().st_mode) for path in person.folder.rglob("*") if path.is_file()}
    assert modes == {0o600}
    assert person.journal.draft.read() == b"begun"


def test_a_journal_that_is_open_elsewhere_goes_on_with_what_was_restored(person):
    backup = person.says("first").backs_up()
    person.says("second")
    window = Journal(person.folder)
    assert len(window.list()) == 2
    assert not window.changed()
    person.restores(backup)
    assert window.changed()
    assert [entry.report.sensations[0].note for entry in window.list()] == ["first"]
    window.add(said("third"))
    window.close()
    assert person.has() == {"first", "third"}


def test_where_the_file_was_replaced_right_before_a_commit_nothing_is_lost_in_silence(person, told):
    backup = person.says("first").backs_up()
    vault = Vault.open(person.folder / "journal.db", person.keys)
    person.restores(backup)
    assert vault.replaced()

    def write():
        with vault.writing() as connection:
            connection.execute("DELETE FROM entry")

    assert told(write) == "journal-busy"
    vault.close()
    assert person.has() == {"first"}


def test_what_another_says_while_the_journal_is_set_aside_is_set_aside_too(person, monkeypatch):
    from grounding.journal.backup import exchanging

    backup = person.says("first").backs_up()
    person.says("second")
    whole, late = exchanging.make_backup_alone, [said("late")]

    def somebody_writes(*values, **more):
        made = whole(*values, **more)
        while late:
            person.journal.add(late.pop())
        return made

    monkeypatch.setattr(exchanging, "make_backup_alone", somebody_writes)
    monkeypatch.setattr(exchanging, "_let_go", lambda backup: backup.unlink())
    restored = person.restores(backup)
    assert person.has() == {"first"}
    undo_restore(person.folder, restored, now=LATEST)
    assert person.has() == {"first", "second", "late"}


def test_a_journal_in_which_another_is_writing_is_not_replaced(person, told):
    backup = person.says("first").backs_up()
    person.says("second")
    before = person.files()
    window = Journal(person.folder)
    with window._open() as vault, vault.writing():
        assert told(person.restores, backup) == "journal-busy"
    window.close()
    assert person.files() == before


# Without a journal, or with one that cannot be read


def test_on_a_fresh_computer_journal_and_keys_come_with_the_backup(person, other):
    backup = other.backs_up()
    restored = restore(person.folder, backup, keys=None, now=LATER)
    assert person.has() == {"theirs"}
    assert restored.aside is None
    assert (person.folder / "keys.json").read_bytes() == (other.folder / "keys.json").read_bytes()
    assert stat.S_IMODE(person.folder.stat().st_mode) == 0o700
    assert set(person.files()) == {"journal.db", "keys.json", "keys.json.bak"}


def test_where_there_was_no_journal_there_is_none_to_go_back_to(person, other):
    restored = restore(person.folder, other.backs_up(), keys=None, now=LATER)
    with pytest.raises(keys_module.Failure, match="nothing-set-aside"):
        undo_restore(person.folder, restored, now=LATEST)
    assert person.has() == {"theirs"}


def test_after_a_quarantine_the_newest_backup_is_the_journal_again(person):
    backup = person.says("first").backs_up()
    person.says("second")
    quarantine(person.folder, NOW, "journal-damaged")
    restored = person.restores(backup)
    assert restored.aside is None
    assert person.has() == {"first"}


def test_a_damaged_journal_is_set_aside_as_it_is_and_can_be_brought_back(person):
    backup = person.says("first").backs_up()
    damaged = bytearray(person.says("second").files()["journal.db"])
    damaged[len(damaged) // 2] ^= 1
    (person.folder / "journal.db").write_bytes(damaged)
    restored = person.restores(backup)
    assert person.has() == {"first"}
    assert restored.aside.parent.parent.name == "quarantine"
    left = {path.name: path.read_bytes() for path in restored.aside.parent.iterdir()}
    assert left["journal.db"] == damaged
    assert left["keys.json"] == (person.folder / "keys.json").read_bytes()
    undo_restore(person.folder, restored, now=LATEST)
    assert person.files()["journal.db"] == damaged
    assert {path.name: path.read_bytes() for path in restored.aside.parent.iterdir()} == left, "it is never deleted"


def test_a_journal_whose_keys_nobody_has_is_set_aside_with_them_and_its_draft(person, other):
    person.says("mine").journal.draft.keep(b"begun")
    (person.folder / "journal.db-journal").write_bytes(b"what a kill may leave")
    before = person.files()
    restored = person.restores(other.backs_up(), keys=None)
    assert person.has() == {"theirs"}
    left = {path.name: path.read_bytes() for path in restored.aside.parent.iterdir()}
    assert {name: left[name] for name in before} == before
    assert person.journal.draft.read() is None
    undo_restore(person.folder, restored, now=LATEST)
    assert person.has() == {"mine"}
    assert person.journal.draft.read() == b"begun"


def test_damaged_keys_are_replaced_by_those_of_the_backup(person):
    backup = person.says("first").backs_up()
    (person.folder / "keys.json").write_bytes(b"{}")
    restore(person.folder, backup, keys=None, now=LATER)
    assert person.has() == {"first"}


# Keys


def test_the_keys_of_another_journal_come_with_it_and_the_draft_is_sealed_to_them(person, other):
    person.says("mine").journal.draft.keep(b"begun")
    Waiting(person.folder, person.journal.sealed).keep(said("said while it was locked"))
    mine = person.keys
    restored = person.restores(other.backs_up())
    assert person.has() == {"theirs", "said while it was locked"}
    assert person.keys == other.keys == restored.keys
    assert restored.keys_before == mine
    assert person.journal.draft.read() == b"begun"
    assert (person.folder / "keys.json.bak").read_bytes() == (person.folder / "keys.json").read_bytes()
    undo_restore(person.folder, restored, now=LATEST)
    assert person.has() == {"mine"}
    assert person.keys == mine
    assert person.journal.draft.read() == b"begun"
    assert not list(person.folder.glob("quarantine/*")), "all of it has been sealed anew"


def test_a_draft_that_is_sealed_to_the_keys_before_todays_is_sealed_anew_too(person, other):
    person.says("mine").journal.draft.keep(b"begun")
    keys = replace(new_keys(person.keys), journal=person.keys.journal, database=person.keys.database)
    person.restores(other.backs_up(), keys=keys)
    assert person.has() == {"theirs"}
    assert person.journal.draft.read() == b"begun"


def test_the_keys_of_today_stay_where_the_backup_was_made_under_them(person):
    backup = person.says("first").backs_up()
    backup.with_suffix(".keys.json").unlink()
    person.says("second").restores(backup)
    assert person.has() == {"first"}


def test_the_envelope_that_came_along_is_opened_by_whoever_can(person, other):
    backup = other.backs_up()
    asked = []

    def unlock(envelope):
        asked.append(envelope)
        raise keys_module.Failure("no-such-entry")

    person.says("mine")
    before = person.files()
    with pytest.raises(keys_module.Failure, match="no-such-entry"):
        person.restores(backup, unlock=unlock)
    assert [envelope.journal for envelope in asked] == [other.keys.journal]
    assert {name: data for name, data in person.files().items() if name in before} == before
    assert person.has() == {"mine"}


# What is refused


def spoiled(data):
    changed = bytearray(data)
    changed[len(data) // 2] ^= 1
    return bytes(changed)


def refused(person, told, source, **more):
    """Return the code with which a backup is refused, once nothing has changed by it."""
    before = person.files()

    def ask():
        person.restores(source, **more)

    code = told(ask)
    assert person.files() == before
    return code


def test_a_damaged_backup_is_refused_and_nothing_is_replaced(person, told):
    backup = person.says("first " * 3000).backs_up()
    whole = backup.read_bytes()
    for data in (spoiled(whole), whole[:-4096], whole[:-1], whole[:100], b"", bytes(len(whole))):
        backup.write_bytes(data)
        assert refused(person, told, backup) == "backup-damaged"


def test_a_backup_with_a_row_that_is_no_entry_is_damaged(person, told):
    backup = person.says("first").backs_up()
    vault = Vault.open(backup, person.keys)
    with vault.writing() as connection:
        connection.execute("UPDATE entry SET report = '{}'")
    vault.close()
    assert refused(person, told, backup) == "backup-damaged"


@pytest.mark.parametrize(("pragma", "code"), [("user_version", "backup-newer"), ("application_id", "backup-damaged")])
def test_a_backup_of_a_newer_version_or_of_something_else_is_refused(person, told, pragma, code):
    backup = person.says("first").backs_up()
    vault = Vault.open(backup, person.keys)
    vault._connection.pragma(pragma, 99)
    vault.close()
    assert refused(person, told, backup) == code


def test_what_is_no_backup_is_refused(person, told, tmp_path, other):
    person.says("first")
    plain = tmp_path / "plain.db"
    plain.write_bytes(b"SQLite format 3\0" + bytes(4080))
    shutil.copy(other.folder / "keys.json", tmp_path / "plain.keys.json")
    assert refused(person, told, plain) == "backup-not-one"
    assert refused(person, told, tmp_path) == "backup-not-one"
    assert refused(person, told, tmp_path / "none.db") == "backup-unreadable"
    assert refused(person, told, tmp_path / "plain.db" / "none.db") == "backup-unreadable"


def test_a_backup_whose_keys_are_missing_or_damaged_or_others_is_refused(person, told, other, tmp_path):
    person.says("mine")
    backup = other.backs_up()
    keys = backup.with_suffix(".keys.json")
    data = keys.read_bytes()
    keys.write_bytes(data[:-1])
    assert refused(person, told, backup) == "backup-keys-damaged"
    keys.write_bytes(bytes(10_000_000))
    assert refused(person, told, backup) == "backup-keys-missing"
    keys.unlink()
    assert refused(person, told, backup) == "backup-keys-missing"
    third = Keeper(tmp_path / "third" / "journal").says("third's")
    shutil.copy(third.folder / "keys.json", keys)
    assert refused(person, told, backup) == "backup-damaged"


def test_the_journal_itself_can_be_restored_from_beside_its_own_keys(person, other):
    person.says("mine")
    person.restores(other.folder / "journal.db")
    assert person.has() == {"theirs"}
    assert other.has() == {"theirs"}


def test_a_backup_that_a_kill_left_in_the_middle_of_a_change_is_brought_back_first(person):
    backup = person.says("first", "second").backs_up()
    vault = Vault.open(backup, person.keys)
    vault._connection.pragma("cache_size", 1)
    vault._connection.execute("BEGIN IMMEDIATE")
    vault._connection.execute("UPDATE entry SET folded = hex(zeroblob(30000))")
    hot = backup.with_name(f"{backup.name}-journal")
    half, journal = backup.read_bytes(), hot.read_bytes()
    vault._connection.execute("ROLLBACK")
    vault.close()
    backup.write_bytes(half)
    hot.write_bytes(journal)
    assert len(journal) > 512
    person.says("third").restores(backup)
    assert person.has() == {"first", "second"}


# Killed in the middle


def test_an_exchange_that_a_kill_cut_short_is_finished_by_whoever_opens_the_journal(person, other):
    person.says("mine")
    shutil.copytree(other.folder, person.folder / ".restoring-1", ignore=shutil.ignore_patterns("backups"))
    moves = ((".restoring-1/journal.db", "journal.db"), (".restoring-1/keys.json", "keys.json"))
    from grounding.journal.backup import moving

    (person.folder / "backups").mkdir()
    (person.folder / MOVING).write_bytes(moving._to_bytes(moves))
    (person.folder / ".restoring-1" / "journal.db").replace(person.folder / "journal.db")  # so far it came
    assert person.has() == {"theirs"}
    assert not (person.folder / MOVING).exists()
    assert person.has() == {"theirs"}


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b'{"moves": [["a", "b"]], "check": "x"}', b"\xff"])
def test_a_list_of_moves_that_makes_no_sense_is_set_aside_and_nothing_moves(person, data):
    person.says("mine")
    (person.folder / "backups").mkdir()
    (person.folder / MOVING).write_bytes(data)
    assert person.has() == {"mine"}
    assert [path.read_bytes() for path in person.folder.glob(f"{MOVING}.damaged-*")] == [data]


def test_what_a_killed_restore_left_staged_is_swept_by_the_next(person):
    backup = person.says("first").backs_up()
    left = person.folder / ".restoring-abc"
    left.mkdir()
    (left / "journal.db").write_bytes(b"half")
    person.restores(backup)
    assert not left.exists()
