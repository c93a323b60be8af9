"""A process that reads a journal, or has read it before it began anew, and looks through its own memory.

`remembering.py FOLDER START END` tells how often START is followed by END in it. The two are never put together here,
so that what is found is what the journal has left.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

_ENCODINGS = ("utf-8", "utf-16-le", "utf-32-le")
_PIECE = 1 << 20


def read(folder):
    from grounding.journal.journal import Journal

    journal = Journal(Path(folder))
    entries = journal.list()
    journal.close()
    return sum(len(entry.report.sensations[0].note) for entry in entries)


def found(start, end):
    """Return how many times the words are in this process's memory, in any form in which Python or Qt hold text."""
    forms = [(start.encode(each), end.encode(each)) for each in _ENCODINGS]
    longest = max(len(before) + len(after) for before, after in forms)
    count = 0
    with Path("/proc/self/maps").open() as maps, Path("/proc/self/mem").open("rb", buffering=0) as memory:
        for place in [line.split() for line in maps]:
            if "r" not in place[1] or (len(place) > 5 and place[5] in ("[vvar]", "[vsyscall]", "[vvar_vclock]")):
                continue
            at, until = (int(each, 16) for each in place[0].split("-"))
            while at < until:
                memory.seek(at)
                try:
                    piece = memory.read(min(_PIECE + longest, until - at))
                except OSError:
                    break
                count += sum(_times(piece, before, after) for before, after in forms)
                at += _PIECE
    return count


def _times(piece, before, after):
    count, at = 0, piece.find(before)
    while at >= 0:
        count += piece.startswith(after, at + len(before))
        at = piece.find(before, at + 1)
    return count


if __name__ == "__main__":
    folder, start, end, *more = sys.argv[1:]
    match more:
        case ["again"]:  # as locking does: the same process, its program begun anew
            read(folder)
            os.execv(sys.executable, [sys.executable, __file__, folder, start, end, "only look"])
        case ["only look"]:
            pass
        case _:
            read(folder)
    print(found(start, end))
