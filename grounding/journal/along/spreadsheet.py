"""Entries as the rows of a spreadsheet: one a sensation, and one for an entry without any."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from grounding.body.sensation import Noticed
from grounding.journal.when import when_to_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grounding.base.wording import Wording
    from grounding.body.sensation import Sensation
    from grounding.journal.entry import Entry

COLUMNS = (
    "entry", "date", "time", "offset", "zone", "practice", "underneath", "noticed", "place", "words", "strength",
    "note", "then", "moved-to", "words-then", "strength-then", "line", "bring",
)  # fmt: skip
"""Their ids; their names are in `assets/words`."""
_FORMULA = re.compile(r"[\s\x00-\x1f]*[=+\-@＝＋－＠]|[\t\r]")
"""What a spreadsheet may take for a formula, after spaces too: it leaves them out."""
_FORMULA_WITHIN = re.compile(r"(?<=[;\t\r\n])(?=[\s\x00-\x1f]*[=+\-@＝＋－＠])")
"""Where one may begin for a spreadsheet that parts cells by other signs than commas, or rows by any new line."""
_HALF = re.compile("[\ud800-\udfff]")
_REPLACED = "\ufffd"

Row = tuple[str, ...]


def head_of(wording: Wording) -> Row:
    """Return the row of names above all others."""
    return tuple(wording.name("columns", column) for column in COLUMNS)


def rows_of(entry: Entry, wording: Wording) -> Iterator[Row]:
    """Yield the rows of an entry: what was said, by the names that are shown for it."""
    report = entry.report
    noticed = report.noticed
    about = (
        entry.id,
        entry.at.date().isoformat(),
        entry.at.strftime("%H:%M"),
        f"UTC{entry.at.isoformat()[-6:]}",
        when_to_row(entry.at)[2],
        entry.practice,
        report.underneath,
        "" if noticed in (None, Noticed.PLACES) else wording.name("noticed", noticed.value),
    )
    end = (report.line, "x" if entry.brought else "")
    for sensation in report.sensations or (None,):
        yield (*about, *_cells(sensation, wording), *end)


def guarded(cell: str) -> str:
    """Return a cell of which no spreadsheet takes any part for a formula: where it could, an apostrophe comes first."""
    cell = _FORMULA_WITHIN.sub("'", cell)
    return f"'{cell}" if _FORMULA.match(cell) else cell


def whole_characters(cell: str) -> str:
    """Return a cell that UTF-8 can tell: half a character is replaced."""
    return _HALF.sub(_REPLACED, cell)


def _cells(sensation: Sensation | None, wording: Wording) -> Row:
    if sensation is None:
        return ("",) * 8
    after = sensation.after
    return (
        wording.name("regions", sensation.region.value),
        _words(sensation.words, wording),
        _number(sensation.strength),
        sensation.note,
        wording.name("changes", after.change.value) if after else "",
        wording.name("regions", after.moved_to.value) if after and after.moved_to else "",
        _words(after.words, wording) if after else "",
        _number(after.strength) if after else "",
    )


def _words(words: tuple[str, ...], wording: Wording) -> str:
    return ", ".join(wording.name("words", word) for word in words)


def _number(strength: int | None) -> str:
    return "" if strength is None else str(strength)
