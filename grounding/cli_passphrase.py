"""A locked journal on the command line: its passphrase from a file, or asked for on the terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.journal.journal import Journal

if TYPE_CHECKING:
    import argparse

    from grounding.base.home import Home

_MOST_BYTES = 1 << 20


def add_passphrase_option(parser: argparse.ArgumentParser, *, default: str | None) -> None:
    """Let a command be told where the passphrase is; without it the terminal is asked.

    `default` is None for `journal` itself; for what follows it argparse's SUPPRESS, which lets stand what was given.
    """
    parser.add_argument(
        "--passphrase-file",
        metavar="FILE",
        default=default,
        help="a file whose first line opens a locked journal: its passphrase, or its recovery code",
    )


def journal_of(arguments: argparse.Namespace, home: Home, *, ask: bool = True) -> Journal:
    """Return the journal of the home, unlocked; without a file, and unless it may `ask`, as it is.

    Raises:
        Failure: `no-terminal`, `passphrase-unreadable`; as `unlock_with_either`.
    """
    journal = Journal(home.journal)
    file = arguments.passphrase_file
    if journal.locked and (file or ask):
        typed = _first_line(Path(file)) if file else _asked()
        from grounding.journal.keyring.locking import unlock_with_either  # noqa: PLC0415 - only where it is locked

        journal.unlock(unlock_with_either(home.journal, typed))
    return journal


def _first_line(path: Path) -> str:
    try:
        with path.open("rb") as file:
            line = file.readline(_MOST_BYTES)
        return line.decode("utf-8-sig").removesuffix("\n").removesuffix("\r")
    except OSError as error:
        raise Failure("passphrase-unreadable", path=path, reason=error.strerror) from error
    except UnicodeDecodeError as error:
        raise Failure("passphrase-unreadable", path=path, reason="it is not UTF-8 text") from error


def _asked() -> str:
    if not _terminal():
        raise Failure("no-terminal")
    from getpass import getpass  # noqa: PLC0415 - only where it is asked

    try:
        return getpass("Passphrase: ")
    except EOFError:
        print(file=sys.stderr)
        return ""


def _terminal() -> bool:
    """Return whether somebody can be asked without the answer being shown."""
    if os.name != "posix":
        return sys.stdin is not None and sys.stdin.isatty()
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True
