"""After locking no word of an entry is left in the process: it begins anew, for Python cannot forget."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from said import said

from grounding.journal.journal import Journal

REMEMBERING = Path(__file__).with_name("remembering.py")
START, END = "what was said of the grey ", "heron at dusk"


@pytest.fixture
def read(folder):
    """A journal whose notes have the words in them, closed; `read` tells how often a process that read it has them."""
    journal = Journal(folder)
    for minute in range(30):
        journal.add(said(f"{START}{END} {minute} " * 5, minute=minute))
        journal.add(said(f"胸 {START}{END} {minute}", minute=minute))
    journal.close()

    def count(*more):
        command = [sys.executable, REMEMBERING, folder, START, END, *more]
        return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

    return count


@pytest.mark.skipif(sys.platform != "linux", reason="wants Linux's view of a process's own memory")
def test_once_it_has_begun_anew_no_word_is_in_the_process(read):
    assert read("again") == 0
    assert read() > 20, "the words were not even found where they had been read: this has shown nothing"
