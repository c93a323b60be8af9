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


def entry_underneath(entry: Entry) -> str:
    """Return what was underneath, where the heading is another line of the person's own."""
    report = entry.report
    return f"“{report.underneath}”" if report.line and report.underneath else ""


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
    told = ", ".join(
        [f"{wording.name('telling', 'then')} {change}", *(wording.name("words", each) for each in after.words)]
    )
    return " ".join(part for part in (told, _strength(after.strength)) if part)


def _strength(strength: int | None) -> str:
    return "" if strength is None else f"({strength})"
