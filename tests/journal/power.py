"""Power cuts, simulated.

A layer below the cipher writes down what SQLite asks of the disk, and then disks are built as a cut could leave them.

What was synced is there. What was written since may be there, or not, or torn into sectors; a file that was made or
deleted since its folder was last synced may be there or not. A disk that lies about having synced is not among them.
"""

from __future__ import annotations

import functools
import random
import shutil
import time
from dataclasses import dataclass, field
from pathlib import Path

import apsw
from said import said

from grounding.base.failure import Failure
from grounding.journal.journal import Journal

NAME = "recording"
SECTOR_BYTES = 512
JOURNAL, CHANGE = "journal.db", "journal.db-journal"


class _File(apsw.VFSFile):
    def __init__(self, log, name, flags):
        super().__init__("", name, flags)
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        self._log, self._name = log, Path(path).name if path else ""
        log.append(("made", self._name))

    def xWrite(self, data, offset):
        self._log.append(("write", self._name, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, size):
        self._log.append(("cut", self._name, size))
        super().xTruncate(size)

    def xSync(self, flags):
        self._log.append(("sync", self._name))
        super().xSync(flags)


class Recording(apsw.VFS):
    """The layer; once it is there it stays, for the cipher keeps pointing to it."""

    def __init__(self):
        super().__init__(NAME, "")
        self.log = []

    def xOpen(self, name, flags):
        return _File(self.log, name, flags)

    def xDelete(self, name, sync):
        self.log.append(("gone", Path(name).name, sync))
        super().xDelete(name, sync)


@functools.cache
def recording():
    """Return the one layer of this process."""
    return Recording()


@dataclass
class Story:
    """What was asked of the disk, and what the person had been told is safe at each moment of it."""

    log: list
    first: bytes
    """The journal's file at the beginning, when all of it was on the disk."""
    keys: bytes
    told: list = field(default_factory=list)
    """Pairs of a place in the log and all that is in the journal once that has been told."""


def lived(folder, changes, synchronous=None, seed=1):
    """Keep, change and delete entries with the real journal, and return what happened; `synchronous` weakens it."""
    log = recording().log = []
    journal = Journal(folder, vfs=f"multipleciphers-{NAME}")
    there = {said("the first")}
    journal.add(*there)
    log.clear()
    story = Story(log, (folder / JOURNAL).read_bytes(), (folder / "keys.json").read_bytes())
    story.told.append((0, frozenset(there)))
    chance = random.Random(seed)
    if synchronous:
        journal._vault._connection.pragma("synchronous", synchronous)
    for number in range(changes):
        _change(journal, there, chance, number)
        story.told.append((len(log), frozenset(there)))
    journal.close()
    return story


def _change(journal, there, chance, number):
    if number % 5 == 4:
        gone = chance.choice(sorted(there, key=lambda entry: entry.id))
        journal.delete(gone.id)
        there.remove(gone)
    else:
        entry = said(f"what was said {number} " * chance.choice((1, 30, 600)), minute=number)
        journal.add(entry)
        there.add(entry)


@dataclass
class _Written:
    """A file on the disk: what is safely there, and what has been asked since."""

    safe: bytearray = field(default_factory=bytearray)
    since: list = field(default_factory=list)
    synced: bool = False


def disk_at(story, place):
    """Return the files by name at a place in the log, and those that the folder on the disk is sure to name."""
    now = {JOURNAL: _Written(bytearray(story.first), synced=True)}
    sure = dict(now)
    for kind, name, *more in story.log[:place]:
        match kind:
            case "made":
                now.setdefault(name, _Written())
            case "gone":
                now.pop(name, None)
                if more[0]:
                    sure = dict(now)
            case "sync":
                file = now[name]
                for each in file.since:
                    _do(file.safe, *each)
                file.since.clear()
                if not file.synced and name == CHANGE:  # SQLite syncs the folder with a new file of changes
                    sure = dict(now)
                file.synced = True
            case _:
                now[name].since.append((kind, *more))
    return now, sure


def cut(story, place, chance):
    """Return the files as one cut at this place could leave them: bytes by name."""
    now, sure = disk_at(story, place)
    folder = chance.choice((now, sure, None))
    named = set(now) | set(sure)
    files = {name: (folder or chance.choice((now, sure))).get(name) for name in named}
    how = chance.choice(("none", "all", "some", "torn"))
    return {name: _left(file, how, chance) for name, file in files.items() if file is not None}


def _left(file, how, chance):
    data = bytearray(file.safe)
    for kind, *more in file.since:
        match how:
            case "all":
                _do(data, kind, *more)
            case "some" if chance.random() < 0.5:
                _do(data, kind, *more)
            case "torn" if kind == "write":
                _tear(data, *more, chance)
    return bytes(data)


def _do(data, kind, *more):
    if kind == "cut":
        del data[more[0] :]
        return
    offset, written = more
    data.extend(bytes(max(0, offset + len(written) - len(data))))
    data[offset : offset + len(written)] = written


def _tear(data, offset, written, chance):
    for at in range(0, len(written), SECTOR_BYTES):
        if chance.random() < 0.5:
            _do(data, "write", offset + at, written[at : at + SECTOR_BYTES])


@dataclass
class Toll:
    """What so many cuts have done."""

    cuts: int = 0
    lost: list = field(default_factory=list)
    damaged: list = field(default_factory=list)
    in_between: int = 0
    """Cuts within a change, after which the disk was neither as before it nor as after."""


def cut_off(story, room, *, seconds=None, cuts=None, seed=1):
    """Cut the power at moments of a story, for so long or so often, and open what is left with the real journal."""
    chance, toll, until_s = random.Random(seed), Toll(), time.monotonic() + (seconds or 0)
    while toll.cuts < cuts if cuts else time.monotonic() < until_s:
        place = chance.randrange(len(story.log) + 1)
        files = cut(story, place, chance)
        toll.cuts += 1
        toll.in_between += bool(files.get(CHANGE))
        shutil.rmtree(room, ignore_errors=True)
        room.mkdir(parents=True)
        for name, data in {**files, "keys.json": story.keys}.items():
            (room / name).write_bytes(data)
        _look(story, place, room, toll)
    return toll


def _look(story, place, room, toll):
    journal = Journal(room)
    try:
        journal.check()
        there = frozenset(journal.list())
    except Failure as failure:
        toll.damaged.append((place, failure.code))
        return
    finally:
        journal.close()
    last = max(number for number, (told_at, _) in enumerate(story.told) if told_at <= place)
    if there not in [entries for _, entries in story.told[last : last + 2]]:
        toll.lost.append(place)
