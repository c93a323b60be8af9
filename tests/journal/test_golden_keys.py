"""Homes of every format of the keys, as they were once left on a disk: all of it still opens."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from grounding.base.home import Home
from grounding.journal.crisis import crisis_text
from grounding.journal.journal import Journal
from grounding.journal.keyring import locking

HERE = Path(__file__).parent
PASSPHRASE = "the grey herön, at dusk"
CODE = "6BNS5-8DS8S-ASCK1-M0Y15-A9TGH-QD400"
CRISIS = "Somebody: 123 — ждёт"


@pytest.fixture
def left(home):
    """Return a function that puts a home as it was left into the place of this test's."""

    def put(name):
        shutil.copytree(HERE / name, home)
        return Home(home)

    return put


def test_a_home_of_the_first_format_opens(left):
    home = left("first")
    journal = Journal(home.journal)
    assert [entry.report.line for entry in journal.list()] == ["Kept by the first version."]
    assert journal.draft.read() == b"Begun in the first version."
    assert crisis_text(home, journal).read().decode() == CRISIS
    journal.close()


@pytest.mark.parametrize(
    "opening",
    [
        lambda folder: locking.unlock_with_passphrase(folder, PASSPHRASE),
        lambda folder: locking.unlock_with_code(folder, CODE),
    ],
)
def test_a_locked_home_of_the_second_format_opens_with_its_passphrase_and_with_its_code(left, opening):
    home = left("locked")
    journal = Journal(home.journal)
    assert journal.locked
    assert crisis_text(home, journal).read().decode() == CRISIS
    journal.unlock(opening(home.journal))
    assert {entry.report.line for entry in journal.list()} == {
        "Kept before the passphrase.",
        "Said while it was locked.",
    }
    assert journal.draft.read() == b"Begun before the passphrase."
    journal.close()
