"""The file is what it should be: encrypted, set as meant, and refused with a sentence of its own when it is not."""

from __future__ import annotations

import random
import shutil
import sqlite3
from dataclasses import replace

import apsw
import pytest
from plainly import bare
from said import said

from grounding.base.failure import Failure
from grounding.journal import engine
from grounding.journal import vault as vaults
from grounding.journal.journal import Journal
from grounding.journal.keyring.envelope import to_bytes
from grounding.journal.keyring.keys import envelope_for_writing, make_envelope

HEAD_BYTES = 16
MEANT = {
    "cipher": "sqlcipher",
    "legacy": "4",
    "journal_mode": "delete",
    "synchronous": 3,
    "fullfsync": 1,
    "temp_store": 2,
    "secure_delete": 1,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "busy_timeout": 2000,
    "application_id": 0x47524E44,
    "user_version": 2,
}


@pytest.fixture
def kept(journal, folder):
    """A journal with forty entries, closed."""
    for minute in range(40):
        journal.add(said(f"sentinel {minute} " * 40, minute=minute))
    journal.close()
    return folder / "journal.db"


def looked_through(folder):
    """Return the notes in the journal, read afresh, each page and each entry."""
    journal = Journal(folder)
    try:
        journal.check()
        return [entry.report.sensations[0].note for entry in journal.list()]
    finally:
        journal.close()


def test_every_setting_holds_on_a_fresh_file_and_on_an_old_one(journal):
    for _ in range(2):
        journal.add(said())
        with journal._open() as vault:
            held = {name: vault._connection.pragma(name) for name in MEANT}
            defensive = vault._connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, -1)
        assert held == MEANT
        assert defensive == 1
        journal.close()


def test_a_setting_that_does_not_take_is_noticed(tmp_path):
    connection = apsw.Connection(str(tmp_path / "x.db"))
    with pytest.raises(RuntimeError, match="cipherr was not taken"):
        engine._set(connection, (("cipherr", "sqlcipher", "sqlcipher"),))
    connection.close()


def test_the_file_begins_with_the_journals_own_bytes_and_nothing_in_it_can_be_read(kept, folder):
    data = kept.read_bytes()
    assert data[:HEAD_BYTES] == envelope_for_writing(folder).journal
    assert b"SQLite" not in data
    assert b"sentinel" not in data
    connection = sqlite3.connect(kept)
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        connection.execute("SELECT * FROM entry")
    connection.close()


def test_a_file_that_came_out_in_the_clear_never_comes_into_its_place(folder, told, monkeypatch):
    monkeypatch.setattr(vaults, "unlock", lambda *_: None)  # as a misspelt pragma would do, in silence
    assert told(Journal(folder).add, said("sentinel")) == "journal-not-encrypted"
    assert {path.name for path in folder.iterdir()} == {"keys.json", "keys.json.bak"}


def test_a_readable_database_in_the_journals_place_is_refused(kept, told, folder):
    kept.unlink()
    connection = sqlite3.connect(kept)
    connection.execute("CREATE TABLE entry (id)")
    connection.commit()
    connection.close()
    before = kept.read_bytes()
    journal = Journal(folder)
    assert told(journal.list) == told(journal.add, said()) == told(journal.check) == "journal-not-encrypted"
    assert kept.read_bytes() == before


def test_the_keys_of_another_journal_do_not_open_this_one(kept, folder, told, tmp_path):
    other = Journal(tmp_path / "other")
    other.add(said())
    other.close()
    shutil.copy(tmp_path / "other" / "keys.json", folder / "keys.json")
    before = kept.read_bytes()
    journal = Journal(folder)
    assert told(journal.list) == told(journal.add, said()) == "journal-keys-foreign"
    assert kept.read_bytes() == before


def test_another_key_under_the_same_head_opens_nothing(kept, folder, told):
    own = envelope_for_writing(folder).unlock()
    other = make_envelope().unlock()
    mixed = type(own)(journal=own.journal, database=other.database, secret=own.secret)
    assert told(vaults.Vault.open, kept, mixed) == "journal-damaged"


@pytest.mark.parametrize("size", [0, 1, 15, 16, 100, 4095, 4096, 8192, -4096, -1])
def test_a_file_cut_short_is_damaged_and_stays_as_it_is(kept, folder, told, size):
    data = kept.read_bytes()[:size]
    kept.write_bytes(data)
    assert told(looked_through, folder) == "journal-damaged"
    assert told(Journal(folder).list) == "journal-damaged"
    assert kept.read_bytes() == data


def test_any_flipped_bit_is_noticed_or_lies_where_nothing_is(kept, folder):
    data, notes = kept.read_bytes(), looked_through(folder)
    chance = random.Random(7)
    noticed = 0
    for at in [*range(0, HEAD_BYTES * 8, 9), *(chance.randrange(len(data) * 8) for _ in range(300))]:
        flipped = bytearray(data)
        flipped[at // 8] ^= 1 << at % 8
        kept.write_bytes(flipped)
        try:
            seen = looked_through(folder)
        except Failure as failure:
            seen = failure.code
        assert seen in ("journal-damaged", notes)
        noticed += seen != notes
    kept.write_bytes(data)
    assert noticed >= 310
    assert looked_through(folder) == notes


def test_a_file_of_zeros_is_no_journal_of_these_keys(kept, folder, told):
    kept.write_bytes(bytes(kept.stat().st_size))
    assert told(Journal(folder).list) == "journal-keys-foreign"


def test_a_file_of_something_else_is_left_alone(journal, kept, told):
    with journal._open() as vault:
        vault._connection.pragma("application_id", 7)
    journal.close()
    before = kept.read_bytes()
    assert told(journal.list) == told(journal.add, said()) == "journal-damaged"
    assert kept.read_bytes() == before


def test_a_row_that_is_no_entry_is_damage_and_not_a_bug(journal, kept, told):
    with journal._open() as vault, vault.writing() as connection:
        connection.execute("UPDATE entry SET report = '{}'")
    assert told(journal.list) == told(journal.check) == "journal-damaged"
    assert kept.exists()


@pytest.mark.usefixtures("kept")
def test_what_is_deleted_leaves_no_trace_even_for_one_with_the_key(journal, folder):
    words = (b"wordthatgoes", b"qqfirstwording", b"goesfromline", "ящик".encode(), b"ownwordthatgoes")
    first = said("wordthatgoes " * 300, minute=99, line="qqfirstwording")
    journal.add(first)
    journal.edit(replace(first, report=said("ящик", words=("ownwordthatgoes",), line="goesfromline").report))

    def traces():
        journal.close()
        with bare(folder) as connection:
            connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 0)
            plain = connection.serialize("main") if connection.pragma("page_count") else b""
        return [plain.count(word) for word in words]

    assert all(traces())
    journal.delete(first.id)
    assert not any(traces())
    journal.check()


def test_a_folder_in_the_place_of_the_file_is_told(folder, told):
    (folder / "journal.db").mkdir(parents=True)
    journal = Journal(folder)
    assert told(journal.list) == told(journal.add, said()) == "journal-keys-missing"
    envelope = make_envelope()
    (folder / "keys.json").write_bytes(to_bytes(envelope))
    assert told(journal.list) == told(journal.add, said()) == "journal-unreadable"


def test_a_file_in_the_place_of_the_folder_is_told(folder, told):
    folder.parent.mkdir(parents=True)
    folder.write_bytes(b"")
    journal = Journal(folder)
    assert journal.list() == ()
    assert told(journal.add, said()) == "not-written"
    assert journal.draft.read() is None
    assert told(journal.draft.keep, b"words") == "not-written"
    journal.draft.discard()
