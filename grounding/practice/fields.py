"""One table of a practice file, asked for its fields one by one; what is not as it can be is told by its place."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, NoReturn

from grounding.base.failure import Failure
from grounding.practice.source import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

ID_CHARACTERS = 64
_ID = re.compile(rf"[a-z0-9][a-z0-9-]{{0,{ID_CHARACTERS - 1}}}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}")
_NAME_CHARACTERS = 40
_FILE_NAME = re.compile(r"[\w(][\w .,()+-]{0,99}")
# Controls, separators of lines, halves of pairs, private ones, and formats: the last can turn a line around.
_UNSEEN = frozenset({"Cc", "Zl", "Zp", "Cs", "Co", "Cf"})
# These formats are spelling in some languages: joiners, marks of direction for one letter, the soft hyphen.
_SPELLING = frozenset("\u200c\u200d\u200e\u200f\u061c\u00ad")


class Table:
    """Fields with their file and place, such as "step 3 (scan) › place 2"; every method raises a `Failure`."""

    def __init__(self, fields: dict[str, Any], *, file: str, place: str = "", key: str = "") -> None:
        self._fields = fields
        self._file = file
        self._place = place
        self._key = key
        """The name under which such tables are written: "step.place"."""

    def called(self, note: str) -> Table:
        """Return the same table with a note on its place: "step 3" becomes "step 3 (scan)"."""
        return Table(self._fields, file=self._file, place=f"{self._place} ({note})", key=self._key)

    def only(self, names: Sequence[str]) -> None:
        """Refuse fields that have no meaning here."""
        for name in self._fields:
            if name not in names:
                self.refuse("practice-unknown-field", shown(name, _NAME_CHARACTERS), allowed=", ".join(names))

    def written_in(self, newest: int) -> None:
        """Refuse a file in a newer format than is known here."""
        version = self.whole("format", least=1, most=999_999)
        if version > newest:
            self.refuse("practice-newer", "format", format=version, newest=newest)

    def has(self, name: str) -> bool:
        return name in self._fields

    def raw(self, name: str) -> Any:
        """Return whatever stands there, or None."""
        return self._fields.get(name)

    def text(self, name: str, *, most: int) -> str:
        """Return one line of text, without the spaces around it."""
        text = self._fields.get(name)
        if not isinstance(text, str) or "\n" in text or len(text) > most or not _says_something(text):
            self.refuse("practice-wants-text", name, most=most)
        for character in text:
            if unicodedata.category(character) in _UNSEEN and character not in _SPELLING:
                self.refuse("practice-wants-plain-text", name, character=f"U+{ord(character):04X}")
        return text.strip()

    def id(self, name: str) -> str:
        value = self._fields.get(name)
        if not isinstance(value, str) or not _ID.fullmatch(value):
            self.refuse("practice-wants-id", name, most=ID_CHARACTERS)
        return value

    def language(self, name: str, *, default: str) -> str:
        value = self._fields.get(name, default)
        if not isinstance(value, str) or not _LANGUAGE.fullmatch(value):
            self.refuse("practice-wants-language", name)
        return value

    def file_name(self, name: str, *, endings: tuple[str, ...]) -> str:
        """Return the plain name of a file that may lie in any folder of any system."""
        value = self._fields.get(name)
        if not isinstance(value, str) or not _FILE_NAME.fullmatch(value) or not value.endswith(endings):
            self.refuse("practice-wants-file", name, endings=", ".join(endings))
        return value

    def one_of(self, name: str, allowed: Sequence[str]) -> str:
        value = self._fields.get(name)
        if not isinstance(value, str) or value not in allowed:
            self.refuse("practice-wants-one-of", name, allowed=", ".join(allowed))
        return value

    def some_of(self, name: str, allowed: Sequence[str], *, least: int) -> tuple[str, ...]:
        """Return a list of allowed texts, each at most once."""
        values = self._fields.get(name, [])
        listed = isinstance(values, list) and all(isinstance(each, str) and each in allowed for each in values)
        if not listed or len(set(values)) != len(values) or len(values) < least:
            self.refuse("practice-wants-list", name, least=least, most=len(allowed), allowed=", ".join(allowed))
        return tuple(values)

    def seconds(self, name: str, *, least: float, most: float) -> float:
        value = self._fields.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            self.refuse("practice-wants-seconds", name, least=f"{least:g}", most=f"{most:g}")
        return float(value)

    def part(self, name: str, *, places: int) -> float:
        """Return a number from 0 to 1, to so many decimal places."""
        value = self._fields.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            self.refuse("practice-wants-part", name)
        return round(float(value), places) + 0.0  # which has no minus

    def whole(self, name: str, *, least: int, most: int) -> int:
        value = self._fields.get(name)
        if type(value) is not int or not least <= value <= most:
            self.refuse("practice-wants-whole-number", name, least=least, most=most)
        return value

    def yes(self, name: str) -> bool:
        """Return true or false; where the field is absent, false."""
        value = self._fields.get(name, False)
        if not isinstance(value, bool):
            self.refuse("practice-wants-true-or-false", name)
        return value

    def tables(self, name: str, *, least: int, most: int) -> tuple[Table, ...]:
        """Return the tables of a list, each with its number as its place."""
        key = f"{self._key}.{name}" if self._key else name
        values = self._fields.get(name, [])
        listed = isinstance(values, list) and all(isinstance(each, dict) for each in values)
        if not listed or not least <= len(values) <= most:
            self.refuse("practice-wants-tables", name, least=least, most=most, table=key)
        return tuple(
            Table(each, file=self._file, place=self._where(f"{name} {number}"), key=key)
            for number, each in enumerate(values, start=1)
        )

    def refuse(self, code: str, name: str, **facts: object) -> NoReturn:
        """Raise the failure for one field, with its file and place."""
        raise Failure(code, file=self._file, where=self._where(name), **facts)

    def _where(self, name: str) -> str:
        return f"{self._place} › {name}" if self._place else name


def plain(text: str, *, most: int) -> str:
    """Return what somebody has typed as a text that such a field takes, or "" where nothing of it can be."""
    seen = "".join(each for each in text if each in _SPELLING or unicodedata.category(each) not in _UNSEEN)
    fits = seen.strip()[:most].strip()
    return fits if _says_something(fits) else ""


def _says_something(text: str) -> bool:
    return any(character not in _SPELLING and not character.isspace() for character in text)
