"""Reading patterns of a person's own, out of a practice file or out of a file each.

    id = "after-a-walk"             # not the id of one that comes with the program
    name = "After a walk"
    strokes = [{ to = 1, seconds = 3.5 }, { to = 1, seconds = 1 }, { to = 0, seconds = 5 }]

`to` is 0 (empty) to 1 (full); the first stroke moves, the last ends empty. What else holds is in `breath/own.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grounding.breath.own import (
    LEVEL_PLACES,
    NAME_CHARACTERS,
    QUICKEST_S,
    STEP_S,
    STROKE_LEAST_S,
    STROKE_MOST_S,
    STROKES_LEAST,
    STROKES_MOST,
    flaw,
)
from grounding.breath.patterns import PATTERNS
from grounding.breath.stroke import Pattern, Stroke
from grounding.practice.fields import Table
from grounding.practice.source import read_toml, shown

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1
FIELDS = ("id", "name", "strokes")
PATTERNS_MOST = 50
"""So many patterns a practice may bring along."""


def read_pattern(path: Path) -> Pattern:
    """Return the pattern in `<id>.toml`, which is hostile until read.

    Raises:
        Failure: with the file and the field that cannot be as it is, and what is allowed there.
    """
    return pattern_in(read_toml(path), path)


def pattern_in(fields: dict[str, Any], path: Path) -> Pattern:
    """Return the pattern in what stands in such a file.

    Raises:
        Failure: as `read_pattern`.
    """
    top = Table(fields, file=shown(path))
    top.written_in(FORMAT)
    top.only(("format", *FIELDS))
    pattern = _pattern(top)
    if path.stem != pattern.id:
        top.refuse("pattern-misnamed", "id", id=pattern.id)
    return pattern


def patterns_of(top: Table) -> tuple[Pattern, ...]:
    """Return the patterns that a practice file brings along, each of another id.

    Raises:
        Failure: as `read_pattern`.
    """
    patterns: list[Pattern] = []
    for table in top.tables("pattern", least=0, most=PATTERNS_MOST):
        table.only(FIELDS)
        pattern = _pattern(table)
        if any(each.id == pattern.id for each in patterns):
            table.refuse("pattern-twice", "id", id=pattern.id)
        patterns.append(pattern)
    return tuple(patterns)


def _pattern(table: Table) -> Pattern:
    key = table.id("id")
    if key in PATTERNS:
        table.refuse("pattern-is-shipped", "id", id=key)
    name = table.text("name", most=NAME_CHARACTERS)
    strokes = tuple(_stroke(each) for each in table.tables("strokes", least=STROKES_LEAST, most=STROKES_MOST))
    wrong = flaw(strokes)
    if wrong is not None:
        table.refuse(wrong.value, "strokes", least=f"{QUICKEST_S:g}", most=f"{STROKE_MOST_S:g}")
    return Pattern(id=key, strokes=strokes, name=name)


def _stroke(table: Table) -> Stroke:
    table.only(("to", "seconds"))
    seconds = table.seconds("seconds", least=STROKE_LEAST_S, most=STROKE_MOST_S)
    if seconds % STEP_S:
        table.refuse("pattern-wants-quarters", "seconds", step=f"{STEP_S:g}")
    return Stroke(to=table.part("to", places=LEVEL_PLACES), seconds=seconds)
