"""Few different things, said again and again, so that what somebody wants is there; and all that may be wanted."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from said import NOON, ZONES, moments, reports
from said import texts as any_text

from grounding.body.region import Region
from grounding.body.report import Report
from grounding.body.sensation import After, Change, Sensation
from grounding.journal.entry import Entry
from grounding.journal.wanted import Wanted

few_regions = st.sampled_from((Region.CHEST, Region.HANDS, Region.ELSEWHERE))
few_words = st.sampled_from(("tight", "dull-ache", "soft", "own word", "Ęigen", "胸が", "\ud800", ""))
SAID = (
    "tight",
    "Tigh",
    "ache",
    "doll",
    "süß",
    "sus",
    "soft",
    "softer",
    "chest",
    "胸が痛い",
    "胸",
    "❤️",
    "<3",
    "moved",
    "own",
)
few_texts = st.lists(st.sampled_from((*SAID, "bsession", "rchest")), max_size=4).map(" ".join)
few_sensations = st.builds(
    Sensation,
    region=few_regions,
    words=st.lists(few_words, max_size=2).map(tuple),
    note=few_texts,
    after=st.none()
    | st.builds(
        After,
        change=st.sampled_from((Change.SOFTER, Change.MOVED)),
        words=st.lists(few_words, max_size=1).map(tuple),
        moved_to=st.none() | few_regions,
    ),
)
few_reports = st.builds(
    Report, underneath=few_texts, line=few_texts, sensations=st.lists(few_sensations, max_size=3).map(tuple)
)
near_moments = st.builds(
    lambda minutes, zone, fold: (NOON + timedelta(minutes=minutes)).astimezone(ZoneInfo(zone)).replace(fold=fold),
    st.integers(-2, 2).map(lambda halves: halves * 12 * 60),
    st.sampled_from(ZONES),
    st.sampled_from((0, 1)),
)
few_entries = st.builds(
    Entry, id=st.just(""), at=near_moments | moments, report=few_reports | reports, brought=st.booleans()
)
days = st.none() | st.dates(date(2026, 11, 20), date(2026, 11, 25)) | st.dates()
few_wants = {
    "text": few_texts | any_text,
    "region": few_regions,
    "word": few_words,
    "since": days,
    "until": days,
    "brought": st.just(True),
}
wanteds = st.lists(st.sampled_from(sorted(few_wants)), max_size=2).flatmap(
    lambda names: st.builds(Wanted, **{name: few_wants[name] for name in names})
)
