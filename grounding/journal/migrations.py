"""From each older version of the file to the next: forward only, a step in one transaction, with a copy made before."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import PRIVATE_FILE, sync_folder, written_failure
from grounding.base.home import PRIVATE_DIR
from grounding.journal import changing
from grounding.journal.backup.digest import digest_of
from grounding.journal.place import BACKUPS, KEYS
from grounding.journal.schema import CREATE, row_to_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import apsw

_TRIES = 5
"""So often a copy is made anew where somebody writes meanwhile."""
_OLDEST_FIRST = """
SELECT id, ts_utc_ms, utc_offset_min, tz, practice, report, 0 FROM entry_1 ORDER BY ts_utc_ms, id
"""


def migrate(connection: apsw.Connection) -> None:
    """Bring the file forward, within a transaction; another process may have done so by now."""
    for version, step in _STEPS.items():
        if connection.pragma("user_version") == version:
            step(connection)
            connection.pragma("user_version", version + 1)


def keep_copy(connection: apsw.Connection, path: Path, version: int) -> None:
    """Put a copy of the file and its keys among the backups, read through before it gets its name.

    Raises:
        Failure: `journal-damaged`, `copy-not-whole`, `disk-full` or `not-written`.
    """
    name = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-v{version}"
    folder = path.parent / BACKUPS
    ready = folder / f".{name}.{secrets.token_hex(8)}"
    try:
        folder.mkdir(mode=PRIVATE_DIR, exist_ok=True)
        os.close(os.open(ready, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_FILE))
        if _copied(connection, ready, version):
            _copy_keys(path.with_name(KEYS), folder / f"{name}.keys.json")
            ready.replace(folder / f"{name}.db")
            sync_folder(folder)
    except OSError as error:
        raise written_failure(folder, error) from error
    finally:
        with contextlib.suppress(OSError):
            ready.unlink(missing_ok=True)


def _copied(connection: apsw.Connection, copy: Path, version: int) -> bool:
    """Make a copy and read it through; return whether it is still of that version, or another process came before."""
    for _ in range(_TRIES):
        connection.execute("VACUUM INTO ?", (str(copy),))
        with _attached(connection, copy), connection:  # a transaction: nobody writes between the looks
            if connection.execute("PRAGMA copy.integrity_check").fetchall() != [("ok",)]:
                raise Failure("journal-damaged")
            if connection.execute("PRAGMA copy.user_version").get != version:
                return False
            if digest_of(connection.execute, "copy") == digest_of(connection.execute):
                _to_disk(copy)
                return True
        copy.write_bytes(b"")  # somebody has just written to the file
    raise Failure("copy-not-whole", path=copy)


@contextlib.contextmanager
def _attached(connection: apsw.Connection, copy: Path) -> Iterator[None]:
    connection.execute("ATTACH ? AS copy", (str(copy),))
    try:
        yield
    finally:
        connection.execute("DETACH copy")


def _copy_keys(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    target.chmod(PRIVATE_FILE)
    _to_disk(target)


def _to_disk(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _lay_out_for_looking_back(connection: apsw.Connection) -> None:
    """Go from version 1, which had entries only, to 2: in the order of time, with an index of words, and counts."""
    connection.execute("DROP INDEX entry_in_time; ALTER TABLE entry RENAME TO entry_1")
    connection.execute(CREATE)
    for row in connection.execute(_OLDEST_FIRST):
        changing.add(connection, row_to_entry(row))
    connection.execute("DROP TABLE entry_1")


_STEPS: dict[int, Callable[[apsw.Connection], None]] = {1: _lay_out_for_looking_back}
