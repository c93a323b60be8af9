"""A practice file is hostile until read: whatever it holds, it is a practice or one sentence."""

from __future__ import annotations

import os
import sys
import tempfile
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grounding.base.assets import assets
from grounding.base.failure import Failure
from grounding.base.wording import Wording
from grounding.body.region import Region
from grounding.practice.practice import Kind, Place, Practice, Prompt, Step
from grounding.practice.reading import FIELDS, read_practice
from grounding.practice.source import FILE_KIB, LINE_DOTS

WORDING = Wording("en")
posix = pytest.mark.skipif(os.name != "posix", reason="wants pipes and links as POSIX has them")

VALID = """\
format = 1
id = "mine"
title = "Mine"
summary = "A few minutes of mine."
language = "en"

[[step]]
kind = "arrive"
seconds = 40
[[step.prompt]]
text = "You might look around, or not."
quiet_s = 12.5

[[step]]
kind = "breathe"
breaths = 10
pattern = "gentle"

[[step]]
kind = "check-in"
quiet_s = 8

[[step]]
kind = "scan"
seconds = 50
regions = ["hands", "chest"]
named_first = true
[[step.place]]
region = "hands"
[[step.place.prompt]]
text = "You might notice your hands, or not."
quiet_s = 20
[[step.place.prompt]]
text = "Or something else."
[[step.place]]
region = "any"
[[step.place.prompt]]
text = "Perhaps this place."

[[step]]
kind = "stay"
"""
HEAD = VALID[: VALID.index("\n[[step]]")]
SCAN = "step 4 (scan)"


def read(data: str | bytes) -> Practice:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mine.toml"
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return read_practice(path)


def sentence_for(data: str | bytes) -> tuple[str, str]:
    """Return the code of the failure that a file is met with, and its sentence."""
    with pytest.raises(Failure) as caught:
        read(data)
    return caught.value.code, WORDING.sentence(caught.value)


def changed(old: str, new: str) -> str:
    assert VALID.count(old) == 1, old
    return VALID.replace(old, new)


def test_a_file_becomes_the_practice_it_tells() -> None:
    assert read(VALID) == Practice(
        id="mine",
        title="Mine",
        summary="A few minutes of mine.",
        language="en",
        steps=(
            Step(
                kind=Kind.ARRIVE,
                seconds=40.0,
                prompts=(Prompt(text="You might look around, or not.", quiet_s=12.5),),
            ),
            Step(kind=Kind.BREATHE, breaths=10, pattern="gentle"),
            Step(kind=Kind.CHECK_IN, quiet_s=8.0),
            Step(
                kind=Kind.SCAN,
                seconds=50.0,
                regions=(Region.HANDS, Region.CHEST),
                named_first=True,
                places=(
                    Place(
                        region=Region.HANDS,
                        prompts=(
                            Prompt(text="You might notice your hands, or not.", quiet_s=20.0),
                            Prompt(text="Or something else."),
                        ),
                    ),
                    Place(region=None, prompts=(Prompt(text="Perhaps this place."),)),
                ),
            ),
            Step(kind=Kind.STAY),
        ),
    )


def test_every_kind_of_step_has_its_fields() -> None:
    assert set(FIELDS) == set(Kind)


@pytest.mark.parametrize("data", [VALID.replace("\n", "\r\n"), "\ufeff" + VALID], ids=["CRLF", "mark at the start"])
def test_a_file_may_come_from_any_editor(data: str) -> None:
    assert read(data) == read(VALID)


def test_spelling_marks_and_spaces_around_a_text_are_allowed() -> None:
    assert read(changed('"Mine"', '"  نمی\u200cخواهم — ¿qué? 🫁 "')).title == "نمی\u200cخواهم — ¿qué? 🫁"


ODD = [
    # what is changed in a valid file, the code, and what the sentence names
    ("format = 1\n", "", "practice-wants-whole-number", ["“format”", "from 1 to"]),
    ("format = 1\n", "format = true\n", "practice-wants-whole-number", ["“format”"]),
    ("format = 1\n", "format = 0\n", "practice-wants-whole-number", ["“format”"]),
    ("format = 1\n", "format = 2\nfuture = 1\n", "practice-newer", ["format 2", "format 1"]),
    ('id = "mine"\n', "", "practice-wants-id", ["“id”", "hyphens"]),
    ('"mine"', '"../mine"', "practice-wants-id", ["“id”"]),
    ('"mine"', '"Mine"', "practice-wants-id", ["“id”"]),
    ('"mine"', '"-mine"', "practice-wants-id", ["“id”"]),
    ('"mine"', '"mine\\n"', "practice-wants-id", ["“id”"]),
    ('"mine"', f'"{"m" * 65}"', "practice-wants-id", ["“id”", "64"]),
    ('"mine"', '""', "practice-wants-id", ["“id”"]),
    ('title = "Mine"\n', "", "practice-wants-text", ["“title”", "1 to 80"]),
    ('"Mine"', "7", "practice-wants-text", ["“title”"]),
    ('"Mine"', '" "', "practice-wants-text", ["“title”"]),
    ('"Mine"', '"\u200d"', "practice-wants-text", ["“title”"]),
    ('"Mine"', '"""Mine\nand more"""', "practice-wants-text", ["“title”", "one line"]),
    ('"Mine"', f'"{"m" * 81}"', "practice-wants-text", ["“title”", "80"]),
    ('"Mine"', '"Mi\\u0007ne"', "practice-wants-plain-text", ["“title”", "U+0007"]),
    ('"Mine"', '"Mi\\u202Ene"', "practice-wants-plain-text", ["“title”", "U+202E"]),
    ('"Mine"', '"Mi\\u2028ne"', "practice-wants-plain-text", ["“title”", "U+2028"]),
    ('"Mine"', '"Mi\\U000E0041ne"', "practice-wants-plain-text", ["“title”", "U+E0041"]),
    ('summary = "A few minutes of mine."\n', "", "practice-wants-text", ["“summary”"]),
    ('"en"', '"English, please"', "practice-wants-language", ["“language”", "pt-BR"]),
    ('"en"', "1", "practice-wants-language", ["“language”"]),
    ("format = 1\n", 'format = 1\nauthor = "me"\n', "practice-unknown-field", ["“author”", "title, summary"]),
    ("format = 1\n", 'format = 1\n"a\\u001bb" = 1\n', "practice-unknown-field", ["“a�b”"]),
    ("format = 1\n", f"format = 1\n{'z' * 3000} = 1\n", "practice-unknown-field", ["zzz…”"]),
    ('kind = "arrive"\n', "", "practice-wants-one-of", ["“step 1 › kind”", "arrive, breathe, name"]),
    ('"arrive"', '"dance"', "practice-wants-one-of", ["“step 1 › kind”", "orient, close"]),
    ('"arrive"', "[]", "practice-wants-one-of", ["“step 1 › kind”"]),
    ("seconds = 40", "", "practice-wants-seconds", ["“step 1 (arrive) › seconds”", "1 to 7200"]),
    ("seconds = 40", "seconds = nan", "practice-wants-seconds", ["“step 1 (arrive) › seconds”"]),
    ("seconds = 40", "seconds = inf", "practice-wants-seconds", ["1 to 7200"]),
    ("seconds = 40", "seconds = 1e999", "practice-wants-seconds", ["1 to 7200"]),
    ("seconds = 40", "seconds = -40", "practice-wants-seconds", ["1 to 7200"]),
    ("seconds = 40", "seconds = 0", "practice-wants-seconds", ["1 to 7200"]),
    ("seconds = 40", f"seconds = {'9' * 3900}", "practice-wants-seconds", ["1 to 7200"]),
    ("seconds = 40", "seconds = true", "practice-wants-seconds", ["1 to 7200"]),
    ("seconds = 40", 'seconds = "40"', "practice-wants-seconds", ["1 to 7200"]),
    ("seconds = 40", "seconds = 40\nbreaths = 3", "practice-unknown-field", ["“step 1 (arrive) › breaths”", "prompt"]),
    ("quiet_s = 12.5", "quiet_s = 41", "practice-quiet-too-long", ["“step 1 (arrive) › prompt”", "41", "40"]),
    ("quiet_s = 12.5", "quiet_s = -1", "practice-wants-seconds", ["“step 1 (arrive) › prompt 1 › quiet_s”", "0 to"]),
    ('"You might look around, or not."', "[]", "practice-wants-text", ["“step 1 (arrive) › prompt 1 › text”", "240"]),
    ("quiet_s = 12.5", "volume = 3", "practice-unknown-field", ["(arrive) › prompt 1 › volume”", "text, quiet_s"]),
    ("breaths = 10", "breaths = 0", "practice-wants-whole-number", ["“step 2 (breathe) › breaths”", "1 to 1000"]),
    ("breaths = 10", "breaths = 2.0", "practice-wants-whole-number", ["“step 2 (breathe) › breaths”"]),
    ("breaths = 10", "breaths = true", "practice-wants-whole-number", ["“step 2 (breathe) › breaths”"]),
    ("breaths = 10", "breaths = 10\nseconds = 60", "practice-wants-one-length", ["“step 2 (breathe) › seconds”"]),
    ('"gentle"', '"gentlest"', "practice-wants-one-of", ["“step 2 (breathe) › pattern”", ": gentle, longer-exhale"]),
    ('"gentle"', '"own-pace"', "practice-wants-one-of", ["“step 2 (breathe) › pattern”", ": gentle"]),
    ("quiet_s = 8", "quiet_s = 8\nseconds = 9", "practice-unknown-field", ["“step 3 (check-in) › seconds”", "quiet_s"]),
    ("seconds = 50", "", "practice-wants-seconds", [f"“{SCAN} › seconds”"]),
    ("named_first = true", "named_first = 1", "practice-wants-true-or-false", [f"“{SCAN} › named_first”"]),
    ('["hands", "chest"]', '["hands", "elbow"]', "practice-wants-list", [f"“{SCAN} › regions”", "hands, eyes, chest"]),
    ('["hands", "chest"]', '["hands", "hands"]', "practice-wants-list", [f"“{SCAN} › regions”", "each once"]),
    ('["hands", "chest"]', '["any"]', "practice-wants-list", [f"“{SCAN} › regions”"]),
    ('["hands", "chest"]', "[[]]", "practice-wants-list", [f"“{SCAN} › regions”"]),
    ('["hands", "chest"]', '"hands"', "practice-wants-list", [f"“{SCAN} › regions”"]),
    ("named_first = true", "named_first = true\nprompt = 1", "practice-unknown-field", [f"“{SCAN} › prompt”", "place"]),
    ('region = "any"', "", "practice-wants-one-of", [f"“{SCAN} › place 2 › region”", "any"]),
    ('region = "any"', 'region = "hands"', "practice-wants-one-of", [f"“{SCAN} › place 2 › region”", ": eyes"]),
    ('region = "any"', 'region = "any"\nwhen = 1', "practice-unknown-field", [f"“{SCAN} › place 2 › when”"]),
    ("quiet_s = 20", "quiet_s = 51", "practice-quiet-too-long", [f"“{SCAN} › place 1 (hands) › prompt”", "51", "50"]),
    ('"Or something else."', '"\\u0000"', "practice-wants-plain-text", ["› place 1 (hands) › prompt 2 › text”"]),
    ('kind = "stay"\n', 'kind = "stay"\nprompt = 1\n', "practice-wants-tables", ["› prompt”", "[[step.prompt]]"]),
    ('kind = "stay"\n', 'kind = "stay"\nprompt = [1]\n', "practice-wants-tables", ["“step 5 (stay) › prompt”"]),
    ('kind = "stay"\n', 'kind = "stay"\nseconds = 1979-05-27\n', "practice-wants-seconds", ["(stay) › seconds”"]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "code", "named"), ODD)
def test_an_odd_field_is_told_by_file_step_and_field(old: str, new: str, code: str, named: list[str]) -> None:
    met, sentence = sentence_for(changed(old, new))

    assert met == code
    assert "mine.toml" in sentence
    assert [each for each in named if each not in sentence] == []
    assert sentence.isprintable()


WHOLE = [
    (HEAD, "practice-wants-tables", ["“step”", "1 to 200", "[[step]]"]),
    (HEAD + "\nstep = 1\n", "practice-wants-tables", ["“step”"]),
    (HEAD + "\n[step]\n", "practice-wants-tables", ["“step”"]),
    (HEAD + '\n[[step]]\nkind="stay"\n' * 201, "practice-wants-tables", ["“step”", "200"]),
    (HEAD + '\n[[step]]\nkind = "stay"\n' * 10_000, "practice-too-large", ["200 steps"]),
    (HEAD + '\n[[step]]\nkind="stay"\n' + '[[step.prompt]]\ntext="x"\n' * 51, "practice-wants-tables", ["0 to 50"]),
    (HEAD + '\n[[step]]\nkind="scan"\nseconds=9\nregions=["feet"]\n', "practice-wants-tables", ["[[step.place]]"]),
    (HEAD + '\n[[step]]\nkind="scan"\nseconds=9\n', "practice-wants-list", ["“step 1 (scan) › regions”"]),
    ("", "practice-wants-whole-number", ["“format”"]),
    ("format = 1\nid = mine\n", "practice-not-toml", ["line 2"]),
    ('format = 1\nid = "mine', "practice-not-toml", ["line 2"]),
    ("format = 1\nformat = 1\n", "practice-not-toml", ["line 2"]),
    (b"format = 1\nid = \xe9\n", "practice-not-text", ["byte 16"]),
    (VALID.encode("utf-16"), "practice-not-text", ["UTF-8"]),
    (b"\x00" * 9, "practice-not-toml", ["line 1"]),
    ("x = " + "[\n" * 50_000, "practice-too-deep", ["brackets"]),
    ("x = " + "{a=" * 1000, "practice-too-deep", ["brackets"]),
    ("x" + ".a" * 100 + " = 1\n", "practice-line-too-long", ["line 1", str(LINE_DOTS)]),
    ("\n\nx = " + "9" * 5000, "practice-line-too-long", ["line 3"]),
]


@pytest.mark.parametrize(("data", "code", "named"), WHOLE, ids=range(len(WHOLE)))
def test_an_odd_file_is_told_by_one_sentence(data: str | bytes, code: str, named: list[str]) -> None:
    met, sentence = sentence_for(data)

    assert met == code
    assert [each for each in ["mine.toml", *named] if each not in sentence] == []


def code_at(path: Path) -> str:
    with pytest.raises(Failure) as caught:
        read_practice(path)
    assert WORDING.sentence(caught.value).isprintable()
    return caught.value.code


def test_a_hundred_megabytes_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.toml"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    tracemalloc.start()
    try:
        assert code_at(path) == "practice-too-large"
        assert tracemalloc.get_traced_memory()[1] < 2 * 1024 * 1024
    finally:
        tracemalloc.stop()


def test_a_folder_or_nothing_at_all_is_told_apart(tmp_path: Path) -> None:
    assert code_at(tmp_path / "gone.toml") == "practice-unreadable"
    assert code_at(tmp_path) == ("practice-not-a-file" if os.name == "posix" else "practice-unreadable")


@posix
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")

    assert code_at(tmp_path / "pipe.toml") == "practice-not-a-file"


@posix
@pytest.mark.parametrize(("target", "code"), [("/dev/zero", "not-a-file"), ("loop.toml", "unreadable")])
def test_a_link_to_a_device_or_to_itself_is_not_followed_for_ever(tmp_path: Path, target: str, code: str) -> None:
    (tmp_path / "loop.toml").symlink_to(target)

    assert code_at(tmp_path / "loop.toml") == f"practice-{code}"


@posix
def test_a_link_to_a_practice_is_as_good_as_the_practice(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text(VALID, encoding="utf-8")
    (tmp_path / "link.toml").symlink_to("mine.txt")

    assert read_practice(tmp_path / "link.toml") == read(VALID)


@pytest.mark.skipif(sys.platform != "linux", reason="wants a file system that takes any bytes for a name")
def test_a_name_that_cannot_be_printed_is_shown_as_well_as_it_can_be(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"mi\xffne\x1b[31m\n.toml")
    path.write_text("format", encoding="utf-8")

    assert code_at(path) == "practice-not-toml"


LITERALS = [
    "",
    "true",
    "-1",
    "0",
    "nan",
    "1e999",
    "''",
    "'x'",
    "[]",
    "{}",
    "[[1]]",
    "[{}]",
    "{a.b = 1}",
    "07:32:00",
    "0xFF",
]


@pytest.mark.parametrize("literal", LITERALS)
def test_no_field_holding_anything_else_is_a_bug(literal: str) -> None:
    lines = VALID.splitlines()
    for number, line in enumerate(lines):
        name, equals, _ = line.partition("=")
        if equals:
            data = "\n".join([*lines[:number], f"{name}= {literal}", *lines[number + 1 :]])
            assert_practice_or_sentence(data.encode())


def assert_practice_or_sentence(data: bytes) -> None:
    try:
        told = read(data).title
    except Failure as failure:
        told = WORDING.sentence(failure)
    assert told


SHIPPED = (assets() / "practices" / "slow-down" / "practice.toml").read_bytes()
edits = st.tuples(st.integers(0, len(VALID)), st.integers(0, 30), st.binary(max_size=12))
pieces = st.sampled_from(
    [b"[[step]]\n", b"[", b"]", b"{", b"}", b'"', b"'", b".", b"=", b"\n", b"\\", b"\x00", b"\xff"]
)


@given(st.lists(edits, min_size=1, max_size=6))
def test_bytes_changed_anywhere_are_a_practice_or_a_sentence(changes: list[tuple[int, int, bytes]]) -> None:
    data = VALID.encode()
    for at, gone, new in changes:
        data = data[:at] + new + data[at + gone :]
    assert_practice_or_sentence(data)


@given(st.lists(st.tuples(st.integers(0, len(SHIPPED)), pieces), min_size=1, max_size=6))
def test_marks_set_anywhere_are_a_practice_or_a_sentence(changes: list[tuple[int, bytes]]) -> None:
    data = SHIPPED
    for at, new in changes:
        data = data[:at] + new + data[at:]
    assert_practice_or_sentence(data)


@given(st.binary(max_size=400) | st.lists(pieces, max_size=200).map(b"".join))
def test_any_bytes_are_a_practice_or_a_sentence(data: bytes) -> None:
    assert_practice_or_sentence(data)


def costly(line: str) -> bytes:
    """Return as many lines as fit, each with a name of its own."""
    lines = [line.format(n=f"{number:x}") + "\n" for number in range(FILE_KIB * 1024 // len(line) + 1)]
    return "".join(lines).encode()[: FILE_KIB * 1024]


@pytest.mark.parametrize(
    "line",
    [
        "[{n}" + ".a" * LINE_DOTS + "]",
        "[{n}" + ".a" * LINE_DOTS + "]\nb" + ".c" * LINE_DOTS + " = 1",
        "{n}" + ".a" * LINE_DOTS + " = 1",
        "{n} = []",
        "[{n}]",
        "[[step]]",
    ],
    ids=["long headers", "long headers and keys", "long keys", "many keys", "many tables", "many steps"],
)
def test_the_costliest_files_cost_little(line: str) -> None:
    data = costly(line)
    began_s = time.process_time()
    assert_practice_or_sentence(data)
    took_s = time.process_time() - began_s
    tracemalloc.start()
    try:
        assert_practice_or_sentence(data)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert took_s < 1.5
    assert peak < 64 * 1024 * 1024
