"""The shelf as the window shows it, and what is chosen on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.failure import Failure
from grounding.body.region import Region
from grounding.breath.patterns import OWN_PACE, PATTERNS
from grounding.practice.practice import CLOCKLESS, Kind, Practice
from grounding.sitting.prompts import prompt_rows
from grounding.sitting.score import Score, lay_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grounding.base.wording import Wording
    from grounding.breath.stroke import Pattern
    from grounding.practice.shelf import Shelf
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

    def __init__(
        self, *, shelf: Shelf, preferences: Preferences, wording: Wording, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shelf, self._preferences, self._wording = shelf, preferences, wording
        self._practices: dict[str, Practice] = {}
        self._unread: tuple[str, ...] = ()
        preferences.leftOutChanged.connect(self.shelfChanged)
        self.read()

    def read(self) -> None:
        """Read the shelf anew."""
        shelved = self._shelf.read()
        self._practices = {practice.id: practice for practice in shelved.practices}
        self._unread = tuple(self._wording.sentence(failure) for failure in shelved.failures)
        self.shelfChanged.emit()

    def practice(self, key: str) -> Practice:
        """Return a practice.

        Raises:
            Failure: `no-such-practice`.
        """
        if key not in self._practices:
            raise Failure("no-such-practice", id=key, allowed=", ".join(self._practices))
        return self._practices[key]

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
        """Return the id of every practice."""
        return frozenset(self._practices)

    def title(self, key: str) -> str:
        """Return the title of a practice, or its id where it is no longer there."""
        return self._practices[key].title if key in self._practices else key

    def score(
        self,
        practice: Practice,
        named: Sequence[Region] = (),
        *,
        quick: bool = False,
    ) -> Score:
        """Return a practice laid out as is chosen; `quick` is open and holds no breath."""
        settings = self._preferences.settings
        minutes = 0 if quick or practice.id != BREATHE else settings.minutes
        return lay_out(
            practice,
            pattern=self._quick_pattern(practice) if quick else self.pattern(practice),
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
        chosen = PATTERNS.get(self._preferences.settings.pattern)
        return chosen if chosen and self._breathes(practice) else None

    def holds(self, practice: Practice, *, quick: bool = False) -> bool:
        """Whether the breath is held anywhere in it: then a notice comes first."""
        return any(part.pattern.holds for part in self.score(practice, quick=quick).parts)

    def choice(self) -> str:
        """Return the id of the chosen practice, or of the first where that is no longer there."""
        practice = self._preferences.settings.practice
        return practice if practice in self._practices else next(iter(self._practices), "")

    @Property(list, notify=shelfChanged)
    def practices(self) -> list[dict[str, str]]:
        """Each practice as id, title, summary and length."""
        return [
            {"id": each.id, "title": each.title, "summary": each.summary, "length": self._length(each)}
            for each in self._practices.values()
            if self._has_somewhere_to_go(each)
        ]

    @Property(list, notify=shelfChanged)
    def unread(self) -> list[str]:
        """One sentence for every practice file that could not be read."""
        return list(self._unread)

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

    @Property(list, notify=shelfChanged)
    def patterns(self) -> list[dict[str, str]]:
        """The patterns to choose from, but for the person's own breath: id and name."""
        named = [key for key in PATTERNS if key != OWN_PACE.id]
        return [{"id": key, "name": self._wording.name("patterns", key)} for key in named]

    @Property(str, notify=changed)
    def patternChosen(self) -> str:
        """The id of the pattern that the chosen practice would breathe in."""
        if self._preferences.settings.pattern in PATTERNS:
            return self._preferences.settings.pattern
        practice = self._practices.get(self.choice())
        own = [step.pattern for step in practice.steps if step.pattern] if practice else []
        return own[0] if own and own[0] else "gentle"

    @Property(str, notify=changed)
    def patternName(self) -> str:
        return self._wording.name("patterns", str(self.patternChosen))

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
            step.kind is Kind.BREATHE and PATTERNS[step.pattern or "gentle"].breaths is None for step in practice.steps
        )

    def _length(self, practice: Practice) -> str:
        score = lay_out(practice)
        if score.endless:
            return self.tr("as long as you like")
        seconds = sum(part.seconds or 0 for part in score.parts)
        answered = any(step.kind in CLOCKLESS for step in practice.steps)
        if seconds < 50:
            return self.tr("under a minute")
        length = self.tr("about {minutes} min").format(minutes=max(1, round(seconds / 60)))
        return self.tr("{length}, and your own time").format(length=length) if answered else length
