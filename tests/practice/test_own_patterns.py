"""Patterns of one's own: in the home, a file each, and in a practice file that brings them along."""

from __future__ import annotations

import os
import tempfile
import tomllib
from pathlib import Path

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st
from patterns_made import PATTERNS_MADE

from grounding.base.failure import Failure
from grounding.base.wording import Wording
from grounding.breath.own import NAME_CHARACTERS
from grounding.breath.patterns import GENTLE, PATTERNS
from grounding.breath.stroke import Pattern, Stroke
from grounding.practice.carrying import leave_patterns, patterns_needed, put_pattern
from grounding.practice.fields import plain
from grounding.practice.own_patterns import READ_MOST, OwnPatterns
from grounding.practice.pattern_reading import PATTERNS_MOST, read_pattern
from grounding.practice.pattern_writing import pattern_to_text
from grounding.practice.reading import read_practice
from grounding.sitting.score import lay_out

WALK = Pattern(
    id="after-a-walk",
    name="After a walk",
    strokes=(Stroke(to=1, seconds=3.5), Stroke(to=1, seconds=1), Stroke(to=0, seconds=5)),
)
PATTERN = """\
id = "after-a-walk"
name = "After a walk"
strokes = [{ to = 1, seconds = 3.5 }, { to = 1, seconds = 1 }, { to = 0, seconds = 5 }]
"""
ALONE = f"format = 1\n{PATTERN}"
PRACTICE = """\
format = 1
id = "mine"
title = "Mine"
summary = "A few minutes of mine."
[[step]]
kind = "breathe"
breaths = 4
pattern = "after-a-walk"
[[step]]
kind = "breathe"      # and then as ever
"""
CARRYING = f"{PRACTICE}[[pattern]]\n{PATTERN}"


def same(one: Pattern, other: Pattern) -> bool:
    return (one, one.name) == (other, other.name)


def written(folder: Path, text: str, name: str = "after-a-walk.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_practice_brings_its_own_pattern_along(tmp_path):
    practice = read_practice(written(tmp_path, CARRYING))
    first, then = lay_out(practice).parts
    assert same(practice.patterns[0], WALK)
    assert same(first.pattern, WALK)
    assert (first.seconds, then.pattern) == (4 * 9.5, GENTLE)


def test_a_scan_may_be_breathed_in_it_too(tmp_path):
    scan = '[[step]]\nkind = "scan"\nseconds = 30\nregions = ["hands"]\n{}[[step.place]]\nregion = "any"\n'
    words = '[[step.place.prompt]]\ntext = "Hands, perhaps."\n'
    for text in (scan.format('pattern = "after-a-walk"\n'), scan.format("")):
        practice = read_practice(written(tmp_path, CARRYING + text + words))
        assert lay_out(practice).parts[-1].breath == WALK


def test_a_step_can_name_only_a_pattern_that_is_there(tmp_path):
    with pytest.raises(Failure) as caught:
        read_practice(written(tmp_path, PRACTICE))
    assert caught.value.code == "practice-wants-one-of"
    assert "gentle" in Wording().sentence(caught.value)


HOSTILE = {
    "to = 1, seconds = 3.5": [
        ("to = 1.01, seconds = 3.5", "practice-wants-part"),
        ("to = -0.01, seconds = 3.5", "practice-wants-part"),
        ("to = nan, seconds = 3.5", "practice-wants-part"),
        ("to = true, seconds = 3.5", "practice-wants-part"),
        ('to = "1", seconds = 3.5', "practice-wants-part"),
        ("seconds = 3.5", "practice-wants-part"),
        ("to = 0.004, seconds = 3.5", "pattern-begins-still"),
        ("to = 1", "practice-wants-seconds"),
        ("to = 1, seconds = 0.25", "practice-wants-seconds"),
        ("to = 1, seconds = 20.25", "practice-wants-seconds"),
        ("to = 1, seconds = inf", "practice-wants-seconds"),
        ("to = 1, seconds = 1979-05-27", "practice-wants-seconds"),
        ("to = 1, seconds = 3.3", "pattern-wants-quarters"),
        ("to = 1, seconds = 3.5, how = 1", "practice-unknown-field"),
    ],
    "{ to = 1, seconds = 1 }": [
        (", ".join(["{ to = 1, seconds = 1 }"] * 21), "pattern-holds-long"),
        (", ".join(["{ to = 1, seconds = 0.5 }"] * 23), "practice-wants-tables"),
        ("1", "practice-wants-tables"),
        ("[]", "practice-wants-tables"),
    ],
    "to = 0, seconds = 5": [("to = 0.1, seconds = 5", "pattern-ends-open")],
    "seconds = 3.5 }, { to = 1, seconds = 1 }, { to = 0, seconds = 5": [
        ("seconds = 1 }, { to = 0, seconds = 1.75", "pattern-is-fast"),
    ],
    '"after-a-walk"\nname': [
        ('"gentle"\nname', "pattern-is-shipped"),
        ('"../x"\nname', "practice-wants-id"),
        ("7\nname", "practice-wants-id"),
    ],
    'name = "After a walk"': [
        ("", "practice-wants-text"),
        ('name = ""', "practice-wants-text"),
        (f'name = "{"x" * 61}"', "practice-wants-text"),
        ('name = "a\\nb"', "practice-wants-text"),
        ('name = "a\\u202Eb"', "practice-wants-plain-text"),
        ('name = "a"\nbreaths = 4', "practice-unknown-field"),
    ],
}
CASES = [(old, new, code) for old, others in HOSTILE.items() for new, code in others]


@pytest.mark.parametrize(("old", "new", "code"), CASES)
@pytest.mark.parametrize("text", [ALONE, CARRYING], ids=["alone", "carried"])
def test_what_is_not_as_it_can_be_is_one_sentence_with_its_place(tmp_path, text, old, new, code):
    # In a practice the id is named by a step too: only the table's own is changed.
    head, _, table = text.rpartition("\nid = ")
    assert table.count(old) == 1, old
    path = written(tmp_path, f"{head}\nid = {table.replace(old, new)}")
    with pytest.raises(Failure) as caught:
        read_pattern(path) if text == ALONE else read_practice(path)
    assert caught.value.code == code
    assert str(path) in Wording().sentence(caught.value)


def test_a_practice_brings_each_pattern_once_and_not_too_many(tmp_path):
    def code(text: str) -> str:
        with pytest.raises(Failure) as caught:
            read_practice(written(tmp_path, text))
        return caught.value.code

    assert code(f"{CARRYING}[[pattern]]\n{PATTERN}") == "pattern-twice"
    others = [f"[[pattern]]\n{PATTERN.replace('after-a-walk', f'walk-{number}')}" for number in range(PATTERNS_MOST)]
    assert code(CARRYING + "".join(others)) == "practice-wants-tables"
    assert len(read_practice(written(tmp_path, CARRYING + "".join(others[1:]))).patterns) == PATTERNS_MOST


def test_a_file_of_another_name_or_of_a_newer_program_is_told(tmp_path):
    for text, name, code in (
        (ALONE, "walk.toml", "pattern-misnamed"),
        (ALONE.replace("format = 1", "format = 2"), "after-a-walk.toml", "practice-newer"),
        (PATTERN, "after-a-walk.toml", "practice-wants-whole-number"),
        (CARRYING, "mine.toml", "practice-unknown-field"),
    ):
        with pytest.raises(Failure) as caught:
            read_pattern(written(tmp_path, text, name))
        assert caught.value.code == code


@given(PATTERNS_MADE)
def test_what_is_written_is_read_as_it_was_and_written_the_same(pattern):
    with tempfile.TemporaryDirectory() as folder:
        own = OwnPatterns(Path(folder) / "patterns")
        own.write(pattern)
        found = own.read()
        assert found.failures == ()
        assert same(found.patterns[0], pattern)
        assert pattern_to_text(found.patterns[0]) == pattern_to_text(pattern)


@given(st.lists(PATTERNS_MADE, min_size=1, max_size=4, unique_by=lambda each: each.id))
def test_what_is_put_into_a_practice_is_read_as_it_was_and_nothing_else_is_changed(patterns):
    document = tomlkit.parse(PRACTICE.replace("after-a-walk", patterns[0].id))
    for each in (*patterns, *patterns):  # the second time in place of the first
        put_pattern(document, each)
    text = tomlkit.dumps(document)
    with tempfile.TemporaryDirectory() as folder:
        practice = read_practice(written(Path(folder), text))
    assert [same(*pair) for pair in zip(practice.patterns, patterns, strict=True)] == [True] * len(patterns)
    assert text.startswith(PRACTICE.replace("after-a-walk", patterns[0].id))
    assert patterns_needed(document) == (patterns[0].id,)


def test_a_pattern_is_put_in_place_of_the_one_with_its_id_and_comments_stay():
    document = tomlkit.parse(CARRYING.replace("[[pattern]]", "# mine\n[[pattern]]   # from the hill"))
    put_pattern(document, Pattern(id=WALK.id, name="Slower", strokes=WALK.strokes[:1] + WALK.strokes[2:]))
    text = tomlkit.dumps(document)
    assert "# mine\n[[pattern]]   # from the hill" in text
    assert [each["name"] for each in tomllib.loads(text)["pattern"]] == ["Slower"]
    assert "# and then as ever" in text


def test_a_pattern_that_no_step_names_any_more_can_be_left_out():
    document = tomlkit.parse(CARRYING)
    put_pattern(document, Pattern(id="other", name="Other", strokes=WALK.strokes))
    leave_patterns(document)
    assert [each["id"] for each in document["pattern"]] == [WALK.id]
    document["step"][0]["pattern"] = "even"
    assert patterns_needed(document) == ()
    leave_patterns(document)
    assert tomlkit.dumps(document) == PRACTICE.replace("after-a-walk", "even")


def test_one_that_cannot_be_read_hides_no_other(tmp_path):
    own = OwnPatterns(tmp_path)
    own.write(WALK)
    written(tmp_path, "format = one", "b.toml")
    (tmp_path / "c.toml").mkdir()
    written(tmp_path, ALONE, ".hidden.toml")
    written(tmp_path, "not a pattern", "notes.txt")
    found = own.read()
    assert [each.id for each in found.patterns] == [WALK.id]
    assert [Path(failure.facts["file"]).name for failure in found.failures] == ["b.toml", "c.toml"]
    assert all(Wording().sentence(failure) for failure in found.failures)


@pytest.mark.skipif(os.name != "posix", reason="wants links and permissions as POSIX has them")
def test_links_to_nowhere_and_folders_that_are_none_are_told(tmp_path):
    (tmp_path / "mine.toml").symlink_to("gone.toml")
    assert [failure.code for failure in OwnPatterns(tmp_path).read().failures] == ["practice-unreadable"]
    no_folder = tmp_path / "file"
    no_folder.write_text("a file where a folder could be")
    assert [failure.code for failure in OwnPatterns(no_folder).read().failures] == ["patterns-unreadable"]
    assert OwnPatterns(tmp_path / "not there").read().patterns == ()


def test_too_many_are_told_and_the_first_by_file_are_there(tmp_path):
    for number in range(READ_MOST + 1):
        written(tmp_path, ALONE.replace("after-a-walk", f"{number:04}"), f"{number:04}.toml")
    found = OwnPatterns(tmp_path).read()
    assert (len(found.patterns), [failure.code for failure in found.failures]) == (READ_MOST, ["patterns-full"])


@pytest.mark.skipif(os.name != "posix", reason="wants permissions as POSIX has them")
def test_they_are_the_owners_alone_and_gone_when_deleted(tmp_path):
    own = OwnPatterns(tmp_path / "patterns")
    own.delete(WALK.id)
    own.write(WALK)
    file = tmp_path / "patterns" / "after-a-walk.toml"
    assert (file.parent.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)
    own.delete(WALK.id)
    assert list(file.parent.iterdir()) == []


@given(st.text(max_size=80))
def test_whatever_is_typed_as_a_name_is_kept_as_one_that_can_be_read(typed):
    name = plain(typed, most=NAME_CHARACTERS)
    if name:
        with tempfile.TemporaryDirectory() as folder:
            own = OwnPatterns(Path(folder))
            own.write(Pattern(id=WALK.id, name=name, strokes=WALK.strokes))
            assert [each.name for each in own.read().patterns] == [name]
    assert plain(name, most=NAME_CHARACTERS) == name


def test_a_name_loses_only_what_cannot_be_seen():
    assert plain("  After\u202e a\nwalk ", most=60) == "After awalk"
    assert plain("\u200d \u200b", most=60) == ""
    assert plain("x" * 90, most=60) == "x" * 60


def test_names_are_shown_in_their_order(tmp_path):
    own = OwnPatterns(tmp_path)
    for key, name in (("a", "evening"), ("b", "Before work"), ("c", "a walk")):
        own.write(Pattern(id=key, name=name, strokes=WALK.strokes))
    assert [each.name for each in own.read().patterns] == ["a walk", "Before work", "evening"]


def test_no_pattern_of_ones_own_can_stand_in_for_one_that_comes_along():
    assert all(each.name == "" for each in PATTERNS.values())


BY_HAND = """\
# after the long way round
name = 'After a walk'   # as ever
format = 1

id = "after-a-walk"
strokes = [  # in quarters
    { seconds = 3.5, to = 1 },  # up the hill
    # and there
    {to = 1, seconds = 1.0},
    { to = 0, seconds = 5 } ]   # down again
# the end
"""
IN_TABLES = """\
format = 1
id = "after-a-walk"
name = "After a walk"
# up the hill
[[strokes]]
to = 1
seconds = 3.5   # in quarters
# and there
[[strokes]]
to = 1
seconds = 1
# down again
[[strokes]]
seconds = 5
to = 0
# the end
"""


def rewrote(tmp_path, text, pattern):
    path = tmp_path / "after-a-walk.toml"
    path.write_bytes(text.encode())
    OwnPatterns(tmp_path).write(pattern)
    assert same(read_pattern(path), pattern)
    return path.read_bytes().decode()


@pytest.mark.parametrize("text", [BY_HAND, IN_TABLES, BY_HAND.replace("\n", "\r\n")])
def test_in_a_file_written_by_hand_only_what_was_changed_is_another(tmp_path, text):
    longer = (Stroke(to=1, seconds=4.25), *WALK.strokes[1:])
    assert rewrote(tmp_path, text, WALK) == text
    pattern = Pattern(id=WALK.id, name="A hill", strokes=longer)
    assert rewrote(tmp_path, text, pattern).replace("A hill", WALK.name).replace('"', "'") == (
        text.replace("3.5", "4.25").replace('"', "'")
    )


@given(PATTERNS_MADE)
def test_whatever_it_becomes_all_comments_of_a_list_on_a_line_stay(pattern):
    pattern = Pattern(id=WALK.id, name=pattern.name, strokes=pattern.strokes)
    with tempfile.TemporaryDirectory() as folder:
        text = rewrote(Path(folder), BY_HAND, pattern)
    for comment in ("after the long way round", "as ever", "in quarters", "up the hill", "and there", "down again"):
        assert text.count(f"# {comment}") == 1
    assert text.endswith("# the end\n")


@given(PATTERNS_MADE)
def test_whatever_it_becomes_strokes_in_tables_of_their_own_are_read_as_they_are(pattern):
    pattern = Pattern(id=WALK.id, name=pattern.name, strokes=pattern.strokes)
    with tempfile.TemporaryDirectory() as folder:
        assert rewrote(Path(folder), IN_TABLES, pattern).endswith("# the end\n")


def test_who_takes_a_deletion_back_has_what_they_wrote_again(tmp_path):
    own = OwnPatterns(tmp_path)
    path = written(tmp_path, BY_HAND)
    own.delete(WALK.id)
    own.write(WALK)
    assert path.read_text(encoding="utf-8") == BY_HAND


def test_a_file_that_cannot_be_read_is_written_anew(tmp_path):
    for text in ("format = one", ALONE.replace("3.5", "3.3")):
        assert rewrote(tmp_path, text, WALK) == pattern_to_text(WALK)
