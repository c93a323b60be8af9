"""A practice file brings along the patterns of one's own that its steps name, and is whole wherever it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grounding.breath.patterns import PATTERNS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grounding.breath.stroke import Pattern


def patterns_needed(document: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the ids of the patterns that the steps of a file name and the program does not bring, each once.

    `document` is the file as tomlkit or tomllib reads it.
    """
    named = (step.get("pattern") for step in document.get("step", ()))
    return tuple(dict.fromkeys(str(each) for each in named if each is not None and each not in PATTERNS))


def put_pattern(document: Any, pattern: Pattern) -> None:
    """Put a pattern of one's own into a practice file (a tomlkit document), in place of one that has its id.

    What else is written there stays as it is, comments too. Write the file whole after it; it is read again as any.
    """
    import tomlkit  # noqa: PLC0415 - only where a practice is written; 30 ms

    strokes = tomlkit.array()
    for each in pattern.strokes:
        stroke = tomlkit.inline_table()
        stroke.update({"to": _short(each.to), "seconds": _short(each.seconds)})
        strokes.append(stroke)
    written = {"id": pattern.id, "name": pattern.name, "strokes": strokes.multiline(True)}
    if "pattern" not in document:
        document.append("pattern", tomlkit.aot())
    table = next((each for each in document["pattern"] if each.get("id") == pattern.id), None)
    if table is None:
        table = tomlkit.table()
        document["pattern"].append(table)
    table.update(written)


def pattern_text(pattern: Pattern) -> str:
    """Return a pattern of one's own as it stands in a practice file."""
    import tomlkit  # noqa: PLC0415 - as above

    document = tomlkit.document()
    put_pattern(document, pattern)
    return tomlkit.dumps(document)


def leave_patterns(document: Any) -> None:
    """Take out of a practice file every pattern that none of its steps names any more."""
    needed = patterns_needed(document)
    carried = document.get("pattern", ())
    for at in reversed(range(len(carried))):
        if carried[at].get("id") not in needed:
            del carried[at]
    if "pattern" in document and not carried:
        del document["pattern"]


def _short(number: float) -> float | int:
    return int(number) if number == int(number) else number
