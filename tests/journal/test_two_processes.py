"""The window and the command line may write in the same moment."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace

import pytest
from golden import ENTRIES, laid
from killing import WRITER
from plainly import sqlcipher
from said import said
from writer import patiently

from grounding.journal.journal import Journal
from grounding.journal.wanted import Wanted

EACH = 30


@pytest.mark.parametrize("attempt", range(4))
def test_several_processes_begin_one_journal_together_and_lose_nothing(folder, attempt):
    names = [f"{attempt}{letter}" for letter in "abc"]
    writers = [
        subprocess.Popen(
            [sys.executable, WRITER, folder, str(EACH), name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in names
    ]
    for writer in writers:
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        writer.stdin.write("\n")
        writer.stdin.flush()
    said = [writer.communicate(timeout=120) for writer in writers]
    assert [errors for _, errors in said] == ["", "", ""]
    assert [len(lines.splitlines()) for lines, _ in said] == [EACH] * 3
    journal = Journal(folder)
    journal.check()
    assert {entry.id for entry in journal.list()} == {f"{name}-{number}" for name in names for number in range(EACH)}
    journal.close()
    assert {path.name for path in folder.iterdir()} == {"journal.db", "keys.json", "keys.json.bak"}


OPENING = f"""
import sys
sys.path[:0] = {sys.path!r}
import time
from dataclasses import replace
from pathlib import Path
from grounding.journal.journal import Journal
from grounding.journal.entry import new_entry
from writer import patiently

journal = Journal(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
entry = new_entry()
print(len(patiently(journal.list)) >= 10, flush=True)
patiently(journal.add, entry)
print(entry in patiently(journal.list), flush=True)
"""


@pytest.mark.parametrize("attempt", range(4))
def test_several_processes_bring_an_older_journal_forward_together(folder, attempt):
    folder.parent.mkdir()
    laid(1, folder)
    openers = [
        subprocess.Popen(
            [sys.executable, "-c", OPENING, folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    assert [opener.stdout.readline() for opener in openers] == ["ready\n"] * 3
    for opener in openers:
        opener.stdin.write("\n")
        opener.stdin.flush()
        time.sleep(0.002 * attempt)
    assert [opener.communicate(timeout=120) for opener in openers] == [("True\nTrue\n", "")] * 3
    journal = Journal(folder)
    journal.check()
    assert len(journal.list()) == len(ENTRIES) + 3
    journal.close()
    for copy in (folder / "backups").glob("*.db"):
        with sqlcipher(copy, folder) as connection:
            assert connection.execute("PRAGMA user_version").fetchall() == [(1,)]


def test_one_changes_and_looks_while_another_adds(journal, folder):
    adding = subprocess.Popen(
        [sys.executable, WRITER, folder, "40", "other"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert adding.stdout.readline() == "ready\n"
    journal.add(said("before the other begins"))
    assert not journal.changed()
    adding.stdin.write("\n")
    adding.stdin.flush()
    mine = [said(f"mine {number}", minute=number) for number in range(20)]
    for entry in mine:
        patiently(journal.add, entry)
        patiently(journal.bring, entry.id, True)
        patiently(journal.edit, replace(entry, report=said("edited").report))
        patiently(journal.undelete, patiently(journal.delete, entry.id))
        assert len(patiently(lambda: journal.list(wanted=Wanted(text="edited", brought=True)))) == mine.index(entry) + 1
    assert len(adding.communicate(timeout=120)[0].splitlines()) == 40
    assert len(journal.list()) == 61
    assert journal.changed()
    journal.check()


def test_an_index_that_another_has_rearranged_is_no_damage(journal, folder):
    for number in range(3):
        journal.add(said(f"mine {number}", minute=number))
    assert len(journal.list(wanted=Wanted(text="mine"))) == 3
    other = Journal(folder)
    with other._open() as vault, vault.writing() as connection:
        connection.execute("INSERT INTO entry_text (entry_text) VALUES ('optimize')")
    other.close()
    with journal._open() as vault:
        vault.check_quickly()
    journal.check()


def test_what_is_said_while_another_writes_for_long_waits_and_joins(journal, folder, told):
    first, second = said(), said(minute=1)
    journal.add(first)
    other = Journal(folder)
    with other._open() as vault, vault.writing():
        journal.add(second)
        assert len(list((folder / "waiting").iterdir())) == 1
        assert told(journal.delete, first.id) == "journal-busy"
        assert len(journal.list()) == 1
    assert journal.changed()
    assert journal.notices() == ()
    assert [entry.id for entry in journal.list()] == [second.id, first.id]
    assert not list((folder / "waiting").iterdir())
    assert len(other.list()) == 2
    other.close()


def test_what_another_wrote_while_the_file_was_opened_anew_is_a_change_too(journal, folder, told):
    journal.add(said())
    assert len(journal.list()) == 1
    other = Journal(folder)
    with other._open() as vault, vault.writing():
        assert told(journal.delete, said().id) == "journal-busy"
    other.add(said(minute=1))
    other.close()
    assert len(journal.list()) == 2
    assert journal.changed()
    assert not journal.changed()
