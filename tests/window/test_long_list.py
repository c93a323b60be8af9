"""A list of any length: what is held of it is always a whole piece of what there is, and always a small one."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grounding.base.failure import Failure
from grounding.base.jobs import Jobs
from grounding.window.looking_back.long_list import HELD, PAGE, LongList, Reading

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class OneThread(Executor):
    """Does all work, and delivers what comes of it, when it is told to."""

    def __init__(self):
        self.waiting, self.delivered = [], []

    def submit(self, work):
        self.waiting.append((work, Future()))
        return self.waiting[-1][1]

    def catch_up(self):
        while self.waiting:
            work, done = self.waiting.pop(0)
            try:
                done.set_result(work())
            except Failure as failure:
                done.set_exception(failure)
            while self.delivered:
                self.delivered.pop(0)()


@dataclass(frozen=True)
class Line:
    id: str
    at: datetime
    text: str = ""


def line(minute, text="said"):
    """Two lines may be of one moment: a half minute counts as none."""
    return Line(f"line {minute:g}", NOON + timedelta(minutes=int(minute)), text)


class Book:
    """Lines newest first, and a long list of them."""

    def __init__(self, count):
        self.lines = [line(minute) for minute in reversed(range(count))]
        self.most = self.reads = 0
        self.waits = False
        self.failure = None
        self.thread = OneThread()
        self.list = LongList(
            jobs=Jobs(self.thread.delivered.append, self.thread), told=lambda line: {"id": line.id, "text": line.text}
        )
        self.become(self.reading())

    def __getattr__(self, name):
        """Do what the list can do, and wait for what comes of it."""
        call = getattr(self.list, name)

        def then(*values):
            call(*values)
            if not self.waits:
                self.thread.catch_up()

        return then

    def reading(self):
        return Reading(self.read, key=lambda line: line.id, light=lambda line: replace(line, text=""))

    def read(self, before, limit):
        if self.failure:
            raise self.failure
        self.most, self.reads = max(self.most, limit), self.reads + 1
        return [each for each in self.lines if not before or self.order(each) < self.order(before)][:limit]

    @staticmethod
    def order(each):
        return each.at, float(each.id.split()[1])

    def add(self, *lines):
        self.lines = sorted({*self.lines, *lines}, key=self.order, reverse=True)

    @property
    def held(self):
        return list(self.list.rows)

    def is_a_piece(self):
        if not self.held:
            return not self.lines
        at = self.lines.index(self.held[0])
        return self.held == self.lines[at : at + len(self.held)]


def down(book, rows=20):
    """Scroll as far as it goes; return every line seen on the way."""
    met, at = [], 0
    while at < len(book.held):
        before = book.held[at]
        book.look(at, at + rows)
        at = book.held.index(before)
        met += book.held[at : at + rows]
        at += rows
    return met


def up(book, rows=20):
    met, at = [], len(book.held)
    while at > 0:
        before = book.held[at - 1]
        book.look(max(0, at - rows), at - 1)
        at = book.held.index(before) + 1
        met += reversed(book.held[max(0, at - rows) : at])
        at -= rows
    return met


@pytest.mark.parametrize("count", [0, 1, PAGE - 1, PAGE, PAGE + 1, 2000])
def test_one_meets_every_row_once_on_the_way_down_and_on_the_way_up(count):
    book = Book(count)
    assert down(book) == book.lines
    assert up(book) == book.lines[::-1]
    assert book.list.empty == (count == 0)


def test_what_is_held_stays_small_and_so_does_what_is_asked_for():
    book = Book(5000)
    counts = []
    for each in (book.list.rowsInserted, book.list.rowsRemoved):
        each.connect(lambda *_: counts.append(book.list.rowCount()))
    down(book)
    up(book)
    assert max(counts) <= HELD + 2 * PAGE
    assert book.most == PAGE
    book.refresh()
    assert book.most <= HELD


def test_a_row_shows_what_is_told_of_it():
    book = Book(3)
    (role,) = book.list.roleNames()
    assert book.list.data(book.list.index(1), role) == {"id": "line 1", "text": "said"}
    assert book.list.place("line 0") == 2
    assert book.list.place("gone") == -1


def test_a_change_moves_nothing_but_what_has_changed():
    book = Book(120)
    told = []
    for name in ("rowsInserted", "rowsRemoved", "modelReset"):
        getattr(book.list, name).connect(lambda *_, name=name: told.append(name))
    book.list.dataChanged.connect(lambda first, last, _roles: told.append((first.row(), last.row())))
    book.lines[3] = replace(book.lines[3], text="in other words")
    book.refresh()
    assert told == [(3, 3)]
    told.clear()
    book.lines.pop(7)
    book.refresh()
    assert told == ["rowsRemoved", "rowsInserted"]  # and one comes in at the end of the page
    told.clear()
    book.add(line(500))
    book.refresh()
    assert told == ["rowsRemoved", "rowsInserted"]
    assert book.is_a_piece()


def test_what_was_added_above_meanwhile_is_met_on_the_way_up():
    book = Book(2000)
    down(book)
    book.add(*(line(minute) for minute in range(3000, 3300)), line(1999.5))
    assert up(book) == book.lines[::-1]
    assert down(book) == book.lines


def test_what_was_deleted_behind_ones_back_is_not_looked_for_to_the_end():
    book = Book(2000)
    down(book)
    held, before = book.held, book.reads
    book.lines = [each for each in book.lines if each not in held]
    book.lines += [line(minute) for minute in range(-2000, 0)][::-1]
    book.look(0, 20)
    assert book.held[PAGE:] == held[: HELD - PAGE]
    assert book.reads == before + 2


def test_where_all_that_was_held_is_gone_one_is_back_at_the_newest():
    book = Book(2000)
    down(book)
    book.lines = [each for each in book.lines if each not in book.held]
    book.refresh()
    assert book.held == book.lines[:PAGE]


def test_what_is_asked_last_is_shown_whatever_comes_late():
    book = Book(200)
    book.waits = True
    book.look(0, 49)
    book.lines = [line(7)]
    before = book.reads
    for _ in range(3):
        book.become(book.reading())
    assert len(book.held) == PAGE
    book.thread.catch_up()
    assert book.held == [line(7)]
    assert book.reads == before + 1


def test_a_change_while_a_page_is_on_its_way_is_seen_once_that_is_there():
    book = Book(200)
    book.waits = True
    book.look(0, 49)
    book.lines[0] = replace(book.lines[0], text="in other words")
    book.refresh()
    book.thread.catch_up()
    assert book.held[0].text == "in other words"
    assert len(book.held) == 2 * PAGE


def test_a_failure_is_told_and_the_next_look_tries_again():
    book = Book(200)
    told = []
    book.list.failed.connect(told.append)
    book.failure = Failure("journal-busy")
    book.look(0, 49)
    assert [failure.code for failure in told] == ["journal-busy"]
    book.failure = None
    book.look(0, 49)
    assert len(book.held) == 2 * PAGE


def test_what_is_forgotten_is_gone_and_what_was_on_its_way_too():
    book = Book(200)
    book.waits = True
    book.refresh()
    book.forget()
    book.thread.catch_up()
    assert book.held == []
    assert not book.list.empty  # nobody has looked


def test_one_key_goes_back_to_the_newest_however_deep_one_is():
    book = Book(2000)
    down(book)
    book.toNewest()
    assert book.held == book.lines[:PAGE]


steps = st.lists(
    st.tuples(st.just("look"), st.integers(0, HELD))
    | st.tuples(st.just("add"), st.integers(0, 3000))
    | st.tuples(st.just("add"), st.floats(0, 900).map(lambda at: round(at, 1)))
    | st.tuples(st.just("delete"), st.integers(0, 3000))
    | st.tuples(st.just("deleted page"), st.integers(0, 3000))
    | st.tuples(st.just("end"), st.none()),
    max_size=30,
)


@given(st.integers(0, 800), steps)
def test_whatever_happens_what_is_held_is_a_whole_piece_of_what_there_is(count, steps):
    book = Book(count)
    for step, value in steps:
        if step == "look":
            book.look(min(value, len(book.held)), min(value + 20, len(book.held)))
        elif step == "end":
            down(book, rows=60)
        elif step == "add":
            book.add(line(value))
        else:
            del book.lines[value : value + (1 if step == "delete" else PAGE)]
        if step in ("add", "delete", "deleted page"):
            book.refresh()
        assert book.is_a_piece()
        assert len(book.held) <= HELD + 2 * PAGE
    lowest = [book.order(each) for each in book.held[-1:]]
    assert up(book) == [each for each in reversed(book.lines) if lowest and book.order(each) >= lowest[0]]
