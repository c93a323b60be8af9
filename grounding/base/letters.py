"""The letters of a language in rows, those first that are written most."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grounding.base.assets import assets
from grounding.base.wording import FALLBACK

if TYPE_CHECKING:
    from pathlib import Path

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """What can be written one by one."""

    rows: Rows
    signs: Rows
    digits: Rows
    point: str
    """What stands between the whole of a number and its parts."""

    @property
    def numbers(self) -> Rows:
        """What a number is written with."""
        return (*self.digits[:-1], (*self.digits[-1], self.point))


def read_letters(language: str, *, folder: Path | None = None) -> Letters:
    """Return the letters of a language, or the English ones where it has no file of them."""
    folder = folder or assets() / "words"
    path = folder / f"letters.{language.partition('-')[0]}.toml"
    if not path.is_file():
        path = folder / f"letters.{FALLBACK}.toml"
    plain = tomllib.loads(path.read_text(encoding="utf-8"))
    rows, signs, digits = (tuple(tuple(row.split()) for row in plain[kind]) for kind in ("rows", "signs", "digits"))
    return Letters(rows=rows, signs=signs, digits=digits, point=plain["point"])
