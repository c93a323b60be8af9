"""A `.practice` file that comes from outside: by a double click, dropped on the window, or by name.

Whatever is under way goes on: the file waits until one of the pages with tabs is shown, and a quiet line says so.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtQml import QmlElement

from grounding.base.failure import Failure
from grounding.practice.giving.limits import ENDING
from grounding.window.flow import TABS

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.window.along.receiving import Receiving
    from grounding.window.flow import Flow

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Arriving(QObject):
    """Shows what has come, as soon as it disturbs nobody."""

    def __init__(
        self, *, flow: Flow, receiving: Receiving, busy: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        """`busy` says whether something is written on a page with tabs."""
        super().__init__(parent)
        self._flow, self._receiving, self._busy = flow, receiving, busy
        self._waiting: Path | None = None
        self._told = False
        """Whether the quiet line speaks of what waits."""
        flow.pageChanged.connect(self._look)
        receiving.settled.connect(self._look)

    @property
    def file(self) -> str:
        """The file that waits, or is looked into, or ""."""
        looked_into = str(self._receiving.where) if self._receiving.read else ""
        return str(self._waiting or looked_into)

    @Slot(list, result=bool)
    def takes(self, urls: list[QUrl]) -> bool:
        """Whether what is held over the window is one file that can be opened here."""
        return len(urls) == 1 and urls[0].isLocalFile() and urls[0].toLocalFile().lower().endswith(ENDING)

    @Slot(list)
    def drop(self, urls: list[QUrl]) -> None:
        """Open a file that was dropped on the window."""
        if self.takes(urls):
            self.come(Path(urls[0].toLocalFile()))

    def come(self, file: Path) -> None:
        """Open a file now, or when that disturbs nobody; the last one that has come stays."""
        self._waiting = file
        self._look()
        if self._waiting is not None:
            self._told = True
            self._flow.say(Failure("given-waits"))

    def _look(self) -> None:
        at_rest = any(map(self._flow.at, (*TABS, "given"))) and not self._busy()
        if self._waiting is None or not at_rest or self._receiving.working:
            return
        file, self._waiting = self._waiting, None
        if self._told:
            self._told = False
            self._flow.heard()
        self._receiving.begin(file)
        self._flow.show("given")
