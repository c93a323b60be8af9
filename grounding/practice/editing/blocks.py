"""A practice file in blocks: every table with the comments above it, so that it moves and goes as a whole.

Put together again they are the file, letter for letter. What is inside one table is left to `tomlkit` (see `tables`),
which does not know to which table a comment between two of them belongs.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"""+'
    r"|'''.*?'''+"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*"
    r"|[\[\]{}\n]",
    re.DOTALL,
)
"""What has to be told apart to know where a line of TOML ends: texts, comments, brackets, ends of lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One table: the empty lines and comments above it, its line in brackets, its fields, and the tables in it."""

    key: tuple[str, ...] = ()
    """("step", "place") for [[step.place]]; () for the file itself."""
    own: str = ""
    inner: tuple[Block, ...] = ()
    end: str = ""
    """The file itself: the comments and empty lines that close it."""

    @property
    def text(self) -> str:
        return self.own + "".join(each.text for each in self.inner) + self.end

    def places(self, name: str) -> list[int]:
        """Return where in `inner` the tables of this name stand."""
        return [index for index, each in enumerate(self.inner) if each.key == (*self.key, name)]

    def named(self, name: str) -> tuple[Block, ...]:
        """Return the tables of this name in it."""
        return tuple(self.inner[index] for index in self.places(name))


def blocks_of(text: str) -> Block:
    """Return the blocks of a text that is TOML."""
    flat: list[_Growing] = [_Growing()]
    gap: list[str] = []
    for line in statements(text):
        if is_aside(line):
            gap.append(line)
        elif is_header(line):
            lead = _lead(gap)
            flat[-1].own += "".join(gap[: len(gap) - lead])
            flat.append(_Growing(key=_key(line), own="".join([*gap[len(gap) - lead :], line])))
            gap = []
        else:
            flat[-1].own += "".join([*gap, line])
            gap = []
    root, *others = flat
    for each in others:
        _holder(root, each.key).inner.append(each)
    return root.block("".join(gap))


def statements(text: str) -> Iterator[str]:
    """Yield each line of TOML, together with those that its brackets or quotes go on to."""
    begins = depth = 0
    for token in TOKEN.finditer(text):
        if token[0] in ("[", "{"):
            depth += 1
        elif token[0] in ("]", "}"):
            depth -= 1
        elif token[0] == "\n" and depth == 0:
            yield text[begins : token.end()]
            begins = token.end()
    if begins < len(text):
        yield text[begins:]


def is_aside(line: str) -> bool:
    """Whether a line is empty or a comment."""
    return not line.strip() or line.lstrip().startswith("#")


def is_header(line: str) -> bool:
    return line.lstrip().startswith("[")


@dataclass(kw_only=True)
class _Growing:
    """A block while the file is read."""

    key: tuple[str, ...] = ()
    own: str = ""
    inner: list[_Growing] = field(default_factory=list)

    def block(self, end: str = "") -> Block:
        return Block(key=self.key, own=self.own, inner=tuple(each.block() for each in self.inner), end=end)


def _lead(gap: list[str]) -> int:
    """Return how many of the lines before a table are its own: the comments right above, the empty lines over them."""
    first = len(gap)
    while first and gap[first - 1].strip():
        first -= 1
    while first and not gap[first - 1].strip():
        first -= 1
    return len(gap) - first


def _key(header: str) -> tuple[str, ...]:
    key, table = [], tomllib.loads(header)
    while isinstance(table, dict) and table:
        (name, table), *_ = table.items()
        key.append(name)
    return tuple(key)


def _holder(root: _Growing, key: tuple[str, ...]) -> _Growing:
    """Return the table that a table belongs to: the last one of its kind, with whatever stands between the two."""
    holder = root
    for depth in range(1, len(key)):
        indices = [index for index, each in enumerate(holder.inner) if each.key == key[:depth]]
        if not indices:
            continue
        between = holder.inner[indices[-1] + 1 :]
        del holder.inner[indices[-1] + 1 :]
        holder = holder.inner[indices[-1]]
        holder.inner += between
    return holder
