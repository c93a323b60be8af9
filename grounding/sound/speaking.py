"""The process that reads words aloud with the system's own voice, told which by lines of JSON.

`{"do": "say", "text": "…", "language": "en", "volume": 0.8}` or `{"do": "hush"}`; it answers "speaking" or "quiet", or
"failed" where the system has no voice, and ends when its pipe closes.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from functools import partial
from typing import TYPE_CHECKING

from grounding.base.apart import be_private, own_output, tell_bugs, told_failure
from grounding.base.failure import Failure

if TYPE_CHECKING:
    from grounding.base.apart import Tell
    from grounding.sound.speech import Speech


def main() -> None:
    """Read aloud until the pipe is closed."""
    tell = own_output()
    be_private()
    tell_bugs(tell)
    asked = json.loads(sys.stdin.buffer.readline())
    try:
        _speak(asked.get("engine"), tell)
    except ImportError:
        tell(told_failure(Failure("no-voice")))
    except Failure as failure:
        tell(told_failure(failure))
    os._exit(0)


def _speak(engine: str | None, tell: Tell) -> None:
    from grounding.sound.speech import Speech  # noqa: PLC0415 - raises ImportError without libpulse

    speech = Speech(engine)
    threading.Thread(target=_listen, args=(speech,), daemon=True).start()

    def told(state: str) -> None:
        if state == "lost":
            tell(told_failure(Failure("no-voice")))
            speech.leave()
        else:
            tell({"is": state})

    speech.run(told)


def _listen(speech: Speech) -> None:
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        if asked["do"] == "say":
            speech.later(partial(speech.say, asked["text"], asked["language"], asked["volume"]))
        else:
            speech.later(speech.hush)
    speech.later(speech.leave)
