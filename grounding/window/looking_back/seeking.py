"""What is looked for in the journal: words as they are typed, and filters; all of them hold at once."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.body.region import Region
from grounding.journal.wanted import ANY, Wanted
from grounding.window.spoken_time import typed_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.jobs import Jobs
    from grounding.base.wording import Wording
    from grounding.journal.journal import Journal

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

SEEK_AFTER_MS = 150
"""So long after the last key the search begins."""
WORDS_AT_ONCE = 36
"""So many words are shown to choose from; for others one types how they begin."""


class Span(StrEnum):
    """From which time entries are shown."""

    ANY = "any"
    MONTH = "month"
    YEAR = "year"
    CHOSEN = "chosen"


_DAYS = {Span.MONTH: 30, Span.YEAR: 365}


@QmlElement
class Seeking(QObject):
    """What is looked for just now; `wanted` follows what is typed a moment behind."""

    changed = Signal()
    cleared = Signal()
    """Nothing is looked for any more: fields read their text anew."""
    wordsChanged = Signal()
    wantedChanged = Signal()
    failed = Signal(object)

    def __init__(
        self,
        *,
        journal: Journal,
        jobs: Jobs,
        wording: Wording,
        today: Callable[[], date] = date.today,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal, self._jobs, self._wording, self._today = journal, jobs, wording, today
        self.wanted = ANY
        self._text, self._span, self._since, self._until = "", Span.ANY, "", ""
        self._region: Region | None = None
        self._word = ""
        self._brought = False
        self._words: tuple[tuple[str, str], ...] = ()
        """Every word that was used: its shown name and the word, in the order of names."""
        self._beginning = ""
        self._timer = QTimer(self, singleShot=True, interval=SEEK_AFTER_MS)
        self._timer.timeout.connect(self._seek)

    # What is

    @Property(str, notify=changed)
    def text(self) -> str:
        return self._text

    @Property(str, notify=changed)
    def span(self) -> str:
        """any, month, year or chosen."""
        return self._span.value

    @Property(str, notify=changed)
    def since(self) -> str:
        return self._since

    @Property(str, notify=changed)
    def until(self) -> str:
        return self._until

    @Property(bool, notify=changed)
    def understood(self) -> bool:
        """Whether the days that are typed can be understood, as far as any are."""
        typed = ((self._since, False), (self._until, True))
        return all(not text.strip() or typed_day(text, last=last) for text, last in typed)

    @Property(str, notify=changed)
    def region(self) -> str:
        return self._region.value if self._region else ""

    @Property(str, notify=changed)
    def regionName(self) -> str:
        return self._wording.name("regions", self._region.value) if self._region else ""

    @Property(str, notify=changed)
    def word(self) -> str:
        return self._word

    @Property(str, notify=changed)
    def wordName(self) -> str:
        return self._wording.name("words", self._word)

    @Property(bool, notify=changed)
    def brought(self) -> bool:
        """Whether only what is to be brought along is shown."""
        return self._brought

    @Property(bool, notify=changed)
    def narrowed(self) -> bool:
        """Whether anything is looked for, so that some entries may not be shown."""
        return self._all() != ANY

    @Property(list, notify=wordsChanged)
    def words(self) -> list[dict[str, str]]:
        """Words that were used, as many as can be looked over: id and name."""
        begin = self._beginning.strip().casefold()
        fitting = [(name, word) for name, word in self._words if name.casefold().startswith(begin)]
        return [{"id": word, "name": name} for name, word in fitting[:WORDS_AT_ONCE]]

    @Property(bool, notify=wordsChanged)
    def manyWords(self) -> bool:
        """Whether more words were used than can be looked over."""
        return len(self._words) > WORDS_AT_ONCE

    # What may be looked for

    @Slot(str)
    def type(self, text: str) -> None:
        """Look for what is typed, in a moment."""
        if text != self._text:
            self._text = text
            self._timer.start()
            self.changed.emit()

    @Slot(str)
    def chooseSpan(self, span: str) -> None:
        """Show entries of this time."""
        self._span = Span(span)
        self._sought()

    @Slot(str)
    def typeSince(self, text: str) -> None:
        """Show entries from this day on."""
        self._since = text
        self._typed()

    @Slot(str)
    def typeUntil(self, text: str) -> None:
        """Show entries up to this day."""
        self._until = text
        self._typed()

    @Slot(str)
    def chooseRegion(self, region: str) -> None:
        """Show entries in which this place spoke, "" for any."""
        self._region = Region(region) if region else None
        self._sought()

    @Slot(str)
    def chooseWord(self, word: str) -> None:
        """Show entries in which this word was said, "" for any."""
        self._word = word
        self._sought()

    @Slot(bool)
    def chooseBrought(self, on: bool) -> None:
        """Show only what is to be brought along, or not."""
        self._brought = on
        self._sought()

    @Slot()
    def clear(self) -> None:
        """Look for nothing: all entries are shown."""
        self._text, self._span, self._since, self._until = "", Span.ANY, "", ""
        self._region, self._word, self._brought = None, "", False
        self.cleared.emit()
        self._sought()

    # Words to choose from

    @Slot()
    def readWords(self) -> None:
        """Read which words were used."""

        def read() -> tuple[tuple[str, str], ...]:
            named = ((self._wording.name("words", word), word) for word in self._journal.words())
            return tuple(sorted(named, key=lambda each: (each[0].casefold(), each)))

        def show(words: tuple[tuple[str, str], ...]) -> None:
            self._words = words
            self.typeBeginning("")

        self._jobs.run(read, show, self.failed.emit)

    @Slot(str)
    def typeBeginning(self, text: str) -> None:
        """Show words that begin so."""
        self._beginning = text
        self.wordsChanged.emit()

    # Within

    def _typed(self) -> None:
        self._timer.start()
        self.changed.emit()

    def _sought(self) -> None:
        self.changed.emit()
        self._seek()

    def _seek(self) -> None:
        self._timer.stop()
        if self.wanted != self._all():
            self.wanted = self._all()
            self.wantedChanged.emit()

    def _all(self) -> Wanted:
        since, until = self._days()
        return Wanted(
            text=self._text.strip(),
            region=self._region,
            word=self._word,
            since=since,
            until=until,
            brought=self._brought,
        )

    def _days(self) -> tuple[date | None, date | None]:
        if self._span in _DAYS:
            return self._today() - timedelta(days=_DAYS[self._span]), None
        if self._span is Span.CHOSEN:
            return typed_day(self._since, last=False), typed_day(self._until, last=True)
        return None, None
