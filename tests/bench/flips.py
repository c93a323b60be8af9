"""Flip bits in a journal and its keys, one at a time: `python tests/bench/flips.py [5000]`."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


def main():
    sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "journal")]
    from flipping import flip

    flips, bad = int(sys.argv[1]) if len(sys.argv) > 1 else 5000, False
    for locked in (False, True):
        begun_s = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            told = flip(Path(folder) / "journal", flips, locked=locked, seed=time.time_ns())
        kind = "locked with a passphrase" if locked else "open on this computer"
        print(f"{kind}: {told.flips} flips in {time.monotonic() - begun_s:.0f} s,", end=" ")
        print(f"{len(told.unseen)} unseen, {len(told.wrong)} showed something else {(*told.unseen, *told.wrong)}")
        bad |= bool(told.unseen or told.wrong)
    return bad


if __name__ == "__main__":
    sys.exit(main())
