"""A file looked at by hand before any decoder sees it: whether it is a sound, of sensible figures, and whole."""

from __future__ import annotations

import stat
from io import SEEK_END
from typing import TYPE_CHECKING, BinaryIO

from grounding.base.failure import Failure

if TYPE_CHECKING:
    from pathlib import Path

_MOST_BYTES = 500_000_000
_HEAD, _TAIL = 4096, 65536 + 4096
"""So much is looked at; the last page of an OGG file is at most 64 KiB and its head long."""
_SLOWEST_HZ, _FASTEST_HZ, _CHANNELS = 8_000, 192_000, 2
_OGG_HEAD = 27
_STREAMING = (0, 0xFFFFFFFF)
"""What a WAV file tells as its length where that was not known when it was begun."""


def look_at(path: Path) -> None:
    """Let a file pass that begins and ends as a WAV, FLAC, OGG, MP3 or M4A does.

    Raises:
        Failure: `clip-not-sound`, `clip-cut-off`, `clip-too-large`, or `clip-unopened` with the system's reason.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode) and not path.is_dir():
            raise Failure("clip-not-sound", path=path)  # a pipe that nobody writes to would wait for ever
        with path.open("rb") as file:
            code = fault_of(file)
    except OSError as error:
        raise Failure("clip-unopened", path=path, reason=error.strerror) from error
    if code == "clip-too-large":
        raise Failure(code, path=path, most_mb=_MOST_BYTES // 1_000_000)
    if code is not None:
        raise Failure(code, path=path)


def fault_of(file: BinaryIO) -> str | None:
    """Return the code of what is wrong with an open file, if anything is."""
    head, size = file.read(_HEAD), file.seek(0, SEEK_END)
    if size > _MOST_BYTES:
        return "clip-too-large"
    if head.startswith(b"RIFF") and head[8:12] == b"WAVE":
        return _fault_of_figures(_wav_figures(head)) or ("clip-cut-off" if _wav_cut_off(head, size) else None)
    if head.startswith(b"fLaC"):
        return _fault_of_figures(_flac_figures(head))  # how long it says it is, the decoder finds out
    if head.startswith(b"OggS"):
        file.seek(max(0, size - _TAIL))
        return "clip-cut-off" if _ogg_cut_off(file.read()) else None
    if head.startswith(b"ID3") or (len(head) > 3 and head[0] == 0xFF and head[1] >= 0xE0):
        begins = _id3_bytes(head)
        file.seek(begins)
        return "clip-cut-off" if _mp3_cut_off(file.read(_HEAD), size - begins) else None
    return None if head[4:8] == b"ftyp" else "clip-not-sound"


def _fault_of_figures(figures: tuple[int, int] | None) -> str | None:
    """Refuse a rate or a number of channels that no recording of a voice has."""
    if figures is None:
        return "clip-not-sound"
    rate_hz, channels = figures
    sensible = _SLOWEST_HZ <= rate_hz <= _FASTEST_HZ and 1 <= channels <= _CHANNELS
    return None if sensible else "clip-not-sound"


def _wav_figures(head: bytes) -> tuple[int, int] | None:
    at = head.find(b"fmt ")
    if at < 0 or len(head) < at + 24:
        return None
    return int.from_bytes(head[at + 12 : at + 16], "little"), int.from_bytes(head[at + 10 : at + 12], "little")


def _flac_figures(head: bytes) -> tuple[int, int]:
    """Return what the first block of metadata tells: 20 bits of rate, 3 of channels (RFC 9639, section 8.2)."""
    told = int.from_bytes(head[18:22], "big")
    return told >> 12, (told >> 9 & 7) + 1


def _wav_cut_off(head: bytes, size: int) -> bool:
    told = int.from_bytes(head[4:8], "little")
    return told not in _STREAMING and told + 8 > size + 1


def _ogg_cut_off(tail: bytes) -> bool:
    """Whether the last page is not marked as the last, or not whole: it tells the lengths in it one byte each."""
    page = tail[max(0, tail.rfind(b"OggS")) :]
    if len(page) < _OGG_HEAD or not page.startswith(b"OggS") or not page[5] & 4:
        return True
    lengths = page[_OGG_HEAD : _OGG_HEAD + page[_OGG_HEAD - 1]]
    return _OGG_HEAD + page[_OGG_HEAD - 1] + sum(lengths) > len(page)


def _id3_bytes(head: bytes) -> int:
    """Return how long the tag before the sound is: seven bits to the byte, and ten bytes of its own."""
    if not head.startswith(b"ID3") or len(head) < 10:
        return 0
    return 10 + sum(each << shift for each, shift in zip(head[6:10], (21, 14, 7, 0), strict=True))


def _mp3_cut_off(sound: bytes, left: int) -> bool:
    """Whether there is less of it than its first frame tells, where that tells anything (as LAME's and ffmpeg's do)."""
    at = max(sound[:200].find(b"Xing"), sound[:200].find(b"Info"))
    if at < 0:
        return False
    flags = int.from_bytes(sound[at + 4 : at + 8], "big")
    bytes_at = at + 8 + 4 * (flags & 1)
    return bool(flags & 2) and int.from_bytes(sound[bytes_at : bytes_at + 4], "big") > left
