"""What a damaged journal has been made of, and how that is asked for and told between two processes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from grounding.journal.along.errands import keys_from_plain, keys_to_plain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from grounding.journal.keyring.keys import Keys

MENDING = "grounding.journal.repair.mender"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """What the journal is made of now."""

    keys: Keys = field(repr=False)
    from_file: bool
    """Whether anything comes out of the file that could not be read."""
    from_backup: bool
    lost: bool
    """Whether something is known to have been there, and is nowhere now."""


def to_mend(folder: Path, keys: Keys | None, *, typed: str, now: datetime) -> dict[str, Any]:
    """Ask for the journal in `folder` to be put together (see `mend`); `typed` may open a backup."""
    return {"journal": str(folder), "keys": keys and keys_to_plain(keys), "typed": typed, "now": now.isoformat()}


def mended_to_plain(made: Mended) -> dict[str, Any]:
    """Return what was made as it goes over the pipe of a process, and nowhere else."""
    told = {name: getattr(made, name) for name in ("from_file", "from_backup", "lost")}
    return told | {"keys": keys_to_plain(made.keys)}


def mended_from_plain(plain: Mapping[str, Any]) -> Mended:
    """Return what was made from its plain form."""
    told = {name: plain[name] for name in ("from_file", "from_backup", "lost")}
    return Mended(keys=keys_from_plain(plain["keys"]), **told)
