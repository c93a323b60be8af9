"""Killed at any moment, nothing acknowledged is lost, and nothing said lies about in the clear."""

from __future__ import annotations

import contextlib
import os

import pytest
from in_the_clear import lay_in_the_clear, left_in_a_change
from killing import kill_loop, killed
from writer import SENTINEL

from grounding.journal.journal import Journal

SECONDS = float(os.environ.get("GROUNDING_KILLS_S", "60"))


def test_no_kept_entry_and_no_draft_is_lost_to_a_kill(folder):
    toll = kill_loop(folder, seconds=SECONDS)
    assert (toll.lost, toll.damaged) == ((), ())
    assert toll.kills > SECONDS / 2
    assert toll.acknowledged > toll.kills
    assert toll.mid_commit, "no kill fell into a commit: this has shown nothing"


def forms(text):
    """Return the forms in which words could lie about in the clear."""
    return [text.encode("utf-8"), text.encode("utf-16-le"), text.encode("utf-16-be"), text.encode().hex().encode()]


def found_in(home, text):
    """Return the files under the home in which the words can be read."""
    files = [path for path in home.rglob("*") if path.is_file()]
    assert files
    return [path for path in files if any(form in path.read_bytes() for form in forms(text))]


@pytest.mark.parametrize("after_s", [0.0, 0.01, 0.03])
def test_after_a_kill_no_file_has_the_words_in_the_clear(folder, home, after_s):
    killed(folder, 0, after_s)
    assert found_in(home, SENTINEL[:12]) == []
    (home / "plain.txt").write_text(SENTINEL, encoding="utf-16")
    assert found_in(home, SENTINEL[:12]) == [home / "plain.txt"]


def test_without_encryption_the_words_would_be_found_in_what_a_kill_leaves(folder, home):
    killed(folder, 0, 0.03, words=8)
    with contextlib.closing(Journal(folder)) as journal:
        journal.check()  # the change that the kill broke off is taken back, as at the next start
    plain = folder / "plain.db"
    lay_in_the_clear(folder, plain)
    assert found_in(home, SENTINEL[:12]) == [plain]
    with left_in_a_change(plain) as beside:
        assert sorted(found_in(home, SENTINEL[:12])) == [plain, beside]
