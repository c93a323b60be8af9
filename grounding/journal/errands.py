"""What the process that carries a journal is asked (see `carrying`)."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from grounding.body.region import Region
from grounding.journal.wanted import Wanted

if TYPE_CHECKING:
    from pathlib import Path

CARRYING = "grounding.journal.carrying"


def to_export(folder: Path, path: Path, *, wanted: Wanted, guard: bool, language: str) -> dict[str, Any]:
    """Ask for the journal in `folder` to be written to `path` (see `export`)."""
    return {
        "does": "export",
        "journal": str(folder),
        "path": str(path),
        "wanted": wanted_to_plain(wanted),
        "guard": guard,
        "language": language,
    }


def to_import(folder: Path, path: Path) -> dict[str, Any]:
    """Ask for the exported journal at `path` to be taken into the one in `folder` (see `import_journal`)."""
    return {"does": "import", "journal": str(folder), "path": str(path)}


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
