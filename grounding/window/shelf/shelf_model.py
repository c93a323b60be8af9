"""The shelf as the window shows it, and what is chosen on it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.failure import Failure
from grounding.body.region import Region
from grounding.breath.patterns import OWN_PACE, PATTERNS
from grounding.practice.practice import Kind, Practice
from grounding.sitting.prompts import prompt_rows
from grounding.sitting.score import Score, lay_out
from grounding.window.shelf.lengths import Lengths

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grounding.base.jobs import Jobs
    from grounding.base.wording import Wording
    from grounding.breath.stroke import Pattern
    from grounding.practice.own_patterns import OwnPatterns
    from grounding.practice.shelf import Shelf, Shelved
    from grounding.window.preferences import Preferences

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

MINUTES = (0, 1, 3, 5, 10)
"""Lengths of `breathe`; 0 is open."""
BREATHE = "breathe"


@QmlElement
class ShelfModel(QObject):
    """The practices, which of them is chosen, and how its breath is to be."""

    changed = Signal()
    shelfChanged = Signal()
    patternsChanged = Signal()

    def __init__(
        self,
        *,
        shelf: Shelf,
        own: OwnPatterns,
        preferences: Preferences,
        wording: Wording,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shelf, self._own, self._preferences, self._wording = shelf, own, preferences, wording
        self._lengths = Lengths(self)
        self._practices: dict[str, Practice] = {}
        self._patterns: tuple[Pattern, ...] = ()
        self._unread: tuple[str, ...] = ()
        self._unread_patterns: tuple[str, ...] = ()
        self._met: frozenset[str] = frozenset()
        for told in (self.shelfChanged, self.patternsChanged, self.changed):
            preferences.leftOutChanged.connect(told)
        self.read_patterns()
        self.read()

    def read_patterns(self) -> None:
        """Read the patterns of one's own."""
        found = self._own.read()
        self._unread_patterns = tuple(self._wording.sentence(failure) for failure in found.failures)
        self.own_are(found.patterns)
        self.shelfChanged.emit()

    def own_are(self, patterns: tuple[Pattern, ...]) -> None:
        """Take these for the patterns of one's own."""
        self._patterns = patterns
        self.patternsChanged.emit()
        self.changed.emit()

    @property
    def chosen_pattern(self) -> str:
        """The id of the pattern that somebody has chosen, or ""."""
        return self._preferences.settings.pattern

    @property
    def own_patterns(self) -> tuple[Pattern, ...]:
        """The patterns of one's own, by name."""
        return self._patterns

    def read(self) -> None:
        """Read the shelf anew."""
        self._take(self._shelf.read())

    def read_away(self, jobs: Jobs) -> None:
        """Read the shelf anew, away from the window."""
        jobs.run(self._shelf.read, self._take)

    def _take(self, shelved: Shelved) -> None:
        self._practices = {practice.id: practice for practice in shelved.practices}
        self._met |= self._practices.keys()
        self._unread = tuple(self._wording.sentence(failure) for failure in shelved.failures)
        self.shelfChanged.emit()
        self.patternsChanged.emit()

    def practice(self, key: str) -> Practice:
        """Return a practice.

        Raises:
            Failure: `no-such-practice`.
        """
        if key not in self._practices:
            raise Failure("no-such-practice", id=key, allowed=", ".join(self._practices))
        return self._practices[key]

    def file(self, key: str, own: Path) -> Path | None:
        """Return the file of a practice, if it is one of one's own."""
        file = Path(self._practices[key].file) if key in self._practices else None
        return file if file is not None and own in file.parents else None

    def any_clip(self) -> str:
        """Return the first clip in which somebody speaks a prompt, or ""."""
        spoken = (
            f"{practice.clips}/{row.clip}"
            for practice in self._practices.values()
            for row in prompt_rows(practice)
            if row.clip
        )
        return next(spoken, "")

    def ids(self) -> frozenset[str]:
        """Return the id of every practice since the window opened: what was deleted may come back."""
        return self._met

    def titles(self) -> frozenset[str]:
        """Return the title of every practice."""
        return frozenset(practice.title for practice in self._practices.values())

    def length(self, practice: Practice) -> str:
        """Return how long a practice is, in words."""
        return self._lengths.of_practice(practice)

    def title(self, key: str) -> str:
        """Return the title of a practice, or its id where it is no longer there."""
        return self._practices[key].title if key in self._practices else key

    def score(
        self,
        practice: Practice,
        named: Sequence[Region] = (),
        *,
        quick: bool = False,
        as_written: bool = False,
        pattern: Pattern | None = None,
    ) -> Score:
        """Return a practice laid out as is chosen, or in this pattern; `quick` is open and holds no breath."""
        settings = self._preferences.settings
        minutes = 0 if quick or practice.id != BREATHE else settings.minutes
        chosen = None if as_written else self._quick_pattern(practice) if quick else self.pattern(practice)
        return lay_out(
            practice,
            pattern=pattern or chosen,
            seconds=60.0 * minutes if minutes else None,
            left_out=[Region(each) for each in settings.left_out if each in set(Region)],
            named=named,
        )

    def _quick_pattern(self, practice: Practice) -> Pattern | None:
        """Return what is chosen, without holds: a hold would want its notice first."""
        chosen = self.pattern(practice)
        return chosen.without_holds() if chosen else None

    def pattern(self, practice: Practice) -> Pattern | None:
        """Return the pattern that is chosen in place of the practice's own, or None."""
        chosen = self._known(practice).get(self._preferences.settings.pattern)
        return chosen if chosen and self._breathes(practice) else None

    def _known(self, practice: Practice | None) -> dict[str, Pattern]:
        """Return every pattern that a practice may breathe in: those that it brings along stand for themselves."""
        brought = {each.id: each for each in practice.patterns} if practice else {}
        return brought | {each.id: each for each in self._patterns if each.id not in brought} | PATTERNS

    def choice(self) -> str:
        """Return the id of the chosen practice, or of the first where that is not on the shelf now."""
        chosen = self._practices.get(self._preferences.settings.practice)
        shown = chosen if chosen and self._has_somewhere_to_go(chosen) else next(self._shown(), None)
        return shown.id if shown else ""

    def _shown(self) -> Iterator[Practice]:
        return (each for each in self._practices.values() if self._has_somewhere_to_go(each))

    @Property(list, notify=shelfChanged)
    def practices(self) -> list[dict[str, str]]:
        """Each practice as id, title, summary and length."""
        return [
            {"id": each.id, "title": each.title, "summary": each.summary, "length": self._lengths.of_practice(each)}
            for each in self._shown()
        ]

    @Property(list, notify=shelfChanged)
    def unread(self) -> list[str]:
        """One sentence for every file of a practice, or of a pattern of one's own, that could not be read."""
        return [*self._unread, *self._unread_patterns]

    @Property(str, notify=changed)
    def chosen(self) -> str:
        """The id of the chosen practice."""
        return self.choice()

    @Property(bool, notify=changed)
    def breathes(self) -> bool:
        """Whether the chosen practice has a breath that may be chosen."""
        practice = self._practices.get(self.choice())
        return practice is not None and self._breathes(practice)

    @Property(bool, notify=changed)
    def lengthOpen(self) -> bool:
        """Whether the chosen practice may have a length chosen."""
        return self.choice() == BREATHE

    @Property(list, notify=patternsChanged)
    def patterns(self) -> list[dict[str, Any]]:
        """The patterns to choose from, but for the person's own breath: id, name, and whether the breath is held."""
        known = self._known(self._practices.get(self.choice()))
        named = [each for key, each in known.items() if key != OWN_PACE.id]
        return [{"id": each.id, "name": self._name(each), "holds": each.holds} for each in named]

    @Property(str, notify=changed)
    def patternChosen(self) -> str:
        """The id of the pattern that the chosen practice would breathe in."""
        practice = self._practices.get(self.choice())
        if self._preferences.settings.pattern in self._known(practice):
            return self._preferences.settings.pattern
        own = [step.pattern for step in practice.steps if step.pattern] if practice else []
        return own[0] if own and own[0] else "gentle"

    @Property(str, notify=changed)
    def patternName(self) -> str:
        return self._name(self._known(self._practices.get(self.choice()))[str(self.patternChosen)])

    def _name(self, pattern: Pattern) -> str:
        return pattern.name or self._wording.name("patterns", pattern.id)

    @Property(list, notify=shelfChanged)
    def minuteChoices(self) -> list[int]:
        return list(MINUTES)

    @Property(int, notify=changed)
    def minutes(self) -> int:
        return self._preferences.settings.minutes

    @Slot(str)
    def choose(self, key: str) -> None:
        """Choose a practice; its breath is its own again, unless the person breathes at their own pace."""
        own = self._preferences.settings.pattern == OWN_PACE.id
        self._preferences.set(practice=key, pattern=OWN_PACE.id if own else "")
        self.patternsChanged.emit()
        self.changed.emit()

    @Slot(str)
    def choosePattern(self, pattern: str) -> None:
        """Choose how to breathe."""
        self._preferences.set(pattern=pattern)
        self.changed.emit()

    @Slot(int)
    def chooseMinutes(self, minutes: int) -> None:
        """Choose how long to breathe; 0 is open."""
        self._preferences.set(minutes=minutes)
        self.changed.emit()

    def _has_somewhere_to_go(self, practice: Practice) -> bool:
        """Whether a scan in it has any place that is not left out; a practice without a scan always has."""
        scans = [step for step in practice.steps if step.kind is Kind.SCAN]
        out = set(self._preferences.settings.left_out)
        return not scans or any(region.value not in out for step in scans for region in step.regions)

    def _breathes(self, practice: Practice) -> bool:
        return any(
            step.kind is Kind.BREATHE and practice.pattern(step.pattern).breaths is None for step in practice.steps
        )
