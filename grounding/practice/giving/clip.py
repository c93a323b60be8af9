"""A clip as it is given: what somebody says, and nothing that says more about who it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from grounding.practice.giving.limits import BITS, CLIP_S, RATE_HZ

_SIGN = b"fLaC"
_FIGURES, _LAST, _KIND = 0, 0x80, 0x7F
_FIGURES_BYTES = 34
HEAD_BYTES = len(_SIGN) + 4 + _FIGURES_BYTES
"""Of a clip as it is kept, before its sound."""
_BARE = _SIGN + bytes([_LAST | _FIGURES]) + _FIGURES_BYTES.to_bytes(3, "big")


Sound = bytes | bytearray


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A sound file as it is kept, and how long it is."""

    clip: Sound
    seconds: float


Keep = Callable[[Sound], Kept | None]
"""Hears a sound file through; None where it is none, or not a whole one."""


def seconds_as_kept(clip: Sound) -> float | None:
    """Return how long a clip says it is, if it begins as those that are kept; None where it does not.

    Those have their figures and their sound alone. The figures are 20 bits of rate, 3 of channels, 5 of depth and 36
    of frames (RFC 9639, section 8.2).
    """
    if not clip.startswith(_BARE):
        return None
    told = int.from_bytes(clip[18:26], "big")
    rate_hz, channels, bits, frames = told >> 44, (told >> 41 & 7) + 1, (told >> 36 & 31) + 1, told & (1 << 36) - 1
    seconds = frames / RATE_HZ
    return seconds if (rate_hz, channels, bits) == (RATE_HZ, 1, BITS) and 0 < seconds <= CLIP_S else None


def bare(clip: bytes) -> bytes | None:
    """Return a FLAC file with its figures and its sound alone, without titles, pictures and notes; None if it is none.

    The blocks before the sound are those of RFC 9639, section 8: a byte of kind, three of length.
    """
    if not clip.startswith(_SIGN):
        return None
    figures, at, last = b"", len(_SIGN), False
    while not last:
        head = clip[at : at + 4]
        if len(head) < 4:
            return None
        last, kind, length = bool(head[0] & _LAST), head[0] & _KIND, int.from_bytes(head[1:], "big")
        if kind == _FIGURES and not figures and length == _FIGURES_BYTES:
            figures = clip[at + 4 : at + 4 + length]
        at += 4 + length
    if len(figures) != _FIGURES_BYTES or at >= len(clip):
        return None
    return _BARE + figures + clip[at:]
