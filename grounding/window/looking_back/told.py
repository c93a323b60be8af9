"""What the journal's page says of entries and moments: maps of plain text for the pages to lay out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from grounding.journal.telling import (
    entry_heading,
    entry_told,
    entry_underneath,
    told_change,
    told_first,
    told_moment,
    told_sensation,
)
from grounding.window.looking_back.moment_mark import mark_of
from grounding.window.spoken_time import short_day, spoken_day, spoken_time

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.wording import Wording
    from grounding.body.report import Report
    from grounding.journal.entry import Earlier, Entry
    from grounding.journal.looking import Moment

Map = dict[str, Any]


class Told:
    """Tells in the language of the window; `titles` gives the title of a practice."""

    def __init__(
        self, *, wording: Wording, titles: Callable[[str], str], today: Callable[[], date] = date.today
    ) -> None:
        self._wording, self._titles, self._today = wording, titles, today

    def card(self, entry: Entry) -> Map:
        """Return what an entry says in the list."""
        when = spoken_time(entry.at)
        title = self._titles(entry.practice) if entry.practice else ""
        return {
            "id": entry.id,
            "heading": entry_heading(entry, self._wording),
            "told": entry_told(entry, self._wording),
            "underneath": entry_underneath(entry),
            "when": f"{when} · {title}" if title else when,
            "brought": entry.brought,
        }

    def whole(self, entry: Entry, earlier: tuple[Earlier, ...]) -> Map:
        """Return all of an entry, and how it read before."""
        before = [{"until": spoken_time(each.until), "lines": self._lines(each.report)} for each in earlier]
        return self.card(entry) | {"notes": self._notes(entry.report), "earlier": before}

    def moment(self, moment: Moment) -> Map:
        """Return what one moment of a place says, and how it is drawn."""
        sensation, mark = moment.sensation, mark_of(moment.sensation)
        return {
            "id": moment.entry,
            "day": short_day(moment.at, self._today()),
            "first": told_first(sensation, self._wording),
            "change": told_change(sensation.after, self._wording) if sensation.after else "",
            "facts": f"{spoken_day(moment.at)}: {told_moment(sensation, self._wording)}",
            "ring": mark.ring,
            "thin": mark.thin,
            "disc": -1.0 if mark.disc is None else mark.disc,
        }

    def _lines(self, report: Report) -> list[str]:
        said = [f"“{own}”" for own in (report.line, report.underneath) if own]
        told = [told_sensation(each, self._wording) for each in report.sensations]
        noticed = [self._wording.name("noticed", report.noticed)] if report.noticed and not report.sensations else []
        return [*said, *noticed, *told, *self._notes(report)]

    def _notes(self, report: Report) -> list[str]:
        return [
            f"{self._wording.name('regions', each.region.value)}: {each.note}"
            for each in report.sensations
            if each.note
        ]
