"""Kill a process that exchanges the keys of a journal so many times: `python tests/bench/exchange_loop.py [500]`."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


def main():
    sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "journal")]
    from exchanging import kill_exchanges

    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory() as folder:
        begun_s = time.monotonic()
        toll = kill_exchanges(Path(folder) / "journal", kills, seed=time.time_ns())
    print(f"{toll.kills} kills in {time.monotonic() - begun_s:.0f} s, {toll.exchanges} exchanges done meanwhile;")
    print(f"{toll.between} kills left both keys, {toll.hot} a file half rewritten, after {toll.new} the new ones held;")
    print(f"{len(toll.wrong)} times something was not as it should be {toll.wrong}")
    return bool(toll.wrong)


if __name__ == "__main__":
    sys.exit(main())
