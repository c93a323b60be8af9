"""What is in the journal, told in the person's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grounding.body.sensation import Change, Noticed

if TYPE_CHECKING:
    from grounding.base.wording import Wording
    from grounding.body.sensation import After, Sensation
    from grounding.journal.entry import Entry


def entry_heading(entry: Entry, wording: Wording) -> str:
    """Return the heading of an entry: the person's own words, or else what was noticed."""
    report = entry.report
    own = report.line or report.underneath
    if own:
        return f"“{own}”"
    if report.sensations:
        return ", ".join(wording.name("regions", each.region.value) for each in report.sensations)
    return wording.name("noticed", (report.noticed or Noticed.NOTHING).value)


def told_sensation(sensation: Sensation, wording: Wording) -> str:
    """Return one sensation as a line: "Chest tight, dull ache (7), then softer"."""
    region = wording.name("regions", sensation.region.value)
    words = ", ".join(wording.name("words", word) for word in sensation.words)
    told = " ".join(part for part in (region, words, _strength(sensation.strength)) if part)
    return f"{told}, {_told_after(sensation.after, wording)}" if sensation.after else told


def _told_after(after: After, wording: Wording) -> str:
    change = wording.name("changes", after.change.value)
    if after.change is Change.MOVED and after.moved_to:
        change = f"{change} › {wording.name('regions', after.moved_to.value)}"
    words = ", ".join(wording.name("words", word) for word in after.words)
    more = " ".join(part for part in (words, _strength(after.strength)) if part)
    return f"{wording.name('telling', 'then')} {change}" + (f": {more}" if more else "")


def _strength(strength: int | None) -> str:
    return "" if strength is None else f"({strength})"
