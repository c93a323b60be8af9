"""A file made anew: an empty journal, or one with room for the pages of another."""

from __future__ import annotations

import contextlib
import os
import secrets
from typing import TYPE_CHECKING

from grounding.base.files import PRIVATE_FILE, written_failure
from grounding.journal.engine import PAGE_BYTES, check_head
from grounding.journal.place import place_new
from grounding.journal.schema import APPLICATION, CREATE, VERSION
from grounding.journal.vault import unlocked

if TYPE_CHECKING:
    from pathlib import Path

    from grounding.journal.keyring.keys import Keys


def create(path: Path, keys: Keys, *, vfs: str | None = None) -> None:
    """Make a new file at `path`, unless one is there by now.

    It is made beside and moved into place only when its head shows that it is encrypted: an empty key or a misspelt
    setting would make a readable file without a word.

    Raises:
        Failure: as `Vault.open`; `not-written`.
    """
    ready = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        os.close(os.open(ready, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_FILE))
        with unlocked(ready, keys, vfs=vfs) as vault, vault.writing() as connection:
            connection.execute(CREATE)
            connection.pragma("application_id", APPLICATION)
            connection.pragma("user_version", VERSION)
        check_head(ready, keys)
        place_new(ready, path)
    except OSError as error:
        raise written_failure(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            ready.unlink(missing_ok=True)


def create_carrier(path: Path, keys: Keys, pages: int) -> None:
    """Make a file of at least so many pages after its first, so that others can be put in their place.

    Raises:
        Failure: as `create`.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_FILE))
    except OSError as error:
        raise written_failure(path, error) from error
    with unlocked(path, keys) as vault, vault.writing() as connection:
        connection.execute("CREATE TABLE room (filled)")
        connection.execute("INSERT INTO room VALUES (zeroblob(?))", (pages * PAGE_BYTES,))
