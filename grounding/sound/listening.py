"""The process that records a voice as a clip: told where to by a line of JSON, it answers in lines of JSON.

`{"is": "level", "level": 0.3, "seconds": 2.1}` tells how loud it is, 0 to 1; once "stop" is said it is "kept", with its
length in seconds, or "failed". A closed pipe is a no: then nothing is kept.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grounding.base.apart import be_private, own_output, tell_bugs, told_failure
from grounding.base.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grounding.base.apart import Tell
    from grounding.sound.samples import Samples

_TOLD_EVERY = 48_000 // 15
_OVER_S = 60.0
"""So much longer than a clip may be is listened; then it stops by itself."""


def main() -> None:
    """Record until told to stop."""
    tell = own_output()
    be_private()
    tell_bugs(tell)
    asked = json.loads(sys.stdin.buffer.readline())
    try:
        _record(asked, tell)
    except ImportError:
        tell(told_failure(Failure("no-microphone")))
    except Failure as failure:
        tell(told_failure(failure))
    os._exit(0)


def _record(asked: Mapping[str, Any], tell: Tell) -> None:
    from grounding.sound.conditioning import MOST_S, conditioned  # noqa: PLC0415 - numpy only once a task is there
    from grounding.sound.microphone import RATE, Microphone  # noqa: PLC0415 - raises ImportError without libpulse
    from grounding.sound.taking import keep_clip  # noqa: PLC0415 - as above

    microphone, take = Microphone(), Take(tell, most=round((MOST_S + _OVER_S) * RATE))
    stopped = threading.Event()

    def listen() -> None:
        if sys.stdin.buffer.readline():
            stopped.set()
        microphone.later(microphone.leave)

    def hear(samples: Samples) -> None:
        if not take.hear(samples):
            stopped.set()
            microphone.leave()

    threading.Thread(target=listen, daemon=True).start()
    microphone.record(hear)
    if not stopped.is_set():
        if take.frames:
            tell({"is": "cancelled"})
            return
        raise Failure("no-microphone")
    quiet_s = MOST_S if asked["quiet_s"] is None else float(asked["quiet_s"])
    seconds = keep_clip(Path(asked["to"]), conditioned(take.whole(), quiet_s=quiet_s))
    tell({"is": "kept", "seconds": seconds})


class Take:
    """What has been said so far, and how loud it is now."""

    def __init__(self, tell: Tell, *, most: int) -> None:
        self._tell, self._most = tell, most
        self._pieces: list[Samples] = []
        self._told = 0
        self._loudest = 0.0
        self.frames = 0

    def hear(self, samples: Samples) -> bool:
        """Take a piece; return whether there is room for more."""
        self._pieces.append(samples)
        self.frames += len(samples)
        self._loudest = max(self._loudest, float(abs(samples).max(initial=0.0)))
        if self.frames - self._told >= _TOLD_EVERY:
            self._tell({"is": "level", "level": round(self._loudest, 3), "seconds": round(self.frames / 48_000, 1)})
            self._told, self._loudest = self.frames, 0.0
        return self.frames < self._most

    def whole(self) -> Samples:
        """Return all of it."""
        import numpy as np  # noqa: PLC0415 - numpy only once a task is there

        return np.concatenate(self._pieces) if self._pieces else np.zeros(0, dtype=np.float32)
