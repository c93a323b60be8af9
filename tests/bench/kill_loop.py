"""Kill the writer of a journal so many times: `python tests/bench/kill_loop.py [300]`."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


def main():
    sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "journal")]
    from killing import kill_loop

    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as folder:
        begun_s = time.monotonic()
        toll = kill_loop(Path(folder) / "journal", kills, seed=time.time_ns())
    print(f"{toll.kills} kills in {time.monotonic() - begun_s:.0f} s, {toll.mid_commit} of them in a commit;")
    print(f"{toll.acknowledged} entries acknowledged, {len(toll.lost)} lost, {len(toll.damaged)} times damaged")
    return bool(toll.lost or toll.damaged)


if __name__ == "__main__":
    sys.exit(main())
