"""An exported journal on its way into this one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.errand import Errand
from grounding.base.failure import Failure
from grounding.journal.along.errands import CARRYING, to_import

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.child import Message
    from grounding.base.wording import Wording
    from grounding.journal.keyring.keys import Keys


QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Importing(QObject):
    """One file that is taken in, how far it is, and what became of it."""

    changed = Signal()
    partChanged = Signal()
    taken = Signal()
    """Something may have come into the journal."""
    _told_part = Signal(float)
    _told_end = Signal(object)

    def __init__(
        self, *, folder: Path, keys: Callable[[], Keys | None], wording: Wording, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folder, self._keys, self._wording = folder, keys, wording
        self._part = 0.0
        self._said = ""
        self._done = False
        self._errand: Errand | None = None
        self._told_part.connect(self._hear_part)
        self._told_end.connect(self._hear_end)

    @Property(bool, notify=changed)
    def working(self) -> bool:
        return self._errand is not None

    @Property(bool, notify=changed)
    def done(self) -> bool:
        """Whether a file has been taken in since the page was opened."""
        return self._done

    @Property(float, notify=partChanged)
    def part(self) -> float:
        """How much is taken in, 0 to 1."""
        return self._part

    @Property(str, notify=changed)
    def said(self) -> str:
        """Why it could not be taken in, in one sentence, or ""."""
        return self._said

    @Slot()
    def open(self) -> None:
        """Begin with nothing said."""
        self._tell("", done=False)

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """Take in the file that is chosen in a dialog."""
        if self._errand is not None:
            return
        asked = to_import(self._folder, Path(url.toLocalFile()).absolute(), keys=self._keys())
        told = self._told_part.emit
        self._errand = Errand(CARRYING, asked, ended=self._told_end.emit, told=lambda message: told(message["part"]))
        self._tell("", done=False)
        self._errand.begin()

    @Slot()
    def cancel(self) -> None:
        """Leave it; nothing is changed then."""
        if self._errand is not None:
            self._errand.cancel()

    def close(self) -> None:
        """The window closes: what is not whole yet will not be, and nobody is there to be told."""
        self._told_end.disconnect(self._hear_end)
        self.cancel()

    def _tell(self, said: str, *, done: bool) -> None:
        self._said, self._done, self._part = said, done, 0.0
        self.changed.emit()
        self.partChanged.emit()

    @Slot(float)
    def _hear_part(self, part: float) -> None:
        self._part = part
        self.partChanged.emit()

    @Slot(object)
    def _hear_end(self, how: Message | Failure) -> None:
        self._errand = None
        if isinstance(how, Failure):
            self._tell(self._wording.sentence(how), done=False)
        else:
            self._tell("", done=how["is"] == "written")
        self.taken.emit()
