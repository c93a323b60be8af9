"""The command line: the window, the shelf, a score laid out or rendered, and the journal."""

from __future__ import annotations

import argparse
import io
import os
import sys
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.home import PRIVATE_UMASK, Home
from grounding.base.log import LOG, describe_bug, log_bug
from grounding.base.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence


DONE, COULD_NOT = 0, 1
"""Wrong usage is 2, as argparse has it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Do what is asked, and return the exit status; whatever goes wrong is told in one line, never a traceback."""
    os.umask(PRIVATE_UMASK)
    _speak_utf8()
    arguments = _arguments(argv)
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

    asked = {name: getattr(arguments, name) for name in ("practice", "begin", "sound", "again", "file")}
    return run(home=home, **asked)


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    """Return what is asked; the commands, and all that they need, are loaded only where one is named."""
    window = _window_parser(add_help=False)
    arguments, commands = window.parse_known_args(argv)
    arguments.file = None
    if len(commands) == 1 and commands[0].lower().endswith(".practice") and not commands[0].startswith("-"):
        arguments.file = os.path.abspath(commands[0])  # noqa: PTH100 - as it is named, whatever it is a link to
        return arguments
    return _parser().parse_args(argv) if commands else arguments


def _parser() -> argparse.ArgumentParser:
    from grounding.cli_journal import add_journal_commands  # noqa: PLC0415 - the window starts without it
    from grounding.cli_render import add_render_command  # noqa: PLC0415 - the same
    from grounding.cli_shelf import add_shelf_commands  # noqa: PLC0415 - the same

    parser = _window_parser(add_help=True)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    add_shelf_commands(commands, _anywhere())
    add_render_command(commands, _anywhere())
    add_journal_commands(commands, _anywhere())
    return parser


def _window_parser(*, add_help: bool) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="grounding",
        usage="grounding [-h] [--home DIR] [--practice ID] [--begin] [--sound SOUND] [FILE.practice | COMMAND …]",
        description="A window that helps one person, or two together, slow down with what the body is saying.",
        parents=[_anywhere()],
        allow_abbrev=False,
        add_help=add_help,
    )
    parser.add_argument("--practice", metavar="ID", help="the practice that is chosen when the window opens")
    parser.add_argument("--begin", action="store_true", help="begin at once")
    parser.add_argument("--sound", choices=["tone", "breath", "none"], help="what is heard with the breath")
    parser.add_argument("--again", metavar="JSON", help=argparse.SUPPRESS)  # the program's own words to itself
    return parser


def _anywhere() -> argparse.ArgumentParser:
    anywhere = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    anywhere.add_argument(
        "--home",
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="where everything is kept; else GROUNDING_HOME, else the system's place for user data",
    )
    return anywhere


# What is said, and where


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale; half a character, which has none, as the escape that JSON reads too."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # there is none in a window without a console
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


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
