"""The journal on its way into a file that its owner takes along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QStandardPaths, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.errand import Errand
from grounding.journal.along.errands import CARRYING, to_export
from grounding.journal.wanted import ANY
from grounding.window.along.destination import Destination, folder_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from grounding.base.wording import Wording
    from grounding.journal.keyring.keys import Keys
    from grounding.journal.wanted import Wanted

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

KINDS = ("json", "csv")


@QmlElement
class Exporting(Destination):
    """What of the journal is written, and how."""

    chosen = Signal()

    def __init__(
        self,
        *,
        folder: Path,
        keys: Callable[[], Keys | None],
        wanted: Callable[[], Wanted],
        wording: Wording,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(kinds=KINDS, wording=wording, parent=parent)
        self._folder, self._keys, self._wanted_now = folder, keys, wanted
        self._wanted = ANY
        self._some = False
        self._guard = True

    # What is

    @Property(bool, notify=chosen)
    def maySome(self) -> bool:
        """Whether the journal page shows only some entries, so that those alone could be written."""
        return self._wanted != ANY

    @Property(bool, notify=chosen)
    def some(self) -> bool:
        """Whether only those are written."""
        return self._some

    @Property(bool, notify=chosen)
    def guard(self) -> bool:
        """Whether an apostrophe keeps cells of a spreadsheet from being taken for formulas."""
        return self._guard

    # What may be chosen

    @Slot()
    def open(self) -> None:
        """Begin: all of it, for a file among the person's documents."""
        self._wanted, self._some, self._guard = self._wanted_now(), False, True
        self._suggest(folder_for(QStandardPaths.StandardLocation.DocumentsLocation), self.tr("Journal"), "journal")
        self.chosen.emit()

    @Slot(bool)
    def chooseSome(self, on: bool) -> None:
        """Write only what the journal page shows, or all."""
        self._some = on
        self._choose()

    @Slot(bool)
    def chooseGuard(self, on: bool) -> None:
        """Keep cells from being taken for formulas, or leave them as they were written."""
        self._guard = on
        self._choose()

    # Within

    def _write(self) -> None:
        asked = to_export(
            self._folder,
            self.path,
            keys=self._keys(),
            wanted=self._wanted if self._some else ANY,
            guard=self._guard,
            replace=self._may_replace,
            language=self._wording.language,
        )
        self._begin(Errand(CARRYING, asked, ended=self._told_end.emit, told=self._tell_part))

    def _choose(self) -> None:
        self._anew()
        self.chosen.emit()
