"""A practice of one's own while somebody writes it: its steps, what is open, what can be taken back, and its file."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.practice.editing.beginning import new_step
from grounding.practice.editing.edits import add, step_at
from grounding.practice.editing.history import History
from grounding.practice.practice import Kind
from grounding.practice.source import STEPS
from grounding.practice.writing import begin_practice
from grounding.window.writing.edited import Edited
from grounding.window.writing.first_words import FirstWords
from grounding.window.writing.unread import after_move

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.failure import Failure
    from grounding.base.jobs import Jobs
    from grounding.base.wording import Wording
    from grounding.practice.editing.draft import Draft
    from grounding.practice.practice import Practice, Step
    from grounding.window.shelf.shelf_model import ShelfModel
    from grounding.window.writing.step_rows import StepRows

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Editing(Edited):
    """The practice that is written; what is in the open step is `StepEditing`'s."""

    opened = Signal()
    """Another step is open, or none."""
    shown = Signal()
    """Something of it is another."""
    ready = Signal()
    """The practice has been read, and can be shown."""

    def __init__(
        self,
        *,
        shelf: ShelfModel,
        own: Path,
        jobs: Jobs,
        wording: Wording,
        now: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(own=own, taken=shelf.ids, jobs=jobs, wording=wording, now=now, parent=parent)
        self._shelf, self._own, self._jobs = shelf, own, jobs
        self._first_words = FirstWords(self)
        self._tried, self._open_shown = False, -1
        self.changed.connect(self._show_changes)

    def _show_changes(self) -> None:
        if self._open != self._open_shown:
            self._open_shown = self._open
            self.opened.emit()
        self.shown.emit()

    # What is

    @Property(QObject, notify=shown)
    def rows(self) -> StepRows:
        """The steps, one row each."""
        return self._rows

    @Property(str, notify=shown)
    def name(self) -> str:
        """The title as it reads in the file."""
        return self.practice.title if self._path else ""

    @Property(str, notify=shown)
    def title(self) -> str:
        return self.unread.typed((), "title", self.practice.title) if self._path else ""

    @Property(str, notify=shown)
    def summary(self) -> str:
        return self.unread.typed((), "summary", self.practice.summary) if self._path else ""

    @Property(list, notify=shown)
    def titleNotes(self) -> list[str]:
        """What stands beside the title."""
        return self._notes("title", str(self.title))

    @Property(list, notify=shown)
    def summaryNotes(self) -> list[str]:
        """What stands beside the summary."""
        return self._notes("summary", str(self.summary))

    @Property(str, notify=shown)
    def length(self) -> str:
        """How long the practice is, in plain words."""
        return self._lengths.of_practice(self.practice) if self._path else ""

    @Property(bool, notify=shown)
    def mayUndo(self) -> bool:
        return self._path is not None and self.history.may_undo

    @Property(bool, notify=shown)
    def mayRedo(self) -> bool:
        return self._path is not None and self.history.may_redo

    @Property(int, notify=opened)
    def open(self) -> int:
        """The step that is open, or -1."""
        return self._open

    @Property(int, notify=shown)
    def count(self) -> int:
        """How many steps there are."""
        return len(self.practice.steps) if self._path else 0

    @Property(bool, notify=shown)
    def mayAdd(self) -> bool:
        """Whether there is room for another step."""
        return self._path is not None and len(self.practice.steps) < STEPS

    @Property(list, notify=shown)
    def kinds(self) -> list[dict[str, str]]:
        """What a step can be: id and name."""
        return [{"id": kind.value, "name": self._wording.name("kinds", kind.value)} for kind in Kind]

    @Property(bool, notify=shown)
    def tried(self) -> bool:
        """Whether the open step was tried last, and nothing else opened since."""
        return self._tried

    @Property(bool, notify=shown)
    def conflict(self) -> bool:
        """Whether another program has written in the file meanwhile."""
        return self._file.conflict

    @Property(str, notify=shown)
    def said(self) -> str:
        """Why an edit could not be, in one sentence, or ""."""
        return self._said

    def tried_from(self, step: int) -> Practice:
        """Return the practice from a step on, which is about to be tried."""
        self._tried = True
        self.keep_now()
        return replace(self.practice, steps=self.practice.steps[step:])

    # Which practice

    def begin(self, practice: Practice) -> None:
        """Open a practice one owns; what was taken back in it before can come again."""

        def opened(draft: Draft) -> None:
            self._opened(draft)
            self.ready.emit()

        self._file.open(Path(practice.file), opened, self.failed.emit)

    def _opened(self, draft: Draft) -> None:
        if self._path != draft.path:
            self._path, self._open, self._said = draft.path, -1, ""
            self.unread.forget()
        before = self._histories.get(draft.path)
        if before is None:
            self._histories[draft.path] = History.of(draft)
        elif before.now.text != draft.text:
            self.unread.forget()
            self._take(before.with_draft(draft))
        self._show()

    def new(self, done: Callable[[Practice], None], failed: Callable[[Failure], None]) -> None:
        """Write a new practice of one's own, of one step, away from the window."""
        words = self._first_words
        begin = partial(
            begin_practice,
            self._own,
            taken=self._shelf.ids(),
            title=words.title(),
            summary=words.summary(),
            words=words.of(Kind.ARRIVE),
        )
        self._jobs.run(begin, done, failed)

    def leave(self) -> None:
        """The page is left: prompts without words go, and all else is in the file."""
        self._leave(lambda _nothing: self._shelf.read_away(self._jobs))

    def forget(self) -> None:
        """Forget all that was written: it is deleted."""
        self._file.forget()
        self._path, self._open = None, -1
        self._histories.clear()
        self.unread.forget()
        self.changed.emit()

    def close(self) -> None:
        """The window closes."""
        self._leave(lambda _nothing: None)

    def _leave(self, done: Callable[[object], None]) -> None:
        if self._path is None:
            return
        self.settle()
        self._file.leave(done)
        self._path, self._open = None, -1
        self.changed.emit()

    def keep_now(self) -> None:
        """Bring what is typed to the file now: the page is left for a moment."""
        self.settle()
        self._file.now()

    # The words about it

    @Slot(str)
    def typeTitle(self, text: str) -> None:
        self.type((), "title", text)

    @Slot(str)
    def typeSummary(self, text: str) -> None:
        self.type((), "summary", text)

    # Steps

    @Slot(int)
    def toggle(self, step: int) -> None:
        """Open a step, or close it."""
        self._tried = False
        self._open = -1 if step == self._open else step
        self.changed.emit()

    @Slot(str)
    def addStep(self, kind: str) -> None:
        """Add a step after the open one, or else at the end, and open it."""
        at = len(self.practice.steps) if self._open < 0 else self._open + 1
        if not self.edit_or_say(add(step_at(at), new_step(Kind(kind), self._first_words.of(Kind(kind))))):
            return
        self.unread.follow((), "step", lambda old: old + (old >= at))
        self._open, self._tried = at, False
        self.changed.emit()
        self.told.emit(self.tr("Step {number} has come.").format(number=at + 1))

    @Slot(int, int, result=bool)
    def moveStep(self, step: int, to: int) -> bool:
        """Move a step to another place; return whether it has moved."""
        if not 0 <= to < len(self.practice.steps) or to == step:
            return False
        self._open = after_move(step, to)(self._open) if self._open >= 0 else -1  # before the rows move: it goes along
        self.moved(step_at(step), to)
        self.changed.emit()
        self.told.emit(self.tr("Now step {number} of {count}.").format(number=to + 1, count=len(self.practice.steps)))
        return True

    @Slot(int)
    def removeStep(self, step: int) -> None:
        """Take a step away; undo brings it back."""
        if self.removed(step_at(step)):
            self._open = -1
            self.changed.emit()
            self.told.emit(self.tr("The step is gone; undo brings it back."))

    @Slot(int)
    def doubleStep(self, step: int) -> None:
        """Write a step a second time, and open the new one."""
        if self.doubled(step_at(step)):
            self._open = step + 1
            self.changed.emit()
            self.told.emit(self.tr("Step {number} has come.").format(number=step + 2))

    # Back and on

    @Slot()
    def undo(self) -> None:
        """Take the last edit back."""
        if self.mayUndo:
            self._stand(self.history.undone(), self.tr("Taken back."))

    @Slot()
    def redo(self) -> None:
        """Make again what was taken back."""
        if self.mayRedo:
            self._stand(self.history.redone(), self.tr("Made again."))

    def _stand(self, history: History, told: str) -> None:
        self.unread.forget()
        self._said = ""
        self._open = _followed(self.practice.steps, history.now.practice.steps, self._open)
        self._take(history)
        self._show()
        self.told.emit(told)

    # Another program

    @Slot()
    def takeTheirs(self) -> None:
        """Take in what another program has written; undo leads back."""
        self._file.take_theirs(self._opened, lambda failure: self.say(self._wording.sentence(failure)))

    @Slot()
    def keepMine(self) -> None:
        """Write over what another program has written; undo leads to it."""

        def kept(theirs: Draft | None) -> None:
            mine = self.history.now
            if theirs is not None:
                self._take(self.history.with_draft(theirs).with_draft(mine))
            self._show()

        self._file.keep_mine(kept)

    # Within

    def _notes(self, name: str, text: str) -> list[str]:
        if self._path is None:
            return []
        said = self.unread.said((), name)
        return [said] if said else self.hints.beside(text, self.practice.language, prompt=False)


def _followed(before: tuple[Step, ...], after: tuple[Step, ...], step: int) -> int:
    """Return which step is the one that was open; where it is not there as it was, the one in its place."""
    if step < 0:
        return -1
    if before[step] in after:
        return after.index(before[step])
    return step if len(before) == len(after) else -1
