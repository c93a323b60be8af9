"""The journal as a file to take along: JSON, which loses nothing, or CSV, for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from grounding.journal.spreadsheet import guarded, head_of, rows_of, whole_characters
from grounding.journal.whole import KIND, VERSION, whole_to_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from grounding.base.wording import Wording
    from grounding.journal.entry import Entry
    from grounding.journal.whole import Whole

_MARK = "\ufeff"
"""Without it a spreadsheet may take UTF-8 for something older."""


def json_of(wholes: Iterable[Whole]) -> Iterator[bytes]:
    """Yield a JSON file: its head, one entry a line, its end; half a character stays as its escape."""
    yield b'{"schema": "%b", "version": %d, "entries": [' % (KIND.encode(), VERSION)
    between = b"\n"
    for whole in wholes:
        line = json.dumps(whole_to_plain(whole), ensure_ascii=False)
        yield between + line.encode(errors="backslashreplace")
        between = b",\n"
    yield b"\n]}\n"


def csv_of(entries: Iterable[Entry], wording: Wording, *, guard: bool = True) -> Iterator[bytes]:
    """Yield a CSV file: its head, then the rows of one entry after another.

    With `guard`, an apostrophe comes first in each cell that a spreadsheet could take for a formula.
    """
    line = io.StringIO(newline="")
    writer = csv.writer(line)

    def written(rows: Iterable[tuple[str, ...]]) -> bytes:
        line.seek(0)
        line.truncate()
        writer.writerows(rows)
        return line.getvalue().encode()

    yield _MARK.encode() + written([head_of(wording)])
    for entry in entries:
        told = [[whole_characters(cell) for cell in row] for row in rows_of(entry, wording)]
        yield written([tuple(map(guarded, row)) if guard else tuple(row) for row in told])
