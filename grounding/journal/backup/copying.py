"""A copy of an open journal, under the same keys, that has been read and compared before anybody relies on it."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import PRIVATE_FILE, failing_as
from grounding.journal.backup.digest import row_digest
from grounding.journal.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from grounding.journal.keyring.keys import Keys

_TRIES = 3
"""A copy that another process has written beside is made anew, so many times in all."""


def copy_journal(vault: Vault, path: Path, keys: Keys, *, vfs: str | None = None) -> int:
    """Make a copy at `path`, where nothing may be, safe on the disk; return what `vault.written_by_others` says of it.

    Raises:
        Failure: `journal-damaged` for the journal itself; `copy-not-whole` where only the copy is; `journal-busy`;
            `disk-full`, `not-written` and whatever the disk says. No copy is then left.
    """
    for _ in range(_TRIES):
        seen = vault.written_by_others()
        vault.check()
        digest = row_digest(vault)
        with _left_only_if_whole(path):
            _copy(vault, path)
            if _whole_digest(path, keys, vfs) == digest:
                return seen
            if vault.written_by_others() == seen:
                raise Failure("copy-not-whole", path=path)
        path.unlink()
    raise Failure("journal-busy")


def _copy(vault: Vault, path: Path) -> None:
    with failing_as(path):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_FILE))
    with said_of(path):
        vault.read("VACUUM INTO ?", (str(path.absolute()),))
    with failing_as(path), path.open("r+b") as file:  # SQLite leaves this to whoever wants a copy
        os.fsync(file.fileno())


def _whole_digest(path: Path, keys: Keys, vfs: str | None) -> bytes | None:
    """Return the digest of a copy, None where it is not whole."""
    try:
        with said_of(path), contextlib.closing(Vault.open_as_it_is(path, keys, vfs=vfs)) as copy:
            copy.check()
            return row_digest(copy)
    except Failure as failure:
        if failure.code in ("journal-damaged", "journal-keys-foreign", "journal-not-encrypted"):
            return None
        raise


@contextlib.contextmanager
def _left_only_if_whole(path: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def said_of(path: Path) -> Iterator[None]:
    """Let a failure that names a file name this one."""
    try:
        yield
    except Failure as failure:
        if "path" not in failure.facts:
            raise
        raise Failure(failure.code, **failure.facts | {"path": path}) from failure
