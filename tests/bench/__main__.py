"""The budgets, each figure beside a floor of the same run: `python -m tests.bench [--minutes 1] [NAME…]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def main():
    sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "outside"), str(ROOT / "tests" / "bench")]
    from key_to_picture import key_to_picture
    from looking_back import decades
    from measures import MEASURES

    measures = MEASURES | {"key_to_picture": key_to_picture, "decades": decades}

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=1, help="how long memory is watched")
    parser.add_argument("name", nargs="*", help=f"only these: {', '.join(measures)}")
    arguments = parser.parse_args()
    print(f"{'what':<46}{'is':>12}{'floor':>12}{'budget':>20}")
    held = True
    for name, measure in measures.items():
        if arguments.name and name not in arguments.name:
            continue
        for row in measure(arguments.minutes):
            held &= row.holds
            print(
                f"{row.what:<46}{row.figure:>12}{row.floor:>12}{row.budget:>20}   {'' if row.holds else 'MISSED'}",
                flush=True,
            )
    return not held


if __name__ == "__main__":
    sys.exit(main())
