"""A breath that is led is heard at the times of its formula, to the sample, from whatever rate it begins."""

from __future__ import annotations

import numpy as np
import pytest
from way import way

from grounding.base.settings import Voice
from grounding.breath.leading import Lead
from grounding.breath.rhythm import Rhythm
from grounding.sound.performance import Performance
from grounding.sound.renderer import Renderer

RATE = 48_000
BEGINS_S = 1.25
SOFT = RATE // 500
"""Within so many samples an edge has risen above nothing; and clips end on a whole millisecond."""


@pytest.mark.parametrize("voice", [Voice.TONE, Voice.BREATH])
@pytest.mark.parametrize("a_minute", [20, 16, 12, 6])
def test_every_stroke_of_the_way_begins_and_ends_at_its_sample(a_minute, voice):
    in_s, out_s = 0.45 * 60 / a_minute, 0.55 * 60 / a_minute
    course = Lead(met=Rhythm(in_s=in_s, out_s=out_s), slowest_a_minute=2).course(BEGINS_S)
    sound = Renderer().block(Performance(breath=course, zero_s=0.0, voice=voice), 0, round(course.begins_s * RATE))
    assert not sound[: round(BEGINS_S * RATE)].any()
    at_s = BEGINS_S
    for seconds in (each for breath in way(in_s, out_s) for each in breath):
        first, last = round(at_s * RATE), round((at_s + seconds) * RATE)
        heard = np.flatnonzero(sound[first:last])
        assert heard[0] <= SOFT
        assert last - first - heard[-1] <= RATE // 1000 + SOFT
        at_s += seconds
    assert abs(round(at_s * RATE) - len(sound)) <= 1
