"""What the process that carries a journal is asked (see `porter`)."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from grounding.body.region import Region
from grounding.journal.wanted import Wanted

if TYPE_CHECKING:
    from pathlib import Path

    from grounding.journal.keyring.keys import Keys

CARRYING = "grounding.journal.along.porter"


def to_export(
    folder: Path,
    path: Path,
    *,
    keys: Keys | None = None,
    wanted: Wanted,
    guard: bool,
    replace: bool,
    language: str,
) -> dict[str, Any]:
    """Ask for the journal in `folder` to be written to `path` (see `export`)."""
    return {
        "does": "export",
        "journal": str(folder),
        "keys": keys and keys_to_plain(keys),
        "path": str(path),
        "wanted": wanted_to_plain(wanted),
        "guard": guard,
        "replace": replace,
        "language": language,
    }


def to_import(folder: Path, path: Path, *, keys: Keys | None = None) -> dict[str, Any]:
    """Ask for the exported journal at `path` to be taken into the one in `folder` (see `import_journal`)."""
    return {"does": "import", "journal": str(folder), "keys": keys and keys_to_plain(keys), "path": str(path)}


def keys_to_plain(keys: Keys) -> dict[str, Any]:
    """Return keys as they go over the pipe of a process, and nowhere else."""
    plain = {name: getattr(keys, name).hex() for name in ("journal", "database", "secret")}
    return plain | {"earlier": [each.hex() for each in keys.earlier]}


def keys_from_plain(plain: dict[str, Any]) -> Keys:
    """Return the keys whose plain form this is."""
    from grounding.journal.keyring.keys import Keys  # noqa: PLC0415 - cryptography only in the process that opens the journal

    earlier = tuple(bytes.fromhex(each) for each in plain["earlier"])
    return Keys(**{name: bytes.fromhex(plain[name]) for name in ("journal", "database", "secret")}, earlier=earlier)


def wanted_to_plain(wanted: Wanted) -> dict[str, Any]:
    """Return what is wanted as strings and truths."""
    plain = asdict(wanted)
    return plain | {name: plain[name] and plain[name].isoformat() for name in ("since", "until")}


def wanted_from_plain(plain: dict[str, Any]) -> Wanted:
    """Return what is wanted from its plain form."""
    region, days = plain["region"], {name: plain[name] for name in ("since", "until")}
    return Wanted(
        **plain
        | {"region": Region(region) if region else None}
        | {name: date.fromisoformat(day) if day else None for name, day in days.items()}
    )
