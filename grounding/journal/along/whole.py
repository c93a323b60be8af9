"""An entry with all that belongs to it, and the form in which it is taken along: lossless, and of a version.

`assets/schema/journal.v1.schema.json` describes the same form for other programs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from grounding.body.report import report_to_plain
from grounding.journal.when import when_to_row

if TYPE_CHECKING:
    from datetime import datetime

    from grounding.journal.entry import Earlier, Entry

KIND = "grounding-journal"
"""What an exported journal says that it is, as `schema`."""
VERSION = 1
"""A file that says a greater one is left to a newer program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """An entry and its earlier wordings, newest first."""

    entry: Entry
    earlier: tuple[Earlier, ...] = ()


def whole_to_plain(whole: Whole) -> dict[str, Any]:
    """Return all of an entry as dicts, lists, strings and numbers."""
    entry = whole.entry
    return {
        "id": entry.id,
        **_when("at", entry.at),
        "practice": entry.practice,
        "brought": entry.brought,
        "report": report_to_plain(entry.report),
        "earlier": [{**_when("until", each.until), "report": report_to_plain(each.report)} for each in whole.earlier],
    }


def _when(name: str, at: datetime) -> dict[str, str]:
    """Return a moment by the clock of the place where it was, to the millisecond, and the name of the zone there."""
    return {name: at.isoformat(timespec="milliseconds"), "zone": when_to_row(at)[2]}
