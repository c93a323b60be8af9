"""Ids only grow, moments never move, and the plain form is what the command line promises."""

from __future__ import annotations

import itertools
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from uuid import RFC_4122, UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from said import NOON, moments

from grounding.body.region import Region
from grounding.body.report import Report
from grounding.body.sensation import After, Change, Noticed, Sensation
from grounding.journal.entry import Entry, Ids, entry_to_plain, new_entry, uuid7
from grounding.journal.when import in_local_time, when_from_row, when_to_row


@given(st.lists(st.integers(0, 2**47), min_size=2, max_size=50))
def test_ids_grow_whatever_the_clock_does(clock):
    ids = Ids(iter(clock).__next__)
    made = [ids() for _ in clock]
    assert all(first < second for first, second in itertools.pairwise(made))


def test_ids_grow_within_one_millisecond():
    ids = Ids(lambda: 1_700_000_000_000)
    made = [ids() for _ in range(1000)]
    assert made == sorted(set(made))


def test_an_id_is_a_uuid_of_version_7_that_begins_with_the_moment():
    made = UUID(Ids(lambda: 0x0123456789AB)())
    assert (made.version, made.variant) == (7, RFC_4122)
    assert made.hex.startswith("0123456789ab")
    assert uuid7() != uuid7()


@given(moments)
def test_a_moment_comes_back_as_the_same_instant_at_the_same_hour_of_the_same_day(at):
    entry = Entry(id="a", at=at)
    ts_utc_ms, offset_min, zone, day = when_to_row(entry.at)
    assert when_from_row(ts_utc_ms, offset_min, zone) == entry.at
    assert timedelta() <= at.astimezone(UTC) - entry.at < timedelta(milliseconds=1)
    assert zone == (at.tzinfo.key if "/" in at.tzinfo.key else "")
    assert entry.at.tzname() == (zone or entry.at.tzname())
    assert day == entry.at.date().isoformat()


def test_both_folds_of_the_autumn_hour_are_told_apart():
    berlin = ZoneInfo("Europe/Berlin")
    first, second = (Entry(id="a", at=datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=fold)) for fold in (0, 1))
    assert second.at - first.at == timedelta(hours=1)
    assert (first.at.isoformat(), second.at.isoformat()) == ("2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00")


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="without a zone"):
        Entry(id="a", at=datetime(2026, 1, 1))


def test_now_carries_the_name_of_the_zone_here():
    script = "from grounding.journal.when import *; print(in_local_time().utcoffset(), when_to_row(in_local_time())[2])"
    for zone, told in (("Asia/Kathmandu", "5:45:00 Asia/Kathmandu"), ("XYZ-3", "3:00:00 ")):
        printed = subprocess.run(
            [sys.executable, "-c", script], env={"TZ": zone}, capture_output=True, text=True, check=True
        ).stdout
        assert printed == f"{told}\n"


def test_a_naive_moment_is_taken_as_local():
    assert in_local_time(datetime(2026, 3, 1, 10)) == datetime(2026, 3, 1, 10).astimezone()


def test_the_plain_form_is_the_promised_one_and_leaves_out_what_was_not_said():
    after = After(change=Change.MOVED, moved_to=Region.THROAT)
    report = Report(sensations=(Sensation(region=Region.CHEST, words=("tight",), strength=7, after=after),))
    entry = Entry(id="a", at=NOON, practice="slow-down", report=report)
    assert entry_to_plain(entry) == {
        "id": "a",
        "at": "2026-11-22T12:00:00+01:00",
        "practice": "slow-down",
        "sensations": [
            {
                "region": "chest",
                "words": ["tight"],
                "strength": 7,
                "note": "",
                "after": {"change": "moved", "moved_to": "throat"},
            }
        ],
    }
    more = Report(underneath="u", noticed=Noticed.NOTHING, line="l")
    plain = entry_to_plain(Entry(id="a", at=NOON, report=more))
    assert (plain["underneath"], plain["noticed"], plain["line"], plain["sensations"]) == ("u", "nothing", "l", [])


def test_a_new_entry_is_said_now_and_has_an_id_of_its_own():
    first, second = new_entry(), new_entry("stay")
    assert first.id < second.id
    assert (first.practice, second.practice, first.report) == ("", "stay", Report())
    assert abs(first.at - datetime.now(UTC)) < timedelta(minutes=1)


def test_a_practice_that_is_half_a_character_can_be_kept_too(journal):
    entry = new_entry("m\udd1ab")
    journal.add(entry)
    assert journal.list() == (entry,)
    assert entry.practice == "m?b"
