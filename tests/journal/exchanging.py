"""Exchanging keys while somebody ends the process, and looking at what is left."""

from __future__ import annotations

import random
import selectors
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path

from grounding.base.failure import Failure
from grounding.journal.journal import Journal
from grounding.journal.keyring.envelope import Cost, Passphrase
from grounding.journal.keyring.exchange import exchange
from grounding.journal.keyring.key_file import read_stored
from grounding.journal.keyring.keys import envelope_for_writing, enveloped, new_keys, opened, with_code, with_passphrase
from grounding.journal.vault import opens

EXCHANGER = Path(__file__).with_name("exchanger.py")
KEY = bytes(range(32))
"""In place of a stretched passphrase: the stretching is not what is killed here."""
LONGEST_S = 0.12


def locked_envelope(keys):
    """Return an envelope that opens with KEY."""
    slot = with_passphrase(keys, key=KEY, salt=bytes(16), cost=Cost(ops=1, mem_kib=8192))
    return enveloped(keys, slot, with_code(keys, "code"))


def exchanged(folder, vfs=None):
    """Give a journal that opens on this computer new keys that do not."""
    stored = read_stored(folder)
    old = (stored.envelope if stored else envelope_for_writing(folder)).unlock()
    new = new_keys(old)
    exchange(folder, old, new, locked_envelope(new), vfs=vfs)
    return new


def keys_of(envelope):
    """Return the keys in an envelope of either kind."""
    return opened(envelope, envelope.slot(Passphrase), KEY) if envelope.locked else envelope.unlock()


def opening(folder):
    """Return which keys in the key file open a copy of the journal: "old", "new"."""
    envelope = read_stored(folder).envelope
    found = []
    for name, each in (("old", replace(envelope, next=None)), ("new", envelope.next)):
        copy = folder.with_name(f"{folder.name}-{name}")
        shutil.copytree(folder, copy)
        if each and opens(copy / "journal.db", keys_of(each)):
            found.append(name)
        shutil.rmtree(copy)
    return found


def looked_through(folder):
    """Return the ids in a journal, whichever keys open it, as the next start of the program would."""
    journal = Journal(folder)
    try:
        unlocked(journal, folder)
        journal.check()
        return {entry.id for entry in journal.list()}
    finally:
        journal.close()


def unlocked(journal, folder):
    """Open the journal as it is, or else with KEY; return whether it was locked."""
    try:
        journal.list()
    except Failure as failure:
        if failure.code != "journal-locked":
            raise
        journal.unlock(keys_of(read_stored(folder).envelope))
        return True
    return False


@dataclass
class Toll:
    """What so many kills have done; `wrong` says what should not be."""

    kills: int = 0
    exchanges: int = 0
    between: int = 0
    """Kills that left the old keys and the new in the key file."""
    hot: int = 0
    """Kills that left the file half rewritten."""
    new: int = 0
    """Kills after which the new keys held."""
    wrong: tuple[str, ...] = ()


def kill_exchanges(folder, kills, seed=1):
    """Kill a process that exchanges keys for ever, so many times."""
    chance, toll, kept = random.Random(seed), Toll(), set()
    for _ in range(kills):
        told = _killed(folder, len(kept), chance.uniform(0, LONGEST_S))
        kept |= {key for kind, key in told if kind == "entry"}
        toll.kills += 1
        toll.exchanges += sum(kind == "exchanged" for kind, _ in told)
        _look(folder, kept, toll)
    return toll


def _killed(folder, first, after_s):
    command = [sys.executable, EXCHANGER, folder, str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, bufsize=0) as process:
        said, until_s = b"", None
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            while until_s is None or time.monotonic() < until_s:
                if selector.select(None if until_s is None else max(0.0, until_s - time.monotonic())):
                    piece = process.stdout.read(65536)
                    assert piece, "the exchanger ended by itself"
                    said += piece
                    until_s = until_s or time.monotonic() + after_s
        process.kill()
        said += process.stdout.read()
    return [line.split() for line in said.decode().splitlines(keepends=True) if line.endswith("\n")]


def _look(folder, kept, toll):
    stored = read_stored(folder)
    beside = folder / "journal.db-journal"
    toll.between += stored.envelope.next is not None
    toll.hot += beside.exists() and beside.stat().st_size > 0
    found = opening(folder)
    toll.new += found == ["new"]
    if len(found) != 1:
        toll.wrong += (f"opens with {found}",)
    try:
        missing = kept - looked_through(folder)
    except Failure as failure:
        toll.wrong += (failure.code,)
        return
    if missing:
        toll.wrong += (f"lost {sorted(missing)}",)
    if read_stored(folder).envelope.next:
        toll.wrong += ("not settled",)
