"""A backup that the first version made is restored, forgets and helps as any other; a locked one asks for its keys."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from keeper import LATER, LATEST, Keeper

from grounding.journal.backup.backups import list_backups
from grounding.journal.backup.forgetting import forget_in_backups
from grounding.journal.backup.parcel import write_parcel
from grounding.journal.backup.restoring import restore
from grounding.journal.keyring import locking
from grounding.journal.repair.contents import ids_of
from grounding.journal.repair.rescue import rescue
from grounding.journal.vault import Vault

HERE = Path(__file__).parent
LINE = "Kept by the first version."


@pytest.fixture
def person(folder):
    """Somebody whose newest backup is of the first version; what has been said since is damaged."""
    (folder / "backups").mkdir(parents=True)
    shutil.copy(HERE / "first" / "journal" / "keys.json", folder)
    for name in ("journal.db", "keys.json"):
        there = folder / "backups" / f"20260101T000000Z-v1.{name.replace('journal.', '')}"
        shutil.copy(HERE / "first" / "journal" / name, there)
    return Keeper(folder)


def lines(person):
    journal = person.journal
    journal.check()
    told = {entry.report.line for entry in journal.list()}
    journal.close()
    return told


def test_it_is_restored_and_brought_forward(person):
    (backup,) = list_backups(person.folder)
    assert backup.schema == 1
    before = backup.path.read_bytes()
    person.restores(backup.path)
    assert lines(person) == {LINE}
    assert backup.path.read_bytes() == before
    assert not list(person.folder.glob(".*"))
    backup.keys.unlink()
    person.restores(backup.path, LATEST)
    assert lines(person) == {LINE}


def test_it_forgets_and_stays_of_its_version(person):
    (backup,) = list_backups(person.folder)
    vault = Vault.open_as_it_is(backup.path, person.keys)
    ids = ids_of(vault)
    vault.close()
    assert len(ids) == 1
    assert forget_in_backups(person.folder, person.keys, ids) == ()
    vault = Vault.open_as_it_is(backup.path, person.keys)
    assert (ids_of(vault), vault.version) == (frozenset(), 1)
    vault.close()
    assert [path.name for path in (person.folder / "backups").glob("*.db")] == [backup.path.name]


def test_it_gives_what_a_damaged_journal_lacks(person):
    person.restores(list_backups(person.folder)[0].path)
    person.says("later")
    damaged = person.folder / "journal.db"
    damaged.write_bytes(damaged.read_bytes()[:4096])
    assert rescue(person.folder, damaged, person.keys, now=LATER).from_backup == 1
    assert lines(person) == {LINE}


def test_rows_of_the_first_version_are_salvaged(person, tmp_path):
    damaged = tmp_path / "damaged.db"
    data = (HERE / "first" / "journal" / "journal.db").read_bytes()
    damaged.write_bytes(bytes(4096) + data[4096:])
    shutil.rmtree(person.folder / "backups")
    assert rescue(person.folder, damaged, person.keys, now=LATER).salvaged == 1
    assert lines(person) == {LINE}


def test_a_locked_backup_is_opened_by_whoever_has_its_passphrase(person, tmp_path):
    out, journal = tmp_path / "out", tmp_path / "locked"
    shutil.copytree(HERE / "locked" / "journal", journal)
    write_parcel(out, journal=journal / "journal.db", keys=journal / "keys.json")

    def unlock(_envelope):
        return locking.unlock_with_passphrase(journal, "the grey herön, at dusk")

    restored = restore(person.folder, out, keys=person.keys, now=LATER, unlock=unlock)
    assert person.journal.locked
    person.journal.unlock(restored.keys)
    assert "Kept before the passphrase." in lines(person)
    assert (
        not (person.folder / "keys.json.bak").exists()
        or (person.folder / "keys.json.bak").read_bytes() == (person.folder / "keys.json").read_bytes()
    )
