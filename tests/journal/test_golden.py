"""What any version of the program has written opens for good, here and in SQLCipher itself, row for row."""

from __future__ import annotations

import pytest
from golden import EARLIER, ENTRIES, GOLDEN, KEPT, SINCE_2, laid, make
from plainly import bare, contents, sqlcipher

from grounding.body.region import Region
from grounding.journal.journal import Journal
from grounding.journal.schema import VERSION
from grounding.journal.wanted import Wanted


def version_of(folder):
    with bare(folder) as connection:
        return connection.pragma("user_version")


def test_there_is_a_journal_of_every_version():
    assert sorted(int(path.name) for path in GOLDEN.iterdir()) == sorted(KEPT) == list(range(1, VERSION + 1))


@pytest.mark.parametrize("version", KEPT)
def test_a_journal_of_any_version_opens_with_every_entry_as_it_was(journal, folder, version):
    folder.parent.mkdir()
    laid(version, folder)
    assert version_of(folder) == version
    assert journal.list() == KEPT[version]
    for entry in KEPT[version]:
        back = journal.get(entry.id)
        assert (back.at.utcoffset(), back.at.tzname()) == (entry.at.utcoffset(), entry.at.tzname())
    journal.check()
    assert version_of(folder) == VERSION
    assert [entry.id for entry in journal.list(wanted=Wanted(text="mude strasse stein"))] == ["whole"]
    assert [entry.id for entry in journal.list(wanted=Wanted(region=Region.BELLY, word="胸が痛い"))] == ["scripts"]
    assert journal.spoken() == {Region.HANDS: 1, Region.CHEST: 1, Region.BELLY: 1}
    assert journal.words() == ("dull-ache", "tight", "warm", "wie ein Stein", "ปวดหัว", "胸が痛い")


def test_marks_earlier_wordings_and_what_is_forgotten_are_kept_since_version_2(journal, folder):
    folder.parent.mkdir()
    laid(2, folder)
    assert journal.list(wanted=Wanted(brought=True)) == (SINCE_2,)
    assert journal.earlier(SINCE_2.id) == EARLIER
    assert journal.forgotten() == ("forgotten",)


@pytest.mark.parametrize("version", KEPT)
def test_sqlcipher_reads_every_row_of_any_version(tmp_path, version):
    folder = laid(version, tmp_path / "journal")
    with sqlcipher(folder / "journal.db") as connection:
        assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        theirs = contents(connection.execute)
    with bare(folder) as connection:
        assert contents(connection.execute) == theirs
    assert len(theirs["entry"]) == len(KEPT[version])


def test_sqlcipher_searches_what_is_kept_now_and_what_it_writes_is_read_here(tmp_path):
    folder = laid(1, tmp_path / "journal")
    journal = Journal(folder)
    journal.check()
    journal.close()
    with sqlcipher(folder / "journal.db") as connection:
        found = "SELECT id FROM entry_text JOIN entry ON seq = entry_text.rowid WHERE entry_text MATCH 'stein'"
        assert connection.execute(found).fetchall() == [("whole",)]
        connection.execute("INSERT INTO entry_text (entry_text, rank) VALUES ('integrity-check', 1)")
        connection.execute("DELETE FROM entry WHERE id = 'empty'")
        connection.commit()
    assert [entry.id for entry in journal.list()] == [entry.id for entry in ENTRIES if entry.id != "empty"]
    journal.check()
    journal.close()


def test_the_wrong_key_opens_nothing_in_sqlcipher_either(tmp_path):
    folder, other = laid(2, tmp_path / "journal"), laid(1, tmp_path / "other")
    with sqlcipher(folder / "journal.db", other) as connection, pytest.raises(Exception, match="not a database"):
        connection.execute("SELECT * FROM entry")


def test_what_is_made_now_is_laid_out_as_the_golden_one_of_this_version(tmp_path):
    make(tmp_path / "now")
    with bare(tmp_path / "now") as connection:
        now, shape = contents(connection.execute), connection.execute("SELECT sql FROM sqlite_schema").fetchall()
    with bare(laid(VERSION, tmp_path / "golden")) as connection:
        assert contents(connection.execute) == now
        assert connection.execute("SELECT sql FROM sqlite_schema").fetchall() == shape


def test_what_is_brought_forward_is_laid_out_as_what_is_made_now(tmp_path):
    for name, version in (("old", 1), ("new", VERSION)):
        journal = Journal(laid(version, tmp_path / name))
        for entry in set(journal.list()) - set(ENTRIES):
            journal.delete(entry.id)
        journal.settle(journal.forgotten())
        journal.check()
        journal.close()
    with bare(tmp_path / "old") as old, bare(tmp_path / "new") as new:
        assert contents(old.execute) == contents(new.execute)
        shape = "SELECT type, name, sql FROM sqlite_schema ORDER BY name"
        assert old.execute(shape).fetchall() == new.execute(shape).fetchall()
