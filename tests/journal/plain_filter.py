"""What is wanted of entries, and what is counted in them, said once more in plain Python, slowly and without a file."""

from __future__ import annotations

from collections import Counter

from grounding.body.words import WORDS
from grounding.journal.folding import folded, runs

OFFERED = {word.id for word in WORDS}


def fits(entry, wanted):
    """Return whether an entry is wanted."""
    day = entry.at.date()
    return (
        all(any(said_in(run, text) for text in texts(entry.report)) for run in runs(wanted.text))
        and (not (wanted.region or wanted.word) or any(speaks(each, wanted) for each in entry.report.sensations))
        and (not wanted.since or wanted.since <= day)
        and (not wanted.until or day <= wanted.until)
        and (not wanted.brought or entry.brought)
    )


def speaks(sensation, wanted):
    words = sensation.words + (sensation.after.words if sensation.after else ())
    return (not wanted.region or sensation.region is wanted.region) and (not wanted.word or wanted.word in words)


def texts(report):
    """Return what was written, as one list of words, and the names of all that was chosen, each alone."""
    written, chosen = [report.underneath], []
    for sensation in report.sensations:
        chosen.append(sensation.region.value)
        words = list(sensation.words)
        if sensation.after:
            chosen.append(sensation.after.change.value)
            words += sensation.after.words
        chosen += [word for word in words if word in OFFERED]
        written += [word for word in words if word not in OFFERED] + [sensation.note]
    written.append(report.line)
    return [folded("\n".join(written)).split(), *([word] for name in chosen for word in folded(name).split())]


def said_in(run, words):
    """Return whether the words of a run follow one another, the last of which may go on."""
    *whole, last = run
    return any(
        words[at : at + len(whole)] == whole and words[at + len(whole)].startswith(last)
        for at in range(len(words) - len(whole))
    )


def spoken(entries):
    """Return in how many entries each place spoke."""
    return dict(Counter(region for each in entries for region in {said.region for said in each.report.sensations}))


def words_used(entries):
    """Return every word of any of the entries."""
    used = {
        word
        for each in entries
        for said in each.report.sensations
        for word in (*said.words, *(said.after.words if said.after else ()))
    }
    return tuple(sorted(used - {""}))
