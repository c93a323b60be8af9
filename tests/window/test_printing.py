"""`Print a page`: which entries, which lines, on what paper; printed, or saved as a PDF."""

from __future__ import annotations

import subprocess
import sys

import pages
import pytest
from person import until
from PySide6.QtCore import QPointF, Qt, QUrl
from PySide6.QtPrintSupport import QPrinter
from seen import unmoved
from test_colours import luminance

from grounding.base.settings import Settings, Theme
from grounding.body.report import Report
from grounding.journal.entry import new_entry
from grounding.window.along import printers

Key = Qt.Key


@pytest.fixture
def printer(person):
    """Somebody on the page, with one entry of two marked for a session."""
    pages.print_page(person)
    return person


def shown(person):
    """Return the lines on the page, once it is laid out."""
    for _read_then_laid_out in range(2):
        person.settle()
    return [each["text"] for each in person.printing.lines]


NOTHING = "Nothing is chosen yet."
SAID = [
    "not enough",
    "Hands restless, like bees (5)",
    "Chest tight, dull ache (7), then softer",
    "as if held",
    pages.LINE,
]


def test_what_is_marked_stands_there_already_in_the_persons_own_words(printer):
    assert shown(printer)[1:] == SAID
    assert printer.find("check box", f"“{pages.LINE}”").checked
    assert not printer.find("check box", "“We stayed.”").checked
    (picture,) = printer.printing.pictures
    assert not printer.printing.picture(*map(int, picture.split("/")[-2:])).isNull()


def test_where_none_is_marked_the_newest_stands_there(person):
    for days in (2, 1):
        person.journal.add(pages.kept_entry(days))
    person.journal.add(new_entry("stay", Report(line="We stayed.")))
    person.flow.show("print")
    assert shown(person)[1:] == ["We stayed."]
    assert [said.name for said in person.every("check box") if said.checked] == ["“We stayed.”"]


def test_with_nothing_chosen_the_page_says_so(printer):
    assert NOTHING not in printer.texts()
    printer.press("check box", f"“{pages.LINE}”")
    assert shown(printer) == []
    assert NOTHING in printer.texts()
    printer.press("check box", "I would rather say it aloud")
    shown(printer)
    assert NOTHING not in printer.texts()


def test_with_no_entry_yet_the_page_says_so_too(person):
    pages.print_nothing(person)
    assert NOTHING in person.texts()


@pytest.mark.parametrize("theme", Theme)
def test_the_page_is_as_light_as_paper_in_every_theme_and_its_words_are_dark(printer, theme):
    printer.preferences.set(theme=theme)
    shown(printer)
    images = [item for item in printer.items() if item.inherits("QQuickImage")]
    (sheet,) = [item for item in images if "paper" in item.property("source").toString()]
    picture = unmoved(printer)
    corner = sheet.mapToScene(QPointF(12, 12)).toPoint()
    assert luminance(picture.pixelColor(corner)) > 0.85
    first = printer.find("push button", f"Strike out: {SAID[0]}").item
    middle = first.mapToScene(QPointF(0, first.height() / 2)).toPoint()
    row = [luminance(picture.pixelColor(middle.x() + x, middle.y())) for x in range(60)]
    assert min(row) < 0.25


@pytest.mark.parametrize("size", [(1120, 720, 100), (800, 600, 100)])
def test_what_was_saved_does_not_push_the_button_away(start, tmp_path, size):
    width, height, percent = size
    printer = start(Settings(welcomed=True, width=width, height=height, text_percent=percent))
    pages.print_page(printer)
    save = printer.tab_to("push button", "Save as PDF")
    printer.window.grabWindow()
    before = save.mapToScene(QPointF())
    for path in ("page.pdf", "nowhere/page.pdf"):
        printer.outward.typeWhere(str(tmp_path / path))
        printer.click(save)
        until(lambda: printer.outward.saved or printer.outward.said, "the end of it")
        printer.settle()
        printer.window.grabWindow()
        assert save.mapToScene(QPointF()).y() == pytest.approx(before.y(), abs=1)


def test_entries_are_put_on_and_taken_off_the_oldest_first(printer):
    printer.press("check box", "“We stayed.”")
    assert [text for text in shown(printer) if text in ("We stayed.", pages.LINE)] == [pages.LINE, "We stayed."]
    printer.press("check box", f"“{pages.LINE}”")
    assert shown(printer)[1:] == ["We stayed."]
    assert printer.focused is not None


def test_any_line_is_struck_out_by_a_press_and_comes_back(printer):
    printer.press("push button", "Strike out: not enough")
    assert shown(printer)[1:] == SAID[1:]
    printer.press("push button", f"Strike out: {pages.LINE}")
    assert shown(printer)[1:] == SAID[1:-1]
    printer.press("push button", "Undo")
    assert shown(printer)[1:] == SAID[1:]
    printer.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown(printer)[1:] == SAID
    assert printer.missing("push button", "Undo")


def test_by_keyboard_one_line_after_the_other_is_struck_out(printer):
    printer.tab_to("push button", "Strike out: not enough")
    for left in range(len(SAID) - 1, -1, -1):
        printer.key(Key.Key_Return)
        assert shown(printer)[1:] == SAID[len(SAID) - left :]
        until(lambda: printer.focused_name().startswith("push button “Strike out"), "the next line")
    printer.key(Key.Key_Return)
    until(lambda: printer.focused_name() == "push button “Undo”", "what brings it back")
    assert shown(printer) == []
    assert not printer.find("push button", "Save as PDF").reached


def test_rather_to_say_it_aloud_leaves_nothing_else(printer, tmp_path):
    printer.press("check box", "I would rather say it aloud")
    assert shown(printer) == []
    printer.outward.savePdf(QUrl.fromLocalFile(str(tmp_path / "aloud.pdf")))
    until(lambda: printer.outward.saved, "the file")
    assert text_of(tmp_path / "aloud.pdf") == "I would rather say it aloud."
    printer.press("check box", "I would rather say it aloud")
    assert shown(printer)[1:] == SAID


def text_of(path):
    from PySide6.QtPdf import QPdfDocument

    document = QPdfDocument()
    document.load(str(path))
    text = "\n".join(document.getAllText(page).text() for page in range(document.pageCount()))
    document.close()
    return text.strip()


def test_a_pdf_has_what_is_seen_and_nothing_struck_out_and_is_the_owners_alone(printer, tmp_path):
    printer.press("push button", "Strike out: as if held")
    shown(printer)
    printer.outward.savePdf(QUrl.fromLocalFile(str(tmp_path / "page ü")))
    until(lambda: printer.outward.saved, "the file")
    path = tmp_path / "page ü.pdf"
    assert f"Saved: {path}" in printer.texts()
    text = " ".join(text_of(path).split())
    assert "Chest tight, dull ache (7), then softer" in text
    assert "as if held" not in text
    assert b"as if held" not in path.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600
    printer.press("check box", "“We stayed.”")
    assert f"Saved: {path}" not in printer.texts()


def test_a_pdf_that_cannot_be_written_is_told_in_a_sentence(printer, tmp_path):
    (tmp_path / "file").write_text("dear")
    printer.outward.savePdf(QUrl.fromLocalFile(str(tmp_path / "file" / "a.pdf")))
    until(lambda: printer.outward.said, "the sentence")
    assert any("could not be written" in text for text in printer.texts())
    assert not printer.outward.busy


def test_the_paper_can_be_the_other_one(printer):
    first, other = ("A4", "Letter") if printer.printing.size == "A4" else ("Letter", "A4")
    assert printer.find("radio button", first).checked
    shape = printer.printing.shape
    printer.press("radio button", other)
    shown(printer)
    assert (printer.printing.size, printer.printing.shape == shape) == (other, False)


def test_more_than_two_pages_are_told_and_cannot_be_printed(person):
    pages.print_long(person)
    assert any(text.startswith("This is more than two pages") for text in person.texts())
    assert not person.find("push button", "Save as PDF").reached
    person.press("check box", "I would rather say it aloud")
    person.settle()
    assert person.find("push button", "Save as PDF").reached


def test_older_entries_are_offered_when_asked_for(person):
    for number in range(45):
        person.journal.add(new_entry("stay", Report(line=f"line {number}")))
    person.flow.show("print")
    person.settle()
    assert [each["heading"] for each in person.printing.choices] == [f"“line {number}”" for number in range(44, 24, -1)]
    for offered in (40, 45):
        person.press("push button", "Older ones")
        person.settle()
        assert len(person.printing.choices) == offered
    assert person.missing("push button", "Older ones")


def test_where_there_is_no_printer_a_sentence_says_so(printer):
    assert printer.outward.none
    assert "No printer answers here. The page can be saved as a PDF, and printed anywhere." in printer.texts()
    assert printer.missing("push button", "Print")


def test_the_printers_there_are_can_be_chosen_the_usual_one_first(printer):
    printer.outward._offer(("Office", "Kitchen"))
    assert [said.name for said in printer.every("radio button")][-2:] == ["Office", "Kitchen"]
    assert printer.find("radio button", "Office").checked
    printer.press("radio button", "Kitchen")
    assert printer.outward.printer == "Kitchen"
    assert printer.find("push button", "Print").reached


def test_a_printer_that_has_gone_is_told_in_a_sentence(printer):
    printer.outward._offer(("Office",))
    printer.press("push button", "Print")
    until(lambda: not printer.outward.busy, "the end of it")
    assert "Office did not take the page just now; it can be tried again." in printer.texts()


def test_a_printer_gets_the_pages_as_they_are(printer, tmp_path):
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(tmp_path / "printed.pdf"))
    device.setFullPage(True)
    assert printer.printing.paper()().draw_on(device, device.newPage)
    assert "Chest tight, dull ache (7), then softer" in " ".join(text_of(tmp_path / "printed.pdf").split())


def test_without_the_systems_printing_there_is_no_printer(monkeypatch):
    monkeypatch.setitem(sys.modules, "PySide6.QtPrintSupport", None)
    assert printers.printers() == ()


def test_without_the_plugin_for_it_there_is_none_either_and_nothing_crashes():
    script = """
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
QCoreApplication.setLibraryPaths([])
from grounding.base.failure import Failure
from grounding.window.along.printers import print_on, printers
from grounding.window.along.paper import Paper
print(printers())
try:
    print_on("Office", Paper((), size="A4", font=QGuiApplication.font()))
except Failure as failure:
    print(failure)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60)
    assert (done.stdout, done.returncode) == ("()\nnot-printed (printer=Office)\n", 0)


def test_left_nothing_of_it_stays(printer):
    printer.press("push button", "Strike out: not enough")
    printer.flow.back()
    assert printer.flow.page == "journal"
    assert (printer.printing.lines, printer.printing.choices, printer.printing.pictures) == ([], [], [])
    printer.flow.show("print")
    assert shown(printer)[1:] == SAID


def test_left_before_it_is_read_nothing_comes_after(printer):
    printer.flow.back()
    printer.printing.open()
    printer.printing.readMore()
    printer.printing.leave()
    assert shown(printer) == []
    assert printer.printing.choices == []


def test_what_is_overtaken_is_not_shown(printer):
    seen = []
    printer.printing.changed.connect(lambda: seen.append(len(printer.printing.lines)))
    for _ in range(3):
        printer.printing.chooseAloud(True)
        printer.printing.chooseAloud(False)
    assert shown(printer)[1:] == SAID
    assert set(seen) == {len(SAID) + 1}


def test_a_journal_that_cannot_be_read_is_told(person, home):
    person.journal.add(pages.kept_entry())
    person.journal.close()
    file = home / "journal" / "journal.db"
    file.write_bytes(file.read_bytes()[:-3000])
    person.flow.show("print")
    until(lambda: person.flow.said, "the sentence")
    assert person.printing.nothing
