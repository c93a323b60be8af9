"""A practice laid out for a file: what the score says, to the sample, and the same sound as the loudspeaker's."""

from __future__ import annotations

import itertools
import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strokes import RATE

from grounding.base.assets import assets
from grounding.base.settings import Voice
from grounding.breath.course import Course
from grounding.breath.patterns import PATTERNS
from grounding.practice.reading import read_practice
from grounding.sitting.score import lay_out
from grounding.sound.performance import LAST_BOWL_S, Performance
from grounding.sound.recording import recording_from_plain, recording_of, recording_to_plain
from grounding.sound.renderer import Renderer

RENDERER = Renderer()
SHIPPED = sorted(path.name for path in (assets() / "practices").iterdir() if path.is_dir())


def timeline_of(name, **kwargs):
    return lay_out(read_practice(assets() / "practices" / name / "practice.toml"), **kwargs).flat()


def recorded(name, *, voice=Voice.TONE, bowl=True, **kwargs):
    return recording_of(timeline_of(name, **kwargs), title="A title", voice=voice, bowl=bowl)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_stroke_of_the_score_begins_and_ends_at_its_sample_and_all_else_is_quiet(name):
    timeline, recording = timeline_of(name), recorded(name, bowl=False)
    sound = np.zeros(round(timeline.seconds * RATE), dtype=bool)
    for start in range(0, len(sound), RATE):
        block = RENDERER.block(recording, start, min(RATE, len(sound) - start))
        sound[start : start + len(block)] = block != 0
    meant = np.zeros_like(sound)
    for stroke in timeline.strokes():
        first, last = round(stroke.at_s * RATE), round(stroke.end_s * RATE)
        meant[first:last] = True
        assert np.flatnonzero(sound[first:last])[0] <= 96, "2 ms into its fade-in it sounds"
        assert last - first - np.flatnonzero(sound[first:last])[-1] <= 48 + 96, "clips end on a whole millisecond"
    assert not sound[~meant].any()


@settings(max_examples=20)
@given(
    name=st.sampled_from(SHIPPED),
    voice=st.sampled_from(Voice),
    part=st.floats(0, 1),
    cuts=st.lists(st.integers(1, RATE - 1), max_size=6),
)
def test_any_way_of_cutting_it_gives_the_same_bits(name, voice, part, cuts):
    recording = recorded(name, voice=voice)
    start = round(part * recording.seconds * RATE)
    edges = [0, *sorted(cuts), RATE]
    parts = [RENDERER.block(recording, start + a, b - a) for a, b in itertools.pairwise(edges)]
    assert np.concatenate(parts).tobytes() == RENDERER.block(recording, start, RATE).tobytes()


@pytest.mark.parametrize("voice", [Voice.TONE, Voice.BREATH])
def test_it_is_bit_for_bit_what_the_loudspeaker_is_given(voice):
    live = Performance(breath=Course(pattern=PATTERNS["gentle"]), zero_s=0.0, voice=voice, bowls=(0.0, 294.0))
    recording = recorded("breathe", voice=voice)
    for start in (0, 7 * RATE, 290 * RATE, 296 * RATE):
        assert RENDERER.block(recording, start, RATE).tobytes() == RENDERER.block(live, start, RATE).tobytes()


def test_bowls_mark_the_beginning_each_change_of_place_and_the_end():
    timeline, recording = timeline_of("scan-3"), recorded("scan-3")
    places = [cue.at_s for cue in timeline.cues() if cue.kind == "place"]
    assert len(places) > 2
    assert set(places) < set(recording.bowls)
    assert (recording.bowls[0], recording.bowls[-1]) == (0.0, timeline.seconds - LAST_BOWL_S)
    assert recorded("scan-3", bowl=False).bowls == ()


def test_without_a_voice_only_bowls_are_heard_and_without_either_nothing():
    assert RENDERER.block(recorded("breathe", voice=Voice.NONE), 0, RATE).any()
    assert not RENDERER.block(recorded("breathe", voice=Voice.NONE), 10 * RATE, RATE).any()
    assert not RENDERER.block(recorded("breathe", voice=Voice.NONE, bowl=False), 0, RATE).any()


@pytest.mark.parametrize("name", SHIPPED)
def test_it_crosses_to_another_process_without_loss(name):
    recording = recorded(name)
    assert recording_from_plain(json.loads(json.dumps(recording_to_plain(recording)))) == recording
