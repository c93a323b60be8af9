"""Backups as somebody sees them: when the last was made, one made now or carried away, and one gone back to."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.failure import Failure
from grounding.journal.backup.preparing import forget_first, keys_of_today, keys_within
from grounding.window.spoken_time import spoken_time

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.jobs import Jobs
    from grounding.base.wording import Wording
    from grounding.journal.backup.backups import Backup
    from grounding.journal.backup.restoring import Restored
    from grounding.journal.journal import Journal
    from grounding.window.guarding.tending import Tending

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

MADE, CARRIED, RESTORED, TAKEN_BACK = "made", "carried", "restored", "taken-back"
FREE, THEIRS = "free", "theirs"


@QmlElement
class Backups(QObject):
    """Every piece of work is one job; what is replaced is set aside first, and can come back."""

    changed = Signal()
    restored = Signal()
    """The journal is another one now."""

    def __init__(
        self,
        *,
        journal: Journal,
        folder: Path,
        jobs: Jobs,
        tending: Tending,
        wording: Wording,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal, self._folder, self._jobs, self._wording, self._now = journal, folder, jobs, wording, now
        self._backups: tuple[Backup, ...] = ()
        self._chosen: Path | None = None
        self._back: Restored | None = None
        self._working, self._asks = False, False
        self._said, self._done, self._opens = "", "", ""
        tending.tended.connect(self.read)

    # What is

    @Property(str, notify=changed)
    def newest(self) -> str:
        """When the last backup was made, or ""."""
        made = [each for each in self._backups if not each.set_aside]
        return _told(made[0]) if made else ""

    @Property(list, notify=changed)
    def rows(self) -> list[dict[str, object]]:
        """Each backup as key and when, newest first, and whether a restore has set it aside."""
        return [{"key": str(each.path), "when": _told(each), "aside": each.set_aside} for each in self._backups]

    @Property(str, notify=changed)
    def chosen(self) -> str:
        """The key of the one that is chosen, which may be a file from elsewhere, or ""."""
        return str(self._chosen or "")

    @Property(bool, notify=changed)
    def elsewhere(self) -> bool:
        """Whether the one that is chosen lies elsewhere."""
        return self._chosen is not None and self._chosen not in [each.path for each in self._backups]

    @Property(bool, notify=changed)
    def working(self) -> bool:
        return self._working

    @Property(bool, notify=changed)
    def asksPassphrase(self) -> bool:
        """Whether the one that is chosen has a passphrase of its own, which is wanted."""
        return self._asks

    @Property(str, notify=changed)
    def said(self) -> str:
        """Why something could not be done, in one sentence, or ""."""
        return self._said

    @Property(str, notify=changed)
    def done(self) -> str:
        """What was done last: made, carried, restored, taken-back, or ""."""
        return self._done

    @Property(str, notify=changed)
    def opens(self) -> str:
        """How the journal opens now, where that has changed: free, by no passphrase; theirs, by that of then; or ""."""
        return self._opens

    @Property(bool, notify=changed)
    def mayUndo(self) -> bool:
        """Whether what a restore has replaced can be brought back by one press."""
        return self._back is not None

    @Property(QUrl, notify=changed)
    def suggested(self) -> QUrl:
        """Where a backup to be carried away might go."""
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or str(Path.home())
        return QUrl.fromLocalFile(str(Path(place) / f"journal-{self._now().astimezone():%Y-%m-%d}.backup"))

    # Making them

    @Slot()
    def read(self) -> None:
        """See which there are."""

        def found(backups: tuple[Backup, ...]) -> None:
            self._backups = backups
            self.changed.emit()

        self._jobs.run(self._list, found, lambda _failure: found(()))

    @Slot()
    def makeNow(self) -> None:
        """Make one, beside the others."""

        def make() -> None:
            from grounding.journal.backup.backups import make_backup  # noqa: PLC0415 - cryptography only once needed

            self._journal_is_there()
            with self._journal.lent() as (vault, folder, keys):
                make_backup(vault, folder, keys, self._now())

        self._work(make, lambda _nothing: self._did(MADE))

    @Slot(QUrl)
    def carryTo(self, url: QUrl) -> None:
        """Write one to a place that is chosen in a dialog, which has asked about a file that is there."""

        def carry() -> None:
            from grounding.journal.backup.carrying import carry_away  # noqa: PLC0415 - as above

            self._journal_is_there()
            with self._journal.lent() as (vault, folder, keys):
                carry_away(vault, folder, keys, Path(url.toLocalFile()), replace=True)

        self._work(carry, lambda _nothing: self._did(CARRIED))

    # Going back to one

    @Slot(str)
    def choose(self, key: str) -> None:
        """Choose the one to go back to."""
        self._choose(Path(key))

    @Slot(QUrl)
    def chooseFile(self, url: QUrl) -> None:
        """Choose one that was carried away."""
        self._choose(Path(url.toLocalFile()).absolute())

    @Slot()
    def restore(self) -> None:
        """Put the chosen one in the place of the journal, which is set aside."""
        self._restore("")

    @Slot(str)
    def restoreWith(self, typed: str) -> None:
        """The same, with the passphrase that the chosen one has of its own, or its recovery code."""
        self._restore(typed)

    @Slot()
    def undo(self) -> None:
        """Bring back what was replaced."""
        back = self._back
        if back is None:
            return

        def bring() -> str:
            from grounding.journal.backup.restoring import undo_restore  # noqa: PLC0415 - as above

            forget_first(self._journal)
            self._journal.close()
            self._open(undo_restore(self._folder, back, now=self._now()))
            return ""

        self._work(bring, lambda opens: self._is_another(None, TAKEN_BACK, opens))

    @Slot()
    def leave(self) -> None:
        """Forget what was chosen and done."""
        self._chosen, self._back, self._asks = None, None, False
        self._said, self._done, self._opens = "", "", ""
        self.changed.emit()

    # Within

    def _list(self) -> tuple[Backup, ...]:
        from grounding.journal.backup.backups import list_backups  # noqa: PLC0415 - as above

        return list_backups(self._folder)

    def _journal_is_there(self) -> None:
        if not self._journal.there:
            raise Failure("no-journal")

    def _choose(self, path: Path) -> None:
        self._chosen, self._asks, self._said, self._done = path, False, "", ""
        self.changed.emit()

    def _restore(self, typed: str) -> None:
        source = self._chosen
        if source is None:
            return

        def restore() -> tuple[Restored, str]:
            from grounding.journal.backup import restoring  # noqa: PLC0415 - as above
            from grounding.journal.keyring.locking import is_locked  # noqa: PLC0415 - as above

            keys = keys_of_today(self._journal)
            before = keys is not None and is_locked(self._folder)
            forget_first(self._journal)
            self._journal.close()
            unlock = partial(keys_within, typed=typed)
            done = restoring.restore(self._folder, source, keys=keys, now=self._now(), unlock=unlock)
            self._open(done)
            if done.keys == keys:
                return done, ""
            return done, THEIRS if is_locked(self._folder) else FREE if before else ""

        self._work(restore, lambda done: self._is_another(done[0], RESTORED, done[1]))

    def _open(self, done: Restored) -> None:
        if done.keys is not None:
            self._journal.unlock(done.keys)

    def _is_another(self, back: Restored | None, done: str, opens: str) -> None:
        self._opens = opens
        self._back, self._asks = back if back and back.aside else None, False
        self.restored.emit()
        self._did(done)

    def _did(self, done: str) -> None:
        self._done = done
        self.read()

    def _work(self, does: Callable[[], object], then: Callable[..., None]) -> None:
        if self._working:
            return

        def done(result: object) -> None:
            self._working = False
            then(result)
            self.changed.emit()

        def failed(failure: Failure) -> None:
            self._working = False
            self._asks = self._asks or failure.code == "backup-locked"
            self._said = self._wording.sentence(failure)
            self.changed.emit()

        self._working, self._said, self._done = True, "", ""
        self.changed.emit()
        self._jobs.run(does, done, failed)


def _told(backup: Backup) -> str:
    return spoken_time(backup.made_at.astimezone())
