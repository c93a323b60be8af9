"""`grounding journal backup | restore`: what is carried away comes back, and every refusal is one line."""

from __future__ import annotations

import stat

import pytest


@pytest.fixture
def says(answer):
    """Return a function that keeps a note in the journal."""
    return lambda note: answer("journal", "add", "--region", "chest", "--note", note)


@pytest.fixture
def notes(plain):
    """Return a function that gives the notes of all that is in the journal."""
    return lambda **more: {entry["sensations"][0]["note"] for entry in plain("journal", "list", **more)}


def test_what_is_carried_away_comes_back_and_what_was_there_is_set_aside(answer, says, notes, tmp_path, home):
    says("first")
    out = tmp_path / "my journal é.backup"
    told = answer("journal", "backup", out)
    assert told == f"The journal is in {out} too, encrypted, with its keys: whoever has that file can read it.\n"
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    says("second")
    first, second = answer("journal", "restore", out).splitlines()
    assert first == f"The journal is now what it was in {out}."
    assert notes() == {"first"}
    (aside,) = (home / "journal" / "backups").glob("*.db")
    assert second == f"What was there before lies in {aside}, and can be restored again."
    answer("journal", "restore", aside)
    assert notes() == {"first", "second"}
    assert answer("journal", "check") == "The journal is sound.\n"


def test_on_another_computer_it_is_the_journal_there(answer, says, notes, tmp_path):
    says("first")
    out = tmp_path / "out"
    answer("journal", "backup", out)
    elsewhere = {"env": {"GROUNDING_HOME": str(tmp_path / "elsewhere")}}
    assert answer("journal", "restore", out, **elsewhere) == f"The journal is now what it was in {out}.\n"
    assert notes(**elsewhere) == {"first"}


def test_no_file_is_replaced_unless_that_is_asked_for(answer, refused, says, notes, tmp_path):
    says("first")
    out = tmp_path / "out"
    out.write_text("theirs")
    assert "--replace" in refused("journal", "backup", out)
    assert out.read_text() == "theirs"
    answer("journal", "backup", out, "--replace")
    says("second")
    answer("journal", "restore", out)
    assert notes() == {"first"}


def test_a_damaged_journal_is_told_and_a_backup_takes_its_place(answer, refused, says, notes, tmp_path, home):
    says("first")
    out = tmp_path / "out"
    answer("journal", "backup", out)
    file = home / "journal" / "journal.db"
    data = bytearray(file.read_bytes())
    data[-100] ^= 1
    file.write_bytes(data)
    assert "damaged" in refused("journal", "check")
    assert "damaged" in refused("journal", "backup", tmp_path / "other")
    assert not (tmp_path / "other").exists()
    assert "quarantine" in answer("journal", "restore", out)
    assert notes() == {"first"}


def test_a_journal_whose_keys_are_gone_is_set_aside(answer, says, notes, tmp_path, home):
    says("first")
    out = tmp_path / "out"
    answer("journal", "backup", out)
    for damaged in (b"{}", None):
        for name in ("keys.json", "keys.json.bak"):
            keys = home / "journal" / name
            keys.unlink() if damaged is None else keys.write_bytes(damaged)
        assert "quarantine" in answer("journal", "restore", out)
        assert notes() == {"first"}


def test_every_refusal_is_one_line_and_changes_nothing(answer, refused, says, notes, tmp_path, home):
    assert "no journal here yet" in refused("journal", "backup", tmp_path / "out")
    assert not home.exists()
    says("first")
    assert "could not be opened" in refused("journal", "restore", tmp_path / "none")
    assert "not a backup" in refused("journal", "restore", tmp_path)
    (tmp_path / "text").write_text("words " * 100)
    assert "not a backup" in refused("journal", "restore", tmp_path / "text")
    (tmp_path / "other.db").write_bytes(bytes(8192))
    assert "no key file" in refused("journal", "restore", tmp_path / "other.db")
    answer("journal", "backup", tmp_path / "out")
    cut = tmp_path / "cut"
    cut.write_bytes((tmp_path / "out").read_bytes()[:-100])
    assert "damaged" in refused("journal", "restore", cut)
    assert "could not be written" in refused("journal", "backup", tmp_path / "none" / "out")
    assert notes() == {"first"}
    assert [path.name for path in (home / "journal" / "backups").iterdir()] == []


def test_wrong_usage_is_told(misused, home):
    assert "OUT" in misused("journal", "backup")
    assert "FILE" in misused("journal", "restore")
    assert "more" in misused("journal", "restore", "a", "more")
    assert not home.exists()
