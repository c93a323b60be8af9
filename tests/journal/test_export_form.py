"""The form in which the journal is taken along: lossless, described by a schema, the same to the byte."""

from __future__ import annotations

import copy
import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from along import ONE, SCHEMA, document, earliers, exported, told_in, wholes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from said import ZONES

from grounding.base.failure import Failure
from grounding.body.region import Region
from grounding.body.sensation import Change, Noticed
from grounding.journal.along.whole import KIND, VERSION, Whole, whole_to_plain
from grounding.journal.entry import Entry

VALID = Draft202012Validator(SCHEMA)


def alike(ones, others):
    """Whether they are equal, by the names of their zones and the hour on the wall too, which `==` does not mind."""
    return ones == others and [whole_to_plain(each) for each in ones] == [whole_to_plain(each) for each in others]


@given(st.lists(wholes, max_size=3))
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_can_be_said_comes_back_as_it_was_and_is_valid(those):
    data = exported(those)
    assert alike(told_in(data), those)
    assert exported(told_in(data)) == data
    assert list(VALID.iter_errors(json.loads(data))) == []


@pytest.mark.parametrize(
    "text",
    [
        "\ud800",
        "a\udfffb",
        "\ude00\ud83d",
        "\\ud800",
        "\\\\ud800 \ud800",
        "😀",
        "שלום عليكم \u200f\u202e",
        "\0\x01\x1f\x7f\x85\u2028\ufeff",
        '"\\/\b\f\n\r\t',
        "胸が痛い 👩‍👩‍👧‍👦 é é",
        "\ufffe\uffff\U0010ffff",
        "'=1+1",
        "x" * 200_000,
    ],
)
def test_any_text_comes_back_to_the_letter(text):
    plain = copy.deepcopy(ONE)
    plain["report"]["line"] = plain["practice"] = plain["report"]["sensations"][0]["words"][0] = text
    (whole,) = told_in(document(plain))
    assert whole.entry.report.line == text
    assert whole.entry.practice == text.encode("utf-8", "replace").decode()  # which has to be an id
    assert told_in(exported([whole])) == [whole]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("fold", [0, 1])
@pytest.mark.parametrize("year", [1, 1969, 2026, 9999])
def test_a_moment_is_taken_along_as_it_is_kept(zone, fold, year):
    at = datetime(year, 10, 25, 2, 30, 0, 123_456, tzinfo=ZoneInfo(zone), fold=fold)
    whole = Whole(entry=Entry(id=ONE["id"], at=at))
    (back,) = told_in(exported([whole]))
    assert alike([back], [whole])
    assert back.entry.at == whole.entry.at


def test_both_hours_of_an_autumn_night_are_told_apart():
    berlin = ZoneInfo("Europe/Berlin")
    told = [
        whole_to_plain(Whole(entry=Entry(id="", at=datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=fold))))["at"]
        for fold in (0, 1)
    ]
    assert told == ["2026-10-25T02:30:00.000+02:00", "2026-10-25T02:30:00.000+01:00"]


def test_the_form_is_the_one_that_was_promised():
    (whole,) = told_in(document(ONE))
    data = exported([whole])
    assert json.loads(data) == {"schema": "grounding-journal", "version": 1, "entries": [ONE]}
    assert len(data.splitlines()) == 3
    assert json.loads(exported([])) == {"schema": "grounding-journal", "version": 1, "entries": []}


def test_the_schema_knows_what_the_program_knows():
    Draft202012Validator.check_schema(SCHEMA)
    kinds, parts = SCHEMA["$defs"], SCHEMA["properties"]
    assert (parts["schema"]["const"], parts["version"]["const"]) == (KIND, VERSION)
    assert kinds["region"]["enum"] == [*Region]
    assert kinds["after"]["properties"]["change"]["enum"] == [*Change]
    assert kinds["report"]["properties"]["noticed"]["enum"] == [*Noticed, None]


STRANGE = st.none() | st.booleans() | st.integers(-1, 11) | st.sampled_from([7.0, 0.5, "", "chest", "tight", [], {}])


def places(plain, path=()):
    """Yield the path of every value in a plain form."""
    yield path
    within = plain.items() if isinstance(plain, dict) else enumerate(plain) if isinstance(plain, list) else ()
    for key, value in within:
        yield from places(value, (*path, key))


def at(plain, path):
    for key in path:
        plain = plain[key]
    return plain


@st.composite
def spoilt(draw):
    """An exported journal in which one thing is another, is missing, or is too much."""
    whole = {"schema": KIND, "version": VERSION, "entries": [copy.deepcopy(ONE)]}
    path = draw(st.sampled_from([*places(whole)][1:]))
    holder, key = at(whole, path[:-1]), path[-1]
    match draw(st.sampled_from(["other", "gone", "more", "same"])):
        case "other":
            holder[key] = draw(STRANGE)
        case "gone":
            del holder[key]
        case "more" if isinstance(holder, dict):
            holder["more"] = draw(STRANGE)
        case "more":
            holder.append(draw(STRANGE))
    return whole


@given(spoilt())
@settings(max_examples=500)
def test_what_the_schema_refuses_is_refused_and_nothing_else(whole):
    try:
        told_in(json.dumps(whole).encode())
        understood = True
    except Failure:
        understood = False
    assert understood == VALID.is_valid(whole)


@given(earliers)
def test_an_earlier_wording_keeps_its_moment(earlier):
    whole = Whole(entry=Entry(id=ONE["id"], at=datetime(2026, 1, 1, tzinfo=ZoneInfo("UTC"))), earlier=(earlier,))
    (back,) = told_in(exported([whole]))
    assert alike([back], [whole])
