"""Kill the writer of a journal so many times: `python tests/bench/kill_loop.py [300]`."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
KILLS_A_JOURNAL = 250
"""All of a journal is looked through after each kill, and each leaves a draft behind: a new one begins now and then."""


def main():
    sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "journal")]
    from killing import kill_loop

    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    done = mid_commit = acknowledged = lost = damaged = 0
    begun_s = time.monotonic()
    while done < kills:
        with tempfile.TemporaryDirectory() as folder:
            toll = kill_loop(Path(folder) / "journal", min(KILLS_A_JOURNAL, kills - done), seed=time.time_ns())
        done, mid_commit = done + toll.kills, mid_commit + toll.mid_commit
        acknowledged += toll.acknowledged
        lost, damaged = lost + len(toll.lost), damaged + len(toll.damaged)
        print(
            f"{done} kills in {time.monotonic() - begun_s:.0f} s, {mid_commit} of them in a commit; "
            f"{acknowledged} entries acknowledged, {lost} lost, {damaged} times damaged",
            flush=True,
        )
    return bool(lost or damaged)


if __name__ == "__main__":
    sys.exit(main())
