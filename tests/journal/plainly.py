"""The journal's file read by the other program that knows its format, and written past the program's own rules."""

from __future__ import annotations

import contextlib

import apsw
from sqlcipher3 import dbapi2

from grounding.journal import engine
from grounding.journal.keyring.keys import read_envelope


@contextlib.contextmanager
def sqlcipher(path, keys_folder=None):
    """Lend a connection of SQLCipher's own to the file."""
    keys = read_envelope(keys_folder or path.parent).unlock()
    connection = dbapi2.connect(str(path))
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{(keys.database + keys.journal).hex()}'\"")
    try:
        yield connection
    finally:
        connection.close()


@contextlib.contextmanager
def bare(folder):
    """Lend a connection to the journal in a folder that brings nothing forward and refuses nothing."""
    connection = apsw.Connection(str(folder / "journal.db"), flags=apsw.SQLITE_OPEN_READWRITE)
    engine.unlock(connection, read_envelope(folder).unlock())
    try:
        yield connection
    finally:
        connection.close()


def contents(execute):
    """Return the rows of every table that holds something of its own, read by whichever program."""
    names = [
        name
        for (name,) in execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
        if not name.startswith(("entry_text", "sqlite_"))
    ]
    return {name: [tuple(row) for row in execute(f"SELECT * FROM {name}").fetchall()] for name in names}
