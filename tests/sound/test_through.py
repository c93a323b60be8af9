"""A voice that comes as another sort of file is kept as a clip, and is the same to hear."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile
from given_files import CLIPS, RATE, TEXT, bare_voice, lay_out, manifest_of, named, parts_of, voice, zipped

from grounding.practice.giving.clip import seconds_as_kept
from grounding.practice.giving.shelving import Opened, put_on_shelf
from grounding.practice.giving.wrapping import wrap
from grounding.practice.reading import read_practice
from grounding.sound.giving import open_given
from grounding.sound.through import as_kept

ROOT = Path(__file__).parents[2]


def heard(sound):
    samples, rate = soundfile.read(io.BytesIO(sound))
    assert rate == RATE
    return samples


def tone(rate, channels=1, level=0.25, form="WAV", subtype="PCM_16", hz=1000.0):
    samples = level * np.sin(2 * np.pi * hz * np.arange(2 * rate) / rate)
    sheet = io.BytesIO()
    soundfile.write(sheet, np.repeat(samples[:, None], channels, axis=1), rate, format=form, subtype=subtype)
    return sheet.getvalue()


def test_what_is_a_clip_already_is_kept_bit_for_bit():
    clip = bare_voice(3, 1.0)
    assert as_kept(clip).clip is clip
    assert as_kept(clip).seconds == 1.0


@pytest.mark.parametrize("form", ["WAV", "FLAC"])
def test_of_our_figures_every_sample_is_the_same(form):
    sound = voice(2.0, form=form, title="Ana Perez" if form == "FLAC" else "")
    kept = as_kept(sound)
    assert np.array_equal(heard(kept.clip), heard(sound))
    assert seconds_as_kept(kept.clip) == kept.seconds == 2.0
    assert b"Ana Perez" not in kept.clip


@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 44_100, 96_000, 192_000])
@pytest.mark.parametrize("channels", [1, 2])
def test_of_other_figures_it_is_as_long_as_loud_and_as_high(rate, channels):
    kept = heard(as_kept(tone(rate, channels)).clip)
    assert len(kept) == 2 * RATE
    inside = slice(RATE // 10, -RATE // 10)
    assert np.abs(kept - heard(tone(RATE)))[inside].max() < 3e-4


def test_what_is_too_high_for_us_is_left_out_and_does_not_come_back_lower():
    kept = heard(as_kept(tone(96_000, hz=30_000.0)).clip)
    assert np.abs(kept[RATE // 10 : -RATE // 10]).max() < 1e-3


@pytest.mark.parametrize("subtype", ["VORBIS", "OPUS"])
def test_an_ogg_is_kept_as_it_is_decoded(subtype):
    sound = tone(RATE, form="OGG", subtype=subtype)
    decoded, kept = heard(sound), heard(as_kept(sound).clip)
    assert np.abs(kept - decoded).max() < 1 / (1 << 15)


def test_what_is_louder_than_a_clip_can_be_is_cut_and_does_not_turn_over():
    kept = heard(as_kept(tone(RATE, level=1.5, subtype="FLOAT")).clip)
    assert kept.max() > 0.999
    assert kept.min() == -1.0
    assert np.abs(np.diff(kept)).max() < 0.25


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("worst", [np.nan, np.inf, -np.inf, 3e38, -3e38])
def test_what_no_sound_can_be_is_kept_within_one(worst):
    sheet, samples = io.BytesIO(), np.zeros((RATE, 2), dtype=np.float32)
    samples[1000:1010] = worst
    soundfile.write(sheet, samples, 44_100, format="WAV", subtype="FLOAT")
    kept = heard(as_kept(sheet.getvalue()).clip)
    assert np.abs(kept[5000:]).max() < 1e-3


TEXT_WITH_WAV = TEXT.replace(CLIPS[1], "hands.wav")


def given_by_hand(path):
    """A file as another program might have made it: one of its voices is a WAV, and named so."""
    voices = [bare_voice(0), voice(2.0, 5, form="WAV")]
    files = {named(data): data for data in voices} | {"practice.toml": TEXT_WITH_WAV.encode()}
    clips = dict(zip((CLIPS[0], "hands.wav"), map(named, voices), strict=True))
    path.write_bytes(zipped(parts_of(TEXT_WITH_WAV, voices, manifest_of(files, clips))))
    return voices[1]


def shelved(path, own):
    told = open_given({"file": str(path), "into": str(own / ".opened" / "it")})
    return put_on_shelf(Opened(folder=own / ".opened" / "it", voices=told["voices"]), own, "minute")


def rendered(home, out):
    command = [sys.executable, "-m", "grounding", "--home", str(home), "render", "minute", str(out)]
    subprocess.run(command, check=True, timeout=120, cwd=ROOT)
    return out.read_bytes()


def test_a_wav_by_hand_keeps_its_name_and_every_letter_about_it_and_sounds_the_same(tmp_path):
    sound = given_by_hand(tmp_path / "it.practice")
    file = shelved(tmp_path / "it.practice", tmp_path / "one" / "practices")
    assert file.read_bytes() == TEXT_WITH_WAV.encode()
    assert np.array_equal(heard(file.with_name("hands.wav").read_bytes()), heard(sound))
    lay_out(tmp_path / "two" / "practices" / "minute")
    for name, data in ((CLIPS[0], bare_voice(0)), (CLIPS[1], as_kept(sound).clip)):
        (tmp_path / "two" / "practices" / "minute" / name).write_bytes(data)
    sounds = [rendered(tmp_path / home, tmp_path / f"{home}.wav") for home in ("one", "two")]
    assert sounds[0] == sounds[1]


def test_given_on_it_is_the_same_file_each_time(tmp_path):
    given_by_hand(tmp_path / "it.practice")
    folder, there = tmp_path / "own", tmp_path / "it.practice"
    hashes = []
    for number in range(2):
        file = shelved(there, folder / str(number))
        there = tmp_path / f"{number}.practice"
        wrap(read_practice(file), there)
        hashes.append(hashlib.sha256(there.read_bytes()).hexdigest())
    assert hashes[0] == hashes[1]


def test_a_voice_somebody_has_put_there_by_hand_is_made_a_clip_as_it_is_given(tmp_path):
    practice = lay_out(tmp_path / "minute", TEXT_WITH_WAV)
    (tmp_path / "minute" / "hands.wav").write_bytes(voice(2.0, 5, form="WAV", rate=44_100, channels=2))
    wrap(practice, tmp_path / "it.practice", keep=as_kept)
    file = shelved(tmp_path / "it.practice", tmp_path / "own")
    kept = as_kept(voice(2.0, 5, form="WAV", rate=44_100, channels=2))
    assert file.with_name("hands.wav").read_bytes() == kept.clip
