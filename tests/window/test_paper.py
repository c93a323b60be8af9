"""The page for a session: whole, from the side its script is written, the same wherever it is drawn."""

from __future__ import annotations

import contextlib
import re
import subprocess
import sys
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from grounding.journal.along.page import Kind, Line
from grounding.window.along.paper import MOST_PAGES, Paper
from grounding.window.along.typesetting import DPI, MARGIN_MM, from_the_right, in_dots

LONG = "It was there again, behind the ribs, and this time I could stay with it for a while before it moved. " * 12


def line(text, kind=Kind.WORDS, entry="a", key=None):
    return Line(key=key or text[:20], entry=entry, kind=kind, text=text)


@pytest.fixture
def paper(application):  # noqa: ARG001 - it lends the font
    """Return a function that lays out lines."""

    def lay_out(*lines, size="A4", **more):
        return Paper(lines, size=size, font=QGuiApplication.font(), **more)

    return lay_out


def inked(image, top=0.0, bottom=1.0):
    """Return the first and last column, as parts of the width, in which anything is drawn between two heights."""
    rows = range(int(top * image.height()), int(bottom * image.height()))
    columns = [
        x for x in range(0, image.width(), 2) if any(image.pixelColor(x, y).alpha() > 60 for y in rows if y % 2 == 0)
    ]
    return columns[0] / image.width(), columns[-1] / image.width()


def shades(image):
    """Return how dark a page is in each of many small places, on white."""
    white = QImage(image.size(), QImage.Format.Format_RGB32)
    white.fill(QColor("white"))
    painter = QPainter(white)
    painter.drawImage(0, 0, image)
    painter.end()
    small = white.scaled(
        320, 440, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(small.constBits())


@contextlib.contextmanager
def opened(data):
    """Lend a PDF as a reader opens it, with the numbers of its pages."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    yield document, range(document.pageCount())
    document.close()


def sizes(data):
    with opened(data) as (document, numbers):
        points = [document.pagePointSize(page) for page in numbers]
    return [(round(each.width()), round(each.height())) for each in points]


def pdf_pages(data):
    """Return the pages of a PDF as pictures, as a reader draws them, and all of its text."""
    with opened(data) as (document, numbers):
        pictures = [document.render(page, (document.pagePointSize(page) * 150 / 72).toSize()) for page in numbers]
        return pictures, "\n".join(document.getAllText(page).text() for page in numbers)


@pytest.mark.parametrize(("size", "points", "shape"), [("A4", (595, 842), 297 / 210), ("Letter", (612, 792), 11 / 8.5)])
def test_it_has_the_size_of_the_paper(paper, size, points, shape):
    laid = paper(line("We stayed."), size=size)
    assert laid.shape == pytest.approx(shape, abs=1e-3)
    assert sizes(laid.pdf()) == [points]
    picture = laid.picture(0)
    assert picture.height() / picture.width() == pytest.approx(shape, abs=2e-3)


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_what_is_printed_is_what_was_seen(paper, size):
    lines = [line(f"{number} {LONG[: number * 60]}", key=str(number)) for number in range(1, 11)]
    laid = paper(*lines, line("as if held", Kind.NOTE), line("Monday", Kind.WHEN), size=size)
    pictures, text = pdf_pages(laid.pdf())
    assert len(pictures) == laid.pages == 2
    assert "as if held" in text
    for page, printed in enumerate(pictures):
        seen, other = shades(laid.picture(page)), shades(printed)
        assert min(seen) < 150 < max(seen)
        assert sum(abs(one - another) > 60 for one, another in zip(seen, other, strict=True)) < 0.001 * len(seen)


def test_a_pdf_says_nothing_of_who_made_it(paper):
    data = paper(line("We stayed.")).pdf()
    assert set(re.findall(rb"/(?:Author|Title|Creator) \(([^)]*)\)", data)) <= {b"", b"\xfe\xff"}
    assert b"ounding" not in data


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Still moving. Allowed.", False),
        ("عدت إلى هنا", True),
        ("עדיין בתנועה. מותר.", True),
        ("胸が痛い", False),
        ("(3) עדיין", True),
        ("3, 4 …", False),
        ("Chest ثقيل", False),
    ],
)
def test_a_text_stands_at_the_side_from_which_it_is_written(paper, text, right):
    assert from_the_right(text) is right
    left_edge, right_edge = inked(paper(line(text)).picture(0))
    margin = in_dots(MARGIN_MM) / in_dots(210)
    if right:
        assert right_edge == pytest.approx(1 - margin, abs=0.01)
        assert left_edge > 0.4
    else:
        assert left_edge == pytest.approx(margin, abs=0.01)
        assert right_edge < 0.6


@pytest.mark.parametrize("text", ["short", LONG * 2, "x" * 3000, "日" * 900, "ש" * 900, "a\u00a0b" * 400, "🫀" * 300])
def test_nothing_is_drawn_outside_the_margins(paper, text):
    laid = paper(line(text), line(text, Kind.NOTE, key="note"))
    margin = in_dots(MARGIN_MM) / in_dots(210)
    for page in range(laid.pages):
        left, right = inked(laid.picture(page))
        assert left >= margin - 0.01
        assert right <= 1 - margin + 0.01


def test_line_breaks_stay_and_what_cannot_be_seen_does_not(paper):
    (one,) = paper(line("one")).places()
    (three,) = paper(line("one\ntwo\r\nthree")).places()
    assert three.height > 2.5 * one.height
    (same,) = paper(line("o\x00n\x07e\x1b")).places()
    assert same.height == one.height
    (empty,) = paper(line("\x00")).places()
    assert empty.height == one.height


def test_each_line_is_where_it_is_drawn(paper):
    laid = paper(line("first"), line("second", Kind.NOTE), line("third"))
    first, second, third = laid.places()
    assert first.y + first.height <= second.y
    assert second.y + second.height <= third.y
    picture = laid.picture(0)
    for place in (first, second, third):
        inked(picture, place.y, place.y + place.height)
    with pytest.raises(IndexError):
        inked(picture, third.y + third.height, 1.0)


@pytest.mark.parametrize("parts", [5, 6, 7, 8, 9])
def test_a_short_entry_is_not_broken_over_two_pages(paper, parts):
    entries = [
        line(f"{number}.{part}", entry=str(number), kind=Kind.WHEN if part == 0 else Kind.SENSATION)
        for number in range(48 // parts)
        for part in range(parts)
    ]
    pages = {}
    for place in paper(*entries).places():
        pages.setdefault(place.text.split(".")[0], set()).add(place.page)
    assert {len(each) for each in pages.values()} == {1}
    assert {page for each in pages.values() for page in each} == {0, 1}


def test_more_than_two_pages_is_told_and_a_whole_book_of_it_soon(paper):
    two = paper(*(line(LONG, entry=str(number), key=str(number)) for number in range(4)))
    assert (two.pages, two.too_long) == (2, False)
    three = paper(*(line(LONG, entry=str(number), key=str(number)) for number in range(14)))
    assert three.too_long
    assert all(place.page < MOST_PAGES for place in three.places())
    begun = time.monotonic()
    assert paper(line("a"), line("long " * 2_000_000)).too_long
    assert time.monotonic() - begun < 2
    assert not paper(line("a")).too_long


def test_nothing_is_no_page(paper):
    assert (paper().pages, paper().places(), paper().too_long) == (0, (), False)


texts = st.text(st.characters(exclude_categories=()), max_size=200)


@given(st.lists(st.tuples(texts, st.sampled_from(Kind)), max_size=4))
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_whatever_can_be_said_can_be_printed(paper, said):
    laid = paper(*(line(text, kind, key=str(number)) for number, (text, kind) in enumerate(said)))
    assert [place.key for place in laid.places()] == [str(number) for number in range(len(said))]
    for place in laid.places():
        assert 0 < place.x < place.x + place.width < 1
        assert 0 < place.y < place.y + place.height < 1
    for page in range(laid.pages):
        assert not laid.picture(page).isNull()


def test_the_ink_is_black_on_the_screen_as_on_paper(paper):
    laid = paper(line("We stayed."))
    picture = laid.picture(0)
    pixels = [picture.pixelColor(x, y) for x in range(130, 260) for y in range(120, 180)]
    assert {pixel.name() for pixel in pixels if pixel.alpha() > 250} == {"#000000"}
    assert picture.format() == QImage.Format.Format_ARGB32_Premultiplied


def test_it_is_laid_out_in_any_thread_without_a_word():
    script = """
import sys, threading
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
from grounding.journal.along.page import Kind, Line
from grounding.window.along.paper import Paper
def lay_out():
    lines = [Line(key=str(n), entry=str(n), kind=Kind.WORDS, text="long " * 300) for n in range(9)]
    paper = Paper(lines, size="A4", font=QGuiApplication.font())
    print(paper.pages, len(paper.pdf()) > 5000, paper.picture(1).width())
thread = threading.Thread(target=lay_out)
thread.start(); thread.join()
print(*{"PySide6.QtPrintSupport", "PySide6.QtWidgets"} & set(sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60)
    assert (done.stdout.splitlines()[1:], done.stderr) == ([""], "")
    assert done.stdout.splitlines()[0].split()[1:] == ["True", "1240"]
    assert DPI == 600
