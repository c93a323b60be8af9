"""A ZIP file read strictly: its parts one after the other from its first byte, then the list of them, and nothing else.

Python's own reader would believe what a list says: parts that overlap, bytes before, between and after them, lengths
that are told twice and differ. Here each byte of the file has one meaning, or the file is refused.
"""

from __future__ import annotations

import struct
import unicodedata
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, NoReturn

from grounding.base.failure import Failure
from grounding.practice.giving.limits import (
    FILE_MIB,
    KIB,
    MIB,
    NAME,
    NAME_BYTES,
    PARTS,
    TIMES,
    UNPACKED_MIB,
    most_bytes,
)
from grounding.practice.source import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

_END = struct.Struct("<4s4H2LH")
_LISTED = struct.Struct("<4s2B5H3L5H2L")
_COMMON = slice(6, 32)
"""What of a part's line in the list its head says over again, byte for byte, before the name."""
_STORED, _DEFLATED = 0, 8
_UTF_8, _LEVEL = 0x800, 0x6
"""Flags that change nothing: names are ASCII, and how hard the packer tried is its own affair."""
_SEALED = 0x1 | 0x40 | 0x2000
_UNIX, _MAC = 3, 19
_KIND, _ORDINARY, _DOS_FOLDER = 0o170000, 0o100000, 0x10
_BLOCK = 64 * KIB


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part as the list tells it."""

    name: str
    deflated: bool
    crc: int
    packed: int
    size: int
    at: int
    """Where its packed bytes begin."""


class Zipped:
    """An open ZIP file whose list has been read, and agrees with itself and the heads of its parts.

    Raises:
        Failure: what is wrong with it, in each method.
    """

    def __init__(self, file: BinaryIO, size: int, *, called: object) -> None:
        self._file, self._called = file, called
        self._unpacked = 0
        if size > FILE_MIB * MIB:
            self.refuse("given-too-large", most_mib=FILE_MIB)
        self.parts = {part.name: part for part in self._listed(size)}

    def refuse(self, code: str, where: str = "", **facts: object) -> NoReturn:
        """Raise the failure for this file, or for one part of it."""
        raise Failure(code, file=shown(self._called), where=shown(where, 80), **facts)

    def unpacked(self, name: str) -> bytearray:
        """Return a part whole, with its length and check sum as they are told."""
        part, data = self.parts[name], bytearray()
        for block in self._blocks(part):
            data += block
            self._unpacked += len(block)
            if self._unpacked > UNPACKED_MIB * MIB:
                self.refuse("given-too-much", most_mib=UNPACKED_MIB)
            if len(data) > part.size:
                self.refuse("given-differs", name)
        if len(data) != part.size or zlib.crc32(data) != part.crc:
            self.refuse("given-differs", name)
        return data

    # The list

    def _listed(self, size: int) -> list[Part]:
        count, begins, ends = self._where(size)
        listed = self._bytes(begins, ends - begins)
        parts: list[Part] = []
        at = told = 0
        for _ in range(count):
            part, told = self._part(listed, told, at)
            parts.append(part)
            at = part.at + part.packed
        if told != len(listed) or at != begins:
            self.refuse("given-laid-out")
        self._check_names(parts)
        if sum(part.size for part in parts) > UNPACKED_MIB * MIB:
            self.refuse("given-too-much", most_mib=UNPACKED_MIB)
        return parts

    def _where(self, size: int) -> tuple[int, int, int]:
        """Return how many parts there are, and where the list of them begins and ends."""
        if size < _END.size:
            self.refuse("given-not-one")
        ends = size - _END.size
        sign, disk, of_list, here, count, length, begins, comment = _END.unpack(self._bytes(ends, _END.size))
        if sign != b"PK\x05\x06":
            self.refuse("given-not-one")
        if count > PARTS or here > PARTS:
            self.refuse("given-too-many", most=PARTS)
        longest = count * (_LISTED.size + NAME_BYTES)
        if disk or of_list or here != count or not count or comment or begins + length != ends or length > longest:
            self.refuse("given-laid-out")
        return count, begins, ends

    def _part(self, listed: bytes, told: int, at: int) -> tuple[Part, int]:
        """Return the part told at this place of the list, whose head has to be at `at`, and the next such place."""
        if told + _LISTED.size > len(listed):
            self.refuse("given-laid-out")
        sign, _, system, _, flags, method, _, _, *rest = _LISTED.unpack_from(listed, told)
        crc, packed, size, length, extra, comment, disk, _, kind, head_at = rest
        ends = told + _LISTED.size + length
        if sign != b"PK\x01\x02" or ends > len(listed) or extra or comment or disk or head_at != at:
            self.refuse("given-laid-out")
        raw = listed[told + _LISTED.size : ends]
        name = self._name(raw)
        self._check_kind(name, system, kind)
        self._check_packing(name, flags, method, packed, size)
        head = b"PK\x03\x04" + listed[told + _COMMON.start : told + _COMMON.stop] + raw
        if self._bytes(at, len(head)) != head:
            self.refuse("given-laid-out")
        deflated, begins = method == _DEFLATED, at + len(head)
        return Part(name=name, deflated=deflated, crc=crc, packed=packed, size=size, at=begins), ends

    def _name(self, raw: bytes) -> str:
        name = raw.decode("utf-8", "replace")
        if not NAME.fullmatch(name):
            self.refuse("given-odd-name", name)
        return name

    def _check_kind(self, name: str, system: int, kind: int) -> None:
        unix = kind >> 16 if system in (_UNIX, _MAC) else 0
        if unix & _KIND not in (0, _ORDINARY) or kind & _DOS_FOLDER:
            self.refuse("given-not-a-file", name)

    def _check_packing(self, name: str, flags: int, method: int, packed: int, size: int) -> None:
        if flags & _SEALED or method not in (_STORED, _DEFLATED):
            self.refuse("given-sealed", name)
        if flags & ~(_UTF_8 | _LEVEL) or (method == _STORED and packed != size):
            self.refuse("given-laid-out")
        if size > most_bytes(name):
            self.refuse("given-part-too-large", name, most_kib=most_bytes(name) // KIB)
        if size > TIMES * packed:
            self.refuse("given-swells", name, times=TIMES)

    def _check_names(self, parts: list[Part]) -> None:
        met: set[str] = set()
        for part in parts:
            name = unicodedata.normalize("NFC", part.name).casefold()
            if name in met:
                self.refuse("given-twice", part.name)
            met.add(name)

    # The parts

    def _blocks(self, part: Part) -> Iterator[bytes]:
        """Yield a part unpacked, no more of it at a time than a block and what is told."""
        packed = (
            self._bytes(part.at + done, min(_BLOCK, part.packed - done)) for done in range(0, part.packed, _BLOCK)
        )
        if not part.deflated:
            yield from packed
            return
        inflating = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            for block in packed:
                waiting = block
                while waiting and not inflating.eof:
                    yield inflating.decompress(waiting, _BLOCK)
                    waiting = inflating.unconsumed_tail
                if inflating.unused_data or (waiting and inflating.eof):
                    self.refuse("given-differs", part.name)
            while not inflating.eof:
                rest = inflating.decompress(b"", _BLOCK)
                if not rest:
                    self.refuse("given-differs", part.name)
                yield rest
        except zlib.error:
            self.refuse("given-differs", part.name)

    def _bytes(self, at: int, length: int) -> bytes:
        """Return so many bytes of the file, which may have become shorter meanwhile."""
        self._file.seek(at)
        data = self._file.read(length)
        if len(data) != length:
            self.refuse("given-not-one")
        return data
