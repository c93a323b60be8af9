"""A recording as a sound file: rendered and encoded ten seconds at a time, whole on the disk or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from io import SEEK_CUR, SEEK_END, SEEK_SET
from typing import TYPE_CHECKING, BinaryIO

import numpy as np
import soundfile

from grounding.base.failure import Failure
from grounding.base.files import writing_whole
from grounding.base.flushing import Flushing
from grounding.sound.id3 import id3
from grounding.sound.renderer import Renderer
from grounding.sound.samples import RATE, frame
from grounding.sound.spoken import clip_at

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from grounding.sound.recording import Recording

MADE_WITH = "made with Grounding"
_BLOCK_S, _LONGEST_BLOCK_S = 10.0, 20.0
"""Seconds at a time: a third sooner than one by one (measured), 6 MB of memory; Vorbis given a minute or more at once
ends the process (libsndfile 1.2.2, measured)."""
_MP3_128_KBIT = 0.65
"""libsndfile's compression level that LAME rounds to 128 kbit/s (measured)."""
_MOST_WAV = 2**32 // 2 - RATE
"""Frames that the 32-bit lengths of a WAV file can tell: twelve hours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How one kind of file is encoded, in soundfile's names."""

    format: str
    subtype: str
    choices: Mapping[str, str | float]


FORMS = {
    ".wav": Form(format="WAV", subtype="PCM_16", choices={}),
    ".flac": Form(format="FLAC", subtype="PCM_16", choices={}),
    ".ogg": Form(format="OGG", subtype="VORBIS", choices={}),
    ".mp3": Form(
        format="MP3",
        subtype="MPEG_LAYER_III",
        choices={"bitrate_mode": "CONSTANT", "compression_level": _MP3_128_KBIT},
    ),
}


def write_sound(path: Path, recording: Recording, going_on: Callable[[float], bool] = lambda _part: True) -> bool:
    """Write a recording in the form that the ending of `path` names; return whether it was written.

    `going_on` is told which part is done, 0 to 1, and answers whether to go on; after a no, nothing is left behind.

    Raises:
        Failure: `sound-kind`, `sound-too-long`, `clip-unreadable`, `disk-full` or `not-written`; nothing stays behind.
    """
    form = FORMS.get(path.suffix.lower())
    if form is None:
        raise Failure("sound-kind", path=path, allowed=", ".join(FORMS))
    if form.format == "WAV" and frame(recording.seconds) > _MOST_WAV:
        raise Failure("sound-too-long", path=path)
    for clip in recording.clips:
        clip_at(clip.path)
    try:
        with writing_whole(path) as file:
            _encode(file, form, recording, going_on)
    except _Cancelled:
        return False
    return True


class _Cancelled(Exception):
    """Somebody has changed their mind."""


def _encode(file: BinaryIO, form: Form, recording: Recording, going_on: Callable[[float], bool]) -> None:
    sheet = _Sheet(file, head=_head(form, recording))
    with (
        Flushing(file) as flushing,
        soundfile.SoundFile(
            sheet, "w", samplerate=RATE, channels=1, format=form.format, subtype=form.subtype, **form.choices
        ) as sound,
    ):
        if form.format != "MP3":
            sound.title = recording.title
            sound.comment = f"{_clock(recording.seconds)}, {MADE_WITH}"
        renderer, end, at_once = Renderer(), frame(recording.seconds), _at_once(recording)
        for start in range(0, end, at_once):
            sound.write(np.frombuffer(renderer.pcm(recording, start, min(at_once, end - start)), dtype=np.int16))
            sheet.complain()
            flushing.go_on()
            if not going_on(min(1.0, (start + at_once) / end)):
                raise _Cancelled
    sheet.complain()


def _at_once(recording: Recording) -> int:
    """Return how many frames are written at a time: whole breaths, where it can be, for then one is like another."""
    longest = max(recording.breath.each, key=lambda stretch: stretch.seconds, default=None)
    breath_s = longest.pattern.seconds if longest else _BLOCK_S
    return frame(breath_s * max(1, round(_BLOCK_S / breath_s)) if breath_s <= _LONGEST_BLOCK_S else _BLOCK_S)


def _head(form: Form, recording: Recording) -> bytes:
    """Return what stands before the sound: in MP3 the tags, which libsndfile would put where few players look."""
    if form.format != "MP3":
        return b""
    return id3({"TIT2": recording.title, "TLEN": str(round(recording.seconds * 1000)), "TSSE": MADE_WITH})


def _clock(seconds: float) -> str:
    minutes, seconds = divmod(round(seconds), 60)
    return f"{minutes}:{seconds:02}"


class _Sheet:
    """A file as libsndfile wants it: what the disk refuses is kept for `complain`, for libsndfile would swallow it."""

    def __init__(self, file: BinaryIO, *, head: bytes) -> None:
        self._file, self._begins = file, len(head)
        self._error: OSError | None = None
        file.write(head)

    def complain(self) -> None:
        """Raise what went wrong since it began, if anything did.

        Raises:
            OSError: what the disk said.
        """
        if self._error is not None:
            raise self._error

    def write(self, data: bytes) -> int:
        try:
            self._file.write(data)
        except OSError as error:
            self._error = self._error or error
        return len(data)

    def read(self, most: int = -1) -> bytes:
        return self._file.read(most)

    def seek(self, offset: int, whence: int = SEEK_SET) -> int:
        if whence == SEEK_SET:
            offset += self._begins
        assert whence in (SEEK_SET, SEEK_CUR, SEEK_END)
        try:
            self._file.seek(offset, whence)
        except OSError as error:  # what was still to be written did not fit
            self._error = self._error or error
        return self.tell()

    def tell(self) -> int:
        return self._file.tell() - self._begins

    def flush(self) -> None:
        """Leave the flushing to the end."""
