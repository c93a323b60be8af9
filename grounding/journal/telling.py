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


def entry_told(entry: Entry, wording: Wording) -> list[str]:
    """Return a line for each sensation, but for what the heading says as well: a place, and no more."""
    told = [told_sensation(each, wording) for each in entry.report.sensations]
    said = [wording.name("regions", each.region.value) for each in entry.report.sensations]
    own = entry.report.line or entry.report.underneath
    return [line for line, place in zip(told, said, strict=True) if own or line != place]


def entry_underneath(entry: Entry) -> str:
    """Return what was underneath, where the heading is another line of the person's own."""
    report = entry.report
    return f"“{report.underneath}”" if report.line and report.underneath else ""


def told_sensation(sensation: Sensation, wording: Wording) -> str:
    """Return one sensation as a line: "Chest tight, dull ache (7), then softer"."""
    region = wording.name("regions", sensation.region.value)
    words = _words(sensation.words, wording)
    told = " ".join(part for part in (region, words, _strength(sensation.strength)) if part)
    return f"{told}, {_told_after(sensation.after, wording)}" if sensation.after else told


def told_moment(sensation: Sensation, wording: Wording) -> str:
    """Return what was said at one moment of a place that is named already: "tight, dull ache, 7; then softer, 4"."""
    first = _with_number(told_first(sensation, wording), sensation.strength)
    after = sensation.after
    if not after:
        return first
    then = wording.name("telling", "then")
    return f"{first}; {then} {_with_number(told_change(after, wording), after.strength)}"


def told_first(sensation: Sensation, wording: Wording) -> str:
    """Return the words of the first check-in, or that there was none."""
    return _words(sensation.words, wording) or wording.name("telling", "no-word")


def told_change(after: After, wording: Wording) -> str:
    """Return what became of it: "moved to Throat, warm"."""
    change = wording.name("changes", after.change.value)
    if after.change is Change.MOVED and after.moved_to:
        place = wording.name("regions", after.moved_to.value)
        change = wording.name("telling", "moved-to").format(place=place)
    return ", ".join(filter(None, (change, _words(after.words, wording))))


def _told_after(after: After, wording: Wording) -> str:
    told = f"{wording.name('telling', 'then')} {told_change(after, wording)}"
    return " ".join(part for part in (told, _strength(after.strength)) if part)


def _words(words: tuple[str, ...], wording: Wording) -> str:
    return ", ".join(wording.name("words", word) for word in words)


def _strength(strength: int | None) -> str:
    return "" if strength is None else f"({strength})"


def _with_number(told: str, strength: int | None) -> str:
    return told if strength is None else f"{told}, {strength}"
