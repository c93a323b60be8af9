"""Work that is done away from the window, in a process of its own: one errand at a time, how far it is, its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

if TYPE_CHECKING:
    from grounding.base.child import Message
    from grounding.base.failure import Failure

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1


class Going(Protocol):
    """What does the work, and tells its end: an errand, or a piece of work that is as quick."""

    def begin(self) -> None: ...

    def cancel(self) -> None: ...


@QmlElement
class Away(QObject):
    """A model that goes on errands, which are told to call `_tell_part` on the way and `_told_end` at the end."""

    partChanged = Signal()
    _told_part = Signal(float)
    _told_end = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errand: Going | None = None
        self._part = 0.0
        self._told_part.connect(self._hear_part)
        self._told_end.connect(self._hear_end)

    @Property(float, notify=partChanged)
    def part(self) -> float:
        """How much is done, 0 to 1."""
        return self._part

    @Slot()
    def cancel(self) -> None:
        """Leave it; nothing is changed then, and nothing half stays behind."""
        if self._errand is not None:
            self._errand.cancel()

    def close(self) -> None:
        """The window closes: what is not whole yet will not be, and nobody is there to be told."""
        self._told_end.disconnect(self._hear_end)
        self.cancel()

    def _come(self, how: Message | Failure) -> None:
        """It is over: the last message, or why it came to nothing."""
        raise NotImplementedError

    def _go(self, errand: Going) -> None:
        self._errand = errand
        errand.begin()

    def _tell_part(self, message: Message) -> None:
        self._told_part.emit(message["part"])

    @Slot(float)
    def _hear_part(self, part: float) -> None:
        self._part = part
        self.partChanged.emit()

    @Slot(object)
    def _hear_end(self, how: Message | Failure) -> None:
        self._errand = None
        self._come(how)
