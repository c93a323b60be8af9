"""What goes on a page for a session: the person's own words, in the order in which they were said, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from along import ONE, document, told_in, wholes
from hypothesis import given
from hypothesis import strategies as st
from said import NOON, said

from grounding.base.wording import Wording
from grounding.body.report import Report
from grounding.body.sensation import Noticed
from grounding.journal.along.page import Kind, lines_of
from grounding.journal.entry import Entry

WORDING = Wording()


def told(*entries):
    return [(line.kind.value, line.text) for line in lines_of(entries, WORDING, lambda at: at.strftime("%d.%m. %H:%M"))]


def test_an_entry_is_told_in_the_order_in_which_it_was_said():
    assert told(told_in(document(ONE))[0].entry) == [
        ("when", "22.11. 21:10"),
        ("words", "not enough"),
        ("sensation", "Chest tight, like bees (7), then moved to Throat, warm (4)"),
        ("note", "as if held"),
        ("words", "Afraid that stopping makes me useless."),
    ]


def test_the_oldest_comes_first_whatever_order_they_come_in():
    entries = [said(str(minute), minute=minute) for minute in (20, 0, 10)]
    assert [text for kind, text in told(*entries) if kind == "note"] == ["0", "10", "20"]


def test_that_nothing_was_noticed_is_said_too_and_that_places_were_is_not():
    entry = Entry(id="a", at=NOON, report=Report(noticed=Noticed.CANT_TELL))
    assert told(entry) == [("when", "22.11. 12:00"), ("sensation", "Can't tell")]
    with_places = replace(said(), report=replace(said().report, noticed=Noticed.PLACES))
    assert told(with_places)[1:] == [("sensation", "Chest tight (7)")]


@given(st.lists(wholes, max_size=4, unique_by=lambda whole: whole.entry.id))
def test_each_line_has_a_key_of_its_own_and_every_word_is_there(those):
    entries = [whole.entry for whole in those]
    lines = lines_of(entries, WORDING, str)
    assert len({line.key for line in lines}) == len(lines)
    texts = [line.text for line in lines]
    for entry in entries:
        report = entry.report
        for text in (report.line, report.underneath, *(each.note for each in report.sensations)):
            assert not text or text in texts
    assert {line.kind for line in lines} <= set(Kind)
