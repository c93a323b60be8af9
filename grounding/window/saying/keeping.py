"""What becomes of what is said: sealed as it is typed, then kept, or let pass, as the person wants."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.settings import Keep
from grounding.body.check_in import CheckIn
from grounding.journal.entry import Entry, new_entry
from grounding.window.saying.drafts import Drafts, drafts_to_bytes
from grounding.window.saying.found import found_drafts
from grounding.window.saying.sealing import Sealing

if TYPE_CHECKING:
    from grounding.base.failure import Failure
    from grounding.base.jobs import Jobs
    from grounding.journal.journal import Journal
    from grounding.window.preferences import Preferences
    from grounding.window.saying.answers import Answers

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Keeping(QObject):
    """Keeps the person's words safe while they are said, and asks at most one quiet question about them after."""

    changed = Signal()
    kept = Signal()
    """Something has come into the journal."""
    failed = Signal(object)
    """A `Failure`: words could not be kept just now; they are still here."""
    sealed = Signal()
    """Drafts have come to the disk."""

    def __init__(
        self,
        *,
        journal: Journal,
        jobs: Jobs,
        answers: Answers,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal, self._jobs, self._answers, self._preferences = journal, jobs, answers, preferences
        self._drafts = Drafts()
        self._in_journal: set[str] = set()
        """Ids of what this run has kept, known sooner than the window hears of it."""
        self._on_its_way: set[str] = set()
        """Ids of what is being kept at this moment."""
        self._open = self._unkept = False
        self._later = False
        self._dropped = Drafts()
        """What was dropped last: it is in memory alone."""
        self._sealing = Sealing(sealed=journal.draft, jobs=jobs, data=self._data, parent=self)
        self._sealing.failed.connect(self.failed)
        self._sealing.sealed.connect(self.sealed)
        answers.changed.connect(self._said)
        preferences.changed.connect(self._obey)

    # What is

    @Property(bool, notify=changed)
    def asks(self) -> bool:
        """Whether the person is asked, for each sitting, if it is to be kept."""
        return self._preferences.settings.keep is Keep.ASK

    @Property(bool, notify=changed)
    def never(self) -> bool:
        """Whether nothing is ever kept."""
        return self._preferences.settings.keep is Keep.NEVER

    @Property(bool, notify=changed)
    def waiting(self) -> bool:
        """Whether something said in this run is neither kept nor let pass."""
        return any(not entry.report.empty and entry.id not in self._on_its_way for entry in self._drafts.waiting)

    @Property(bool, notify=changed)
    def unfinished(self) -> bool:
        """Whether something unfinished was found at the start, and not yet answered with "later"."""
        return bool(self._drafts.found) and not self._later

    @Property(bool, notify=changed)
    def said(self) -> bool:
        """Whether anything is said in this sitting."""
        return self._drafts.now is not None and not self._drafts.now.report.empty

    @Property(bool, notify=changed)
    def tried(self) -> bool:
        """Whether what is said now is kept nowhere: a practice is only tried out."""
        return self._unkept

    # A sitting

    def begin_unkept(self) -> None:
        """Begin with empty answers, of which nothing is kept."""
        self.leave()
        self._unkept = True
        self._answers.renew(CheckIn())
        self.changed.emit()

    def begin(self, practice: str) -> None:
        """Begin a new draft, with empty answers; what is still there of an earlier one waits."""
        self.leave()
        self._drafts = replace(self._drafts, now=new_entry(practice))
        self._open = False
        self._dropped = Drafts()
        self._answers.renew(CheckIn())

    def leave(self) -> None:
        """The sitting is over: keep what is said, or let it wait for an answer, as is set."""
        self._unkept = False
        now = self._drafts.now
        if now is None:
            return
        if self._open:  # a found draft that was opened stays what it was: unfinished
            self._drafts = replace(self._drafts, now=None, found=(now, *self._drafts.found))
            self._open = False
        elif now.report.empty or self.never:
            self._drafts = replace(self._drafts, now=None)
        else:
            self._drafts = replace(self._drafts, now=None, waiting=(*self._drafts.waiting, now))
            if self._preferences.settings.keep is Keep.KEEP:
                self._keep(self._drafts.waiting)
        self._sealing.soon()
        self.changed.emit()

    @Slot()
    def keep(self) -> None:
        """Keep what is said in this sitting, or else all that waits."""
        now = self._drafts.now
        if now is None:
            self._keep(self._drafts.waiting)
        elif not now.report.empty:
            self._drafts = replace(self._drafts, now=None, waiting=(*self._drafts.waiting, now))
            self._open = False
            self._keep((now,))

    @Slot()
    def letPass(self) -> None:
        """Drop what is said in this sitting, or else all that waits; until a sitting begins it can be taken back."""
        now = self._drafts.now
        if now is None:
            self._drop(Drafts(waiting=self._drafts.waiting), replace(self._drafts, waiting=()))
        else:
            self._drop(Drafts(waiting=(now,)), replace(self._drafts, now=None))
        self._open = False

    # Something unfinished

    def look_for_unfinished(self) -> None:
        """Look for drafts of an earlier run, or of before it was unlocked, away from the window."""

        def found(read: tuple[bytes, Drafts]) -> None:
            data, drafts = read
            here = {entry.id for entry in (*self._drafts.waiting, *([self._drafts.now] if self._drafts.now else []))}
            unfinished = tuple(entry for entry in drafts.found if entry.id not in here)
            self._drafts = replace(self._drafts, found=unfinished, rewordings=drafts.rewordings)
            self._sealing.found(data)
            if self.never and data:
                self._obey()
            self.changed.emit()

        self._jobs.run(lambda: found_drafts(self._journal), found, self.failed.emit)

    @Slot()
    def openUnfinished(self) -> None:
        """Show the first unfinished draft as answers that can be changed, kept or let pass."""
        self.leave()
        first, *others = self._drafts.found
        self._drafts = replace(self._drafts, now=first, found=tuple(others))
        self._open = True
        self._answers.renew(CheckIn.of_report(first.report))
        self.changed.emit()

    @Property(bool, notify=changed)
    def mayUndo(self) -> bool:
        """Whether what was dropped or deleted last can still be taken back."""
        return bool(self._dropped.said())

    @Slot()
    def deleteUnfinished(self) -> None:
        """Delete what was found; until something else begins it can be taken back."""
        self._drop(Drafts(found=self._drafts.found), replace(self._drafts, found=()))

    @Slot()
    def undoDelete(self) -> None:
        """Take back what was dropped or deleted last."""
        dropped, drafts = self._dropped, self._drafts
        back = replace(drafts, waiting=(*dropped.waiting, *drafts.waiting), found=(*dropped.found, *drafts.found))
        self._drop(Drafts(), back)

    def _drop(self, dropped: Drafts, left: Drafts) -> None:
        self._dropped, self._drafts = dropped, left
        self._sealing.now()
        self.changed.emit()

    @Slot()
    def later(self) -> None:
        """Leave what was found where it is, and say no more of it in this run."""
        self._later = True
        self.changed.emit()

    # Entries that are being changed

    @property
    def rewordings(self) -> tuple[Entry, ...]:
        """The entries of the journal that are being changed, as they read by now."""
        return self._drafts.rewordings

    def reword(self, entry: Entry) -> None:
        """Keep safe how an entry reads by now, until it is kept so or left as it was."""
        others = tuple(each for each in self._drafts.rewordings if each.id != entry.id)
        self._drafts = replace(self._drafts, rewordings=(*others, entry))
        self._sealing.soon()
        self.changed.emit()

    def drop_rewording(self, key: str) -> Entry | None:
        """Let go of how the entry with this id was being changed, and return that."""
        dropped = next((each for each in self._drafts.rewordings if each.id == key), None)
        if dropped:
            left = tuple(each for each in self._drafts.rewordings if each is not dropped)
            self._drafts = replace(self._drafts, rewordings=left)
            self._sealing.now()
            self.changed.emit()
        return dropped

    def forget(self) -> None:
        """Forget every draft; the files are gone already."""
        self._drafts, self._open, self._dropped = Drafts(), False, Drafts()
        self._sealing.forget()
        self._answers.renew(CheckIn())
        self.changed.emit()

    def seal_now(self) -> None:
        """Seal all drafts, without waiting for more to be typed."""
        self._sealing.now()

    @property
    def behind(self) -> bool:
        """Whether anything that is said is not on the disk, or on its way there."""
        return self._sealing.behind

    # Within

    def _data(self) -> bytes:
        """Return all drafts as they are sealed; where nothing is said or never kept, none is left on the disk."""
        said = tuple(entry for entry in self._drafts.said() if entry.id not in self._in_journal)
        rewordings = self._drafts.rewordings
        return drafts_to_bytes(said, rewordings) if (said or rewordings) and not self.never else b""

    def _said(self) -> None:
        if self._drafts.now is None:
            return
        said_before = self.said
        self._drafts = replace(self._drafts, now=replace(self._drafts.now, report=self._answers.check_in.report()))
        self._sealing.soon()
        if self.said != said_before:
            self.changed.emit()

    def _keep(self, entries: tuple[Entry, ...]) -> None:
        ids = {entry.id for entry in entries}
        self._on_its_way |= ids

        def kept(_nothing: None) -> None:
            self._on_its_way -= ids
            left = tuple(entry for entry in self._drafts.waiting if entry.id not in ids)
            self._drafts = replace(self._drafts, waiting=left)
            self._sealing.now()
            self.changed.emit()
            self.kept.emit()

        def add() -> None:
            for entry in entries:
                self._journal.add(entry)
                self._in_journal.add(entry.id)

        def not_kept(failure: Failure) -> None:
            self._on_its_way -= ids
            self.changed.emit()
            self.failed.emit(failure)

        self._jobs.run(add, kept, not_kept)
        self.changed.emit()

    def _obey(self) -> None:
        """Act on a changed setting: under "never" nothing said stays on the disk."""
        if self.never:
            self._drafts, self._dropped = replace(self._drafts, waiting=(), found=()), Drafts()
            self._sealing.now()
        self.changed.emit()

    def close(self) -> None:
        """Seal what is unsealed, now: the window closes. What was said stays as it is, for the next start."""
        self._answers.changed.disconnect(self._said)
        self.leave()
        self._sealing.at_last()
