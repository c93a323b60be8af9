"""Where a page goes: to a printer of the system, or into a PDF."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.failure import Failure
from grounding.base.files import write_whole
from grounding.window.destination import folder_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.jobs import Jobs
    from grounding.base.wording import Wording
    from grounding.window.code_page import CodePage
    from grounding.window.printing import Printing

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Outward(QObject):
    """The printers there are, and what has become of the page."""

    changed = Signal()
    _found = Signal(object)
    _ended = Signal(object)

    def __init__(
        self, *, page: Printing | CodePage, jobs: Jobs, wording: Wording, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._page, self._jobs, self._wording = page, jobs, wording
        self._printers: tuple[str, ...] = ()
        self._looked = False
        self._printer = ""
        self._busy = False
        self._printed = False
        self._saved = ""
        self._said = ""
        self._found.connect(self._offer)
        self._ended.connect(self._tell_end)
        page.changed.connect(self._anew)

    # What is

    @Property(list, notify=changed)
    def printers(self) -> list[str]:
        """The names of the printers, the usual one first."""
        return list(self._printers)

    @Property(bool, notify=changed)
    def none(self) -> bool:
        """Whether the system has been asked, and has no printer."""
        return self._looked and not self._printers

    @Property(str, notify=changed)
    def printer(self) -> str:
        """The printer that is chosen, or ""."""
        return self._printer

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether the page is on its way."""
        return self._busy

    @Property(bool, notify=changed)
    def printed(self) -> bool:
        """Whether it was given to the printer as it stands now."""
        return self._printed

    @Property(str, notify=changed)
    def saved(self) -> str:
        """Where it was saved as it stands now, or ""."""
        return self._saved

    @Property(str, notify=changed)
    def said(self) -> str:
        """Why it could not be done, in one sentence, or ""."""
        return self._said

    @Property(QUrl, constant=True)
    def url(self) -> QUrl:
        """Where a PDF could go, for a dialog to begin with."""
        folder = folder_for(QStandardPaths.StandardLocation.DocumentsLocation)
        return QUrl.fromLocalFile(str(folder / f"{self.tr('Page')}.pdf"))

    # What may be done

    @Slot()
    def look(self) -> None:
        """Ask the system what printers it has; that may take it a while."""
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
        if self._printer and not self._busy:
            name, paper = self._printer, self._page.paper()

            def print_it() -> None:
                from grounding.window.printers import print_on  # noqa: PLC0415 - nothing of printing at the start

                try:
                    print_on(name, paper())
                except Failure as failure:
                    self._ended.emit(failure)
                else:
                    self._ended.emit(None)

            self._begin()
            self._apart(print_it)

    @Slot(QUrl)
    def savePdf(self, url: QUrl) -> None:
        """Save the page as a PDF where it was said in a dialog."""
        path, paper = Path(url.toLocalFile()).absolute(), self._page.paper()
        path = path if path.suffix.lower() == ".pdf" else Path(f"{path}.pdf")

        def saved(_nothing: None) -> None:
            self._saved = str(path)
            self._tell_end(None, printed=False)

        self._begin()
        self._jobs.run(lambda: write_whole(path, paper().pdf()), saved, self._tell_end)

    # Within

    def _apart(self, work: Callable[[], None]) -> None:
        """Do what waits for the system's printing on a thread that nobody waits for."""
        threading.Thread(target=work, name="printing", daemon=True).start()

    def _look_for_printers(self) -> None:
        from grounding.window.printers import printers  # noqa: PLC0415 - nothing of printing at the start

        self._found.emit(printers())

    @Slot(object)
    def _offer(self, names: tuple[str, ...]) -> None:
        self._printers, self._looked = names, True
        self._printer = self._printer if self._printer in names else next(iter(names), "")
        self.changed.emit()

    def _begin(self) -> None:
        self._anew()
        self._busy = True
        self.changed.emit()

    @Slot(object)
    def _tell_end(self, failure: Failure | None, *, printed: bool = True) -> None:
        self._busy = False
        self._said = self._wording.sentence(failure) if failure else ""
        self._printed = printed and failure is None
        self.changed.emit()

    @Slot()
    def _anew(self) -> None:
        """The page reads differently now: what was printed or saved was another."""
        self._printed, self._saved, self._said = False, "", ""
        self.changed.emit()
