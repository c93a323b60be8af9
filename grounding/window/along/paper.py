"""The page for a session, laid out once and drawn the same on the screen, in a PDF and by a printer."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QMarginsF, QPointF
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter

from grounding.window.along.typesetting import DPI, FORMS, MARGIN_MM, SetText, in_dots, set_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QFont, QPaintDevice

    from grounding.journal.along.page import Line

SIZES = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}
MOST_PAGES = 2
MOST_CHARACTERS = 20_000
"""Far more than two pages hold; what comes after is not laid out."""
_TOGETHER = 0.4
"""An entry is not broken over two pages where it takes less than so much of one."""
_PICTURE_DPI = 150
_FADED = 0.72
"""How much of the ink the moment of an entry has."""


def usual_size() -> str:
    """Return the size of paper that is usual where the system's language is spoken."""
    us = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return "Letter" if us else "A4"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a line is, or begins, on its page, as parts of the page's width and height."""

    key: str
    text: str
    page: int
    x: float
    y: float
    width: float
    height: float


class Paper:
    """The lines on pages of one size. Not to be used by two threads at once."""

    def __init__(self, lines: Sequence[Line], *, size: str, font: QFont) -> None:
        self.size = size
        self._width, self._height = (float(each) for each in QPageSize(SIZES[size]).sizePixels(DPI).toTuple())
        self._margin = in_dots(MARGIN_MM)
        kept = _at_most(lines)
        self._cut = len(kept) < len(lines)
        self._texts = [set_text(line, font=font, left=self._margin, width=self._width) for line in kept]
        self._place(together=True)
        if self.pages > MOST_PAGES:
            self._place(together=False)

    @property
    def pages(self) -> int:
        return max((row.page for text in self._texts for row in text.rows), default=-1) + 1

    @property
    def too_long(self) -> bool:
        """Whether it is more than is taken to a session."""
        return self._cut or self.pages > MOST_PAGES

    @property
    def shape(self) -> float:
        """The height of a page for a width of 1."""
        return self._height / self._width

    def places(self) -> tuple[Place, ...]:
        """Return where each line is, those of the first two pages; all of the width belongs to it."""
        return tuple(self._place_of(text) for text in self._texts if text.rows[0].page < MOST_PAGES)

    def picture(self, page: int) -> QImage:
        """Return one page as it will be, on nothing."""
        scale = _PICTURE_DPI / DPI
        image = QImage(
            round(self._width * scale), round(self._height * scale), QImage.Format.Format_ARGB32_Premultiplied
        )
        image.fill(0)
        painter = QPainter(image)
        painter.scale(scale, scale)
        self._draw(painter, page)
        painter.end()
        return image

    def pdf(self) -> bytes:
        """Return the pages as a PDF, which says nothing of who made it."""
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setPageSize(QPageSize(SIZES[self.size]))
        writer.setPageMargins(QMarginsF())
        writer.setResolution(DPI)
        self.draw_on(writer, writer.newPage)
        buffer.close()
        return bytes(data.data())

    def draw_on(self, device: QPaintDevice, new_page: Callable[[], object]) -> bool:
        """Draw all pages on what prints; return whether that could be done."""
        painter = QPainter()
        if not painter.begin(device):
            return False
        painter.scale(device.logicalDpiX() / DPI, device.logicalDpiY() / DPI)
        for page in range(self.pages):
            if page:
                new_page()
            self._draw(painter, page)
        return painter.end()

    def _draw(self, painter: QPainter, page: int) -> None:
        ink = QColor("black")
        faded = QColor(ink)
        faded.setAlphaF(_FADED)
        for text in self._texts:
            painter.setPen(faded if FORMS[text.line.kind].faded else ink)
            for row in text.rows:
                if row.page == page:
                    row.line.draw(painter, QPointF())

    def _place(self, *, together: bool) -> None:
        """Put every row on its page, one below the other."""
        bottom, page, y = self._height - self._margin, 0, self._margin
        for _entry, group in groupby(self._texts, key=lambda text: text.line.entry):
            texts = [*group]
            height = sum(text.above + text.height for text in texts)
            if together and y + height > bottom and height < _TOGETHER * self._height:
                page, y = page + 1, self._margin
            for text in texts:
                y += text.above if y > self._margin else 0.0
                for row in text.rows:
                    if y + row.line.height() > bottom:
                        page, y = page + 1, self._margin
                    row.put(page, y)
                    y += row.height

    def _place_of(self, text: SetText) -> Place:
        page = text.rows[0].page
        rows = [row.line.rect() for row in text.rows if row.page == page]
        return Place(
            key=text.line.key,
            text=text.line.text,
            page=page,
            x=self._margin / self._width,
            y=rows[0].top() / self._height,
            width=1 - 2 * self._margin / self._width,
            height=(rows[-1].bottom() - rows[0].top()) / self._height,
        )


def _at_most(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines, up to where they are far too many for the paper."""
    return tuple(_kept(lines))


def _kept(lines: Sequence[Line]) -> Iterator[Line]:
    characters = 0
    for line in lines:
        characters += len(line.text)
        if characters > MOST_CHARACTERS:
            return
        yield line
