"""Flipping bits in a journal's files, and looking at what is shown then."""

from __future__ import annotations

import random
from dataclasses import dataclass

from exchanging import exchanged
from said import said

from grounding.base.failure import Failure
from grounding.journal.journal import Journal
from grounding.journal.keyring.keys import envelope_for_writing

ENTRIES = 40
NOTICED = {
    "journal.db": {"journal-damaged", "journal-keys-foreign", "journal-not-encrypted"},
    "keys.json": {"journal-keys-damaged"},
}


@dataclass
class Flips:
    """What so many flips have done; `wrong` says which showed something else, `unseen` which nothing."""

    flips: int = 0
    wrong: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()


def flip(folder, flips, *, locked, seed=7):
    """Flip one bit at a time, half of them in the file and half in the keys, without their copy."""
    keys = exchanged(folder) if locked else envelope_for_writing(folder).unlock()
    journal = Journal(folder)
    journal.unlock(keys)
    for minute in range(ENTRIES):
        journal.add(said(f"what was said {minute} " * 30, minute=minute))
    journal.close()
    (folder / "keys.json.bak").unlink()
    chance, told = random.Random(seed), Flips()
    notes = _shown(folder, keys)
    assert len(notes) == ENTRIES
    for name, codes in NOTICED.items():
        data = (folder / name).read_bytes()
        for _ in range(flips // 2):
            at = chance.randrange(len(data) * 8)
            flipped = bytearray(data)
            flipped[at // 8] ^= 1 << at % 8
            (folder / name).write_bytes(flipped)
            seen = _shown(folder, keys)
            told.flips += 1
            told.unseen += (f"{name} {at}",) if seen == notes else ()
            told.wrong += (f"{name} {at}: {seen}",) if seen != notes and seen not in codes else ()
        (folder / name).write_bytes(data)
        (folder / "keys.json.bak").unlink(missing_ok=True)
    assert _shown(folder, keys) == notes
    return told


def _shown(folder, keys):
    """Return the notes that a fresh program shows, or the code of what it says instead."""
    journal = Journal(folder)
    try:
        journal.unlock(keys)
        journal.check()
        return [entry.report.sensations[0].note for entry in journal.list()]
    except Failure as failure:
        return failure.code
    finally:
        journal.close()
