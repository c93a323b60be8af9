"""The sentence for every failure and the name for every id, in one language."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from grounding.base.assets import assets

if TYPE_CHECKING:
    from pathlib import Path

    from grounding.base.failure import Failure

FALLBACK = "en"


class Wording:
    """Turns codes and ids into what a person reads; what a language lacks is said in English."""

    def __init__(self, language: str = FALLBACK, *, folder: Path | None = None) -> None:
        folder = folder or assets()
        self.language = language
        self._sentences = _merged(folder / "languages", "wording", language)
        self._names = _merged(folder / "words", "words", language)

    def sentence(self, failure: Failure) -> str:
        """Return the one sentence that says what went wrong and what is possible now."""
        return str(self._sentences[failure.code]).format(**failure.facts)

    def name(self, kind: str, key: str) -> str:
        """Return the shown name of an id, or the id itself where it is a person's own word.

        `kind` is a table of `words.<lang>.toml`: "regions", "words", "patterns", "changes", "phases".
        """
        return str(self._names.get(kind, {}).get(key, key))

    def codes(self) -> frozenset[str]:
        """Return every failure code that has a sentence."""
        return frozenset(self._sentences)


def _merged(folder: Path, stem: str, language: str) -> dict[str, Any]:
    """Read `<stem>.en.toml`, overlaid with the same file of another language where there is one."""
    merged: dict[str, Any] = {}
    for code in dict.fromkeys((FALLBACK, language)):
        path = folder / f"{stem}.{code}.toml"
        if path.is_file():
            _overlay(merged, tomllib.loads(path.read_text(encoding="utf-8")))
    return merged


def _overlay(below: dict[str, Any], above: dict[str, Any]) -> None:
    for key, value in above.items():
        if isinstance(value, dict) and isinstance(below.get(key), dict):
            _overlay(below[key], value)
        else:
            below[key] = value
