"""`.practice` files as `Share…` writes them, and as nobody should: every field of the ZIP can be told otherwise."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import zlib
from dataclasses import dataclass, field, replace
from functools import cache

import numpy as np
import soundfile

from grounding.practice.giving.wrapping import wrap
from grounding.practice.reading import read_practice

RATE = 48_000
STORED, DEFLATED = 0, 8
FILE, LINK, FOLDER, PIPE = 0o100600, 0o120777, 0o040755, 0o010600
TEXT = """# for Tuesdays: nobody but me reads this line
format = 1
id = "minute"
title = "A minute"   # short
summary = "A breath or two, and the room again."
language = "en"

[[step]]
kind = "breathe"
pattern = "longer-exhale"
breaths = 4
[[step.prompt]]
text = "You might breathe with the circle, or keep your own breath."
clip = "Hände (1).flac"   # mine

[[step]]
kind = "orient"
seconds = 20
[[step.prompt]]
text = "The room is here."
clip = "2-orient-1.flac"
"""
CLIPS = ("Hände (1).flac", "2-orient-1.flac")


@cache
def voice(seconds=0.2, seed=1, rate=RATE, channels=1, form="FLAC", subtype="PCM_16", title=""):
    """Return somebody's voice as a file."""
    sound = np.random.default_rng(seed).standard_normal((round(seconds * rate), channels)) * 0.05
    sheet = io.BytesIO()
    with soundfile.SoundFile(sheet, "w", rate, channels, format=form, subtype=subtype) as file:
        if title:
            file.title = file.artist = title
        for start in range(0, len(sound), rate):  # Vorbis at one go crashes
            file.write(sound[start : start + rate])
    return sheet.getvalue()


def lay_out(folder, text=TEXT, seconds=0.2):
    """Write a practice with its clips into a folder, as one's own lie there, and return it."""
    folder.mkdir(parents=True)
    (folder / "practice.toml").write_text(text, encoding="utf-8", newline="")
    for seed, name in enumerate(CLIPS):
        (folder / name).write_bytes(voice(seconds, seed, title="Ana Perez"))
    return read_practice(folder / "practice.toml")


def given(folder, **more):
    """Write a practice as a `.practice` file, and return where that is."""
    path = folder / "minute.practice"
    wrap(lay_out(folder / "minute", **more), path, giver="Ana")
    return path


# By hand


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of a ZIP file; what its head says may differ from what the list says."""

    name: bytes
    data: bytes = b""
    method: int = STORED
    packed: bytes | None = None
    flags: int = 0
    system: int = 3
    mode: int = FILE
    listed: dict = field(default_factory=dict)
    """Fields of the list that are not as they are: crc, packed, size, at, flags, method, extra, comment, disk."""
    told: dict = field(default_factory=dict)
    """The same for its head: crc, packed, size, flags, method, extra, name."""
    after: bytes = b""
    """What lies between it and the next."""

    def body(self):
        if self.packed is not None:
            return self.packed
        return deflated(self.data) if self.method == DEFLATED else self.data


def deflated(data, level=9):
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def zipped(parts, *, before=b"", within=b"", after=b"", end=None):
    """Return a ZIP file; `end` tells fields of its last record otherwise: count, here, length, at, comment, disk."""
    whole, listed = bytearray(before), bytearray()
    for part in parts:
        body, at = part.body(), len(whole)
        true = {"crc": zlib.crc32(part.data), "packed": len(body), "size": len(part.data)}
        true |= {"flags": part.flags, "method": part.method, "extra": b"", "name": part.name}
        head, line = true | part.told, true | {"at": at, "comment": b"", "disk": 0} | part.listed
        common = [
            (each["flags"], each["method"], 0, 33, each["crc"], each["packed"], each["size"]) for each in (head, line)
        ]
        whole += struct.pack("<4s5H3L2H", b"PK\3\4", 20, *common[0], len(head["name"]), len(head["extra"]))
        whole += head["name"] + head["extra"] + body + part.after
        listed += struct.pack(
            "<4s2B5H3L5H2L", b"PK\1\2", 20, part.system, 20, *common[1], len(line["name"]), len(line["extra"]),
            len(line["comment"]), line["disk"], 0, part.mode << 16 if part.mode > 0xFF else part.mode, line["at"],
        )  # fmt: skip
        listed += line["name"] + line["extra"] + line["comment"]
    whole += within
    told = {"count": len(parts), "here": len(parts), "length": len(listed), "at": len(whole), "comment": b"", "disk": 0}
    told |= end or {}
    whole += listed
    record = (b"PK\5\6", told["disk"], 0, told["here"], told["count"], told["length"], told["at"], len(told["comment"]))
    return bytes(whole + struct.pack("<4s4H2LH", *record) + told["comment"] + after)


def manifest_of(files, voices, **told):
    """Return a manifest for files by name, and clips by the name the practice has for them."""
    sums = [
        {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in files.items()
    ]
    plain = {"format": 1, "id": "minute", "title": "A minute", "from": "Ana", "parts": sums}
    plain["clips"] = [{"clip": clip, "part": part} for clip, part in voices.items()]
    return plain | told


def bare_voice(seed=1, seconds=0.2, **more):
    """Return a voice as it is given: without what was written into it beside the sound."""
    from grounding.practice.giving.clip import bare

    return bare(voice(seconds, seed, **more))


def named(data):
    return f"clips/{hashlib.sha256(data).hexdigest()}"


def parts_of(text=TEXT, voices=None, manifest=None, **told):
    """Return the parts of a `.practice` file: manifest, clips, practice; the first fits, but for fields told anew."""
    voices = [bare_voice(seed) for seed in range(len(CLIPS))] if voices is None else voices
    files = {named(data): data for data in voices} | {"practice.toml": text.encode()}
    clips = dict(zip(CLIPS, (named(data) for data in voices), strict=False))
    plain = manifest_of(files, clips, **told) if manifest is None else manifest
    whole = plain if isinstance(plain, bytes) else json.dumps(plain, ensure_ascii=False).encode()
    return [
        Part(name=b"manifest.json", data=whole),
        *(Part(name=name.encode(), data=data) for name, data in files.items()),
    ]


def with_part(number, **changes):
    """Return a good file's parts, one of them otherwise (0 the manifest, 1 and 2 clips, 3 the practice)."""
    parts = parts_of()
    parts[number] = replace(parts[number], **changes)
    return parts
