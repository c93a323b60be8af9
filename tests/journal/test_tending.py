"""The journal is looked after: backups when one is due, what is deleted gone from them, and their keys following."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime, timedelta

import pytest
from said import said

from grounding.journal.backup.backups import list_backups
from grounding.journal.backup.rotation import ENTRIES, Occasion
from grounding.journal.journal import Journal
from grounding.journal.keyring.envelope import Cost
from grounding.journal.keyring.key_file import read_envelope
from grounding.journal.keyring.locking import (
    change_passphrase,
    prepare_passphrase,
    set_passphrase,
    unlock_with_passphrase,
)
from grounding.journal.repair.contents import ids_of
from grounding.journal.tending import back_up_if_due, follow_keys, forget, tend_at_start
from grounding.journal.vault import Vault

NOW = datetime(2026, 11, 25, 16, 8, tzinfo=UTC)
CHEAP = Cost(ops=1, mem_kib=8)


@pytest.fixture
def journal(folder):
    with contextlib.closing(Journal(folder)) as journal:
        yield journal


def in_newest(folder, keys):
    with contextlib.closing(Vault.open_as_it_is(list_backups(folder)[0].path, keys)) as vault:
        return ids_of(vault)


def test_the_first_start_of_a_day_with_something_new_makes_a_backup_and_the_next_none(journal, folder):
    tend_at_start(journal, NOW)
    assert list_backups(folder) == ()
    entry = said("first")
    journal.add(entry)
    tend_at_start(journal, NOW)
    tend_at_start(journal, NOW + timedelta(minutes=1))
    assert in_newest(folder, journal.keys()) == {entry.id}
    assert len(list_backups(folder)) == 1
    tend_at_start(journal, NOW + timedelta(days=1))
    assert len(list_backups(folder)) == 1, "nothing is new"


def test_after_so_many_entries_one_is_due_and_whenever_it_locks(journal, folder):
    journal.add(said("first"))
    assert back_up_if_due(journal, Occasion.ENTRY, NOW, entries=ENTRIES - 1) is None
    assert back_up_if_due(journal, Occasion.ENTRY, NOW, entries=ENTRIES) == list_backups(folder)[0].path
    journal.add(said("second", minute=2))
    assert back_up_if_due(journal, Occasion.LOCK, NOW + timedelta(minutes=1)) is not None


def test_what_is_deleted_for_good_is_in_no_backup_even_if_that_is_done_at_the_next_start(journal, folder):
    stays, goes = said("stays"), said("goes", minute=2)
    for entry in (stays, goes):
        journal.add(entry)
    tend_at_start(journal, NOW)
    journal.delete(goes.id)
    assert goes.id in in_newest(folder, journal.keys()), "it can still be taken back"
    forget(journal)
    assert in_newest(folder, journal.keys()) == {stays.id}
    assert journal.forgotten() == ()
    journal.delete(stays.id)
    tend_at_start(journal, NOW + timedelta(minutes=1))
    assert in_newest(folder, journal.keys()) == set()


def test_with_the_first_passphrase_no_backup_opens_without_it(journal, folder):
    journal.add(said("first"))
    tend_at_start(journal, NOW)
    old = journal.keys()
    journal.close()
    prepared = prepare_passphrase("a grey heron")
    later = NOW + timedelta(minutes=1)
    keys = set_passphrase(
        folder, prepared, typed=prepared.code, cost=CHEAP, backups=lambda keys: follow_keys(folder, keys, later)
    )
    (backup,) = list_backups(folder)
    assert keys != old
    assert backup.keys.read_bytes() == (folder / "keys.json").read_bytes()
    assert len(in_newest(folder, keys)) == 1


def test_a_changed_passphrase_opens_the_backups_too(journal, folder, tmp_path):
    journal.add(said("first"))
    journal.close()
    prepared = prepare_passphrase("a grey heron")
    keys = set_passphrase(folder, prepared, typed=prepared.code, cost=CHEAP)
    journal.unlock(keys)
    tend_at_start(journal, NOW)
    change_passphrase(folder, keys, "by the river", cost=CHEAP, backups=lambda keys: follow_keys(folder, keys, NOW))
    (backup,) = list_backups(folder)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "keys.json").write_bytes(backup.keys.read_bytes())
    assert read_envelope(elsewhere).locked
    assert unlock_with_passphrase(elsewhere, "by the river").database == keys.database


def test_backups_from_before_a_passphrase_that_a_kill_left_are_replaced_at_the_next_start(journal, folder):
    journal.add(said("first"))
    tend_at_start(journal, NOW)
    journal.close()
    prepared = prepare_passphrase("a grey heron")
    keys = set_passphrase(folder, prepared, typed=prepared.code, cost=CHEAP)
    journal.unlock(keys)
    tend_at_start(journal, NOW + timedelta(minutes=1))
    (backup,) = list_backups(folder)
    assert backup.made_at == NOW + timedelta(minutes=1)
    assert backup.keys.read_bytes() == (folder / "keys.json").read_bytes()
