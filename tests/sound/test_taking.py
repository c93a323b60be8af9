"""A sound file taken in as a clip: levelled, trimmed, kept; whatever is none is refused in a sentence, and soon."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hostile import HOSTILE, voice, with_a_picture, written
from strokes import RATE

from grounding.base.failure import Failure
from grounding.base.wording import Wording
from grounding.sound.child import TAKING
from grounding.sound.conditioning import conditioned
from grounding.sound.errand import Errand
from grounding.sound.loudness import loudness_lufs

ROOT = Path(__file__).parents[2]
ENDINGS = {
    "wav": ("WAV", "PCM_16"),
    "flac": ("FLAC", "PCM_16"),
    "ogg": ("OGG", "VORBIS"),
    "mp3": ("MP3", "MPEG_LAYER_III"),
}


pytestmark = pytest.mark.usefixtures("decodes")


@pytest.fixture(scope="module")
def decodes():
    """Skip where Qt cannot decode."""
    script = "import PySide6.QtMultimedia"
    if subprocess.run([sys.executable, "-c", script], capture_output=True, check=False, timeout=60).returncode:
        pytest.skip("wants libpulse: Qt Multimedia cannot be loaded without it")


@pytest.fixture
def take(tmp_path):
    """Return a function that takes a file in, in a process of its own, and returns what that said and how soon."""

    def run(path, quiet_s=30.0):
        asked = {"from": str(path), "to": str(tmp_path / "clips" / "kept.flac"), "quiet_s": quiet_s}
        began_s = time.monotonic()
        command = [sys.executable, "-W", "error", "-c", "from grounding.sound.taking import main; main()"]
        with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            watch = threading.Timer(20.0, process.kill)
            watch.start()
            process.stdin.write(json.dumps(asked).encode() + b"\n")
            process.stdin.flush()
            said = [json.loads(line) for line in process.stdout]
            watch.cancel()
        return said[-1], time.monotonic() - began_s

    return run


def kept(tmp_path):
    return tmp_path / "clips" / "kept.flac"


@pytest.mark.parametrize("ending", sorted(ENDINGS))
@pytest.mark.parametrize(("rate", "channels"), [(48_000, 1), (44_100, 2), (8_000, 1)])
def test_what_a_phone_records_is_kept_at_19_lufs_trimmed_and_soft_edged(take, tmp_path, ending, rate, channels):
    path = tmp_path / f"-Ana's voice 日.{ending}"
    sound = voice(rate=rate)
    form, subtype = ENDINGS[ending]
    soundfile.write(path, np.stack([sound] * channels, axis=1), rate, format=form, subtype=subtype)
    said, _ = take(path)
    assert said["is"] == "kept", said
    clip, kept_rate = soundfile.read(kept(tmp_path))
    assert (kept_rate, clip.ndim, soundfile.info(kept(tmp_path)).format) == (RATE, 1, "FLAC")
    assert said["seconds"] == pytest.approx(len(clip) / RATE)
    assert len(clip) / RATE == pytest.approx(4.2, abs=0.35)
    assert loudness_lufs(clip) == pytest.approx(-19.0, abs=0.5)
    assert np.abs(clip).max() <= 10 ** (-1 / 20) + 1e-3
    assert max(abs(clip[0]), abs(clip[-1])) < 1e-3
    assert kept(tmp_path).stat().st_mode & 0o777 == 0o600


@pytest.fixture(scope="module")
def m4a(tmp_path_factory):
    """Three seconds of a tone, as a phone writes them."""
    path = tmp_path_factory.mktemp("phone") / "voice.m4a"
    writing = [sys.executable, Path(__file__).with_name("m4a.py"), path]
    subprocess.run(writing, capture_output=True, check=False, timeout=60)
    if not path.exists() or path.read_bytes()[4:8] != b"ftyp":
        pytest.skip("wants a Qt that can write M4A, to have one to read")
    return path.read_bytes()


def test_m4a_is_taken_too(take, m4a, tmp_path):
    path = tmp_path / "voice.m4a"
    path.write_bytes(m4a)
    said, _ = take(path)
    assert said["is"] == "kept", said
    assert said["seconds"] == pytest.approx(3.0, abs=0.2)


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_what_is_no_clip_is_refused_within_5_s_in_a_sentence_and_nothing_is_kept(take, tmp_path, name):
    make, code = HOSTILE[name]
    path = tmp_path / f"-{name}.mp3"
    path.write_bytes(make())
    said, seconds = take(path)
    assert (said["is"], said.get("code")) == ("failed", code)
    assert Wording().sentence(Failure(said["code"], **said["facts"]))
    assert seconds < 5
    assert not kept(tmp_path).exists()


def test_m4a_cut_off_is_refused_too(take, m4a, tmp_path):
    path = tmp_path / "voice.m4a"
    for part in (0.5, 0.95):
        path.write_bytes(m4a[: round(len(m4a) * part)])
        said, seconds = take(path)
        assert said["code"] in ("clip-not-sound", "clip-cut-off")
        assert seconds < 5
        assert not kept(tmp_path).exists()


def test_an_mp3_with_a_picture_before_its_sound_is_taken_whole(take, tmp_path):
    path = tmp_path / "with a picture.mp3"
    path.write_bytes(with_a_picture(written(voice(), "MP3")))
    said, _ = take(path)
    assert said["seconds"] == pytest.approx(4.2, abs=0.35)


def test_a_folder_and_what_is_not_there_are_told(take, tmp_path):
    assert take(tmp_path)[0]["code"] == "clip-unopened"
    assert take(tmp_path / "nobody.mp3")[0]["code"] == "clip-unopened"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="wants a system with named pipes")
def test_a_pipe_that_nobody_writes_to_is_refused_at_once(take, tmp_path):
    os.mkfifo(tmp_path / "voice.mp3")
    said, seconds = take(tmp_path / "voice.mp3")
    assert said["code"] == "clip-not-sound"
    assert seconds < 5


def test_one_longer_than_its_quiet_is_refused_with_both_lengths(take, tmp_path):
    path = tmp_path / "long.wav"
    soundfile.write(path, voice(seconds=6.0), RATE)
    said, _ = take(path, quiet_s=5.0)
    assert said["code"] == "clip-too-long"
    assert said["facts"] == {"seconds": "6.2", "most": "5.0"}
    assert take(path, quiet_s=None)[0]["is"] == "kept"


def test_let_go_while_it_is_taken_in_it_is_told_and_nothing_is_kept(tmp_path):
    path, ended = tmp_path / "good.wav", queue.SimpleQueue()
    soundfile.write(path, voice(), RATE)
    errand = Errand(TAKING, {"from": str(path), "to": str(kept(tmp_path)), "quiet_s": 30.0}, ended=ended.put)
    errand.begin()
    errand.cancel()
    assert ended.get(timeout=10) == {"is": "cancelled"}
    assert not kept(tmp_path).exists()


def test_a_refused_file_leaves_the_clip_that_was_kept(take, tmp_path):
    good = tmp_path / "good.wav"
    soundfile.write(good, voice(), RATE)
    take(good)
    before = kept(tmp_path).read_bytes()
    (tmp_path / "letter.mp3").write_text("This is a letter.")
    take(tmp_path / "letter.mp3")
    assert kept(tmp_path).read_bytes() == before


@pytest.mark.parametrize("level", [0.005, 0.03, 0.3])
def test_a_low_voice_and_a_loud_one_come_out_alike(level):
    clip = conditioned(voice(level=level).astype(np.float32), quiet_s=30.0)
    assert loudness_lufs(clip.astype(float)) == pytest.approx(-19.0, abs=0.5)


def test_a_voice_with_one_hard_knock_is_kept_lower_rather_than_cut():
    sound = voice(level=0.02).astype(np.float32)
    sound[2 * RATE] = 0.9
    clip = conditioned(sound, quiet_s=30.0)
    assert np.abs(clip).max() == pytest.approx(10 ** (-1 / 20), abs=1e-3)
    assert loudness_lufs(clip.astype(float)) < -19.5
