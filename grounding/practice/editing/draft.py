"""A practice as it stands while it is edited: its file's text, and what the reader reads in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.practice.editing.blocks import Block, blocks_of
from grounding.practice.reading import practice_in
from grounding.practice.source import FILE_KIB, STEPS, shown, toml_in

if TYPE_CHECKING:
    from pathlib import Path

    from grounding.practice.editing.edits import Edit
    from grounding.practice.practice import Practice, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The blocks of a practice file and the practice in them, which can always be read."""

    path: Path
    blocks: Block
    practice: Practice

    @classmethod
    def of_text(cls, text: str, path: Path) -> Draft:
        """Return the practice in a text that is the file's.

        Raises:
            Failure: as the reader would.
        """
        practice = practice_in(toml_in(text, path), path)
        return cls(path=path, blocks=blocks_of(text), practice=practice)

    @property
    def text(self) -> str:
        return self.blocks.text

    def edited(self, edit: Edit) -> Draft:
        """Return the practice after an edit.

        Raises:
            Failure: as the reader would of the whole text, or `practice-changed` where there is nothing to edit.
        """
        try:
            blocks = edit(self.blocks)
        except IndexError as error:
            raise Failure("practice-changed", file=shown(self.path)) from error
        if blocks == self.blocks:
            return self
        return replace(self, blocks=blocks, practice=self._read(blocks))

    def _read(self, blocks: Block) -> Practice:
        """Read what an edit has changed, a step at a time: a long practice is typed in as easily as a short one."""
        steps = blocks.named("step")
        known = self._known()
        new = {id(each) for each in steps if id(each) not in known} or {id(each) for each in steps[:1]}
        some = replace(blocks, inner=tuple(each for each in blocks.inner if each.key != ("step",) or id(each) in new))
        if len(steps) > STEPS or _bytes_of(blocks) > FILE_KIB * 1024 or _others(blocks) != _others(self.blocks):
            return practice_in(toml_in(blocks.text, self.path), self.path)
        try:
            part = practice_in(toml_in(some.text, self.path), self.path)
        except Failure:
            return practice_in(toml_in(blocks.text, self.path), self.path)  # which says in what place
        if len(part.steps) != sum(id(each) in new for each in steps):
            return practice_in(toml_in(blocks.text, self.path), self.path)
        read = iter(part.steps)
        return replace(part, steps=tuple(next(read) if id(each) in new else known[id(each)] for each in steps))

    def _known(self) -> dict[int, Step]:
        """Return the steps that have been read, by the block they stand in."""
        blocks = self.blocks.named("step")
        if len(blocks) != len(self.practice.steps):
            return {}  # they stand in brackets, on a line
        return {id(block): step for block, step in zip(blocks, self.practice.steps, strict=True)}


def _others(blocks: Block) -> tuple[Block, ...]:
    """Return the tables that are no steps, but that a step may name."""
    return tuple(each for each in blocks.inner if each.key != ("step",))


def _bytes_of(block: Block) -> int:
    """Return how many bytes the text of a block takes, at most: what is long is looked at once more."""
    own = len(block.own) if block.own.isascii() else len(block.own.encode())
    return own + sum(map(_bytes_of, block.inner)) + len(block.end.encode())
