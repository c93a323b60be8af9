"""The process that takes a sound file in as a clip: told which by a line of JSON, it answers in lines of JSON.

Then it is "kept", with its length in seconds, "cancelled" where its pipe is closed before, or "failed", with the
failure's code and facts.
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
from grounding.base.files import failing_as, writing_whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grounding.base.apart import Tell
    from grounding.sound.samples import Samples

_AROUND_S = 120.0
"""So much silence, or talk that is not meant to be kept, may lie around a voice before it is trimmed."""
_MOST_BYTES = 4 << 30


def main() -> None:
    """Take in the file that the first line of the input asks for."""
    tell = own_output()
    be_private()
    _be_modest()
    tell_bugs(tell)
    asked = json.loads(sys.stdin.buffer.readline())
    keeping = threading.Lock()
    threading.Thread(target=_leave_if_let_go, args=(keeping, tell), daemon=True).start()
    try:
        samples = take(asked)
        keeping.acquire()  # from here on a no comes too late
        tell({"is": "kept", "seconds": keep_clip(Path(asked["to"]), samples)})
    except ImportError:
        tell(told_failure(Failure("clip-no-decoder")))
    except Failure as failure:
        tell(told_failure(failure))
    os._exit(0)  # a decoder that hangs is not waited for


def _leave_if_let_go(keeping: threading.Lock, tell: Tell) -> None:
    """End at once when the pipe is closed, whatever the decoder is at."""
    sys.stdin.buffer.readline()
    with keeping:
        tell({"is": "cancelled"})
        os._exit(0)


def take(asked: Mapping[str, Any]) -> Samples:
    """Return the voice in the file `from`, made ready for a prompt with `quiet_s` seconds (None: open).

    Raises:
        Failure: as `decoder.decode` and `conditioning.conditioned`.
        ImportError: where there is no libpulse.
    """
    from grounding.sound.conditioning import MOST_S, conditioned  # noqa: PLC0415 - numpy only once a task is there
    from grounding.sound.decoder import decode  # noqa: PLC0415 - raises ImportError without libpulse

    quiet_s = MOST_S if asked["quiet_s"] is None else float(asked["quiet_s"])
    samples = decode(Path(asked["from"]), most_s=min(quiet_s, MOST_S) + _AROUND_S)
    return conditioned(samples, quiet_s=quiet_s)


def keep_clip(path: Path, samples: Samples) -> float:
    """Write a clip as it is kept, FLAC, 48 kHz, mono, and return its length in seconds.

    Raises:
        Failure: `disk-full` or `not-written`; what was there before stays.
    """
    import soundfile  # noqa: PLC0415 - as above

    from grounding.sound.samples import RATE  # noqa: PLC0415 - as above

    with failing_as(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with writing_whole(path) as file:
        file.write(_flac(samples, soundfile, RATE))
    return len(samples) / RATE


def _flac(samples: Samples, soundfile: Any, rate: int) -> bytes:
    """Return the samples encoded in memory: a disk that is full is then told by the system, not by the encoder."""
    import io  # noqa: PLC0415 - as above

    sheet = io.BytesIO()
    with soundfile.SoundFile(sheet, "w", samplerate=rate, channels=1, format="FLAC", subtype="PCM_16") as file:
        for start in range(0, len(samples), rate):
            file.write(samples[start : start + rate])
    return sheet.getvalue()


def _be_modest() -> None:
    """Take no more memory than a long clip needs: what asks for more is no clip."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - only where there is one

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))
