"""A journal that has a passphrase."""

from __future__ import annotations

from grounding.base.home import Home
from grounding.journal.journal import Journal
from grounding.journal.keyring import locking
from grounding.journal.keyring.envelope import Cost

PASSPHRASE = "the grey heron at dusk"
CHEAP = Cost(ops=1, mem_kib=8192)


def lock_journal(home, *entries, passphrase=PASSPHRASE):
    """Put entries into the journal of a home, set a passphrase, and return the recovery code."""
    place = Home(home)
    place.make()
    journal = Journal(place.journal)
    for entry in entries:
        journal.add(entry)
    journal.close()
    prepared = locking.prepare_passphrase(passphrase)
    locking.set_passphrase(place.journal, prepared, typed=prepared.code, cost=CHEAP)
    return prepared.code
