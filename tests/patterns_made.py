"""Patterns of a person's own as they may be, for properties."""

from __future__ import annotations

from hypothesis import strategies as st

from grounding.breath.own import NAME_CHARACTERS, flaw
from grounding.breath.patterns import PATTERNS
from grounding.breath.stroke import Pattern, Stroke

IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,12}", fullmatch=True).filter(lambda key: key not in PATTERNS)
NAMES = st.text(
    st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Zl", "Zp")), min_size=1, max_size=NAME_CHARACTERS
).filter(lambda name: name == name.strip() != "")
_LEVELS = st.integers(0, 100).map(lambda hundredths: hundredths / 100)
_SECONDS = st.integers(2, 80).map(lambda quarters: quarters / 4)
_BETWEEN = st.lists(st.builds(Stroke, to=_LEVELS, seconds=_SECONDS), max_size=22)
STROKES = st.builds(
    lambda first, to, between, last: (Stroke(to=to, seconds=first), *between, Stroke(to=0.0, seconds=last)),
    _SECONDS,
    st.integers(1, 100).map(lambda hundredths: hundredths / 100),
    _BETWEEN,
    _SECONDS,
).filter(lambda strokes: flaw(strokes) is None)
PATTERNS_MADE = st.builds(Pattern, id=IDS, strokes=STROKES, name=NAMES)
