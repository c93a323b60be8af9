"""`grounding practices`, `check` and `score`."""

from __future__ import annotations

from pathlib import Path

import pytest
from given_files import given

SHIPPED = Path(__file__).parents[2] / "assets" / "practices"


def test_the_shelf_is_told_with_seconds_where_it_has_an_end(plain):
    shelf = {each["id"]: each for each in plain("practices")}
    assert {"slow-down", "scan-3", "scan-7", "scan-15", "breathe", "one-sigh", "hands", "stay", "room"} <= set(shelf)
    assert all(set(each) == {"id", "title", "summary", "seconds", "steps"} for each in shelf.values())
    assert (shelf["breathe"]["seconds"], shelf["stay"]["seconds"]) == (None, None)
    assert 300 < shelf["slow-down"]["seconds"] < 600
    assert shelf["slow-down"]["title"] == "A slower few minutes"
    assert shelf["slow-down"]["steps"] == (
        "arrive breathe name check-in scan stay check-in orient close".split()  # noqa: SIM905 - as it is said
    )


def test_the_shelf_can_be_read_by_a_person(answer):
    assert answer("practices").startswith("slow-down: A slower few minutes\n")


def test_an_own_practice_stands_on_the_shelf_and_one_that_cannot_be_read_is_named(grounding, answer, home):
    own = home / "practices"
    own.mkdir(parents=True)
    text = (SHIPPED / "stay" / "practice.toml").read_text(encoding="utf-8").replace('"stay"', '"mine"', 1)
    (own / "mine.toml").write_text(text, encoding="utf-8")
    (own / "broken.toml").write_text("not a practice")
    done = grounding("practices")
    assert done.returncode == 0
    assert "mine: " in done.stdout
    assert len(done.stderr.splitlines()) == 1
    assert "broken.toml" in done.stderr
    assert answer("score", "mine")


def test_a_practice_file_is_checked_as_the_shelf_would_read_it(answer, refused, tmp_path):
    assert answer("check", SHIPPED / "breathe" / "practice.toml").startswith("breathe: ")
    broken = tmp_path / "broken.toml"
    broken.write_text("format = 1\nunknown = 2\n")
    assert "broken.toml" in refused("check", broken)
    assert "none.toml" in refused("check", tmp_path / "none.toml")
    assert str(tmp_path) in refused("check", tmp_path)


def test_an_id_that_another_practice_has_is_told_for_each_file_but_that_one(answer, refused, home, tmp_path):
    text = (SHIPPED / "stay" / "practice.toml").read_text(encoding="utf-8")
    copy, mine, again = tmp_path / "copy.toml", home / "practices" / "mine.toml", tmp_path / "again.toml"
    copy.write_text(text, encoding="utf-8")
    said = refused("check", copy)
    assert "copy.toml" in said
    assert str(SHIPPED / "stay" / "practice.toml") in said
    mine.parent.mkdir(parents=True)
    for path in (mine, again):
        path.write_text(text.replace('"stay"', '"mine"', 1), encoding="utf-8")
    assert answer("check", mine).startswith("mine: ")
    assert "mine.toml" in refused("check", again)


def test_a_score_has_the_promised_shape(plain):
    score = plain("score", "breathe")
    assert set(score) == {"practice", "seconds", "strokes", "cues"}
    assert score["practice"] == "breathe"
    assert all(set(stroke) == {"at_s", "seconds", "from", "to"} for stroke in score["strokes"])
    assert all({"at_s", "kind"} <= set(cue) <= {"at_s", "kind", "text", "region"} for cue in score["cues"])
    first = score["strokes"][0]
    assert (first["seconds"], first["from"], first["to"]) == (3, 0, 1)


def test_a_score_can_be_read_by_a_person(answer):
    lines = answer("score", "breathe").splitlines()
    assert any(line.split()[1:] == ["in"] for line in lines)
    assert all(":" in line.split()[0] for line in lines)


@pytest.mark.parametrize("name", ["nothing", "../breathe", ""])
def test_a_practice_that_is_not_there_is_told_with_those_that_are(refused, name):
    assert "slow-down" in refused("score", name)


def test_a_practice_file_that_somebody_gives_is_checked_too_and_nothing_is_written(answer, refused, home, tmp_path):
    path = given(tmp_path)
    said = answer("check", path)
    assert said.startswith("minute: A minute\n")
    assert said.endswith("    it says it is from Ana, 2 voices\n")
    path.write_bytes(path.read_bytes()[:-1])
    assert "minute.practice is no .practice file, or not a whole one" in refused("check", path)
    assert "none.practice" in refused("check", tmp_path / "none.practice")
    assert not (home / "practices").exists()


def test_a_pattern_that_a_practice_brings_along_is_checked_and_laid_out(answer, refused, plain, home):
    mine = home / "practices" / "mine.toml"
    mine.parent.mkdir(parents=True)
    pattern = (
        '[[pattern]]\nid = "walk"\nname = "Walk"\nstrokes = [{ to = 0.5, seconds = 4.25 }, { to = 0, seconds = 5 }]\n'
    )
    step = '[[step]]\nkind = "breathe"\nbreaths = 2\npattern = "walk"\n'
    head = 'format = 1\nid = "mine"\ntitle = "Mine"\nsummary = "Mine."\n'
    mine.write_text(head + pattern + step)
    assert answer("check", mine).startswith("mine: ")
    assert [(each["seconds"], each["to"]) for each in plain("score", "mine")["strokes"]] == [(4.25, 0.5), (5, 0)] * 2
    mine.write_text(head + step)
    assert "mine.toml" in refused("check", mine)
