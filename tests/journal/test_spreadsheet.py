"""The journal as CSV: every text comes back, one row a sensation, and no cell is taken for a formula."""

from __future__ import annotations

import copy
import csv
import io
import re

import pytest
from along import ONE, another, document, told_in, wholes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grounding.base.wording import Wording
from grounding.journal.along.exporting import csv_of

WORDING = Wording()
STARTS = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet takes for a formula, or may."""


def read(entries, **more):
    """Return the rows that a reader finds, by the names above them."""
    data = b"".join(csv_of(entries, WORDING, **more))
    return [*csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))]


def written(text):
    """Return a text as UTF-8 can tell it."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def named(words):
    return ", ".join(written(WORDING.name("words", word)) for word in words)


@given(st.lists(wholes, max_size=3))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_every_text_is_read_back(those):
    entries = [whole.entry for whole in those]
    rows = iter(read(entries, guard=False))
    for entry in entries:
        for sensation in entry.report.sensations or (None,):
            row = next(rows)
            assert (row["Entry"], row["Line"], row["Underneath"]) == (
                entry.id,
                written(entry.report.line),
                written(entry.report.underneath),
            )
            assert row["Practice"] == entry.practice
            assert row["Bring to session"] == ("x" if entry.brought else "")
            if sensation:
                strength = "" if sensation.strength is None else str(sensation.strength)
                assert (row["Words"], row["Strength"]) == (named(sensation.words), strength)
                assert row["Note"] == written(sensation.note)
                assert row["Words then"] == (named(sensation.after.words) if sensation.after else "")
            else:
                assert row["Words"] == row["Place"] == row["Note"] == ""
    assert not [*rows]


@given(st.lists(wholes, max_size=3), st.sampled_from([*STARTS, " =", "\n-", "＝", "\x00+"]))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_no_cell_begins_as_a_formula_does_and_the_apostrophe_is_all_that_is_added(those, start):
    plain = copy.deepcopy(ONE)
    plain["report"]["line"] = plain["report"]["sensations"][0]["note"] = f"{start}1+1"
    entries = [whole.entry for whole in those] + [whole.entry for whole in told_in(document(plain))]
    for bare, row in zip(read(entries, guard=False), read(entries), strict=True):
        for name, cell in row.items():
            assert not cell.lstrip(" \n\x00").startswith((*STARTS, "＝"))
            assert cell.replace("'", "") == bare[name].replace("'", "")
    assert row["Line"] == row["Note"]
    assert re.fullmatch(rf"(?=.*')'?[\s\x00]*'?{re.escape(start.strip())}1\+1", row["Line"], re.DOTALL)


@pytest.mark.parametrize("apart", [";", "; ", "\n", "\r\n", "\t", "\n\n "])
@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝"])
def test_neither_does_one_for_a_reader_that_parts_cells_by_other_signs(apart, start):
    plain = copy.deepcopy(ONE)
    plain["report"]["line"] = f"first{apart}{start}1+1"
    entries = [told_in(document(plain))[0].entry]
    text = b"".join(csv_of(entries, WORDING)).decode("utf-8-sig")
    for sign in (";", "\t"):
        cells = [
            cell.lstrip(" \n\r") for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign) for cell in row
        ]
        assert not [cell for cell in cells if cell.startswith((*STARTS, "＝"))]
        assert any("1+1" in cell for cell in cells)


def test_what_is_no_formula_stays_as_it_is():
    plain = copy.deepcopy(ONE)
    plain["report"]["line"] = "2 = 1 + 1, 'quoted', a-b; \"x\""
    (row,) = read([told_in(document(plain))[0].entry])
    assert row["Line"] == plain["report"]["line"]


def test_a_row_says_what_was_said_by_the_names_that_are_shown():
    (row,) = read([told_in(document(ONE))[0].entry])
    assert row == {
        "Entry": ONE["id"],
        "Date": "2026-11-22",
        "Time": "21:10",
        "Offset": "UTC+01:00",
        "Zone": "Europe/Berlin",
        "Practice": "slow-down",
        "Underneath": "not enough",
        "Noticed": "",
        "Place": "Chest",
        "Words": "tight, like bees",
        "Strength": "7",
        "Note": "as if held",
        "Then": "moved",
        "Moved to": "Throat",
        "Words then": "warm",
        "Strength then": "4",
        "Line": "Afraid that stopping makes me useless.",
        "Bring to session": "",
    }


def test_an_entry_without_any_sensation_has_a_row_too():
    report = {"underneath": "", "noticed": "cant-tell", "sensations": [], "line": "a\nb"}
    several = ONE["report"] | {"sensations": ONE["report"]["sensations"] * 2}
    told = told_in(document(another(report=report), another(3, report=several)))
    rows = read([whole.entry for whole in told])
    assert [(row["Noticed"], row["Place"], row["Line"]) for row in rows[:1]] == [("Can't tell", "", "a\nb")]
    assert [row["Place"] for row in rows[1:]] == ["Chest", "Chest"]


@pytest.mark.parametrize("guard", [True, False])
def test_a_spreadsheet_is_told_that_it_is_utf_8(guard):
    data = b"".join(csv_of([], WORDING, guard=guard))
    assert data.startswith(b"\xef\xbb\xbfEntry,Date,")
    assert data.endswith(b"\r\n")
