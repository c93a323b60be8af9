"""The letters that are written with one key, as the page shows them; nothing is read before somebody writes."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QLocale, QObject, QTextBoundaryFinder, Slot
from PySide6.QtQml import QmlElement

from grounding.base.letters import Letters, Rows, read_letters

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Alphabet(QObject):
    """Rows of letters in the language of the window."""

    def __init__(self, *, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language

    @cached_property
    def _letters(self) -> Letters:
        return read_letters(self._language)

    @Slot(bool, result="QVariantList")
    def letters(self, capital: bool) -> list[list[str]]:
        """The rows of letters, as capitals or not."""
        locale = QLocale(self._language)
        return [[locale.toUpper(each) if capital else each for each in row] for row in self._letters.rows]

    @Slot(result="QVariantList")
    def signs(self) -> list[list[str]]:
        """The rows of signs, and of digits."""
        return _plain((*self._letters.signs, *self._letters.digits))

    @Slot(result="QVariantList")
    def numbers(self) -> list[list[str]]:
        """The rows that a number is written with."""
        return _plain(self._letters.numbers)

    @Slot(str, result=int)
    def beginningOfLast(self, text: str) -> int:
        """Where the last letter of a text begins, with all signs that make it one, as Qt counts."""
        finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
        finder.toEnd()
        return max(0, finder.toPreviousBoundary())


def _plain(rows: Rows) -> list[list[str]]:
    return [list(row) for row in rows]
