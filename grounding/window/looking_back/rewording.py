"""Changing the words of an entry: sealed as they are typed, and in the journal only once they are kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.body.check_in import CheckIn

if TYPE_CHECKING:
    from grounding.base.failure import Failure
    from grounding.base.jobs import Jobs
    from grounding.journal.entry import Entry
    from grounding.journal.journal import Journal
    from grounding.window.looking_back.diary import Diary
    from grounding.window.saying.answers import Answers
    from grounding.window.saying.keeping import Keeping

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Rewording(QObject):
    """One entry as it is being changed in `answers`, which are its own, not those of a sitting."""

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        *,
        journal: Journal,
        jobs: Jobs,
        keeping: Keeping,
        diary: Diary,
        answers: Answers,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal, self._jobs, self._keeping, self._diary, self._answers = journal, jobs, keeping, diary, answers
        self._entry: Entry | None = None
        """The entry as the journal has it."""
        self._left: Entry | None = None
        """How the entry read that was left as it was last; it is in memory alone."""
        answers.changed.connect(self._said)
        keeping.changed.connect(self.changed)
        diary.undoChanged.connect(self._forget_left)

    # What is

    @Property(bool, notify=changed)
    def open(self) -> bool:
        """Whether an entry is being changed."""
        return self._entry is not None

    @Property(list, notify=changed)
    def again(self) -> list[str]:
        """The places of which a second check-in has told."""
        told = self._entry.report.sensations if self._entry else ()
        return list(dict.fromkeys(each.region.value for each in told if each.after))

    @Property(bool, notify=changed)
    def waits(self) -> bool:
        """Whether changes of an entry are still here, neither kept nor let go."""
        return bool(self._keeping.rewordings) and self._entry is None

    @Property(bool, notify=changed)
    def mayUndo(self) -> bool:
        """Whether what was changed in the entry that was left as it was can be taken back."""
        return self._left is not None

    # What may be done

    @Slot(str)
    def begin(self, key: str) -> None:
        """Change an entry, from how it reads now, or how it was being changed already."""

        def show(entry: Entry) -> None:
            begun = next((each for each in self._keeping.rewordings if each.id == key), entry)
            self._entry, self._left = entry, None
            self._answers.renew(CheckIn.of_report(begun.report))
            self.changed.emit()

        self._jobs.run(lambda: self._journal.get(key), show, lambda failure: self._failed(key, failure))

    @Slot()
    def goOn(self) -> None:
        """Go on with changes that wait."""
        self.begin(self._keeping.rewordings[-1].id)

    @Slot()
    def keep(self) -> None:
        """Keep the entry as it reads now; how it read before can still be seen."""
        before = self._entry
        if before is None:
            return
        entry = self._now(before)

        def kept(_nothing: None) -> None:
            self._keeping.drop_rewording(entry.id)
            self.leave()
            self._diary.refresh()

        self._jobs.run(lambda: self._journal.edit(entry), kept, lambda failure: self._failed(entry.id, failure))

    @Slot()
    def leaveAsItWas(self) -> None:
        """Let the changes go; until something else is done that can be taken back."""
        if self._entry:
            self._left = self._keeping.drop_rewording(self._entry.id)
            self.leave()

    @Slot()
    def undo(self) -> None:
        """Take back that the changes were let go."""
        left, self._left = self._left, None
        if left:
            self._keeping.reword(left)
            self.begin(left.id)

    @Slot()
    def leave(self) -> None:
        """Leave it for now: changes that were made wait."""
        self._entry = None
        self.changed.emit()

    @Slot()
    def leavePage(self) -> None:
        """The journal's page is left: what was let go is gone."""
        self._forget_left()
        self.leave()

    def _failed(self, key: str, failure: Failure) -> None:
        if failure.code == "no-such-entry":  # somebody else has deleted it, and so its changes go too
            self._keeping.drop_rewording(key)
            self.leave()
            self._diary.refresh()
        else:
            self.failed.emit(failure)

    def _said(self) -> None:
        if self._entry is None:
            return
        now = self._now(self._entry)
        if now != self._entry:
            self._keeping.reword(now)
        else:
            self._keeping.drop_rewording(now.id)

    def _now(self, before: Entry) -> Entry:
        return replace(before, report=self._answers.check_in.reworded(before.report))

    def _forget_left(self) -> None:
        self._left = None
        self.changed.emit()
