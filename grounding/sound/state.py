"""What the window is told about sound."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grounding.base.failure import Failure


class Hearing(StrEnum):
    """Whether there is sound."""

    OFF = "off"
    STARTING = "starting"
    ON = "on"
    SILENT = "silent"
    """Asked for, but it cannot be: the circle goes on, and it is tried again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the loudspeaker has come: so many frames of 48 kHz taken by this second of the session clock."""

    frames: int
    at_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundState:
    """The state of sound, told at every change, and once a second while the loudspeaker runs."""

    hearing: Hearing
    failure: Failure | None = None
    """Why it is silent."""
    progress: Progress | None = None
