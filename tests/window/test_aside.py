"""A practice of one's own deleted and brought back: its voices go with it, and no end on the way loses it."""

from __future__ import annotations

from pathlib import Path

import pytest

from grounding.base.assets import assets
from grounding.base.failure import Failure
from grounding.practice.reading import read_practice
from grounding.practice.shelf import Shelf
from grounding.practice.writing import copy_of_mine
from grounding.window.shelf import aside as module
from grounding.window.shelf.aside import WAITING, bring_back, delete_waiting, set_aside

SHIPPED = assets() / "practices"


@pytest.fixture
def own(tmp_path):
    return tmp_path / "practices"


@pytest.fixture
def folder(own):
    """A practice in a folder of its own, with a voice and a take in it."""
    practice = copy_of_mine(read_practice(SHIPPED / "scan-3" / "practice.toml"), own, taken=(), named="{title} (mine)")
    for name in ("1-arrive-1.flac", ".take.flac"):
        (own / practice.id / name).write_bytes(b"a voice")
    return practice


@pytest.fixture
def file(own, folder):
    """A practice in a file by itself, with a voice beside it."""
    path = own / "mine.toml"
    path.write_text(Path(folder.file).read_text().replace("scan-3-mine", "mine"))
    clips = own / "mine.clips"
    clips.mkdir()
    (clips / "1-arrive-1.flac").write_bytes(b"a voice")
    return read_practice(path)


def ids(own):
    shelved = Shelf(shipped=SHIPPED, own=own).read()
    assert shelved.failures == ()
    return {each.id for each in shelved.practices}


def everything(folder):
    return {str(path.relative_to(folder)): path.is_file() and path.read_bytes() for path in folder.rglob("*")}


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_it_leaves_the_shelf_with_its_voices_and_comes_back_as_it_was(own, kind, request):
    practice = request.getfixturevalue(kind)
    before = everything(own)
    aside = set_aside(Path(practice.file), own)
    assert practice.id not in ids(own)
    assert not Path(practice.file).exists()
    assert not Path(practice.clips).exists()
    bring_back(aside)
    assert practice.id in ids(own)
    (own / WAITING).rmdir()
    assert everything(own) == before


def test_once_it_is_over_nothing_of_it_is_left(own, folder, file):
    set_aside(Path(folder.file), own)
    set_aside(Path(file.file), own)
    delete_waiting(own)
    assert everything(own) == {}
    delete_waiting(own)


def test_one_of_the_same_name_may_be_deleted_after_it(own, folder):
    first = set_aside(Path(folder.file), own)
    copy_of_mine(read_practice(SHIPPED / "scan-3" / "practice.toml"), own, taken=(), named="{title}")
    second = set_aside(Path(folder.file), own)
    bring_back(second)
    assert read_practice(Path(folder.file)).title == "Hands, eyes, chest: 3 minutes"
    with pytest.raises(Failure, match="practice-not-back") as raised:
        bring_back(first)
    assert raised.value.facts["file"] == str(Path(folder.file).parent)
    assert read_practice(Path(folder.file)).title == "Hands, eyes, chest: 3 minutes"


def test_what_lies_elsewhere_is_not_deleted(own):
    with pytest.raises(ValueError, match="not among"):
        set_aside(SHIPPED / "scan-3" / "practice.toml", own)
    assert (SHIPPED / "scan-3" / "practice.toml").is_file()


def test_what_cannot_be_moved_is_said_and_still_there(own, folder):
    (own / WAITING).write_text("somebody's file")
    with pytest.raises(Failure, match="practice-not-deleted") as raised:
        set_aside(Path(folder.file), own)
    assert raised.value.facts["file"] == folder.file
    assert folder.id in ids(own)


def test_a_practice_whose_voices_cannot_follow_stays_with_them(own, file, monkeypatch):
    def refused(_path, _to):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(module, "_move_clips", refused)
    with pytest.raises(Failure, match="practice-not-deleted"):
        set_aside(Path(file.file), own)
    assert file.id in ids(own)


def test_voices_whose_practice_was_moved_before_an_end_go_with_it(own, file, monkeypatch):
    def ended(_path, _to):
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "_move_clips", ended)
    with pytest.raises(KeyboardInterrupt):
        set_aside(Path(file.file), own)
    assert (own / "mine.clips").is_dir()
    delete_waiting(own)
    assert not (own / "mine.clips").exists()


def test_voices_stay_where_a_practice_has_come_back_to_them(own, file):
    set_aside(Path(file.file), own)
    (own / "mine.clips").mkdir()
    (own / "mine.toml").write_text("another")
    delete_waiting(own)
    assert (own / "mine.clips").is_dir()


def test_a_folder_that_is_a_link_is_taken_away_and_what_it_leads_to_stays(own, folder, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    (own / folder.id).rename(elsewhere)
    (own / folder.id).symlink_to(elsewhere)
    set_aside(Path(folder.file), own)
    delete_waiting(own)
    assert everything(own) == {}
    assert (elsewhere / "practice.toml").is_file()


def test_what_cannot_be_deleted_for_good_is_said(own, folder, monkeypatch):
    set_aside(Path(folder.file), own)

    def refused(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(module.shutil, "rmtree", refused)
    with pytest.raises(Failure, match="practice-not-gone") as raised:
        delete_waiting(own)
    assert raised.value.facts["reason"] == "Permission denied"
