"""What the window does with time: the orb, pauses, a computer that slept, and nothing that ticks for nothing."""

from __future__ import annotations

import random
from math import cos, pi

import pages
import pytest
from person import until
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from grounding.base.clock import SessionClock
from grounding.base.settings import Motion, Settings
from grounding.practice.practice import Kind

Key = Qt.Key
FRAME_S = 0.016
FASTEST = 1.25
"""Fullness a second: more than any stroke has, far less than a jump within one frame."""


def gentle(own_s):
    """Three seconds in, four and a half out, as the raised cosine has it."""
    u = own_s % 7.5
    return (1 - cos(pi * u / 3)) / 2 if u < 3 else (1 + cos(pi * (u - 3) / 4.5)) / 2


def own_s(person):
    return person.run.sitting.own_s(person.hand.awake_s)


def test_the_orb_is_as_full_as_the_curve_at_the_time_of_the_frame_for_an_hour(person):
    person.key(Key.Key_Space)
    orb = person.orb
    chance = random.Random(1)
    while own_s(person) < 3600:
        person.wait(chance.choice((0.016, 0.3, 5.1, 21.7)))
        assert person.run.fullness == pytest.approx(gentle(own_s(person)), abs=1e-9)
        reach = orb.property("fullRadius") - orb.property("emptyRadius")
        drawn = (orb.property("radius") - orb.property("emptyRadius")) / reach
        assert drawn == pytest.approx(person.run.fullness, abs=1e-6)


def test_the_orb_follows_the_laid_out_score_of_a_practice(person):
    strokes = list(person.shelf.score(person.shelf.practice("slow-down")).flat().strokes())
    person.flow.begin()
    for stroke in strokes[:20]:
        for share in (0.1, 0.5, 0.9):
            at_s = stroke.at_s + share * stroke.seconds
            person.wait(at_s - own_s(person))
            assert person.run.fullness == pytest.approx(stroke.at(at_s).fullness, abs=1e-9)


def test_the_words_come_when_the_score_says_even_while_the_orb_rests(person):
    parts = person.shelf.score(person.shelf.practice("slow-down")).parts
    assert parts[0].kind is Kind.ARRIVE
    person.flow.begin()
    for said in parts[0].said:
        person.wait(said.at_s + 0.01 - own_s(person))
        assert person.run.words == said.text
        person.find("label", said.text)


def test_a_pause_stands_still_and_goes_on_from_there(person):
    person.key(Key.Key_Space)
    person.wait(1.3)
    before = person.run.fullness
    person.key(Key.Key_Space)
    person.wait(1234)
    assert (person.run.paused, person.run.fullness) == (True, before)
    person.key(Key.Key_Space)
    assert person.run.fullness == pytest.approx(before, abs=1e-9)
    person.wait(0.2)
    assert person.run.fullness == pytest.approx(gentle(1.5))


ACTS = {
    "pause": lambda run: run.toggle(),
    "next": lambda run: run.next(),
    "previous": lambda run: run.previous(),
    "own breath": lambda run: run.breatheOwn(True),
    "paced again": lambda run: run.breatheOwn(False),
    "with it": lambda run: run.breatheWith(True),
    "without": lambda run: run.breatheWith(False),
    "longer": lambda run: run.longer(),
    "past the hold": lambda run: run.skipHold(),
}


@pytest.mark.parametrize("pattern", ["", "box", "cyclic-sigh", "pursed-lips", "own-pace"])
def test_nothing_that_can_be_done_makes_the_orb_jump(start, pattern):
    person = start(Settings(welcomed=True, practice="slow-down", pattern=pattern))
    chance = random.Random(7)
    person.flow.begin_practice("slow-down")
    person.flow.goOn(False)
    person.run.next()
    for _ in range(40):
        frames_until(person, chance.uniform(0.1, 4))
        before = person.run.fullness
        if person.flow.page != "sitting":
            break
        ACTS[chance.choice(list(ACTS))](person.run)
        assert abs(person.run.fullness - before) <= FASTEST * FRAME_S


def frames_until(person, seconds):
    """Let time go by frame by frame, and see that the orb never jumps."""
    run, before = person.run, person.run.fullness
    for _ in range(int(seconds / FRAME_S)):
        person.hand.awake_s += FRAME_S
        run.look()
        assert abs(run.fullness - before) <= FASTEST * FRAME_S
        before = run.fullness


def test_a_part_ends_by_itself_at_its_time_and_not_before(person):
    person.flow.begin()
    person.wait(39.9)
    assert person.run.kind == "arrive"
    person.wait(0.2)
    assert person.run.kind == "breathe"
    person.wait(75)
    assert person.run.kind == "name"
    person.wait(3600)
    assert person.run.kind == "name"  # where a person answers there is no clock


def test_by_the_real_clock_the_orb_moves_within_a_tenth_of_a_second_of_the_key(person):
    clock, seen = SessionClock(), []
    person.run._clock = clock
    person.run.fullnessChanged.connect(lambda: seen.append(clock.now_s()))
    asked_s = clock.now_s()
    QTest.keyClick(person.window, Key.Key_Space)
    until(lambda: seen, "the first frame of the orb")
    assert seen[0] - asked_s < 0.1


# Sleep, and clocks that jump


@pytest.mark.parametrize("page", [pages.breathe, pages.stay])
def test_a_computer_that_slept_comes_back_to_a_paused_sitting(person, page):
    page(person)
    before, kind = person.run.fullness, person.run.kind
    person.hand.slept_s += 3600
    person.wait(0.02)
    assert person.run.paused
    assert person.run.kind == kind
    assert abs(person.run.fullness - before) < FASTEST * 0.05
    person.key(Key.Key_Space)
    person.wait(0.02)
    assert person.run.running


def test_a_computer_that_only_blinked_goes_on(person):
    pages.breathe(person)
    person.hand.slept_s += 1
    person.wait(0.02)
    assert person.run.running


def test_a_wall_clock_that_jumps_moves_nothing(person, monkeypatch):
    pages.breathe(person)
    before = person.run.fullness
    monkeypatch.setattr("time.time", lambda: 0.0)
    monkeypatch.setattr("time.time_ns", lambda: 0)
    person.wait(1e-6)
    assert person.run.running
    assert person.run.fullness == pytest.approx(before, abs=1e-5)


# Nothing ticks for nothing


def frames(person):
    """Every FrameAnimation there is that runs."""
    return [each for each in person.of_kind("QQuickFrameAnimation") if each.property("running")]


def still(person):
    """Wait until whatever faded has faded, and return how many frames are drawn in a while after that."""
    drawn = []
    person.window.frameSwapped.connect(lambda: drawn.append(1))
    quiet = []

    def rested():
        quiet.append(len(drawn))
        return len(quiet) > 60 and quiet[-60] == quiet[-1]

    until(rested, "a still page")
    before = len(drawn)
    QTest.qWait(200)
    return len(drawn) - before


STILL = (
    *("home", "journal", "settings", "safety", "hold", "name_open", "check_in"),
    *("less", "arrive", "stay", "close", "room"),
)


@pytest.mark.parametrize("page", STILL)
def test_nothing_ticks_on_a_still_page(start, page):
    person = start(Settings(welcomed=True, motion=Motion.REDUCED))
    pages.EVERY[page](person)
    person.wait(20 if page == "stay" else 0.1)
    if page == "name_open":
        person.key(Key.Key_Escape)  # the cursor of a field may blink
    assert frames(person) == []
    assert min(still(person) for _ in range(3)) <= 2  # a journal that is read late draws once more, and only once


def test_frames_are_asked_for_only_while_the_orb_moves_and_is_seen(person):
    pages.breathe(person)
    assert frames(person)
    person.key(Key.Key_Space)
    assert frames(person) == []
    person.key(Key.Key_Space)
    assert frames(person)
    person.window.showMinimized()
    until(lambda: not frames(person), "the end of the frames")
    person.window.showNormal()
    until(lambda: frames(person), "frames")
    person.press("check box", "My own breath")
    person.wait(30)
    assert frames(person) == []  # it has come to rest
    person.press("check box", "My own breath")
    assert frames(person)
    person.key(Key.Key_Escape)
    assert frames(person) == []


def test_a_hidden_window_asks_for_no_frames(person):
    pages.breathe(person)
    person.window.hide()
    until(lambda: not frames(person), "the end of the frames")


def test_reduced_motion_stands_still_and_fills_the_ring(start):
    person = start(Settings(welcomed=True, motion=Motion.REDUCED))
    person.key(Key.Key_Space)
    orb = person.orb
    radii = set()
    for _ in range(40):
        person.wait(0.2)
        radii.add(orb.property("radius"))
    assert len(radii) == 1
    assert orb.property("fullness") == person.run.fullness


def test_a_sitting_that_runs_on_after_its_window_asks_nothing_of_the_desktop(person):
    pages.breathe(person)
    person.grounding.close()
    person.run.toggle()
    person.run.toggle()
    assert person.run.running
