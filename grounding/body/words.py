"""The words that are offered for a sensation; a new one is one more word here and its name in `assets/words`.

The axes are those of the word lists of somatic work. Pleasant and neutral words together are at least as many as the
hard ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, zip_longest

from grounding.body.region import Region


class Axis(StrEnum):
    """What a word speaks of, in the order in which words are listed."""

    QUALITY = "quality"
    MOVEMENT = "movement"
    TEMPERATURE = "temperature"
    TEXTURE = "texture"
    PLACE = "place"
    BREATH = "breath"


class Tone(StrEnum):
    """How a word mostly lands; only used to offer hard words and others in equal number."""

    HARD = "hard"
    NEUTRAL = "neutral"
    PLEASANT = "pleasant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word for a sensation, known by its id; its shown name is in `assets/words`."""

    id: str
    axis: Axis
    tone: Tone


def _axis(axis: Axis, *, hard: str = "", neutral: str, pleasant: str) -> tuple[Word, ...]:
    """Return the words of one axis, hard ones and others by turns."""
    hards = [Word(id=each, axis=axis, tone=Tone.HARD) for each in hard.split()]
    others = [Word(id=each, axis=axis, tone=Tone.PLEASANT) for each in pleasant.split()]
    others += [Word(id=each, axis=axis, tone=Tone.NEUTRAL) for each in neutral.split()]
    return tuple(word for word in chain.from_iterable(zip_longest(hards, others)) if word)


WORDS: tuple[Word, ...] = (
    *_axis(
        Axis.QUALITY,
        hard="tight dull-ache achy heavy hollow sharp raw sore numb knotted braced clenched stiff dense tired",
        neutral="tender dull full empty blank",
        pleasant="soft open light settled spacious alive strong solid comfortable clear rested",
    ),
    *_axis(
        Axis.MOVEMENT,
        hard="restless fluttery fidgety trembling shaky sinking draining",
        neutral="still buzzing pulsing swirling spreading wants-to-move slow",
        pleasant="steady quiet lively gentle",
    ),
    *_axis(
        Axis.TEMPERATURE,
        hard="cold hot flushed clammy",
        neutral="cool neither-warm-nor-cool",
        pleasant="warm fresh cosy",
    ),
    *_axis(
        Axis.TEXTURE,
        hard="prickly stinging pressing pulling gripping squeezed thick dry",
        neutral="wet tingly fuzzy firm",
        pleasant="smooth loose supported cushioned",
    ),
    *_axis(
        Axis.PLACE,
        neutral="deep-inside surface pinpoint palm-sized band all-of-it left right both-sides in-front behind near far",
        pleasant="roomy wide",
    ),
    *_axis(
        Axis.BREATH,
        hard="shallow held stuck catching",
        neutral="sighing small yawning",
        pleasant="easy free unhurried",
    ),
)
_BY_ID = {word.id: word for word in WORDS}

# What is offered at once, a hard word and another by turns; so few that a shaken person can look them over.
_OFFERED = {
    Region.HANDS: "restless warm tight still fidgety soft cold tingly numb steady",
    Region.EYES: "dull-ache soft tired clear pressing quiet stinging wet tight open",
    Region.CHEST: "tight soft dull-ache warm fluttery open heavy still numb steady",
    Region.JAW: "clenched loose tight soft achy warm stiff still numb easy",
    Region.THROAT: "tight open stuck warm thick easy dry soft held quiet",
    Region.SHOULDERS: "tight loose heavy warm achy soft braced supported numb easy",
    Region.BELLY: "knotted warm fluttery soft tight full hollow quiet heavy easy",
    Region.BACK: "tight supported dull-ache warm stiff strong heavy steady numb comfortable",
    Region.LEGS: "restless steady heavy strong shaky warm tight still numb light",
    Region.FEET: "cold warm restless supported heavy tingly tight still numb steady",
    Region.ELSEWHERE: "tight soft heavy warm restless open dull-ache still numb steady",
}


def offered(region: Region) -> tuple[Word, ...]:
    """Return the first words for a place: at most 12, a hard one and a pleasant or neutral one by turns."""
    return tuple(_BY_ID[each] for each in _OFFERED[region].split())


def more(region: Region) -> tuple[Word, ...]:
    """Return all the other words, axis by axis."""
    first = frozenset(offered(region))
    return tuple(word for word in WORDS if word not in first)
