"""Every failure has one sentence, and every sentence has its failure."""

from __future__ import annotations

import ast
import string
import tomllib
from pathlib import Path

import pytest

from grounding.base.assets import assets
from grounding.base.failure import Failure
from grounding.base.wording import Wording

PACKAGE = Path(__file__).parents[2] / "grounding"
SENTENCES = tomllib.loads((assets() / "languages" / "wording.en.toml").read_text(encoding="utf-8"))


def trees():
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}


def failures():
    """Yield place, code and the names of the facts of each Failure(...) whose code stands in the source."""
    for path, tree in trees().items():
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Failure" and node.args):
                continue
            spread = any(keyword.arg is None for keyword in node.keywords)
            names = None if spread else {keyword.arg for keyword in node.keywords}
            if isinstance(node.args[0], ast.Constant):
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", node.args[0].value, names


def blanks(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_every_failure_has_a_sentence_that_its_facts_fill():
    wanting = [f"{place} {code}" for place, code, _ in failures() if code not in SENTENCES]
    assert wanting == []
    unfilled = [
        f"{place} {code} lacks {blanks(SENTENCES[code]) - names}"
        for place, code, names in failures()
        if names is not None and not blanks(SENTENCES[code]) <= names
    ]
    assert unfilled == []


def test_every_sentence_belongs_to_something_that_can_go_wrong():
    said = {
        node.value
        for tree in trees().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert sorted(code for code in SENTENCES if code not in said) == []


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_one_calm_line(code):
    failure = Failure(code, **{name: "something" for name in blanks(SENTENCES[code])})
    sentence = Wording().sentence(failure)
    assert "\n" not in sentence
    assert SENTENCES[code][-1] in ".}"  # or what can be typed
    assert "!" not in sentence
    assert "{" not in sentence


def test_what_a_language_lacks_is_said_in_english(tmp_path):
    for folder, stem, english, other in [
        ("languages", "wording", 'one = "One {x}."\ntwo = "Two."', 'two = "Dos."'),
        ("words", "words", '[regions]\nhands = "Hands"\neyes = "Eyes"', '[regions]\nhands = "Manos"'),
    ]:
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"{stem}.en.toml").write_text(english, encoding="utf-8")
        (tmp_path / folder / f"{stem}.es.toml").write_text(other, encoding="utf-8")
    wording = Wording("es", folder=tmp_path)
    assert wording.sentence(Failure("two")) == "Dos."
    assert wording.sentence(Failure("one", x="{braces} stay")) == "One {braces} stay."
    assert (wording.name("regions", "hands"), wording.name("regions", "eyes")) == ("Manos", "Eyes")
    assert wording.name("words", "somebody's own") == "somebody's own"
    assert wording.codes() == {"one", "two"}


def test_a_failure_tells_its_code_and_facts_and_a_code_without_a_sentence_is_a_bug():
    assert str(Failure("disk-full", path="p")) == "disk-full (path=p)"
    assert str(Failure("disk-full")) == "disk-full"
    with pytest.raises(KeyError):
        Wording().sentence(Failure("never-heard-of"))
