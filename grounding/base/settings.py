"""What a person has set, kept in one small file without a word they typed."""

from __future__ import annotations

import json
import typing
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from grounding.base.failure import Failure
from grounding.base.files import write_whole

if TYPE_CHECKING:
    from pathlib import Path


class Theme(StrEnum):
    """How the window is coloured."""

    SYSTEM = "system"
    DUSK = "dusk"
    DAY = "day"
    HIGH_CONTRAST = "high-contrast"


class Motion(StrEnum):
    """Whether the orb moves, or stands still while its ring fills."""

    SYSTEM = "system"
    FULL = "full"
    REDUCED = "reduced"


class Look(StrEnum):
    """How the breath is seen."""

    ORB = "orb"
    WAVE = "wave"
    """A line in which the next turn is seen coming."""
    DIM = "dim"
    """A glow at the edge of a dark page, for tired eyes."""


class Keep(StrEnum):
    """What becomes of what is said in a sitting."""

    ASK = "ask"
    KEEP = "keep"
    NEVER = "never"


class Voice(StrEnum):
    """What is heard with the breath."""

    NONE = "none"
    TONE = "tone"
    BREATH = "breath"


TEXT_PERCENT = (100, 200)
KEEP_MONTHS = (0, 3, 6, 12, 24, 60)
"""After how many months entries may be forgotten; 0 is never. Any other number keeps all: nothing goes by mistake."""
DELAY_MOST_MS = 400
SLOWEST = (3, 4, 5, 6, 8, 10)
"""Breaths a minute that may be the slowest; resting rates are 12 to 14, and comfort varies widely (Terai 2016)."""
LEAD_PERCENT = (1, 2, 3, 4)
"""By how many percent each breath of a lead may be longer than the one before; 2 is the evidence's constant step."""
ONE_KEY_MS = (1500, 2000, 3000, 5000)
"""How long the keyboard stays on each thing where one key does everything. A usable time is that of one's own press
divided by 0.65 (Simpson, Koester & LoPresti 2007); devices begin with 1 s (Saltillo) to 1.8 s (Chromium). Here nothing
hurries: 3 s suits a press that takes two."""
LOCK_MINUTES = (2, 5)
WINDOW_SIZE = (1120, 720)
WINDOW_LEAST = (800, 600)
WINDOW_MOST = 16384


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that can be set, with what holds until somebody sets it."""

    welcomed: bool = False
    theme: Theme = Theme.SYSTEM
    motion: Motion = Motion.SYSTEM
    look: Look = Look.ORB
    text_percent: int = 100
    keep: Keep = Keep.ASK
    keep_months: int = 0
    """How many months an entry is kept; 0 keeps all."""
    sound: Voice = Voice.NONE
    bowl: bool = True
    """Whether, where sound is on, a bowl marks the beginning, each change of place and the end."""
    breath_percent: int = 100
    bowl_percent: int = 100
    voice_percent: int = 100
    """How loud somebody is who speaks the prompts."""
    delay_ms: int = 0
    """How much later than it is sent the sound is heard: wireless headsets take their time."""
    read_aloud: bool = False
    """Whether the system's own voice speaks what nobody has recorded."""
    one_key: bool = False
    """Whether the keyboard goes about by itself, and one key does everything."""
    one_key_ms: int = ONE_KEY_MS[2]
    announce: bool = False
    """Whether the breath, and the words beside it, are told to a screen reader."""
    left_out: tuple[str, ...] = ()
    """Ids of places that vanish from every practice."""
    body_shown: bool = True
    practice: str = "slow-down"
    pattern: str = ""
    """The chosen pattern, or "" for each practice's own."""
    slowest: int = SLOWEST[2]
    """Nobody is led to fewer breaths a minute than this."""
    lead_percent: int = LEAD_PERCENT[1]
    """How much longer each breath becomes where somebody is led."""
    minutes: int = 0
    """The length chosen for `breathe`; 0 is open."""
    lock_minutes: int = LOCK_MINUTES[1]
    """After so long without a key or a pointer a journal that has a passphrase locks."""
    width: int = WINDOW_SIZE[0]
    height: int = WINDOW_SIZE[1]
    maximized: bool = False


def read_settings(path: Path) -> tuple[Settings, Failure | None]:
    """Return what is set, and a failure where the file could not be understood.

    A damaged file is moved aside as `settings.damaged.json`; a field that makes no sense falls back to its default.
    """
    try:
        plain = json.loads(path.read_bytes())
        if not isinstance(plain, dict):
            raise TypeError
    except FileNotFoundError:
        return Settings(), None
    except OSError as error:
        return Settings(), Failure("settings-unreadable", path=path, reason=error.strerror)
    except (ValueError, TypeError, RecursionError):
        return Settings(), Failure("settings-damaged", path=_moved_aside(path))
    return _from_plain(plain), None


def write_settings(path: Path, settings: Settings) -> None:
    """Write the settings whole.

    Raises:
        Failure: `disk-full` or `not-written`.
    """
    write_whole(path, json.dumps(asdict(settings), indent=1).encode())


def _moved_aside(path: Path) -> Path:
    aside = path.with_name("settings.damaged.json")
    try:
        path.replace(aside)
    except OSError:
        return path
    return aside


def _from_plain(plain: dict[str, Any]) -> Settings:
    settings = Settings()
    for name, kind in typing.get_type_hints(Settings).items():
        if name in plain:
            value = _understood(plain[name], kind)
            settings = settings if value is None else replace(settings, **{name: value})
    low, high = TEXT_PERCENT
    return replace(
        settings,
        text_percent=min(high, max(low, settings.text_percent)),
        width=min(WINDOW_MOST, max(WINDOW_LEAST[0], settings.width)),
        height=min(WINDOW_MOST, max(WINDOW_LEAST[1], settings.height)),
        breath_percent=min(100, max(0, settings.breath_percent)),
        bowl_percent=min(100, max(0, settings.bowl_percent)),
        voice_percent=min(100, max(0, settings.voice_percent)),
        delay_ms=min(DELAY_MOST_MS, max(0, settings.delay_ms)),
        minutes=min(60, max(0, settings.minutes)),
        lock_minutes=min(LOCK_MINUTES[1], max(LOCK_MINUTES[0], settings.lock_minutes)),
        slowest=settings.slowest if settings.slowest in SLOWEST else SLOWEST[2],
        one_key_ms=settings.one_key_ms if settings.one_key_ms in ONE_KEY_MS else ONE_KEY_MS[2],
        lead_percent=settings.lead_percent if settings.lead_percent in LEAD_PERCENT else LEAD_PERCENT[1],
        keep_months=settings.keep_months if settings.keep_months in KEEP_MONTHS else 0,
    )


def _understood(value: Any, kind: Any) -> Any:
    """Return the value as its field wants it, or None where it makes no sense."""
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value) if value in list(kind) else None
    if kind in (bool, int, str):
        return value if type(value) is kind else None
    return tuple(value) if isinstance(value, list) and all(type(each) is str for each in value) else None
