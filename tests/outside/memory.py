"""The memory of a running process, looked through from outside."""

from __future__ import annotations

import mmap
from pathlib import Path

ENCODINGS = ("utf-8", "utf-16-le", "utf-32-le")
"""In which Python and Qt hold text."""
_PIECE = 4 << 20


def found_in_memory(pid, words):
    """Return how often the words are in what that process can read, in any of its forms."""
    forms = [words.encode(each) for each in ENCODINGS]
    longest = max(map(len, forms))
    count = 0
    with Path(f"/proc/{pid}/maps").open() as maps, Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in maps:
            place, allowed, *_, name = line.split(maxsplit=5) if line.count(" ") > 4 else (*line.split(), "")
            if "r" in allowed and not name.startswith(("[v", "/dev/")):
                count += _found(memory, *(int(each, 16) for each in place.split("-")), forms, longest)
    return count


def _found(memory, at, end, forms, longest):
    count = 0
    while at < end:
        memory.seek(at)
        try:
            piece = memory.read(min(_PIECE + longest - 1, end - at))
        except OSError:
            return count
        count += sum(_times(piece, form) for form in forms)
        at += max(len(piece) - longest + 1, mmap.PAGESIZE) if at + len(piece) < end else len(piece) or end - at
    return count


def _times(piece, form):
    count, at = 0, piece.find(form)
    while at >= 0:
        count, at = count + 1, piece.find(form, at + 1)
    return count
