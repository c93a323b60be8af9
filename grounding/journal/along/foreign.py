"""An entry as a file from elsewhere tells it: understood whole, or refused with the place that is not as it can be."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

from grounding.body.region import Region
from grounding.body.report import Report
from grounding.body.sensation import STRENGTH_MAX, After, Change, Noticed, Sensation
from grounding.journal.along.fields import Fields
from grounding.journal.along.whole import Whole
from grounding.journal.entry import Earlier, Entry
from grounding.journal.when import is_zone, when_from_row, when_to_row

if TYPE_CHECKING:
    from enum import StrEnum

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d", re.ASCII)
_ENTRY = ("id", "at", "zone", "practice", "brought", "report", "earlier")
_EARLIER = ("until", "zone", "report")
_REPORT = ("underneath", "noticed", "sensations", "line")
_SENSATION = ("region", "words", "strength", "note", "after")
_AFTER = ("strength", "words", "moved_to")


def whole_from_plain(plain: Any, number: int) -> Whole:
    """Return the entry whose plain form this is; `number` is its place in the file.

    Raises:
        Failure: `import-…`, with where in the entry it is.
    """
    said = Fields(plain, f"entry {number}")
    said.only(_ENTRY)
    if not _ID.fullmatch(said.text("id")):
        said.refuse("import-wants-id", "id")
    entry = Entry(
        id=said.text("id"),
        at=_moment(said, "at"),
        practice=said.text("practice"),
        report=_report(said.within("report")),
        brought=said.yes_or_no("brought"),
    )
    return Whole(entry=entry, earlier=tuple(map(_earlier, said.each("earlier", "earlier wording"))))


def _earlier(said: Fields) -> Earlier:
    said.only(_EARLIER)
    return Earlier(until=_moment(said, "until"), report=_report(said.within("report")))


def _moment(said: Fields, name: str) -> datetime:
    """Return a moment as it is kept, whatever the rules of its zone are by now."""
    told, zone = said.text(name), said.text("zone")
    if not is_zone(zone):
        said.refuse("import-wants-zone", "zone")
    try:
        if not _MOMENT.fullmatch(told):
            raise ValueError
        ts_utc_ms, utc_offset_min, _zone, _day = when_to_row(datetime.fromisoformat(told))
        return when_from_row(ts_utc_ms, utc_offset_min, zone)
    except (ValueError, OverflowError):
        said.refuse("import-wants-moment", name)


def _report(said: Fields) -> Report:
    said.only(_REPORT)
    return Report(
        underneath=said.text("underneath"),
        noticed=Noticed(said.one_of("noticed", _ids(Noticed))) if said.says("noticed") else None,
        sensations=tuple(map(_sensation, said.each("sensations", "sensation"))),
        line=said.text("line"),
    )


def _sensation(said: Fields) -> Sensation:
    said.only(_SENSATION)
    return Sensation(
        region=Region(said.one_of("region", _ids(Region))),
        words=said.texts("words"),
        strength=_strength(said) if said.says("strength") else None,
        note=said.text("note"),
        after=_after(said.within("after")) if said.says("after") else None,
    )


def _after(said: Fields) -> After:
    said.only(("change",), _AFTER)
    return After(
        change=Change(said.one_of("change", _ids(Change))),
        strength=_strength(said) if said.has("strength") else None,
        words=said.texts("words"),
        moved_to=Region(said.one_of("moved_to", _ids(Region))) if said.has("moved_to") else None,
    )


def _strength(said: Fields) -> int:
    return said.whole_number("strength", 0, STRENGTH_MAX)


def _ids(kind: type[StrEnum]) -> tuple[str, ...]:
    return tuple(kind)
