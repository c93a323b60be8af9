"""The window's end of a process of sound."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from grounding.base.child import Child as AnyChild

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.child import Message

PLAYING, WRITING, TAKING = "process", "writing", "taking"
LISTENING, SPEAKING, GIVING = "listening", "speaking", "giving"
"""The files of sound that a process may run: the loudspeaker, a sound file, a clip taken in, a voice recorded, words
read aloud, a `.practice` file written or read."""


class Child(AnyChild):
    """One process of sound.

    Raises:
        OSError: where it cannot be started.
    """

    def __init__(self, said: Callable[[Message | None], None], *, process: str = PLAYING) -> None:
        super().__init__(said, module=module_of(process), environment=environment())


def module_of(process: str) -> str:
    """Return the module that a process of sound runs."""
    return f"grounding.sound.{process}"


def environment() -> dict[str, str]:
    """Return the environment without a display: the process needs none, and libpulse would ask it for a server.

    By itself Qt has the server keep some 15 ms, and a busy computer makes holes in the sound (measured).
    """
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    ours = {"OPENBLAS_NUM_THREADS": "1", "QT_LOGGING_RULES": "*=false"}
    return {"PULSE_LATENCY_MSEC": "80"} | kept | ours
