"""A sound file as the window knows it: written in a process of its own, told how far it is, cancelled at any moment.

Standard library alone: neither numpy nor pydub nor soundfile comes into the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.log import LOG
from grounding.sound.child import WRITING, Child, Message
from grounding.sound.recording import recording_to_plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from grounding.sound.recording import Recording


class Writer:
    """Writes one file; `part` and `ended` are called from a thread of its own.

    `part` is told how much is done, 0 to 1; `ended`, once, True (written), False (cancelled) or a Failure:
    `not-written` or `disk-full`, with nothing left behind.
    """

    def __init__(self, part: Callable[[float], None], ended: Callable[[bool | Failure], None]) -> None:
        self._part, self._ended = part, ended
        self._child: Child | None = None
        self._path = ""
        self._over = False

    def write(self, path: Path, recording: Recording) -> None:
        """Begin to write."""
        self._path = str(path)
        try:
            self._child = Child(self._hear, process=WRITING)
        except OSError as error:
            self._end(Failure("not-written", path=path, reason=error.strerror))
        else:
            self._child.say({"path": str(path), "recording": recording_to_plain(recording)})

    def cancel(self) -> None:
        """Stop, and leave nothing behind; `ended` tells when it has."""
        if self._child is not None:
            self._child.end()

    def _hear(self, message: Message | None) -> None:
        if message is None:
            self._end(Failure("not-written", path=self._path, reason="it was ended from outside"))
            return
        match message["is"]:
            case "part":
                self._part(message["part"])
            case "written":
                self._end(True)
            case "cancelled":
                self._end(False)
            case "failed":
                self._end(Failure(message["code"], **message["facts"]))
            case "bug":
                LOG.error("sound: %s", message["told"])

    def _end(self, how: bool | Failure) -> None:
        if not self._over:
            self._over = True
            self.cancel()  # nothing more is said to it
            self._ended(how)
