"""Entries with all that belongs to them, and exported journals to take them along in."""

from __future__ import annotations

import io
import json
import uuid

from hypothesis import strategies as st
from said import moments, reports

from grounding.base.assets import assets
from grounding.journal.along.exporting import json_of
from grounding.journal.along.foreign import whole_from_plain
from grounding.journal.along.stream import entries, has_halves
from grounding.journal.along.whole import Whole
from grounding.journal.entry import Earlier, Entry

SCHEMA = json.loads((assets() / "schema" / "journal.v1.schema.json").read_text(encoding="utf-8"))

keys = st.uuids().map(str)
earliers = st.builds(Earlier, until=moments, report=reports)
wholes = st.builds(
    Whole,
    entry=st.builds(
        Entry,
        id=keys,
        at=moments,
        practice=st.sampled_from(["", "slow-down", "меня"]),
        report=reports,
        brought=st.booleans(),
    ),
    earlier=st.lists(earliers, max_size=2).map(tuple),
)
ONE = {
    "id": "019aab2c-5f3e-7a10-8c44-1b2c3d4e5f60",
    "at": "2026-11-22T21:10:00.000+01:00",
    "zone": "Europe/Berlin",
    "practice": "slow-down",
    "brought": False,
    "report": {
        "underneath": "not enough",
        "noticed": "places",
        "sensations": [
            {
                "region": "chest",
                "words": ["tight", "like bees"],
                "strength": 7,
                "note": "as if held",
                "after": {"change": "moved", "strength": 4, "words": ["warm"], "moved_to": "throat"},
            }
        ],
        "line": "Afraid that stopping makes me useless.",
    },
    "earlier": [
        {
            "until": "2026-11-23T08:00:00.000+01:00",
            "zone": "Europe/Berlin",
            "report": {"underneath": "", "noticed": None, "sensations": [], "line": "Afraid."},
        }
    ],
}
"""An entry in its plain form, with everything in it that can be."""


def exported(those):
    """Return the bytes of an exported journal."""
    return b"".join(json_of(those))


def document(*plain_entries, **fields):
    """Return the bytes of an exported journal with these entries in their plain form, and other fields as told."""
    whole = {"schema": "grounding-journal", "version": 1, "entries": list(plain_entries)} | fields
    return json.dumps(whole).encode()


def told_in(data, heard=lambda _bytes: None, *, slower=False):
    """Return the entries that these bytes tell, read as a file is."""
    file = io.BytesIO(data)
    found = entries(file, heard, halves=has_halves(file, heard) or slower)
    return [whole_from_plain(plain, number) for number, plain in enumerate(found, 1)]


def another(number=2, **fields):
    """Return the plain form of another entry."""
    return ONE | {"id": str(uuid.UUID(int=number))} | fields
