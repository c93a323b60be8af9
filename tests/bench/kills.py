"""Kill the real window and the real command line so many times: `python tests/bench/kills.py [300]`; prints a table."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


def main():
    sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "outside")]
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    print(
        f"{'killed':<16}{'kills':>6}{'typing':>8}{'keeping':>9}{'kept':>6}{'offered':>9}{'lost':>6}{'damaged':>9}{'s':>6}"
    )
    tolls = [_told("window", lambda: _windows(kills)), _told("journal add", lambda: _commands(kills))]
    return any(toll.lost or toll.damaged for toll in tolls)


def _windows(kills):
    from kills import KillWindow
    from screen import showing
    from started import Person, reading

    with tempfile.TemporaryDirectory() as name, showing(Path(name) / "screen") as screen:
        person = Person(Path(name), screen)
        with reading(person) as reader:
            killing = KillWindow(person, reader, seed=time.time_ns())
            for _ in range(kills):
                killing.once()
    return killing.toll


def _commands(kills):
    from kills import kill_command
    from started import Person

    with tempfile.TemporaryDirectory() as name:
        return kill_command(Person(Path(name)), kills, seed=time.time_ns())


def _told(name, killing):
    begun_s = time.monotonic()
    toll = killing()
    taken_s = time.monotonic() - begun_s
    numbers = (
        toll.kills,
        toll.while_typing,
        toll.while_keeping,
        toll.kept,
        toll.offered,
        len(toll.lost),
        len(toll.damaged),
    )
    print("{:<16}{:>6}{:>8}{:>9}{:>6}{:>9}{:>6}{:>9}{:>6.0f}".format(name, *numbers, taken_s))
    for each in (*toll.lost, *toll.damaged):
        print("   ", each)
    return toll


if __name__ == "__main__":
    sys.exit(main())
