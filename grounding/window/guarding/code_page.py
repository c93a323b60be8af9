"""The recovery code on a page of its own, for a printer alone: a file of it would lie where the journal does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject, Signal
from PySide6.QtGui import QFontDatabase

from grounding.journal.along.page import Kind, Line
from grounding.window.along.paper import Paper, usual_size

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.window.guarding.locksmith import Locksmith


class CodePage(QObject):
    """What is printed of a recovery code while it is shown."""

    changed = Signal()

    def __init__(self, *, locksmith: Locksmith, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._locksmith = locksmith
        locksmith.changed.connect(self.changed)

    def paper(self) -> Callable[[], Paper]:
        """Return what lays out the page, on whatever thread that is done."""
        lines, size = tuple(self._lines()), usual_size()
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)  # so that no two letters look alike
        return lambda: Paper(lines, size=size, font=font)

    def _lines(self) -> tuple[Line, ...]:
        texts = (
            (Kind.WHEN, QLocale().toString(QDate.currentDate(), "d MMMM yyyy")),
            (Kind.SENSATION, self.tr("Recovery code of a journal in Grounding")),
            (Kind.WORDS, str(self._locksmith.code)),
            (Kind.SENSATION, self.tr("It opens the journal where the passphrase is lost. Whoever has it can do so.")),
        )
        return tuple(Line(key=str(number), entry="", kind=kind, text=text) for number, (kind, text) in enumerate(texts))
