"""A minute of mutated `.practice` files: each is read whole or refused in one sentence, soon, small, and in its place.

More of them: `python tests/bench/given.py 200000`.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import time
from pathlib import Path

import pytest
from mutants import mutant

from grounding.base.failure import Failure
from grounding.sound.gift import Gift, to_open

WORKER = Path(__file__).parents[1] / "mutating.py"
SECONDS = 60
MOST_MIB = 256
LEAN = {"OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1"}


def seen(folder, seconds, *how):
    """Open mutated files for so long, and return what was seen."""
    seed = str(time.time_ns())
    command = [sys.executable, str(WORKER), str(folder), seed, str(seconds), "1000000", *how]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=os.environ | LEAN, timeout=seconds * 10
    )
    assert done.returncode == 0, (seed, done.stderr)
    return json.loads(done.stdout.splitlines()[-1]) | {"seed": seed}


def test_none_crashes_writes_outside_its_place_or_takes_too_much_or_too_long(tmp_path):
    told = seen(tmp_path, SECONDS)
    assert told["faults"] == [], told["seed"]
    assert told["most_mib"] <= MOST_MIB, told["seed"]
    assert len(told["codes"]) > 15, told["codes"]
    assert 0 < told["read"] < told["files"] / 5, told["codes"]


def test_one_who_trusts_the_file_is_found_out(tmp_path):
    """The control."""
    assert seen(tmp_path, SECONDS, "careless")["faults"]


@pytest.mark.parametrize("number", range(12))
def test_the_process_of_the_window_tells_the_same(tmp_path, number):
    (tmp_path / "it.practice").write_bytes(mutant("window", number))
    ended, begun_s = queue.SimpleQueue(), time.monotonic()
    Gift(to_open(tmp_path / "it.practice", tmp_path / "opened"), ended=ended.put).begin()
    how = ended.get(timeout=60)
    assert time.monotonic() - begun_s < 5
    assert how["is"] == "kept" if not isinstance(how, Failure) else how.code.startswith(("given-", "practice-"))
    assert (tmp_path / "opened").exists() != isinstance(how, Failure)
