"""What of the journal goes on a page for somebody: the person's own words, in order, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from grounding.journal.telling import told_sensation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from grounding.base.wording import Wording
    from grounding.journal.entry import Entry


class Kind(StrEnum):
    """What a line of the page is."""

    WHEN = "when"
    WORDS = "words"
    SENSATION = "sensation"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line, or one text of several; each can be struck out."""

    key: str
    entry: str
    """The id of its entry."""
    kind: Kind
    text: str


def lines_of(entries: Iterable[Entry], wording: Wording, when: Callable[[datetime], str]) -> tuple[Line, ...]:
    """Return the lines of these entries, the oldest first; `when` tells a moment as it is read.

    Of each entry: when it was, what was underneath, each sensation and its note, the one line to keep.
    """
    ordered = sorted(entries, key=lambda entry: (entry.at, entry.id))
    return tuple(
        Line(key=f"{entry.id} {number}", entry=entry.id, kind=kind, text=text)
        for entry in ordered
        for number, (kind, text) in enumerate(_said(entry, wording, when))
    )


def _said(entry: Entry, wording: Wording, when: Callable[[datetime], str]) -> Iterator[tuple[Kind, str]]:
    report = entry.report
    yield Kind.WHEN, when(entry.at)
    if report.underneath:
        yield Kind.WORDS, report.underneath
    for sensation in report.sensations:
        yield Kind.SENSATION, told_sensation(sensation, wording)
        if sensation.note:
            yield Kind.NOTE, sensation.note
    if report.noticed and not report.sensations:
        yield Kind.SENSATION, wording.name("noticed", report.noticed.value)
    if report.line:
        yield Kind.WORDS, report.line
