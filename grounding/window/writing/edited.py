"""A practice that is edited: its history, its file, and what is typed in it and cannot be read yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from grounding.base.failure import Failure
from grounding.practice.editing.edits import duplicate, move, remove, set_fields
from grounding.window.shelf.lengths import Lengths
from grounding.window.writing.edited_file import EditedFile
from grounding.window.writing.hint_words import HintWords
from grounding.window.writing.step_rows import StepRows
from grounding.window.writing.unread import Unread, after_move

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from pathlib import Path

    from grounding.base.jobs import Jobs
    from grounding.base.wording import Wording
    from grounding.practice.editing.edits import Edit, Where
    from grounding.practice.editing.history import History
    from grounding.practice.practice import Practice

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Edited(QObject):
    """Makes edits, and remembers them; which practice it is and what is open in it, `Editing` knows."""

    changed = Signal()
    told = Signal(str)
    """Something to be announced: it has happened where the keyboard is not."""
    failed = Signal(object)
    """A `Failure`: the practice could not be read, or not be written just now."""
    kept = Signal()
    """What is typed has come to its file."""

    def __init__(
        self,
        *,
        own: Path,
        taken: Callable[[], frozenset[str]],
        jobs: Jobs,
        wording: Wording,
        now: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._wording, self._now = wording, now
        self._lengths, self.hints = Lengths(self), HintWords(self)
        self._rows = StepRows(wording=wording, lengths=self._lengths, parent=self)
        self._histories: dict[Path, History] = {}
        """Of every practice that has been opened: what was taken back can come again when one returns."""
        self._path: Path | None = None
        self._open = -1
        self._said = ""
        self.unread = Unread()
        self._file = EditedFile(jobs=jobs, draft=lambda: self.history.now, own=own, taken=taken, parent=self)
        self._file.conflicted.connect(self.changed)
        self._file.failed.connect(self.failed)
        self._file.kept.connect(self.kept)

    @property
    def history(self) -> History:
        """What has been edited in the practice that is open."""
        assert self._path is not None
        return self._histories[self._path]

    @property
    def practice(self) -> Practice:
        """The practice as it stands."""
        return self.history.now.practice

    @property
    def behind(self) -> bool:
        """Whether anything typed is not in the file, or on its way there."""
        return self._file.behind

    @property
    def at(self) -> int:
        """The step that is open, or -1."""
        return self._open

    def settle(self) -> None:
        """Let go of prompts whose words are gone, and of what else cannot be read."""
        for where in self.unread.emptied():
            if self.edit(remove(where)) is not None and where[-2][0] == "place":
                self.edit(remove(where[:-1]))
        self.unread.forget()
        self._show()

    def edit(self, edit: Edit, *, typing: Hashable = None) -> Failure | None:
        """Make an edit, or return why it cannot be."""
        try:
            draft = self.history.now.edited(edit)
        except Failure as failure:
            return failure
        self._said = ""
        self._take(self.history.with_draft(draft, typing=typing, now_s=self._now()))
        self._rows.show(self.practice)
        self._file.soon()
        if typing is None:
            self.changed.emit()  # else once it is noted what is typed
        return None

    def edit_or_say(self, edit: Edit) -> bool:
        """Make an edit, or say why it cannot be; return whether it was made."""
        failure = self.edit(edit)
        if failure is not None:
            self.say(self._wording.sentence(failure))
        return failure is None

    def say(self, sentence: str) -> None:
        """Say one sentence about an edit that could not be."""
        self._said = sentence
        self.changed.emit()

    def moved(self, where: Where, to: int) -> bool:
        """Move a table among those of its kind; what is typed in any of them goes along."""
        *above, (name, number) = where
        if not self.edit_or_say(move(where, to)):
            return False
        self.unread.follow(tuple(above), name, after_move(number, to))
        return True

    def removed(self, where: Where) -> bool:
        """Take a table away, and what is typed in it."""
        *above, (name, number) = where
        if not self.edit_or_say(remove(where)):
            return False
        self.unread.follow(tuple(above), name, lambda old: None if old == number else old - (old > number))
        return True

    def doubled(self, where: Where) -> bool:
        """Write a table a second time, after itself."""
        *above, (name, number) = where
        if not self.edit_or_say(duplicate(where)):
            return False
        self.unread.follow(tuple(above), name, lambda old: old + (old > number))
        return True

    def type(self, where: Where, name: str, text: str) -> None:
        """Write what is typed in a field of words; without any, the file keeps those before."""
        words = text.strip()
        failure = self.edit(set_fields(where, **{name: words}), typing=(where, name)) if words else None
        said = self._wording.sentence(failure) if failure else "" if words else self._without_words(name)
        self.unread.note(where, name, text, said)
        self.changed.emit()

    def _without_words(self, name: str) -> str:
        if name == "text":
            return self.tr("Without words for now. Left so, this prompt goes when you leave the page.")
        return self.tr("Without words for now; what was here before stays until there are some.")

    def _take(self, history: History) -> None:
        assert self._path is not None
        self._histories[self._path] = history

    def _show(self) -> None:
        self._rows.show(self.practice)
        self._file.soon()
        self.changed.emit()
