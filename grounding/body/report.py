"""All that a person says in one sitting, and its plain form for keeping."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from grounding.body.region import Region
from grounding.body.sensation import After, Change, Noticed, Sensation

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was underneath, what was noticed where, and the one line to keep; each part may stay empty."""

    underneath: str = ""
    noticed: Noticed | None = None
    sensations: tuple[Sensation, ...] = ()
    line: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing at all has been said."""
        return self == Report()


def report_to_plain(report: Report) -> dict[str, Any]:
    """Return the report as dicts, lists, strings and numbers, lossless; see `report_from_plain`."""
    return {
        "underneath": report.underneath,
        "noticed": report.noticed and report.noticed.value,
        "sensations": [sensation_to_plain(sensation) for sensation in report.sensations],
        "line": report.line,
    }


def report_from_plain(plain: Mapping[str, Any]) -> Report:
    """Return the report whose plain form this is.

    Raises:
        KeyError, TypeError, ValueError, Failure: where it is not one.
    """
    return Report(
        underneath=str(plain["underneath"]),
        noticed=Noticed(plain["noticed"]) if plain["noticed"] is not None else None,
        sensations=tuple(sensation_from_plain(each) for each in plain["sensations"]),
        line=str(plain["line"]),
    )


def sensation_to_plain(sensation: Sensation) -> dict[str, Any]:
    """Return one sensation in the form that `journal list --json` shows."""
    after = sensation.after
    return {
        "region": sensation.region.value,
        "words": list(sensation.words),
        "strength": sensation.strength,
        "note": sensation.note,
        "after": after and after_to_plain(after),
    }


def after_to_plain(after: After) -> dict[str, Any]:
    """Return what became of a sensation; what was not said is left out."""
    told: dict[str, Any] = {"change": after.change.value}
    if after.strength is not None:
        told["strength"] = after.strength
    if after.words:
        told["words"] = list(after.words)
    if after.moved_to is not None:
        told["moved_to"] = after.moved_to.value
    return told


def sensation_from_plain(plain: Mapping[str, Any]) -> Sensation:
    """Return the sensation whose plain form this is."""
    after = plain["after"]
    return Sensation(
        region=Region(plain["region"]),
        words=tuple(str(word) for word in plain["words"]),
        strength=plain["strength"],
        note=str(plain["note"]),
        after=after and after_from_plain(after),
    )


def after_from_plain(plain: Mapping[str, Any]) -> After:
    """Return what became of a sensation from its plain form."""
    moved_to = plain.get("moved_to")
    return After(
        change=Change(plain["change"]),
        strength=plain.get("strength"),
        words=tuple(str(word) for word in plain.get("words", ())),
        moved_to=Region(moved_to) if moved_to is not None else None,
    )
