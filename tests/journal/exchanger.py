"""A process that gives a journal other keys for ever, and keeps entries between: to be killed by a test.

`exchanger.py FOLDER FIRST` numbers its entries from FIRST on.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from exchanging import exchanged, unlocked
from writer import entry

from grounding.journal.journal import Journal
from grounding.journal.keyring.locking import remove_passphrase

if __name__ == "__main__":
    folder, number = Path(sys.argv[1]), int(sys.argv[2])
    journal = Journal(folder)
    locked = unlocked(journal, folder)
    while True:
        for _ in range(1 if number else 150):
            journal.add(entry(f"n{number}", number))
            print("entry", f"n{number}", flush=True)
            number += 1
        if locked:
            remove_passphrase(folder, journal.keys())
        journal.close()
        print("exchanging", number, flush=True)
        journal.unlock(exchanged(folder))
        locked = True
        print("exchanged", number, flush=True)
