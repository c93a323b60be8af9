"""What is older than somebody wants it kept goes, to the day; and never anything else."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grounding.journal.entry import new_entry
from grounding.journal.retention import forget_older, kept_since
from grounding.journal.when import in_local_time


@pytest.mark.parametrize(
    ("today", "months", "since"),
    [
        (date(2026, 11, 25), 3, date(2026, 8, 25)),
        (date(2026, 2, 10), 3, date(2025, 11, 10)),
        (date(2026, 5, 31), 3, date(2026, 2, 28)),
        (date(2024, 5, 31), 3, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 12, 31), 6, date(2026, 6, 30)),
        (date(2026, 1, 1), 24, date(2024, 1, 1)),
        (date(2026, 12, 1), 60, date(2021, 12, 1)),
    ],
)
def test_a_month_before_is_the_same_day_of_it_or_its_last(today, months, since):
    assert kept_since(today, months) == since


@given(st.dates(min_value=date(1970, 1, 1)), st.sampled_from([3, 6, 12, 24, 60]))
def test_each_next_day_keeps_as_much_or_less_and_never_loses_more_than_a_few_days_at_once(today, months):
    before, after = kept_since(today - timedelta(days=1), months), kept_since(today, months)
    assert timedelta() <= after - before <= timedelta(days=4)
    assert today - timedelta(days=31 * months) <= after < today - timedelta(days=28 * months)


def at(*when):
    return new_entry(at=in_local_time(datetime(*when)))


def test_what_was_said_before_that_day_is_forgotten_and_the_day_itself_is_kept(journal):
    early, late, first = at(2026, 8, 24, 23, 59), at(2026, 11, 24, 9), at(2026, 8, 25)
    for entry in (early, late, first):
        journal.add(entry)
    assert forget_older(journal, date(2026, 11, 25), 3) == 1
    assert journal.list() == (late, first)
    assert journal.forgotten() == (early.id,)
    assert forget_older(journal, date(2026, 11, 25), 3) == 0


@pytest.mark.parametrize("months", [0, -3])
def test_where_nothing_is_set_all_is_kept(journal, months):
    journal.add(at(1970, 1, 1))
    assert forget_older(journal, date(2026, 11, 25), months) == 0
    assert journal.count() == 1


def test_where_there_is_no_journal_none_is_made(journal, home):
    assert forget_older(journal, date(2026, 11, 25), 3) == 0
    assert not home.exists()


START = date(2026, 11, 25)


def days(*after):
    return [START + timedelta(days=each) for each in after]


@pytest.mark.parametrize(
    ("shown", "gone"),
    [
        (days(0), [True]),
        (days(31, 62, 93), [True, True, True]),
        (days(32, 33), [False, True]),
        (days(32, 32, 32), [False, False, False]),
        (days(7000, 1, 2), [False, True, True]),
        (days(7000, 7000, 8000, 9000), [False, False, False, False]),
        (days(7000, 7031), [False, True]),
        (days(7000, 7032, 7033), [False, False, True]),
        (days(0, -4000, 0), [True, True, False]),
    ],
)
def test_a_day_that_comes_too_suddenly_lets_nothing_go_before_a_later_one_has_come_too(journal, shown, gone):
    journal.add(at(2026, 11, 25))
    went = []
    for day in shown:
        old = at(1990, 1, 1)
        journal.add(old)
        forget_older(journal, day, 3)
        went.append(old not in journal.list())
    assert went == gone


def test_who_has_seen_the_day_and_means_it_is_believed(journal):
    journal.add(at(2026, 11, 20))
    assert forget_older(journal, date(2046, 1, 1), 3) == 0
    assert forget_older(journal, date(2046, 1, 1), 3, meant=True) == 1
    journal.add(at(2026, 11, 21))
    assert forget_older(journal, date(2046, 1, 1), 3) == 1


@pytest.mark.parametrize("text", ["", "x", "2026-11-25", "2026-99-99\n", "\n\n\n"])
def test_a_note_of_days_that_makes_no_sense_is_none(journal, folder, text):
    journal.add(at(2026, 11, 20))
    (folder / "days").write_text(text)
    assert forget_older(journal, date(2046, 1, 1), 3) == 0
    assert forget_older(journal, date(2026, 11, 25), 24) == 0
    assert (folder / "days").read_text() == "2026-11-25\n"
