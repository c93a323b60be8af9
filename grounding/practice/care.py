"""What a prompt might do to somebody who is shaken: gentle hints beside the words, and never a refusal."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from grounding.base.assets import assets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class Care(StrEnum):
    """What a hint is about; the first five name a phrase."""

    PUSHES = "pushes"
    PRAISES = "praises"
    PROMISES = "promises"
    IMAGES = "images"
    LATER = "later"
    LONG = "long"
    NO_CHOICE = "no-choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """One thing to look at once more."""

    about: Care
    phrase: str = ""
    """The words it is about, as they are listed."""
    words: int = 0
    """LONG: how many words there are."""


def care_list(language: str) -> Mapping[str, Any]:
    """Return what words are held to in a language, or nothing where there is no list yet."""
    path = assets() / "words" / f"care.{language.partition('-')[0]}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def hints(text: str, rules: Mapping[str, Any], *, prompt: bool = True) -> tuple[Hint, ...]:
    """Return what could be gentler in a text; only a `prompt` is asked for a choice, and to be short as a whole."""
    return tuple(_hints(text, rules, prompt=prompt)) if rules and text.strip() else ()


def has(phrase: str, text: str) -> bool:
    """Whether a phrase stands in a text as whole words, in capitals or not."""
    return _whole(phrase).search(text.replace("’", "'")) is not None


@cache
def _whole(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.IGNORECASE)


def _hints(text: str, rules: Mapping[str, Any], *, prompt: bool) -> Iterator[Hint]:
    for about in (Care.PUSHES, Care.PRAISES, Care.PROMISES, Care.IMAGES, Care.LATER):
        yield from (Hint(about=about, phrase=phrase) for phrase in _longest(rules[about.value], text))
    for sentence in [text] if prompt else re.split(r"[.?!]", text):
        if (words := len(sentence.split())) > rules["most_words"]:
            yield Hint(about=Care.LONG, words=words)
    if prompt and not any(has(invitation, text) for invitation in rules["invitations"]):
        yield Hint(about=Care.NO_CHOICE)


def _longest(phrases: Iterable[str], text: str) -> list[str]:
    """Return the phrases that stand in a text, but for those within a longer one."""
    found = [phrase for phrase in phrases if has(phrase, text)]
    return [each for each in found if not any(each != other and has(each, other) for other in found)]
