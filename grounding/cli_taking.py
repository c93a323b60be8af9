"""The journal taken along and taken in, on the command line: export and import."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from grounding.base.wording import Wording
from grounding.cli_progress import end_in_order, telling_part
from grounding.journal.along.exporting import export
from grounding.journal.wanted import Wanted

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from grounding.base.home import Home
    from grounding.journal.journal import Journal

    Command = Callable[[argparse.Namespace, Home], str]
    Lend = Callable[[argparse.Namespace, Home], AbstractContextManager[Journal]]


def add_taking_commands(command: Callable[[str, Command, str], argparse.ArgumentParser], lend: Lend) -> None:
    """Add `export` and `import` by `command`; `lend` lends the journal."""
    exporting = command(
        "export",
        lambda arguments, home: _export(arguments, home, lend),
        "the journal as a file that anybody can read who has it: JSON (all of it) or CSV (for a spreadsheet)",
    )
    exporting.add_argument(
        "out", metavar="OUT", type=Path, help="not there yet; its ending says the kind: .json or .csv"
    )
    exporting.add_argument("--search", metavar="TEXT", help="only entries in which every word of this begins a word")
    exporting.add_argument(
        "--no-guard",
        action="store_true",
        help="in CSV, let cells begin with = + - or @ as they were written, though a spreadsheet may run them",
    )
    exporting.add_argument("--replace", action="store_true", help="it may be there, and is replaced")
    importing = command(
        "import",
        lambda arguments, home: _import(arguments, home, lend),
        "take in a journal exported as JSON; what is here already stays, and no entry comes twice",
    )
    importing.add_argument("file", metavar="FILE.json", type=Path)


def _export(arguments: argparse.Namespace, home: Home, lend: Lend) -> str:
    end_in_order()
    with lend(arguments, home) as journal:
        export(
            journal,
            arguments.out,
            telling_part(),
            wording=Wording(),
            wanted=Wanted(text=arguments.search or ""),
            guard=not arguments.no_guard,
            replace=arguments.replace,
        )
    return ""


def _import(arguments: argparse.Namespace, home: Home, lend: Lend) -> str:
    from grounding.journal.along.importing import import_journal  # noqa: PLC0415 - no other command pays for the parser

    end_in_order()
    with lend(arguments, home) as journal:
        import_journal(journal, arguments.file, telling_part())
    return ""
