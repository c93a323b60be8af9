"""What is heard at a real sound server; wants pulseaudio, and says so where there is none."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass, replace

import numpy as np
import pytest
import soundfile
from asked import Asked
from late import is_part_of, late_s
from strokes import clicks

from grounding.base.settings import Voice
from grounding.breath.course import Course
from grounding.breath.patterns import PATTERNS
from grounding.sound.mix import Mix
from grounding.sound.performance import AHEAD_S, Performance
from grounding.sound.recording import Recording as FileOf
from grounding.sound.recording import Stretch, Stretches
from grounding.sound.renderer import Renderer
from grounding.sound.samples import pcm
from grounding.sound.sound_file import write_sound
from grounding.sound.state import Hearing

RATE = 48_000
TAKES = 4
pytestmark = pytest.mark.skipif(
    shutil.which("pulseaudio") is None, reason="wants pulseaudio: Debian's pulseaudio and pulseaudio-utils"
)


def pitch_hz(sound):
    """Return the strongest pitch of a piece of sound."""
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound)), 8 * len(sound)))
    return float(spectrum.argmax() * RATE / (8 * len(sound)))


def loud(sound):
    return np.sqrt((sound**2).mean()) > 0.003


def stumbled(sound):
    """Tell whether the computer was too busy to play: a hole of 3 to 300 ms in the midst of sound."""
    edges = np.flatnonzero(np.diff(np.concatenate(([1], (sound != 0).astype(int), [1]))))
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        beside = np.abs(np.concatenate([sound[max(0, first - RATE // 500) : first], sound[last : last + RATE // 500]]))
        if 0.003 < (last - first) / RATE < 0.3 and beside.max(initial=0) > 0.003:
            return True
    return False


@dataclass(frozen=True, kw_only=True)
class Recording:
    """What was heard from `from_s` on, when what was done, what was asked for, and what was told."""

    sound: np.ndarray
    from_s: float
    done: dict
    asked: dict
    hearings: list

    def heard(self, name, from_s, to_s):
        """Return what was heard from so many to so many seconds after something was done."""
        first, last = (round((self.done[name] + at_s - self.from_s) * RATE) for at_s in (from_s, to_s))
        return self.sound[first:last]


def scene(room, voice, first_s):
    """Breathe for a while; then a volume moves, and there is a pause, another pace, a bowl, and the end."""
    asked = Asked()
    with room.ear() as ear:
        now = Performance(breath=Course(pattern=PATTERNS["pursed-lips"]), zero_s=time.monotonic(), voice=voice)
        done, performances = {}, {}

        def do(name, then, performance, rest_s):
            done[name], performances[name] = time.monotonic(), performance
            then(*[performance] if performance else [])
            ear.heard(done[name], done[name] + rest_s)
            return time.monotonic()

        do("on", asked.sound.on, now, first_s)
        for volume in (0.8, 0.5, 0.3):
            do("softer", asked.sound.perform, replace(now, mix=Mix(breath=volume)), 0.05)
        paused_s = do("louder", asked.sound.perform, now, 0.8)
        resumed_s = do("pause", asked.sound.perform, replace(now, held_s=paused_s - now.zero_s), 1.2)
        now = replace(now, zero_s=now.zero_s + resumed_s - paused_s)
        own_s = do("resume", asked.sound.perform, now, 1.3) - now.zero_s
        course = now.breath.retimed(own_s, PATTERNS["even"])
        do("change", asked.sound.perform, replace(now, breath=course, bowls=(own_s + AHEAD_S,)), 2.0)
        end_s = do("off", asked.sound.off, None, 1.3)
        sound = ear.heard(done["on"], end_s)
        asked.close()
    return Recording(sound=sound, from_s=done["on"], done=done, asked=performances, hearings=asked.hearings())


def whole(*scened):
    """Return the first recording of a scene in which the computer did not stumble.

    A hole where it is quiet is not heard, but what comes after it has been put back in step in the midst of sound.
    """
    for _ in range(TAKES):
        recording = scene(*scened)
        if not stumbled(recording.sound) and is_part_of(recording.heard("on", 2.3, 3.6), meant(recording)):
            return recording
    return pytest.fail(f"this computer is too busy to listen: {TAKES} takes had holes, or were not what was asked for")


def meant(recording):
    """Return what the first performance of a scene is as it is rendered."""
    return np.frombuffer(pcm(Renderer().block(recording.asked["on"], 0, 5 * RATE)), "<i2") / 32767


@pytest.fixture(scope="module")
def sent(server):
    """Send every child process to the server of this file."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("PULSE_RUNTIME_PATH", "PULSE_SERVER", "HOME", "QT_AUDIO_BACKEND"):
            patch.setenv(name, server.env[name])
        yield server


@pytest.fixture(scope="module")
def tone(sent):
    return whole(sent, Voice.TONE, 7.7)


@pytest.fixture(scope="module")
def air(sent):
    return whole(sent, Voice.BREATH, 3.7)


@pytest.fixture(params=[Voice.TONE, Voice.BREATH])
def recording(request, tone, air):
    return tone if request.param is Voice.TONE else air


def test_what_is_heard_is_what_a_file_of_it_holds_sample_for_sample(recording, tmp_path):
    asked = recording.asked["on"]
    stretch = Stretch(at_s=0.0, seconds=12.0, pattern=asked.breath.pattern)
    breath = Stretches((stretch,))
    write_sound(tmp_path / "a.wav", FileOf(title="t", seconds=12.0, breath=breath, voice=asked.voice))
    filed = soundfile.read(tmp_path / "a.wav", dtype="int16")[0] / 32767
    assert is_part_of(recording.heard("on", 2.3, 3.6), filed)
    if asked.voice is Voice.TONE:
        assert is_part_of(recording.heard("on", 6.2, 7.6), filed)
    assert not is_part_of(recording.heard("on", 2.3, 3.6) * 0.99, filed), "the control, a hundredth softer, has to fail"


def test_the_tone_follows_the_strokes_within_30_ms_up_with_the_in_breath_and_down_with_the_out(tone):
    asked = tone.asked["on"]
    late = [
        late_s(tone.heard("on", from_s, to_s), asked, asked.zero_s + from_s)
        for from_s, to_s in ((2.3, 5.8), (6.2, 7.6))
    ]
    assert max(map(abs, late)) < 0.030, late
    out = [pitch_hz(tone.heard("on", own_s, own_s + 0.25)) for own_s in (2.3, 3.3, 4.3, 5.5)]
    into = [pitch_hz(tone.heard("on", own_s, own_s + 0.25)) for own_s in (6.2, 6.6, 7.0, 7.35)]
    assert out == sorted(out, reverse=True)
    assert into == sorted(into)
    assert out[0] - out[-1] > 50
    assert into[-1] - into[0] > 35


def test_on_pause_resume_change_and_off_are_heard_in_time(recording):
    assert recording.hearings[:2] == [Hearing.STARTING, Hearing.ON]
    assert loud(recording.heard("on", 2.3, 3.0))
    assert not recording.heard("pause", 0.8, 1.2).any()
    assert loud(recording.heard("resume", 0.9, 1.3))
    changed = recording.asked["change"]
    changed_s = recording.done["change"] + 0.8
    assert abs(late_s(recording.heard("change", 0.8, 2.0), changed, changed_s)) < 0.030
    assert loud(recording.heard("off", 0.0, 0.2))
    assert not recording.heard("off", 1.0, 1.3).any()


def test_no_change_of_volume_pace_or_place_no_pause_and_no_end_clicks(recording):
    voice = recording.asked["on"].voice
    assert not clicks(recording.sound, voice)
    cut = recording.sound.copy()
    cut[int(np.abs(cut).argmax()) :] = 0  # where it ends it may be near to nothing by itself
    assert clicks(cut, voice), "the control, cut hard where it is loudest, has to fail the same check"


@pytest.fixture
def soon(monkeypatch):
    """Let what was lost be tried again after a moment instead of 5 s."""
    monkeypatch.setattr("grounding.sound.sound.RETRY_S", 0.5)


@pytest.mark.usefixtures("soon")
def test_the_sound_process_killed_comes_back_by_itself(room, asked, quick):
    with room.ear() as ear:
        sound = asked()
        sound.sound.on(quick)
        sound.wait_for(Hearing.ON)
        killed = sound.pid
        sound.sound._child.kill()
        sound.wait_for(Hearing.SILENT, within_s=2.0)
        sound.wait_for(Hearing.ON, within_s=20.0)
        assert sound.pid != killed
        hear_it(ear)


def hear_it(ear, within_s=10.0):
    """Wait until a second of sound has been heard."""
    ends_s = time.monotonic() + within_s
    while not loud(ear.heard(time.monotonic(), time.monotonic() + 1.0)):
        assert time.monotonic() < ends_s, "nothing is heard"


@pytest.mark.usefixtures("soon")
def test_a_sound_server_that_dies_is_told_within_two_seconds_and_sound_comes_back_with_it(room, asked, quick):
    sound = asked()
    sound.sound.on(quick)
    sound.wait_for(Hearing.ON)
    room.kill()
    sound.wait_for(Hearing.SILENT, within_s=2.0)
    assert sound.states[-1].failure.code == "sound-unavailable"
    room.start()
    sound.wait_for(Hearing.ON, within_s=30.0)
    with room.ear() as ear:
        hear_it(ear)


@pytest.mark.usefixtures("soon")
def test_the_only_device_unplugged_is_told_within_two_seconds_and_plugged_in_again_it_is_heard(room, asked, quick):
    sound = asked()
    sound.sound.on(quick)
    sound.wait_for(Hearing.ON)
    room.unplug()
    sound.wait_for(Hearing.SILENT, within_s=2.0)
    room.plug()
    sound.wait_for(Hearing.ON, within_s=30.0)
    with room.ear() as ear:
        hear_it(ear)


@pytest.mark.usefixtures("soon")
def test_a_server_without_a_device_is_told_within_two_seconds_and_one_that_comes_is_found(room, asked, quick):
    room.unplug()
    sound = asked()
    sound.sound.on(quick)
    sound.wait_for(Hearing.SILENT, within_s=2.0)
    assert sound.states[-1].failure.facts["reason"] == "no-device"
    room.plug()
    sound.wait_for(Hearing.ON, within_s=30.0)
    with room.ear() as ear:
        hear_it(ear)


@pytest.mark.usefixtures("room")
def test_a_while_after_sound_is_off_its_process_is_let_go(asked, quick):
    sound = asked(warm_s=0.5)
    sound.sound.on(quick)
    sound.wait_for(Hearing.ON)
    process = sound.sound._child._process
    sound.sound.off()
    assert process.wait(timeout=10) == 0
    assert sound.sound._child is None


def test_a_device_unplugged_while_another_is_there_goes_on_there(room, asked, quick):
    other = room.told("load-module", "module-null-sink", "sink_name=other", "rate=48000").strip()
    try:
        with room.ear("other") as ear:
            sound = asked()
            sound.sound.on(quick)
            sound.wait_for(Hearing.ON)
            room.unplug()
            hear_it(ear)
            assert sound.hearings()[-1] is Hearing.ON
    finally:
        room.plug()
        room.told("unload-module", other)
