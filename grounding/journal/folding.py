"""Text as it is searched: cut into words, without case, accents and what no one can type, in every script."""

from __future__ import annotations

import unicodedata
from bisect import bisect
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ACCENTS = frozenset({1, 7, *range(10, 37), *range(200, 256)})
"""The combining classes of marks that are often left out in typing; vowel signs and the like are of others."""
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ـ": ""}
)
"""Letters that Unicode does not take apart, and the Arabic stroke that only stretches a word."""
_SPACELESS = (
    (0x0E00, 0x0F00),  # Thai, Lao
    (0x1000, 0x10A0),  # Burmese
    (0x1780, 0x1800),  # Khmer
    (0x1950, 0x1AB0),  # Tai
    (0x2E80, 0x3130),  # Chinese and Japanese
    (0x31A0, 0xA000),
    (0xA980, 0xAA80),  # Javanese, Burmese
    (0xF900, 0xFB00),
    (0x1B000, 0x1B170),
    (0x20000, 0x40000),
)
"""Scripts that write no spaces between words: from, and up to but not with."""
_EDGES = tuple(edge for edges in _SPACELESS for edge in edges)


class _Kind(Enum):
    """What a character is to a search."""

    GONE = auto()
    GAP = auto()
    LETTER = auto()
    MARK = auto()
    ALONE = auto()
    """A word of its own: a sign, or a letter of a script without spaces."""


def folded(text: str) -> str:
    """Return the words of a text, a space between them."""
    return " ".join(word for run in runs(text) for word in run)


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Yield what stands without a gap, each as its words: one, or several where signs are words of their own."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(_PLAIN)
    run: list[str] = []
    open_word = False
    for character in apart:
        kind = _kind(character)
        if kind is _Kind.GAP:
            if run:
                yield tuple(run)
            run, open_word = [], False
        elif run and (kind is _Kind.MARK or (kind is _Kind.LETTER and open_word)):
            run[-1] += character
        elif kind in (_Kind.LETTER, _Kind.ALONE):
            run.append(character)
            open_word = kind is _Kind.LETTER
    if run:
        yield tuple(run)


@lru_cache(4096)
def _kind(character: str) -> _Kind:
    match unicodedata.category(character):
        case "Cc" | "Zs" | "Zl" | "Zp" | "Pd" | "Ps" | "Pe" | "Pc" | "Po" | "Pi" | "Pf":
            return _Kind.GAP
        case "Cf" | "Cs" | "Co" | "Me":
            return _Kind.GONE
        case "Mn" | "Mc" if 0xFE00 <= ord(character) < 0xFE10 or unicodedata.combining(character) in _ACCENTS:
            return _Kind.GONE
        case "Mn" | "Mc":
            return _Kind.MARK if ord(character) < 0xE0000 else _Kind.GONE
        case "So" | "Sm" | "Sc" | "Sk" | "Cn":
            return _Kind.ALONE
        case _:
            return _Kind.ALONE if bisect(_EDGES, ord(character)) % 2 else _Kind.LETTER
