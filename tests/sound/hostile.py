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


def ten_hours():
    sheet = io.BytesIO()
    with soundfile.SoundFile(sheet, "w", 8000, 1, format="FLAC") as file:
        block = voice(8.0, rate=8000)
        for _ in range(3600):
            file.write(block)
    return sheet.getvalue()


HOSTILE = {
    "empty": (lambda: b"", "clip-not-sound"),
    "text": (lambda: b"This is a letter, not a sound. " * 500, "clip-not-sound"),
    "playlist": (lambda: b"#EXTM3U\n#EXTINF:10,\nhttp://localhost:9/a.mp3\nfile:///etc/passwd\n", "clip-not-sound"),
    "absurd rate": (lambda: with_bytes(24, 4_000_000_000, 4), "clip-not-sound"),
    "absurd channels": (lambda: with_bytes(22, 60_000, 2), "clip-not-sound"),
    "only a head": (lambda: b"fLaC" + bytes(100), "clip-not-sound"),
    "noise after a head": (lambda: b"ID3\x04" + np.random.default_rng(1).bytes(200_000), "clip-not-sound"),
    "a WAV cut off": (lambda: half("WAV"), "clip-cut-off"),
    "an OGG cut off": (lambda: half("OGG"), "clip-cut-off"),
    "a FLAC cut off": (lambda: half("FLAC"), "clip-cut-off"),
    "silence": (lambda: written(np.zeros(3 * RATE), "WAV"), "clip-silent"),
    "ten hours": (ten_hours, "clip-too-long"),
}
"""How each is made, and the code of the sentence it is refused with."""
