"""A practice written as one `.practice` file: everything of it, the same bytes each time, and nothing about anybody."""

from __future__ import annotations

import getpass
import hashlib
import json
import os
import zipfile

import pytest
from given_files import CLIPS, TEXT, bare_voice, given, lay_out, voice
from hostile_files import long_silence

from grounding.base.assets import assets
from grounding.base.failure import Failure
from grounding.practice.editing.edits import remove
from grounding.practice.editing.kept_file import keep_draft, read_draft
from grounding.practice.giving.clip import bare
from grounding.practice.giving.shelving import Opened, put_on_shelf, take_back
from grounding.practice.giving.unwrapping import unwrap
from grounding.practice.giving.wrapping import wrap
from grounding.practice.reading import read_practice
from grounding.sound.through import as_kept

SHIPPED = sorted(path.parent for path in (assets() / "practices").glob("*/practice.toml"))


def opened(path, own):
    """Read a file, and put what is in it on a shelf of its own."""
    there = unwrap(path, keep=as_kept, into=own / ".opened" / "it")
    return there, put_on_shelf(Opened(folder=own / ".opened" / "it", voices=there.voices), own, "there").parent


def read(path):
    return unwrap(path, keep=as_kept)


def refused(code, path, tmp_path, **more):
    with pytest.raises(Failure) as raised:
        wrap(path, tmp_path / "out.practice", **more)
    assert raised.value.code == code
    assert not (tmp_path / "out.practice").exists()


def test_what_was_given_is_there_bit_for_bit_comments_and_voices_too(tmp_path):
    path = given(tmp_path)
    there, folder = opened(path, tmp_path / "own")
    assert there.giver == "Ana"
    assert there.practice == read_practice(tmp_path / "minute" / "practice.toml")
    assert (folder / "practice.toml").read_bytes() == TEXT.encode() == there.text
    assert sorted(each.name for each in folder.iterdir()) == sorted([*CLIPS, "practice.toml"])
    for seed, name in enumerate(CLIPS):
        assert (folder / name).read_bytes() == bare(voice(seed=seed, title="Ana Perez"))


def test_written_read_and_written_again_it_is_the_same_file(tmp_path):
    first = given(tmp_path)
    _, folder = opened(first, tmp_path / "own")
    again = tmp_path / "again.practice"
    wrap(read_practice(folder / "practice.toml"), again, giver="Ana")
    assert again.read_bytes() == first.read_bytes()


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_every_practice_that_comes_with_the_program_can_be_given_whole(tmp_path, folder):
    practice = read_practice(folder / "practice.toml")
    wrap(practice, tmp_path / "it.practice")
    there, where = opened(tmp_path / "it.practice", tmp_path / "own")
    assert (there.practice, there.giver) == (practice, "")
    assert (where / "practice.toml").read_bytes() == (folder / "practice.toml").read_bytes()


def test_a_file_saved_by_another_editor_keeps_its_mark_and_its_line_ends(tmp_path):
    text = "\ufeff" + TEXT.replace("\n", "\r\n")
    path = given(tmp_path, text=text)
    _, folder = opened(path, tmp_path / "own")
    assert (folder / "practice.toml").read_bytes() == text.encode()


def test_nothing_of_the_person_the_machine_or_the_day_is_in_it(tmp_path):
    path = given(tmp_path)
    whole = path.read_bytes()
    for told in (b"Ana Perez", b"libFLAC", getpass.getuser().encode() + b"/", str(tmp_path).encode()):
        assert told not in whole
    assert b"Ana Perez" in voice(title="Ana Perez")
    with zipfile.ZipFile(path) as there:
        about = {(each.date_time, each.external_attr >> 16, each.extra, each.comment) for each in there.infolist()}
        assert about == {((1980, 1, 1, 0, 0, 0), 0o100600, b"", b"")}
        told = json.loads(there.read("manifest.json"))
        names = there.namelist()
    assert set(told) == {"clips", "format", "from", "id", "parts", "title"}
    assert names == ["manifest.json", *sorted(each["name"] for each in told["parts"])]


def test_the_same_practice_is_the_same_file_wherever_it_lies(tmp_path):
    here = given(tmp_path / "here")
    practice = lay_out(tmp_path / "elsewhere" / "of another name")
    os.utime(tmp_path / "elsewhere" / "of another name" / "practice.toml", (1e9, 1e9))
    wrap(practice, tmp_path / "other.practice", giver="  Ana ")
    assert (tmp_path / "other.practice").read_bytes() == here.read_bytes()


def test_one_voice_for_two_prompts_is_there_once_and_comes_back_as_two(tmp_path):
    practice = lay_out(tmp_path / "minute")
    (tmp_path / "minute" / CLIPS[0]).write_bytes(voice(seed=1, title="Ana Perez"))
    wrap(practice, tmp_path / "it.practice")
    with zipfile.ZipFile(tmp_path / "it.practice") as there:
        assert len(there.namelist()) == 3
    _, folder = opened(tmp_path / "it.practice", tmp_path / "own")
    assert [(folder / name).read_bytes() for name in CLIPS] == [bare_voice(1)] * 2


def test_a_voice_whose_prompt_is_gone_stays_beside_the_practice_and_is_not_given(tmp_path):
    lay_out(tmp_path / "minute")
    file = tmp_path / "minute" / "practice.toml"
    draft, seen = read_draft(file)
    keep_draft(draft.edited(remove((("step", 1), ("prompt", 0)))), seen)
    assert sorted(each.name for each in file.parent.iterdir()) == sorted([*CLIPS, "practice.toml"])
    wrap(read_practice(file), tmp_path / "it.practice")
    assert sorted(read(tmp_path / "it.practice").voices) == [CLIPS[0]]


def test_a_file_that_is_there_is_replaced_only_when_it_may_be(tmp_path):
    practice = lay_out(tmp_path / "minute")
    path = tmp_path / "it.practice"
    path.write_bytes(b"dear")
    with pytest.raises(Failure, match="file-is-there"):
        wrap(practice, path)
    assert path.read_bytes() == b"dear"
    assert wrap(practice, path, replace=True)
    assert read(path).practice == practice


def test_after_a_no_nothing_is_left(tmp_path):
    practice = lay_out(tmp_path / "minute")
    (tmp_path / "out").mkdir()
    assert not wrap(practice, tmp_path / "out" / "it.practice", going_on=lambda part: part < 0.5)
    assert list((tmp_path / "out").iterdir()) == []


def test_a_voice_that_is_not_there_or_no_flac_is_told(tmp_path):
    practice = lay_out(tmp_path / "minute")
    (tmp_path / "minute" / CLIPS[1]).write_bytes(b"#EXTM3U\nhttp://localhost/a.mp3\n")
    refused("clip-unreadable", practice, tmp_path)
    (tmp_path / "minute" / CLIPS[1]).unlink()
    refused("clip-unreadable", practice, tmp_path)
    (tmp_path / "minute" / CLIPS[1]).mkdir()
    refused("clip-unreadable", practice, tmp_path)


@pytest.mark.parametrize("name", ["con.flac", "Lpt1.flac", "aux.tar.flac", "日" * 90 + ".flac", "hÄnde (1).flac"])
def test_a_voice_whose_name_some_system_could_not_keep_is_told(tmp_path, name):
    practice = lay_out(tmp_path / "minute", TEXT.replace(CLIPS[1], name))
    refused("given-clip-name", practice, tmp_path)


@pytest.mark.parametrize("giver", ["a" * 81, "two\nlines", "\u202etxet", "\ud800"])
def test_who_it_is_from_is_one_plain_line(tmp_path, giver):
    practice = lay_out(tmp_path / "minute")
    with pytest.raises(Failure, match="practice-wants"):
        wrap(practice, tmp_path / "out.practice", giver=giver)


def test_more_than_a_file_can_hold_is_told_before_anything_is_written(tmp_path):
    names = [f"{number}.flac" for number in range(3)]
    prompts = "".join(f'[[step.prompt]]\ntext = "One."\nclip = "{name}"\n' for name in names)
    text = TEXT[: TEXT.index("[[step]]")] + '[[step]]\nkind = "stay"\n' + prompts
    practice = lay_out(tmp_path / "minute", text)
    for number, name in enumerate(names):
        (tmp_path / "minute" / name).write_bytes(bare_voice() + bytes([number]) * (25 << 20))
    refused("giving-too-much", practice, tmp_path)


def test_more_voices_than_somebody_could_open_are_told_before_anything_is_written(tmp_path):
    names = [f"{number}.flac" for number in range(7)]
    prompts = "".join(f'[[step.prompt]]\ntext = "One."\nclip = "{name}"\n' for name in names)
    practice = lay_out(tmp_path / "minute", TEXT[: TEXT.index("[[step]]")] + '[[step]]\nkind = "stay"\n' + prompts)
    for number, name in enumerate(names):
        (tmp_path / "minute" / name).write_bytes(long_silence(280 + number))
    refused("giving-too-much", practice, tmp_path)


@pytest.mark.parametrize("other", [{"rate": 44_100}, {"channels": 2}, {"subtype": "PCM_24"}, {"seconds": 302.0}])
def test_a_voice_that_could_not_be_opened_as_it_is_is_not_given_as_it_is(tmp_path, other):
    practice = lay_out(tmp_path / "minute")
    (tmp_path / "minute" / CLIPS[1]).write_bytes(voice(**other))
    refused("clip-unreadable", practice, tmp_path)


def test_beside_the_shelf_nothing_has_a_name_of_its_own_and_it_has_again_none_where_it_cannot_be_taken(tmp_path):
    own, folder = tmp_path / "own", tmp_path / "own" / ".opened" / "it"
    lay_out(tmp_path / "minute")
    for name in CLIPS:  # one voice for two prompts
        (tmp_path / "minute" / name).write_bytes(voice(seed=1))
    wrap(read_practice(tmp_path / "minute" / "practice.toml"), tmp_path / "it.practice")
    there = unwrap(tmp_path / "it.practice", keep=as_kept, into=folder)
    part = hashlib.sha256(bare_voice(1)).hexdigest()
    assert there.voices == dict.fromkeys(CLIPS, part)
    opened = Opened(folder=folder, voices=there.voices)
    before = sorted(each.name for each in folder.iterdir())
    assert before == sorted([part, "practice.toml"])
    with pytest.raises(Failure, match="practice-not-taken"):
        put_on_shelf(opened, own / "nowhere", "minute")
    assert sorted(each.name for each in folder.iterdir()) == before
    file = put_on_shelf(opened, own, "minute")
    assert sorted(each.name for each in file.parent.iterdir()) == sorted([*CLIPS, "practice.toml"])
    take_back(file, opened)
    assert sorted(each.name for each in folder.iterdir()) == before


def test_a_full_disk_leaves_nothing_of_it_and_of_what_is_opened(small_disk, tmp_path):
    path = given(tmp_path, seconds=2.0)
    done = small_disk(
        f"""
        import shutil
        from pathlib import Path
        from grounding.base.failure import Failure
        from grounding.practice.giving.wrapping import wrap
        from grounding.practice.reading import read_practice
        from grounding.sound.giving import open_given
        there = Path({str(path)!r})
        tries = [
            lambda: wrap(read_practice(there.parent / "minute" / "practice.toml"), disk / "it.practice"),
            lambda: open_given({{"file": str(there), "into": str(disk / "opened" / "here")}}),
        ]
        for each in tries:
            try:
                each()
            except Failure as failure:
                print(failure.code, sorted(str(path.relative_to(disk)) for path in disk.rglob("*")))
        """
    )
    assert done.splitlines() == ["disk-full []", "disk-full ['opened']"]
