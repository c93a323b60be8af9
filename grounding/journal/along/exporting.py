"""The journal as a file to take along: JSON, which loses nothing, or CSV, for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import refuse_if_there, writing_whole
from grounding.journal.along.spreadsheet import guarded, head_of, rows_of, whole_characters
from grounding.journal.along.whole import KIND, VERSION, whole_to_plain
from grounding.journal.progress import Cancelled, Progress
from grounding.journal.wanted import ANY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from grounding.base.wording import Wording
    from grounding.journal.along.whole import Whole
    from grounding.journal.entry import Entry
    from grounding.journal.journal import Journal
    from grounding.journal.progress import GoingOn
    from grounding.journal.wanted import Wanted

KINDS = (".json", ".csv")

_MARK = "\ufeff"
"""Without it a spreadsheet may take UTF-8 for something older."""


def export(
    journal: Journal,
    path: Path,
    going_on: GoingOn = lambda _part: True,
    *,
    wording: Wording,
    wanted: Wanted = ANY,
    guard: bool = True,
    replace: bool = False,
) -> bool:
    """Write the wanted entries as the ending of `path` names it; return whether it was written.

    After a no of `going_on` nothing is left behind. For `guard` see `csv_of`.

    Raises:
        Failure: `export-kind`, `file-is-there` unless `replace`, `disk-full` or `not-written`, or why the
            journal cannot be read; nothing stays behind.
    """
    if path.suffix.lower() not in KINDS:
        raise Failure("export-kind", path=path, allowed=", ".join(KINDS))
    refuse_if_there(path, replace=replace)
    progress = Progress(going_on, of=journal.count(wanted))
    wholes = _told(journal.wholes(wanted), progress)
    if path.suffix.lower() == ".json":
        pieces = json_of(wholes)
    else:
        pieces = csv_of((whole.entry for whole in wholes), wording, guard=guard)
    try:
        with writing_whole(path, unseen=True) as file:
            file.writelines(pieces)
            refuse_if_there(path, replace=replace)  # it took its time
    except Cancelled:
        return False
    return True


def _told(wholes: Iterable[Whole], progress: Progress) -> Iterator[Whole]:
    for whole in wholes:
        yield whole
        progress.more()


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
