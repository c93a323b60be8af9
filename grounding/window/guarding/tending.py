"""When the journal is looked after: at the start, after so many entries, when an undo is over, when it locks."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from grounding.base.jobs import Jobs
    from grounding.journal.backup.rotation import Occasion
    from grounding.journal.journal import Journal
    from grounding.journal.keyring.keys import Keys


class Tending(QObject):
    """Has the journal looked after, one job after another; what cannot be done now is done at a later moment."""

    failed = Signal(object)
    tended = Signal()
    """Something has been done: a backup may be newer."""

    def __init__(
        self,
        *,
        journal: Journal,
        folder: Path,
        jobs: Jobs,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal, self._folder, self._jobs, self._now = journal, folder, jobs, now
        self._entries = 0
        """How many have come since the last backup of this run."""

    def begin(self) -> None:
        """The journal can be read."""

        def tend() -> None:
            from grounding.journal.tending import tend_at_start  # noqa: PLC0415 - cryptography only once needed

            tend_at_start(self._journal, self._now())

        self._jobs.run(tend, lambda _nothing: self.tended.emit(), self._not_now)

    def kept(self) -> None:
        """An entry has come."""
        from grounding.journal.backup.rotation import Occasion  # noqa: PLC0415 - not before something is kept

        self._entries += 1
        self._back_up(Occasion.ENTRY)

    def taken_in(self) -> None:
        """A journal has been taken in: many entries may have come."""
        from grounding.journal.backup.rotation import ENTRIES, Occasion  # noqa: PLC0415 - as above

        self._entries += ENTRIES
        self._back_up(Occasion.ENTRY)

    def rest(self) -> None:
        """The journal is about to lock."""
        from grounding.journal.backup.rotation import Occasion  # noqa: PLC0415 - as above

        self._back_up(Occasion.LOCK)

    def forget(self) -> None:
        """What was deleted cannot be taken back any more."""

        def forget() -> None:
            from grounding.journal.tending import forget as forget_everywhere  # noqa: PLC0415 - as above

            forget_everywhere(self._journal)

        self._jobs.run(forget, failed=self._not_now)

    def follow_keys(self, keys: Keys) -> None:
        """Let the backups open as the journal does now; to be run within a job."""
        from grounding.journal.tending import follow_keys  # noqa: PLC0415 - as above

        follow_keys(self._folder, keys, self._now())

    def _back_up(self, occasion: Occasion) -> None:
        entries = self._entries

        def back_up() -> bool:
            from grounding.journal.tending import back_up_if_due  # noqa: PLC0415 - as above

            return back_up_if_due(self._journal, occasion, self._now(), entries=entries) is not None

        def done(made: bool) -> None:
            if made:
                self._entries = 0
                self.tended.emit()

        self._jobs.run(back_up, done, self._not_now)

    def _not_now(self, failure: object) -> None:
        if getattr(failure, "code", "") not in ("journal-locked", "journal-busy"):
            self.failed.emit(failure)
