"""The entries of an exported journal, read from its file one by one: whatever is in it, in bounded memory.

`ijson` reads. Its quick parser (yajl) turns half a surrogate pair into "?", so a file with such escapes goes to its
slower one, which is exact. Numbers are asked for as the machine has them (`use_float`): of one with thousands of
digits yajl would otherwise hand over something that ends the process.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, BinaryIO

import ijson

from grounding.journal.along.building import NOTHING, Building
from grounding.journal.along.fields import refuse

if TYPE_CHECKING:
    from collections.abc import Iterator

ENTRY_MB = 16
"""So much of the file one entry may take, all its earlier wordings included."""
_BLOCK = 1 << 16
_HALVES = re.compile(rb"\\u[dD][89a-fA-F]")
_HALVES_BYTES = 4
_MARK = codecs.BOM_UTF8
"""Some editors put it before the first letter."""

Heard = Callable[[int], None]
"""Told of so many bytes more; it raises where no more is to be read."""


def has_halves(file: BinaryIO, heard: Heard) -> bool:
    """Return whether any character is escaped as half a surrogate pair.

    Raises:
        Failure: `import-not-text` where the file is not UTF-8.
    """
    file.seek(0)
    decoder, at, tail, found = codecs.getincrementaldecoder("utf-8")(), 0, b"", False
    while True:
        block = file.read(_BLOCK)
        begins = at - len(decoder.getstate()[0])
        try:
            decoder.decode(block, final=not block)
        except UnicodeDecodeError as error:
            refuse("import-not-text", at=begins + error.start)
        if not block:
            return found
        found = found or _HALVES.search(tail + block) is not None
        at, tail = at + len(block), block[-_HALVES_BYTES:]
        heard(len(block))


def entries(file: BinaryIO, heard: Heard, *, halves: bool) -> Iterator[Any]:
    """Yield each entry as dicts, lists, strings and numbers, whatever it may hold.

    Raises:
        Failure: `import-…` where the file is not an exported journal of this version, or holds more than is read.
    """
    parsed = ijson.sendable_list()
    parser = ijson.get_backend("python" if halves else ijson.backend).basic_parse_coro(parsed, use_float=True)
    try:
        yield from _built(file, heard, parser, parsed)
    finally:
        _fed(parser, b"")  # one that is not at its end would complain when Python tidies up


def _built(file: BinaryIO, heard: Heard, parser: Any, parsed: list[tuple[str, Any]]) -> Iterator[Any]:
    most = ENTRY_MB << 20
    building, pieces, since, silent = Building(), _Pieces(file), 0, 0
    # A text that does not end is looked through from its beginning with each piece, so pieces grow with it.
    while piece := pieces.next(min(max(_BLOCK, silent), most)):
        understood = _fed(parser, piece)
        since += len(piece)
        silent = 0 if parsed else silent + len(piece)
        for event in parsed:
            entry = building.hear(*event)
            if entry is not NOTHING:
                since = 0
                yield entry
        parsed.clear()
        if not understood:
            refuse("import-not-json" if building.begun else "import-other-kind", where=building.where)
        if since > most:
            refuse("import-too-large", where=building.where, most_mb=ENTRY_MB)
        heard(len(piece))
    if not _fed(parser, b""):
        refuse("import-cut-off" if building.begun else "import-other-kind", where=building.where)
    for event in parsed:
        building.hear(*event)


def _fed(parser: Any, block: bytes) -> bool:
    """Give the parser more of the file, or none for its end; return whether that was JSON."""
    try:
        parser.send(block) if block else parser.close()
    except (ijson.JSONError, ValueError):
        return False
    return True


class _Pieces:
    """The file in pieces that mostly end with an object or a line.

    The slower parser keeps all that it has been given, until that happens to end where no text or number does.
    """

    def __init__(self, file: BinaryIO) -> None:
        file.seek(0)
        self._file = file
        self._kept = file.read(len(_MARK)).removeprefix(_MARK)

    def next(self, size: int) -> bytes:
        """Return about so many bytes more, none at the end."""
        while block := self._file.read(size):
            end = max(block.rfind(b"}"), block.rfind(b"\n")) + 1
            piece, self._kept = self._kept + block[:end], block[end:]
            if piece:
                return piece
        piece, self._kept = self._kept, b""
        return piece
