"""The edits of a practice file: each a pure function from its blocks to its blocks, and what it leaves alone stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from grounding.practice.carrying import pattern_text
from grounding.practice.editing.blocks import Block, blocks_of
from grounding.practice.editing.tables import Fields, as_in, lined, new_table, unfolded, with_fields

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grounding.breath.stroke import Pattern

Where = tuple[tuple[str, int], ...]
"""The way to a table, counted from 0: (("step", 4), ("place", 0), ("prompt", 1)); () is the file itself."""
Edit = Callable[[Block], Block]


def step_at(index: int) -> Where:
    return (("step", index),)


def set_fields(where: Where, **values: Any) -> Edit:
    """Set fields of a table; None takes one away."""
    return _at(where, lambda block: with_fields(block, values))


def add(where: Where, fields: Fields) -> Edit:
    """Write a new table at `where`; what stands there and after it comes later."""
    *above, (name, number) = where

    def added(block: Block) -> Block:
        there = block.named(name)
        table = new_table((*block.key, name), fields, like=there[0].own if there else block.own)
        return _arranged(block, name, [*there[:number], table, *there[number:]])

    return _at(tuple(above), added, unfold=name)


def remove(where: Where) -> Edit:
    """Take a table away, with all that is in it and the comments above it."""
    *above, (name, number) = where

    def removed(block: Block) -> Block:
        there = [*block.named(name)]
        del there[_checked(number, there)]
        return _arranged(block, name, there)

    return _at(tuple(above), removed, unfold=name)


def move(where: Where, to: int) -> Edit:
    """Move a table, with its comments, to another place among those of its kind."""
    *above, (name, number) = where

    def moved(block: Block) -> Block:
        there = [*block.named(name)]
        table = there.pop(_checked(number, there))
        there.insert(to, table)
        return _arranged(block, name, there)

    return _at(tuple(above), moved, unfold=name)


def duplicate(where: Where) -> Edit:
    """Write a table a second time, after itself."""
    *above, (name, number) = where

    def doubled(block: Block) -> Block:
        there = [*block.named(name)]
        there.insert(number, there[_checked(number, there)])
        return _arranged(block, name, there)

    return _at(tuple(above), doubled, unfold=name)


def bring(pattern: Pattern) -> Edit:
    """Write a pattern of one's own into the file, so that a step may name it."""

    def brought(block: Block) -> Block:
        tables = blocks_of(as_in(block.own, f"\n{pattern_text(pattern)}")).inner
        return _ended(replace(block, inner=(*block.inner, *tables)))

    return brought


def in_turn(*edits: Edit) -> Edit:
    """Make several edits one."""

    def edited(block: Block) -> Block:
        for edit in edits:
            block = edit(block)
        return block

    return edited


def _at(where: Where, change: Edit, *, unfold: str = "") -> Edit:
    if not where:
        return lambda block: change(unfolded(block, unfold) if unfold else block)
    (name, number), *deeper = where
    inner = _at(tuple(deeper), change, unfold=unfold)

    def changed(block: Block) -> Block:
        block = unfolded(block, name)
        places = block.places(name)
        index = places[_checked(number, places)]
        there = list(block.inner)
        there[index] = inner(there[index])
        return _ended(replace(block, inner=tuple(there)))

    return changed


def _arranged(block: Block, name: str, tables: Sequence[Block]) -> Block:
    """Return a table with these of that name in it, where such stood; what else is in it stays in its place."""
    places = set(block.places(name))
    last = max(places, default=len(block.inner) - 1)
    waiting, there = list(tables), []
    for index, each in enumerate(block.inner):
        if index not in places:
            there.append(each)
        elif waiting and index != last:
            there.append(waiting.pop(0))
        if index == last:
            there += waiting
            waiting = []
    return _ended(replace(block, inner=(*there, *waiting)))


def _ended(block: Block) -> Block:
    """Return a table in which each line has its end, but for the last one of all."""
    inner = block.inner
    if inner and block.own and not block.own.endswith("\n"):
        block = replace(block, own=lined(block.own))
    if all(each.text.endswith("\n") for each in inner[:-1]):
        return block
    return replace(block, inner=(*(_lined_at_end(each) for each in inner[:-1]), *inner[-1:]))


def _lined_at_end(block: Block) -> Block:
    if block.text.endswith("\n"):
        return block
    if block.inner:
        return replace(block, inner=(*block.inner[:-1], _lined_at_end(block.inner[-1])))
    return replace(block, own=lined(block.own))


def _checked(number: int, there: Sequence[object]) -> int:
    if not 0 <= number < len(there):
        raise IndexError(number)
    return number
