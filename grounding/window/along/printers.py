"""The printers that the system has; nothing of printing is loaded before somebody asks for it.

Both functions may take as long as the system's printing takes to answer, and belong on a thread of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPageSize

from grounding.base.failure import Failure
from grounding.window.along.paper import SIZES
from grounding.window.along.typesetting import DPI

if TYPE_CHECKING:
    from grounding.window.along.paper import Paper

_NAME = "Page"
"""What a queue of print jobs shows; it says nothing of what is on it."""


def printers() -> tuple[str, ...]:
    """Return the names of the printers, the usual one first; none where the system cannot say."""
    try:
        from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - as above
    except ImportError:  # a library of the system that it needs is missing
        return ()
    usual, names = QPrinterInfo.defaultPrinterName(), QPrinterInfo.availablePrinterNames()
    return tuple(sorted(names, key=lambda name: name != usual))


def print_on(name: str, paper: Paper) -> None:
    """Print the pages.

    Raises:
        Failure: `not-printed`.
    """
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # noqa: PLC0415 - as above

    printer = QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
    printer.setDocName(_NAME)
    printer.setPageSize(QPageSize(SIZES[paper.size]))
    printer.setFullPage(True)
    printer.setResolution(DPI)
    gone = QPrinterInfo.printerInfo(name).isNull()
    if gone or not paper.draw_on(printer, printer.newPage) or printer.printerState() == QPrinter.PrinterState.Error:
        raise Failure("not-printed", printer=name)
