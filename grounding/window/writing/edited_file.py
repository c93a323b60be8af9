"""Brings an edited practice to its file, at most half a second behind what is typed, and never over somebody else's."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from grounding.base.failure import Failure
from grounding.practice.editing.draft import Draft
from grounding.practice.editing.edits import set_fields
from grounding.practice.editing.kept_file import keep_draft, read_draft
from grounding.practice.reading import FORMAT
from grounding.practice.source import decoded, read_bytes
from grounding.practice.writing import write_beside

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.jobs import Jobs

_ELSEWHERE = "practice-changed-elsewhere"
KEEP_AFTER_MS = 300
"""How long after the first letter that is not kept yet: with the writing, at most half a second behind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Left:
    """What a file is to hold that was left, and the text that was in it for certain then."""

    mine: Draft
    safe: str


class EditedFile(QObject):
    """One practice's file; `draft` is what it is to hold."""

    kept = Signal()
    conflicted = Signal()
    """Another program has written in the file: nothing more is written until somebody has chosen."""
    failed = Signal(object)
    """A `Failure`: it could not be written just now, and is tried again."""

    def __init__(
        self,
        *,
        jobs: Jobs,
        draft: Callable[[], Draft],
        own: Path,
        taken: Callable[[], frozenset[str]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._draft, self._own, self._taken = jobs, draft, own, taken
        self._aside: Path | None = None
        """Where all that is typed lies while nobody has chosen: a practice by itself; known to the jobs alone."""
        self._seen = b""
        """What the file held when it was last read or written; known to the jobs alone."""
        self._kept: Draft | None = None
        """What was sent to the file last; None once it is left."""
        self._safe: Draft | None = None
        """What is in the file for certain."""
        self._conflict = self._again = False
        self._left: dict[Path, _Left] = {}
        """What was left, and is not written yet."""
        self._timer = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._timer.timeout.connect(self.now)

    @property
    def conflict(self) -> bool:
        """Whether somebody has to choose between their words and another program's."""
        return self._conflict

    @property
    def behind(self) -> bool:
        """Whether anything is not in the file, or on its way there."""
        return self._unwritten or bool(self._left)

    @property
    def _unwritten(self) -> bool:
        return self._kept is not None and (self._again or self._kept is not self._draft())

    def open(self, path: Path, done: Callable[[Draft], None], failed: Callable[[Failure], None]) -> None:
        """Read a practice, which is then the one that is edited; what could not be written of it yet is still there."""
        self.now()

        def read(draft: Draft) -> None:
            self._kept = self._safe = draft
            self._conflict = self._again = False
            left = self._left.pop(path, None)
            done(left.mine if left is not None and left.safe == draft.text else draft)

        self._jobs.run(lambda: self._read(path), read, failed)

    def _read(self, path: Path) -> Draft:
        draft, self._seen = read_draft(path)
        draft.edited(set_fields((), format=FORMAT))  # it loads what edits, so that the first letter is not late
        return draft

    def soon(self) -> None:
        """Write in a moment, with all that is typed until then."""
        if not self._timer.isActive():
            self._timer.start()

    def now(self) -> None:
        """Write now, where anything has changed."""
        self._timer.stop()
        if not self._unwritten:
            return
        draft = self._kept = self._draft()
        self._again = False
        if self._conflict:
            taken = self._taken()
            self._jobs.run(lambda: self._keep_aside(draft, taken), failed=self._not_kept)
            return

        def kept(_nothing: None) -> None:
            self._safe = draft
            self.kept.emit()

        self._jobs.run(lambda: self._keep(draft), kept, self._not_kept)

    def _keep(self, draft: Draft) -> None:
        self._seen = keep_draft(draft, self._seen)

    def _not_kept(self, failure: Failure) -> None:
        if self._kept is None:
            return  # it has been left, and that job says what came of it
        self._again = True
        if failure.code == _ELSEWHERE:
            self._conflict = True
            self.now()
            self.conflicted.emit()
            return
        QTimer.singleShot(10 * KEEP_AFTER_MS, self, self.now)
        self.failed.emit(failure)

    # Somebody else has written in it

    def _keep_aside(self, draft: Draft, taken: frozenset[str]) -> None:
        known = self._aside.parent.name if self._aside else ""
        written = write_beside(draft, self._own, taken=taken, title=draft.practice.title, known=known)
        self._aside = Path(written.file)

    def _drop_aside(self) -> None:
        if self._aside is not None:
            shutil.rmtree(self._aside.parent, ignore_errors=True)
        self._aside = None

    def take_theirs(self, done: Callable[[Draft], None], failed: Callable[[Failure], None]) -> None:
        """Read what another program has written; that is then what is edited."""

        def taken(draft: Draft) -> None:
            self._jobs.run(self._drop_aside)
            done(draft)

        self.open(self._draft().path, taken, failed)

    def keep_mine(self, done: Callable[[Draft | None], None]) -> None:
        """Write over what another program has written; it is handed over first, as far as it can be read."""
        mine = self._draft()

        def kept(theirs: Draft | None) -> None:
            self._kept = self._safe = mine
            self._conflict = False
            done(theirs)

        self._jobs.run(lambda: self._write_over(mine), kept, self._not_kept)

    def _write_over(self, mine: Draft) -> Draft | None:
        self._seen = read_bytes(mine.path) if os.path.lexists(mine.path) else b""
        try:
            theirs = Draft.of_text(decoded(self._seen, mine.path), mine.path)
        except Failure:
            theirs = None
        self._keep(mine)
        self._drop_aside()
        return theirs

    def leave(self, done: Callable[[object], None]) -> None:
        """Leave the file with all that is typed; where nobody has chosen, that becomes a practice by itself."""
        self._timer.stop()
        conflict, mine, safe, taken = self._conflict, self._draft(), self._safe, self._taken()
        self._conflict, self._kept, self._again = False, None, False
        left = self._left[mine.path] = _Left(mine=mine, safe=safe.text if safe else "")
        seen: bytes | None = None

        def waits() -> bool:
            """Whether it is still to be written: neither opened again, with all that was typed, nor deleted."""
            return self._left.get(mine.path) is left

        def at_last() -> None:
            nonlocal seen
            seen = self._seen if seen is None else seen  # another file may be open by the time it is tried again
            if not waits():
                return
            try:
                if not conflict and mine is not safe:
                    keep_draft(mine, seen)
            except Failure as failure:
                if failure.code != _ELSEWHERE:
                    raise
            else:
                if not conflict:
                    return
            self._keep_aside(mine, taken)
            self._aside = None

        def written(nothing: None) -> None:
            if waits():
                del self._left[mine.path]
            done(nothing)
            self.kept.emit()

        def once_more() -> None:
            if waits():
                self._jobs.run(at_last, written, not_at_last)

        def not_at_last(failure: Failure) -> None:
            if waits():
                QTimer.singleShot(10 * KEEP_AFTER_MS, self, once_more)
                self.failed.emit(failure)

        self._jobs.run(at_last, written, not_at_last)

    def forget(self) -> None:
        """Write nothing more: it has been deleted, or is about to be."""
        self._timer.stop()
        self._conflict, self._kept, self._again = False, None, False
        self._left.clear()
