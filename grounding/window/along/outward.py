"""Where a page goes: to a printer of the system, or into a PDF."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.failure import Failure
from grounding.base.files import refuse_if_there, writing_whole
from grounding.window.along.destination import Destination, folder_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.jobs import Jobs
    from grounding.base.wording import Wording
    from grounding.window.along.printing import Printing
    from grounding.window.guarding.code_page import CodePage

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

KINDS = ("pdf",)


class _Work:
    """What is done away from the window, and cannot be left: it takes no time to speak of."""

    def __init__(self, begin: Callable[[], None]) -> None:
        self.begin = begin

    def cancel(self) -> None:
        """Let it be done."""


@QmlElement
class Outward(Destination):
    """The printers there are, where a PDF goes, and what has become of the page."""

    stateChanged = Signal()
    """A property cannot tell its changes by the signal of the class above."""
    _found = Signal(object)
    _ended = Signal(object)

    def __init__(
        self, *, page: Printing | CodePage, jobs: Jobs, wording: Wording, parent: QObject | None = None
    ) -> None:
        super().__init__(kinds=KINDS, wording=wording, parent=parent)
        self._page, self._jobs = page, jobs
        self._printers: tuple[str, ...] = ()
        self._looked = False
        self._printer = ""
        self._printing = False
        self._printed = False
        self._found.connect(self._offer)
        self._ended.connect(self._tell_end)
        self.changed.connect(self.stateChanged)
        page.changed.connect(self._anew)

    # What is

    @Property(list, notify=stateChanged)
    def printers(self) -> list[str]:
        """The names of the printers, the usual one first."""
        return list(self._printers)

    @Property(bool, notify=stateChanged)
    def none(self) -> bool:
        """Whether the system has been asked, and has no printer."""
        return self._looked and not self._printers

    @Property(str, notify=stateChanged)
    def printer(self) -> str:
        """The printer that is chosen, or ""."""
        return self._printer

    @Property(bool, notify=stateChanged)
    def busy(self) -> bool:
        """Whether the page is on its way."""
        return bool(self._printing or self.writing)

    @Property(bool, notify=stateChanged)
    def printed(self) -> bool:
        """Whether it was given to the printer as it stands now."""
        return self._printed

    @Property(str, notify=stateChanged)
    def saved(self) -> str:
        """Where it was saved as it stands now, or ""."""
        return self._where if self._written else ""

    # What may be done

    @Slot()
    def look(self) -> None:
        """Ask the system what printers it has, which may take it a while; think of a place for a PDF."""
        self._suggest(folder_for(QStandardPaths.StandardLocation.DocumentsLocation), self.tr("Page"))
        self._looked = False
        self._apart(self._look_for_printers)

    @Slot(str)
    def choosePrinter(self, name: str) -> None:
        """Print on this one."""
        self._printer = name
        self.changed.emit()

    @Slot()
    def printPage(self) -> None:
        """Print the page."""
        if self._printer and not self.busy:
            name, paper = self._printer, self._page.paper()

            def print_it() -> None:
                from grounding.window.along.printers import print_on  # noqa: PLC0415 - nothing of printing at the start

                try:
                    print_on(name, paper())
                except Failure as failure:
                    self._ended.emit(failure)
                else:
                    self._ended.emit(None)

            self._anew()
            self._printing = True
            self.changed.emit()
            self._apart(print_it)

    @Slot()
    def write(self) -> None:
        """Save the page as a PDF, which ends like one; where a file is there already, ask first."""
        if not self.kind:
            self.typeWhere(f"{self.path / self.tr('Page') if self.path.is_dir() else self.path}.{KINDS[0]}")
        super().write()

    @Slot(QUrl)
    def savePdf(self, url: QUrl) -> None:
        """Save the page as a PDF where it was said in a dialog."""
        self.chooseWhere(url)
        self.write()

    # Within

    def _apart(self, work: Callable[[], None]) -> None:
        """Do what waits for the system's printing on a thread that nobody waits for."""
        threading.Thread(target=work, name="printing", daemon=True).start()

    def _look_for_printers(self) -> None:
        from grounding.window.along.printers import printers  # noqa: PLC0415 - nothing of printing at the start

        self._found.emit(printers())

    @Slot(object)
    def _offer(self, names: tuple[str, ...]) -> None:
        self._printers, self._looked = names, True
        self._printer = self._printer if self._printer in names else next(iter(names), "")
        self.changed.emit()

    def _write(self) -> None:
        path, paper, replace = self.path, self._page.paper(), self._may_replace

        def save() -> None:
            refuse_if_there(path, replace=replace)
            with writing_whole(path) as file:
                file.write(paper().pdf())

        ended = self._told_end.emit
        self._begin(_Work(lambda: self._jobs.run(save, lambda _nothing: ended({"is": "written"}), ended)))

    @Slot(object)
    def _tell_end(self, failure: Failure | None) -> None:
        self._printing = False
        self._said = self._wording.sentence(failure) if failure else ""
        self._printed = failure is None
        self.changed.emit()

    @Slot()
    def _anew(self) -> None:
        """The page reads differently now, or goes elsewhere: what was printed or saved was another."""
        self._printed = False
        super()._anew()
