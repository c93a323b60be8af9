"""What lies in whole pages of a damaged journal comes back as it was said, and no wrong word is ever shown."""

from __future__ import annotations

import contextlib
import random
import shutil
from dataclasses import replace

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from keeper import LATER, LATEST, NOW, Keeper
from said import said

from grounding.base.failure import Failure
from grounding.journal import changing
from grounding.journal.backup.backups import list_backups
from grounding.journal.engine import PAGE_BYTES
from grounding.journal.repair import pages
from grounding.journal.repair.cells import USABLE_BYTES, cells
from grounding.journal.repair.contents import earlier_of_cell, entry_of_cell, read_entries
from grounding.journal.repair.pages import whole_pages
from grounding.journal.repair.quarantine import quarantine
from grounding.journal.repair.rescue import rescue
from grounding.journal.repair.salvage import whole_entries
from grounding.journal.vault import Vault

MANY = 5000


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """Somebody with thousands of entries, some of them long; not to be written to."""
    person = Keeper(tmp_path_factory.mktemp("many") / "journal").says()
    entries = [
        said(f"{number} ängstlich 胸 " * (400 if number % 97 == 0 else 8), minute=number) for number in range(MANY)
    ]
    person.journal.add(entries[0])
    person.journal.close()
    vault = Vault.open(person.folder / "journal.db", person.keys)
    with vault.writing() as connection:
        for entry in entries:
            changing.add(connection, entry)
    vault.close()
    return person


@pytest.fixture
def room(tmp_path):
    room = tmp_path / "room"
    room.mkdir()
    return room


@pytest.fixture(scope="module")
def where(many, tmp_path_factory):
    """The pages on which each entry lies: that with its row, and those with the rest of a long one."""
    there = dict(whole_pages(many.folder / "journal.db", many.keys, tmp_path_factory.mktemp("room")))
    found = {}
    for number, page in there.items():
        touched = set()

        def further(follows, touched=touched):
            touched.add(follows)
            return there.get(follows)

        for cell in cells(page, further):
            if entry := entry_of_cell(cell):
                found[entry] = {number, *touched}
            touched.clear()
    vault = Vault.open(many.folder / "journal.db", many.keys)
    assert set(found) == set(read_entries(vault)), "read without the tree, it is what SQLite reads"
    vault.close()
    assert max(map(len, found.values())) > 2
    return found


def damaged(path, flips, target):
    """Write a copy in which these bits are turned; return the pages that are touched."""
    data = bytearray(path.read_bytes())
    for at in flips:
        data[at // 8] ^= 1 << at % 8
    target.write_bytes(data)
    return {at // 8 // PAGE_BYTES + 1 for at in flips}


def saved(path, keys, room):
    known = set()
    entries = [kept.entry for kept in whole_entries(path, keys, room, known)]
    return entries, known


@pytest.mark.parametrize("flips", [1, 3, 30, 300])
def test_all_rows_on_untouched_pages_are_back_and_every_one_is_as_it_was_said(many, where, room, tmp_path, flips):
    chance, copy = random.Random(flips), tmp_path / "copy.db"
    size = (many.folder / "journal.db").stat().st_size
    touched = damaged(many.folder / "journal.db", [chance.randrange(size * 8) for _ in range(flips)], copy)
    entries, known = saved(copy, many.keys, room)
    assert set(entries) == {entry for entry, lies_on in where.items() if not lies_on & touched}
    assert len(entries) > MANY - 40 * flips
    lost = {entry.id for entry in where} - {entry.id for entry in entries}
    assert not known - {entry.id for entry in where}
    assert len(known & lost) >= len(lost) * 0.5, "most of what is lost is known to have been there"


def test_with_its_first_pages_gone_the_rest_is_back(many, where, room, tmp_path):
    copy = tmp_path / "copy.db"
    data = (many.folder / "journal.db").read_bytes()
    copy.write_bytes(bytes(3 * PAGE_BYTES) + data[3 * PAGE_BYTES :])
    entries, _known = saved(copy, many.keys, room)
    assert set(entries) == {entry for entry, lies_on in where.items() if not lies_on & {1, 2, 3}}


@pytest.mark.parametrize("size", [0, 1, PAGE_BYTES, PAGE_BYTES + 1, -1, -PAGE_BYTES, -PAGE_BYTES * 100])
def test_of_a_file_cut_short_what_is_left_is_back(many, where, room, tmp_path, size):
    copy = tmp_path / "copy.db"
    data = (many.folder / "journal.db").read_bytes()[:size]
    copy.write_bytes(data)
    left = set(range(2, len(data) // PAGE_BYTES + 1))
    entries, _known = saved(copy, many.keys, room)
    assert set(entries) == {entry for entry, lies_on in where.items() if lies_on <= left}


def test_no_page_with_a_broken_seal_is_taken_whatever_in_it_has_turned(many, where, room, tmp_path):
    path, copy, chance = many.folder / "journal.db", tmp_path / "copy.db", random.Random(9)
    number = min(next(iter(where.values())))
    for place in [0, 1, USABLE_BYTES, PAGE_BYTES - 1, *(chance.randrange(PAGE_BYTES) for _ in range(5))]:
        at = ((number - 1) * PAGE_BYTES + place) * 8 + chance.randrange(8)
        assert damaged(path, [at], copy) == {number}
        assert number not in dict(whole_pages(copy, many.keys, room))


def test_a_page_of_another_place_or_another_journal_is_not_taken(many, room, tmp_path):
    data = bytearray((many.folder / "journal.db").read_bytes())
    data[PAGE_BYTES * 10 : PAGE_BYTES * 11] = data[PAGE_BYTES * 11 : PAGE_BYTES * 12]
    other = Keeper(tmp_path / "other" / "journal").says("theirs")
    theirs = (other.folder / "journal.db").read_bytes()
    data[PAGE_BYTES * 20 : PAGE_BYTES * 21] = theirs[PAGE_BYTES : PAGE_BYTES * 2]
    copy = tmp_path / "copy.db"
    copy.write_bytes(data)
    there = dict(whole_pages(copy, many.keys, room))
    assert 11 not in there
    assert 21 not in there
    assert 12 in there


def test_the_file_itself_is_only_read_and_nothing_is_written_in_the_clear(many, room, tmp_path):
    copy = tmp_path / "copy.db"
    damaged(many.folder / "journal.db", [PAGE_BYTES * 8 * 5], copy)
    before = copy.read_bytes()
    known = set()
    for _ in whole_entries(copy, many.keys, room, known):
        for path in room.iterdir():
            assert "ängstlich".encode() not in path.read_bytes()
        break
    assert copy.read_bytes() == before


def test_pages_are_read_some_at_a_time(many, room, monkeypatch):
    whole = dict(whole_pages(many.folder / "journal.db", many.keys, room))
    monkeypatch.setattr(pages, "_AT_ONCE", 7)
    assert dict(whole_pages(many.folder / "journal.db", many.keys, room)) == whole
    assert list(room.iterdir()) == []


def test_a_file_that_is_not_there_is_told(many, room, told, tmp_path):
    assert told(saved, tmp_path / "none.db", many.keys, room) == "journal-unreadable"


# The rows of a page


LONG = st.integers(0, 13000)
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
VALUES = (
    st.none()
    | st.integers(-(2**63), 2**63 - 1)
    | st.sampled_from([0, 1, -1, 2**23, 2**31, -(2**47)])
    | st.floats(allow_nan=False)
    | LONG.map(bytes)
    | TEXT
    | LONG.map(lambda size: "ü" * size)
)


@settings(max_examples=40)
@given(
    rows=st.dictionaries(
        st.integers(-(2**63), 2**63 - 1), st.tuples(VALUES, TEXT | LONG.map("x".__mul__), VALUES), max_size=10
    )
)
def test_rows_are_read_as_sqlite_has_written_them(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("rows") / "x.db"
    with contextlib.closing(apsw.Connection(str(path))) as connection:
        connection.pragma("page_size", PAGE_BYTES)
        connection.reserve_bytes(reserve=PAGE_BYTES - USABLE_BYTES)
        connection.execute("CREATE TABLE t (n INTEGER PRIMARY KEY, a, b, c); CREATE INDEX i ON t (b)")
        connection.executemany("INSERT INTO t VALUES (?, ?, ?, ?)", [(n, *values) for n, values in rows.items()])
        there = connection.execute("SELECT n, a, b, c FROM t").fetchall()
    data = path.read_bytes()
    assert data[20] == PAGE_BYTES - USABLE_BYTES
    numbered = {at // PAGE_BYTES + 1: data[at : at + PAGE_BYTES] for at in range(0, len(data), PAGE_BYTES)}
    found = [cell for number in range(2, len(numbered) + 1) for cell in cells(numbered[number], numbered.get)]
    table = {cell.rowid: cell.values[1:] for cell in found if cell.rowid is not None}
    assert table == {n: tuple(values) for n, *values in there}
    index = [cell.values for cell in found if cell.rowid is None]
    assert sorted(index) == sorted((values[1], n) for n, values in table.items())


@given(st.integers(0, 2**32), st.sampled_from([2, 10, 13]))
@settings(max_examples=50)
def test_a_page_of_anything_is_read_without_a_bug(seed, kind):
    page = bytes([kind]) + random.Random(seed).randbytes(PAGE_BYTES - 1)
    for cell in cells(page, {}.get):
        entry_of_cell(cell)


# A new journal of what is left


@pytest.fixture
def person(folder):
    return Keeper(folder).says(*(f"{number} " * 400 for number in range(20)))


def page_with_an_entry(path, keys, room):
    """Return where a page begins on which an entry lies."""
    for number, page in whole_pages(path, keys, room):
        if any(entry_of_cell(cell) for cell in cells(page, lambda _number: None)):
            return (number - 1) * PAGE_BYTES
    raise AssertionError("no entry lies in one page")


def spoil(path, at):
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def test_what_is_not_whole_in_the_file_comes_from_the_newest_backup(person, room):
    person.backs_up()
    person.says("after the backup")
    all_of_it = person.has()
    place = quarantine(person.folder, NOW, "journal-damaged")
    spoil(place / "journal.db", page_with_an_entry(place / "journal.db", person.keys, room))
    person.says("since")
    before = (place / "journal.db").read_bytes()
    rescued = rescue(person.folder, place / "journal.db", person.keys, now=LATER)
    assert person.has() == {*all_of_it, "since"}
    assert rescued.salvaged + rescued.from_backup == len(all_of_it)
    assert rescued.from_backup >= 1
    assert rescued.lost == 0
    assert rescued.aside is not None
    assert (place / "journal.db").read_bytes() == before


def test_without_a_backup_what_is_lost_is_told(person, room):
    all_of_it = person.has()
    place = quarantine(person.folder, NOW, "journal-damaged")
    spoil(place / "journal.db", page_with_an_entry(place / "journal.db", person.keys, room))
    rescued = rescue(person.folder, place / "journal.db", person.keys, now=LATER)
    assert person.has() < all_of_it
    assert (rescued.salvaged, rescued.from_backup, rescued.aside) == (len(person.has()), 0, None)
    assert rescued.lost == len(all_of_it) - rescued.salvaged > 0


def test_a_damaged_journal_that_is_still_in_its_place_goes_into_quarantine(person, room):
    person.backs_up()
    all_of_it = person.has()
    spoil(person.folder / "journal.db", page_with_an_entry(person.folder / "journal.db", person.keys, room))
    damaged = (person.folder / "journal.db").read_bytes()
    rescued = rescue(person.folder, person.folder / "journal.db", person.keys, now=LATER)
    assert person.has() == all_of_it
    assert rescued.aside.read_bytes() == damaged
    assert rescued.aside.parent.parent.name == "quarantine"


def test_damaged_backups_are_passed_over(person):
    older = person.backs_up()
    person.says("later")
    newer = person.backs_up(LATER.replace(day=26))
    place = quarantine(person.folder, NOW, "journal-damaged")
    (place / "journal.db").write_bytes(bytes(PAGE_BYTES))
    spoil(newer, PAGE_BYTES * 8)
    rescued = rescue(person.folder, place / "journal.db", person.keys, now=LATEST.replace(day=27))
    assert older.exists()
    assert (rescued.salvaged, rescued.from_backup) == (0, 20)
    assert len(person.has()) == 20


def test_where_nothing_is_left_nothing_is_changed(person):
    place = quarantine(person.folder, NOW, "journal-damaged")
    (place / "journal.db").write_bytes(bytes(PAGE_BYTES * 10))
    before = person.files()
    with pytest.raises(Failure, match="nothing-saved"):
        rescue(person.folder, place / "journal.db", person.keys, now=LATER)
    assert person.files() == before


def test_a_change_that_a_kill_left_half_done_is_taken_back_first(person, room):
    all_of_it = person.has()
    vault = Vault.open(person.folder / "journal.db", person.keys)
    vault._connection.pragma("cache_size", 1)
    vault._connection.execute("BEGIN IMMEDIATE")
    vault._connection.execute("UPDATE entry SET report = replace(report, '1 ', '9 ')")
    shutil.copy(person.folder / "journal.db", room / "half.db")
    shutil.copy(person.folder / "journal.db-journal", room / "half.db-journal")
    vault._connection.execute("ROLLBACK")
    vault.close()
    entries, _known = saved(room / "half.db", person.keys, room)
    assert {entry.report.sensations[0].note for entry in entries} == all_of_it


def reworded(person, number, line):
    """Let the person put an entry in other words, and mark it; return it."""
    entry = person.journal.list()[number]
    entry = replace(entry, report=replace(entry.report, line=line))
    person.journal.edit(entry)
    person.journal.bring(entry.id, True)
    person.journal.close()
    return replace(entry, brought=True)


def wordings(person, key):
    told = [person.journal.get(key), *person.journal.earlier(key)]
    person.journal.close()
    return [each.report.line for each in told]


def test_an_entry_comes_back_in_its_last_words_with_those_before_whatever_the_backup_says(person):
    reworded(person, 3, "before the backup")
    person.backs_up()
    reworded(person, 3, "after it")
    entry, other = reworded(person, 3, "and last"), reworded(person, 5, "only after the backup")
    place = quarantine(person.folder, NOW, "journal-damaged")
    rescue(person.folder, place / "journal.db", person.keys, now=LATER)
    assert person.journal.get(entry.id) == entry
    assert wordings(person, entry.id) == ["and last", "after it", "before the backup", ""]
    assert wordings(person, other.id) == ["only after the backup", ""]
    assert len(person.has()) == 20


def test_words_said_since_come_before_those_in_the_damaged_file(person):
    person.backs_up()
    place = quarantine(person.folder, NOW, "journal-damaged")
    person.restores(list_backups(person.folder)[0].path)
    entry = reworded(person, 3, "since")
    rescue(person.folder, place / "journal.db", person.keys, now=LATEST)
    assert person.journal.get(entry.id) == entry
    assert wordings(person, entry.id) == ["since", ""]


def test_what_was_deleted_does_not_come_back_out_of_a_backup(person):
    person.backs_up()
    gone, other = (person.journal.list()[number].id for number in (3, 5))
    person.journal.delete(gone)
    person.journal.close()
    place = quarantine(person.folder, NOW, "journal-damaged")
    person.restores(list_backups(person.folder)[0].path)
    person.journal.delete(other)
    person.journal.close()
    rescue(person.folder, place / "journal.db", person.keys, now=LATEST)
    assert not {gone, other} & {entry.id for entry in person.journal.list()}
    assert set(person.journal.forgotten()) == {gone, other}, "so they go from the backups too"
    assert len(person.has()) == 18


def test_an_earlier_wording_on_a_damaged_page_comes_from_the_backup(person, room):
    entry = reworded(person, 3, "one")
    person.backs_up()
    reworded(person, 3, "two")
    place = quarantine(person.folder, NOW, "journal-damaged")
    path = place / "journal.db"
    there = dict(whole_pages(path, person.keys, room))
    for number, page in there.items():
        if any(earlier_of_cell(cell) for cell in cells(page, there.get)):
            spoil(path, (number - 1) * PAGE_BYTES)
    rescue(person.folder, path, person.keys, now=LATER)
    assert wordings(person, entry.id) == ["two", ""]
