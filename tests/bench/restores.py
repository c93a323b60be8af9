"""Kill restores, backups and the rest at random moments: `python tests/bench/restores.py [500]`; prints a table."""

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
    from test_mortal import SCENES, Stage

    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    print(f"{'killed while':<34}{'kills':>6}{'old':>6}{'new':>6}{'s':>6}")
    for make_scene in SCENES:
        memory = Path("/dev/shm")
        with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
            stage = Stage(Path(name))
            scene = make_scene(stage, Keeper(Path(name) / "other" / "journal").says("theirs"))
            _kill(make_scene.__name__.replace("_", " "), stage, scene, kills)


def _kill(what, stage, scene, kills):
    """Kill so often, within the time that the whole work takes; what is neither old nor new stops it all."""
    from mortal import killed_after

    chance, begun_s, new = random.Random(time.time_ns()), time.monotonic(), 0
    scene.work(None)
    longest_s = 1.2 * (time.monotonic() - begun_s)
    stage.again()
    begun_s = time.monotonic()
    for _ in range(kills):
        killed_after(lambda _vfs: scene.work(None), chance.uniform(0, longest_s))
        new += scene.holds()
        stage.again()
    print(f"{what:<34}{kills:>6}{kills - new:>6}{new:>6}{time.monotonic() - begun_s:>6.0f}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
