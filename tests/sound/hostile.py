"""Files that are not what their names say."""

from __future__ import annotations

import io

import numpy as np
import soundfile

RATE = 48_000


def voice(seconds=4.0, rate=RATE, before_s=1.0, after_s=1.0, level=0.05):
    """Return something like speech: bursts of a buzz, with silence around."""
    time_s = np.arange(round(seconds * rate)) / rate
    buzz = sum(np.sin(2 * np.pi * 140 * each * time_s) / each for each in range(1, 12))
    said = level * buzz * np.clip(np.sin(2 * np.pi * 2.5 * time_s) + 0.3, 0, 1)
    return np.concatenate([np.zeros(round(before_s * rate)), said, np.zeros(round(after_s * rate))])


def written(sound, form, rate=RATE):
    sheet = io.BytesIO()
    with soundfile.SoundFile(sheet, "w", rate, 1, format=form) as file:
        for start in range(0, len(sound), rate):
            file.write(sound[start : start + rate])
    return sheet.getvalue()


def half(form):
    data = written(voice(20.0), form)
    return data[: len(data) // 2]


def with_bytes(at, number, size):
    """Return a WAV file in whose head one number is absurd."""
    data = bytearray(written(voice(), "WAV"))
    data[at : at + size] = number.to_bytes(size, "little")
    return bytes(data)


def flac_with(rate, channels):
    """Return a FLAC file whose head tells this rate (20 bits) and so many channels (3 bits)."""
    data = bytearray(written(voice(), "FLAC"))
    rest = int.from_bytes(data[18:26], "big") & (1 << 41) - 1
    data[18:26] = (rate << 44 | channels - 1 << 41 | rest).to_bytes(8, "big")
    return bytes(data)


def ogg_with(rate):
    """Return an OGG file whose head tells this rate."""
    data = bytearray(written(voice(), "OGG"))
    at = data.index(b"\x01vorbis") + 12
    data[at : at + 4] = rate.to_bytes(4, "little")
    return bytes(data)


def with_a_picture(data):
    """Return an MP3 file with a tag before its sound that is larger than what is looked at first."""
    size = 20_000
    told = bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x04\x00\x00" + told + bytes(size) + data


def ten_hours():
    """Return a minute of MP3 again and again: it plays for ten hours."""
    return written(voice(60.0, rate=8000), "MP3", 8000) * 600


HOSTILE = {
    "empty": (lambda: b"", "clip-not-sound"),
    "text": (lambda: b"This is a letter, not a sound. " * 500, "clip-not-sound"),
    "playlist": (lambda: b"#EXTM3U\n#EXTINF:10,\nhttp://localhost:9/a.mp3\nfile:///etc/passwd\n", "clip-not-sound"),
    "absurd rate": (lambda: with_bytes(24, 4_000_000_000, 4), "clip-not-sound"),
    "absurd channels": (lambda: with_bytes(22, 60_000, 2), "clip-not-sound"),
    "absurd rate in a FLAC": (lambda: flac_with(1_000_000, 1), "clip-not-sound"),
    "absurd channels in a FLAC": (lambda: flac_with(RATE, 8), "clip-not-sound"),
    "absurd rate in an OGG": (lambda: ogg_with(3_000_000_000), "clip-not-sound"),
    "only a head": (lambda: b"fLaC" + bytes(100), "clip-not-sound"),
    "noise after a head": (lambda: b"ID3\x04" + np.random.default_rng(1).bytes(200_000), "clip-not-sound"),
    "a WAV cut off": (lambda: half("WAV"), "clip-cut-off"),
    "an OGG cut off": (lambda: half("OGG"), "clip-cut-off"),
    "a FLAC cut off": (lambda: half("FLAC"), "clip-cut-off"),
    "an MP3 cut off": (lambda: half("MP3"), "clip-cut-off"),
    "an MP3 with a picture, cut off": (lambda: with_a_picture(half("MP3")), "clip-cut-off"),
    "silence": (lambda: written(np.zeros(3 * RATE), "WAV"), "clip-silent"),
    "ten hours": (ten_hours, "clip-too-long"),
}
"""How each is made, and the code of the sentence it is refused with."""
