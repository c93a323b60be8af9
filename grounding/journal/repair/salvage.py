"""Every entry of a damaged journal that lies wholly in pages whose seal is whole.

A page is sealed over every bit of it, so an entry out of whole pages is as it was said. In a page whose seal is broken
one changed bit spoils sixteen bytes and turns another bit: a word could come out as a different word. No such row is
taken; what it said may still lie in a backup.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.journal.backup.staging import copy_as_is
from grounding.journal.engine import PAGE_BYTES
from grounding.journal.progress import Progress, on_and_on
from grounding.journal.repair.cells import OVERFLOW, cells
from grounding.journal.repair.contents import earlier_of_cell, id_of_cell, kept_of_cell
from grounding.journal.repair.pages import whole_pages
from grounding.journal.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from grounding.journal.entry import Earlier
    from grounding.journal.keyring.keys import Keys
    from grounding.journal.progress import GoingOn
    from grounding.journal.repair.cells import Cell
    from grounding.journal.repair.contents import Kept

COPY = "damaged.db"
"""The copy that is made of a damaged file."""
PAGES_READ = 0.8
"""How far all is when the pages have been gone through; then what is made of them is read and put in place."""
_LOOKED, _NAMED, _TAKEN = (0.0, 0.01), (0.01, 0.07), (0.07, PAGES_READ)
"""How far all is from one to the other, each time that they are (measured with 50,000 entries)."""


def whole_entries(
    damaged: Path, keys: Keys, room: Path, known: set[str], going_on: GoingOn = on_and_on
) -> Iterator[Kept]:
    """Yield what is whole in a damaged file, which is only read, and add the ids that were in it to `known`.

    An entry comes with those of its earlier wordings that are whole; it may come twice. `room` is a folder for a copy
    of the file.

    Raises:
        Cancelled: after a no of `going_on`.
        Failure: `journal-unreadable`; `disk-full` or `not-written` for `room`.
    """
    copy = room / COPY
    try:
        copy_as_is(damaged, copy)
        if copy.with_name(f"{copy.name}-journal").exists():
            _take_back_half_a_change(copy, keys)
        pages = _Pages(copy, keys, room, going_on)
        further = {number: page for number, page in pages.each(*_LOOKED) if page[0] == OVERFLOW and any(page)}
        earlier: dict[int, dict[int, Earlier]] = {}
        for cell in pages.cells(further, *_NAMED):
            if found := earlier_of_cell(cell):
                seq, number, wording = found
                earlier.setdefault(seq, {})[number] = wording
            elif key := id_of_cell(cell):
                known.add(key)
        for cell in pages.cells(further, *_TAKEN):
            if kept := kept_of_cell(cell, earlier):
                yield kept
    except OSError as error:
        raise Failure("journal-unreadable", path=damaged, reason=error.strerror) from error


@dataclass(frozen=True, slots=True)
class _Pages:
    """The whole pages of the copy, as often as they are gone through."""

    copy: Path
    keys: Keys
    room: Path
    going_on: GoingOn

    def each(self, begins: float, ends: float) -> Iterator[tuple[int, bytes]]:
        progress = Progress(self.going_on, of=self.copy.stat().st_size // PAGE_BYTES, begins=begins, ends=ends)
        for number_and_page in whole_pages(self.copy, self.keys, self.room):
            progress.more()
            yield number_and_page

    def cells(self, further: dict[int, bytes], begins: float, ends: float) -> Iterator[Cell]:
        for _, page in self.each(begins, ends):
            yield from cells(page, further.get)


def _take_back_half_a_change(copy: Path, keys: Keys) -> None:
    """Let SQLite take back what a kill has left half done, as far as it can."""
    with contextlib.suppress(Failure):
        Vault.open_as_it_is(copy, keys).close()
