"""The journal is looked after: backups when one is due, what is deleted gone from them, and their keys following."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime, timedelta

import pytest
from said import said

from grounding.journal.backup import closing
from grounding.journal.backup.backups import list_backups, tidy_backups
from grounding.journal.backup.restoring import restore
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


# What a restore has set aside


def protect(folder, backups=None):
    """Set a passphrase; return the new keys."""
    prepared = prepare_passphrase("a grey heron")
    return set_passphrase(folder, prepared, typed=prepared.code, cost=CHEAP, backups=backups or (lambda _keys: None))


@pytest.fixture
def gone_back(journal, folder):
    """A journal that went back to a backup: what was said since is set aside. Returns both entries."""
    first, since = said("first"), said("since", minute=2)
    journal.add(first)
    tend_at_start(journal, NOW)
    journal.add(since)
    (backup,), keys = list_backups(folder), journal.keys()
    journal.close()
    restore(folder, backup.path, keys=keys, now=NOW + timedelta(minutes=1))
    return first, since


def set_aside(folder):
    (aside,) = [each for each in list_backups(folder) if each.set_aside]
    return aside


def test_with_the_first_passphrase_what_is_set_aside_stays_and_opens_with_that_alone(journal, folder, gone_back):
    first, since = gone_back
    later = NOW + timedelta(minutes=2)
    keys = protect(folder, lambda keys: follow_keys(folder, keys, later))
    aside = set_aside(folder)
    assert aside.keys.read_bytes() == (folder / "keys.json").read_bytes()
    with contextlib.closing(Vault.open_as_it_is(aside.path, keys)) as vault:
        assert ids_of(vault) == {first.id, since.id}
    assert len(list_backups(folder)) == 2, "the other one is new"
    restore(folder, aside.path, keys=keys, now=NOW + timedelta(minutes=3))
    journal.unlock(keys)
    assert {entry.id for entry in journal.list()} == {first.id, since.id}


@pytest.mark.usefixtures("gone_back")
def test_it_is_sealed_at_the_next_start_where_a_kill_came_before(journal, folder):
    journal.unlock(protect(folder))
    aside = set_aside(folder)
    assert closing.opens_by_itself(aside)
    tend_at_start(journal, NOW + timedelta(minutes=2))
    assert not closing.opens_by_itself(set_aside(folder))


@pytest.mark.usefixtures("gone_back")
def test_a_kill_between_its_file_and_its_keys_leaves_one_that_is_sealed_later(folder, monkeypatch):
    keys = protect(folder)
    with monkeypatch.context() as killed:
        killed.setattr(closing, "write_whole", lambda *_: pytest.fail("killed"))
        with pytest.raises(pytest.fail.Exception):
            closing.close_set_aside(folder, keys)
    tidy_backups(folder)
    closing.close_set_aside(folder, keys)
    aside = set_aside(folder)
    assert not closing.opens_by_itself(aside)
    with contextlib.closing(Vault.open_as_it_is(aside.path, keys)) as vault:
        assert len(ids_of(vault)) == 2


@pytest.mark.usefixtures("gone_back")
def test_what_is_set_aside_and_is_not_whole_is_left_open_to_nobody(folder):
    keys, aside = protect(folder), set_aside(folder)
    data = aside.path.read_bytes()
    aside.path.write_bytes(data[:-4096] + bytes(4096))
    closing.close_set_aside(folder, keys)
    assert not [each for each in list_backups(folder) if each.set_aside]


def test_a_journal_that_was_open_can_be_gone_back_to_from_one_with_a_passphrase(journal, folder, tmp_path):
    journal.add(said("mine"))
    mine = journal.keys()
    journal.close()
    other = Journal(tmp_path / "other")
    other.add(said("theirs"))
    other.close()
    theirs = protect(tmp_path / "other")
    restore(folder, tmp_path / "other" / "journal.db", keys=mine, now=NOW, unlock=lambda _envelope: theirs)
    journal.unlock(theirs)
    tend_at_start(journal, NOW + timedelta(minutes=1))
    aside = set_aside(folder)
    assert not closing.opens_by_itself(aside)
    restore(folder, aside.path, keys=theirs, now=NOW + timedelta(minutes=2))
    journal.close()
    assert [entry.report.sensations[0].note for entry in journal.list()] == ["mine"]
