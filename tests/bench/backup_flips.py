"""Turn single bits of a journal and of its keys: `python tests/bench/flips.py [5000]`."""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


def main():
    sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "journal")]
    from keeper import Keeper

    flips = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    seed = time.time_ns()
    with tempfile.TemporaryDirectory() as name:
        person = Keeper(Path(name) / "journal").says(*(f"what was said {number} " * 40 for number in range(60)))
        wrong = sum(_turn(person, each, flips, random.Random(seed)) for each in ("journal.db", "keys.json"))
    print("no wrong word" if not wrong else f"{wrong} times something wrong was shown (seed {seed})")
    return bool(wrong)


def _turn(person, name, flips, chance):
    """Turn bits, one at a time; return how often what can be read, or what is saved, is not what was said."""
    from grounding.base.failure import Failure

    path, keys, said = person.folder / name, person.keys, person.has()
    whole, noticed, wrong, begun_s = path.read_bytes(), 0, 0, time.monotonic()
    for _ in range(flips):
        changed = bytearray(whole)
        at = chance.randrange(len(whole) * 8)
        changed[at // 8] ^= 1 << at % 8
        path.write_bytes(changed)
        try:
            wrong += person.has() != said
        except Failure:
            noticed += 1
            wrong += name == "journal.db" and not _saved(path, keys) <= said
    path.write_bytes(whole)
    told = f"{flips} bits turned in {name}, {noticed} noticed, {flips - noticed} in what holds nothing"
    print(f"{told}; {time.monotonic() - begun_s:.0f} s", flush=True)
    return wrong


def _saved(path, keys):
    from grounding.journal.repair.salvage import whole_entries

    with tempfile.TemporaryDirectory() as room:
        return {each.entry.report.sensations[0].note for each in whole_entries(path, keys, Path(room), set())}


if __name__ == "__main__":
    sys.exit(main())
