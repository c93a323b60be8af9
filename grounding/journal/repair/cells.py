"""The rows in a page of SQLite's file format (sqlite.org/fileformat2.html), read without the tree that leads to it.

It is for salvage alone: where a page above is damaged, SQLite cannot reach the sound ones below.
"""

from __future__ import annotations

import contextlib
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

USABLE_BYTES = 4096 - 80
"""What a page of SQLCipher 4 holds beside its seal."""
_INDEX_WITHIN, _TABLE_WITHIN, _INDEX_LEAF, _TABLE_LEAF = 2, 5, 10, 13
"""The first byte of a page says what it is."""
OVERFLOW = 0
"""So begins a page that goes on with a long row: with the number of the next, of which there are less than 2**24."""
_INT_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_BROKEN = (IndexError, ValueError, struct.error)


@dataclass(frozen=True, slots=True)
class Cell:
    """A row of a table with its number, or of an index with None."""

    rowid: int | None
    values: tuple[Any, ...]


def cells(page: bytes, overflow: Callable[[int], bytes | None]) -> Iterator[Cell]:
    """Yield the rows of a page that can be read to their end; `overflow` returns a further page, None for one lost."""
    kind = page[0]
    if kind not in (_TABLE_LEAF, _INDEX_LEAF, _INDEX_WITHIN):
        return
    first = 12 if kind == _INDEX_WITHIN else 8
    number = int.from_bytes(page[3:5], "big")
    for (at,) in struct.iter_unpack(">H", page[first : first + 2 * number]):
        with contextlib.suppress(*_BROKEN):
            yield _cell(page, at, kind, overflow)


def _cell(page: bytes, at: int, kind: int, overflow: Callable[[int], bytes | None]) -> Cell:
    if kind == _INDEX_WITHIN:
        at += 4  # the page to the left of it
    size, at = _varint(page, at)
    rowid = None
    if kind == _TABLE_LEAF:
        unsigned, at = _varint(page, at)
        rowid = unsigned - (1 << 64) if unsigned >> 63 else unsigned
    return Cell(rowid, _record(_payload(page, at, size, kind, overflow)))


def _payload(page: bytes, at: int, size: int, kind: int, overflow: Callable[[int], bytes | None]) -> bytes:
    """Return the whole of a row, of which a long one lies mostly in further pages."""
    most = USABLE_BYTES - 35 if kind == _TABLE_LEAF else (USABLE_BYTES - 12) * 64 // 255 - 23
    if size <= most:
        return _piece(page, at, size)
    least = (USABLE_BYTES - 12) * 32 // 255 - 23
    here = least + (size - least) % (USABLE_BYTES - 4)
    here = here if here <= most else least
    pieces, left = [_piece(page, at, here)], size - here
    following = int.from_bytes(_piece(page, at + here, 4), "big")
    while left:
        further = overflow(following)
        if further is None:
            raise ValueError
        pieces.append(further[4 : 4 + min(left, USABLE_BYTES - 4)])
        left -= len(pieces[-1])
        following = int.from_bytes(further[:4], "big")
    return b"".join(pieces)


def _record(payload: bytes) -> tuple[Any, ...]:
    """Return the values of a row."""
    header_bytes, at = _varint(payload, 0)
    body, values = header_bytes, []
    while at < header_bytes:
        kind, at = _varint(payload, at)
        value, body = _value(payload, body, kind)
        values.append(value)
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Any, int]:
    """Return the value of a kind at a place, and the place after it."""
    match kind:
        case 0:
            return None, at
        case 7:
            return struct.unpack(">d", _piece(payload, at, 8))[0], at + 8
        case 8 | 9:
            return kind - 8, at
        case _ if kind in _INT_BYTES:
            size = _INT_BYTES[kind]
            return int.from_bytes(_piece(payload, at, size), "big", signed=True), at + size
        case _ if kind >= 12:
            size = (kind - 12) // 2
            piece = _piece(payload, at, size)
            return piece.decode("utf-8") if kind % 2 else piece, at + size
    raise ValueError


def _piece(data: bytes, at: int, size: int) -> bytes:
    piece = data[at : at + size]
    if len(piece) != size:
        raise ValueError
    return piece


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of one to nine bytes, and the place after it."""
    number = 0
    for place in range(at, at + 8):
        number = number << 7 | data[place] & 0x7F
        if data[place] < 0x80:
            return number, place + 1
    return number << 8 | data[at + 8], at + 9
