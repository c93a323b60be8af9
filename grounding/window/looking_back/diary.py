"""The journal as the window shows it: entries newest first, deleted, and taken back."""

from __future__ import annotations

from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.body.report import Report
from grounding.journal.entry import Entry
from grounding.window.looking_back.long_list import Reading

if TYPE_CHECKING:
    from grounding.base.failure import Failure
    from grounding.base.jobs import Jobs
    from grounding.base.wording import Wording
    from grounding.journal.entry import Deleted
    from grounding.journal.journal import Journal
    from grounding.journal.wanted import Wanted
    from grounding.window.looking_back.long_list import LongList
    from grounding.window.looking_back.seeking import Seeking
    from grounding.window.saying.keeping import Keeping

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

_NOTHING = Report()


@QmlElement
class Diary(QObject):
    """What has been said, as far as it is looked for."""

    changed = Signal()
    """Something in the journal is other than before."""
    undoChanged = Signal()
    unreadChanged = Signal()
    gone = Signal()
    """What was deleted cannot be taken back any more: its copies may go too."""
    failed = Signal(object)

    def __init__(
        self,
        *,
        journal: Journal,
        jobs: Jobs,
        keeping: Keeping,
        entries: LongList,
        seeking: Seeking,
        wording: Wording,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal, self._jobs, self._keeping = journal, jobs, keeping
        self._entries, self._seeking, self._wording = entries, seeking, wording
        self._unread = ""
        self._deleted: tuple[tuple[Deleted, Entry | None], ...] = ()
        """What was deleted since the page was opened, the last of it last, and how it was being changed."""
        self._looked_at = False
        seeking.wantedChanged.connect(self._sought)
        entries.settled.connect(self._settled)
        entries.failed.connect(self._could_not_read)

    @Property(str, notify=unreadChanged)
    def unread(self) -> str:
        """Why there is nothing to be seen where it is not known what is there, in one sentence, or ""."""
        return self._unread

    @Property(bool, notify=undoChanged)
    def mayUndo(self) -> bool:
        """Whether a deletion can still be taken back."""
        return bool(self._deleted)

    @Slot()
    def open(self) -> None:
        """Show what is looked for, from the newest on."""
        self._looked_at = True
        read = partial(self._read, self._seeking.wanted)
        self._entries.become(Reading(read, key=attrgetter("id"), light=_light))

    @Slot()
    def refresh(self) -> None:
        """Show what has changed."""
        self._entries.refresh()
        self.changed.emit()

    @Slot(str)
    def delete(self, key: str) -> None:
        """Delete an entry at once; until the page is left it can be taken back."""

        def gone(deleted: Deleted) -> None:
            self._deleted = (*self._deleted, (deleted, self._keeping.drop_rewording(key)))
            self.undoChanged.emit()
            self.refresh()

        self._jobs.run(lambda: self._journal.delete(key), gone, self.failed.emit)

    @Slot()
    def undo(self) -> None:
        """Take the last deletion back."""
        if not self._deleted:
            return
        last = self._deleted[-1]
        deleted, rewording = last

        def back(_nothing: None) -> None:
            self._deleted = tuple(each for each in self._deleted if each is not last)
            if rewording:
                self._keeping.reword(rewording)
            self.undoChanged.emit()
            self.refresh()

        self._jobs.run(lambda: self._journal.undelete(deleted), back, self.failed.emit)

    @Slot()
    def leave(self) -> None:
        """The page is left: what was deleted is gone, nothing is looked for, and nothing is held."""
        self._looked_at = False
        self._undo_over()
        self._seeking.clear()
        QTimer.singleShot(0, self, self._forget)  # once the cards that show them have gone

    def _forget(self) -> None:
        if not self._looked_at:
            self._entries.forget()

    def _sought(self) -> None:
        if self._looked_at:
            self.open()

    def _settled(self) -> None:
        self._set_unread("")

    def _could_not_read(self, failure: Failure) -> None:
        if not self._entries.rows:
            self._set_unread(self._wording.sentence(failure))
        self.failed.emit(failure)

    def _set_unread(self, sentence: str) -> None:
        self._unread = sentence
        self.unreadChanged.emit()

    def _undo_over(self) -> None:
        deleted, self._deleted = self._deleted, ()
        self.undoChanged.emit()
        if deleted:
            self.gone.emit()

    def _read(self, wanted: Wanted, before: Entry | None, limit: int) -> tuple[Entry, ...]:
        return self._journal.list(limit=limit, before=before, wanted=wanted)


def _light(entry: Entry) -> Entry:
    return Entry(id=entry.id, at=entry.at, report=_NOTHING)
