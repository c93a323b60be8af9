"""Writing a pattern of one's own: a file whole, or into the one that is there, whose comments and order stay."""

from __future__ import annotations

import re
from dataclasses import asdict
from itertools import zip_longest
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.practice.editing.blocks import blocks_of, statements
from grounding.practice.editing.edits import add, in_turn, remove, set_fields
from grounding.practice.editing.tables import as_in, comments_in, with_each
from grounding.practice.pattern_reading import FORMAT, pattern_in
from grounding.practice.source import toml_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from grounding.breath.stroke import Pattern, Stroke
    from grounding.practice.editing.blocks import Block
    from grounding.practice.editing.edits import Edit
    from grounding.practice.editing.tables import Fields

_STROKES = re.compile(r"""\s*["']?strokes["']?\s*=""")


def pattern_to_text(pattern: Pattern) -> str:
    """Return the text of a file that holds one pattern, a stroke on a line."""
    name = pattern.name.replace("\\", "\\\\").replace('"', '\\"')  # it has no unseen character
    nothing: list[list[str]] = [[] for _ in pattern.strokes]
    return f'format = {FORMAT}\nid = "{pattern.id}"\nname = "{name}"\n{_listed(pattern.strokes, nothing)}'


def rewritten(text: str, pattern: Pattern, path: Path) -> str:
    """Return the text of a file after its pattern has become another; what cannot be read is written anew."""
    whole = pattern_to_text(pattern)
    try:
        before = pattern_in(toml_in(text, path), path)
        if text == pattern_to_text(before):
            return whole
        changed = _with_strokes(set_fields((), name=pattern.name)(blocks_of(text)), before, pattern)
        after = pattern_in(toml_in(changed, path), path)
    except Failure:
        return whole
    return changed if (after, after.name) == (pattern, pattern.name) else whole


def _with_strokes(file: Block, before: Pattern, pattern: Pattern) -> str:
    if file.places("strokes"):
        return in_turn(*_edits(before, pattern))(file).text
    lines = list(statements(file.own))
    at = next(index for index, line in enumerate(lines) if _STROKES.match(line))
    lines[at] = _relisted(lines[at], before, pattern)
    return "".join([*lines, file.end])


def _edits(before: Pattern, pattern: Pattern) -> Iterator[Edit]:
    """Yield the edits of strokes that are tables by themselves: first, from the last on, those go that are no more."""
    pairs = _pairs(before, pattern)
    for was, now in reversed(pairs):
        if was is not None and now is None:
            yield remove((("strokes", was),))
    for was, now in pairs:
        if now is not None:
            fields, where = _fields(pattern.strokes[now]), (("strokes", now),)
            yield add(where, fields) if was is None else set_fields(where, **fields)


def _relisted(line: str, before: Pattern, pattern: Pattern) -> str:
    """Return the list of strokes on a line: changed where it stands, or with their comments above each of another."""
    if len(before.strokes) == len(pattern.strokes):
        return with_each(line, [_fields(stroke) for stroke in pattern.strokes])
    found = comments_in(line, len(before.strokes))
    comments: list[list[str]] = [[] for _ in pattern.strokes]
    last = 0
    for was, now in _pairs(before, pattern):
        last = last if now is None else now
        comments[last] += [] if was is None else found[was]
    return as_in(line, _listed(pattern.strokes, comments))


def _pairs(before: Pattern, pattern: Pattern) -> list[tuple[int | None, int | None]]:
    """Return which stroke has become which, in order; None for one that was not there, or is no more."""
    pairs: list[tuple[int | None, int | None]] = []
    from difflib import SequenceMatcher  # noqa: PLC0415 - half a megabyte that only who draws a breath needs

    for _, old, old_end, new, new_end in SequenceMatcher(None, before.strokes, pattern.strokes).get_opcodes():
        pairs += zip_longest(range(old, old_end), range(new, new_end))
    return pairs


def _listed(strokes: tuple[Stroke, ...], comments: list[list[str]]) -> str:
    lines = [
        f"    {line}\n"
        for stroke, above in zip(strokes, comments, strict=True)
        for line in (*above, f"{{ to = {stroke.to:g}, seconds = {stroke.seconds:g} }},")
    ]
    return f"strokes = [\n{''.join(lines)}]\n"


def _fields(stroke: Stroke) -> Fields:
    return {name: int(each) if each == int(each) else each for name, each in asdict(stroke).items()}
