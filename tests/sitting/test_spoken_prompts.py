"""Prompts that somebody speaks: named in the file, laid out in the score with the quiet they have."""

from __future__ import annotations

import pytest

from grounding.base.failure import Failure
from grounding.base.wording import Wording
from grounding.practice.reading import clips_of, read_practice
from grounding.sitting.score import lay_out

PRACTICE = """
format = 1
id = "mine"
title = "Mine"
summary = "A few words."
[[step]]
kind = "arrive"
seconds = 40
[[step.prompt]]
text = "Hello."
clip = "hello.flac"
quiet_s = 15
[[step.prompt]]
text = "You might look around."
[[step]]
kind = "scan"
seconds = 30
regions = ["hands", "feet"]
[[step.place]]
region = "any"
[[step.place.prompt]]
text = "You might notice."
clip = "notice.flac"
[[step]]
kind = "stay"
[[step.prompt]]
text = "Here."
clip = "here.flac"
"""


@pytest.fixture
def written(tmp_path):
    """Return a function that writes a practice file, changed as is asked."""

    def write(*changes, name="mine.toml"):
        text = PRACTICE
        for before, after in changes:
            assert before in text
            text = text.replace(before, after)
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_each_is_laid_at_its_second_with_the_quiet_until_the_next(written, tmp_path):
    folder = f"{tmp_path}/mine.clips"
    flat = lay_out(read_practice(written())).flat()
    told = [(each.at_s, each.clip, each.quiet_s) for each in flat.spoken()]
    assert told == [
        (0.0, f"{folder}/hello.flac", 15.0),
        (40.0, f"{folder}/notice.flac", 30.0),
        (70.0, f"{folder}/notice.flac", 30.0),
        (100.0, f"{folder}/here.flac", 300.0),
    ]


def test_in_a_folder_of_its_own_a_practice_has_its_clips_beside_it(written, tmp_path):
    assert clips_of(written(name="practice.toml")) == tmp_path
    assert clips_of(tmp_path / "mine.toml") == tmp_path / "mine.clips"


@pytest.mark.parametrize(
    "name",
    ["../hands.flac", "/etc/hands.flac", "a\\\\b.flac", ".hidden.flac", "-x.flac", "hands.mp3", "", "c:x.flac",
     "a\\u0000.flac", "a" * 200 + ".flac", "con\\u202e.flac"],
)  # fmt: skip
def test_a_clip_that_is_no_plain_name_is_refused(written, name):
    with pytest.raises(Failure) as raised:
        read_practice(written(("hello.flac", name)))
    assert raised.value.code == "practice-wants-file"
    assert "step 1 (arrive) › prompt 1 › clip" in Wording().sentence(raised.value)


@pytest.mark.parametrize("name", ["hands.flac", "Hände 2.flac", "手.flac", "a-b_c (1).flac"])
def test_a_plain_name_in_any_writing_is_fine(written, name):
    assert read_practice(written(("hello.flac", name))).steps[0].prompts[0].clip == name
