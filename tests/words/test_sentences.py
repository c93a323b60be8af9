"""Every failure that the program can meet has one sentence, and every sentence a failure."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path
from string import Formatter

import pytest

import grounding
from grounding.base.assets import assets
from grounding.base.failure import Failure
from grounding.base.wording import Wording

ROOMS = Path(grounding.__file__).parent
SENTENCES = tomllib.loads((assets() / "languages" / "wording.en.toml").read_text(encoding="utf-8"))


def raised() -> list[tuple[str, frozenset[str] | None]]:
    """Return each code that is raised by its name, with its facts where all are written out."""
    found = []
    for path in sorted(ROOMS.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call) or not call.args or not isinstance(call.args[0], ast.Constant):
                continue
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            facts = frozenset(each.arg for each in call.keywords if each.arg is not None)
            given = {"Failure": frozenset(), "refuse": frozenset({"file", "where"})}
            if name in given:
                whole = None if any(each.arg is None for each in call.keywords) else facts | given[name]
                found.append((str(call.args[0].value), whole))
    return found


@pytest.mark.parametrize(("code", "facts"), raised())
def test_every_failure_that_is_raised_has_a_sentence_that_its_facts_fill(
    code: str, facts: frozenset[str] | None
) -> None:
    wanted = {name for _, name, _, _ in Formatter().parse(SENTENCES[code]) if name is not None}

    assert facts is None or wanted <= facts


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_every_sentence_belongs_to_a_failure(code: str) -> None:
    assert any(f'"{code}"' in path.read_text(encoding="utf-8") for path in ROOMS.rglob("*.py"))


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_each_is_one_plain_sentence(code: str) -> None:
    sentence = SENTENCES[code]

    assert "\n" not in sentence
    assert sentence.endswith((".", "?", "{line}"))  # a line to copy has no full stop after it
    assert not {"error", "invalid", "illegal", "wrong", "failed", "fatal"} & set(sentence.lower().split())


def test_facts_that_look_like_fields_are_left_as_they_are() -> None:
    sentence = Wording("en").sentence(Failure("disk-full", path="/home/{path}/{0}"))

    assert "/home/{path}/{0}" in sentence
