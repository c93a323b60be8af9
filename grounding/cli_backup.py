"""Backups on the command line: one file to carry away, and any backup restored."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.cli_passphrase import journal_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from grounding.base.home import Home
    from grounding.journal.keyring.keys import Keys

    Add = Callable[[str, Callable[[argparse.Namespace, Home], str], str], argparse.ArgumentParser]

_NO_KEYS = ("journal-keys-damaged", "journal-keys-missing", "journal-newer", "journal-unreadable")
"""After these nobody can open the journal that is there, but a backup can take its place."""


def add_backup_commands(command: Add) -> None:
    """Add the commands, each with `command`."""
    backing_up = command("backup", _backup, "write the journal, encrypted, and its keys into one file")
    backing_up.add_argument("out", metavar="OUT", type=Path, help="the file, which is not there yet")
    backing_up.add_argument("--replace", action="store_true", help="it may be there, and is replaced")
    restoring = command("restore", _restore, "put a backup in the place of the journal, which is set aside")
    restoring.add_argument(
        "file", metavar="FILE", type=Path, help="what `backup` has written, or a .db out of backups/"
    )


def _backup(arguments: argparse.Namespace, home: Home) -> str:
    from grounding.journal.backup.carrying import carry_away  # noqa: PLC0415 - cryptography only where a journal is opened
    from grounding.journal.backup.moving import finish_moving  # noqa: PLC0415 - the same
    from grounding.journal.keyring.key_file import read_envelope  # noqa: PLC0415 - the same
    from grounding.journal.place import JOURNAL  # noqa: PLC0415 - the same
    from grounding.journal.vault import Vault  # noqa: PLC0415 - the same

    finish_moving(home.journal)
    if read_envelope(home.journal) is None or not (home.journal / JOURNAL).exists():
        raise Failure("no-journal")
    keys = journal_of(arguments, home).keys()
    with contextlib.closing(Vault.open(home.journal / JOURNAL, keys)) as vault:
        carry_away(vault, home.journal, keys, arguments.out, replace=arguments.replace)
    return f"The journal is in {arguments.out} too, encrypted, with its keys: whoever has that file can read it."


def _restore(arguments: argparse.Namespace, home: Home) -> str:
    from grounding.journal.backup.restoring import restore  # noqa: PLC0415 - as above

    home.make()
    done = restore(home.journal, arguments.file, keys=_keys_of_today(home), now=datetime.now(UTC))
    told = f"The journal is now what it was in {arguments.file}."
    return f"{told}\nWhat was there before lies in {done.aside}, and can be restored again." if done.aside else told


def _keys_of_today(home: Home) -> Keys | None:
    from grounding.journal.keyring.key_file import read_envelope  # noqa: PLC0415 - as above

    try:
        envelope = read_envelope(home.journal)
        return envelope.unlock() if envelope else None
    except Failure as failure:
        if failure.code in _NO_KEYS:
            return None
        raise
