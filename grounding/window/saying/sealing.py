"""Seals what is typed to the disk, at most half a second behind the first key, and again where it failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.failure import Failure
    from grounding.base.jobs import Jobs
    from grounding.journal.keyring.sealed import Sealed

SEAL_AFTER_MS = 300
"""How long after the first unsealed key: with the writing, at most half a second behind."""


class Sealing(QObject):
    """Brings what `data` returns to the disk; where that is nothing, nothing stays there."""

    failed = Signal(object)
    sealed = Signal()
    """Something has come to the disk."""

    def __init__(self, *, sealed: Sealed, jobs: Jobs, data: Callable[[], bytes], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file, self._jobs, self._data = sealed, jobs, data
        self._last = b""
        self._timer = QTimer(self, singleShot=True, interval=SEAL_AFTER_MS)
        self._timer.timeout.connect(self.now)

    @property
    def waits(self) -> bool:
        """Whether something typed is to be sealed in a moment."""
        return self._timer.isActive()

    @property
    def behind(self) -> bool:
        """Whether anything is not on the disk, or on its way there."""
        return self._data() != self._last

    def soon(self) -> None:
        """Seal in a moment, with all that is typed until then."""
        if not self.waits:
            self._timer.start()

    def now(self) -> None:
        """Seal now, where anything has changed."""
        self._timer.stop()
        data = self._data()
        if data != self._last:
            self._last = data
            keep = (lambda: self._file.keep(data)) if data else self._file.discard
            self._jobs.run(keep, lambda _nothing: self.sealed.emit(), self._not_sealed)

    def at_last(self) -> None:
        """Seal once all is done that was begun: what has come into the journal by then is no draft any more."""
        self._timer.stop()
        self._jobs.run(self._seal_at_last, failed=self._not_sealed)

    def _seal_at_last(self) -> None:
        data = self._data()
        if data != self._last:
            self._last = data
            if data:
                self._file.keep(data)
            else:
                self._file.discard()

    def found(self, data: bytes) -> None:
        """Take note of what is on the disk already; where something was sealed meanwhile, seal both."""
        if self._last:
            self.soon()
        else:
            self._last = data

    def forget(self) -> None:
        """Take note that the disk holds nothing any more."""
        self._last = b""
        self._timer.stop()

    def _not_sealed(self, failure: Failure) -> None:
        self._last = b""  # what is on the disk is not what was meant: the next seal writes anew
        QTimer.singleShot(10 * SEAL_AFTER_MS, self, self.now)
        self.failed.emit(failure)
