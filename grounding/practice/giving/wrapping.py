"""Writing a `.practice` file: the practice as it stands in its file, its clips, a list of them; nothing about anybody.

No date, no user, no machine and no path goes into it, and nothing is packed by a method of which there are several
makes: so the same practice comes to the same bytes everywhere.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from grounding.base.failure import Failure
from grounding.base.files import refuse_if_there, writing_whole
from grounding.practice.giving.clip import Kept, bare, seconds_as_kept
from grounding.practice.giving.limits import CLIP_MIB, CLIPS, CLIPS_S, FILE_MIB, MANIFEST, MIB, PARTS, PRACTICE
from grounding.practice.giving.manifest import Manifest, Sum, check_clip_names, giver_of
from grounding.practice.giving.zipped import Zipped
from grounding.practice.practice import clips_named
from grounding.practice.source import read_bytes, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from grounding.practice.giving.clip import Keep
    from grounding.practice.practice import Practice

_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX, _MODE = 3, 0o100600


def wrap(
    practice: Practice,
    out: Path,
    *,
    giver: str = "",
    replace: bool = False,
    keep: Keep = lambda _sound: None,
    going_on: Callable[[float], bool] = lambda _part: True,
) -> bool:
    """Write a practice as a `.practice` file; return whether it was written.

    `giver` is who it is from, as that person writes it, or "". `keep` makes a clip of a sound file that is none as they
    are kept, since somebody has put it there by hand. `going_on` is told which part is done, 0 to 1, and
    answers whether to go on; after a no, nothing is left behind.

    Raises:
        Failure: `file-is-there`, `disk-full`, `not-written`, or why the practice or a clip of it cannot be given.
    """
    refuse_if_there(out, replace=replace)
    giver = giver_of(giver, out)
    file = Path(practice.file)
    text = read_bytes(file)
    parts, clips, seconds = {PRACTICE: text}, {}, 0.0
    names = sorted(clips_named(practice))
    check_clip_names(set(names), file)
    for done, name in enumerate(names):
        if not going_on(done / len(names)):
            return False
        kept = _clip(Path(practice.clips) / name, keep)
        part = CLIPS + hashlib.sha256(kept.clip).hexdigest()
        seconds += 0.0 if part in parts else kept.seconds
        parts[part], clips[name] = bytes(kept.clip), part
    sums = {name: Sum(size=len(data), sha256=hashlib.sha256(data).hexdigest()) for name, data in parts.items()}
    manifest = Manifest(id=practice.id, title=practice.title, giver=giver, parts=sums, clips=clips)
    told = manifest.to_bytes()
    if len(parts) + 1 > PARTS or seconds > CLIPS_S or sum(map(len, parts.values())) > (FILE_MIB - 1) * MIB:
        most = {"most_mib": FILE_MIB, "most": PARTS, "minutes": f"{CLIPS_S / 60:g}"}
        raise Failure("giving-too-much", file=shown(file), **most)
    with writing_whole(out) as sheet:
        _write(sheet, {MANIFEST: told} | dict(sorted(parts.items())))
        Zipped(sheet, sheet.seek(0, os.SEEK_END), called=out)
    return True


def _clip(path: Path, keep: Keep) -> Kept:
    """Return a clip without whatever was written into it beside the sound.

    Raises:
        Failure: `clip-unreadable`.
    """
    kept = None
    with contextlib.suppress(OSError):
        if path.is_file() and path.stat().st_size <= CLIP_MIB * MIB:
            sound = path.read_bytes()
            clip = bare(sound)
            seconds = seconds_as_kept(clip) if clip else None
            kept = keep(sound) if clip is None or seconds is None else Kept(clip=clip, seconds=seconds)
    if kept is None:
        raise Failure("clip-unreadable", path=path)
    return kept


def _write(sheet: BinaryIO, parts: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(sheet, "w", zipfile.ZIP_STORED) as zipped:
        for name, data in parts.items():
            about = zipfile.ZipInfo(name, _DATE)
            about.create_system, about.external_attr = _UNIX, _MODE << 16
            zipped.writestr(about, data)
