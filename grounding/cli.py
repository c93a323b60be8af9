"""The command line: the window, the shelf, a score laid out, and the journal."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grounding.base.assets import assets
from grounding.base.failure import Failure
from grounding.base.home import PRIVATE_UMASK, Home
from grounding.base.log import LOG, describe_bug, log_bug
from grounding.base.wording import Wording
from grounding.cli_journal import add_journal_commands
from grounding.practice.reading import read_practice
from grounding.practice.shelf import Shelf
from grounding.sitting.score import lay_out
from grounding.sitting.timeline import timeline_to_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from grounding.practice.practice import Practice

    Command = Callable[[argparse.Namespace, Home], str]

DONE, COULD_NOT = 0, 1
"""Wrong usage is 2, as argparse has it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Do what is asked, and return the exit status; whatever goes wrong is told in one line, never a traceback."""
    os.umask(PRIVATE_UMASK)
    _speak_utf8()
    arguments = _parser().parse_args(argv)
    try:
        return _done(arguments)
    except Failure as failure:
        _complain(failure)
    except KeyboardInterrupt:
        pass
    except Exception as error:
        _tell_bug(error)
    return COULD_NOT


def _done(arguments: argparse.Namespace) -> int:
    home = Home.chosen(getattr(arguments, "home", None))
    if "command" in arguments:
        _write(arguments.command(arguments, home))
        return DONE
    from grounding.app import run  # noqa: PLC0415 - no other command pays for the window

    return run(home=home, practice=arguments.practice, begin=arguments.begin, sound=arguments.sound)


def _parser() -> argparse.ArgumentParser:
    anywhere = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    anywhere.add_argument(
        "--home",
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="where everything is kept; else GROUNDING_HOME, else the system's place for user data",
    )
    parser = argparse.ArgumentParser(
        prog="grounding",
        description="A window that helps one person, or two together, slow down with what the body is saying.",
        parents=[anywhere],
        allow_abbrev=False,
    )
    parser.add_argument("--practice", metavar="ID", help="the practice that is chosen when the window opens")
    parser.add_argument("--begin", action="store_true", help="begin at once")
    parser.add_argument("--sound", choices=["tone", "breath", "none"], help="what is heard with the breath")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def command(name: str, does: Command, summary: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=summary, description=summary, parents=[anywhere], allow_abbrev=False)
        added.set_defaults(command=does)
        return added

    command("practices", _practices, "the practices on the shelf").add_argument("--json", action="store_true")
    checked = command("check", _check, "read a practice file as the shelf would")
    checked.add_argument("file", metavar="FILE", type=Path)
    scored = command("score", _score, "a practice laid out in time")
    scored.add_argument("practice", metavar="ID")
    scored.add_argument("--json", action="store_true")
    add_journal_commands(commands, anywhere)
    return parser


# The shelf


def _practices(arguments: argparse.Namespace, home: Home) -> str:
    shelved = _shelf(home).read()
    for failure in shelved.failures:
        _complain(failure)
    if arguments.json:
        return _json([_practice_to_plain(practice) for practice in shelved.practices])
    return "\n".join(map(_told_practice, shelved.practices))


def _check(arguments: argparse.Namespace, _home: Home) -> str:
    return _told_practice(read_practice(arguments.file))


def _score(arguments: argparse.Namespace, home: Home) -> str:
    practice = _shelf(home).get(arguments.practice)
    timeline = lay_out(practice).flat()
    if arguments.json:
        return _json(timeline_to_plain(timeline, practice.id))
    wording = Wording()
    said = [
        (cue.at_s, cue.kind, cue.text or (wording.name("regions", cue.region.value) if cue.region else ""))
        for cue in timeline.cues()
    ]
    return "\n".join(f"{_clock(at_s):>8}  {kind:<6} {text}".rstrip() for at_s, kind, text in said)


def _shelf(home: Home) -> Shelf:
    return Shelf(shipped=assets() / "practices", own=home.practices)


def _practice_to_plain(practice: Practice) -> dict[str, Any]:
    score = lay_out(practice)
    return {
        "id": practice.id,
        "title": practice.title,
        "summary": practice.summary,
        "seconds": None if score.endless else round(score.flat().seconds, 6),
        "steps": [step.kind.value for step in practice.steps],
    }


def _told_practice(practice: Practice) -> str:
    plain = _practice_to_plain(practice)
    length = "open-ended" if plain["seconds"] is None else _clock(plain["seconds"])
    steps = ", ".join(plain["steps"])
    return f"{plain['id']}: {plain['title']}\n    {plain['summary']}\n    {length} ({steps})"


def _clock(seconds: float) -> str:
    """Return seconds as minutes:seconds, with tenths where there are any: 0:40, 7:21.5."""
    tenths = round(seconds * 10)
    minutes, tenths = divmod(tenths, 600)
    return f"{minutes}:{tenths // 10:02}" + (f".{tenths % 10}" if tenths % 10 else "")


# What is said, and where


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale; half a character, which has none, as the escape that JSON reads too."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # there is none in a window without a console
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _json(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False, indent=1)


def _write(text: str) -> None:
    """Write what a command answers; who has stopped listening has heard enough.

    Raises:
        Failure: `answer-not-written` where it goes to a full disk.
    """
    try:
        print(text, end="\n" if text else "", flush=True)
    except BrokenPipeError:
        _hush()
    except OSError as error:
        _hush()
        raise Failure("answer-not-written", reason=error.strerror) from error


def _hush() -> None:
    """Let nothing be written at the end, when Python would complain once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(failure: Failure) -> None:
    print(Wording().sentence(failure), file=sys.stderr)


def _tell_bug(error: Exception) -> None:
    if LOG.handlers:
        log_bug(type(error), error, error.__traceback__)
    else:
        print(describe_bug(type(error), error, error.__traceback__), file=sys.stderr)
