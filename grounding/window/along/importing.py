"""An exported journal on its way into this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.errand import Errand
from grounding.base.failure import Failure
from grounding.journal.along.errands import CARRYING, to_import
from grounding.window.along.away import Away
from grounding.window.along.destination import path_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from grounding.base.child import Message
    from grounding.base.wording import Wording
    from grounding.journal.keyring.keys import Keys


QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Importing(Away):
    """One file that is taken in, how far it is, and what became of it."""

    changed = Signal()
    taken = Signal()
    """Something may have come into the journal."""

    def __init__(
        self, *, folder: Path, keys: Callable[[], Keys | None], wording: Wording, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folder, self._keys, self._wording = folder, keys, wording
        self._where = ""
        self._said = ""
        self._done = False

    @Property(str, notify=changed)
    def where(self) -> str:
        """Which file it is, as it was typed or chosen."""
        return self._where

    @Property(bool, notify=changed)
    def working(self) -> bool:
        return self._errand is not None

    @Property(bool, notify=changed)
    def done(self) -> bool:
        """Whether a file has been taken in since the page was opened."""
        return self._done

    @Property(str, notify=changed)
    def said(self) -> str:
        """Why it could not be taken in, in one sentence, or ""."""
        return self._said

    @Slot()
    def open(self) -> None:
        """Begin with nothing said, and no file."""
        self._where = ""
        self._tell("", done=False)

    @Slot(str)
    def typeWhere(self, where: str) -> None:
        """Take which file it is, as it is typed."""
        if where != self._where:
            self._where = where
            self._tell("", done=False)

    @Slot(QUrl)
    def chooseWhere(self, url: QUrl) -> None:
        """Take which file it is, as it is chosen in a dialog."""
        self.typeWhere(url.toLocalFile())

    @Slot()
    def take(self) -> None:
        """Take in the file."""
        if self._errand is not None or not self._where.strip():
            return
        asked = to_import(self._folder, path_of(self._where), keys=self._keys())
        self._go(Errand(CARRYING, asked, ended=self._told_end.emit, told=self._tell_part))
        self._tell("", done=False)

    def _tell(self, said: str, *, done: bool) -> None:
        self._said, self._done, self._part = said, done, 0.0
        self.changed.emit()
        self.partChanged.emit()

    def _come(self, how: Message | Failure) -> None:
        if isinstance(how, Failure):
            self._tell(self._wording.sentence(how), done=False)
        else:
            self._tell("", done=how["is"] == "written")
        self.taken.emit()
