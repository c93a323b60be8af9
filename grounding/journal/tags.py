"""Tags: what is offered to be chosen, as words of their own in the index beside the words somebody wrote.

They are looked up whole, which is quick however often they occur; an entry keeps them, so none may ever mean another
thing.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from grounding.body.region import Region
from grounding.body.sensation import Change
from grounding.body.words import WORDS
from grounding.journal.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grounding.body.report import Report

BROUGHT = "bsession"
"""What is marked for a session."""
_KNOWN = frozenset(word.id for word in WORDS)


def tags_of(report: Report, *, brought: bool) -> tuple[str, ...]:
    """Return the tags of an entry, each once."""
    tags = [BROUGHT] if brought else []
    for sensation in report.sensations:
        tags.append(region_tag(sensation.region))
        tags += [_change_tag(sensation.after.change)] if sensation.after else []
        tags += [_known_tag(word) for word in sensation.all_words if is_known(word)]
        tags += [word_tag(word, sensation.region) for word in sensation.all_words]
    return tuple(dict.fromkeys(tags))


def region_tag(region: Region) -> str:
    """Return the tag of a place."""
    return "r" + region.value.replace("-", "")


def word_tag(word: str, region: Region) -> str:
    """Return the tag of a word, known or own, at a place."""
    return f"w{blake2b(to_json(word).encode(), digest_size=6).hexdigest()}{region_tag(region)}"


def word_tags(word: str, region: Region | None = None) -> tuple[str, ...]:
    """Return the tags of a word at a place, or wherever it may be."""
    return tuple(word_tag(word, place) for place in ((region,) if region else Region))


def is_known(word: str) -> bool:
    """Return whether a word is one that is offered."""
    return word in _KNOWN


def tags_that_begin(beginning: str) -> tuple[str, ...]:
    """Return the tags of the places, words and changes of which a word begins so."""
    return tuple(tag for tag, names in _NAMES.items() if any(name.startswith(beginning) for name in names))


def to_json(plain: Any) -> str:
    """Return JSON as readable text; half a character, which has no UTF-8, stays as its escape."""
    text = json.dumps(plain, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(plain)
    return text


def _change_tag(change: Change) -> str:
    return "c" + change.value.replace("-", "")


def _known_tag(word: str) -> str:
    return "k" + word.replace("-", "")


def _named() -> Iterator[tuple[str, str]]:
    yield from ((region_tag(region), region.value) for region in Region)
    yield from ((_known_tag(word), word) for word in _KNOWN)
    yield from ((_change_tag(change), change.value) for change in Change)


_NAMES = {tag: tuple(folded(name).split()) for tag, name in _named()}
