"""A sound file that somebody gives, heard through from its beginning to its end, and the clip that is kept of it.

One that is a clip already is kept bit for bit. WAV, FLAC and OGG of other figures are made one at their own level: so
nothing that another program has written is decoded anywhere but in the process that reads a `.practice` file.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import numpy as np
import soundfile
import soxr

from grounding.practice.giving.clip import Kept, Sound, bare, seconds_as_kept
from grounding.practice.giving.limits import CLIP_S
from grounding.sound.first_look import fault_of
from grounding.sound.samples import RATE

if TYPE_CHECKING:
    import numpy.typing as npt

    from grounding.sound.samples import Samples

_SIGNS = (b"RIFF", b"fLaC", b"OggS")
_WAV = frozenset({"PCM_U8", "PCM_16", "PCM_24", "PCM_32", "FLOAT", "DOUBLE"})
_READ = {
    "WAV": _WAV,
    "WAVEX": _WAV,
    "FLAC": frozenset({"PCM_S8", "PCM_16", "PCM_24"}),
    "OGG": frozenset({"VORBIS", "OPUS"}),
}
_SLOWEST_HZ, _FASTEST_HZ, _CHANNELS = 8_000, 192_000, 2
_FULL_SCALE = np.float32(1 << 15)
_NOTHING = np.empty(0, dtype=np.float32)


def as_kept(sound: Sound) -> Kept | None:
    """Return the clip that is kept of a WAV, FLAC or OGG file; None where it is none, or less than it tells of."""
    if not sound.startswith(_SIGNS):
        return None
    try:
        if seconds_as_kept(sound) is not None:
            return _heard_through(sound)
        return _made(sound) if fault_of(io.BytesIO(sound)) is None else None
    except (soundfile.SoundFileError, OSError, ValueError):
        return None


def _heard_through(clip: Sound) -> Kept | None:
    with soundfile.SoundFile(io.BytesIO(clip)) as file:
        heard, block = 0, np.empty(RATE, dtype=np.int16)
        while frames := len(file.read(out=block)):
            heard += frames
        return Kept(clip=clip, seconds=heard / RATE) if heard == file.frames else None


def _made(sound: Sound) -> Kept | None:
    sheet = io.BytesIO()
    with soundfile.SoundFile(io.BytesIO(sound)) as file:
        if not _is_read(file):
            return None
        heard = 0
        stream = soxr.ResampleStream(file.samplerate, RATE, 1, dtype="float32")
        with soundfile.SoundFile(sheet, "w", RATE, 1, format="FLAC", subtype="PCM_16") as kept:
            while frames := len(mono := _second_of(file)):
                heard += frames
                kept.write(_whole(stream.resample_chunk(mono)))
            kept.write(_whole(stream.resample_chunk(_NOTHING, last=True)))
        if heard != file.frames:
            return None
    clip = bare(sheet.getvalue())
    seconds = seconds_as_kept(clip) if clip else None
    return None if clip is None or seconds is None else Kept(clip=clip, seconds=seconds)


def _is_read(file: Any) -> bool:
    sensible = _SLOWEST_HZ <= file.samplerate <= _FASTEST_HZ and file.channels <= _CHANNELS
    known = file.subtype in _READ.get(file.format, ())
    return sensible and known and 0 < file.frames <= CLIP_S * file.samplerate


def _second_of(file: Any) -> Samples:
    """Return the next second of a sound, its channels made one; what is no number in it is silence."""
    block = file.read(file.samplerate, dtype="float32", always_2d=True)
    mono: Samples = np.clip(np.nan_to_num(block), -1.0, 1.0).mean(axis=1)
    return mono


def _whole(samples: Samples) -> npt.NDArray[np.int16]:
    """Return samples in 16 bits; those that were so before are the same."""
    whole: npt.NDArray[np.int16] = np.rint(np.clip(samples * _FULL_SCALE, -_FULL_SCALE, _FULL_SCALE - 1)).astype("<i2")
    return whole
