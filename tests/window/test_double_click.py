"""`Open .practice files by double click`: two files for the desktop, only when asked, and gone when taken back."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest
from person import until

from grounding.base.settings import Settings
from grounding.window.along.double_click import quoted

NAME = "Open .practice files by double click"
linux = pytest.mark.skipif(sys.platform != "linux", reason="wants a Linux, where desktops read such files")


@pytest.fixture
def data(tmp_path, monkeypatch):
    """The folder in which the desktop looks."""
    folder = tmp_path / "data of mine"
    folder.mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder


@pytest.fixture
def person(data, start):  # noqa: ARG001 - the folder is named before the program starts
    person = start(Settings(welcomed=True))
    person.flow.show("settings")
    return person


def files(data):
    return sorted(str(path.relative_to(data)) for path in data.rglob("grounding*"))


@linux
def test_nothing_is_written_until_it_is_asked_for(person, data):
    assert not person.find("check box", NAME).checked
    assert list(data.iterdir()) == []


@linux
@pytest.mark.skipif(not shutil.which("update-mime-database"), reason="wants update-mime-database: shared-mime-info")
def test_asked_for_the_desktop_knows_them_and_taken_back_it_knows_nothing(person, data, tmp_path):
    person.press("check box", NAME)
    person.settle()
    assert person.find("check box", NAME).checked
    assert files(data) == ["applications/grounding-practice.desktop", "mime/packages/grounding-practice.xml"]
    assert "grounding-practice" in (data / "mime" / "globs2").read_text()
    (tmp_path / "a.practice").write_bytes(b"PK\3\4")
    if shutil.which("gio"):
        told = subprocess.run(
            ["gio", "info", "-a", "standard::content-type", str(tmp_path / "a.practice")],
            capture_output=True, text=True, check=True, timeout=60, env=os.environ | {"XDG_DATA_HOME": str(data)},
        )  # fmt: skip
        assert "application/x-grounding-practice" in told.stdout
    person.press("check box", NAME)
    person.settle()
    assert not person.find("check box", NAME).checked
    assert files(data) == []
    assert "grounding-practice" not in (data / "mime" / "globs2").read_text()


@linux
def test_a_desktop_that_cannot_learn_of_it_is_told_and_nothing_is_written(person, data, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    person.press("check box", NAME)
    person.settle()
    assert not person.find("check box", NAME).checked
    assert any("update-mime-database is missing" in text for text in person.texts())
    assert list(data.iterdir()) == []


@linux
def test_where_it_cannot_be_written_it_is_told(person, data):
    (data / "applications").write_text("no folder")
    person.press("check box", NAME)
    person.settle()
    assert any("could not be written" in text for text in person.texts())
    assert files(data) == []


@linux
@pytest.mark.parametrize("word", ["/usr/bin/python3", "/home/a b/c", 'a"b', "a\\b", "$HOME`id`", "100%"])
def test_a_word_of_the_command_is_written_as_desktops_read_it(word):
    """First a string of a desktop entry is read, then a command in quotes, then its field codes."""
    entry = quoted(word).replace("\\\\", "\\")
    done = subprocess.run(["sh", "-c", f"printf %s {entry}"], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.replace("%%", "%") == word


@linux
@pytest.mark.skipif(not shutil.which("update-mime-database"), reason="wants update-mime-database: shared-mime-info")
def test_delete_everything_takes_it_back_too(person, data):
    person.press("check box", NAME)
    person.settle()
    assert files(data)
    person.flow.eraseEverything()
    until(lambda: person.flow.page == "welcome", "the end of it")
    assert files(data) == []


@linux
def test_what_leads_to_another_home_stays(person, data, tmp_path):
    entry = data / "applications" / "grounding-practice.desktop"
    entry.parent.mkdir()
    entry.write_text(f"Exec=grounding --home {quoted(str(tmp_path / 'another'))}")
    person.flow.eraseEverything()
    until(lambda: person.flow.page == "welcome", "the end of it")
    assert entry.exists()
