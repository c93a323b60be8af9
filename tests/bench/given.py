"""Open mutated `.practice` files, one after the other: `python tests/bench/given.py [200000] [SEED]`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORKER = Path(__file__).parents[1] / "mutating.py"
LEAN = {"OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1"}
MOST_MIB = 256


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    seed, begun_s, told = sys.argv[2] if len(sys.argv) > 2 else str(time.time_ns()), time.monotonic(), {}
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(WORKER), folder, seed, str(10**9), str(count)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ | LEAN) as worker:
            for line in worker.stdout:
                told = json.loads(line)
                if "at" in told:
                    print(f"\r{told['at']} of {count}, {told['faults']} faults", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    if "files" not in told:
        print(f"seed {seed}: it ended by itself after {told}")
        return True
    print(
        f"seed {seed}: {told['files']} files in {time.monotonic() - begun_s:.0f} s, {told['read']} of them read whole;"
    )
    print(f"the slowest took {told['slowest_s']} s, the most memory was {told['most_mib']} MiB;", end=" ")
    print(f"{len(told['faults'])} faults")
    for code, times in told["codes"].items():
        print(f"    {times:>8}  {code}")
    for number, what in told["faults"]:
        print(f"number {number}: {what}")
    return bool(told["faults"]) or told["most_mib"] > MOST_MIB


if __name__ == "__main__":
    sys.exit(main())
