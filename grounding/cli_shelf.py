"""The shelf on the command line: what stands on it, what is in a file, and a practice laid out in time."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grounding.base.assets import assets
from grounding.base.wording import Wording
from grounding.practice.shelf import Shelf
from grounding.sitting.score import lay_out
from grounding.sitting.timeline import timeline_to_plain

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from grounding.base.home import Home
    from grounding.practice.practice import Practice

    Command = Callable[[argparse.Namespace, Home], str]


def add_shelf_commands(commands: Any, anywhere: argparse.ArgumentParser) -> None:
    """Add `practices`, `check` and `score` to `commands`, the subparsers of argparse."""

    def command(name: str, does: Command, summary: str) -> argparse.ArgumentParser:
        added: argparse.ArgumentParser = commands.add_parser(
            name, help=summary, description=summary, parents=[anywhere], allow_abbrev=False
        )
        added.set_defaults(command=does)
        return added

    command("practices", _practices, "the practices on the shelf").add_argument("--json", action="store_true")
    checked = command(
        "check", _check, "read a practice file as the shelf would, or a .practice file as it would be opened"
    )
    checked.add_argument("file", metavar="FILE", type=Path)
    scored = command("score", _score, "a practice laid out in time")
    scored.add_argument("practice", metavar="ID")
    scored.add_argument("--json", action="store_true")


def _practices(arguments: argparse.Namespace, home: Home) -> str:
    shelved = _shelf(home).read()
    for failure in shelved.failures:
        print(Wording().sentence(failure), file=sys.stderr)
    if arguments.json:
        return _json([_practice_to_plain(practice) for practice in shelved.practices])
    return "\n".join(map(_told_practice, shelved.practices))


def _check(arguments: argparse.Namespace, home: Home) -> str:
    from grounding.cli_given import is_given, look_into  # noqa: PLC0415 - no other command pays for it

    if not is_given(arguments.file):
        return _told_practice(_shelf(home).check(arguments.file))
    practice, about = look_into(arguments.file.absolute())
    return _told_practice(practice) + (f"\n    {about}" if about else "")


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


def _json(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False, indent=1)
