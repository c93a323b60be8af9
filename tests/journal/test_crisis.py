"""The text of whom to turn to: sealed, and there while the journal is locked."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from exchanging import exchanged
from said import said

from grounding.base.home import Home
from grounding.journal.crisis import crisis_text
from grounding.journal.journal import Journal

FIRST = Path(__file__).with_name("first")
TEXT = "Somebody: 123 — ждёт".encode()


@pytest.fixture
def crisis(home, journal):
    return crisis_text(Home(home), journal)


@pytest.fixture
def first(home):
    """The home as the first version of the program left it."""
    shutil.copytree(FIRST, home)
    return home


def test_it_lies_sealed_in_the_home_with_a_key_of_its_own(crisis, home):
    assert crisis.read() is None
    crisis.keep(b"before")
    crisis.keep(TEXT)
    assert crisis.read() == TEXT
    assert {path.name for path in home.iterdir()} == {"crisis.sealed", "crisis.key"}
    for path in home.iterdir():
        assert path.stat().st_mode & 0o777 == 0o600
        assert b"Somebody" not in path.read_bytes()


def test_it_is_read_and_written_while_the_journal_is_locked(home, folder):
    crisis_text(Home(home), Journal(folder)).keep(TEXT)
    exchanged(folder)
    journal = Journal(folder)
    assert journal.locked
    crisis = crisis_text(Home(home), journal)
    assert crisis.read() == TEXT
    crisis.keep(b"another")
    assert crisis.read() == b"another"


def test_a_text_of_the_first_version_is_taken_over_when_it_is_read(first):
    journal = Journal(first / "journal")
    crisis = crisis_text(Home(first), journal)
    assert crisis.read() == TEXT
    exchanged(first / "journal")
    assert journal.locked
    assert crisis_text(Home(first), Journal(first / "journal")).read() == TEXT


def test_a_text_of_the_first_version_that_is_locked_in_waits_until_it_can_be_read(first, told):
    old = (first / "crisis.sealed").read_bytes()
    keys = exchanged(first / "journal")
    journal = Journal(first / "journal")
    crisis = crisis_text(Home(first), journal)
    assert told(crisis.read) == "journal-locked"
    assert (first / "crisis.sealed").read_bytes() == old
    journal.unlock(keys)
    assert crisis.read() == TEXT
    journal.lock()
    assert crisis.read() == TEXT


@pytest.mark.parametrize("key", [b"", b"grounding key 1\n" + bytes(32)])
def test_a_text_that_is_locked_in_is_set_aside_and_not_replaced(first, key):
    old = (first / "crisis.sealed").read_bytes()
    (first / "crisis.key").write_bytes(key)
    exchanged(first / "journal")
    crisis = crisis_text(Home(first), Journal(first / "journal"))
    crisis.keep(b"another")
    assert crisis.read() == b"another"
    assert [path.read_bytes() for path in first.iterdir() if "sealed.damaged" in path.name] == [old]


def test_on_a_disk_that_can_only_be_read_the_first_versions_text_is_still_there(on_a_mount):
    printed = on_a_mount(
        f"""
        import shutil, subprocess
        from grounding.base.home import Home
        from grounding.journal.crisis import crisis_text
        from grounding.journal.journal import Journal
        shutil.copytree({str(FIRST)!r}, disk / "home")
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        home = Home(disk / "home")
        print(crisis_text(home, Journal(home.journal)).read().decode())
        """
    )
    assert printed == f"{TEXT.decode()}\n"


def test_every_flipped_bit_of_the_text_or_its_key_is_noticed(crisis, home, told):
    crisis.keep(TEXT)
    for name in ("crisis.sealed", "crisis.key"):
        path = home / name
        other = home / ("crisis.key" if name == "crisis.sealed" else "crisis.sealed")
        data, beside = path.read_bytes(), other.read_bytes()
        for at in range(0, len(data) * 8, 3):
            flipped = bytearray(data)
            flipped[at // 8] ^= 1 << at % 8
            path.write_bytes(flipped)
            assert told(crisis.read) in {"crisis-damaged", "journal-newer"}
            path.write_bytes(data)
            other.write_bytes(beside)
        assert crisis.read() == TEXT


@pytest.mark.parametrize("key", [None, b"", b"grounding key 1\nshort", b"another thing"])
def test_where_its_key_is_gone_it_is_set_aside_and_can_be_written_anew(crisis, home, key):
    crisis.keep(TEXT)
    sealed = (home / "crisis.sealed").read_bytes()
    (home / "crisis.key").unlink()
    if key is not None:
        (home / "crisis.key").write_bytes(key)
    crisis.keep(b"another")
    assert crisis.read() == b"another"
    assert sealed in [path.read_bytes() for path in home.iterdir() if "damaged" in path.name]


def test_a_text_that_is_damaged_is_set_aside_and_told(crisis, home, told):
    crisis.keep(TEXT)
    (home / "crisis.sealed").write_bytes(b"damaged")
    journal = Journal(home / "journal")
    journal.add(said())
    journal.close()
    assert told(crisis.read) == "crisis-damaged"
    assert crisis.read() is None


def test_a_discarded_text_is_gone(crisis, home):
    crisis.keep(TEXT)
    crisis.discard()
    assert crisis.read() is None
    assert not (home / "crisis.sealed").exists()
