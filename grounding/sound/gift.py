"""A `.practice` file written or read, in the process that does so (see `giving`).

Standard library alone, as all that the window knows of sound.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grounding.base.errand import Errand, Patience
from grounding.base.failure import Failure
from grounding.practice.source import shown
from grounding.sound.child import GIVING, environment, module_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from grounding.base.child import Message
    from grounding.practice.practice import Practice

_OPENED_WITHIN_S = 4.8
"""The process tells by itself when it has taken too long; one that no longer can is ended from here."""
_ONE_HEAP = {"MALLOC_ARENA_MAX": "1"}
"""By itself glibc sets 64 MiB of addresses aside for each thread, and the process has no more than 256."""


class Gift(Errand):
    """An errand on one `.practice` file."""

    def __init__(
        self,
        asked: Message,
        *,
        ended: Callable[[Message | Failure], None],
        told: Callable[[Message], None] = lambda _message: None,
    ) -> None:
        lean = environment() | _ONE_HEAP
        patience = _patience(asked["file"]) if asked["do"] == "open" else None
        super().__init__(module_of(GIVING), asked, ended=ended, told=told, environment=lean, patience=patience)


def to_give(practice: Practice, out: Path, *, giver: str, replace: bool) -> dict[str, Any]:
    """Return what is asked of the process: write a practice to `out`."""
    return {"do": "give", "practice": practice.file, "to": str(out), "giver": giver, "replace": replace}


def to_open(file: Path, into: Path | None) -> dict[str, Any]:
    """Return what is asked of the process: read a `.practice` file, and put what is in it into a new folder."""
    return {"do": "open", "file": str(file), "into": str(into) if into else None}


def _patience(file: str) -> Patience:
    return Patience(_OPENED_WITHIN_S, Failure("given-too-slow", file=shown(file)))
