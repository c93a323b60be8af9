"""Which entries somebody wants to see, and how the file is asked for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from grounding.journal.folding import runs
from grounding.journal.schema import PLACES_A_MS
from grounding.journal.tags import BROUGHT, region_tag, tags_that_begin, word_tags

if TYPE_CHECKING:
    from collections.abc import Iterable

    from grounding.body.region import Region

_WORDS_MOST, _LETTERS_MOST = 100, 2000
"""A search looks for so many words, in so much text, at most."""
_EPOCH = date(1970, 1, 1).toordinal()
_DAY_MS = 86_400_000
_EVER = 2**63 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What an entry has to be, all of it at once; as it stands, any entry is wanted."""

    text: str = ""
    """Each word of it begins a word of the entry."""
    region: Region | None = None
    word: str = ""
    """A known word's id or an own word as written, at the first or second check-in; at `region` where that is set."""
    since: date | None = None
    """The first local day, as it was where the entry was made."""
    until: date | None = None
    """The last one."""
    brought: bool = False
    """Only what is marked for a session."""


ANY = Wanted()


def match_of(wanted: Wanted) -> str:
    """Return what the index of words is asked, "" where it need not be."""
    asked = [_begins(run) for run in dict.fromkeys(islice(runs(wanted.text[:_LETTERS_MOST]), _WORDS_MOST))]
    if wanted.word:
        asked.append(_tagged(word_tags(wanted.word, wanted.region)))
    elif wanted.region:
        asked.append(_tagged([region_tag(wanted.region)]))
    if wanted.brought:
        asked.append(_tagged([BROUGHT]))
    return " AND ".join(f"({each})" for each in asked)


def places_of(wanted: Wanted) -> tuple[int, int]:
    """Return the first and last place in the file's order where a wanted day can lie, wherever on earth it was."""
    first = _day_ms(wanted.since) - _DAY_MS if wanted.since else None
    last = _day_ms(wanted.until) + 2 * _DAY_MS if wanted.until else None
    return (
        -_EVER if first is None else first * PLACES_A_MS,
        _EVER if last is None else last * PLACES_A_MS,
    )


def days_of(wanted: Wanted) -> tuple[str, str]:
    """Return the first and last local day, as days are kept."""
    return (wanted.since or date.min).isoformat(), (wanted.until or date.max).isoformat()


def _begins(run: tuple[str, ...]) -> str:
    """Ask for words that follow one another, the last of which may go on."""
    written = f'folded : "{" ".join(run)}" *'
    tags = tags_that_begin(run[0]) if len(run) == 1 else ()
    return f"{written} OR {_tagged(tags)}" if tags else written


def _tagged(tags: Iterable[str]) -> str:
    """Ask for any of these tags."""
    return f"tags : ({' OR '.join(tags)})"


def _day_ms(day: date) -> int:
    return (day.toordinal() - _EPOCH) * _DAY_MS
