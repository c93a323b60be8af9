"""A journal that is damaged: what can be done about it, in the person's own time; nothing is ever deleted."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.errand import Errand
from grounding.base.failure import Failure
from grounding.journal.backup.preparing import KEYS_TROUBLE, TROUBLES, forget_first, keys_of_today
from grounding.journal.repair.mended import MENDING, mended_from_plain, to_mend
from grounding.window.along.away import Away

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from grounding.base.child import Message
    from grounding.base.jobs import Jobs
    from grounding.base.wording import Wording
    from grounding.journal.journal import Journal
    from grounding.journal.repair.mended import Mended

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

MENDED, BEGUN = "mended", "begun"
_MENDS = ("journal-damaged", "journal-gone", *KEYS_TROUBLE)
_NOTHING_LEFT = ("nothing-saved", "no-backup")


@QmlElement
class Mending(Away):
    """Stands where the journal's page would, from the first time it could not be read until it can be."""

    changed = Signal()
    mended = Signal()
    """The journal is another one now, or may be read again."""

    def __init__(
        self,
        *,
        journal: Journal,
        folder: Path,
        jobs: Jobs,
        wording: Wording,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal, self._folder, self._jobs, self._wording, self._now = journal, folder, jobs, wording, now
        self._trouble = self._sentence = self._said = ""
        self._working = self._asks = self._hopeless = False
        self._done = ""
        self._made: Mended | None = None

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """What is the matter, in one sentence, or ""."""
        return self._sentence

    @Property(bool, notify=changed)
    def gone(self) -> bool:
        """Whether the journal's file is not there, so that backups are all there is."""
        return self._trouble == "journal-gone"

    @Property(bool, notify=changed)
    def mayMend(self) -> bool:
        """Whether what is whole in the file can be put together with what is in backups."""
        return self._trouble in _MENDS and not self._hopeless

    @Property(bool, notify=changed)
    def mayBegin(self) -> bool:
        """Whether a new journal is what is left, since nothing else can come of what is here."""
        return self._trouble not in _MENDS or self._hopeless

    @Property(bool, notify=changed)
    def working(self) -> bool:
        return self._working

    @Property(bool, notify=changed)
    def mayLeave(self) -> bool:
        """Whether it is under way in such a manner that it can be left."""
        return self._errand is not None

    @Property(bool, notify=changed)
    def asksPassphrase(self) -> bool:
        """Whether a backup has a passphrase, which is wanted."""
        return self._asks

    @Property(str, notify=changed)
    def said(self) -> str:
        """Why it could not be mended, in one sentence, or ""."""
        return self._said

    @Property(str, notify=changed)
    def done(self) -> str:
        """What was done just now: mended, begun, or ""."""
        return self._done

    @Property(bool, notify=changed)
    def fromFile(self) -> bool:
        """Whether anything in it comes out of the file that could not be read."""
        return self._made is not None and self._made.from_file

    @Property(bool, notify=changed)
    def fromBackup(self) -> bool:
        """Whether anything in it comes from a backup."""
        return self._made is not None and self._made.from_backup

    @Property(bool, notify=changed)
    def lost(self) -> bool:
        """Whether something is known to have been there, and is nowhere now."""
        return self._made is not None and self._made.lost

    def meet(self, failure: Failure) -> bool:
        """Take note of a failure; return whether it is one that does not pass by itself."""
        if failure.code not in TROUBLES:
            return False
        if failure.code != self._trouble:
            self._trouble, self._sentence = failure.code, self._wording.sentence(failure)
            self._done, self._hopeless = "", False
            self.changed.emit()
        return True

    @Slot(str)
    def mend(self, typed: str) -> None:
        """Put a journal together of all that is whole; what was there is set aside as it is.

        `typed` is the passphrase or the recovery code, where that is asked for.
        """

        def ask() -> Message:
            forget_first(self._journal)
            keys = keys_of_today(self._journal)
            self._journal.close()
            return to_mend(self._folder, keys, typed=typed, now=self._now())

        self._work(ask, self._send)

    @Slot()
    def beginAnew(self) -> None:
        """Begin an empty journal; what was there is set aside as it is."""

        def begin() -> None:
            from grounding.journal.repair.mending import begin_anew  # noqa: PLC0415 - as above

            keys = keys_of_today(self._journal)
            self._journal.close()
            self._journal.unlock(begin_anew(self._folder, keys, now=self._now()))

        self._work(begin, lambda _nothing: self._over(BEGUN))

    @Slot()
    def lookAgain(self) -> None:
        """See whether it can be read now: somebody may have put a file back."""

        def look() -> None:
            self._journal.close()
            self._journal.check()

        self._work(look, lambda _nothing: self._over(""))

    @Slot()
    def leave(self) -> None:
        """Say no more of what was done."""
        self._done, self._said = "", ""
        self.changed.emit()

    def renewed(self) -> None:
        """The journal is another one now."""
        self._trouble = self._sentence = self._said = ""
        self._asks = self._hopeless = False
        self.changed.emit()

    def _send(self, asked: Message) -> None:
        """Let a process of its own mend it, which may take minutes."""
        self._working, self._part = True, 0.0
        self._go(Errand(MENDING, asked, ended=self._told_end.emit, told=self._tell_part))
        self.changed.emit()

    def _come(self, how: Message | Failure) -> None:
        self._working = False
        if isinstance(how, Failure):
            self._could_not(how)
        elif how["is"] == "written":
            made = mended_from_plain(how)
            self._work(lambda: self._journal.unlock(made.keys), lambda _nothing: self._over(MENDED, made))
        self.changed.emit()

    def _over(self, done: str, made: Mended | None = None) -> None:
        self._done, self._made = done, made
        self.renewed()
        self.mended.emit()

    def _work(self, does: Callable[[], object], then: Callable[..., None]) -> None:
        if self._working:
            return

        def done(result: object) -> None:
            self._working = False
            then(result)

        def failed(failure: Failure) -> None:
            self._working = False
            self._could_not(failure)

        self._working, self._said = True, ""
        self.changed.emit()
        self._jobs.run(does, done, failed)

    def _could_not(self, failure: Failure) -> None:
        self._asks = self._asks or failure.code == "backup-locked"
        self._hopeless = self._hopeless or failure.code in _NOTHING_LEFT
        self._said = self._wording.sentence(failure)
        self.changed.emit()
