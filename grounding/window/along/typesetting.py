"""One text of the page for a session, broken into rows: in whatever script, from whichever side that is written.

A text of its own is set by `QTextLayout`; a whole `QTextDocument` would want a thread with an event loop.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from grounding.journal.along.page import Kind
from grounding.journal.along.spreadsheet import whole_characters

if TYPE_CHECKING:
    from PySide6.QtGui import QTextLine

    from grounding.journal.along.page import Line

DPI = 600
"""The page is laid out in these dots, whatever draws it: so rows break at the same words everywhere."""
MARGIN_MM = 22.0
_LEADING = 1.25
_BREAK = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2029]")
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How one kind of line looks."""

    points: float
    above_mm: float
    indent_mm: float = 0.0
    faded: bool = False


FORMS = {
    Kind.WHEN: Form(points=9.5, above_mm=9.0, faded=True),
    Kind.WORDS: Form(points=13.0, above_mm=2.6),
    Kind.SENSATION: Form(points=11.0, above_mm=2.0),
    Kind.NOTE: Form(points=11.0, above_mm=1.2, indent_mm=6.0),
}


@dataclass(slots=True, kw_only=True)
class Row:
    """One row of a text, and the page it is on."""

    line: QTextLine
    page: int = 0

    @property
    def height(self) -> float:
        """What it takes, with the space to the next."""
        return self.line.height() * _LEADING

    def put(self, page: int, y: float) -> None:
        """Put it on a page, so far from its top."""
        self.page = page
        self.line.setPosition(QPointF(self.line.x(), y))


@dataclass(frozen=True, slots=True, kw_only=True)
class SetText:
    """A line of the page as rows."""

    line: Line
    rows: tuple[Row, ...]
    layout: QTextLayout
    """What the rows are part of."""

    @property
    def above(self) -> float:
        """The space above it, where something stands there."""
        return in_dots(FORMS[self.line.kind].above_mm)

    @property
    def height(self) -> float:
        return sum(row.height for row in self.rows)


def set_text(line: Line, *, font: QFont, left: float, width: float) -> SetText:
    """Break a line into rows between margins of `left` on a page so wide; where they go is said later."""
    form = FORMS[line.kind]
    sized = QFont(font)
    sized.setPixelSize(round(form.points / 72 * DPI))
    sized.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    if from_the_right(line.text):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    layout = QTextLayout(_shown(line.text), sized)
    layout.setTextOption(option)
    indent = in_dots(form.indent_mm)
    rows = []
    layout.beginLayout()
    while (row := layout.createLine()).isValid():
        row.setLineWidth(width - 2 * (left + indent))
        row.setPosition(QPointF(left + indent, 0))
        rows.append(Row(line=row))
    layout.endLayout()
    return SetText(line=line, rows=tuple(rows), layout=layout)


def from_the_right(text: str) -> bool:
    """Return whether a text is written from the right: as its first letter is that has a direction."""
    directions = (unicodedata.bidirectional(each) for each in text)
    return next((each for each in directions if each in ("L", "R", "AL")), "L") != "L"


def in_dots(millimetres: float) -> float:
    """Return a distance as it is laid out."""
    return millimetres / 25.4 * DPI


def _shown(text: str) -> str:
    """Return a text as it can be drawn, its line breaks within it; one that cannot be seen takes a row too."""
    return _UNSEEN.sub("", _BREAK.sub("\u2028", whole_characters(text))) or " "
