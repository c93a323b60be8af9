"""An old entry stays on its day and in its place, whatever clocks and zones do later."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from said import NOON, entries_of, said

from grounding.body.region import Region
from grounding.body.report import Report
from grounding.journal import changing
from grounding.journal.entry import Entry, new_entry
from grounding.journal.schema import PLACES_A_MS
from grounding.journal.wanted import Wanted

BERLIN = ZoneInfo("Europe/Berlin")
ON = [date(2026, 10, 24), date(2026, 10, 25), date(2026, 10, 26)]


def at(*when, zone=BERLIN, fold=0, key=None):
    moment = datetime(*when, tzinfo=zone, fold=fold)
    return Entry(id=key or f"{moment.isoformat()} {fold}", at=moment)


def test_the_longest_and_the_shortest_day_of_the_year_hold_what_was_said_on_them(journal):
    autumn = [at(2026, 10, 24, 23, 59), at(2026, 10, 25, 0, 0)]
    autumn += [at(2026, 10, 25, 2, 30), at(2026, 10, 25, 2, 10, fold=1), at(2026, 10, 25, 2, 30, fold=1)]
    autumn += [at(2026, 10, 25, 23, 59, 59), at(2026, 10, 26, 0, 0)]
    spring = [at(2026, 3, 28, 23, 59), at(2026, 3, 29, 1, 59), at(2026, 3, 29, 3, 0), at(2026, 3, 30, 0, 0)]
    for entry in (*autumn[::-1], *spring):
        journal.add(entry)
    assert journal.list() == (*autumn[::-1], *spring[::-1])
    on = [len(journal.list(wanted=Wanted(since=day, until=day))) for day in ON]
    assert on == [1, 5, 1]
    assert len(journal.list(wanted=Wanted(since=date(2026, 3, 29), until=date(2026, 3, 29)))) == 2


@pytest.mark.parametrize("minutes", [-1439, -720, -210, 0, 345, 840, 1439])
def test_a_day_is_the_day_where_the_person_was_however_far_from_here(journal, minutes):
    zone = timezone(timedelta(minutes=minutes))
    first, last = at(2026, 5, 2, 0, 0, zone=zone), at(2026, 5, 2, 23, 59, 59, 999000, zone=zone)
    others = at(2026, 5, 1, 23, 59, 59, zone=zone), at(2026, 5, 3, zone=zone)
    for entry in (first, last, *others):
        journal.add(entry)
    day = date(2026, 5, 2)
    assert journal.list(wanted=Wanted(since=day, until=day)) == (last, first)
    assert journal.list(wanted=Wanted(until=day)) == (last, first, others[0])
    assert journal.list(wanted=Wanted(since=day)) == (others[1], last, first)


def test_order_is_that_of_instants_and_not_of_local_hours(journal):
    honolulu = at(2026, 5, 1, 20, zone=ZoneInfo("Pacific/Honolulu"))
    tokyo = at(2026, 5, 2, 9, zone=ZoneInfo("Asia/Tokyo"))
    journal.add(honolulu)
    journal.add(tokyo)
    assert tokyo.at < honolulu.at
    assert journal.list() == (honolulu, tokyo)
    assert journal.list(wanted=Wanted(since=date(2026, 5, 2))) == (tokyo,)


def test_moments_before_1970_and_at_the_ends_of_time_lie_in_order(journal):
    years = (2, 1582, 1899, 1969, 1970, 2038, 9998)
    made = [at(year, 1, 1, zone=UTC) for year in years]
    made.insert(4, Entry(id="just before", at=datetime(1969, 12, 31, 23, 59, 59, 999000, tzinfo=UTC)))
    made.insert(4, Entry(id="a moment before", at=datetime(1969, 12, 31, 23, 59, 59, 998000, tzinfo=UTC)))
    for entry in made[::2] + made[1::2]:
        journal.add(entry)
    assert journal.list() == tuple(reversed(made))
    assert journal.list(wanted=Wanted(until=date(1969, 12, 31))) == tuple(reversed(made[:6]))
    assert journal.list(wanted=Wanted(since=date.min, until=date.max)) == tuple(reversed(made))
    journal.check()


def test_entries_of_one_millisecond_stay_in_the_order_in_which_they_were_kept(journal):
    for entry in entries_of("bdacfe"):
        journal.add(entry)
    assert "".join(entry.id for entry in journal.list()) == "efcadb"
    journal.undelete(journal.delete("a"))
    journal.bring("d", True)
    journal.edit(Entry(id="c", at=NOON, report=Report(line="other")))
    journal.close()
    assert "".join(entry.id for entry in journal.list()) == "efcadb"


def test_more_entries_than_a_millisecond_has_room_for_are_kept_all_the_same(journal):
    after = Entry(id="after", at=NOON + timedelta(milliseconds=1))
    journal.add(after)
    many = entries_of(map(str, range(PLACES_A_MS + 3)))
    with journal._open_for_writing() as connection:
        for entry in many:
            changing.add(connection, entry)
    assert set(journal.list()) == {after, *many}
    assert journal.list(before=many[10]) == tuple(reversed(many[:10]))
    journal.delete("7")
    again = Entry(id="again", at=NOON)
    journal.add(again)
    assert journal.list(before=many[8]) == (again, *reversed(many[:7]))


def test_an_old_entry_stays_where_it_was_when_the_clock_is_set_back(journal):
    later, sooner = said("first", minute=60), said("then, by a clock set back", minute=-60)
    journal.add(later)
    journal.add(sooner)
    assert journal.list() == (later, sooner)
    assert journal.list(before=later) == (sooner,)


def test_a_day_counts_where_it_was_said_wherever_one_looks_from(journal, monkeypatch):
    entry = new_entry(report=said(region=Region.BELLY).report, at=at(2026, 5, 1, 23, 30).at)
    journal.add(entry)
    for zone in ("Pacific/Kiritimati", "Etc/GMT+12"):
        monkeypatch.setenv("TZ", zone)
        journal.close()
        assert journal.get(entry.id) == entry
        assert journal.spoken(since=date(2026, 5, 1), until=date(2026, 5, 1)) == {Region.BELLY: 1}
        assert journal.spoken(since=date(2026, 5, 2)) == {}


def test_the_body_over_any_span_is_the_sum_of_its_days(journal):
    days = [date(2025, 11, 20) + timedelta(days=number) for number in range(0, 150, 3)]
    with journal._open_for_writing() as connection:
        for number, day in enumerate(days):
            moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
            region = Region.CHEST if number % 3 else Region.HANDS
            changing.add(connection, Entry(id=str(number), at=moment, report=said(region=region).report))
    edges = [None, *(date(2025, 11, 1) + timedelta(days=number) for number in range(0, 200, 8))]
    for since in edges:
        for until in edges:
            within = [n for n, day in enumerate(days) if (since or day) <= day <= (until or day)]
            counts = {Region.HANDS: sum(not n % 3 for n in within), Region.CHEST: sum(bool(n % 3) for n in within)}
            told = {region: entries for region, entries in counts.items() if entries}
            assert journal.spoken(since=since, until=until) == told
