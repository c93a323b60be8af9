"""Anything a person could have said, for properties; and entries to tell apart."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from grounding.body.region import Region
from grounding.body.report import Report
from grounding.body.sensation import STRENGTH_MAX, After, Change, Noticed, Sensation
from grounding.journal.entry import Entry, new_entry

NOON = datetime(2026, 11, 22, 12, tzinfo=timezone(timedelta(hours=1), "Europe/Berlin"))
ZONES = ("UTC", "Europe/Berlin", "Asia/Kathmandu", "America/St_Johns", "Pacific/Kiritimati", "Africa/Monrovia")


def joined(text):
    """Return text as it comes from a keyboard or a file: two halves side by side are one character."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


texts = st.text(st.characters(exclude_categories=()), max_size=40).map(joined)
"""Every script, emoji, controls, half characters."""
words = st.lists(texts, max_size=3).map(tuple)
strengths = st.none() | st.integers(0, STRENGTH_MAX)
regions = st.sampled_from(Region)
afters = st.builds(
    After,
    change=st.sampled_from(Change),
    strength=strengths,
    words=words,
    moved_to=st.none() | regions,
)
sensations = st.builds(Sensation, region=regions, words=words, strength=strengths, note=texts, after=st.none() | afters)
reports = st.builds(
    Report,
    underneath=texts,
    noticed=st.none() | st.sampled_from(Noticed),
    sensations=st.lists(sensations, max_size=3).map(tuple),
    line=texts,
)
moments = st.datetimes(
    min_value=datetime(2, 1, 1), max_value=datetime(9998, 1, 1), timezones=st.sampled_from(ZONES).map(ZoneInfo)
)  # both folds of the autumn hour, hours that spring leaves out, offsets with seconds


def said(note="", *, minute=0, region=Region.CHEST, words=("tight",), line=""):
    """Return an entry said so many minutes after noon."""
    sensation = Sensation(region=region, words=words, strength=7, note=note)
    return new_entry("slow-down", Report(sensations=(sensation,), line=line), NOON + timedelta(minutes=minute))


def entries_of(ids, minute=0):
    """Return entries with these ids, said at one moment."""
    return [Entry(id=each, at=NOON + timedelta(minutes=minute)) for each in ids]
