"""Every word that a practice says is held to the rules of care, in each language by its own list."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from grounding.base.assets import assets
from grounding.practice.care import Care, Hint, care_list, has, hints
from grounding.practice.practice import Kind, Practice, Prompt
from grounding.practice.shelf import Shelf

SPOKEN_S = 0.42
"""Seconds that one word takes when it is said slowly (about 140 a minute)."""
PRACTICES = Shelf(shipped=assets() / "practices", own=Path(__file__).parent / "nowhere").read().practices


def faults(text: str, language: str, *, prompt: bool) -> list[Hint]:
    """Return what the list of a language has against a text."""
    return list(hints(text, care_list(language), prompt=prompt))


def texts_of(plain: Any) -> list[str]:
    """Return every text in a file of words, however it is built."""
    if isinstance(plain, dict):
        return [text for each in plain.values() for text in texts_of(each)]
    if isinstance(plain, list):
        return [text for each in plain for text in texts_of(each)]
    return [plain] if isinstance(plain, str) else []


def prompts_of(practice: Practice) -> list[Prompt]:
    return [prompt for step in practice.steps for prompt in step.prompts] + [
        prompt for step in practice.steps for place in step.places for prompt in place.prompts
    ]


def every_text() -> list[Any]:
    told = [
        pytest.param(prompt.text, practice.language, True, id=f"{practice.id}: {prompt.text}")
        for practice in PRACTICES
        for prompt in prompts_of(practice)
    ]
    for practice in PRACTICES:
        told += [
            pytest.param(text, practice.language, False, id=f"{practice.id}: {text}")
            for text in (practice.title, practice.summary)
        ]
    for path in sorted((assets() / "practices").glob("*/words.*.toml")):
        language = path.name.split(".")[1]
        told += [
            pytest.param(text, language, False, id=f"{path.parent.name} {language}: {text}")
            for text in texts_of(tomllib.loads(path.read_text(encoding="utf-8")))
        ]
    return told


@pytest.mark.parametrize(("text", "language", "prompt"), every_text())
def test_words_invite_and_never_push(text: str, language: str, prompt: bool) -> None:
    assert faults(text, language, prompt=prompt) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Just relax, if you like.", Hint(about=Care.PUSHES, phrase="relax")),
        ("Perhaps take a deep breath.", Hint(about=Care.PUSHES, phrase="deep breath")),
        ("You might let go now.", Hint(about=Care.PUSHES, phrase="let go")),
        ("Soften your belly, or your jaw.", Hint(about=Care.PUSHES, phrase="soften your")),
        ("Breathe deep, perhaps.", Hint(about=Care.PUSHES, phrase="breathe deep")),
        ("Perhaps you are FALLING, or not.", Hint(about=Care.IMAGES, phrase="falling")),
        ("Notice your hands.", Hint(about=Care.NO_CHOICE)),
        ("You might " + "very " * 18 + "slowly.", Hint(about=Care.LONG, words=21)),
        ("You’ll perhaps feel your hands.", Hint(about=Care.LATER, phrase="you'll")),
        ("Well done, or not.", Hint(about=Care.PRAISES, phrase="well done")),
        ("You might feel safe.", Hint(about=Care.PROMISES, phrase="safe")),
    ],
)
def test_the_care_list_finds_what_pushes(text: str, fault: Hint) -> None:
    assert fault in faults(text, "en", prompt=True)


def test_the_care_list_leaves_longer_words_alone() -> None:
    assert faults("You might adjust the mustard, or not.", "en", prompt=True) == []


@pytest.mark.parametrize("practice", PRACTICES, ids=lambda practice: practice.id)
def test_no_line_of_a_practice_is_said_twice(practice: Practice) -> None:
    lines = [prompt.text for prompt in prompts_of(practice)]

    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize("practice", PRACTICES, ids=lambda practice: practice.id)
def test_each_prompt_of_a_scan_leaves_real_quiet(practice: Practice) -> None:
    for place in (place for step in practice.steps for place in step.places):
        seconds = next(step.seconds for step in practice.steps if place in step.places)
        assert seconds is not None
        for prompt in place.prompts:
            quiet_s = prompt.quiet_s if prompt.quiet_s is not None else seconds / len(place.prompts)
            assert 12 <= quiet_s - SPOKEN_S * len(prompt.text.split()) <= 20, prompt.text


@pytest.mark.parametrize("practice", PRACTICES, ids=lambda practice: practice.id)
def test_every_prompt_stands_long_enough_to_be_read_slowly(practice: Practice) -> None:
    for step in practice.steps:
        if step.seconds is None:
            continue
        for prompt in step.prompts:
            stands_s = prompt.quiet_s if prompt.quiet_s is not None else step.seconds / len(step.prompts)
            assert stands_s >= SPOKEN_S * len(prompt.text.split()) + 1, prompt.text


@pytest.mark.parametrize(
    "practice", [each for each in PRACTICES if any(step.pattern for step in each.steps)], ids=lambda each: each.id
)
def test_before_a_slow_pace_it_is_said_once_that_there_is_air_enough(practice: Practice) -> None:
    rules = care_list(practice.language)
    paced = next(index for index, step in enumerate(practice.steps) if step.kind is Kind.BREATHE)
    before = [prompt.text for step in practice.steps[:paced] for prompt in step.prompts]
    first = [prompt.text for prompt in practice.steps[paced].prompts[:1]]

    assert sum(has(rules["enough"], text) for text in before + first) == 1
    assert sum(has(rules["enough"], prompt.text) for prompt in prompts_of(practice)) == 1


@pytest.mark.parametrize(
    "practice", [each for each in PRACTICES if each.steps[0].kind is not Kind.BREATHE], ids=lambda each: each.id
)
def test_at_first_eyes_may_stay_open_and_there_is_something_to_come_back_to(practice: Practice) -> None:
    rules = care_list(practice.language)
    said = " ".join(prompt.text for prompt in practice.steps[0].prompts)

    assert any(has(phrase, said) for phrase in rules["eyes_open"])
    assert has(rules["all_right"], said)


@pytest.mark.parametrize("practice", PRACTICES, ids=lambda practice: practice.id)
def test_the_chest_and_the_throat_are_visited_last(practice: Practice) -> None:
    for step in practice.steps:
        late = [str(region) in {"chest", "throat"} for region in step.regions]
        assert late == sorted(late)
