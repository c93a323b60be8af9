"""The index of words and the counts agree with the entries, or the journal says that it is damaged."""

from __future__ import annotations

import pytest
from plainly import bare
from said import said

from grounding.body.region import Region


@pytest.fixture
def kept(journal, folder):
    """A journal with some entries, closed; return its folder."""
    for minute, region in enumerate((Region.CHEST, Region.HANDS, Region.CHEST)):
        journal.add(said(f"sentinel {minute}", minute=minute, region=region))
    journal.check()
    journal.close()
    return folder


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO entry_text (entry_text, rowid, folded, tags) SELECT 'delete', seq, folded, tags FROM entry",
        "INSERT INTO entry_text (rowid, folded, tags) VALUES (7, 'sentinel', '')",
        "DROP TRIGGER entry_changed; UPDATE entry SET folded = 'other' WHERE seq = (SELECT max(seq) FROM entry)",
        "DROP TRIGGER entry_deleted; DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)",
        "UPDATE spoken SET entries = entries + 1 WHERE region = 'hands' AND length(span) = 10",
        "DELETE FROM spoken WHERE region = 'hands' AND length(span) = 7",
        "INSERT INTO spoken VALUES ('2026-11-23', 'jaw', 1)",
        "INSERT INTO word VALUES ('\"warm\"')",
        "DELETE FROM word",
    ],
)
def test_what_does_not_agree_is_damage(journal, kept, told, sql):
    with bare(kept) as connection:
        connection.execute(sql)
    assert told(journal.check) == "journal-damaged"


def test_a_check_changes_nothing(journal, kept):
    before = (kept / "journal.db").read_bytes()
    journal.check()
    journal.close()
    assert (kept / "journal.db").read_bytes() == before


def test_what_others_write_during_a_check_is_no_damage(journal, kept, monkeypatch):
    from grounding.journal import looking
    from grounding.journal.journal import Journal

    other, page = Journal(kept), looking.page

    def page_while_others_write(*values, **more):
        other.add(said("meanwhile", minute=-1, region=Region.JAW))
        return page(*values, **more)

    monkeypatch.setattr(looking, "page", page_while_others_write)
    journal.check()
    monkeypatch.undo()
    assert len(journal.list()) > 3
    journal.check()
    other.close()
