"""The home: one folder, its owner's alone, named by an argument, the environment or the system."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from grounding.base.failure import Failure
from grounding.base.home import Home
from grounding.base.wording import Wording

posix = pytest.mark.skipif(os.name != "posix", reason="folder modes are POSIX's")


def mode(path):
    return path.stat().st_mode & 0o777


@posix
def test_a_home_and_the_folders_above_it_are_made_for_their_owner_only(tmp_path):
    home = Home(tmp_path / "some" / "where")
    home.make()
    assert mode(home.path) == 0o700
    assert mode(home.path.parent) == 0o700


@posix
def test_a_home_that_others_could_read_is_closed_to_them(tmp_path):
    (tmp_path / "open").mkdir(mode=0o755)
    Home(tmp_path / "open").make()
    assert mode(tmp_path / "open") == 0o700


@posix
def test_what_is_written_after_the_home_is_made_is_its_owners_alone(tmp_path):
    Home(tmp_path / "home").make()
    (tmp_path / "home" / "file").write_text("something")
    (tmp_path / "home" / "folder").mkdir()
    assert (mode(tmp_path / "home" / "file"), mode(tmp_path / "home" / "folder")) == (0o600, 0o700)


def test_making_it_again_keeps_what_is_in_it_and_leaves_nothing_behind(tmp_path):
    home = Home(tmp_path / "home")
    home.make()
    home.settings.write_text("{}")
    home.make()
    assert [path.name for path in home.path.iterdir()] == ["settings.json"]


def test_a_home_with_spaces_and_other_letters_is_as_good(tmp_path):
    home = Home(tmp_path / "mi casa ñandú 家")
    home.make()
    assert home.path.is_dir()


def test_a_home_where_nothing_can_be_kept_is_told_in_a_sentence(tmp_path):
    (tmp_path / "file").write_text("in the way")
    for path in (tmp_path / "file", tmp_path / "file" / "home"):
        with pytest.raises(Failure) as failure:
            Home(path).make()
        assert failure.value.code == "home-unwritable"
        assert str(path) in Wording().sentence(failure.value)


def test_a_read_only_disk_is_told_in_a_sentence(small_disk):
    told = small_disk(
        """
        from grounding.base.failure import Failure
        from grounding.base.home import Home
        from grounding.base.wording import Wording
        try:
            Home(disk).make()
        except Failure as failure:
            print(failure.code, Wording().sentence(failure))
        """,
        options="ro",
    )
    assert told.startswith("home-unwritable")
    assert "Read-only" in told


def test_an_argument_comes_before_the_environment_and_that_before_the_systems_place(tmp_path, monkeypatch):
    assert Home.chosen(tmp_path / "named").path == tmp_path / "named"
    assert Home.chosen().path == Path(os.environ["GROUNDING_HOME"])
    monkeypatch.delenv("GROUNDING_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert Home.chosen().path.name == "grounding"


def test_a_home_does_not_move_when_the_present_folder_does(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    home = Home(Path("here"))
    monkeypatch.chdir("/")
    assert home.path == tmp_path / "here"
