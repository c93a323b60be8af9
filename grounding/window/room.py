"""What Back to the room says of here and now, and the crisis text that the person or therapist wrote."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.window.saying.sealing import Sealing
from grounding.window.spoken_time import spoken_time

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.jobs import Jobs
    from grounding.journal.keyring.sealed import Sealed

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Room(QObject):
    """Here and now, and whom to turn to."""

    todayChanged = Signal()
    crisisChanged = Signal()
    failed = Signal(object)
    sealed = Signal()
    """The crisis text has come to the disk."""

    def __init__(
        self,
        *,
        jobs: Jobs,
        sealed: Sealed,
        now: Callable[[], datetime] = datetime.now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._sealed, self._now = jobs, sealed, now
        self._crisis = ""
        self._sealing = Sealing(sealed=sealed, jobs=jobs, data=lambda: self._crisis.strip().encode(), parent=self)
        self._sealing.failed.connect(self.failed)
        self._sealing.sealed.connect(self.sealed)

    def read(self) -> None:
        """Read the crisis text, away from the window."""

        def show(data: bytes | None) -> None:
            self._crisis = data.decode() if data else ""
            self._sealing.found(data or b"")
            self.crisisChanged.emit()

        self._jobs.run(self._sealed.read, show, self.failed.emit)

    @Property(str, notify=todayChanged)
    def today(self) -> str:
        """The date and the time, in words."""
        return spoken_time(self._now())

    @Property(str, notify=crisisChanged)
    def crisis(self) -> str:
        return self._crisis

    @Slot()
    def lookAtClock(self) -> None:
        """Say the time anew."""
        self.todayChanged.emit()

    @Slot(str)
    def typeCrisis(self, text: str) -> None:
        """Take what is typed as the crisis text."""
        self._crisis = text
        self.crisisChanged.emit()
        self._sealing.soon()

    def seal_now(self) -> None:
        """Keep the crisis text, sealed."""
        self._sealing.now()

    @property
    def behind(self) -> bool:
        """Whether the crisis text is not on the disk, or on its way there."""
        return self._sealing.behind

    def forget(self) -> None:
        """Forget the crisis text; its file is gone already."""
        self._sealing.forget()
        self._crisis = ""
        self.crisisChanged.emit()
