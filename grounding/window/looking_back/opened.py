"""One entry, opened: all that was said, how it read before, and whether it is to be brought along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

if TYPE_CHECKING:
    from grounding.base.failure import Failure
    from grounding.base.jobs import Jobs
    from grounding.journal.entry import Earlier, Entry
    from grounding.journal.journal import Journal
    from grounding.window.looking_back.diary import Diary
    from grounding.window.looking_back.told import Told

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Opened(QObject):
    """The opened entry, if there is one."""

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, *, journal: Journal, jobs: Jobs, diary: Diary, told: Told, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._journal, self._jobs, self._diary, self._told = journal, jobs, diary, told
        self._key = ""
        self._entry: dict[str, Any] = {}
        diary.changed.connect(self._read)

    @Property(dict, notify=changed)
    def entry(self) -> dict[str, Any]:
        """All of the opened entry, or an empty map."""
        return self._entry

    @Property(str, notify=changed)
    def key(self) -> str:
        """The id of the opened entry, or ""."""
        return str(self._entry.get("id", ""))

    @Slot(str)
    def open(self, key: str) -> None:
        """Open one entry."""
        self._key = key
        self._read()

    @Slot()
    def shut(self) -> None:
        """Go back to where one came from."""
        self._key = ""
        self._show({})

    @Slot(bool)
    def bring(self, on: bool) -> None:
        """Mark it to be brought to a session, or take the mark away."""
        key = self._key
        self._jobs.run(lambda: self._journal.bring(key, on), lambda _nothing: self._diary.refresh(), self._failed)

    @Slot()
    def delete(self) -> None:
        """Delete it; the page still offers to take that back."""
        key = self._key
        self.shut()
        self._diary.delete(key)

    def _read(self) -> None:
        key = self._key
        if not key:
            return

        def read() -> tuple[Entry, tuple[Earlier, ...]]:
            return self._journal.get(key), self._journal.earlier(key)

        def show(read: tuple[Entry, tuple[Earlier, ...]]) -> None:
            if key == self._key:
                self._show(self._told.whole(*read))

        self._jobs.run(read, show, self._failed)

    def _show(self, entry: dict[str, Any]) -> None:
        if entry != self._entry:
            self._entry = entry
            self.changed.emit()

    def _failed(self, failure: Failure) -> None:
        if failure.code == "no-such-entry":  # somebody else has deleted it
            self.shut()
        else:
            self.failed.emit(failure)
