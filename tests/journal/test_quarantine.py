"""A damaged journal is noticed, told from one with other keys, and moved out of the way; nothing of it is deleted."""

from __future__ import annotations

import stat
from datetime import timedelta

import apsw
import pytest
from keeper import NOW, Keeper

from grounding.journal.keyring.keys import make_envelope
from grounding.journal.looking_through import CHECKED, check_on_open, check_whole, last_checked
from grounding.journal.repair.quarantine import quarantine
from grounding.journal.vault import Vault

KEYS = {"keys.json", "keys.json.bak"}


@pytest.fixture
def person(folder):
    return Keeper(folder).says(*(f"sentinel {number} " * 60 for number in range(30)))


def test_a_journal_is_moved_with_a_copy_of_its_keys_and_a_reason_without_a_word_of_the_person(person):
    before = person.files()
    place = quarantine(person.folder, NOW, "journal-damaged")
    assert place == person.folder / "quarantine" / "20261125T160805123456Z"
    there = {path.name: path.read_bytes() for path in place.iterdir()}
    reason = there.pop("reason.txt").decode()
    assert there == {name: data for name, data in before.items() if name != "keys.json.bak"}
    assert reason.startswith("journal-damaged\n2026-11-25 16:08 UTC, grounding ")
    assert set(person.files()) - {f"quarantine/{place.name}/{name}" for name in (*there, "reason.txt")} == KEYS
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (person.folder / "quarantine").rglob("*") if path.is_file()}
    assert modes == {0o600}
    assert stat.S_IMODE(place.stat().st_mode) == stat.S_IMODE(place.parent.stat().st_mode) == 0o700


def test_what_a_kill_left_half_done_goes_along(person):
    (person.folder / "journal.db-journal").write_bytes(b"half")
    place = quarantine(person.folder, NOW, "journal-damaged")
    assert (place / "journal.db-journal").read_bytes() == b"half"
    assert not (person.folder / "journal.db-journal").exists()


def test_a_new_journal_begins_under_the_same_keys(person):
    keys = person.keys
    quarantine(person.folder, NOW, "journal-damaged")
    assert person.has() == set()
    person.says("new")
    assert person.has() == {"new"}
    assert person.keys == keys


def test_two_of_them_lie_beside_one_another(person):
    first = quarantine(person.folder, NOW, "journal-damaged")
    data = (first / "journal.db").read_bytes()
    person.says("new")
    second = quarantine(person.folder, NOW + timedelta(seconds=1), "journal-damaged")
    assert (first / "journal.db").read_bytes() == data
    assert (second / "journal.db").exists()


def test_where_no_journal_is_there_is_nothing_to_move(person, told):
    quarantine(person.folder, NOW, "journal-damaged")
    assert told(quarantine, person.folder, NOW, "journal-damaged") == "journal-unreadable"


def opened(person):
    return Vault.open(person.folder / "journal.db", person.keys)


def damage(person, at):
    path = person.folder / "journal.db"
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def test_a_sound_journal_is_read_whole_once_a_week_and_quickly_in_between(person):
    vault = opened(person)
    asked = []
    vault._connection.trace_v2(apsw.SQLITE_TRACE_STMT, lambda event: asked.append(event["sql"]))
    assert last_checked(person.folder) is None
    for days, pragma in ((0, "integrity_check"), (6, "quick_check"), (7, "integrity_check"), (8, "quick_check")):
        asked.clear()
        check_on_open(vault, person.folder, NOW + timedelta(days=days))
        assert [sql for sql in asked if sql.endswith("_check")] == [f"PRAGMA {pragma}"]
    assert last_checked(person.folder) == NOW + timedelta(days=7)
    vault.close()


@pytest.mark.parametrize("text", ["", "x", "2026-11-25T10:00:00", "\udcff"])
def test_a_note_that_makes_no_sense_means_to_read_it_whole(person, text):
    (person.folder / CHECKED).write_bytes(text.encode(errors="surrogateescape"))
    assert last_checked(person.folder) is None


@pytest.mark.parametrize("last", [None, NOW])
def test_damage_is_noticed_by_both(person, told, last):
    if last:
        vault = opened(person)
        check_whole(vault, person.folder, NOW)
        vault.close()
    damage(person, (person.folder / "journal.db").stat().st_size // 2)
    vault = opened(person)
    assert told(check_on_open, vault, person.folder, NOW) == "journal-damaged"
    assert last_checked(person.folder) == last
    vault.close()


def test_a_row_that_is_no_entry_is_noticed_by_the_whole_check(person, told):
    vault = opened(person)
    with vault.writing() as connection:
        connection.execute("UPDATE entry SET report = '{}'")
    assert told(check_whole, vault, person.folder, NOW) == "journal-damaged"
    vault.close()


def test_damage_is_told_from_keys_that_do_not_fit(person, told):
    path = person.folder / "journal.db"
    assert told(Vault.open, path, make_envelope().unlock()) == "journal-keys-foreign"
    for at in (0, 15, 16, 100, 4000, 4090):  # the first page: whose file it is, its head, its seal
        damage(person, at)
        assert told(Vault.open, path, person.keys) == "journal-damaged"
        damage(person, at)
    opened(person).close()
