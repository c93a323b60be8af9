"""The journal on the command line: add, list, show, delete, check; its backups are beside."""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
import unicodedata
from datetime import datetime
from typing import TYPE_CHECKING, Any

from grounding.base.assets import assets
from grounding.base.failure import Failure
from grounding.base.wording import Wording
from grounding.body.region import Region
from grounding.body.report import Report
from grounding.body.sensation import STRENGTH_MAX, Sensation
from grounding.body.words import WORDS
from grounding.cli_backup import add_backup_commands
from grounding.cli_passphrase import add_passphrase_option, journal_of
from grounding.cli_taking import add_taking_commands
from grounding.journal.entry import Entry, entry_to_plain, new_entry
from grounding.journal.telling import entry_heading, told_sensation
from grounding.journal.wanted import Wanted
from grounding.journal.when import in_local_time, when_to_row
from grounding.practice.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from grounding.base.home import Home
    from grounding.journal.journal import Journal

    Command = Callable[[argparse.Namespace, Home], str]


def add_journal_commands(commands: Any, anywhere: argparse.ArgumentParser) -> None:
    """Add `journal` and its commands to `commands`, the subparsers of argparse."""
    summary = "what has been said"
    journal = commands.add_parser("journal", help=summary, description=summary, parents=[anywhere], allow_abbrev=False)
    add_passphrase_option(journal, default=None)
    within = journal.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(name: str, does: Command, summary: str) -> argparse.ArgumentParser:
        added: argparse.ArgumentParser = within.add_parser(
            name, help=summary, description=summary, parents=[anywhere], allow_abbrev=False
        )
        added.set_defaults(command=does)
        add_passphrase_option(added, default=argparse.SUPPRESS)
        return added

    _add_adding(command("add", _add, "keep a sensation; prints its id once it is safe on the disk"))
    listing = command("list", _list, "entries, newest first")
    listing.add_argument("--json", action="store_true")
    listing.add_argument("--search", metavar="TEXT", help="only entries in which every word of this begins a word")
    for name, does, summary in (("show", _show, "one entry, whole"), ("delete", _delete, "delete an entry for good")):
        command(name, does, summary).add_argument("id", metavar="ID", help="its id, or how it begins")
    command("check", _check, "read the whole journal, and say whether it is sound")
    add_backup_commands(command)
    add_taking_commands(command, lambda arguments, home: contextlib.closing(journal_of(arguments, home)))


def _add_adding(adding: argparse.ArgumentParser) -> None:
    places = [region.value for region in Region]
    adding.add_argument("--region", required=True, choices=places, action=_Once, help="where in the body")
    adding.add_argument("--word", metavar="WORD", action="append", default=[], help="what it is like; may be repeated")
    adding.add_argument(
        "--strength",
        metavar=f"0-{STRENGTH_MAX}",
        type=int,
        choices=range(STRENGTH_MAX + 1),
        action=_Once,
        help="how strong it is",
    )
    adding.add_argument("--note", metavar="TEXT", action=_Once, help="anything else")
    adding.add_argument("--at", metavar="ISO", type=_moment, action=_Once, help="when, local time unless it says; now")


class _Once(argparse.Action):
    """Takes an option once: given twice, what was typed first would be lost without a word."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,  # noqa: ARG002 - as argparse calls it
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,  # noqa: ARG002 - argparse hands it over
    ) -> None:
        if getattr(namespace, self.dest) is not None:
            raise argparse.ArgumentError(self, "can be given once")
        setattr(namespace, self.dest, values)


def _moment(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
        at = in_local_time(at) if at.tzinfo is None else at
        when_to_row(at)
    except (ValueError, OverflowError, OSError):
        raise argparse.ArgumentTypeError(
            "wants a date and time such as 2026-11-22T21:10 or 2026-11-22T21:10+01:00"
        ) from None
    return at


def _add(arguments: argparse.Namespace, home: Home) -> str:
    words = tuple(filter(None, map(_word, arguments.word)))
    sensation = Sensation(
        region=Region(arguments.region), words=words, strength=arguments.strength, note=arguments.note or ""
    )
    entry = new_entry(report=Report(sensations=(sensation,)), at=arguments.at)
    home.make()
    with _journal(arguments, home, ask=False) as journal:
        journal.add(entry)
    return entry.id


def _word(text: str) -> str:
    """Return the id of a word that is offered, by its id or by its name; else the person's own word, as it is."""
    wording, text = Wording(), text.strip()
    names = {wording.name("words", word.id).casefold(): word.id for word in WORDS}
    return names.get(text.casefold(), text)


def _list(arguments: argparse.Namespace, home: Home) -> str:
    with _journal(arguments, home) as journal:
        entries = journal.list(wanted=Wanted(text=arguments.search or ""))
    if arguments.json:
        return json.dumps([entry_to_plain(entry) for entry in entries], ensure_ascii=False, indent=1)
    told = _Telling(home)
    return "\n\n".join(told.entry(entry) for entry in entries)


def _show(arguments: argparse.Namespace, home: Home) -> str:
    with _journal(arguments, home) as journal:
        return _Telling(home).whole(journal.get(journal.find(arguments.id)))


def _delete(arguments: argparse.Namespace, home: Home) -> str:
    with _journal(arguments, home) as journal:
        return journal.delete(journal.find(arguments.id)).entry.id


def _check(arguments: argparse.Namespace, home: Home) -> str:
    with _journal(arguments, home) as journal:
        journal.check()
    return "The journal is sound."


@contextlib.contextmanager
def _journal(arguments: argparse.Namespace, home: Home, *, ask: bool = True) -> Iterator[Journal]:
    """Lend the journal; what stopped nothing, and should be known, is said once all is done."""
    with contextlib.closing(journal_of(arguments, home, ask=ask)) as journal:
        yield journal
        for notice in journal.notices():
            print(Wording().sentence(notice), file=sys.stderr)


class _Telling:
    """Tells entries in lines for a terminal, in the person's own words."""

    def __init__(self, home: Home) -> None:
        self._wording = Wording()
        self._shelf = Shelf(shipped=assets() / "practices", own=home.practices)
        self._titles = {"": ""}

    def entry(self, entry: Entry) -> str:
        """Return an entry as the list shows it."""
        return "\n".join(self._lines(entry, []))

    def whole(self, entry: Entry) -> str:
        """Return all of an entry."""
        report = entry.report
        said = [report.underneath] if report.line else []  # the heading has the other
        notes = [
            f"{self._wording.name('regions', each.region.value)}: {each.note}"
            for each in report.sensations
            if each.note
        ]
        return "\n".join(self._lines(entry, [*filter(None, said), *notes]))

    def _lines(self, entry: Entry, more: Sequence[str]) -> Iterator[str]:
        report = entry.report
        if report.line or report.underneath or not report.sensations:
            yield _on_one_line(entry_heading(entry, self._wording))
        for sensation in report.sensations:
            yield f"  {_on_one_line(told_sensation(sensation, self._wording))}"
        for text in more:
            yield from (f"    {_on_one_line(line)}" for line in text.splitlines())
        when = entry.at.strftime("%Y-%m-%d %H:%M")
        yield "  " + " · ".join(filter(None, (when, self._title(entry.practice), entry.id)))

    def _title(self, practice: str) -> str:
        if practice not in self._titles:
            try:
                self._titles[practice] = self._shelf.get(practice).title
            except Failure:
                self._titles[practice] = practice
        return self._titles[practice]


def _on_one_line(text: str) -> str:
    """Return text without what would steer a terminal."""
    return "".join(" " if unicodedata.category(each) == "Cc" else each for each in text)
