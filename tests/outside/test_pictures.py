"""Pictures of the running orb beside what the score says of the same seconds."""

from __future__ import annotations

import json
import math
from functools import partial

import numpy
import pytest
from orb import eye_on, fitted, fullness, watched
from wanting import SCREEN, wants

from grounding.base.assets import assets
from grounding.base.wording import Wording
from grounding.practice.reading import read_practice
from grounding.sitting.score import lay_out
from grounding.window.breathing.run import Run

FRAME_S = 1 / 60
LATE_S = 1.5 * FRAME_S
"""A picture may show the moment of its own frame, and be seen a frame later."""
PAUSE_AT_S, RESUME_AT_S, SECONDS = 8.0, 9.7, 20.0
FASTEST_PER_S = math.pi / 2 / 3
"""How fast fullness goes at most, in the middle of an in-breath of 3 s."""
HOUR_S = 3600
TAKES = 4
"""On a busy machine a picture is now and then seen late: one take of these has to be whole."""
SHIFTS_S = numpy.arange(0, 7.5, 0.004)


def off_by(score, times, levels):
    """Return how far each level is from the score's, a frame late at most, and how far from that of its very moment."""
    near = [fullness(score, times + shift_s) for shift_s in numpy.linspace(-LATE_S, LATE_S / 2, 8)]
    low, high = numpy.min(near, axis=0), numpy.max(near, axis=0)
    return numpy.maximum(0, numpy.maximum(low - levels, levels - high)), numpy.abs(levels - fullness(score, times))


class Take:
    """Twenty seconds of pictures with one pause, and what they say of the orb beside the score."""

    def __init__(self, screen, score):
        acts = [(at_s, partial(screen.key_soon, "space")) for at_s in (PAUSE_AT_S, RESUME_AT_S)]
        times, self.radii = watched(eye_on(screen), SECONDS, acts)
        still = numpy.flatnonzero(numpy.diff(times) > 1.0)
        assert len(still) == 1, "the orb stands still once: while it is paused"
        self.last = last = still[0] + 1
        shift_s, self.empty_px, self.full_px = fitted(score, times[:last], self.radii[:last], SHIFTS_S)
        own_s = times - times[0] + shift_s
        levels = (self.radii - self.empty_px) / self.stroke_px
        held_s = times[last] - times[last - 1] + numpy.arange(-0.06, 0.06, 0.002)
        apart = [numpy.square(levels[last:] - fullness(score, own_s[last:] - each)).sum() for each in held_s]
        own_s[last:] -= held_s[numpy.argmin(apart)]
        self.own_s = own_s
        self.at_most, self.at_its_moment = off_by(score, own_s, levels)

    @property
    def stroke_px(self):
        return self.full_px - self.empty_px

    @property
    def agrees(self):
        return self.at_most.max() < 0.01 and numpy.percentile(self.at_its_moment, 95) < 0.01


@wants(*SCREEN)
def test_pictures_of_twenty_seconds_agree_with_the_score_through_pause_and_resume(screen, person, start):
    score = json.loads(person.says("score", "breathe", "--json").stdout)
    start("--practice", "breathe", "--begin")
    for _ in range(TAKES):
        take = Take(screen, score)
        if take.agrees:
            break
    assert 1.85 < take.full_px / take.empty_px < 1.95
    assert take.stroke_px > 60
    assert len(take.radii) > 4 * SECONDS
    assert take.at_most.max() < 0.01
    assert numpy.percentile(take.at_its_moment, 95) < 0.01

    fastest_px_s = take.stroke_px * FASTEST_PER_S
    leaps = numpy.abs(numpy.diff(take.radii)) - fastest_px_s * (numpy.diff(take.own_s).clip(0) + LATE_S)
    assert leaps.max() < 0.01 * take.stroke_px
    through_pause_px = abs(take.radii[take.last] - take.radii[take.last - 1])
    assert through_pause_px < 0.01 * take.stroke_px + fastest_px_s * LATE_S


class Jittered:
    """A clock whose frames come when they like."""

    def __init__(self):
        self.now = 1234.5

    def now_s(self):
        return self.now

    def slept_s(self):
        return 0.0


@pytest.mark.usefixtures("qapp")
def test_sixty_minutes_of_uneven_frames_drift_by_less_than_a_frame():
    clock, chance = Jittered(), numpy.random.default_rng(7)
    practice = read_practice(assets() / "practices" / "breathe" / "practice.toml")
    run = Run(clock=clock, wording=Wording())
    run.begin(lay_out(practice, open_end=True), 1)
    begun_s, worst = clock.now, 0.0
    for wait_s in chance.uniform(0.001, 0.2, HOUR_S * 10):
        clock.now += wait_s
        run.look()
        own_s = (clock.now - begun_s) % 7.5
        part = own_s / 3 if own_s < 3 else 1 + (own_s - 3) / 4.5
        worst = max(worst, abs(run.fullness - (1 - numpy.cos(numpy.pi * part)) / 2))
        if clock.now - begun_s > HOUR_S:
            break
    assert clock.now - begun_s > HOUR_S
    assert worst < FASTEST_PER_S * FRAME_S / 100
