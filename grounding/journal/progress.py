"""How far a long piece of work is, and whether it is to go on."""

from __future__ import annotations

from collections.abc import Callable

GoingOn = Callable[[float], bool]
"""Told which part is done, 0 to 1; answers whether to go on."""


def on_and_on(_part: float) -> bool:
    """Go on, whoever would like to know how far it is."""
    return True


class Cancelled(Exception):
    """Somebody has changed their mind."""


class Progress:
    """Counts what is done of so much, as a stretch of the whole work."""

    def __init__(self, going_on: GoingOn, *, of: int, begins: float = 0.0, ends: float = 1.0) -> None:
        self._going_on, self._of, self._begins, self._ends = going_on, max(1, of), begins, ends
        self._done = 0

    def more(self, done: int = 1) -> None:
        """Count so much more as done.

        Raises:
            Cancelled: where it is not to go on.
        """
        self._done += done
        part = min(1.0, self._done / self._of)
        if not self._going_on(self._begins + part * (self._ends - self._begins)):
            raise Cancelled
