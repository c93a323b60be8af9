"""The check-in as the window shows it: the body, the boxes and the fields are one state."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.body.check_in import CheckIn
from grounding.body.region import MEDICAL, Region
from grounding.body.sensation import Change, Noticed
from grounding.body.words import more, offered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from grounding.base.wording import Wording
    from grounding.window.preferences import Preferences

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

NOT_SET = -1
"""The slider's place before a strength is said."""


@QmlElement
class Answers(QObject):
    """What is chosen and typed in one sitting; `again` asks for the second check-in's part of it."""

    changed = Signal()
    renewed = Signal()
    """All answers are others now: fields read their text anew."""
    regionsChanged = Signal()

    def __init__(self, *, wording: Wording, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.check_in = CheckIn()
        self._asked: tuple[Region, ...] = ()
        """The chosen places, in the order in which they were chosen."""
        self._told_of: frozenset[Region] = frozenset()
        """Places of which these answers told when they were taken up: left out since, they can still be seen here."""
        self._revision = 0
        self.changed.connect(self._count)
        self._wording = wording
        self._preferences = preferences
        preferences.leftOutChanged.connect(self.regionsChanged)

    def _count(self) -> None:
        self._revision += 1

    def renew(self, check_in: CheckIn) -> None:
        """Replace all answers."""
        self.check_in, self._asked = check_in, check_in.places()
        moved = {told.moved_to for told in check_in.told if told.moved_to}
        told_of, self._told_of = self._told_of, check_in.chosen | moved
        if self._told_of != told_of:
            self.regionsChanged.emit()
        self.renewed.emit()
        self.changed.emit()

    # Places

    @Property(list, notify=regionsChanged)
    def regions(self) -> list[dict[str, str]]:
        """The places that are offered, in order: id and name."""
        return [{"id": region.value, "name": self._name(region)} for region in Region if self._is_offered(region)]

    @Property(list, notify=renewed)
    def everyRegion(self) -> list[dict[str, str]]:
        """All places there are, for leaving some out."""
        return [{"id": region.value, "name": self._name(region)} for region in Region]

    @Property(list, notify=changed)
    def places(self) -> list[str]:
        """Ids of the chosen places."""
        return [region.value for region in self.check_in.places()]

    @Property(list, notify=changed)
    def asked(self) -> list[str]:
        """Ids of the chosen places in the order in which they were chosen: a new one pushes nothing away."""
        return [region.value for region in self._asked if self._is_offered(region)]

    @Property(int, notify=changed)
    def revision(self) -> int:
        """Grows with every change, for bindings on the methods below."""
        return self._revision

    @Property(str, notify=changed)
    def noticed(self) -> str:
        return self.check_in.noticed.value if self.check_in.noticed else ""

    @Slot(str, result=bool)
    def isMedical(self, region: str) -> bool:
        """Return whether the quiet medical link stands beside a place."""
        return region in MEDICAL

    @Property(bool, notify=changed)
    def asksForLess(self) -> bool:
        """Whether something said is strong enough to offer less."""
        return any(sensation.asks_for_less for sensation in self.check_in.report().sensations)

    @Slot(str, result=str)
    def regionName(self, region: str) -> str:
        """Return the shown name of a place."""
        return self._wording.name("regions", region)

    @Slot(str, bool)
    def choosePlace(self, region: str, on: bool) -> None:
        """Choose a place, or take it back."""
        self._become(self.check_in.with_place(Region(region), on))

    @Slot(str, bool)
    def answer(self, noticed: str, on: bool) -> None:
        """Answer "nothing", "can't tell" or "rather not say", or take it back."""
        self._become(self.check_in.with_noticed(Noticed(noticed) if on else None))

    # Words

    @Slot(str, result=list)
    def offeredWords(self, region: str) -> list[dict[str, str]]:
        """Return the first words for a place: id and name."""
        return self._named(word.id for word in offered(Region(region)))

    @Slot(str, result=list)
    def moreWords(self, region: str) -> list[dict[str, str]]:
        """Return all other words for a place."""
        return self._named(word.id for word in more(Region(region)))

    @Slot(str, str, bool, result=bool)
    def hasWord(self, region: str, word: str, again: bool) -> bool:
        """Return whether a word is chosen."""
        told = self.check_in.of(Region(region))
        return word in (told.words_after if again else told.words)

    @Slot(str, str, bool, bool)
    def chooseWord(self, region: str, word: str, on: bool, again: bool) -> None:
        """Choose a word, or take it back."""
        told = self.check_in.of(Region(region))
        changed = told.with_word_after(word, on) if again else told.with_word(word, on)
        self._become(self.check_in.with_told(changed))

    @Slot(str, bool, result=str)
    def ownWord(self, region: str, again: bool) -> str:
        """Return the person's own word for a place."""
        told = self.check_in.of(Region(region))
        return told.own_word_after if again else told.own_word

    @Slot(str, str, bool)
    def typeOwnWord(self, region: str, text: str, again: bool) -> None:
        """Take what is typed as the person's own word."""
        self._tell(region, **{"own_word_after" if again else "own_word": text})

    # Strength and note

    @Slot(str, bool, result=int)
    def strength(self, region: str, again: bool) -> int:
        """Return the strength of a place, or -1 where none is said."""
        told = self.check_in.of(Region(region))
        strength = told.strength_after if again else told.strength
        return NOT_SET if strength is None else strength

    @Slot(str, int, bool)
    def setStrength(self, region: str, strength: int, again: bool) -> None:
        """Say how strong it is, 0 to 10; -1 takes it back."""
        said = None if strength == NOT_SET else strength
        self._tell(region, **{"strength_after" if again else "strength": said})

    @Slot(str, result=str)
    def note(self, region: str) -> str:
        """Return the note for a place."""
        return self.check_in.of(Region(region)).note

    @Slot(str, str)
    def typeNote(self, region: str, text: str) -> None:
        """Take what is typed as the note for a place."""
        self._tell(region, note=text)

    # The second check-in

    @Property(list, notify=renewed)
    def changes(self) -> list[dict[str, str]]:
        """What may have become of a sensation: id and name."""
        return [{"id": change.value, "name": self._wording.name("changes", change.value)} for change in Change]

    @Slot(str, result=str)
    def change(self, region: str) -> str:
        """Return what became of a place, or ""."""
        change = self.check_in.of(Region(region)).change
        return change.value if change else ""

    @Slot(str, str)
    def chooseChange(self, region: str, change: str) -> None:
        """Say what became of a place."""
        self._tell(region, change=Change(change))

    @Slot(str, result=str)
    def movedTo(self, region: str) -> str:
        """Return where it moved to, or ""."""
        moved_to = self.check_in.of(Region(region)).moved_to
        return moved_to.value if moved_to else ""

    @Slot(str, str)
    def chooseMovedTo(self, region: str, to: str) -> None:
        """Say where it moved to."""
        self._tell(region, moved_to=Region(to))

    @Slot(str, result=str)
    def toldBefore(self, region: str) -> str:
        """Return the words said of a place at first, for reading above its question."""
        told = self.check_in.of(Region(region)).sensation()
        return ", ".join(self._wording.name("words", word) for word in told.words)

    # Lines

    @Property(str, notify=renewed)
    def underneath(self) -> str:
        return self.check_in.underneath

    @Property(str, notify=renewed)
    def line(self) -> str:
        return self.check_in.line

    @Slot(str)
    def typeUnderneath(self, text: str) -> None:
        """Take what is typed as what is underneath."""
        self._become(replace(self.check_in, underneath=text))

    @Slot(str)
    def typeLine(self, text: str) -> None:
        """Take what is typed as the line to keep."""
        self._become(replace(self.check_in, line=text))

    def _tell(self, region: str, **said: object) -> None:
        self._become(self.check_in.telling(Region(region), **said))

    def _become(self, check_in: CheckIn) -> None:
        if check_in != self.check_in:
            self.check_in = check_in
            still = [region for region in self._asked if region in check_in.chosen]
            self._asked = (*still, *(region for region in check_in.places() if region not in still))
            self.changed.emit()

    def _is_offered(self, region: Region) -> bool:
        return region in self._told_of or region not in self._preferences.settings.left_out

    def _name(self, region: Region) -> str:
        return self._wording.name("regions", region.value)

    def _named(self, words: Iterable[str]) -> list[dict[str, str]]:
        return [{"id": word, "name": self._wording.name("words", word)} for word in words]
