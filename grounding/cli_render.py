"""A practice as a sound file, on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from grounding.base.assets import assets
from grounding.base.failure import Failure
from grounding.base.settings import Voice
from grounding.cli_progress import end_in_order, telling_part
from grounding.practice.shelf import Shelf
from grounding.sitting.score import lay_out

if TYPE_CHECKING:
    import argparse

    from grounding.base.home import Home


def add_render_command(commands: Any, anywhere: argparse.ArgumentParser) -> None:
    """Add `render` to `commands`, the subparsers of argparse."""
    summary = "a practice as a sound file: WAV, FLAC, OGG or MP3"
    render = commands.add_parser("render", help=summary, description=summary, parents=[anywhere], allow_abbrev=False)
    render.set_defaults(command=_render)
    render.add_argument("practice", metavar="ID")
    render.add_argument("out", metavar="OUT", type=Path, help="its ending says the kind: .wav, .flac, .ogg or .mp3")
    render.add_argument("--sound", choices=[each.value for each in Voice], default=Voice.TONE.value)
    render.add_argument("--no-bowl", action="store_true", help="no bowl at the beginning, changes of place and the end")
    render.add_argument("--no-clips", action="store_true", help="nothing of what somebody has recorded for it")
    render.add_argument("--language", metavar="LANG", help="the language of what is said in it")


def _render(arguments: argparse.Namespace, home: Home) -> str:
    practice = Shelf(shipped=assets() / "practices", own=home.practices).get(arguments.practice)
    if arguments.language not in (None, practice.language):
        raise Failure("no-such-language", language=arguments.language, allowed=practice.language)
    end_in_order()
    from grounding.sound.recording import recording_of  # noqa: PLC0415 - no other command pays for sound
    from grounding.sound.sound_file import write_sound  # noqa: PLC0415 - the same

    timeline = lay_out(practice).flat()
    write_sound(
        arguments.out,
        recording_of(
            timeline,
            title=practice.title,
            voice=Voice(arguments.sound),
            bowl=not arguments.no_bowl,
            clips=not arguments.no_clips,
        ),
        telling_part(),
    )
    return ""
