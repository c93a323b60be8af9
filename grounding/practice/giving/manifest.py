"""What a `.practice` file says of itself: whose practice it is, and every part with its size and hash.

{
"clips": [{"clip": "1-arrive-1.flac", "part": "clips/<SHA-256>"}],      what the practice calls it, and the part
"format": 1,
"from": "Ana",                                                         what the giver wrote, or absent
"id": "a-minute", "title": "A minute",                                 as in practice.toml
"parts": [{"name": "practice.toml", "sha256": "…", "size": 412}]       each but the manifest itself
}
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NoReturn

from grounding.base.failure import Failure
from grounding.practice.fields import Table
from grounding.practice.giving.limits import CLIPS, GIVER_CHARACTERS, MANIFEST, PARTS, PRACTICE, most_bytes
from grounding.practice.reading import CLIPS as CLIP_NAMES
from grounding.practice.reading import TITLE_CHARACTERS
from grounding.practice.source import shown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FORMAT = 1
_MOST_CLIPS = 1000
_HASH = re.compile(r"[0-9a-f]{64}")
_FIELDS = ("clips", "format", "from", "id", "parts", "title")
_NAME_BYTES = 200
"""A file's name can have 255 bytes on most systems; a take of a clip is written beside it under a longer one."""
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """How long a part is, and its SHA-256."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What is in a `.practice` file."""

    id: str
    title: str
    giver: str = ""
    """Who it is from, as that person wrote it; "" where they wrote nothing."""
    parts: Mapping[str, Sum] = field(default_factory=dict)
    clips: Mapping[str, str] = field(default_factory=dict)
    """The part in which a clip lies, by the name that the practice has for it."""

    def to_bytes(self) -> bytes:
        """Return it as it is written: the same for the same practice."""
        plain: dict[str, Any] = {
            "format": FORMAT,
            "id": self.id,
            "title": self.title,
            "parts": [
                {"name": name, "size": each.size, "sha256": each.sha256} for name, each in sorted(self.parts.items())
            ],
            "clips": [{"clip": name, "part": part} for name, part in sorted(self.clips.items())],
        }
        if self.giver:
            plain["from"] = self.giver
        return (json.dumps(plain, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def manifest_in(data: bytes, path: Path) -> Manifest:
    """Return the manifest that `data`, out of the `.practice` file at `path`, holds.

    Raises:
        Failure: with what in it cannot be as it is.
    """
    top = Table(_parsed(data, path), file=shown(path / MANIFEST))
    if top.whole("format", least=FORMAT, most=999_999) > FORMAT:
        raise Failure("given-newer", file=shown(path))
    top.only(_FIELDS)
    parts = {}
    for each in top.tables("parts", least=1, most=PARTS):
        name, told = _part(each, path)
        if name in parts:
            raise Failure("given-twice", file=shown(path), where=name)
        parts[name] = told
    return Manifest(
        id=top.id("id"),
        title=top.text("title", most=TITLE_CHARACTERS),
        giver=top.text("from", most=GIVER_CHARACTERS) if top.has("from") else "",
        parts=parts,
        clips=_clips(top, parts, path),
    )


def giver_of(written: str, path: Path) -> str:
    """Return who it is from, as it can stand in a manifest; "" where nothing is written.

    Raises:
        Failure: where it is longer than a line, or has what cannot be seen.
    """
    table = Table({"from": written}, file=shown(path))
    return table.text("from", most=GIVER_CHARACTERS) if written.strip() else ""


def check_clip_names(names: Mapping[str, str] | set[str], path: Path) -> None:
    """Refuse names that some system could not keep apart, or takes for something else than a file.

    Raises:
        Failure: `given-clip-name`.
    """
    met: set[str] = set()
    for name in names:
        same = unicodedata.normalize("NFC", name).casefold()
        if same in met or _DEVICES.fullmatch(name) or len(name.encode()) > _NAME_BYTES:
            raise Failure("given-clip-name", file=shown(path), where=shown(name, 80))
        met.add(same)


def _part(table: Table, path: Path) -> tuple[str, Sum]:
    table.only(("name", "sha256", "size"))
    name, sha256 = table.raw("name"), table.raw("sha256")
    if not isinstance(sha256, str) or not _HASH.fullmatch(sha256) or name not in (PRACTICE, CLIPS + sha256):
        raise Failure("given-unknown-part", file=shown(path), where=shown(name, 80))
    return str(name), Sum(size=table.whole("size", least=0, most=most_bytes(str(name))), sha256=sha256)


def _clips(top: Table, parts: Mapping[str, Sum], path: Path) -> dict[str, str]:
    """Return the clips: each in a part that is there, and no part without one."""
    clips = {}
    for each in top.tables("clips", least=0, most=_MOST_CLIPS):
        each.only(("clip", "part"))
        name, part = each.file_name("clip", endings=CLIP_NAMES), each.raw("part")
        if name in clips or part == PRACTICE or not isinstance(part, str) or part not in parts:
            raise Failure("given-clips-differ", file=shown(path), where=shown(name, 80))
        clips[name] = part
    for part in set(parts) - {PRACTICE} - set(clips.values()):
        raise Failure("given-clips-differ", file=shown(path), where=part)
    check_clip_names(clips, path)
    return clips


def _parsed(data: bytes, path: Path) -> dict[str, Any]:
    try:
        plain = json.loads(data.decode(), object_pairs_hook=_once, parse_constant=_none)
    except (ValueError, RecursionError):  # what is no UTF-8 is a ValueError too
        raise Failure("given-manifest", file=shown(path)) from None
    if not isinstance(plain, dict):
        raise Failure("given-manifest", file=shown(path))
    return plain


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    if len(plain) != len(pairs):
        raise ValueError("a name is there twice")
    return plain


def _none(_told: str) -> NoReturn:
    raise ValueError("not a number")
