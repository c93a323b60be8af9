"""`grounding render`: a practice as a sound file, or a sentence."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import numpy as np
import pytest
import soundfile


@pytest.mark.parametrize("ending", ["wav", "flac", "ogg", "mp3"])
def test_a_practice_is_rendered_as_long_as_its_score(answer, plain, tmp_path, ending):
    assert answer("render", "scan-3", tmp_path / f"scan.{ending}") == ""
    with soundfile.SoundFile(tmp_path / f"scan.{ending}") as file:
        assert file.frames == pytest.approx(plain("score", "scan-3")["seconds"] * 48_000, abs=2880 * (ending == "mp3"))
        assert file.copy_metadata()["title"] == "Hands, eyes, chest: 3 minutes"


def test_what_has_no_end_is_rendered_for_five_minutes(answer, tmp_path):
    answer("render", "breathe", tmp_path / "breathe.flac")
    assert soundfile.info(tmp_path / "breathe.flac").duration == 300.0


def test_sound_and_bowl_can_be_chosen(answer, tmp_path):
    heard = {}
    for name, options in {
        "tone": (),
        "tone too": ("--sound", "tone"),
        "breath": ("--sound", "breath"),
        "bowls": ("--sound", "none"),
        "no bowl": ("--no-bowl",),
        "nothing": ("--sound", "none", "--no-bowl"),
    }.items():
        answer("render", "breathe", tmp_path / f"{name}.flac", *options)
        heard[name] = soundfile.read(tmp_path / f"{name}.flac", frames=12 * 48_000)[0].tobytes()
    assert heard.pop("tone too") == heard["tone"]
    assert len(set(heard.values())) == 5
    assert not any(heard["nothing"])


@pytest.fixture
def spoken(home):
    """A practice of one's own, whose only prompt somebody speaks."""
    (home / "practices" / "mine").mkdir(parents=True)
    (home / "practices" / "mine" / "practice.toml").write_text(
        """
        format = 1
        id = "mine"
        title = "Mine"
        summary = "A few words."
        language = "en"
        [[step]]
        kind = "arrive"
        seconds = 6
        prompt = [{ text = "Hello.", clip = "hello.flac" }]
        """
    )
    hello = 0.1 * np.sin(2 * np.pi * 300 * np.arange(48_000) / 48_000)
    soundfile.write(home / "practices" / "mine" / "hello.flac", hello, 48_000)


@pytest.mark.usefixtures("spoken")
def test_what_somebody_speaks_is_heard_in_it_or_left_out(answer, tmp_path):
    heard = {}
    for name, options in {"with": (), "without": ("--no-clips",)}.items():
        answer("render", "mine", tmp_path / f"{name}.flac", "--no-bowl", *options)
        heard[name] = soundfile.read(tmp_path / f"{name}.flac")[0]
    assert len(heard["with"]) == len(heard["without"]) == 6 * 48_000
    assert heard["with"][:48_000].any()
    assert not heard["without"].any()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("nobody", "a.mp3"), "There is no practice called nobody here"),
        (("breathe", "a.aac"), "one of .wav, .flac, .ogg, .mp3"),
        (("breathe", "nowhere/a.mp3"), "could not be written (No such file or directory)"),
        (("breathe", "a.mp3", "--language", "xx"), "This practice has no words in xx"),
    ],
)
def test_what_cannot_be_rendered_is_told_in_a_sentence(refused, tmp_path, arguments, told):
    assert told in refused("render", *arguments, cwd=tmp_path)
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == []


@pytest.mark.parametrize("ended", [signal.SIGINT, signal.SIGTERM])
def test_ended_from_outside_it_leaves_no_half_file(tmp_path, ended):
    command = [sys.executable, "-m", "grounding", "render", "scan-15", str(tmp_path / "long.mp3")]
    before = signal.signal(ended, signal.SIG_DFL)  # a shell has it ignored in what runs behind it
    running = subprocess.Popen(command, stderr=subprocess.PIPE, env=os.environ)
    signal.signal(ended, before)
    try:
        until = time.monotonic() + 30
        while not list(tmp_path.glob(".long.mp3.*")):
            assert running.poll() is None
            assert time.monotonic() < until
            time.sleep(0.01)
        running.send_signal(ended)
        assert running.wait(30) == 1
        assert running.stderr.read() == b""
    finally:
        running.kill()
        running.stderr.close()
    assert list(tmp_path.glob("*long*")) == []
