"""A practice file changed as a person would by hand: comments, order and spelling stay, and nothing half is written."""

from __future__ import annotations

import pytest

from grounding.base.assets import assets
from grounding.base.failure import Failure
from grounding.practice.reading import read_practice
from grounding.practice.writing import PromptPlace, copy_of_mine, set_clip
from grounding.sitting.prompts import prompt_rows

SHIPPED = sorted(path.name for path in (assets() / "practices").iterdir() if path.is_dir())
BY_HAND = """# for Tuesdays
format = 1
title = 'Mine'      # the title comes first here
id    = "mine"
summary = "A few words."

[[step]]
kind = "arrive"   # always
seconds = 40
prompt = [ {text = "Hello."}, {text = "Here."} ]

[[step]]
kind = "scan"
seconds = 30
regions = ["hands"]
  [[step.place]]
  region = "any"
    [[step.place.prompt]]
    text = "You might notice, or not."
# the end
"""


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(BY_HAND, encoding="utf-8")
    return path


def test_a_clip_comes_and_goes_and_not_a_letter_of_the_rest_is_changed(mine):
    at = PromptPlace(step=1, place=0, prompt=0)
    set_clip(mine, at, "notice.flac")
    with_clip = mine.read_text(encoding="utf-8")
    assert read_practice(mine).steps[1].places[0].prompts[0].clip == "notice.flac"
    lines = with_clip.splitlines()
    assert [line for line in lines if "clip" not in line] == BY_HAND.splitlines()
    set_clip(mine, at, None)
    assert mine.read_text(encoding="utf-8") == BY_HAND


def test_a_prompt_written_in_one_line_may_have_a_clip_too(mine):
    set_clip(mine, PromptPlace(step=0, prompt=1), "here.flac")
    prompts = read_practice(mine).steps[0].prompts
    assert [prompt.clip for prompt in prompts] == [None, "here.flac"]
    assert "# always" in mine.read_text(encoding="utf-8")


def test_a_prompt_that_is_no_longer_there_is_told_and_nothing_is_written(mine):
    for at in (PromptPlace(step=9, prompt=0), PromptPlace(step=0, prompt=5), PromptPlace(step=0, place=0, prompt=0)):
        with pytest.raises(Failure) as raised:
            set_clip(mine, at, "a.flac")
        assert raised.value.code == "practice-changed"
    mine.write_text("format = ", encoding="utf-8")
    with pytest.raises(Failure):
        set_clip(mine, PromptPlace(step=0, prompt=0), "a.flac")
    assert mine.read_text(encoding="utf-8") == "format = "


@pytest.mark.parametrize("name", SHIPPED)
def test_a_copy_says_the_same_under_a_name_of_its_own_and_leaves_the_shipped_one(tmp_path, name):
    shipped = read_practice(assets() / "practices" / name / "practice.toml")
    copy = copy_of_mine(shipped, tmp_path, taken=SHIPPED, named="{title} (mine)")
    assert (copy.id, copy.title, copy.steps) == (f"{name}-mine", f"{shipped.title} (mine)", shipped.steps)
    again = copy_of_mine(shipped, tmp_path, taken=[*SHIPPED, copy.id], named="{title} (mine)")
    assert again.id == f"{name}-mine-2"
    assert copy.clips == str(tmp_path / copy.id)
    assert (tmp_path / copy.id / "practice.toml").stat().st_mode & 0o777 == 0o600


def test_every_row_has_the_quiet_until_the_next_prompt(mine):
    rows = list(prompt_rows(read_practice(mine)))
    assert [(row.step, row.place, row.prompt, row.quiet_s) for row in rows] == [
        (0, None, 0, 20.0),
        (0, None, 1, 20.0),
        (1, 0, 0, 30.0),
    ]


@pytest.mark.parametrize("name", SHIPPED)
def test_rows_and_the_laid_out_score_agree_on_the_quiet(tmp_path, name):
    from grounding.sitting.score import lay_out

    copy = copy_of_mine(read_practice(assets() / "practices" / name / "practice.toml"), tmp_path, taken=(), named="m")
    for number, row in enumerate(prompt_rows(copy)):
        set_clip(
            tmp_path / copy.id / "practice.toml",
            PromptPlace(step=row.step, place=row.place, prompt=row.prompt),
            f"{number}.flac",
        )
    spoken = read_practice(tmp_path / copy.id / "practice.toml")
    quiets = {row.clip: row.quiet_s for row in prompt_rows(spoken)}
    for each in lay_out(spoken).flat().spoken():
        meant = quiets[each.clip.rpartition("/")[2]]
        assert each.quiet_s == pytest.approx(meant) or meant == float("inf")
