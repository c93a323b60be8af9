"""`grounding journal export` and `import`: a file, or a sentence."""

from __future__ import annotations

import csv
import json
import os
import pty
import signal
import subprocess
import sys
import time
import uuid

import pytest

SAID = ("--region", "chest", "--word", "tight", "--strength", 6, "--at", "2026-03-01T10:00+01:00")


def test_a_journal_goes_from_one_home_to_another(answer, plain, tmp_path):
    for note in ("one", "ü 胸 🫀\n=1+1"):
        answer("journal", "add", *SAID, "--note", note)
    assert answer("journal", "export", tmp_path / "all.json") == ""
    other = ("--home", tmp_path / "other")
    assert answer("journal", "import", tmp_path / "all.json", *other) == ""
    assert plain("journal", "list", *other) == plain("journal", "list")
    assert answer("journal", "import", tmp_path / "all.json", *other) == ""
    answer("journal", "export", tmp_path / "again.json", *other)
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "all.json").read_bytes()
    assert (tmp_path / "all.json").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "other").stat().st_mode & 0o777 == 0o700


def test_a_spreadsheet_is_guarded_unless_it_is_asked_not_to_be(answer, tmp_path):
    answer("journal", "add", *SAID, "--note", "=1+1")
    for name, options, cell in (("a.csv", (), "'=1+1"), ("b.csv", ("--no-guard",), "=1+1")):
        answer("journal", "export", tmp_path / name, *options)
        with (tmp_path / name).open(encoding="utf-8-sig", newline="") as file:
            assert [row["Note"] for row in csv.DictReader(file)] == [cell]


@pytest.mark.parametrize("name", ["a.json", "a.csv"])
def test_a_file_that_is_there_is_replaced_only_where_that_is_asked(answer, refused, tmp_path, name):
    answer("journal", "add", *SAID)
    path = tmp_path / name
    path.write_text("dear")
    assert refused("journal", "export", path) == (
        f"There is a file at {path} already, and it is untouched; another name can be given, or --replace."
    )
    assert path.read_text() == "dear"
    answer("journal", "export", path, "--replace")
    assert "tight" in path.read_text("utf-8").casefold()
    assert {each.name for each in tmp_path.iterdir() if each.suffix == path.suffix} == {name}


def test_what_is_searched_for_is_exported_alone(answer, tmp_path):
    for note in ("Ängstlich", "calm"):
        answer("journal", "add", *SAID, "--note", note)
    answer("journal", "export", tmp_path / "some.json", "--search", "angst")
    entries = json.loads((tmp_path / "some.json").read_bytes())["entries"]
    assert [entry["report"]["sensations"][0]["note"] for entry in entries] == ["Ängstlich"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("export", "a.txt"), "one of .json, .csv"),
        (("export", "nowhere/a.json"), "could not be written (No such file or directory)"),
        (("import", "a.json"), "could not be opened (No such file or directory); nothing has been taken in."),
        (("import", "."), "a folder, a pipe or a device"),
        (("import", "bad.json"), "needs at “entry 1” fields in curly brackets; nothing has been taken in."),
        (("import", "newer.json"), "has version 2"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(refused, tmp_path, home, arguments, told):
    (tmp_path / "bad.json").write_text('{"schema": "grounding-journal", "version": 1, "entries": [7]}')
    (tmp_path / "newer.json").write_text('{"schema": "grounding-journal", "version": 2, "entries": []}')
    assert told in refused("journal", *arguments, cwd=tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"bad.json", "newer.json"}
    assert not home.exists()


def test_wrong_usage_is_told(misused):
    assert "OUT" in misused("journal", "export")
    assert "FILE.json" in misused("journal", "import")


def test_somebody_at_a_terminal_sees_how_far_it_is(answer, tmp_path, home):
    answer("journal", "add", *SAID)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "grounding", "journal", "export", str(tmp_path / "a.json")]
    subprocess.run(command, stderr=theirs, env=os.environ | {"GROUNDING_HOME": str(home)}, check=True)
    os.close(theirs)
    assert os.read(ours, 1000) == b"\r 100%\r\n"
    os.close(ours)


@pytest.mark.parametrize("ended", [signal.SIGINT, signal.SIGTERM])
def test_ended_from_outside_an_import_changes_nothing(plain, answer, tmp_path, home, ended):
    answer("journal", "add", *SAID)
    answer("journal", "export", tmp_path / "one.json")
    before = plain("journal", "list")
    form = json.loads((tmp_path / "one.json").read_bytes())
    form["entries"] = [form["entries"][0] | {"id": str(uuid.UUID(int=number))} for number in range(20_000)]
    (tmp_path / "many.json").write_text(json.dumps(form))
    command = [sys.executable, "-m", "grounding", "journal", "import", str(tmp_path / "many.json")]
    was = signal.signal(ended, signal.SIG_DFL)  # a shell has it ignored in what runs behind it
    running = subprocess.Popen(command, stderr=subprocess.PIPE, env=os.environ | {"GROUNDING_HOME": str(home)})
    signal.signal(ended, was)
    try:
        until = time.monotonic() + 60
        while not (home / "journal" / "journal.db-journal").exists():
            assert running.poll() is None
            assert time.monotonic() < until
            time.sleep(0.01)
        running.send_signal(ended)
        assert running.wait(60) == 1
        assert running.stderr.read() == b""
    finally:
        running.kill()
        running.stderr.close()
    assert plain("journal", "list") == before
    answer("journal", "check")


def test_killed_an_import_has_changed_nothing_or_is_whole(plain, answer, tmp_path, home):
    answer("journal", "add", *SAID)
    answer("journal", "export", tmp_path / "one.json")
    form = json.loads((tmp_path / "one.json").read_bytes())
    form["entries"] += [form["entries"][0] | {"id": str(uuid.UUID(int=number))} for number in range(500)]
    (tmp_path / "many.json").write_text(json.dumps(form))
    command = [sys.executable, "-m", "grounding", "journal", "import", str(tmp_path / "many.json")]
    for nth in range(8):
        running = subprocess.Popen(command, env=os.environ | {"GROUNDING_HOME": str(home)})
        until = time.monotonic() + 30
        while running.poll() is None and not (home / "journal" / "journal.db-journal").exists():
            assert time.monotonic() < until
            time.sleep(0.002)
        time.sleep(nth * 0.04)
        running.kill()
        running.wait()
        answer("journal", "check")
        assert len(plain("journal", "list")) in (1, 501)
