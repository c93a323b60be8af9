"""How loud each kind of sound is meant to be, against the others."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grounding.base.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Mix:
    """Volumes as a person sets them: 0 silent, 1 the level that each sound was made at (see `loudness`)."""

    breath: float = 1.0
    bowl: float = 1.0
    voice: float = 1.0


DUCKED_DB = -10.0
"""So much lower are breath and bowl under a voice; 8 to 12 dB is meant."""
LEVEL = Mix()
"""Every sound as it was made."""


def mix_of(settings: Settings) -> Mix:
    """Return the volumes that are set."""
    return Mix(
        breath=settings.breath_percent / 100, bowl=settings.bowl_percent / 100, voice=settings.voice_percent / 100
    )


def ducked(mix: Mix) -> Mix:
    """Return the mix that makes room for a voice that is not in it: breath and bowl `DUCKED_DB` lower."""
    lower = 10 ** (DUCKED_DB / 40)  # a volume counts by its square
    return replace(mix, breath=mix.breath * lower, bowl=mix.bowl * lower)


def gain(volume: float) -> float:
    """Return the factor for a volume: its square, so that half way on a slider is heard as about half as loud."""
    return volume * volume


def mix_to_plain(mix: Mix) -> dict[str, float]:
    """Return the volumes by name."""
    return asdict(mix)


def mix_from_plain(plain: Mapping[str, Any]) -> Mix:
    """Return the mix whose plain form this is.

    Raises:
        KeyError, TypeError, ValueError: where it is not one.
    """
    return Mix(breath=float(plain["breath"]), bowl=float(plain["bowl"]), voice=float(plain["voice"]))
