"""One piece of work on sound, in a process of its own: a file written, a clip taken in, a voice recorded.

Standard library alone: neither numpy nor pydub nor soundfile comes into the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.log import LOG
from grounding.sound.child import Child, Message

if TYPE_CHECKING:
    from collections.abc import Callable

_OVER = {"written", "cancelled", "kept"}


class Errand:
    """Both calls come from a thread of the errand's own: `told` with each message on the way, `ended` once.

    `ended` is given the last message ("written", "kept", "cancelled"), or the Failure that says why it came to nothing:
    then nothing is left behind.
    """

    def __init__(
        self,
        process: str,
        asked: Message,
        *,
        ended: Callable[[Message | Failure], None],
        told: Callable[[Message], None] = lambda _message: None,
    ) -> None:
        self._process, self._asked = process, asked
        self._told, self._ended = told, ended
        self._over = False
        self._child: Child | None = None

    def begin(self) -> None:
        """Start the process and tell it what is asked."""
        try:
            self._child = Child(self._hear, process=self._process)
        except OSError as error:
            self._end(Failure("errand-ended", reason=error.strerror))
        else:
            self._child.say(self._asked)

    def say(self, message: Message) -> None:
        """Tell the process something more."""
        if self._child is not None:
            self._child.say(message)

    def cancel(self) -> None:
        """Leave it: the process stops and leaves nothing behind; `ended` tells when it has."""
        if self._child is not None:
            self._child.end()

    def _hear(self, message: Message | None) -> None:
        if message is None:
            self._end(Failure("errand-ended", reason="it was ended from outside"))
        elif message["is"] in _OVER:
            self._end(message)
        elif message["is"] == "failed":
            self._end(Failure(message["code"], **message["facts"]))
        elif message["is"] == "bug":
            LOG.error("sound: %s", message["told"])
        else:
            self._told(message)

    def _end(self, how: Message | Failure) -> None:
        if not self._over:
            self._over = True
            self.cancel()  # nothing more is said to it
            self._ended(how)
