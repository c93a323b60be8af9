"""A journal that is damaged: what can be done about it, in the person's own time; nothing is ever deleted."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.failure import Failure
from grounding.window.backups import KEYS_TROUBLE, keys_of_today, keys_within

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from grounding.base.jobs import Jobs
    from grounding.base.wording import Wording
    from grounding.journal.journal import Journal
    from grounding.journal.keys import Keys
    from grounding.journal.rescue import Rescued

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

TROUBLES = frozenset({"journal-damaged", "journal-keys-foreign", "journal-not-encrypted", *KEYS_TROUBLE})
"""What does not pass by itself."""


@QmlElement
class Mending(QObject):
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
        self._working = self._asks = False
        self._rescued: Rescued | None = None

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """What is the matter, in one sentence, or ""."""
        return self._sentence

    @Property(bool, notify=changed)
    def mayMend(self) -> bool:
        """Whether what is whole in the file can be put together with what is in backups."""
        return self._trouble in ("journal-damaged", *KEYS_TROUBLE)

    @Property(bool, notify=changed)
    def working(self) -> bool:
        return self._working

    @Property(bool, notify=changed)
    def asksPassphrase(self) -> bool:
        """Whether a backup has a passphrase, which is wanted."""
        return self._asks

    @Property(str, notify=changed)
    def said(self) -> str:
        """Why it could not be mended, in one sentence, or ""."""
        return self._said

    @Property(bool, notify=changed)
    def done(self) -> bool:
        """Whether it was mended just now."""
        return self._rescued is not None

    @Property(int, notify=changed)
    def lost(self) -> int:
        """How many entries are known to have been there, and are nowhere now."""
        return self._rescued.lost if self._rescued else 0

    def meet(self, failure: Failure) -> bool:
        """Take note of a failure; return whether it is one that does not pass by itself."""
        if failure.code not in TROUBLES:
            return False
        if failure.code != self._trouble:
            self._trouble, self._sentence, self._rescued = failure.code, self._wording.sentence(failure), None
            self.changed.emit()
        return True

    @Slot(str)
    def mend(self, typed: str) -> None:
        """Put a journal together of all that is whole; what was there is set aside as it is.

        `typed` is the passphrase or the recovery code, where that is asked for.
        """

        def mend() -> Rescued:
            from grounding.journal.place import JOURNAL  # noqa: PLC0415 - cryptography only once needed
            from grounding.journal.rescue import rescue  # noqa: PLC0415 - the same

            keys = keys_of_today(self._journal)
            self._journal.close()
            damaged = self._folder / JOURNAL
            if keys is None:
                keys, damaged = self._with_keys_of_a_backup(typed)
            rescued = rescue(self._folder, damaged, keys, now=self._now())
            self._journal.unlock(keys)
            return rescued

        def done(rescued: Rescued) -> None:
            self._rescued = rescued
            self.renewed()
            self.mended.emit()

        self._work(mend, done)

    @Slot()
    def lookAgain(self) -> None:
        """See whether it can be read now: somebody may have put a file back."""

        def look() -> None:
            self._journal.close()
            self._journal.check()

        def fine(_nothing: object) -> None:
            self.renewed()
            self.mended.emit()

        self._work(look, fine)

    @Slot()
    def leave(self) -> None:
        """Say no more of what was done."""
        self._rescued, self._said = None, ""
        self.changed.emit()

    def renewed(self) -> None:
        """The journal is another one now."""
        self._trouble = self._sentence = self._said = ""
        self._asks = False
        self.changed.emit()

    def _with_keys_of_a_backup(self, typed: str) -> tuple[Keys, Path]:
        """Put the newest backup that opens here in the journal's place; return its keys, and where that lies now.

        Raises:
            Failure: why the last of them could not be; `no-backup` where there is none.
        """
        from grounding.journal.backups import list_backups  # noqa: PLC0415 - as above
        from grounding.journal.restoring import restore  # noqa: PLC0415 - as above

        why, unlock = Failure("no-backup"), partial(keys_within, typed=typed)
        for backup in list_backups(self._folder):
            try:
                restored = restore(self._folder, backup.path, keys=None, now=self._now(), unlock=unlock)
            except Failure as failure:
                why = failure
            else:
                if restored.keys and restored.aside:
                    return restored.keys, restored.aside
        raise why

    def _work(self, does: Callable[[], object], then: Callable[..., None]) -> None:
        if self._working:
            return

        def done(result: object) -> None:
            self._working = False
            then(result)

        def failed(failure: Failure) -> None:
            self._working = False
            self._asks = self._asks or failure.code == "backup-locked"
            self._said = self._wording.sentence(failure)
            self.changed.emit()

        self._working, self._said = True, ""
        self.changed.emit()
        self._jobs.run(does, done, failed)
