"""The window and the command line may write in the same moment."""

from __future__ import annotations

import subprocess
import sys

import pytest
from killing import WRITER

from grounding.journal.journal import Journal

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
    said = [writer.communicate(timeout=60) for writer in writers]
    assert [errors for _, errors in said] == ["", "", ""]
    assert [len(lines.splitlines()) for lines, _ in said] == [EACH] * 3
    journal = Journal(folder)
    journal.check()
    assert {entry.id for entry in journal.list()} == {f"{name}-{number}" for name in names for number in range(EACH)}
    journal.close()
    assert {path.name for path in folder.iterdir()} == {"journal.db", "keys.json", "keys.json.bak"}


def test_a_journal_held_by_another_is_busy_and_can_be_written_after(journal, folder, told):
    from said import said

    journal.add(said())
    other = Journal(folder)
    with other._open() as vault, vault.writing():
        assert told(journal.add, said(minute=1)) == "journal-busy"
        assert len(journal.list()) == 1
    journal.add(said(minute=1))
    assert len(other.list()) == 2
    other.close()
