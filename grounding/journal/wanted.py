"""Which entries somebody wants to see, and how the file is asked for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from grounding.journal.folding import runs
from grounding.journal.schema import BROUGHT, PLACES_A_MS, region_tag, word_tag

if TYPE_CHECKING:
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
    said = [_begins(run) for run in dict.fromkeys(islice(runs(wanted.text[:_LETTERS_MOST]), _WORDS_MOST))]
    marks = [BROUGHT] if wanted.brought else []
    if wanted.word:
        marks.append(word_tag(wanted.word, wanted.region))
    elif wanted.region:
        marks.append(region_tag(wanted.region))
    asked = [("folded", said), ("tags", [f'"{mark}"' for mark in marks])]
    return " AND ".join(f"{column} : ({' AND '.join(all_of)})" for column, all_of in asked if all_of)


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
    """Return words that follow one another, the last of which may go on."""
    return f'"{" ".join(run)}" *'


def _day_ms(day: date) -> int:
    return (day.toordinal() - _EPOCH) * _DAY_MS
