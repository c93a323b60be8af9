"""The journal as the window shows it: entries newest first, opened, deleted, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.journal.telling import entry_heading, entry_underneath, told_sensation
from grounding.window.spoken_time import spoken_time

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.jobs import Jobs
    from grounding.base.wording import Wording
    from grounding.body.sensation import Sensation
    from grounding.journal.entry import Deleted, Entry
    from grounding.journal.journal import Journal

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

PAGE = 50


@QmlElement
class Diary(QObject):
    """What has been said, a page at a time."""

    changed = Signal()
    undoChanged = Signal()
    failed = Signal(object)

    def __init__(
        self,
        *,
        journal: Journal,
        jobs: Jobs,
        wording: Wording,
        titles: Callable[[str], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal, self._jobs, self._wording, self._titles = journal, jobs, wording, titles
        self._entries: tuple[Entry, ...] = ()
        self._more = False
        self._read = False
        self._opened = ""
        self._deleted: Deleted | None = None

    @Property(list, notify=changed)
    def entries(self) -> list[dict[str, object]]:
        """Each entry as id, heading, told (lines) and when."""
        return [self._row(entry) for entry in self._entries]

    @Property(bool, notify=changed)
    def more(self) -> bool:
        """Whether older entries follow."""
        return self._more

    @Property(bool, notify=changed)
    def read(self) -> bool:
        """Whether the journal has been read yet."""
        return self._read

    @Property(dict, notify=changed)
    def opened(self) -> dict[str, object]:
        """The opened entry with its notes, or an empty map."""
        entry = next((each for each in self._entries if each.id == self._opened), None)
        return self._row(entry) | {"notes": self._notes(entry)} if entry else {}

    @Property(bool, notify=undoChanged)
    def mayUndo(self) -> bool:
        """Whether a deletion can still be taken back."""
        return self._deleted is not None

    @Slot()
    def refresh(self) -> None:
        """Read the newest entries anew, as many as are shown."""
        wanted = max(PAGE, len(self._entries))
        self._jobs.run(lambda: self._journal.list(limit=wanted + 1), lambda got: self._show(got, wanted), self._failed)

    @Slot()
    def readMore(self) -> None:
        """Read older entries too."""
        wanted = len(self._entries) + PAGE
        self._jobs.run(lambda: self._journal.list(limit=wanted + 1), lambda got: self._show(got, wanted), self._failed)

    @Slot(str)
    def open(self, key: str) -> None:
        """Open one entry."""
        self._opened = key
        self.changed.emit()

    @Slot()
    def shut(self) -> None:
        """Go back to the list."""
        self.open("")

    @Slot(str)
    def delete(self, key: str) -> None:
        """Delete an entry at once; until the page is left it can be taken back."""

        def gone(deleted: Deleted) -> None:
            self._deleted = deleted
            self.undoChanged.emit()
            self.refresh()

        self.shut()
        self._jobs.run(lambda: self._journal.delete(key), gone, self._failed)

    @Slot()
    def undo(self) -> None:
        """Take the deletion back."""
        deleted = self._deleted
        if deleted is None:
            return
        self._undo_over()
        self._jobs.run(lambda: self._journal.undelete(deleted), lambda _nothing: self.refresh(), self._failed)

    @Slot()
    def leave(self) -> None:
        """The page is left: what was deleted is gone."""
        self._undo_over()

    def forget(self) -> None:
        """Show an empty journal: it is gone."""
        self._undo_over()
        self._show((), PAGE)

    def _undo_over(self) -> None:
        self._deleted = None
        self.undoChanged.emit()

    def _show(self, entries: tuple[Entry, ...], wanted: int) -> None:
        self._read = True
        self._entries, self._more = entries[:wanted], len(entries) > wanted
        self.changed.emit()

    def _failed(self, failure: object) -> None:
        self._read = True
        self.changed.emit()
        self.failed.emit(failure)

    def _row(self, entry: Entry) -> dict[str, object]:
        when = spoken_time(entry.at)
        title = self._titles(entry.practice) if entry.practice else ""
        return {
            "id": entry.id,
            "heading": entry_heading(entry, self._wording),
            "told": [told_sensation(each, self._wording) for each in entry.report.sensations],
            "underneath": entry_underneath(entry),
            "when": f"{when} · {title}" if title else when,
        }

    def _notes(self, entry: Entry) -> list[str]:
        return [note for note in (self._note(each) for each in entry.report.sensations) if note]

    def _note(self, sensation: Sensation) -> str:
        if not sensation.note:
            return ""
        return f"{self._wording.name('regions', sensation.region.value)}: {sensation.note}"
