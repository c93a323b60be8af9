"""Killed at each touch of the disk, or failed by the disk there: backups, restore, quarantine and rescue stay whole."""

from __future__ import annotations

import errno
import itertools
import os
import random
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from keeper import LATER, LATEST, NOW, Keeper
from mortal import die, fail, killed_after, lived, names_below, touches_of

from grounding.base.wording import Wording
from grounding.journal.backup.backups import list_backups, make_backup, replace_all, tidy_backups
from grounding.journal.backup.forgetting import forget_in_backups
from grounding.journal.backup.moving import finish_moving
from grounding.journal.backup.restoring import restore, undo_restore
from grounding.journal.repair.contents import read_entries
from grounding.journal.repair.quarantine import quarantine
from grounding.journal.repair.rescue import rescue
from grounding.journal.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="wants a system on which a process can be forked")

KILLS = int(os.environ.get("GROUNDING_KILLS", "60"))
FAULTS = list(itertools.product((errno.EIO, errno.ENOSPC), (False, True)))
"""What the disk says, and whether it goes on saying so."""
SAID = {"first", "second", "third"}


@dataclass(frozen=True)
class Scene:
    """A folder, what is done in it, and what must hold whenever that is cut short."""

    folder: object
    work: Callable[[str | None], object]
    holds: Callable[[], bool]
    """Check what was left, as the next start would find it; return whether it is as new already."""


class Stage:
    """Sets up a scene, as often as it is wanted, from a copy made once."""

    def __init__(self, place):
        self.keeper = Keeper(place / "home" / "journal")
        self._copy = place / "copy"

    def keep(self):
        shutil.copytree(self.keeper.folder, self._copy, copy_function=shutil.copy2)

    def again(self):
        shutil.rmtree(self.keeper.folder)
        shutil.copytree(self._copy, self.keeper.folder, copy_function=shutil.copy2)


@pytest.fixture
def place(tmp_path):
    """A folder in memory where there is one: a kill loses nothing that a disk would have kept."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else tmp_path) as name:
        yield Path(name)


@pytest.fixture
def stage(place):
    return Stage(place)


@pytest.fixture
def other(place):
    """Somebody with another journal, under other keys."""
    return Keeper(place / "other" / "journal").says("theirs")


def in_backups(keeper, keys):
    """Return what is said in each backup, each of which must be whole."""
    told = []
    for backup in list_backups(keeper.folder):
        vault = Vault.open_as_it_is(backup.path, keys)
        vault.check()
        told.append({entry.report.sensations[0].note for entry in read_entries(vault)})
        vault.close()
        assert backup.keys.read_bytes() == (keeper.folder / "keys.json").read_bytes()
    return told


def lying_about(folder):
    """Return what is neither the journal's nor the backups', and not in quarantine, where nothing is ever deleted."""
    names = [name for name in names_below(folder) if not name.startswith("quarantine/")]
    return [name for name in names if name.rpartition("/")[2].startswith((".", "moving"))]


def backing_up(stage, _other):
    keeper = stage.keeper.says(*SAID)
    keeper.backs_up()
    keys = keeper.keys
    stage.keep()

    def work(vfs, now=LATER):
        vault = Vault.open(keeper.folder / "journal.db", keys, vfs=vfs)
        try:
            make_backup(vault, keeper.folder, keys, now, vfs=vfs)
        finally:
            vault.close()

    def holds():
        assert keeper.has() == SAID
        tidy_backups(keeper.folder)
        assert lying_about(keeper.folder) == []
        told = in_backups(keeper, keys)
        assert told
        assert all(each == SAID for each in told)
        return any(backup.made_at >= LATER for backup in list_backups(keeper.folder))

    return Scene(keeper.folder, work, holds)


def replacing_all(stage, _other):
    keeper = stage.keeper.says("first")
    old = keeper.backs_up()
    keeper.backs_up(NOW.replace(month=10))
    keeper.says("second", "third")
    keys = keeper.keys
    stage.keep()

    def work(vfs, now=LATER):
        vault = Vault.open(keeper.folder / "journal.db", keys, vfs=vfs)
        try:
            replace_all(vault, keeper.folder, keys, now, vfs=vfs)
        finally:
            vault.close()

    def holds():
        tidy_backups(keeper.folder)
        assert lying_about(keeper.folder) == []
        told = in_backups(keeper, keys)
        assert told in ([SAID], [SAID, {"first"}, {"first"}], [{"first"}, {"first"}])
        return not old.exists()

    return Scene(keeper.folder, work, holds)


def forgetting(stage, _other):
    keeper = stage.keeper.says("first", "second")
    keeper.backs_up(NOW.replace(month=10))
    keeper.says("third", "to be forgotten")
    keeper.backs_up()
    gone = next(entry.id for entry in keeper.journal.list() if entry.report.sensations[0].note == "to be forgotten")
    keeper.journal.delete(gone)
    keeper.journal.close()
    keys = keeper.keys
    stage.keep()

    def work(vfs, now=LATER):
        del now
        assert forget_in_backups(keeper.folder, keys, [gone], vfs=vfs) == ()

    def holds():
        told = in_backups(keeper, keys)
        assert told in ([SAID, {"first", "second"}], [SAID | {"to be forgotten"}, {"first", "second"}])
        tidy_backups(keeper.folder)
        assert lying_about(keeper.folder) == []
        return told[0] == SAID

    return Scene(keeper.folder, work, holds)


def restoring(stage, _other):
    keeper = stage.keeper.says("first", "second")
    backup = keeper.backs_up()
    keeper.says("third").journal.draft.keep(b"begun")
    keys = keeper.keys
    stage.keep()

    def work(vfs, now=LATER):
        restore(keeper.folder, backup, keys=keys, now=now, vfs=vfs)

    def holds():
        there = keeper.has()
        assert there in (SAID, {"first", "second"})
        assert keeper.journal.draft.read() == b"begun"
        told = in_backups(keeper, keys)
        assert all(each in (SAID, {"first", "second"}) for each in told)
        assert there == SAID or SAID in told, "what was there before is there still"
        return there != SAID

    return Scene(keeper.folder, work, holds)


def restoring_anothers(stage, other):
    keeper = stage.keeper.says(*SAID)
    keeper.journal.draft.keep(b"begun")
    backup, keys = other.backs_up(), keeper.keys
    stage.keep()

    def work(vfs, now=LATER):
        restore(keeper.folder, backup, keys=keys, now=now, vfs=vfs)

    def holds():
        there = keeper.has()
        assert there in (SAID, {"theirs"})
        assert keeper.keys == (keys if there == SAID else other.keys)
        assert keeper.journal.draft.read() == b"begun"
        return there != SAID

    return Scene(keeper.folder, work, holds)


def restoring_on_a_fresh_computer(stage, other):
    keeper, backup = stage.keeper, other.backs_up()
    keeper.folder.mkdir(parents=True)
    stage.keep()

    def work(vfs, now=LATER):
        restore(keeper.folder, backup, keys=None, now=now, vfs=vfs)

    def holds():
        there = keeper.has()
        assert there in (set(), {"theirs"})
        return bool(there)

    return Scene(keeper.folder, work, holds)


def restoring_over_a_damaged_one(stage, _other):
    keeper = stage.keeper.says("first")
    backup = keeper.backs_up()
    keeper.says(*("second " * 500,) * 3)
    path = keeper.folder / "journal.db"
    damaged = path.read_bytes()[:-4096] + bytes(4096)
    path.write_bytes(damaged)
    keys = keeper.keys
    stage.keep()

    def work(vfs, now=LATER):
        restore(keeper.folder, backup, keys=keys, now=now, vfs=vfs)

    def holds():
        finish_moving(keeper.folder)  # as any look at the journal does
        kept = [each for each in keeper.folder.rglob("journal.db") if each.read_bytes() == damaged]
        staged = [each for each in kept if each.parent.name.startswith(".restoring")]
        assert [each for each in kept if each not in staged]
        if path.read_bytes() == damaged:
            return False
        assert keeper.has() == {"first"}
        return True

    return Scene(keeper.folder, work, holds)


def taking_back(stage, other):
    keeper = stage.keeper.says(*SAID)
    keeper.journal.draft.keep(b"begun")
    restored = restore(keeper.folder, other.backs_up(), keys=None, now=NOW)
    assert keeper.has() == {"theirs"}
    stage.keep()

    def work(vfs, now=LATER):
        undo_restore(keeper.folder, restored, now=now, vfs=vfs)

    def holds():
        there = keeper.has()
        assert there in (SAID, {"theirs"})
        assert keeper.journal.draft.read() == (b"begun" if there == SAID else None)
        return there == SAID

    return Scene(keeper.folder, work, holds)


def moving_into_quarantine(stage, _other):
    keeper = stage.keeper.says(*SAID)
    path = keeper.folder / "journal.db"
    half = path.with_name("journal.db-journal")
    half.write_bytes(b"half")
    data = path.read_bytes()
    stage.keep()

    def work(_vfs, now=LATER):
        quarantine(keeper.folder, now, "journal-damaged")

    def holds():
        finish_moving(keeper.folder)
        if path.exists():
            assert (path.read_bytes(), half.read_bytes()) == (data, b"half")
            return False
        (place,) = [each.parent for each in keeper.folder.glob("quarantine/*/journal.db")]
        assert {each.name: each.read_bytes() for each in place.iterdir() if each.name != "reason.txt"} == {
            "journal.db": data,
            "journal.db-journal": b"half",
            "keys.json": (keeper.folder / "keys.json").read_bytes(),
        }
        return True

    return Scene(keeper.folder, work, holds)


def rescuing(stage, _other):
    keeper = stage.keeper.says("first", "second")
    keeper.backs_up()
    keeper.says("third")
    keys = keeper.keys
    damaged = quarantine(keeper.folder, NOW, "journal-damaged") / "journal.db"
    keeper.says("since")
    stage.keep()

    def work(vfs, now=LATER):
        rescue(keeper.folder, damaged, keys, now=now, vfs=vfs)

    def holds():
        there = keeper.has()
        assert there in ({"since"}, {"since", *SAID})
        assert damaged.exists()
        return there != {"since"}

    return Scene(keeper.folder, work, holds)


SCENES = [
    backing_up,
    replacing_all,
    forgetting,
    restoring,
    restoring_anothers,
    restoring_on_a_fresh_computer,
    restoring_over_a_damaged_one,
    taking_back,
    moving_into_quarantine,
    rescuing,
]


def ended_well(stage, scene):
    """Do the work again, whole this time: nothing that was cut short stands in its way."""
    if not scene.holds():
        scene.work(None, LATEST)
        assert scene.holds()
    tidy_backups(scene.folder)
    assert lying_about(scene.folder) == []
    stage.again()


@pytest.mark.parametrize("make_scene", SCENES)
def test_killed_at_any_touch_of_the_disk_all_is_old_or_all_is_new(stage, other, make_scene):
    scene = make_scene(stage, other)
    touches = touches_of(scene.folder, scene.work)
    assert scene.holds(), "it was not done at all"
    stage.again()
    assert touches > 10
    seen = set()
    for nth in range(1, touches + 1):
        told = lived(scene.folder, scene.work, nth=nth, strike=die)
        assert told == ""
        seen.add(scene.holds())
        ended_well(stage, scene)
    assert False in seen


@pytest.mark.parametrize("make_scene", SCENES)
def test_whatever_the_disk_fails_at_is_told_and_all_is_old_or_all_is_new(stage, other, make_scene):
    scene = make_scene(stage, other)
    touches = touches_of(scene.folder, scene.work)
    stage.again()
    codes, few = set(), KILLS <= 60
    for nth, each in itertools.product(range(1, touches + 1), range(len(FAULTS))):
        if few and (nth + each) % len(FAULTS):
            continue  # each touch fails once, in one way or another
        number, lasting = FAULTS[each]
        told = lived(scene.folder, scene.work, nth=nth, strike=fail(number), lasting=lasting)
        done = told.startswith("done")
        assert done or told in Wording().codes(), (told, nth)
        new = scene.holds()
        assert new or not done, "it said that it was done"
        codes.add("done" if done else told)
        ended_well(stage, scene)
    assert "disk-full" in codes


@pytest.mark.parametrize("make_scene", [restoring, restoring_anothers])
def test_a_restore_killed_at_random_moments_leaves_old_or_new(stage, other, make_scene):
    scene = make_scene(stage, other)
    chance, seen = random.Random(make_scene.__name__), []
    for _ in range(KILLS):
        killed_after(lambda _vfs: scene.work(None), chance.uniform(0, 0.06))
        seen.append(scene.holds())
        stage.again()
    assert set(seen) == {True, False}, "no kill fell before, or none after: this has shown little"
