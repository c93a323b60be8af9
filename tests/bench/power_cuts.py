"""Cut the power so many times while a journal is written: `python tests/bench/power_cuts.py [200000]`."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
A_STORY = 5000
"""After so many cuts other changes are made."""


def main():
    sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "journal")]
    from power import cut_off, lived

    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    begun_s, cuts, within, lost, damaged = time.monotonic(), 0, 0, 0, 0
    while cuts < wanted:
        seed = time.time_ns()
        with _folder() as folder:
            story = lived(folder / "home" / "journal", 60, seed=seed)
            toll = cut_off(story, folder / "room", cuts=min(A_STORY, wanted - cuts), seed=seed)
        cuts, within = cuts + toll.cuts, within + toll.in_between
        lost, damaged = lost + len(toll.lost), damaged + len(toll.damaged)
        print(f"{cuts} cuts in {time.monotonic() - begun_s:.0f} s, {within} of them within a change;", end=" ")
        print(f"{lost} times something lost, {damaged} times damaged (seed {seed})", flush=True)
    return bool(lost or damaged)


class _folder:
    """A folder in memory where there is one."""

    def __enter__(self):
        memory = Path("/dev/shm")
        self._made = tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None)
        return Path(self._made.name)

    def __exit__(self, *_):
        self._made.cleanup()


if __name__ == "__main__":
    sys.exit(main())
