"""Text as it is searched: cut into words, without case, accents and what no one can type, in every script."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ACCENTS = frozenset({1, 7, *range(10, 37), *range(200, 256)})
"""The combining classes of marks that are often left out in typing; vowel signs and the like are of others."""
_PLAIN = {
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ħ": "h",
    "ŧ": "t",
    "ı": "i",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ـ": "",
}
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
_EDGE, _MARK = "\x01", "\x02"
"""Around what is a word of its own, and before what belongs to the character it follows."""
_MARKS_AFTER_EDGE = re.compile(f"{_EDGE}((?:{_MARK}.)+)", re.DOTALL)
_MARKS_AFTER_NOTHING = re.compile(f"(?:^|(?<= ))(?:{_MARK}.)+", re.DOTALL)


def folded(text: str) -> str:
    """Return the words of a text, a space between them."""
    return " ".join(word for run in runs(text) for word in run)


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Yield what stands without a gap, each as its words: one, or several where signs are words of their own."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(_CHARACTERS)
    if _MARK in apart:
        apart = _MARKS_AFTER_NOTHING.sub("", apart)
        apart = _MARKS_AFTER_EDGE.sub(rf"\1{_EDGE}", apart).replace(_MARK, "")
    for run in apart.split():
        if words := tuple(filter(None, run.split(_EDGE))):
            yield words


class _Characters(dict[int, str]):
    """What each character becomes, looked at when it first comes."""

    def __missing__(self, code: int) -> str:
        self[code] = _as_searched(chr(code))
        return self[code]


def _as_searched(character: str) -> str:
    code = ord(character)
    match unicodedata.category(character):
        case "Cc" | "Zs" | "Zl" | "Zp" | "Pd" | "Ps" | "Pe" | "Pc" | "Po" | "Pi" | "Pf":
            return " "
        case "Cf" | "Cs" | "Co" | "Me":
            return ""
        case "Mn" | "Mc":
            accent = unicodedata.combining(character) in _ACCENTS or _chooses_a_form(code)
            return "" if accent else _MARK + character
        case "So" | "Sm" | "Sc" | "Sk" | "Cn":
            return _EDGE + character + _EDGE
        case _:
            return _EDGE + character + _EDGE if bisect(_EDGES, code) % 2 else character


def _chooses_a_form(code: int) -> bool:
    """Return whether a mark only says how the character before it is to look."""
    return 0xFE00 <= code < 0xFE10 or code >= 0xE0000


_CHARACTERS = _Characters({ord(letter): plain for letter, plain in _PLAIN.items()})
