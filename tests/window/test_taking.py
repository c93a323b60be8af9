"""Export and import in the window: the chosen file and nothing else, with a way to leave it, and a sentence."""

from __future__ import annotations

import contextlib
import csv
import json
import uuid

import pages
import pytest
from person import until
from PySide6.QtCore import Qt, QUrl

from grounding.base.settings import Settings
from grounding.body.region import Region
from grounding.journal.backup.backups import list_backups
from grounding.journal.repair.contents import ids_of
from grounding.journal.vault import Vault
from grounding.journal.wanted import Wanted

Key = Qt.Key


@pytest.fixture
def taker(person):
    """Somebody with two entries, on the page."""
    for _ in range(2):
        person.journal.add(pages.kept_entry())
    person.flow.show("journal")
    person.press("push button", "Export")
    return person


def place(person, where):
    """Say where it goes, as an assistive tool does."""
    field = person.find("text", "Where it goes")
    field.interface.editableTextInterface().deleteText(0, len(field.typed))
    person.write("Where it goes", str(where))


def exported(person):
    person.press("push button", "Export")
    until(lambda: not person.exporting.writing, "the end of the writing")


def imported(person, path):
    person.importing.chooseWhere(QUrl.fromLocalFile(str(path)))
    person.importing.take()
    until(lambda: not person.importing.working, "the end of it")


def test_all_of_the_journal_is_exported_where_it_is_said(taker, tmp_path):
    path = tmp_path / "for Ana 日.json"
    place(taker, path)
    assert any(text.startswith("The file is not encrypted: whoever has it can read it.") for text in taker.texts())
    exported(taker)
    assert f"Exported: {path}" in taker.texts()
    entries = json.loads(path.read_bytes())["entries"]
    assert [entry["report"]["line"] for entry in entries] == [pages.LINE] * 2
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in tmp_path.iterdir() if each.suffix == ".json"] == [path.name]


def test_a_spreadsheet_is_one_press_away_and_its_apostrophes_another(taker, tmp_path):
    place(taker, tmp_path / "all.json")
    assert taker.missing("check box", "Put an apostrophe before what a spreadsheet could take for a formula")
    taker.press("radio button", "CSV")
    exported(taker)
    with (tmp_path / "all.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["Place"] for row in csv.DictReader(file)] == ["Hands", "Chest"] * 2
    assert taker.find("check box", "Put an apostrophe before what a spreadsheet could take for a formula").checked


def test_only_what_the_journal_page_shows_may_be_exported(person, tmp_path):
    person.journal.add(pages.kept_entry())
    person.exporting._wanted_now = lambda: Wanted(region=Region.FEET)
    person.flow.show("export")
    place(person, tmp_path / "some.json")
    only = person.find("check box", "Only the entries that the journal page shows now")
    assert not only.checked
    for found in (1, 0):
        (tmp_path / "some.json").unlink(missing_ok=True)
        exported(person)
        assert len(json.loads((tmp_path / "some.json").read_bytes())["entries"]) == found
        person.act(only)


def test_where_nothing_is_filtered_there_is_nothing_to_choose(taker):
    assert taker.missing("check box", "Only the entries that the journal page shows now")


def test_it_is_all_done_by_keyboard_and_leads_back_to_the_journal(taker, tmp_path):
    taker.exporting.typeWhere(str(tmp_path / "a.json"))
    taker.tab_to("push button", "Export")
    taker.key(Key.Key_Return)
    until(lambda: taker.exporting.written, "the file")
    until(lambda: taker.focused_name() == "push button “Export”", "the keyboard where it was")
    taker.key(Key.Key_Escape)
    assert taker.flow.page == "journal"


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("nowhere/a.json", "could not be written (No such file or directory)"),
        ("a.json/b.csv", "could not be written (Not a directory)"),
    ],
)
def test_what_cannot_be_exported_is_told_in_a_sentence(taker, tmp_path, where, said):
    (tmp_path / "a.json").write_text("dear")
    place(taker, tmp_path / where)
    exported(taker)
    assert any(said in text for text in taker.texts())
    assert (tmp_path / "a.json").read_text() == "dear"


def test_a_file_of_no_kind_cannot_be_asked_for(taker, tmp_path):
    place(taker, tmp_path / "a.txt")
    assert not taker.find("push button", "Export").reached


def test_a_file_that_is_there_already_is_replaced_only_after_a_yes(taker, tmp_path):
    path = tmp_path / "a.json"
    path.write_text("dear")
    place(taker, path)
    taker.tab_to("push button", "Export")
    taker.key(Key.Key_Return)
    assert "There is a file of this name. Replace it?" in taker.texts()
    until(lambda: taker.focused_name() == "push button “No, keep it”", "the keyboard on the safer answer")
    taker.key(Key.Key_Return)
    until(lambda: taker.focused_name() == "push button “Export”", "the keyboard where it was")
    assert path.read_text() == "dear"
    taker.key(Key.Key_Return)
    until(lambda: taker.focused_name() == "push button “No, keep it”", "the question")
    taker.key(Key.Key_Escape)
    assert (taker.flow.page, taker.exporting.asks) == ("export", False)
    taker.press("push button", "Export")
    taker.press("push button", "Yes, replace it")
    until(lambda: taker.exporting.written, "the file")
    assert len(json.loads(path.read_bytes())["entries"]) == 2
    assert taker.missing("push button", "Yes, replace it")


def test_a_yes_for_one_file_is_none_for_another(taker, tmp_path):
    for name in ("a.json", "b.json"):
        (tmp_path / name).write_text("dear")
        place(taker, tmp_path / name)
        taker.press("push button", "Export")
        assert taker.exporting.asks
    assert {path.read_text() for path in tmp_path.glob("*.json")} == {"dear"}


def test_what_the_dialog_has_asked_about_is_not_asked_again(taker, tmp_path):
    for name, asks in (("a.json", False), ("b", True)):
        path = (tmp_path / name).with_suffix(".json")
        path.write_text("dear")
        taker.exporting.chooseWhere(QUrl.fromLocalFile(str(tmp_path / name)))
        taker.exporting.write()
        assert taker.exporting.asks == asks
        until(lambda: not taker.exporting.writing, "the end of it")
        assert (path.read_text() == "dear") == asks


def test_a_file_that_comes_meanwhile_is_asked_about_too(taker, tmp_path):
    path = tmp_path / "a.json"
    place(taker, path)
    taker.exporting.write()
    path.write_text("dear")
    until(lambda: not taker.exporting.writing, "the end of it")
    assert (taker.exporting.asks, path.read_text()) == (True, "dear")


def test_a_journal_is_taken_in_and_shown(taker, tmp_path):
    place(taker, tmp_path / "all.json")
    exported(taker)
    form = json.loads((tmp_path / "all.json").read_bytes())
    form["entries"] = [form["entries"][0] | {"id": str(uuid.UUID(int=7))}]
    (tmp_path / "more.json").write_text(json.dumps(form))
    taker.flow.show("journal")
    taker.settle()
    taker.flow.show("export")
    for _twice in range(2):
        imported(taker, tmp_path / "more.json")
        assert "Taken in. It is in your journal now." in taker.texts()
    taker.flow.back()
    until(lambda: taker.looking_back.entries.rowCount() == 3, "the entry")


def test_once_a_journal_is_taken_in_there_is_a_backup_of_all_of_it(taker, tmp_path, home):
    many(taker, tmp_path / "many.json", 30)
    assert not list_backups(home / "journal")
    imported(taker, tmp_path / "many.json")
    until(lambda: list_backups(home / "journal"), "the backup")
    taker.settle()
    (backup,) = list_backups(home / "journal")
    with taker.journal.lent() as (_vault, _folder, keys), contextlib.closing(Vault.open(backup.path, keys)) as copy:
        assert len(ids_of(copy)) == taker.journal.count() >= 30


def test_what_is_no_journal_is_told_in_a_sentence_and_nothing_is_taken_in(taker, tmp_path):
    (tmp_path / "bad.json").write_text('{"schema": "grounding-journal", "version": 1, "entries": [7]}')
    imported(taker, tmp_path / "bad.json")
    assert any("needs at “entry 1” fields in curly brackets" in text for text in taker.texts())
    assert taker.journal.count() == 2


def many(person, path, entries):
    """Write an exported journal with so many entries."""
    place(person, path)
    exported(person)
    form = json.loads(path.read_bytes())
    form["entries"] = [form["entries"][0] | {"id": str(uuid.UUID(int=number))} for number in range(entries)]
    path.write_text(json.dumps(form))


def test_what_is_taken_in_may_be_typed_and_taken_with_the_keyboard(taker, tmp_path):
    place(taker, tmp_path / "more.json")
    exported(taker)
    assert not taker.find("push button", "Import").reached
    taker.tab_to("text", "Where it is")
    taker.type(str(tmp_path / "more.json"))
    taker.tab_to("push button", "Import")
    taker.key(Key.Key_Return)
    until(lambda: "Taken in. It is in your journal now." in taker.texts(), "the end of it")


def test_an_import_can_be_left_and_changes_nothing_then(taker, tmp_path):
    many(taker, tmp_path / "many.json", 20_000)
    taker.importing.chooseWhere(QUrl.fromLocalFile(str(tmp_path / "many.json")))
    taker.importing.take()
    until(lambda: taker.importing.part > 0.21, "the first entries")
    assert [
        each for each in taker.everything() if each.role == "ProgressBar" and each.name.endswith(" of 100 taken in")
    ]
    assert taker.focused_name() == "push button “Cancel”"
    taker.key(Key.Key_Return)
    until(lambda: not taker.importing.working, "the end of it")
    assert taker.journal.count() == 2
    assert "Taken in. It is in your journal now." not in taker.texts()
    until(lambda: taker.focused_name() == "push button “Import”", "the keyboard where it was")


@pytest.mark.parametrize("leave", ["page", "window"])
def test_left_or_closed_what_is_under_way_is_not_done(taker, tmp_path, leave):
    many(taker, tmp_path / "many.json", 20_000)
    taker.importing.chooseWhere(QUrl.fromLocalFile(str(tmp_path / "many.json")))
    taker.importing.take()
    until(lambda: taker.importing.part > 0.21, "the first entries")
    if leave == "page":
        taker.flow.backToRoom()
        until(lambda: not taker.importing.working, "the end of it")
    else:
        taker.grounding.close()
    until(lambda: not (taker._home.journal / "journal.db-journal").exists(), "the end of it")
    assert taker.journal.count() == 2


def test_where_less_is_kept_that_is_said_beside_the_import(start):
    person = start(Settings(welcomed=True, keep_months=3))
    person.flow.show("export")
    assert "Older entries than you keep, as it is set in Settings, go again." in person.texts()


def test_it_suggests_a_folder_that_is_there_and_a_name_that_says_little(taker):
    assert taker.exporting.path.name == "Journal.json"
    assert taker.exporting.path.parent.is_dir()
