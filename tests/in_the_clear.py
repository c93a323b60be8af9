"""A journal as it would lie on the disk without encryption: what looks for words there has to find them."""

from __future__ import annotations

import contextlib
import sqlite3

from sqlcipher3 import dbapi2

from grounding.journal.keyring.key_file import read_envelope


def lay_in_the_clear(folder, path):
    """Lay every row of the journal in a folder, in the same tables and indexes, into a plain file of SQLite's."""
    keys = read_envelope(folder).unlock()
    with contextlib.closing(dbapi2.connect(str(folder / "journal.db"))) as connection:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{(keys.database + keys.journal).hex()}'\"")
        connection.execute("ATTACH ? AS plain KEY ''", (str(path),))
        connection.execute("SELECT sqlcipher_export('plain')")
        connection.commit()


@contextlib.contextmanager
def left_in_a_change(path):
    """Let a change of every row of a plain journal be under way, as a kill leaves it: what was is in a file beside."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE entry SET report = '{}', folded = '', tags = ''")
        yield path.with_name(f"{path.name}-journal")
        connection.execute("ROLLBACK")
