"""Kill a process that brings an older journal forward, so many times: `python tests/bench/migration_kills.py [500]`."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
FIRST = 1
"""The version that is brought forward."""


def main():
    sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "journal")]
    from golden import KEPT, laid

    from grounding.journal.journal import Journal

    kills, chance, whole_s = int(sys.argv[1]) if len(sys.argv) > 1 else 500, random.Random(time.time_ns()), 0.0
    seen, wrong = {}, 0
    with tempfile.TemporaryDirectory() as name:
        old, folder = Path(name) / "old", Path(name) / "journal"
        laid(FIRST, old)
        for number in range(kills + 1):
            shutil.copytree(old, folder)
            begun_s = time.monotonic()
            _opened_by_another(folder, chance.uniform(0, whole_s) if number else None)
            whole_s = whole_s or time.monotonic() - begun_s
            version = _version(folder)
            seen[version] = seen.get(version, 0) + 1
            journal = Journal(folder)
            journal.check()
            wrong += journal.list() != KEPT[FIRST]
            journal.close()
            shutil.rmtree(folder)
    versions = ", ".join(f"{count} times version {version}" for version, count in sorted(seen.items()))
    print(
        f"{kills} kills within {whole_s * 1000:.0f} ms: {versions} was left; {wrong} times an entry was not as it was"
    )
    return bool(wrong or set(seen) - {FIRST, max(KEPT)})


def _opened_by_another(folder, killed_after_s):
    """Let another process open the journal, and kill it after so long."""
    from grounding.journal.journal import Journal

    pid = os.fork()
    if not pid:
        Journal(folder).list()
        os._exit(0)
    if killed_after_s is not None:
        time.sleep(killed_after_s)
        os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


def _version(folder):
    from plainly import bare

    with bare(folder) as connection:
        return connection.pragma("user_version")


if __name__ == "__main__":
    sys.exit(main())
