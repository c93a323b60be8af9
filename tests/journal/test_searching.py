"""A search finds every entry in which each of its words begins a word, without minding case and accents."""

from __future__ import annotations

import pytest
from said import said

from grounding.body.region import Region
from grounding.journal.wanted import Wanted


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("dull ache", True),
        ("ACHE dull", True),
        ("angstlich", True),
        ("ÄNGSTLICH", True),
        ("strasse", True),
        ("hands", True),
        ("καρδια", True),
        ("胸が", True),
        ("softly", True),
        ("100% _", True),
        ("  ", True),
        ("dull chest", False),
        ("che", False),
        ("x", False),
    ],
)
def test_a_search_finds_every_word_without_minding_case_and_accents(journal, search, found):
    note = "ängstlich, Straße, Καρδιά, 胸が痛い, 100% _"
    entry = said(note, region=Region.HANDS, words=("dull-ache",), line="Softly\nnow")
    journal.add(entry)
    assert journal.list(wanted=Wanted(text=search)) == ((entry,) if found else ())


def test_a_search_of_any_length_or_kind_is_answered(journal):
    journal.add(said("a \ud800 b \0 c"))
    assert len(journal.list(wanted=Wanted(text="a b c \ud801 \0"))) == 1
    assert journal.list(wanted=Wanted(text=" ".join(map(str, range(5000))))) == ()
    assert journal.list(wanted=Wanted(text="胸" * 5000)) == ()
