"""`.practice` files that nobody means well with, each with the code of the sentence it is refused with."""

from __future__ import annotations

import hashlib
import json
import struct
from dataclasses import replace
from functools import cache

from given_files import (
    CLIPS,
    DEFLATED,
    FOLDER,
    LINK,
    PIPE,
    TEXT,
    Part,
    bare_voice,
    deflated,
    manifest_of,
    named,
    parts_of,
    voice,
    with_part,
    zipped,
)

MIB = 1 << 20
PLAYLIST = b"#EXTM3U\n#EXTINF:10,\nhttp://localhost:9/a.mp3\nfile:///etc/passwd\n"


def good():
    return zipped(parts_of())


def with_listed(name, data=b"x"):
    """A file whose manifest lists one more part, under a name of its own."""
    plain = json.loads(parts_of()[0].data)
    plain["parts"].append({"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()})
    return zipped([*parts_of(manifest=plain), Part(name=name.encode(), data=data)])


def with_entry(name, data=b"x", **more):
    return zipped([*parts_of(), Part(name=name, data=data, **more)])


def with_voice(data):
    """A file whose second voice is this, hash and all."""
    return zipped(parts_of(voices=[bare_voice(0), data]))


def with_manifest(**told):
    return zipped(parts_of(**told))


def manifest_is(data):
    return zipped(parts_of(manifest=data))


def overlapping(times):
    """Every part lies in the bytes of the one before: little of it, and much to unpack."""
    data = barely_a_bomb()
    first = Part(name=b"clips/" + b"0" * 64, data=data, method=DEFLATED, packed=deflated(data, 1))
    whole = zipped([first])
    listed_at = struct.unpack("<L", whole[-6:-2])[0]
    line = whole[listed_at:-22]
    record = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, times, times, len(line) * times, listed_at, 0)
    return whole[:listed_at] + line * times + record


def lying(number, *, method=0, **fields):
    """A file in which list and head of one part agree on what is not so."""
    return zipped(with_part(number, method=method, listed=fields, told=fields))


def packed_as(body):
    """A file whose practice is packed like this."""
    return zipped(with_part(3, method=DEFLATED, packed=body))


def voiced(clip, part):
    """A file whose manifest knows one voice, in this part."""
    return with_manifest(clips=[{"clip": clip, "part": part}])


def extra_for_zip64():
    extra = struct.pack("<2HQ", 1, 8, 5)
    return zipped(with_part(1, listed={"extra": extra, "size": 0xFFFFFFFF}))


def many(count):
    return zipped([Part(name=b"%d" % number) for number in range(count)])


def lying_bomb():
    """It says 1000 bytes and would grow to 30 MiB."""
    told = {"size": 1000}
    plain = json.loads(parts_of()[0].data)
    plain["parts"][-1]["size"] = 1000
    parts = parts_of(manifest=plain)
    parts[3] = replace(parts[3], method=DEFLATED, packed=deflated(bytes(30 * MIB)), listed=told, told=told)
    return zipped(parts)


def honest_bomb():
    return zipped([*parts_of(), Part(name=b"clips/" + b"a" * 64, data=bytes(30 * MIB), method=DEFLATED)])


@cache
def barely_a_bomb():
    """30 MiB that grow by a little less than they may."""
    return b"".join(struct.pack("<L", number * 2654435761 % 2**32) + bytes(280) for number in range(30 * MIB // 284))


def many_bombs():
    """Each within its ratio and its size, all of them together too much."""
    data = barely_a_bomb()
    body = deflated(data, 1)
    part = Part(name=b"", data=data, method=DEFLATED, packed=body)
    return zipped([replace(part, name=b"clips/%064d" % number) for number in range(12)])


def deep(depth):
    return b'{"parts": ' + b"[" * depth + b"]" * depth + b"}"


def twice_in_json():
    whole = parts_of()[0].data
    return manifest_is(whole.replace(b'"format": 1', b'"format": 1, "format": 1'))


def swapped():
    """The voices lie under each other's hash."""
    parts = parts_of()
    parts[1], parts[2] = replace(parts[1], data=parts[2].data), replace(parts[2], data=parts[1].data)
    return zipped(parts)


def other_order():
    parts = parts_of()
    return zipped(parts[::-1])


def list_in_another_order():
    """The list tells the parts in another order than they lie in."""
    whole = good()
    listed_at = struct.unpack("<L", whole[-6:-2])[0]
    line = whole[listed_at : listed_at + 46 + len("manifest.json")]
    rest = whole[listed_at + len(line) : -22]
    return whole[:listed_at] + rest + line + whole[-22:]


def zip64():
    whole = good()
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, len(whole) - 22, 1)
    record = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 4, 4, 100, 0)
    return whole[:-22] + record + locator + whole[-22:-14] + b"\xff" * 12 + b"\0\0"


def flac_that_says(frames):
    """A clip whose head tells of so many frames (36 bits)."""
    data = bytearray(bare_voice(5))
    rest = int.from_bytes(data[18:26], "big")
    data[18:26] = (rest >> 36 << 36 | frames).to_bytes(8, "big")
    return bytes(data)


def ogg():
    return voice(2.0, 3, form="OGG", subtype="VORBIS")


def wav_that_says(size):
    """A WAV whose sound is told to be so large, and the file too."""
    data = bytearray(voice(form="WAV"))
    data[4:8] = struct.pack("<L", size + 36)
    data[40:44] = struct.pack("<L", size)
    return bytes(data)


def no_numbers():
    """A WAV whose samples are none: every bit of them is set."""
    data = voice(form="WAV", subtype="FLOAT")
    begins = data.index(b"data") + 8
    return data[:begins] + b"\xff" * (len(data) - begins)


def long_silence(seconds, form="FLAC", subtype="PCM_16"):
    """A clip of silence: little to hold, much to hear."""
    import io

    import numpy as np
    import soundfile

    from grounding.practice.giving.clip import bare

    sheet = io.BytesIO()
    with soundfile.SoundFile(sheet, "w", 48_000, 1, format=form, subtype=subtype) as file:
        for _ in range(seconds):
            file.write(np.zeros(48_000, dtype=np.int16))
    return bare(sheet.getvalue()) if form == "FLAC" else sheet.getvalue()


def hours_of_silence():
    """Each voice as long as one may be, thirty of them."""
    silence = long_silence(300)
    voices = [silence + bytes([number]) for number in range(30)]
    prompts = "".join(f'[[step.prompt]]\ntext = "One."\nclip = "{number}.flac"\n' for number in range(30))
    text = TEXT[: TEXT.index("[[step]]")] + '[[step]]\nkind = "stay"\n' + prompts
    files = {named(data): data for data in voices} | {"practice.toml": text.encode()}
    clips = {f"{number}.flac": named(data) for number, data in enumerate(voices)}
    return zipped(parts_of(text, voices, manifest_of(files, clips)))


def with_text(text, **told):
    return zipped(parts_of(text, **told))


ODD_NAMES = [
    b"../practice.toml", b"/etc/passwd", b"C:\\x", b"a\\..\\b", b"..", b".hidden", b"a/b/c", b"a//b", b"clips/", b"./a",
    b"CON.txt", b"Practice.toml", b"a b", b"caf\xc3\xa9", b"\xff\xfe", b"a\0b", b"-", b"", b"x" * 65, b"a/" + b"x" * 65,
    "caf\u0065\u0301".encode(), b"practice.toml ", b"~", b"%2e%2e/a", b"clips/../a", b"a/.b", b"a\nb",
]  # fmt: skip


def without_a_practice():
    data = bare_voice(0)
    plain = manifest_of({named(data): data}, {"a.flac": named(data)})
    return zipped(parts_of(manifest=plain, voices=[data])[:2])


def voices_called(one, other):
    """A file whose two voices have these names, in its practice and in its manifest."""
    voices, text = [bare_voice(0), bare_voice(1)], TEXT.replace(CLIPS[0], one).replace(CLIPS[1], other)
    files = {named(data): data for data in voices} | {"practice.toml": text.encode()}
    clips = {one: named(voices[0]), other: named(voices[1])}
    return zipped(parts_of(text, manifest=manifest_of(files, clips)))


def listed(**told):
    """The manifest of a good file, with fields told anew, as JSON without a letter beyond ASCII."""
    return json.dumps(json.loads(parts_of()[0].data) | told).encode()


SUM = {"name": "practice.toml", "size": 9, "sha256": "0" * 64}
HOSTILE = {
    "nothing": (lambda: b"", "given-not-one"),
    "a letter": (lambda: b"This is a letter. " * 100, "given-not-one"),
    "a playlist": (lambda: PLAYLIST, "given-not-one"),
    "cut off": (lambda: good()[:-1], "given-not-one"),
    "cut in half": (lambda: good()[: len(good()) // 2], "given-not-one"),
    "only an end": (lambda: good()[-22:], "given-laid-out"),
    "no parts": (lambda: zipped([]), "given-laid-out"),
    "bytes before": (lambda: zipped(parts_of(), before=b"#!/bin/sh\nrm -rf ~\n"), "given-laid-out"),
    "bytes before, unseen": (lambda: b"MZ" + good(), "given-laid-out"),
    "bytes after": (lambda: good() + b"x", "given-not-one"),
    "a second file after": (lambda: good() + good(), "given-laid-out"),
    "bytes between": (lambda: zipped(with_part(1, after=b"hidden")), "given-laid-out"),
    "bytes before the list": (lambda: zipped(parts_of(), within=b"hidden"), "given-laid-out"),
    "a comment": (lambda: zipped(parts_of(), end={"comment": b"hello"}), "given-not-one"),
    "a comment of a part": (lambda: zipped(with_part(1, listed={"comment": b"hello"})), "given-laid-out"),
    "an extra field": (lambda: zipped(with_part(1, listed={"extra": b"\1\0\1\0x"})), "given-laid-out"),
    "an extra field in a head": (lambda: zipped(with_part(1, told={"extra": b"\1\0\1\0x"})), "given-laid-out"),
    "zip64": (zip64, "given-too-many"),
    "a zip64 extra field": (extra_for_zip64, "given-laid-out"),
    "a size that is for zip64": (lambda: lying(1, size=0xFFFFFFFF, packed=0xFFFFFFFF), "given-part-too-large"),
    "another disk": (lambda: zipped(parts_of(), end={"disk": 1}), "given-laid-out"),
    "a part on another disk": (lambda: zipped(with_part(1, listed={"disk": 1})), "given-laid-out"),
    "fewer than there are": (lambda: zipped(parts_of(), end={"count": 3, "here": 3}), "given-laid-out"),
    "more than there are": (lambda: zipped(parts_of(), end={"count": 5, "here": 5}), "given-laid-out"),
    "a list elsewhere": (lambda: zipped(parts_of(), end={"at": 0}), "given-laid-out"),
    "201 parts": (lambda: many(201), "given-too-many"),
    "65535 parts": (lambda: many(65535), "given-too-many"),
    "parts over each other": (lambda: overlapping(100), "given-laid-out"),
    "a part twice in the same bytes": (lambda: zipped(with_part(2, listed={"at": 0})), "given-laid-out"),
    "a list in another order": (list_in_another_order, "given-laid-out"),
    "a bomb": (honest_bomb, "given-swells"),
    "a bomb that lies": (lying_bomb, "given-differs"),
    "many bombs": (many_bombs, "given-too-much"),
    "a size too small": (lambda: lying(3, size=3, packed=3), "given-laid-out"),
    "a size in the head that differs": (lambda: zipped(with_part(3, told={"size": 3})), "given-laid-out"),
    "a size that lies, deflated": (lambda: lying(3, method=DEFLATED, size=99), "given-differs"),
    "a packed size past the end": (lambda: lying(3, method=DEFLATED, packed=2**31), "given-laid-out"),
    "more packed than it wants": (lambda: packed_as(deflated(TEXT.encode()) + b"hidden"), "given-differs"),
    "packed and cut off": (lambda: packed_as(deflated(TEXT.encode())[:-2]), "given-differs"),
    "packed and no deflate": (lambda: packed_as(b"\xff" * 400), "given-differs"),
    "a wrong check sum": (lambda: lying(3, crc=1), "given-differs"),
    "a wrong hash": (lambda: zipped(with_part(3, data=TEXT.replace("minute", "Minute", 1).encode())), "given-differs"),
    "voices under each other's hash": (swapped, "given-differs"),
    "a password": (lambda: zipped(with_part(1, flags=1)), "given-sealed"),
    "a stronger password": (lambda: zipped(with_part(1, flags=0x41)), "given-sealed"),
    "a sealed list": (lambda: zipped(with_part(1, flags=0x2000)), "given-sealed"),
    "lengths told later": (lambda: zipped(with_part(1, flags=8)), "given-laid-out"),
    "bzip2": (lambda: zipped(with_part(1, method=12)), "given-sealed"),
    "lzma": (lambda: zipped(with_part(1, method=14)), "given-sealed"),
    "a link": (lambda: with_entry(b"passwd", b"/etc/passwd", mode=LINK), "given-not-a-file"),
    "a practice that is a link": (lambda: zipped(with_part(3, mode=LINK)), "given-not-a-file"),
    "a folder": (lambda: with_entry(b"folder", b"", mode=FOLDER), "given-not-a-file"),
    "a folder of DOS": (lambda: with_entry(b"folder", b"", mode=0x10, system=0), "given-not-a-file"),
    "a pipe": (lambda: with_entry(b"pipe", b"", mode=PIPE), "given-not-a-file"),
    "a part twice": (lambda: zipped([*parts_of(), parts_of()[3]]), "given-twice"),
    "a part that is not listed": (lambda: with_entry(b"readme.txt"), "given-unlisted"),
    "a listed part that is not there": (lambda: zipped(parts_of()[:-1]), "given-unlisted"),
    "a list of a program": (lambda: with_listed("run.sh"), "given-unknown-part"),
    "a list of a page": (lambda: with_listed("clips/index.html"), "given-unknown-part"),
    "no manifest": (lambda: zipped(parts_of()[1:]), "given-not-one"),
    "no practice": (without_a_practice, "given-not-one"),
    "a manifest of nothing": (lambda: manifest_is(b""), "given-manifest"),
    "a manifest that is a list": (lambda: manifest_is(b"[]"), "given-manifest"),
    "a manifest that is no JSON": (lambda: manifest_is(PLAYLIST), "given-manifest"),
    "a manifest that is no UTF-8": (lambda: manifest_is(b'{"a": "\xff"}'), "given-manifest"),
    "a manifest with a mark": (lambda: manifest_is(b"\xef\xbb\xbf{}"), "given-manifest"),
    "a deep manifest": (lambda: manifest_is(deep(60_000)), "given-manifest"),
    "a huge manifest": (lambda: manifest_is(b'{"a": "' + b"x" * MIB + b'"}'), "given-part-too-large"),
    "a field twice": (twice_in_json, "given-manifest"),
    "a number that is none": (lambda: manifest_is(b'{"format": NaN}'), "given-manifest"),
    "a huge number": (lambda: manifest_is(b'{"format": ' + b"9" * 9000 + b"}"), "given-manifest"),
    "a newer format": (lambda: with_manifest(format=2), "given-newer"),
    "a format that is true": (lambda: with_manifest(format=True), "practice-wants-whole-number"),
    "an unknown field": (lambda: with_manifest(url="http://localhost/"), "practice-unknown-field"),
    "parts that are none": (lambda: with_manifest(parts="all"), "practice-wants-tables"),
    "a size that is text": (lambda: with_manifest(parts=[SUM | {"size": "9"}]), "practice-wants-whole-number"),
    "a hash that is a list": (lambda: with_manifest(parts=[SUM | {"sha256": []}]), "given-unknown-part"),
    "a part listed twice": (lambda: with_manifest(parts=[SUM, SUM]), "given-twice"),
    "somebody with a turned line": (lambda: with_manifest(**{"from": "\u202egnirts"}), "practice-wants-plain-text"),
    "somebody of half a character": (lambda: manifest_is(listed(**{"from": "\ud800"})), "practice-wants-plain-text"),
    "somebody very long": (lambda: with_manifest(**{"from": "a" * 81}), "practice-wants-text"),
    "another id": (lambda: with_manifest(id="another"), "given-other"),
    "another title": (lambda: with_manifest(title="Another"), "given-other"),
    "a voice that has no prompt": (lambda: with_text(TEXT.replace(CLIPS[1], CLIPS[0])), "given-clips-differ"),
    "a voice that is not there": (lambda: zipped(parts_of(voices=[bare_voice(0)])), "given-clips-differ"),
    "a voice in the practice's own file": (lambda: voiced(CLIPS[0], "practice.toml"), "given-clips-differ"),
    "a voice in no part": (lambda: voiced(CLIPS[0], "clips/../a"), "given-clips-differ"),
    "a part in no voice": (lambda: with_manifest(clips=[]), "given-clips-differ"),
    "a voice with a path": (lambda: voiced("../a.flac", named(bare_voice(0))), "practice-wants-file"),
    "a voice named as a device": (lambda: voices_called(CLIPS[0], "CON.flac"), "given-clip-name"),
    "two voices alike but for large letters": (lambda: voices_called("a.flac", "A.flac"), "given-clip-name"),
    "two voices alike but for a sharp s": (lambda: voices_called("ss.flac", "\u00df.flac"), "given-clip-name"),
    "two voices alike once composed": (lambda: voices_called("\uf900.flac", "\u8c48.flac"), "given-clip-name"),
    "a voice named as the practice is": (lambda: voices_called(CLIPS[0], "practice.toml"), "practice-wants-file"),
    "a voice named as a part is": (lambda: voices_called(CLIPS[0], "a" * 64), "practice-wants-file"),
    "no practice file": (lambda: with_text("this is no practice"), "practice-not-toml"),
    "a practice with a field of its own": (lambda: with_text(TEXT.replace("summary", "url")), "practice-unknown-field"),
    "a deep practice": (lambda: with_text("a = " + "[" * 3900), "practice-too-deep"),
    "a huge practice": (lambda: with_text(TEXT + "#" * 200_000), "given-part-too-large"),
    "a playlist as a voice": (lambda: with_voice(PLAYLIST), "given-no-sound"),
    "an MP3 as a voice": (lambda: with_voice(voice(form="MP3", subtype="MPEG_LAYER_III")), "given-no-sound"),
    "an AIFF as a voice": (lambda: with_voice(voice(form="AIFF")), "given-no-sound"),
    "a WAV of another kind of sound": (lambda: with_voice(voice(form="WAV", subtype="IMA_ADPCM")), "given-no-sound"),
    "three channels": (lambda: with_voice(bare_voice(channels=3)), "given-no-sound"),
    "a rate that no voice has": (lambda: with_voice(bare_voice(rate=4_000)), "given-no-sound"),
    "a WAV of a rate that no voice has": (lambda: with_voice(voice(form="WAV", rate=400_000)), "given-no-sound"),
    "a WAV cut off": (lambda: with_voice(voice(form="WAV")[:-5000]), "given-no-sound"),
    "a WAV that says it is longer": (lambda: with_voice(wav_that_says(2**31)), "given-no-sound"),
    "a WAV of nothing": (lambda: with_voice(voice(0.0, form="WAV")), "given-no-sound"),
    "only the head of a WAV": (lambda: with_voice(voice(form="WAV")[:40]), "given-no-sound"),
    "an OGG cut off": (lambda: with_voice(ogg()[:-200]), "given-no-sound"),
    "an OGG with a page gone": (lambda: with_voice(ogg()[:9000] + ogg()[14000:]), "given-no-sound"),
    "only the head of an OGG": (lambda: with_voice(ogg()[:58]), "given-no-sound"),
    "an OGG of an hour": (lambda: with_voice(long_silence(3600, "OGG", "VORBIS")), "given-no-sound"),
    "a WAV of six minutes": (lambda: with_voice(voice(360.0, form="WAV", rate=8_000)), "given-no-sound"),
    "a voice cut off": (lambda: with_voice(bare_voice(7, 2.0)[:-5000]), "given-no-sound"),
    "only the head of a voice": (lambda: with_voice(bare_voice(7)[:42]), "given-no-sound"),
    "a voice that says it is longer": (lambda: with_voice(flac_that_says(48_000)), "given-no-sound"),
    "a voice that says it has no end": (lambda: with_voice(flac_that_says(2**36 - 1)), "given-no-sound"),
    "a voice that does not say": (lambda: with_voice(flac_that_says(0)), "given-no-sound"),
    "noise after the head": (lambda: with_voice(bare_voice(7)[:42] + bytes(range(256)) * 50), "given-no-sound"),
    "a voice of an hour": (lambda: with_voice(long_silence(3600)), "given-no-sound"),
    "hours of voices": (hours_of_silence, "given-too-long"),
}
"""How each is made, and the code of the sentence it is refused with."""
HOSTILE |= {
    f"the name {name[:12]!r} {len(name)}": (lambda name=name: with_entry(name), "given-odd-name") for name in ODD_NAMES
}

HARMLESS = {
    "as it is written": good,
    "in another order": other_order,
    "deflated": lambda: zipped([replace(part, method=DEFLATED) for part in parts_of()]),
    "by a packer that tells how hard it tried": lambda: zipped(with_part(3, method=DEFLATED, flags=2)),
    "with names told as UTF-8": lambda: zipped([replace(part, flags=0x800) for part in parts_of()]),
    "from a system without kinds of files": lambda: zipped([replace(part, system=0, mode=0) for part in parts_of()]),
    "with a WAV": lambda: with_voice(voice(form="WAV")),
    "with a WAV of two channels, another rate and 24 bits": lambda: with_voice(
        voice(form="WAV", channels=2, rate=44_100, subtype="PCM_24")
    ),
    "with a WAV of what is no number": lambda: with_voice(no_numbers()),
    "with an OGG": lambda: with_voice(ogg()),
    "with an OGG of another kind": lambda: with_voice(voice(form="OGG", subtype="OPUS")),
    "with a FLAC of another rate": lambda: with_voice(bare_voice(rate=44_100)),
    "with a FLAC of two channels": lambda: with_voice(bare_voice(channels=2)),
    "with a FLAC of 24 bits": lambda: with_voice(bare_voice(subtype="PCM_24")),
    "with a FLAC that has a title": lambda: with_voice(voice(title="Ana Perez")),
    "without a giver": lambda: manifest_is({k: v for k, v in json.loads(parts_of()[0].data).items() if k != "from"}),
}
