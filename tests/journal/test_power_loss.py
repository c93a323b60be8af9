"""After a power cut at any moment, what the person was told is safe is there; with less care for the disk it is not."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from power import CHANGE, cut_off, lived

SECONDS = float(os.environ.get("GROUNDING_CUTS_S", "60"))
CHANGES = 40


@pytest.fixture
def room(tmp_path):
    """A folder in memory where there is one, in which the disks are built."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else tmp_path) as name:
        yield Path(name) / "journal"


def test_no_power_cut_loses_or_damages_anything(folder, room):
    toll = cut_off(lived(folder, CHANGES), room, seconds=SECONDS)
    assert (toll.lost, toll.damaged) == ([], [])
    assert toll.cuts > 20 * SECONDS
    assert toll.in_between > toll.cuts / 10


@pytest.mark.parametrize(("synchronous", "damages"), [("NORMAL", False), ("OFF", True)])
def test_with_less_care_for_the_disk_power_cuts_do_lose(folder, room, synchronous, damages):
    toll = cut_off(lived(folder, CHANGES, synchronous), room, cuts=250)
    assert toll.lost, "a simulation that finds nothing here shows nothing above"
    assert bool(toll.damaged) or not damages


def test_a_change_is_on_the_disk_before_the_file_itself_is_touched(folder):
    story = lived(folder, 3)
    kinds = [(kind, name) for kind, name, *_ in story.log]
    first_write = kinds.index(("write", "journal.db"))
    assert kinds.index(("sync", CHANGE)) < first_write
    assert ("gone", CHANGE) in kinds[first_write:]
    assert kinds.index(("sync", "journal.db")) < kinds.index(("gone", CHANGE))
