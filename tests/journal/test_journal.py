"""What is kept is found again, and what is deleted is gone."""

from __future__ import annotations

import stat
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from said import NOON, entries_of, moments, reports, said

from grounding.body.region import Region
from grounding.body.report import Report
from grounding.journal import changing
from grounding.journal.entry import Earlier, Entry, uuid7
from grounding.journal.journal import Journal
from grounding.journal.wanted import Wanted


@pytest.fixture(scope="module")
def filling(tmp_path_factory):
    """A journal that fills from example to example."""
    journal = Journal(tmp_path_factory.mktemp("filling") / "journal")
    yield journal
    journal.close()


@given(at=moments, report=reports, practice=st.sampled_from(["", "slow-down", "меня"]))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_anything_that_can_be_said_comes_back_as_it_was(filling, at, report, practice):
    entry = Entry(id=uuid7(), at=at, practice=practice, report=report)
    filling.add(entry)
    back = filling.get(entry.id)
    assert back == entry
    assert (back.at.utcoffset(), back.at.tzname()) == (entry.at.utcoffset(), entry.at.tzname())


def test_looking_makes_nothing_on_the_disk(journal, home, told):
    assert journal.list() == ()
    assert not journal.changed()
    journal.check()
    assert journal.draft.read() is None
    journal.draft.discard()
    assert told(journal.get, "x") == told(journal.delete, "x") == told(journal.find, "x") == "no-such-entry"
    assert told(journal.edit, said()) == told(journal.bring, "x", True) == "no-such-entry"
    assert journal.earlier("x") == journal.moments(Region.CHEST) == journal.words() == journal.forgotten() == ()
    assert (journal.spoken(), journal.forget_before(NOON)) == ({}, 0)
    journal.settle(["x"])
    assert not home.exists()


def test_the_window_pays_for_no_engine_before_the_first_word():
    script = """
import sys
from pathlib import Path
from grounding.journal.journal import Journal
journal = Journal(Path("nowhere"))
journal.list(), journal.draft.read(), journal.changed()
print(*{"apsw", "nacl", "PySide6", "sqlite3"} & {name.partition(".")[0] for name in sys.modules})
"""
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "\n"


def test_entries_are_listed_newest_first_in_the_order_in_which_they_were_said(journal):
    early, late, middle = (said(minute=minute) for minute in (0, 20, 10))
    for entry in (late, early, middle):
        journal.add(entry)
    assert journal.list() == (late, middle, early)
    assert journal.list(limit=2) == (late, middle)
    assert journal.list(before=late) == (middle, early)
    assert journal.list(before=middle, limit=5) == (early,)


def test_pages_follow_one_another_even_within_one_millisecond_and_when_the_last_seen_is_gone(journal):
    for entry in entries_of("bdacfe"):
        journal.add(entry)
    first = journal.list(limit=2)
    journal.delete(first[-1].id)
    second = journal.list(limit=2, before=first[-1])
    assert [entry.id for entry in (*first, *second)] == ["e", "f", "c", "a"]  # the last kept is the newest
    journal.settle(journal.forgotten())
    assert journal.list(before=first[-1]) == ()


def test_adding_again_changes_nothing(journal):
    entry = said("first")
    journal.add(entry)
    journal.add(Entry(id=entry.id, at=NOON, report=Report(line="other")))
    assert journal.list() == (entry,)
    journal.check()


def test_what_is_deleted_is_gone_and_can_be_taken_back(journal, told):
    entry, other = said("first", minute=1), said("second")
    journal.add(entry)
    journal.add(other)
    deleted = journal.delete(entry.id)
    assert deleted.entry == entry
    assert journal.list() == (other,)
    assert told(journal.get, entry.id) == told(journal.delete, entry.id) == "no-such-entry"
    journal.undelete(deleted)
    assert journal.list() == (entry, other)


def test_what_is_edited_keeps_its_earlier_wordings_and_its_place(journal):
    entry, other = said("first"), said("other", minute=1)
    second, third = (replace(entry, report=said(note).report) for note in ("second", "third"))
    for each in (entry, other):
        journal.add(each)
    journal.edit(second, at=NOON + timedelta(hours=1))
    journal.edit(second)
    journal.edit(third)
    assert journal.list() == (other, third)
    newer, older = journal.earlier(entry.id)
    assert older == Earlier(until=NOON + timedelta(hours=1), report=entry.report)
    assert newer.report == second.report
    assert abs(newer.until - datetime.now(UTC)) < timedelta(minutes=1)
    assert journal.list(wanted=Wanted(text="first")) == journal.list(wanted=Wanted(text="second")) == ()
    assert journal.list(wanted=Wanted(text="third")) == (third,)


def test_an_entry_is_marked_for_a_session_until_it_is_not(journal):
    entry = said()
    journal.add(entry)
    journal.bring(entry.id, True)
    journal.bring(entry.id, True)
    assert journal.get(entry.id) == replace(entry, brought=True)
    assert journal.list(wanted=Wanted(brought=True)) == (replace(entry, brought=True),)
    assert journal.earlier(entry.id) == ()
    journal.bring(entry.id, False)
    assert journal.list(wanted=Wanted(brought=True)) == ()
    assert journal.get(entry.id) == entry


def test_what_is_older_than_a_moment_is_forgotten_however_much_it_is(journal):
    many = entries_of(map(str, range(1100)))
    with journal._open_for_writing() as connection:
        for entry in many:
            changing.add(connection, entry)
    journal.add(said(minute=1))
    assert journal.forget_before(NOON) == 0
    assert journal.forget_before(NOON + timedelta(minutes=1)) == 1100
    assert len(journal.list()) == 1
    assert set(journal.forgotten()) == {entry.id for entry in many}
    journal.settle(journal.forgotten())
    assert journal.forgotten() == ()
    journal.check()


def test_what_is_erased_from_a_copy_was_never_there(journal):
    entry, other = said("sentinel"), said(minute=1)
    for each in (entry, other):
        journal.add(each)
    journal.edit(replace(entry, report=said("other").report))
    with journal._open_for_writing() as connection:
        changing.erase(connection, [entry.id, "never"])
    assert (journal.list(), journal.earlier(entry.id), journal.forgotten()) == ((other,), (), ())
    journal.check()


def test_the_beginning_of_an_id_finds_it_when_no_other_begins_so(journal, told):
    for entry in entries_of(["abc1", "abd2", "%"]):
        journal.add(entry)
    assert journal.find("abc") == "abc1"
    assert journal.find("%") == "%"
    assert told(journal.find, "ab") == told(journal.find, "") == "several-entries"
    assert told(journal.find, "x") == told(journal.find, "_bc") == told(journal.find, "\udcff") == "no-such-entry"


def test_what_others_write_is_noticed_and_what_is_written_here_is_not(journal, folder):
    other = Journal(folder)
    assert not journal.changed()
    other.add(said())
    assert [journal.changed(), journal.changed()] == [True, False]
    journal.add(said())
    assert not journal.changed()
    other.add(said())
    assert [journal.changed(), journal.changed()] == [True, False]
    other.close()


def test_everything_is_the_owners_alone(journal, folder):
    folder.mkdir(parents=True, mode=0o755)
    journal.add(said())
    journal.draft.keep(b"words")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert modes == dict.fromkeys(("journal.db", "keys.json", "keys.json.bak", "draft.sealed"), 0o600)


@pytest.mark.parametrize("name", ["with space", "日記 \u200fיומן", "100% 'quoted' \"?#&x=1", "file:x?mode=memory"])
def test_a_home_may_have_any_name(tmp_path, name):
    entry, folder = said(), tmp_path / name / "journal"
    journal = Journal(folder)
    journal.add(entry)
    journal.draft.keep(b"words")
    journal.close()
    assert Journal(folder).draft.read() == b"words"
    assert journal.list() == (entry,)
    assert {path.name for path in folder.iterdir()} == {"journal.db", "keys.json", "keys.json.bak", "draft.sealed"}
    journal.close()


def test_an_entry_is_there_for_another_journal_as_soon_as_it_is_added(journal, folder):
    other = Journal(folder)
    for minute in range(5):
        journal.add(said(minute=minute))
        assert len(other.list()) == minute + 1
    other.close()


def test_days_are_kept_as_they_were_where_the_person_was(journal):
    journal.add(Entry(id="a", at=NOON + timedelta(hours=11, minutes=59)))
    with journal._open() as vault:
        rows = vault.read("SELECT ts_utc_ms, utc_offset_min, tz, local_date FROM entry")
    assert rows == [(1795388340000, 60, "Europe/Berlin", "2026-11-22")]
