"""Every entry of a damaged journal that lies wholly in pages whose seal is whole.

A page is sealed over every bit of it, so an entry out of whole pages is as it was said. In a page whose seal is broken
one changed bit spoils sixteen bytes and turns another bit: a word could come out as a different word. No such row is
taken; what it said may still lie in a backup.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.journal.backup.staging import copy_as_is
from grounding.journal.repair.cells import OVERFLOW, cells
from grounding.journal.repair.contents import earlier_of_cell, id_of_cell, kept_of_cell
from grounding.journal.repair.pages import whole_pages
from grounding.journal.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from grounding.journal.entry import Earlier
    from grounding.journal.keyring.keys import Keys
    from grounding.journal.repair.cells import Cell
    from grounding.journal.repair.contents import Kept

COPY = "damaged.db"
"""The copy that is made of a damaged file."""


def whole_entries(damaged: Path, keys: Keys, room: Path, known: set[str]) -> Iterator[Kept]:
    """Yield what is whole in a damaged file, which is only read, and add the ids that were in it to `known`.

    An entry comes with those of its earlier wordings that are whole; it may come twice. `room` is a folder for a copy
    of the file.

    Raises:
        Failure: `journal-unreadable`; `disk-full` or `not-written` for `room`.
    """
    copy = room / COPY
    try:
        copy_as_is(damaged, copy)
        if copy.with_name(f"{copy.name}-journal").exists():
            _take_back_half_a_change(copy, keys)
        further = {number: page for number, page in whole_pages(copy, keys, room) if page[0] == OVERFLOW and any(page)}
        earlier: dict[int, dict[int, Earlier]] = {}
        for cell in _cells(copy, keys, room, further):
            if found := earlier_of_cell(cell):
                seq, number, wording = found
                earlier.setdefault(seq, {})[number] = wording
            elif key := id_of_cell(cell):
                known.add(key)
        for cell in _cells(copy, keys, room, further):
            if kept := kept_of_cell(cell, earlier):
                yield kept
    except OSError as error:
        raise Failure("journal-unreadable", path=damaged, reason=error.strerror) from error


def _cells(copy: Path, keys: Keys, room: Path, further: dict[int, bytes]) -> Iterator[Cell]:
    for _, page in whole_pages(copy, keys, room):
        yield from cells(page, further.get)


def _take_back_half_a_change(copy: Path, keys: Keys) -> None:
    """Let SQLite take back what a kill has left half done, as far as it can."""
    with contextlib.suppress(Failure):
        Vault.open_as_it_is(copy, keys).close()
