"""What is heard at a real sound server; wants pulseaudio, and says so where there is none."""

from __future__ import annotations

import shutil
import time
from dataclasses import replace

import numpy as np
import pytest

from grounding.breath.patterns import PATTERNS
from grounding.sound.performance import AHEAD_S
from grounding.sound.renderer import Renderer
from grounding.sound.state import Hearing

RATE = 48_000
pytestmark = pytest.mark.skipif(
    shutil.which("pulseaudio") is None, reason="wants pulseaudio: Debian's pulseaudio and pulseaudio-utils"
)


def late_s(heard, performance, from_s, within_s=0.1):
    """Return by how much `heard`, which begins at `from_s`, is behind the performance as it is rendered."""
    margin = round(within_s * RATE)
    start = round((from_s - performance.zero_s) * RATE)
    meant = Renderer().block(performance, start + margin, len(heard) - 2 * margin).astype(np.float64)
    size = 1 << (len(heard) + len(meant)).bit_length()
    product = np.fft.irfft(np.fft.rfft(heard, size) * np.conj(np.fft.rfft(meant, size)), size)[: 2 * margin]
    energy = np.cumsum(np.concatenate(([0.0], heard**2)))
    there = energy[len(meant) : len(meant) + 2 * margin] - energy[: 2 * margin]
    likeness = product / np.sqrt((meant**2).sum() * there + 1e-12)
    assert likeness.max() > 0.999, f"what is heard is not what was meant: {likeness.max():.3f}"
    return (int(likeness.argmax()) - margin) / RATE


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


def test_the_tone_follows_the_strokes_within_30_ms_up_with_the_in_breath_and_down_with_the_out(room, asked, gentle):
    with room.ear() as ear:
        breath, sound = gentle(), asked()
        sound.sound.on(breath)
        from_s = breath.zero_s + 3.0
        heard = ear.heard(from_s, from_s + 7.6)
        assert sound.hearings() == [Hearing.STARTING, Hearing.ON]
    late = [late_s(heard[round(a * RATE) : round(b * RATE)], breath, from_s + a) for a, b in ((0.2, 4.2), (4.7, 7.2))]
    assert max(map(abs, late)) < 0.030, late
    assert not clicks(heard)

    def at(own_s):
        first = round((own_s - 3.0) * RATE)
        return pitch_hz(heard[first : first + RATE // 4])

    out, into = [at(own_s) for own_s in (3.3, 4.5, 6.0, 7.0)], [at(own_s) for own_s in (7.8, 8.5, 9.2, 10.0)]
    assert out == sorted(out, reverse=True)
    assert into == sorted(into)
    assert out[0] - out[-1] > 50
    assert into[-1] - into[0] > 35


def test_on_pause_resume_change_and_off_are_heard_in_time_and_none_of_them_clicks(room, asked, gentle):
    with room.ear() as ear:
        breath, sound = gentle(), asked()
        began_s = time.monotonic()
        sound.sound.on(breath)
        assert loud(ear.heard(began_s + 2.0, began_s + 2.5))
        paused_s = time.monotonic()
        sound.sound.perform(replace(breath, held_s=paused_s - breath.zero_s))
        assert not ear.heard(paused_s + 0.7, paused_s + 1.5).any()
        resumed_s = time.monotonic()
        on_again = replace(breath, zero_s=breath.zero_s + resumed_s - paused_s)
        sound.sound.perform(on_again)
        assert loud(ear.heard(resumed_s + 0.8, resumed_s + 1.3))
        changed_s = time.monotonic()
        own_s = changed_s - on_again.zero_s
        changed = replace(on_again, breath=breath.breath.retimed(own_s, PATTERNS["even"]), bowls=(own_s + AHEAD_S,))
        sound.sound.perform(changed)
        late = late_s(ear.heard(changed_s + 0.5, changed_s + 1.5), changed, changed_s + 0.5)
        off_s = time.monotonic()
        sound.sound.off()
        assert loud(ear.heard(off_s, off_s + 0.2))
        assert not ear.heard(off_s + 1.0, off_s + 1.5).any()
        whole = ear.heard(began_s, off_s + 1.5)
    assert abs(late) < 0.030
    assert not clicks(whole)
    cut = whole.copy()
    cut[round((off_s - began_s) * RATE) :] = 0
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
