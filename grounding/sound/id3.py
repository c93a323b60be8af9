"""Tags of an MP3 file: an ID3v2.4 head with text frames (id3.org, "ID3 tag version 2.4.0", sections 3 and 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_UTF_8 = b"\x03"


def id3(texts: Mapping[str, str]) -> bytes:
    """Return the head that bears these texts, by the four letters of their frames (TIT2: the title)."""
    frames = b"".join(_frame(name, text) for name, text in texts.items())
    return b"ID3\x04\x00\x00" + _size(len(frames)) + frames


def _frame(name: str, text: str) -> bytes:
    data = _UTF_8 + text.encode()
    return name.encode("ascii") + _size(len(data)) + b"\x00\x00" + data


def _size(size: int) -> bytes:
    """Return a size with seven bits to the byte, so that no player takes it for sound."""
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
