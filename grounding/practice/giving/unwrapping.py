"""Reading a `.practice` file, which is hostile until read: whole as its manifest says, or one sentence."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO

from grounding.base.failure import Failure
from grounding.base.files import failing_as, write_new
from grounding.practice.giving.limits import CLIPS_S, MANIFEST, PRACTICE
from grounding.practice.giving.manifest import Manifest, manifest_in
from grounding.practice.giving.zipped import Zipped
from grounding.practice.practice import clips_named
from grounding.practice.reading import NAME, practice_in
from grounding.practice.source import decoded, shown, toml_in

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from grounding.practice.giving.clip import Keep
    from grounding.practice.practice import Practice

_NOT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A practice somebody gives, read whole."""

    practice: Practice
    text: bytes
    """The practice's file, as it is."""
    giver: str
    """Who it says it is from, or ""."""
    voices: Mapping[str, str] = field(default_factory=dict)
    """Under which name each clip lies, by the name that the practice has for it."""


def unwrap(path: Path, *, keep: Keep, into: Path | None = None) -> Given:
    """Return the practice in a `.practice` file; with `into`, which must not be there, it lies in that folder then.

    `keep` hears a sound file through, and returns the clip as it is kept. Nothing is written under a name that the file
    gives it: a clip lies under the hash of its part (see `shelving`).

    Raises:
        Failure: in one sentence, what is wrong with it; what was written is for the caller to delete.
    """
    try:
        handle = os.open(path, os.O_RDONLY | _NOT_WAITING)  # a pipe that nobody writes to would wait for ever
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            os.close(handle)
            raise Failure("given-not-one", file=shown(path))
        with os.fdopen(handle, "rb") as file:
            return _unwrapped(file, about.st_size, path, keep, into)
    except OSError as error:
        raise Failure("given-unopened", file=shown(path), reason=error.strerror) from error


def _unwrapped(file: BinaryIO, size: int, path: Path, keep: Keep, into: Path | None) -> Given:
    zipped = Zipped(file, size, called=path)
    if MANIFEST not in zipped.parts:
        zipped.refuse("given-not-one")
    manifest = manifest_in(bytes(zipped.unpacked(MANIFEST)), path)
    for name in {*manifest.parts, MANIFEST} ^ set(zipped.parts):
        zipped.refuse("given-unlisted", name)
    if PRACTICE not in manifest.parts:
        zipped.refuse("given-not-one")
    text = bytes(_part(zipped, manifest, PRACTICE))
    practice = _practice(text, path / PRACTICE)
    _check_agreement(practice, manifest, path)
    if into is not None:
        _make(into)
        write_new(into / NAME, text)
    _clips(zipped, manifest, keep, into)
    voices = {clip: manifest.parts[part].sha256 for clip, part in manifest.clips.items()}
    return Given(practice=practice, text=text, giver=manifest.giver, voices=voices)


def _practice(text: bytes, path: Path) -> Practice:
    return practice_in(toml_in(decoded(text, path), path), path)


def _check_agreement(practice: Practice, manifest: Manifest, path: Path) -> None:
    """Refuse a manifest that tells of another practice, or of other clips, than there are."""
    if (practice.id, practice.title) != (manifest.id, manifest.title):
        raise Failure("given-other", file=shown(path))
    for name in clips_named(practice) ^ set(manifest.clips):
        raise Failure("given-clips-differ", file=shown(path), where=shown(name, 80))


def _part(zipped: Zipped, manifest: Manifest, name: str) -> bytearray:
    told, data = manifest.parts[name], zipped.unpacked(name)
    if len(data) != told.size or hashlib.sha256(data).hexdigest() != told.sha256:
        zipped.refuse("given-differs", name)
    return data


def _clips(zipped: Zipped, manifest: Manifest, keep: Keep, into: Path | None) -> None:
    left_s = CLIPS_S
    for name in sorted(set(manifest.parts) - {PRACTICE}):
        kept = keep(_part(zipped, manifest, name))
        if kept is None:
            zipped.refuse("given-no-sound", next(clip for clip, part in manifest.clips.items() if part == name))
        left_s -= kept.seconds
        if left_s < 0:
            zipped.refuse("given-too-long", minutes=f"{CLIPS_S / 60:g}")
        if into is not None:
            write_new(into / manifest.parts[name].sha256, kept.clip)


def _make(folder: Path) -> None:
    with failing_as(folder):
        folder.mkdir(mode=0o700, parents=True)
