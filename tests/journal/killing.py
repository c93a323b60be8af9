"""Killing the writer at any moment, and looking at what is left."""

from __future__ import annotations

import math
import random
import selectors
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from grounding.base.failure import Failure
from grounding.journal.journal import Journal

WRITER = Path(__file__).with_name("writer.py")
WORDS_MOST, LONGEST_S = 8, 0.02
"""A writer is killed so long at most after one of its first words: within any of a few commits."""


@dataclass
class Toll:
    """What so many kills have done; `lost` and `damaged` say what went wrong."""

    kills: int = 0
    acknowledged: int = 0
    mid_commit: int = 0
    lost: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()


def kill_loop(folder, kills=math.inf, *, seconds=math.inf, seed=1):
    """Start the writer and kill it, so often or so long; what it acknowledged must be there, and the file must open."""
    chance, toll, entries, draft = random.Random(seed), Toll(), set(), -1
    end_s = time.monotonic() + seconds
    while toll.kills < kills and time.monotonic() < end_s:
        told = killed(folder, max(entries, default=-1) + 1, chance.uniform(0, LONGEST_S), chance.randint(1, WORDS_MOST))
        entries |= {int(number) for kind, number in told if kind == "entry"}
        draft = max([draft, *(int(number) for kind, number in told if kind == "draft")])
        toll.kills += 1
        toll.acknowledged = len(entries)
        journal_file = folder / "journal.db-journal"
        toll.mid_commit += journal_file.exists() and journal_file.stat().st_size > 0
        look(folder, entries, draft, toll)
    return toll


def killed(folder, first, after_s, words=1):
    """Run the writer and kill it `after_s` seconds after so many words; return every whole line it said."""
    with subprocess.Popen([sys.executable, WRITER, folder, str(first)], stdout=subprocess.PIPE, bufsize=0) as writer:
        said, until_s = b"", None
        with selectors.DefaultSelector() as selector:
            selector.register(writer.stdout, selectors.EVENT_READ)
            while until_s is None or time.monotonic() < until_s:
                if selector.select(None if until_s is None else max(0.0, until_s - time.monotonic())):
                    piece = writer.stdout.read(65536)
                    assert piece, "the writer ended by itself"
                    said += piece
                    if until_s is None and said.count(b"\n") >= words:
                        until_s = time.monotonic() + after_s
        writer.kill()
        said += writer.stdout.read()
    return [line.split() for line in said.decode().splitlines(keepends=True) if line.endswith("\n")]


def look(folder, entries, draft, toll):
    """Open what is left, as the next start of the program would."""
    journal = Journal(folder)
    try:
        journal.check()
        there = {int(entry.id) for entry in journal.list()}
        sealed = journal.draft.read()
    except Failure as failure:
        toll.damaged += (failure.code,)
        return
    finally:
        journal.close()
    toll.lost += tuple(f"entry {number}" for number in sorted(entries - there))
    if draft >= 0 and (sealed is None or int(sealed.split()[0]) < draft):
        toll.lost += (f"draft {draft}",)
