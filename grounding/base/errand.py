"""One piece of work in a process of its own, with an end: a file written, a journal taken in.

What the work needs (numpy, Qt Multimedia, a parser that a strange file might break) never comes into the window.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NamedTuple

from grounding.base.child import Child, Message
from grounding.base.failure import Failure
from grounding.base.log import LOG

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_OVER = {"written", "cancelled", "kept"}


class Patience(NamedTuple):
    """How long a process may take before it is ended, whatever it is at, and what is told then."""

    seconds: float
    late: Failure


class Errand:
    """Both calls come from a thread of the errand's own: `told` with each message on the way, `ended` once.

    `ended` is given the last message ("written", "kept", "cancelled"), or the Failure that says why it came to nothing:
    then nothing is left behind.
    """

    def __init__(
        self,
        module: str,
        asked: Message,
        *,
        ended: Callable[[Message | Failure], None],
        told: Callable[[Message], None] = lambda _message: None,
        environment: Mapping[str, str] | None = None,
        patience: Patience | None = None,
    ) -> None:
        self._module, self._asked, self._environment = module, asked, environment
        self._told, self._ended = told, ended
        self._over = False
        self._child: Child | None = None
        self._patience = patience
        self._late: Failure | None = None
        self._watch: threading.Timer | None = None

    def begin(self) -> None:
        """Start the process and tell it what is asked."""
        try:
            self._child = Child(self._hear, module=self._module, environment=self._environment)
        except OSError as error:
            self._end(Failure("errand-ended", reason=error.strerror))
        else:
            self._be_patient()
            self._child.say(self._asked)

    def _be_patient(self) -> None:
        if self._patience is not None:
            self._watch = threading.Timer(self._patience.seconds, self._end_it, (self._patience.late,))
            self._watch.daemon = True
            self._watch.start()

    def _end_it(self, late: Failure) -> None:
        """End a process that takes too long; that it has ended, the ear on it tells."""
        self._late = late
        if self._child is not None:
            self._child.kill()

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
            self._end(self._late or Failure("errand-ended", reason="it was ended from outside"))
        elif message["is"] in _OVER:
            self._end(message)
        elif message["is"] == "failed":
            self._end(Failure(message["code"], **message["facts"]))
        elif message["is"] == "bug":
            LOG.error("%s: %s", self._module, message["told"])
        else:
            self._told(message)

    def _end(self, how: Message | Failure) -> None:
        if not self._over:
            self._over = True
            if self._watch is not None:
                self._watch.cancel()
            self.cancel()  # nothing more is said to it
            self._ended(how)
