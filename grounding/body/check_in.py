"""The moment where a person reports: what is chosen and typed so far, changed a small step at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from grounding.body.region import Region
from grounding.body.report import Report
from grounding.body.sensation import After, Change, Noticed, Sensation
from grounding.body.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

_KNOWN = frozenset(word.id for word in WORDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is said of one place so far."""

    region: Region
    words: tuple[str, ...] = ()
    """Ids of known words."""
    own_word: str = ""
    strength: int | None = None
    note: str = ""
    change: Change | None = None
    words_after: tuple[str, ...] = ()
    own_word_after: str = ""
    strength_after: int | None = None
    moved_to: Region | None = None

    def with_word(self, word: str, on: bool) -> Told:
        """Return it with a known word chosen or not."""
        return replace(self, words=_with(self.words, word, on))

    def with_word_after(self, word: str, on: bool) -> Told:
        """Return it with a known word of the second check-in chosen or not."""
        return replace(self, words_after=_with(self.words_after, word, on))

    def sensation(self) -> Sensation:
        """Return the sensation that this tells."""
        after = None
        if self.change is not None:
            after = After(
                change=self.change,
                strength=self.strength_after,
                words=_joined(self.words_after, self.own_word_after),
                moved_to=self.moved_to if self.change is Change.MOVED else None,
            )
        return Sensation(
            region=self.region,
            words=_joined(self.words, self.own_word),
            strength=self.strength,
            note=self.note.strip(),
            after=after,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """All answers of one sitting so far; a place that is unchosen keeps what was said of it, out of sight."""

    noticed: Noticed | None = None
    chosen: frozenset[Region] = frozenset()
    told: tuple[Told, ...] = ()
    underneath: str = ""
    line: str = ""

    def of(self, region: Region) -> Told:
        """Return what is said of a place so far."""
        return next((told for told in self.told if told.region is region), Told(region=region))

    def with_place(self, region: Region, on: bool) -> CheckIn:
        """Return it with a place chosen or not; a place takes back "nothing" and the like."""
        chosen = self.chosen | {region} if on else self.chosen - {region}
        noticed = Noticed.PLACES if chosen else (None if self.noticed is Noticed.PLACES else self.noticed)
        return replace(self, chosen=chosen, noticed=noticed)

    def with_noticed(self, noticed: Noticed | None) -> CheckIn:
        """Return it with "nothing", "can't tell" or "rather not say" as the answer, and no place chosen."""
        return replace(self, noticed=noticed, chosen=frozenset())

    def with_told(self, told: Told) -> CheckIn:
        """Return it with what is said of one place replaced; where nothing is said of it any more, left out."""
        if told == self.of(told.region):
            return self
        others = tuple(each for each in self.told if each.region is not told.region)
        said = () if told == Told(region=told.region) else (told,)
        return replace(self, told=(*others, *said))

    def telling(self, region: Region, **changes: Any) -> CheckIn:
        """Return it with fields of `Told` changed for one place."""
        return self.with_told(replace(self.of(region), **changes))

    def places(self) -> tuple[Region, ...]:
        """Return the chosen places in the order of `Region`."""
        return tuple(region for region in Region if region in self.chosen)

    def mildest_first(self) -> tuple[Region, ...]:
        """Return the chosen places, the mildest first; where no strength is said, edges before the middle."""
        middle = (Region.JAW, Region.BELLY, Region.EYES, Region.THROAT, Region.CHEST)
        order = {region: index for index, region in enumerate((*(r for r in Region if r not in middle), *middle))}

        def mildness(region: Region) -> tuple[float, int]:
            strength = self.of(region).strength
            return (5 if strength is None else strength, order[region])

        return tuple(sorted(self.chosen, key=mildness))

    def report(self) -> Report:
        """Return all that has been said."""
        return Report(
            underneath=self.underneath.strip(),
            noticed=self.noticed,
            sensations=tuple(self.of(region).sensation() for region in self.places()),
            line=self.line.strip(),
        )

    def reworded(self, before: Report) -> Report:
        """Return what `before` has become; whatever was not touched since `of_report` stays to the letter."""
        first, met = CheckIn.of_report(before), set[Region]()
        sensations = []
        for each in before.sensations:
            again, told = each.region in met, self.of(each.region)
            met.add(each.region)
            if each.region in self.chosen:
                # The form shows a place once; what more was said of it comes from elsewhere, and stays.
                sensations.append(each if again or told == first.of(each.region) else told.sensation())
        sensations += [self.of(region).sensation() for region in self.places() if region not in met]
        return Report(
            underneath=before.underneath if self.underneath == before.underneath else self.underneath.strip(),
            noticed=self.noticed,
            sensations=tuple(sensations),
            line=before.line if self.line == before.line else self.line.strip(),
        )

    @classmethod
    def of_report(cls, report: Report) -> CheckIn:
        """Return the answers that a report was made from."""
        return cls(
            noticed=report.noticed,
            chosen=frozenset(sensation.region for sensation in report.sensations),
            told=tuple(_told(sensation) for sensation in report.sensations),
            underneath=report.underneath,
            line=report.line,
        )


def _told(sensation: Sensation) -> Told:
    after = sensation.after
    words, own_word = _split(sensation.words)
    words_after, own_word_after = _split(after.words if after else ())
    return Told(
        region=sensation.region,
        words=words,
        own_word=own_word,
        strength=sensation.strength,
        note=sensation.note,
        change=after.change if after else None,
        words_after=words_after,
        own_word_after=own_word_after,
        strength_after=after.strength if after else None,
        moved_to=after.moved_to if after else None,
    )


def _with(words: tuple[str, ...], word: str, on: bool) -> tuple[str, ...]:
    others = tuple(each for each in words if each != word)
    return (*others, word) if on else others


def _joined(words: tuple[str, ...], own_word: str) -> tuple[str, ...]:
    own = own_word.strip()
    return (*words, own) if own and own not in words else words


def _split(words: Iterable[str]) -> tuple[tuple[str, ...], str]:
    """Return known words and own words apart; several own words (from the command line) stand in one field."""
    listed = tuple(words)
    known = tuple(word for word in listed if word in _KNOWN)
    return known, ", ".join(word for word in listed if word not in _KNOWN)
