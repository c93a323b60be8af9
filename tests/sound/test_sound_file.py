"""A sound file: of the right length and sound, with its tags, whole or not there at all."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile
from strokes import RATE

from grounding.base.failure import Failure
from grounding.base.settings import Voice
from grounding.breath.patterns import PATTERNS
from grounding.sound.recording import Recording, Stretch, Stretches
from grounding.sound.renderer import Renderer
from grounding.sound.sound_file import FORMS, write_sound

ENDINGS = sorted(FORMS)


def recording_for(seconds, **kwargs):
    breath = Stretches((Stretch(at_s=0.0, seconds=seconds, pattern=PATTERNS["gentle"]),))
    asked = {"title": "Hände, 目, chest", "voice": Voice.TONE, "bowls": (0.0,)} | kwargs
    return Recording(seconds=seconds, breath=breath, **asked)


def left_in(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("ending", ENDINGS)
def test_it_has_the_length_the_sound_and_the_tags(tmp_path, ending):
    path, recording = tmp_path / f"a practice 日{ending}", recording_for(30.0004)
    assert write_sound(path, recording)
    sound, rate = soundfile.read(path)
    frames = round(30.0004 * RATE)
    assert rate == RATE
    assert abs(len(sound) - frames) <= (0.06 * RATE if ending == ".mp3" else 0)
    meant = Renderer().block(recording, 0, len(sound))
    if ending in (".wav", ".flac"):
        assert np.array_equal(np.rint(sound * 32768), np.rint(meant * 32767))
    else:
        power = np.convolve(np.square(sound), np.ones(2400) / 2400)[::2400]
        assert np.corrcoef(power, np.convolve(np.square(meant), np.ones(2400) / 2400)[::2400])[0, 1] > 0.99
    with soundfile.SoundFile(path) as file:
        told = file.copy_metadata()
    assert told["title"] == "Hände, 目, chest"
    assert "made with Grounding" in " ".join(told.values())
    assert "0:30" in told.get("comment", "") or b"TLEN\x00\x00\x00\x06\x00\x00\x0330000" in path.read_bytes()
    assert not told.get("artist")
    assert path.stat().st_mode & 0o777 == 0o600
    assert left_in(tmp_path) == [path.name]


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_independent_decoder_opens_it(tmp_path, ending):
    path = tmp_path / f"practice{ending}"
    write_sound(path, recording_for(12.0))
    command = [sys.executable, Path(__file__).with_name("decoding.py"), path]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    if "ImportError" in done.stderr:
        pytest.skip("wants libpulse: Qt Multimedia cannot be loaded without it")
    assert done.returncode == 0, done.stderr
    assert abs(int(done.stdout) - 12 * RATE) <= (0.06 * RATE if ending == ".mp3" else 0)


def test_how_far_it_is_is_told_from_nothing_to_all(tmp_path):
    parts = []
    write_sound(tmp_path / "practice.wav", recording_for(95.0), lambda part: parts.append(part) or True)
    assert parts == sorted(parts)
    assert parts[-1] == 1.0
    assert len(parts) >= 10


@pytest.mark.parametrize("ending", ENDINGS)
def test_cancelled_it_leaves_nothing_and_what_was_there_stays(tmp_path, ending):
    path = tmp_path / f"practice{ending}"
    path.write_bytes(b"what was there")
    assert not write_sound(path, recording_for(60.0), lambda part: part < 0.5)
    assert path.read_bytes() == b"what was there"
    assert left_in(tmp_path) == [path.name]


WRITES_ONE = """
from grounding.base.failure import Failure
from grounding.base.settings import Voice
from grounding.breath.patterns import PATTERNS
from grounding.sound.recording import Recording, Stretch, Stretches
from grounding.sound.sound_file import write_sound
breath = Stretches((Stretch(at_s=0.0, seconds=600.0, pattern=PATTERNS["gentle"]),))
try:
    write_sound(disk / "practice{ending}", Recording(title="t", seconds=600.0, breath=breath, voice=Voice.TONE))
except Failure as failure:
    print(failure.code, sorted(disk.iterdir()))
"""


@pytest.mark.parametrize("ending", ENDINGS)
def test_on_a_full_disk_it_says_so_and_leaves_nothing(small_disk, ending):
    assert small_disk(WRITES_ONE.format(ending=ending)) == "disk-full []\n"


@pytest.mark.parametrize("ending", ENDINGS)
def test_in_a_folder_that_cannot_be_written_to_it_says_so_and_leaves_nothing(small_disk, ending):
    assert small_disk(WRITES_ONE.format(ending=ending), options="ro") == "not-written []\n"


def test_a_folder_that_is_not_there_an_unknown_kind_and_a_wav_too_long_are_refused(tmp_path):
    for path, seconds, code in (
        (tmp_path / "nowhere" / "a.mp3", 10.0, "not-written"),
        (tmp_path / "a.aac", 10.0, "sound-kind"),
        (tmp_path / "a", 10.0, "sound-kind"),
        (tmp_path / "a.wav", 13 * 3600.0, "sound-too-long"),
    ):
        with pytest.raises(Failure) as raised:
            write_sound(path, recording_for(seconds))
        assert raised.value.code == code
    assert left_in(tmp_path) == []


def test_it_needs_no_ffmpeg(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shutil.which("ffmpeg") is None
    for ending in ENDINGS:
        assert write_sound(tmp_path / f"practice{ending}", recording_for(2.0))


def test_memory_is_the_same_for_an_hour_as_for_three_minutes(tmp_path):
    script = f"""
import resource, sys
sys.path.insert(0, {str(Path(__file__).parents[2])!r})
from pathlib import Path
from grounding.base.settings import Voice
from grounding.breath.patterns import PATTERNS
from grounding.sound.recording import Recording, Stretch, Stretches
from grounding.sound.sound_file import write_sound
told = []
for seconds in (180.0, 3600.0):
    breath = Stretches((Stretch(at_s=0.0, seconds=seconds, pattern=PATTERNS["gentle"]),))
    recording = Recording(title="t", seconds=seconds, breath=breath, voice=Voice.TONE)
    write_sound(Path({str(tmp_path)!r}) / "practice.flac", recording)
    told.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
print((told[1] - told[0]) // 1024)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=120)
    assert int(done.stdout) < 10


@pytest.fixture
def process():
    """Return a function that starts the process that writes a file, with a line asking for it."""
    begun = []

    def begin(path, recording):
        from grounding.sound.recording import recording_to_plain

        command = [sys.executable, "-c", "from grounding.sound.writing import main; main()"]
        begun.append(
            subprocess.Popen(
                command, cwd=Path(__file__).parents[2], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
            )
        )
        asked = {"path": str(path), "recording": recording_to_plain(recording)}
        begun[-1].stdin.write(json.dumps(asked).encode() + b"\n")
        return begun[-1]

    yield begin
    for each in begun:
        each.kill()
        each.stdin.close()
        each.stdout.close()
        each.wait()


def test_a_process_of_its_own_tells_how_far_it_is_and_that_it_is_written(tmp_path, process):
    path = tmp_path / "practice.mp3"
    said = [json.loads(line) for line in process(path, recording_for(60.0)).stdout]
    assert said[-1] == {"is": "written"}
    assert {each["is"] for each in said[:-1]} == {"part"}
    assert path.exists()


def test_a_process_whose_pipe_is_closed_leaves_nothing(tmp_path, process):
    child = process(tmp_path / "practice.mp3", recording_for(3600.0))
    assert json.loads(child.stdout.readline())["is"] == "part"
    child.stdin.close()
    assert [json.loads(line) for line in child.stdout][-1] == {"is": "cancelled"}
    assert left_in(tmp_path) == []


def test_a_process_says_why_it_could_not_write(tmp_path, process):
    (said,) = [json.loads(line) for line in process(tmp_path / "nowhere" / "practice.mp3", recording_for(5.0)).stdout]
    assert (said["is"], said["code"]) == ("failed", "not-written")
    assert said["facts"]["path"].endswith("practice.mp3")
