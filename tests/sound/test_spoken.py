"""What somebody says: at its second, over a bed that makes room, and never longer than its quiet."""

from __future__ import annotations

import numpy as np
import pytest
import soundfile
from strokes import RATE, above_10_khz_db, true_peak_db

from grounding.base.failure import Failure
from grounding.base.settings import Voice
from grounding.breath.course import Course
from grounding.breath.patterns import PATTERNS
from grounding.sound.mix import Mix
from grounding.sound.performance import Performance
from grounding.sound.placed import Placed
from grounding.sound.recording import Recording, Stretches
from grounding.sound.renderer import Renderer
from grounding.sound.sound_file import write_sound
from grounding.sound.spoken import DUCKED, RAMP_S

RENDERER = Renderer()


@pytest.fixture
def clip(tmp_path):
    """A kept clip of 2 s: a steady voice with soft edges."""
    time_s = np.arange(2 * RATE) / RATE
    edges = np.minimum(1, np.minimum(time_s, 2 - time_s) / 0.02)
    path = tmp_path / "hands.flac"
    soundfile.write(path, 0.2 * np.sin(2 * np.pi * 300 * time_s) * edges, RATE, subtype="PCM_16")
    return path


def spoken(clip, at_s=5.0, quiet_s=20.0, **kwargs):
    asked = {"breath": Course(pattern=PATTERNS["gentle"]), "zero_s": 0.0} | kwargs
    return Performance(clips=(Placed(at_s=at_s, path=str(clip), quiet_s=quiet_s),), **asked)


def bed(**kwargs):
    return RENDERER.block(Performance(breath=Course(pattern=PATTERNS["gentle"]), zero_s=0.0, **kwargs), 0, 12 * RATE)


def test_it_is_heard_from_its_sample_to_its_last_and_exactly_as_it_was_kept(clip):
    alone = RENDERER.block(spoken(clip, breath=Course()), 0, 12 * RATE)
    kept, _ = soundfile.read(clip, dtype="float32")
    assert np.array_equal(alone[5 * RATE : 7 * RATE], kept)
    assert not alone[: 5 * RATE].any()
    assert not alone[7 * RATE :].any()


def test_under_it_the_bed_is_10_db_lower_with_ramps_of_300_ms_around_it(clip):
    kept, _ = soundfile.read(clip, dtype="float32")
    under = RENDERER.block(spoken(clip), 0, 12 * RATE)
    under[5 * RATE : 7 * RATE] -= kept
    whole = bed()
    assert np.allclose(under[5 * RATE : 7 * RATE], whole[5 * RATE : 7 * RATE] * DUCKED, atol=1e-6)
    assert 20 * np.log10(DUCKED) == pytest.approx(-10)
    before, after = round((5 - RAMP_S) * RATE), round((7 + RAMP_S) * RATE)
    assert np.array_equal(under[:before], whole[:before])
    assert np.array_equal(under[after:], whole[after:])
    assert above_10_khz_db(under[: round(10.5 * RATE)]) < -60


@pytest.mark.parametrize("cut", [1, 777, 24_000])
def test_any_way_of_cutting_it_gives_the_same_bits(clip, cut):
    start, frames = round(4.5 * RATE), RATE if cut > 1 else 600
    whole = RENDERER.block(spoken(clip), start, frames)
    parts = [RENDERER.block(spoken(clip), start + at, min(cut, frames - at)) for at in range(0, frames, cut)]
    assert np.concatenate(parts).tobytes() == whole.tobytes()


def test_a_wav_that_somebody_has_put_there_by_hand_is_the_same_to_hear(clip):
    other = clip.with_name("other.wav")
    soundfile.write(other, soundfile.read(clip)[0], RATE, subtype="PCM_16")
    heard = [RENDERER.block(spoken(path), 0, 12 * RATE) for path in (clip, other)]
    assert np.array_equal(*heard)
    assert not np.array_equal(heard[0], bed())


def test_one_longer_than_its_quiet_fades_before_the_next_is_said(clip):
    sound = RENDERER.block(spoken(clip, quiet_s=1.0, breath=Course()), 0, 8 * RATE)
    assert not sound[6 * RATE :].any()
    assert np.abs(sound[round(5.5 * RATE) : round(5.6 * RATE)]).max() > 0.15
    assert above_10_khz_db(sound) < -60


def test_its_volume_is_its_own_and_without_it_the_bed_stays_up(clip):
    quiet = RENDERER.block(spoken(clip, breath=Course(), mix=Mix(voice=0.5)), 0, 8 * RATE)
    loud = RENDERER.block(spoken(clip, breath=Course()), 0, 8 * RATE)
    assert np.allclose(quiet, loud / 4, atol=1e-7)
    assert np.array_equal(RENDERER.block(spoken(clip, mix=Mix(voice=0.0)), 0, 12 * RATE), bed())


def test_a_voice_at_its_loudest_over_breath_and_bowls_is_rounded_not_cut(tmp_path):
    path, bowls = tmp_path / "loud.flac", (5.0, 5.6, 6.2, 6.8)
    loud = 0.89 * np.sign(np.sin(2 * np.pi * 100 * np.arange(2 * RATE) / RATE))  # as full as a voice can be kept
    soundfile.write(path, np.convolve(loud, np.hanning(64) / np.hanning(64).sum(), "same"), RATE, subtype="PCM_16")
    for bed in (Voice.TONE, Voice.BREATH):
        heard = RENDERER.block(spoken(path, voice=bed, bowls=bowls), 4 * RATE, 4 * RATE).astype(np.float64)
        assert true_peak_db(heard) <= -1
        assert np.abs(heard).max() > 0.8


@pytest.mark.parametrize("damage", ["gone", "empty", "text", "stereo", "rate"])
def test_one_that_cannot_be_read_is_passed_over_live_and_told_for_a_file(clip, damage, tmp_path):
    if damage == "gone":
        clip.unlink()
    elif damage in ("empty", "text"):
        clip.write_bytes(b"" if damage == "empty" else b"not a sound")
    else:
        shape = (RATE, 2) if damage == "stereo" else RATE
        soundfile.write(clip, np.zeros(shape), RATE if damage == "stereo" else 44_100)
    assert np.array_equal(RENDERER.block(spoken(clip), 0, 12 * RATE), bed())
    recording = Recording(title="t", seconds=10.0, breath=Stretches(()), voice=Voice.NONE, clips=spoken(clip).clips)
    with pytest.raises(Failure) as raised:
        write_sound(tmp_path / "out.wav", recording)
    assert raised.value.code == "clip-unreadable"
    assert not (tmp_path / "out.wav").exists()


def test_one_that_is_recorded_anew_is_heard_anew(clip):
    before = RENDERER.block(spoken(clip, breath=Course()), 5 * RATE, RATE)
    soundfile.write(clip, np.full(2 * RATE, 0.1), RATE)
    assert not np.array_equal(RENDERER.block(spoken(clip, breath=Course()), 5 * RATE, RATE), before)
