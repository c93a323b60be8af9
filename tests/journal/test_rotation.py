"""Backups are kept by day, week and year, and made when there is something new to keep."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grounding.journal.backup.rotation import CHECK_AFTER, DAYS, WEEKS, Occasion, check_due, due, kept

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
moments = st.datetimes(datetime(2020, 1, 1), datetime(2032, 1, 1), timezones=st.just(UTC))
times = st.sets(moments, max_size=60) | st.lists(st.integers(0, 9000), max_size=80).map(
    lambda hours: {NOW - timedelta(hours=each) for each in hours}
)


def day(at):
    return at.date()


def week(at):
    return at.isocalendar()[:2]


def year(at):
    return at.year


def newest_of(there, period):
    """Return the newest of each period, newest first."""
    return sorted((max(at for at in there if period(at) == each) for each in set(map(period, there))), reverse=True)


@given(times)
def test_what_is_kept_is_the_newest_of_its_day_week_or_year(there):
    left = kept(there)
    assert left <= there
    for at in left:
        assert any(at == max(each for each in there if period(each) == period(at)) for period in (day, week, year))


@given(times)
def test_the_newest_is_kept_and_one_of_every_year_for_ever(there):
    left = kept(there)
    assert not there or max(there) in left
    assert set(newest_of(there, year)) <= left


@given(times)
def test_never_more_are_kept_than_wanted_and_never_fewer(there):
    left = kept(there)
    assert len(left) <= DAYS + WEEKS + len(set(map(year, there)))
    assert set(newest_of(there, day)[:DAYS]) <= left
    assert set(newest_of(there, week)[:WEEKS]) <= left
    by_day_or_week = set(newest_of(there, day)[:DAYS]) | set(newest_of(there, week)[:WEEKS])
    assert left == by_day_or_week | set(newest_of(there, year))


@given(times, st.lists(moments, max_size=20))
def test_to_drop_what_is_not_kept_after_each_backup_is_to_drop_it_once(there, later):
    step_by_step = kept(there)
    for at in sorted(later):
        if all(at > each for each in there):
            step_by_step, there = kept(step_by_step | {at}), there | {at}
    assert step_by_step == kept(there)


def test_over_a_year_of_evenings_seven_days_eight_weeks_and_each_year_are_there():
    left = frozenset()
    for number in range(500):
        left = kept(left | {NOW - timedelta(days=499 - number)})
    ages = sorted((NOW - at).days for at in left)
    assert ages[:7] == [0, 1, 2, 3, 4, 5, 6]
    assert ages[7:-1] == [10, 17, 24, 31, 38, 45]  # the Sundays before; the first two weeks are among the days
    assert {at.year for at in left} == {2025, 2026}


def test_days_are_those_of_one_zone_wherever_the_clock_stands():
    at = datetime.fromisoformat("2026-01-01T00:30+02:00")
    assert kept([at, datetime.fromisoformat("2025-12-31T22:00Z")]) == {at}


@pytest.mark.parametrize(
    ("occasion", "last", "changed", "entries", "is_due"),
    [
        (Occasion.START, None, True, 0, True),
        (Occasion.START, NOW - timedelta(hours=11), True, 99, False),
        (Occasion.START, NOW - timedelta(hours=13), True, 0, True),
        (Occasion.START, NOW - timedelta(days=40), False, 0, False),
        (Occasion.START, NOW + timedelta(days=40), True, 0, True),
        (Occasion.ENTRY, NOW, True, 19, False),
        (Occasion.ENTRY, NOW, True, 20, True),
        (Occasion.ENTRY, NOW, False, 20, False),
        (Occasion.LOCK, NOW, True, 0, True),
        (Occasion.LOCK, None, True, 0, True),
        (Occasion.LOCK, NOW - timedelta(days=1), False, 0, False),
    ],
)
def test_a_backup_is_due_when_something_has_changed_and_the_moment_has_come(occasion, last, changed, entries, is_due):
    assert due(occasion, now=NOW, last=last, changed=changed, entries=entries) is is_due


def test_the_whole_journal_is_read_once_a_week():
    assert check_due(now=NOW, last=None)
    assert not check_due(now=NOW, last=NOW)
    assert not check_due(now=NOW, last=NOW - CHECK_AFTER + timedelta(seconds=1))
    assert check_due(now=NOW, last=NOW - CHECK_AFTER)
    assert check_due(now=NOW, last=NOW + timedelta(days=1)), "a clock that was ahead must not put it off for ever"
