"""The process that writes one sound file: told what by a line of JSON, it answers in lines of JSON.

`{"is": "part", "part": 0.4}` tells how far it is; then it is "written", "cancelled" (its parent's pipe was closed, or
"cancel" was said) or "failed", with the failure's code and facts.
"""

from __future__ import annotations

from pathlib import Path

from grounding.base.apart import begin_errand, told_failure
from grounding.base.failure import Failure


def main() -> None:
    """Write the file that the first line of the input asks for."""
    tell, asked, going_on = begin_errand()

    from grounding.sound.recording import recording_from_plain  # noqa: PLC0415 - a cancel is heard from the start
    from grounding.sound.sound_file import write_sound  # noqa: PLC0415 - numpy, pydub, soundfile

    try:
        written = write_sound(Path(asked["path"]), recording_from_plain(asked["recording"]), going_on)
    except Failure as failure:
        tell(told_failure(failure))
    else:
        tell({"is": "written" if written else "cancelled"})
