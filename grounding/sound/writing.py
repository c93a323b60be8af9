"""The process that writes one sound file: told what by a line of JSON, it answers in lines of JSON.

`{"is": "part", "part": 0.4}` tells how far it is; then it is "written", "cancelled" (its parent's pipe was closed, or
"cancel" was said) or "failed", with the failure's code and facts.
"""

from __future__ import annotations

import json
import sys
import threading
from pathlib import Path
from time import monotonic

from grounding.base.apart import be_private, own_output, tell_bugs, told_failure
from grounding.base.failure import Failure

_TOLD_EVERY_S = 0.1


def main() -> None:
    """Write the file that the first line of the input asks for."""
    tell = own_output()
    be_private()
    tell_bugs(tell)
    asked = json.loads(sys.stdin.buffer.readline())
    cancelled = threading.Event()
    threading.Thread(target=_wait_for_a_word, args=(cancelled,), daemon=True).start()
    told_s = monotonic()

    def going_on(part: float) -> bool:
        nonlocal told_s
        if monotonic() - told_s >= _TOLD_EVERY_S:
            told_s = monotonic()
            tell({"is": "part", "part": part})
        return not cancelled.is_set()

    from grounding.sound.recording import recording_from_plain  # noqa: PLC0415 - a cancel is heard from the start
    from grounding.sound.sound_file import write_sound  # noqa: PLC0415 - numpy, pydub, soundfile

    try:
        written = write_sound(Path(asked["path"]), recording_from_plain(asked["recording"]), going_on)
    except Failure as failure:
        tell(told_failure(failure))
    else:
        tell({"is": "written" if written else "cancelled"})


def _wait_for_a_word(cancelled: threading.Event) -> None:
    """Any further word, and the end of the pipe too, means to stop."""
    sys.stdin.buffer.readline()
    cancelled.set()
