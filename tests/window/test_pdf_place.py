"""Where a page goes as a PDF: typed into our own field, and no file is replaced unasked."""

from __future__ import annotations

import pages
import pytest
from person import until
from PySide6.QtCore import Qt, QUrl

FIELD = "Where the PDF goes"


@pytest.fixture
def printer(person):
    pages.print_page(person)
    return person


def type_place(person, path):
    field = person.tab_to("text", FIELD)
    person.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    person.type(str(path))
    assert field.property("text") == str(path)


def save(person):
    person.tab_to("push button", "Save as PDF")
    person.key(Qt.Key.Key_Space)
    person.settle()


def saved(person):
    until(lambda: person.outward.saved or person.outward.said, "the end of it")
    assert person.outward.said == ""
    return person.outward.saved


def test_a_place_is_there_already_and_another_is_typed(printer, tmp_path):
    assert printer.find("text", FIELD).typed.endswith("/Page.pdf")
    type_place(printer, tmp_path / "mine.pdf")
    save(printer)
    assert saved(printer) == str(tmp_path / "mine.pdf")
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF")
    assert f"Saved: {tmp_path / 'mine.pdf'}" in printer.texts()
    assert printer.focused_name() == "push button “Save as PDF”"


def test_what_is_typed_without_an_ending_becomes_a_pdf(printer, tmp_path):
    printer.outward.typeWhere(str(tmp_path / "mine"))
    save(printer)
    assert saved(printer) == str(tmp_path / "mine.pdf")


def test_in_a_folder_that_is_typed_it_has_its_usual_name(printer, tmp_path):
    printer.outward.typeWhere(f"{tmp_path}/")
    save(printer)
    assert saved(printer) == str(tmp_path / "Page.pdf")


def test_nothing_is_saved_where_nothing_is_typed(printer):
    printer.outward.typeWhere(" ")
    assert not printer.find("push button", "Save as PDF").reached


@pytest.mark.parametrize("answer", ["No, keep it", "Yes, replace it", "Escape"])
def test_a_file_that_is_there_is_asked_about_first(printer, tmp_path, answer):
    path = tmp_path / "mine.pdf"
    path.write_text("dear")
    printer.outward.typeWhere(str(path))
    save(printer)
    until(lambda: printer.focused_name() == "push button “No, keep it”", "the question")
    assert path.read_text() == "dear"
    if answer == "Escape":
        printer.key(Qt.Key.Key_Escape)
    else:
        printer.press("push button", answer)
    until(lambda: printer.focused_name() == "push button “Save as PDF”", "the end of it")
    assert printer.flow.page == "print"
    if answer == "Yes, replace it":
        assert saved(printer) == str(path)
        assert path.read_bytes().startswith(b"%PDF")
    else:
        assert path.read_text() == "dear"


def test_a_file_that_comes_meanwhile_is_asked_about_too(printer, tmp_path):
    path = tmp_path / "mine.pdf"
    printer.outward.typeWhere(str(path))
    printer.jobs.run(lambda: path.write_text("dear"))
    printer.outward.write()
    until(lambda: printer.outward.asks, "the question")
    assert path.read_text() == "dear"


def test_one_that_was_chosen_in_the_systems_dialog_has_been_asked_about(printer, tmp_path):
    (tmp_path / "mine.pdf").write_text("dear")
    printer.outward.chooseWhere(QUrl.fromLocalFile(str(tmp_path / "mine.pdf")))
    save(printer)
    saved(printer)
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF")


def test_no_folder_is_made_for_it(printer, tmp_path):
    printer.outward.typeWhere(str(tmp_path / "no" / "such" / "mine.pdf"))
    save(printer)
    until(lambda: printer.outward.said, "the sentence")
    assert not (tmp_path / "no").exists()


def test_escape_leaves_the_field_and_keeps_what_is_in_it(printer, tmp_path):
    type_place(printer, tmp_path / "mine.pdf")
    printer.key(Qt.Key.Key_Escape)
    assert printer.flow.page == "print"
    assert printer.outward.where == str(tmp_path / "mine.pdf")


def test_the_question_is_seen_whole_beside_the_page(printer, tmp_path):
    (tmp_path / "mine.pdf").write_text("dear")
    printer.outward.typeWhere(str(tmp_path / "mine.pdf"))
    save(printer)
    until(lambda: printer.focused_name() == "push button “No, keep it”", "the question")
    for _ in range(3):
        printer.window.grabWindow()
        printer.settle()
    no = printer.focused
    (page,) = [item for item in printer.items() if item.inherits("QQuickFlickable")]
    assert no.mapRectToItem(page, no.boundingRect()).bottom() < page.height() - 4
