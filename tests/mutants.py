"""`.practice` files gone wrong by chance, each from its number: fields lie, bits turn, pieces go, come, move."""

from __future__ import annotations

import json
import random
import struct
from dataclasses import replace
from functools import cache

from given_files import (
    CLIPS,
    DEFLATED,
    FILE,
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
    zipped,
)
from hostile_files import HARMLESS, HOSTILE, ODD_NAMES, PLAYLIST, barely_a_bomb, ogg

_SMALL = 1 << 20
_WHOLE = (
    0,
    1,
    2,
    3,
    8,
    22,
    41,
    45,
    46,
    63,
    100,
    200,
    201,
    0x7FFF,
    0x8000,
    0xFFFF,
    0x10000,
    0x7FFFFFFF,
    0xFFFFFFFE,
    0xFFFFFFFF,
)
_PLAIN = (
    None,
    True,
    False,
    0,
    -1,
    1.5,
    1e308,
    10**400,
    "",
    "x",
    "\ud800",
    "\u202e",
    "../a",
    "CON.flac",
    [],
    {},
    [[]],
    [{}],
    "a" * 5000,
)


def mutant(seed, number):
    """Return one file, always the same for the same numbers."""
    chance = random.Random(f"{seed}/{number}")
    make = chance.choices(
        (_lying, _listed_otherwise, _other_words, _other_voice, _other_bytes, _worse), (30, 15, 10, 15, 20, 10)
    )[0]
    return make(chance)


# Fields that lie


def _lying(chance):
    parts = parts_of()
    for _ in range(chance.randint(1, 3)):
        if parts:
            parts = chance.choice(_LIES)(chance, parts)
    ends = {}
    if chance.random() < 0.2:
        ends[chance.choice(("count", "here", "length", "at", "disk"))] = chance.choice(_WHOLE[:16])
    around = {
        name: chance.randbytes(chance.randint(1, 40))
        for name in ("before", "within", "after")
        if chance.random() < 0.05
    }
    return zipped(parts, end=ends, **around)


def _one(parts, chance, **changes):
    at = chance.randrange(len(parts))
    return [*parts[:at], replace(parts[at], **changes), *parts[at + 1 :]]


def _lie_in_the_list(chance, parts):
    field = chance.choice(("crc", "packed", "size", "at", "flags", "method", "extra", "comment", "disk", "name"))
    return _one(parts, chance, listed={field: _lie(chance, field)})


def _lie_in_the_head(chance, parts):
    field = chance.choice(("crc", "packed", "size", "flags", "method", "extra", "name"))
    return _one(parts, chance, told={field: _lie(chance, field)})


def _lie_in_both(chance, parts):
    field = chance.choice(("crc", "packed", "size", "flags", "method", "name"))
    lie = _lie(chance, field)
    return _one(parts, chance, listed={field: lie}, told={field: lie}, method=chance.choice((0, DEFLATED)))


def _lie(chance, field):
    if field in ("extra", "comment"):
        return chance.randbytes(chance.randint(1, 30))
    if field == "name":
        return chance.choice(ODD_NAMES)
    if field in ("flags", "method", "disk"):
        return chance.choice((1, 2, 6, 8, 9, 12, 14, 64, 99, 0x800, 0x2000, 0xFFFF))
    return chance.choice((*_WHOLE, chance.randrange(2**32)))


def _renamed(chance, parts):
    return _one(parts, chance, name=chance.choice((*ODD_NAMES, b"manifest.json", b"practice.toml", b"words.en.toml")))


def _of_another_kind(chance, parts):
    mode = chance.choice((LINK, FOLDER, PIPE, FILE, 0x10, 0o020666, 0o140777))
    return _one(parts, chance, mode=mode, system=chance.choice((0, 3, 7, 19, 255)))


def _with_other_data(chance, parts):
    data = chance.choice(_payloads())
    return _one(parts, chance, data=data, method=chance.choice((0, DEFLATED)))


def _packed_otherwise(chance, parts):
    at = chance.randrange(len(parts))
    body = deflated(parts[at].data)
    body = chance.choice((body[:-1], body + b"x", bytes(len(body)), body * 2, deflated(bytes(1 << 20)), b""))
    return [*parts[:at], replace(parts[at], method=DEFLATED, packed=body), *parts[at + 1 :]]


def _one_more(chance, parts):
    added = Part(
        name=chance.choice((*ODD_NAMES, b"a.txt", parts[0].name, parts[-1].name)), data=chance.choice(_payloads())
    )
    at = chance.randrange(len(parts) + 1)
    return [*parts[:at], added, *parts[at:]]


def _one_less(chance, parts):
    at = chance.randrange(len(parts))
    return parts[:at] + parts[at + 1 :]


def _shuffled(chance, parts):
    return chance.sample(parts, len(parts))


def _with_something_after(chance, parts):
    return _one(parts, chance, after=chance.randbytes(chance.randint(1, 50)))


_LIES = (
    _lie_in_the_list, _lie_in_the_list, _lie_in_the_head, _lie_in_both, _renamed, _of_another_kind, _with_other_data,
    _packed_otherwise, _one_more, _one_less, _shuffled, _with_something_after,
)  # fmt: skip


@cache
def _payloads():
    small = zipped(parts_of())
    return (
        b"",
        b"x",
        PLAYLIST,
        TEXT.encode(),
        small,
        voice(form="WAV"),
        bytes(3 << 20),
        barely_a_bomb()[: 4 << 20],
        b"PK\5\6" + bytes(18),
    )


# The manifest, the words and the voices otherwise, with hashes that fit


def _listed_otherwise(chance):
    plain = json.loads(parts_of()[0].data)
    for _ in range(chance.randint(1, 3)):
        _change(chance, plain)
    try:
        whole = json.dumps(plain, ensure_ascii=chance.random() < 0.5).encode(errors="surrogatepass")
    except ValueError:  # a number with more digits than Python prints
        whole = b'{"format": ' + b"9" * 5000 + b"}"
    if chance.random() < 0.3:
        whole = _turned(chance, whole)
    return zipped(parts_of(manifest=whole))


def _change(chance, plain):
    """Change something in a tree of maps and lists."""
    here = plain
    while True:
        keys = list(here) if isinstance(here, dict) else range(len(here))
        if not keys:
            return
        key = chance.choice(keys)
        if isinstance(here[key], dict | list) and here[key] and chance.random() < 0.8:
            here = here[key]
            continue
        what = chance.random()
        if what < 0.2:
            del here[key]
        elif what < 0.3 and isinstance(here, list):
            here.append(here[key])
        elif what < 0.4 and isinstance(here, dict):
            here[chance.choice(("url", "", "parts", "from"))] = chance.choice(_PLAIN)
        else:
            here[key] = chance.choice(_PLAIN)
        return


def _other_words(chance):
    words = _turned(chance, TEXT.encode())
    voices = [bare_voice(seed) for seed in range(len(CLIPS))]
    return _fitting(words, voices)


def _other_voice(chance):
    voices = [bare_voice(0), _turned(chance, chance.choice(_voices()), mildly=True)]
    return _fitting(TEXT.encode(), voices)


@cache
def _voices():
    """A clip as it is given, and others that are made one."""
    other_rate = voice(form="WAV", rate=44_100, channels=2, subtype="FLOAT")
    return bare_voice(1), voice(form="WAV"), other_rate, ogg(), voice(form="OGG", subtype="OPUS"), voice(title="Bo")


def _fitting(words, voices):
    files = {named(data): data for data in voices} | {"practice.toml": words}
    clips = dict(zip(CLIPS, (named(data) for data in voices), strict=True))
    whole = json.dumps(manifest_of(files, clips)).encode()
    parts = {b"manifest.json": whole} | {name.encode(): data for name, data in files.items()}
    return zipped([Part(name=name, data=data) for name, data in parts.items()])


# Bytes


@cache
def _bases():
    return tuple(make() for make in HARMLESS.values())


@cache
def _hostile():
    made = (HOSTILE[name][0]() for name in sorted(HOSTILE) if "hour" not in name)  # those take long to make
    return tuple(each for each in made if len(each) < _SMALL)


def _other_bytes(chance):
    return _turned(chance, chance.choice(_bases()))


def _worse(chance):
    return _turned(chance, chance.choice(_hostile()))


def _turned(chance, data, *, mildly=False):
    data = bytearray(data)
    for _ in range(chance.randint(1, 2 if mildly else 4)):
        if data:
            chance.choice(_TURNS)(chance, data)
    return bytes(data)


def _at(chance, data):
    """A place anywhere; half of the time where a file tells of itself: at its beginning and its end."""
    near = min(len(data), 400)
    if chance.random() < 0.5:
        return chance.randrange(len(data))
    return chance.choice((chance.randrange(near), len(data) - 1 - chance.randrange(near)))


def _flip(chance, data):
    data[_at(chance, data)] ^= 1 << chance.randrange(8)


def _set(chance, data):
    data[_at(chance, data)] = chance.choice((0, 1, 0x20, 0x22, 0x2F, 0x5C, 0x7F, 0x80, 0xFF, chance.randrange(256)))


def _number(chance, data):
    at, form = _at(chance, data), chance.choice(("<H", "<L"))
    size = struct.calcsize(form)
    data[at : at + size] = struct.pack(form, chance.choice(_WHOLE) & (256**size - 1))[: len(data) - at]


def _cut(chance, data):
    at = _at(chance, data)
    del data[at : at + chance.choice((1, 4, 46, chance.randrange(1, 2000)))]


def _put_in(chance, data):
    at = _at(chance, data)
    data[at:at] = chance.choice((chance.randbytes(chance.randint(1, 60)), b"PK\3\4", b"PK\1\2", b"PK\5\6", b"\0" * 30))


def _again(chance, data):
    at, length = _at(chance, data), chance.randint(1, 500)
    to = _at(chance, data)
    data[to:to] = data[at : at + length]


def _end(chance, data):
    del data[_at(chance, data) :]


def _blank(chance, data):
    at = _at(chance, data)
    length = min(chance.randint(1, 200), len(data) - at)
    data[at : at + length] = bytes(length)


_TURNS = (_flip, _flip, _set, _set, _number, _number, _cut, _put_in, _again, _end, _blank)
