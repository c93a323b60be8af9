"""When it can no longer be taken back, what was deleted is gone from the backups too."""

from __future__ import annotations

import pytest
from keeper import LATER, LATEST, NOW, Keeper

from grounding.journal import vault as vaults
from grounding.journal.backup.backups import changed_since_backup, list_backups
from grounding.journal.backup.forgetting import forget_in_backups
from grounding.journal.repair.contents import ids_of
from grounding.journal.vault import Vault

WORD = "word-that-goes"


@pytest.fixture
def person(folder):
    return Keeper(folder)


def id_of(person, note):
    journal = person.journal
    found = next(entry.id for entry in journal.list() if entry.report.sensations[0].note == note)
    journal.close()
    return found


def ids_in(path, keys):
    vault = Vault.open_as_it_is(path, keys)
    vault.check()
    ids = ids_of(vault)
    vault.close()
    return ids


def traces(path, keys):
    """Return how often the word stands in a file, for one who has the keys, wherever in it."""
    return vaults.decipher(path, keys).count(WORD.encode())


def test_what_is_forgotten_is_in_no_backup_any_more_and_leaves_no_trace(person):
    note = f"{WORD} " * 500
    person.says("first", note)
    backups = [person.backs_up(NOW), person.backs_up(NOW.replace(day=1)), person.backs_up(NOW.replace(month=1))]
    gone = id_of(person, note)
    assert all(traces(backup, person.keys) > 400 for backup in backups)
    assert forget_in_backups(person.folder, person.keys, [gone, "one that was never there"]) == ()
    for backup in backups:
        assert traces(backup, person.keys) == 0
        assert gone not in ids_in(backup, person.keys)
        assert len(ids_in(backup, person.keys)) == 1


def test_forgetting_again_changes_nothing(person):
    person.says("first", "second")
    backup = person.backs_up()
    gone = id_of(person, "first")
    forget_in_backups(person.folder, person.keys, [gone])
    data = ids_in(backup, person.keys)
    assert forget_in_backups(person.folder, person.keys, [gone]) == ()
    assert ids_in(backup, person.keys) == data


def test_a_backup_stays_that_of_the_same_journal(person):
    person.says("first", "second")
    person.backs_up()
    gone = id_of(person, "first")
    assert not changed_since_backup(person.folder)
    forget_in_backups(person.folder, person.keys, [gone])
    assert not changed_since_backup(person.folder)


def test_where_there_is_nothing_to_forget_nothing_is_made(person):
    assert forget_in_backups(person.folder, None, ["x"]) == ()
    person.says("first")
    assert forget_in_backups(person.folder, person.keys, ["x"]) == ()
    assert not (person.folder / "backups").exists()


def test_what_a_restore_has_set_aside_forgets_too_even_under_other_keys(person, tmp_path):
    other = Keeper(tmp_path / "other" / "journal").says("theirs")
    person.says("mine", "mine too")
    gone = id_of(person, "mine")
    aside = person.restores(other.backs_up()).aside
    before = ids_in(aside, restored_keys := _keys_beside(aside))
    assert forget_in_backups(person.folder, person.keys, [gone]) == ()
    assert ids_in(aside, restored_keys) == before - {gone}


def _keys_beside(path):
    from grounding.journal.keyring.envelope import from_bytes

    return from_bytes(path.with_suffix(".keys.json").read_bytes()).unlock()


def test_a_backup_that_nobody_here_can_open_is_named_and_left(person, tmp_path):
    other = Keeper(tmp_path / "other" / "journal").says("theirs")
    person.says("mine")
    aside = person.restores(other.backs_up()).aside
    person.backs_up(LATEST)
    aside.with_suffix(".keys.json").write_bytes(b"locked with what is not known")
    before = aside.read_bytes()
    assert forget_in_backups(person.folder, person.keys, [id_of(person, "theirs")]) == (aside,)
    assert aside.read_bytes() == before
    assert ids_in(list_backups(person.folder)[0].path, person.keys) == set()


def test_a_backup_of_a_newer_version_is_named_and_left(person):
    person.says("first")
    backup = person.backs_up()
    newer = backup.with_name(backup.name.replace("-v2", "-v99"))
    backup.rename(newer)
    assert forget_in_backups(person.folder, person.keys, [id_of(person, "first")]) == (newer,)


def test_a_damaged_backup_which_could_hold_it_is_deleted(person):
    person.says("first " * 3000, "second")
    whole = person.backs_up(NOW)
    damaged = person.backs_up(LATER.replace(day=26))
    data = bytearray(damaged.read_bytes())
    data[len(data) // 2] ^= 1
    damaged.write_bytes(data)
    assert forget_in_backups(person.folder, person.keys, [id_of(person, "second")]) == ()
    assert [backup.path for backup in list_backups(person.folder)] == [whole]
