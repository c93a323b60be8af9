"""A backup is whole, opens with the same keys, and there is either one or none."""

from __future__ import annotations

import shutil
import stat
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import apsw
import pytest
from said import said

from grounding.base.failure import Failure
from grounding.journal.alone import alone
from grounding.journal.backup import copying
from grounding.journal.backup.backups import (
    SET_ASIDE_FOR,
    alone_in_backups,
    back_up_if_due,
    changed_since_backup,
    list_backups,
    make_backup,
    make_backup_alone,
    replace_all,
    tidy_backups,
)
from grounding.journal.backup.rotation import Occasion
from grounding.journal.journal import Journal
from grounding.journal.keyring.keys import envelope_for_writing, make_envelope
from grounding.journal.repair.contents import read_entries
from grounding.journal.vault import Vault, decipher

NOW = datetime(2026, 11, 25, 16, 8, 5, 123456, tzinfo=UTC)
LATER = NOW + timedelta(minutes=1)


@pytest.fixture
def keys(folder):
    folder.mkdir(parents=True)
    return envelope_for_writing(folder).unlock()


@pytest.fixture
def vault(journal, keys, folder):
    """A journal with thirty entries, open."""
    for minute in range(30):
        journal.add(said(f"sentinel {minute} " * 60, minute=minute))
    vault = Vault.open(folder / "journal.db", keys)
    yield vault
    vault.close()


def said_in(path, keys):
    """Return all that is said in a file."""
    vault = Vault.open(path, keys)
    try:
        vault.check()
        return set(read_entries(vault))
    finally:
        vault.close()


def set_aside(vault, folder, keys, now):
    """Make a backup as a restore does."""
    with alone_in_backups(folder):
        made, _seen = make_backup_alone(vault, folder, keys, now, set_aside=True)
    return made


def names(folder):
    return sorted(path.name for path in (folder / "backups").iterdir())


def test_a_backup_holds_all_that_the_journal_does_under_the_same_keys(vault, folder, keys, journal):
    made = make_backup(vault, folder, keys, NOW)
    assert said_in(made, keys) == set(journal.list())
    assert names(folder) == ["20261125T160805123456Z-v2.db", "20261125T160805123456Z-v2.keys.json"]
    assert made.with_suffix(".keys.json").read_bytes() == (folder / "keys.json").read_bytes()
    (backup,) = list_backups(folder)
    assert (backup.path, backup.made_at, backup.schema, backup.set_aside) == (made, NOW, 2, False)


def test_nothing_in_it_can_be_read_without_the_keys_and_it_is_the_owners_alone(vault, folder, keys):
    made = make_backup(vault, folder, keys, NOW)
    data = made.read_bytes()
    assert b"SQLite" not in data
    assert b"sentinel" not in data
    assert data[:16] == keys.journal
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (folder / "backups").rglob("*")}
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE((folder / "backups").stat().st_mode) == 0o700


def test_whether_the_journal_has_changed_since_is_told_whatever_the_clock_does(vault, folder, keys, journal):
    assert changed_since_backup(folder)
    make_backup(vault, folder, keys, NOW)
    assert not changed_since_backup(folder)
    journal.add(said())
    assert changed_since_backup(folder)
    make_backup(vault, folder, keys, NOW + timedelta(days=9000))
    assert not changed_since_backup(folder)
    journal.add(said())
    assert changed_since_backup(folder)


def test_a_backup_is_made_when_one_is_due_and_only_then(vault, folder, keys, journal):
    def made(occasion, now, entries=0):
        return back_up_if_due(vault, folder, keys, occasion=occasion, now=now, entries=entries) is not None

    assert made(Occasion.START, NOW)
    assert not made(Occasion.LOCK, LATER)
    journal.add(said())
    assert not made(Occasion.START, LATER)
    assert not made(Occasion.ENTRY, LATER, 19)
    assert made(Occasion.ENTRY, LATER, 20)
    journal.add(said())
    assert made(Occasion.LOCK, LATER + timedelta(minutes=1))
    assert not made(Occasion.START, LATER + timedelta(days=1))
    journal.add(said())
    assert made(Occasion.START, LATER + timedelta(days=1))


def test_without_a_journal_nothing_has_changed_and_there_are_no_backups(folder):
    assert not changed_since_backup(folder)
    assert list_backups(folder) == ()
    tidy_backups(folder)
    assert not folder.exists()


def test_of_many_backups_the_last_days_weeks_and_each_year_are_left(vault, folder, keys):
    for ago in range(400, -1, -10):
        make_backup(vault, folder, keys, NOW - timedelta(days=ago))
    days = [(NOW - backup.made_at).days for backup in list_backups(folder)]
    assert days == [0, 10, 20, 30, 40, 50, 60, 70, 330]
    assert len(names(folder)) == 2 * len(days), "the keys of a backup go with it"


def test_the_one_just_made_is_left_even_where_the_clock_was_set_back(vault, folder, keys):
    first = make_backup(vault, folder, keys, NOW)
    second = make_backup(vault, folder, keys, NOW - timedelta(minutes=1))
    assert {backup.path for backup in list_backups(folder)} == {first, second}
    third = make_backup(vault, folder, keys, NOW + timedelta(minutes=1))
    assert [backup.path for backup in list_backups(folder)] == [third]


def test_what_a_restore_has_set_aside_is_left_for_weeks(vault, folder, keys):
    aside = set_aside(vault, folder, keys, NOW)
    assert aside.name == "20261125T160805123456Z-v2-before-restore.db"
    make_backup(vault, folder, keys, LATER)
    assert [backup.set_aside for backup in list_backups(folder)] == [False, True]
    make_backup(vault, folder, keys, NOW + SET_ASIDE_FOR - timedelta(minutes=1))
    assert aside.exists()
    make_backup(vault, folder, keys, NOW + SET_ASIDE_FOR)
    assert not aside.exists()


def test_all_but_what_is_set_aside_are_replaced_by_a_new_one(vault, folder, keys, journal):
    for ago in range(3):
        make_backup(vault, folder, keys, NOW - timedelta(days=ago))
    aside = set_aside(vault, folder, keys, NOW - timedelta(hours=1))
    made = replace_all(vault, folder, keys, LATER)
    assert names(folder) == sorted(
        name for each in (made, aside) for name in (each.name, each.with_suffix(".keys.json").name)
    )
    assert said_in(made, keys) == set(journal.list())


def test_replacing_all_goes_on_after_a_kill(vault, folder, keys):
    old = make_backup(vault, folder, keys, NOW - timedelta(days=1))
    made = make_backup(vault, folder, keys, NOW)
    (folder / "backups" / ".replacing").write_text(made.name)
    tidy_backups(folder)
    assert not old.exists()
    assert names(folder) == [made.name, made.with_suffix(".keys.json").name]


def test_one_whose_keys_may_only_be_read_is_deleted_all_the_same(bound):
    folder = bound / "journal"
    journal = Journal(folder)
    journal.add(said())
    with journal.lent() as (vault, _folder, keys):
        old = make_backup(vault, folder, keys, NOW)
        for path in (old, old.with_suffix(".keys.json")):
            path.chmod(0o400)
        made = replace_all(vault, folder, keys, LATER)
    journal.close()
    assert names(folder) == [made.name, made.with_suffix(".keys.json").name]


def test_nothing_is_deleted_where_the_one_that_replaces_all_is_not_there(vault, folder, keys):
    old = make_backup(vault, folder, keys, NOW)
    (folder / "backups" / ".replacing").write_text("20990101T000000Z-v1.db")
    tidy_backups(folder)
    assert [backup.path for backup in list_backups(folder)] == [old]


def test_what_a_kill_left_half_made_is_swept_and_the_rest_stays(vault, folder, keys):
    made = make_backup(vault, folder, keys, NOW)
    backups = folder / "backups"
    hot = backups / f"{made.name}-journal"
    for name in (
        f".{made.name}",
        f".{made.name}-journal",
        ".20200101T000000Z-v1.keys.json.abc123",
        "20200101T000000Z-v1.keys.json",
        "letter.txt",
        hot.name,
    ):
        (backups / name).write_bytes(b"x")
    tidy_backups(folder)
    assert names(folder) == sorted([made.name, hot.name, made.with_suffix(".keys.json").name, "letter.txt"])


def test_a_name_that_is_no_backups_is_none(vault, folder, keys):
    make_backup(vault, folder, keys, NOW)
    for name in ("x.db", "20261325T000000Z-v1.db", "20261125T000000Z-v1.db.bak", "20261125T000000Z-vx.db"):
        (folder / "backups" / name).write_bytes(b"x")
    (folder / "backups" / "20261101T000000Z-v1.db").write_bytes(b"x")  # as version 1 named them
    assert [backup.made_at.day for backup in list_backups(folder)] == [25, 1]


def test_a_damaged_journal_makes_no_backup_and_no_backup_is_deleted(vault, folder, keys, told):
    old = make_backup(vault, folder, keys, NOW)
    vault.close()
    path = folder / "journal.db"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    damaged = Vault.open(path, keys)
    assert told(make_backup, damaged, folder, keys, LATER) == "journal-damaged"
    damaged.close()
    assert names(folder) == [old.name, old.with_suffix(".keys.json").name]


def test_damage_to_any_page_is_noticed_before_a_backup_is_made(vault, folder, keys, told):
    vault.close()
    path = folder / "journal.db"
    whole = path.read_bytes()
    kinds = {each[0] for at in range(4096, len(whole), 4096) if (each := decipher(path, keys)[at : at + 4096])}
    assert kinds >= {10, 13}, "pages of rows, and pages of an index, of which a copy is made anew"
    for at in range(4096, len(whole), 4096):
        path.write_bytes(whole[: at + 50] + bytes([whole[at + 50] ^ 1]) + whole[at + 51 :])
        damaged = Vault.open(path, keys)
        assert told(make_backup, damaged, folder, keys, NOW) == "journal-damaged"
        damaged.close()
    assert names(folder) == []


def test_damage_within_sound_pages_is_noticed_too(vault, folder, keys, told):
    connection = vault._connection
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 0)
    connection.execute("CREATE INDEX extra ON entry (practice); PRAGMA writable_schema = 1")
    connection.execute("UPDATE sqlite_schema SET sql = 'CREATE INDEX extra ON entry (tz)' WHERE name = 'extra'")
    vault.close()
    damaged = Vault.open(folder / "journal.db", keys)
    assert told(make_backup, damaged, folder, keys, NOW) == "journal-damaged"
    damaged.close()


def test_a_copy_that_came_out_damaged_is_thrown_away(vault, folder, keys, told, monkeypatch):
    whole = copying._copy

    def spoil(vault, path):
        whole(vault, path)
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(data)

    monkeypatch.setattr(copying, "_copy", spoil)
    assert told(make_backup, vault, folder, keys, NOW) == "copy-not-whole"
    assert names(folder) == []


def test_a_copy_that_lacks_a_row_is_thrown_away(vault, folder, keys, told, monkeypatch):
    whole = copying._copy

    def forget_one(vault, path):
        whole(vault, path)
        copy = Vault.open(path, keys)
        with copy.writing() as connection:
            connection.execute("DELETE FROM entry WHERE id = (SELECT max(id) FROM entry)")
        copy.close()

    monkeypatch.setattr(copying, "_copy", forget_one)
    assert told(make_backup, vault, folder, keys, NOW) == "copy-not-whole"
    assert names(folder) == []


def test_a_copy_in_the_clear_is_thrown_away(vault, folder, keys, told, monkeypatch):
    monkeypatch.setattr(copying, "_copy", lambda _vault, path: path.write_bytes(b"SQLite format 3\0" + bytes(4080)))
    assert told(make_backup, vault, folder, keys, NOW) == "copy-not-whole"
    assert names(folder) == []


def test_what_another_writes_meanwhile_is_in_the_backup_too(vault, folder, keys, journal, monkeypatch):
    whole, late = copying._copy, [said("late", minute=99)]

    def somebody_writes(vault, path):
        while late:
            journal.add(late.pop())
        whole(vault, path)

    monkeypatch.setattr(copying, "_copy", somebody_writes)
    made = make_backup(vault, folder, keys, NOW)
    assert said_in(made, keys) == set(journal.list())
    assert len(journal.list()) == 31


def test_where_another_never_stops_writing_it_is_busy_and_nothing_half_is_left(
    vault, folder, keys, journal, told, monkeypatch
):
    whole = copying._copy

    def somebody_writes(vault, path):
        journal.add(said())
        whole(vault, path)

    monkeypatch.setattr(copying, "_copy", somebody_writes)
    assert told(make_backup, vault, folder, keys, NOW) == "journal-busy"
    assert names(folder) == []


def test_of_all_processes_one_works_on_the_backups(vault, folder, keys, told):
    make_backup(vault, folder, keys, NOW)
    holder = (
        "import sys; from pathlib import Path; from grounding.journal.alone import alone\n"
        "with alone(Path(sys.argv[1])): print('in', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holder, folder / "backups"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout.readline() == b"in\n"
        assert told(make_backup, vault, folder, keys, LATER) == "journal-busy"
        assert told(tidy_backups, folder) == "journal-busy"
        other.kill()
        other.wait()
        with alone(folder / "backups", wait_s=5):
            pass
    make_backup(vault, folder, keys, LATER)


def test_two_backups_of_one_moment_do_not_replace_one_another(vault, folder, keys, told):
    make_backup(vault, folder, keys, NOW)
    before = {path: path.read_bytes() for path in (folder / "backups").iterdir()}
    assert told(make_backup, vault, folder, keys, NOW) == "journal-busy"
    assert {path: path.read_bytes() for path in (folder / "backups").iterdir()} == before


def test_without_sound_keys_beside_it_no_backup_is_made(vault, folder, keys, told):
    (folder / "keys.json.bak").unlink(missing_ok=True)
    data = (folder / "keys.json").read_bytes()
    (folder / "keys.json").write_bytes(data[:-1])
    assert told(make_backup, vault, folder, keys, NOW) == "journal-keys-damaged"
    (folder / "keys.json").unlink()
    assert told(make_backup, vault, folder, keys, NOW) == "journal-keys-missing"
    assert names(folder) == []


def test_a_folder_that_has_vanished_is_told(vault, folder, keys, told):
    shutil.rmtree(folder)
    with pytest.raises(Failure):
        make_backup(vault, folder, keys, NOW)
    assert told(make_backup, vault, folder, keys, NOW) == "not-written"
    assert not folder.exists(), "a stick that was pulled out must not become a folder on another disk"


def test_a_file_in_the_place_of_the_folder_of_backups_is_told(vault, folder, keys, told):
    (folder / "backups").write_bytes(b"")
    assert list_backups(folder) == ()
    assert told(make_backup, vault, folder, keys, NOW) == "not-written"


@pytest.mark.usefixtures("keys")
def test_under_other_keys_a_copy_is_none(vault, folder, told):
    other = make_envelope().unlock()
    assert told(make_backup, vault, folder, other, NOW) == "copy-not-whole"
    assert names(folder) == []
