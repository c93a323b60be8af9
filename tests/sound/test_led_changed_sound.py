"""A breath that is led, and kept, taken back, hurried or paused on its way: what is played beside the formula."""

from __future__ import annotations

import numpy as np
import pytest
from speaker import RATE, Numbers
from strokes import clicks
from way import begins, faster, laid, slower, stayed, tapped_s, turned_to, way

from grounding.base.assets import assets
from grounding.base.settings import Voice
from grounding.breath.course import Course
from grounding.breath.patterns import OWN_PACE
from grounding.breath.segment import Segment
from grounding.practice.reading import read_practice
from grounding.sitting import pacing
from grounding.sitting.score import lay_out
from grounding.sitting.sitting import Sitting
from grounding.sound.performance import Performance
from grounding.sound.player import LATENCY_S
from grounding.sound.renderer import Renderer

SLOWEST = 2
ZERO_S = 200.0
"""Long after the last key: the orb is at rest."""
RATES = [20, 16, 12, 6]
MOMENTS = [(9, 0.22137), (12, 0.71271)]
"""In which breath of the way, and how far along it; so that what is left of a stroke is no whole millisecond."""
BEFORE_S, PAUSED_S = 2.2, 2.5
WARM_S, AFTER_S = 1.0, 0.6
"""What begins has risen, and what changes, or comes back, has faded out and in."""
APART = RATE // 100
"""Sound is in step to the gulps that a loudspeaker takes, and to the turn; here within 10 ms."""
LAST_BIT = 1.5 / 32767


def sitting_of(turns):
    """Return the sitting of somebody who has breathed, or tapped, so; their way begins at `ZERO_S`."""
    practice = read_practice(assets() / "practices" / "breathe" / "practice.toml")
    sitting = Sitting.begin(lay_out(practice, pattern=OWN_PACE, open_end=True), 0.0)
    for at_s, filling in turns:
        sitting = pacing.turned(sitting, at_s, filling=filling)
    return pacing.slower(sitting, ZERO_S, SLOWEST)


def held(stroke_s):
    return [(2 * stroke_s * breath + away_s, not away_s) for breath in range(5) for away_s in (0, stroke_s)]


def tapped(period_s):
    return [(at_s + away_s, not away_s) for at_s in tapped_s(period_s) for away_s in (0, 0.1)]


def rendered(pieces, from_s, seconds, voice):
    """Return how the formula sounds."""
    lead = tuple(
        Segment(at_s=ZERO_S + at_s, seconds=length_s, level=before, target=after, speed=speed)
        for at_s, length_s, before, after, speed in pieces
    )
    now = Performance(breath=Course(begins_s=lead[-1].end_s, lead=lead), zero_s=0.0, voice=voice)
    return Renderer().block(now, round((ZERO_S + from_s) * RATE), round(seconds * RATE)).astype(np.float64)


class Played:
    """A sitting as the player plays it, from a moment of its own time on."""

    def __init__(self, sitting, from_s, voice):
        self._speaker, self._voice, self._from_s = Numbers(), voice, from_s
        self.show(sitting)

    def show(self, sitting):
        """Show the player what the sitting has become."""
        zero_s = 1000.0 - self._from_s + sitting.origin_s
        now = Performance(breath=sitting.course, zero_s=zero_s, voice=self._voice, held_s=sitting.held_s)
        self._speaker.perform(now)

    def run(self, seconds):
        self._speaker.run(seconds)

    @property
    def all(self):
        """Return all that was heard, with its end."""
        self._speaker.player.hear({"do": "off"})
        self._speaker.run(1.2)
        return self._speaker.sound

    def heard(self, from_s, seconds):
        """Return what was heard of some seconds of the session clock, and of `APART` around them."""
        first = round((from_s - self._from_s - LATENCY_S) * RATE) - APART
        return self._speaker.sound[first : first + round(seconds * RATE) + 2 * APART]


def apart(heard, meant):
    """Return by how much what is heard differs from what is meant, where it is shifted as fits best."""
    about = len(meant) // 2
    part = meant[about : about + RATE // 20]
    shifts = range(2 * APART)
    best = min(shifts, key=lambda shift: np.abs(heard[shift + about : shift + about + len(part)] - part).max())
    return np.abs(heard[best : best + len(meant)] - meant).max()


def moment(breaths, at, part):
    in_s, out_s = breaths[at]
    return begins(breaths, at) + (2 * part * in_s if part < 0.5 else in_s + (2 * part - 1) * out_s)


def meant(breaths, asked, at, at_s):
    """Return the pieces to come where this was asked in this breath, and its first one if that goes on as it was."""
    if asked in {"stay", "pause"}:
        return laid(stayed(breaths, at) if asked == "stay" else breaths)
    to_come = {"slower": slower(breaths, at), "faster": faster(breaths, at), "back": breaths[:8]}[asked]
    return [each for each in turned_to(laid(breaths), at_s, to_come[0], to_come) if each[0] >= at_s]


def ask(sitting, asked, now_s):
    """Return the sittings that come of it, each with when it does."""
    if asked == "pause":
        paused = sitting.pause(now_s)
        return [(paused, PAUSED_S), (paused.resume(now_s + PAUSED_S), 0.0)]
    if asked in {"slower", "faster"}:
        return [(getattr(pacing, asked)(sitting, now_s, SLOWEST), 0.0)]
    return [(getattr(pacing, asked)(sitting, now_s), 0.0)]


@pytest.mark.parametrize("voice", [Voice.TONE, Voice.BREATH])
@pytest.mark.parametrize("asked", ["stay", "back", "slower", "faster", "pause"])
@pytest.mark.parametrize("a_minute", RATES)
def test_what_is_played_of_a_way_that_is_changed_is_the_formula_and_nothing_clicks(a_minute, asked, voice):
    sitting = sitting_of(held(30 / a_minute))
    breaths = way(30 / a_minute, 30 / a_minute)
    for at, part in MOMENTS:
        at_s = moment(breaths, at, part)
        played = Played(sitting, ZERO_S + at_s - BEFORE_S, voice)
        played.run(BEFORE_S)
        away_s, now = 0.0, sitting
        for now, then_s in ask(sitting, asked, ZERO_S + at_s):
            played.show(now)
            played.run(then_s)
            away_s += then_s
        played.run(AFTER_S + sum(breaths[at]) + 0.5)
        before = rendered(laid(breaths), at_s - BEFORE_S + WARM_S, BEFORE_S - WARM_S, voice)
        after = rendered(meant(breaths, asked, at, at_s), at_s + AFTER_S, sum(breaths[at]), voice)
        was = played.heard(ZERO_S + at_s - BEFORE_S + WARM_S, BEFORE_S - WARM_S)
        came = played.heard(ZERO_S + at_s + AFTER_S + away_s, sum(breaths[at]))
        assert apart(was, before) < LAST_BIT
        assert apart(came, after) < LAST_BIT
        assert not clicks(played.all, voice)


@pytest.mark.parametrize("voice", [Voice.TONE, Voice.BREATH])
@pytest.mark.parametrize("a_minute", RATES)
def test_a_breath_that_is_cut_hard_would_be_heard(a_minute, voice):
    breaths = way(30 / a_minute, 30 / a_minute)
    at_s = moment(breaths, *MOMENTS[0])
    before = rendered(laid(breaths), at_s - 1.0, 1.0, voice)
    loudest = np.abs(before[-RATE // 100 :]).argmax() - RATE // 100
    before, after = before[:loudest], rendered(laid([breaths[0]], at_s), at_s, sum(breaths[0]), voice)
    before[: RATE // 5] *= (1 - np.cos(np.linspace(0, np.pi, RATE // 5))) / 2
    assert clicks(np.concatenate([before, after]), voice)


@pytest.mark.parametrize("voice", [Voice.TONE, Voice.BREATH])
@pytest.mark.parametrize("a_minute", RATES)
def test_a_way_that_begins_with_taps_is_heard_as_its_formula(a_minute, voice):
    period_s = 60 / a_minute
    sitting = sitting_of(tapped(period_s))
    breaths = way(4 / 9 * period_s, 5 / 9 * period_s)
    for at in (0, 8, 12, len(breaths) - 1):
        own_s, seconds = begins(breaths, at), sum(breaths[at])
        course = Performance(breath=sitting.course, zero_s=0.0, voice=voice)
        sound = Renderer().block(course, round((ZERO_S + own_s) * RATE), round(seconds * RATE))
        assert apart(np.pad(sound, APART), rendered(laid(breaths), own_s, seconds, voice)) < LAST_BIT
