"""One piece of work on sound, in a process of its own: a file written, a clip taken in, a voice recorded.

Standard library alone: neither numpy nor pydub nor soundfile comes into the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from grounding.base.errand import Errand as AnyErrand
from grounding.sound.child import environment, module_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.child import Message
    from grounding.base.failure import Failure


class Errand(AnyErrand):
    """An errand that one of the processes of sound goes on (see `sound.child`)."""

    def __init__(
        self,
        process: str,
        asked: Message,
        *,
        ended: Callable[[Message | Failure], None],
        told: Callable[[Message], None] = lambda _message: None,
    ) -> None:
        super().__init__(module_of(process), asked, ended=ended, told=told, environment=environment())
