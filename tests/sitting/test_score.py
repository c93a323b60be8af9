"""A practice laid out: which parts, how long, what is said when, and its cues on one line of time."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grounding.body.region import Region
from grounding.breath.course import Course
from grounding.breath.patterns import GENTLE, OWN_PACE, PATTERNS
from grounding.breath.segment import Phase
from grounding.practice.practice import Kind, Place, Practice, Prompt, Step
from grounding.sitting.score import OPEN_LAYOUT_S, STAY_WORDS_S, Position, lay_out
from grounding.sitting.timeline import timeline_to_plain


def practice(*steps):
    return Practice(id="some", title="Some", summary="Some steps.", steps=steps)


ANY_PLACE = Place(region=None, prompts=(Prompt(text="notice it"), Prompt(text="or not", quiet_s=20)))
ARRIVE = Step(kind=Kind.ARRIVE, seconds=40, prompts=(Prompt(text="look"), Prompt(text="stay")))
BREATHE = Step(kind=Kind.BREATHE, breaths=10, pattern="gentle", prompts=(Prompt(text="small is enough"),))
CHECK_IN = Step(kind=Kind.CHECK_IN, quiet_s=30)
SCAN = Step(
    kind=Kind.SCAN,
    seconds=50,
    regions=(Region.HANDS, Region.EYES, Region.CHEST),
    named_first=True,
    places=(ANY_PLACE, Place(region=Region.HANDS, prompts=(Prompt(text="the hands"),))),
)
STAY = Step(kind=Kind.STAY, seconds=120, prompts=(Prompt(text="nothing is asked"),))
CLOSE = Step(kind=Kind.CLOSE, quiet_s=10)
ARC = practice(ARRIVE, BREATHE, CHECK_IN, SCAN, STAY, CLOSE)
OPEN = practice(Step(kind=Kind.BREATHE))

regions = st.lists(st.sampled_from(list(Region)), unique=True)


def places(score):
    return [part.region for part in score.parts if part.region]


def test_the_parts_are_the_steps_with_one_part_for_each_place():
    parts = lay_out(ARC).parts
    assert [part.kind for part in parts] == [
        Kind.ARRIVE, Kind.BREATHE, Kind.CHECK_IN, Kind.SCAN, Kind.SCAN, Kind.SCAN, Kind.STAY, Kind.CLOSE,
    ]  # fmt: skip
    assert [part.seconds for part in parts] == [40, 75, None, 50, 50, 50, 120, None]
    assert [part.step for part in parts] == [0, 1, 2, 3, 3, 3, 4, 5]


@given(regions, regions)
def test_places_left_out_vanish_and_named_ones_come_in_the_order_given(left_out, named):
    chosen = named or [Region.HANDS, Region.EYES, Region.CHEST]
    assert places(lay_out(ARC, left_out=left_out, named=named)) == [each for each in chosen if each not in left_out]


def test_named_places_come_only_where_a_scan_asks_for_them():
    fixed = practice(Step(kind=Kind.SCAN, seconds=50, regions=(Region.FEET,), places=(ANY_PLACE,)))
    assert places(lay_out(fixed, named=[Region.JAW])) == [Region.FEET]


def test_each_place_has_its_own_words_or_those_for_any():
    said = {part.region: [each.text for each in part.said] for part in lay_out(ARC).parts if part.region}
    assert said == {
        Region.HANDS: ["the hands"],
        Region.EYES: ["notice it", "or not"],
        Region.CHEST: ["notice it", "or not"],
    }


def test_prompts_without_a_quiet_of_their_own_share_what_is_left():
    arrive, *_, chest, _stay, _close = lay_out(ARC).parts
    assert [said.at_s for said in arrive.said] == [0, 20]
    assert [said.at_s for said in chest.said] == [0, 30]


def test_silence_is_silence_once_the_words_of_a_stay_have_faded():
    stay = lay_out(ARC).parts[-2]
    assert stay.words(STAY_WORDS_S - 0.01) == "nothing is asked"
    assert stay.words(STAY_WORDS_S) == ""


@given(st.lists(st.floats(1, 60), max_size=5), st.sampled_from([Kind.STAY, Kind.ARRIVE]), st.floats(0, 200))
def test_words_change_only_when_foretold(quiets, kind, into_s):
    prompts = tuple(Prompt(text=str(index), quiet_s=quiet_s) for index, quiet_s in enumerate(quiets))
    (part,) = lay_out(practice(Step(kind=kind, seconds=300, prompts=prompts))).parts
    change_s = part.next_words_s(into_s)
    until_s = 300 if change_s is None else change_s
    for k in range(1, 20):
        assert part.words(into_s + (until_s - into_s) * k / 20) == part.words(into_s)
    if change_s is not None:
        assert part.words(change_s) != part.words(into_s)


@given(st.sampled_from(list(PATTERNS.values())), st.floats(1, 3600))
def test_a_breathe_step_takes_whole_breaths_for_at_least_the_time_meant(pattern, meant_s):
    (part,) = lay_out(OPEN, pattern=pattern, seconds=meant_s).parts
    assert part.seconds >= meant_s - 1e-3
    end = Course(pattern=pattern).at(part.seconds)
    assert (end.fullness, end.speed) == (pytest.approx(0, abs=1e-9), pytest.approx(0, abs=1e-6))
    if pattern.strokes and pattern.breaths is None:
        assert part.seconds < meant_s + pattern.seconds


@given(st.sampled_from(list(PATTERNS.values())))
def test_another_pattern_takes_about_as_long_as_the_breaths_meant(pattern):
    part = lay_out(ARC, pattern=pattern).parts[1]
    assert part.pattern == pattern
    assert 75 <= part.seconds < 75 + max(pattern.seconds, 1)


def test_a_practice_with_no_end_goes_on_and_five_minutes_of_it_are_laid_out():
    score = lay_out(OPEN, open_end=True)
    assert score.endless
    assert score.parts[0].seconds is None
    assert score.flat().seconds == OPEN_LAYOUT_S
    assert not lay_out(ARC).endless


def test_the_orb_rests_in_a_scan_and_knows_what_it_would_breathe():
    scan = lay_out(ARC).parts[3]
    assert (scan.pattern, scan.breath) == (OWN_PACE, GENTLE)
    assert lay_out(ARC, pattern=PATTERNS["even"]).parts[3].breath == PATTERNS["even"]


def test_a_moment_tells_the_step_its_words_its_place_and_the_breath():
    score = lay_out(ARC)
    moment = score.moment(Position(part=3, into_s=1), Course(pattern=GENTLE), 1.5)
    assert (moment.step, moment.kind, moment.words, moment.region) == (3, Kind.SCAN, "the hands", Region.HANDS)
    assert (moment.fullness, moment.phase) == (pytest.approx(0.5), Phase.IN)


def test_a_layout_counts_steps_without_a_clock_as_their_quiet():
    assert lay_out(ARC).flat().seconds == 40 + 75 + 30 + 150 + 120 + 10
    assert [part.at_s for part in lay_out(ARC).flat().parts] == [0, 40, 115, 145, 195, 245, 295, 415]


def test_a_cue_comes_for_each_step_place_line_and_turn():
    cues = list(lay_out(ARC).flat().cues())
    assert [cue.text for cue in cues if cue.kind == "step"] == [step.kind.value for step in ARC.steps]
    assert [(cue.at_s, cue.region) for cue in cues if cue.kind == "place"] == [
        (145, Region.HANDS), (195, Region.EYES), (245, Region.CHEST),
    ]  # fmt: skip
    assert [cue.at_s for cue in cues if cue.kind == "in"] == [40 + 7.5 * k for k in range(10)]
    assert [cue.at_s for cue in cues if cue.kind == "out"] == [43 + 7.5 * k for k in range(10)]
    assert [cue.at_s for cue in cues if cue.kind == "end"] == [425]
    assert [(cue.at_s, cue.text) for cue in cues if cue.kind == "words"][:3] == [
        (0, "look"), (20, "stay"), (40, "small is enough"),
    ]  # fmt: skip
    assert all(cue.at_s <= after.at_s for cue, after in pairwise(cues))


def test_a_counted_breath_turns_to_rest_once():
    kinds = [cue.kind for cue in lay_out(OPEN, pattern=PATTERNS["one-sigh"], seconds=60).flat().cues()]
    assert kinds == ["step", "in", "out", "rest", "end"]


@given(st.lists(st.floats(0, 430), max_size=60), st.sampled_from(list(PATTERNS.values())))
def test_every_cue_comes_exactly_once_whatever_the_windows(cuts, pattern):
    timeline = lay_out(ARC, pattern=pattern).flat()
    edges = [0.0, *sorted(cuts), timeline.seconds + 1]
    pieced = [cue for from_s, to_s in pairwise(edges) for cue in timeline.cues(from_s, to_s)]
    assert pieced == list(timeline.cues())


@given(st.sampled_from(list(PATTERNS.values())), regions)
def test_the_laid_out_strokes_are_whole_and_do_not_overlap(pattern, named):
    strokes = list(lay_out(ARC, pattern=pattern, named=named).flat().strokes())
    for piece, following in pairwise(strokes):
        assert following.at_s >= piece.end_s - 1e-9
        assert following.level == piece.target
    assert all(piece.end_s <= 40 + 75 + 20 for piece in strokes)


def test_the_plain_form_has_the_fields_of_the_command_line():
    plain = timeline_to_plain(lay_out(ARC).flat(), "some")
    assert (plain["practice"], plain["seconds"]) == ("some", 425)
    assert plain["strokes"][0] == {"at_s": 40, "seconds": 3, "from": 0.0, "to": 1.0}
    assert len(plain["strokes"]) == 20
    assert plain["cues"][0] == {"at_s": 0, "kind": "step", "text": "arrive"}
    assert {"at_s": 145, "kind": "place", "region": "hands"} in plain["cues"]
