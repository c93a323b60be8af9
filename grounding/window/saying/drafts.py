"""What is said and not yet kept, and the form in which it is sealed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from grounding.body.report import report_from_plain, report_to_plain
from grounding.journal.entry import Entry

_REWORDING = "rewording"


@dataclass(frozen=True, slots=True)
class Drafts:
    """What is said and not yet kept: in this sitting, in earlier ones of this run, and in earlier runs."""

    now: Entry | None = None
    waiting: tuple[Entry, ...] = ()
    found: tuple[Entry, ...] = ()
    rewordings: tuple[Entry, ...] = ()
    """Entries of the journal as they are being changed, and not yet kept so."""

    def said(self) -> tuple[Entry, ...]:
        """Return every draft in which something is said."""
        every = (*self.found, *self.waiting, *([self.now] if self.now else []))
        return tuple(entry for entry in every if not entry.report.empty)


def drafts_to_bytes(entries: tuple[Entry, ...], rewordings: tuple[Entry, ...] = ()) -> bytes:
    """Return drafts in the form that is sealed."""
    plain = [*map(_to_plain, entries), *(_to_plain(each) | {"kind": _REWORDING} for each in rewordings)]
    return json.dumps(plain).encode()


def drafts_from_bytes(data: bytes) -> Drafts:
    """Return the drafts that were sealed: those found, and rewordings.

    Raises:
        KeyError, TypeError, ValueError: where these are none.
    """
    plain: list[dict[str, Any]] = json.loads(data)
    found = tuple(_from_plain(each) for each in plain if not _rewords(each))
    return Drafts(found=found, rewordings=tuple(_from_plain(each) for each in plain if _rewords(each)))


def _rewords(plain: dict[str, Any]) -> bool:
    return "kind" in plain and plain["kind"] == _REWORDING


def _to_plain(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "at": entry.at.isoformat(),
        "practice": entry.practice,
        "report": report_to_plain(entry.report),
    }


def _from_plain(plain: dict[str, Any]) -> Entry:
    return Entry(
        id=plain["id"],
        at=datetime.fromisoformat(plain["at"]),
        practice=plain["practice"],
        report=report_from_plain(plain["report"]),
    )
