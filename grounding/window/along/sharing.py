"""A practice on its way into a file that somebody else can open."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QStandardPaths, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.failure import Failure
from grounding.practice.practice import clips_named
from grounding.practice.source import commented, read_text
from grounding.window.along.destination import Destination, folder_for

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from grounding.base.wording import Wording
    from grounding.practice.practice import Practice

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

KIND = "practice"


@QmlElement
class Sharing(Destination):
    """One practice, who it is from, and where its file goes."""

    chosen = Signal()

    def __init__(self, *, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(kinds=(KIND,), wording=wording, parent=parent)
        self._practice: Practice | None = None
        self._giver = ""
        self._commented = False

    @Property(str, notify=chosen)
    def title(self) -> str:
        return self._practice.title if self._practice else ""

    @Property(bool, notify=chosen)
    def spoken(self) -> bool:
        """Whether somebody speaks any of its prompts."""
        return self._practice is not None and bool(clips_named(self._practice))

    @Property(bool, notify=chosen)
    def commented(self) -> bool:
        """Whether there are comments in its file, which go along."""
        return self._commented

    @Property(str, notify=chosen)
    def giver(self) -> str:
        """Who it is from, as it was typed; nothing of it is known by itself, and nothing kept for the next one."""
        return self._giver

    def open(self, practice: Practice) -> None:
        """Begin with a practice."""
        self._practice, self._giver, self._commented = practice, "", False
        with suppress(Failure):  # that it cannot be read is told once it is to be written
            self._commented = commented(read_text(Path(practice.file)))
        self._suggest(folder_for(QStandardPaths.StandardLocation.DocumentsLocation), practice.title, practice.id)
        self.chosen.emit()

    @Slot(str)
    def typeGiver(self, giver: str) -> None:
        """Take who it is from, as it is typed."""
        if giver != self._giver:
            self._giver = giver
            self._anew()

    @Slot()
    def write(self) -> None:
        """Write the file, whose name ends like one; where there is one already, ask first."""
        if not self.kind:
            named = self.path / str(self.title) if self.path.is_dir() else self.path
            self.typeWhere(f"{named}.{KIND}")
        super().write()

    def _write(self) -> None:
        if self._practice is None:
            return
        from grounding.sound.gift import Gift, to_give  # noqa: PLC0415 - nothing of sound before it is asked for

        asked = to_give(self._practice, self.path, giver=self._giver, replace=self._may_replace)
        self._begin(Gift(asked, ended=self._told_end.emit, told=self._tell_part))
