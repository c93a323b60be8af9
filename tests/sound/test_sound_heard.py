"""What is heard at a real sound server; wants pulseaudio, and says so where there is none."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass, replace

import numpy as np
import pytest
from late import late_s

from grounding.breath.patterns import PATTERNS
from grounding.sound.performance import AHEAD_S
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


def clicks(sound):
    """Tell whether there is a click: a peak above 10 kHz, or a bend sharper than any of the tone's partials has."""
    spectrum = np.fft.rfft(sound * np.hanning(len(sound)))
    spectrum[np.fft.rfftfreq(len(sound), 1 / RATE) < 10_000] = 0
    above_db = 20 * np.log10(np.abs(np.fft.irfft(spectrum, len(sound))).max() + 1e-9)
    bend = np.abs(np.diff(sound, 2)).max() / (np.abs(sound).max() * (2 * np.pi * 660 / RATE) ** 2)
    return above_db > -60 or bend > 2


def loud(sound):
    return np.sqrt((sound**2).mean()) > 0.003


def stumbled(sound):
    """Tell whether the computer was too busy to play: a hole of 3 to 300 ms; a pause is longer, a turn shorter."""
    edges = np.flatnonzero(np.diff(np.concatenate(([1], (sound != 0).astype(int), [1]))))
    holes_s = (edges[1::2] - edges[::2]) / RATE
    return bool(((holes_s > 0.003) & (holes_s < 0.3)).any())


def take(scene):
    """Return the first recording of a scene in which the computer did not stumble."""
    for _ in range(TAKES):
        recording = scene()
        if not stumbled(recording.sound):
            return recording
    return pytest.fail(f"this computer is too busy to listen: {TAKES} takes had holes")


@dataclass(frozen=True, kw_only=True)
class Recording:
    """What was heard from `from_s` on, and when what was done."""

    sound: np.ndarray
    from_s: float
    done: dict

    def heard(self, name, from_s, to_s):
        """Return what was heard from so many to so many seconds after something was done."""
        first, last = (round((self.done[name] + at_s - self.from_s) * RATE) for at_s in (from_s, to_s))
        return self.sound[first:last]


def test_the_tone_follows_the_strokes_within_30_ms_up_with_the_in_breath_and_down_with_the_out(room, asked, gentle):
    breaths = []

    def scene():
        with room.ear() as ear:
            breath, sound = gentle(), asked()
            breaths.append(breath)
            sound.sound.on(breath)
            heard = ear.heard(breath.zero_s + 2.5, breath.zero_s + 10.6)
            assert sound.hearings() == [Hearing.STARTING, Hearing.ON]
            sound.close()
        return Recording(sound=heard, from_s=breath.zero_s + 2.5, done={"on": breath.zero_s})

    recording = take(scene)
    late = [
        late_s(recording.heard("on", from_s, to_s), breaths[-1], breaths[-1].zero_s + from_s)
        for from_s, to_s in ((3.2, 7.2), (7.7, 10.2))
    ]
    assert max(map(abs, late)) < 0.030, late
    assert not clicks(recording.sound)
    out = [pitch_hz(recording.heard("on", own_s, own_s + 0.25)) for own_s in (3.3, 4.5, 6.0, 7.0)]
    into = [pitch_hz(recording.heard("on", own_s, own_s + 0.25)) for own_s in (7.8, 8.5, 9.2, 10.0)]
    assert out == sorted(out, reverse=True)
    assert into == sorted(into)
    assert out[0] - out[-1] > 50
    assert into[-1] - into[0] > 35


def test_on_pause_resume_change_and_off_are_heard_in_time_and_none_of_them_clicks(room, asked, gentle):
    changes = []

    def scene():
        with room.ear() as ear:
            breath, sound, done = gentle(), asked(), {}

            def do(name, then, *args, rest_s):
                done[name] = time.monotonic()
                then(*args)
                ear.heard(done[name], done[name] + rest_s)
                return time.monotonic()

            paused_s = do("on", sound.sound.on, breath, rest_s=2.5)
            held = replace(breath, held_s=paused_s - breath.zero_s)
            resumed_s = do("pause", sound.sound.perform, held, rest_s=1.5)
            again = replace(breath, zero_s=breath.zero_s + resumed_s - paused_s)
            own_s = do("resume", sound.sound.perform, again, rest_s=1.3) - again.zero_s
            course = breath.breath.retimed(own_s, PATTERNS["even"])
            changes.append(replace(again, breath=course, bowls=(own_s + AHEAD_S,)))
            do("change", sound.sound.perform, changes[-1], rest_s=2.0)
            do("off", sound.sound.off, rest_s=1.5)
            whole = ear.heard(done["on"], done["off"] + 1.5)
            sound.close()
        return Recording(sound=whole, from_s=done["on"], done=done)

    recording = take(scene)
    assert loud(recording.heard("on", 2.0, 2.4))
    assert not recording.heard("pause", 0.8, 1.5).any()
    assert loud(recording.heard("resume", 0.9, 1.3))
    changed_s = recording.done["change"] + 0.8
    assert abs(late_s(recording.heard("change", 0.8, 2.0), changes[-1], changed_s)) < 0.030
    assert loud(recording.heard("off", 0.0, 0.2))
    assert not recording.heard("off", 1.0, 1.5).any()
    assert not clicks(recording.sound)
    cut = recording.sound.copy()
    cut[-len(recording.heard("off", 0.0, 1.5)) :] = 0
    assert clicks(cut), "the control, cut hard at the same place, has to fail the same check"


def test_the_sound_process_killed_comes_back_by_itself(room, asked, gentle):
    with room.ear() as ear:
        sound = asked()
        sound.sound.on(gentle())
        sound.wait_for(Hearing.ON)
        killed = sound.pid
        sound.sound._child.kill()
        sound.wait_for(Hearing.SILENT, within_s=2.0)
        sound.wait_for(Hearing.ON, within_s=20.0)
        assert sound.pid != killed
        now_s = time.monotonic()
        assert loud(ear.heard(now_s, now_s + 4.0))


def test_a_sound_server_that_dies_is_told_within_two_seconds_and_sound_comes_back_with_it(room, asked, gentle):
    sound = asked()
    sound.sound.on(gentle())
    sound.wait_for(Hearing.ON)
    room.kill()
    sound.wait_for(Hearing.SILENT, within_s=2.0)
    assert sound.states[-1].failure.code == "sound-unavailable"
    room.start()
    sound.wait_for(Hearing.ON, within_s=30.0)
    with room.ear() as ear:
        now_s = time.monotonic()
        assert loud(ear.heard(now_s, now_s + 4.0))


@pytest.mark.usefixtures("room")
def test_a_while_after_sound_is_off_its_process_is_let_go(asked, gentle):
    sound = asked(warm_s=0.5)
    sound.sound.on(gentle())
    sound.wait_for(Hearing.ON)
    process = sound.sound._child._process
    sound.sound.off()
    assert process.wait(timeout=10) == 0
    assert sound.sound._child is None


def test_a_device_unplugged_while_another_is_there_goes_on_there(room, asked, gentle):
    other = room.told("load-module", "module-null-sink", "sink_name=other", "rate=48000").strip()
    first = next(
        line.split()[0] for line in room.told("list", "short", "modules").splitlines() if "sink_name=room" in line
    )
    try:
        with room.ear("other") as ear:
            breath, sound = gentle(), asked()
            sound.sound.on(breath)
            sound.wait_for(Hearing.ON)
            time.sleep(1.0)
            room.told("unload-module", first)
            gone_s = time.monotonic()
            heard = ear.heard(gone_s, gone_s + 12.0)
            assert loud(heard[6 * RATE :])
            assert sound.hearings()[-1] is Hearing.ON
    finally:
        room.told("load-module", "module-null-sink", "sink_name=room", "rate=48000")
        room.told("unload-module", other)
