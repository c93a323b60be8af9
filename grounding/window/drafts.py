"""What is said and not yet kept, and the form in which it is sealed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from grounding.body.report import report_from_plain, report_to_plain
from grounding.journal.entry import Entry


@dataclass(frozen=True, slots=True)
class Drafts:
    """What is said and not yet kept: in this sitting, in earlier ones of this run, and in earlier runs."""

    now: Entry | None = None
    waiting: tuple[Entry, ...] = ()
    found: tuple[Entry, ...] = ()

    def said(self) -> tuple[Entry, ...]:
        """Return every draft in which something is said."""
        every = (*self.found, *self.waiting, *([self.now] if self.now else []))
        return tuple(entry for entry in every if not entry.report.empty)


def drafts_to_bytes(entries: tuple[Entry, ...]) -> bytes:
    """Return drafts in the form that is sealed."""
    return json.dumps(
        [
            {"id": e.id, "at": e.at.isoformat(), "practice": e.practice, "report": report_to_plain(e.report)}
            for e in entries
        ]
    ).encode()


def drafts_from_bytes(data: bytes) -> tuple[Entry, ...]:
    """Return the drafts that were sealed.

    Raises:
        KeyError, TypeError, ValueError: where these are none.
    """
    plain: list[dict[str, Any]] = json.loads(data)
    return tuple(
        Entry(
            id=each["id"],
            at=datetime.fromisoformat(each["at"]),
            practice=each["practice"],
            report=report_from_plain(each["report"]),
        )
        for each in plain
    )
