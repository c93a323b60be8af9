"""The journal's page: what was said is read, opened, deleted and taken back, and everything can be deleted."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta

import pages
import pytest
from person import until
from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, QMetaObject, QPointF, Qt

from grounding.base.settings import Settings
from grounding.base.wording import Wording
from grounding.body.region import Region
from grounding.body.report import Report
from grounding.body.sensation import Sensation
from grounding.journal.backup.backups import list_backups
from grounding.journal.entry import new_entry
from grounding.journal.journal import Journal
from grounding.journal.keyring.envelope import FORMAT, check
from grounding.journal.when import in_local_time
from grounding.window.looking_back.long_list import HELD, PAGE
from grounding.window.looking_back.told import Told

Key = Qt.Key


@pytest.fixture
def reader(person):
    """Somebody whose journal holds one entry, on its page."""
    person.journal.add(pages.kept_entry())
    pages.journal_empty(person)
    return person


def cards(person):
    return [said for said in person.every("push button") if pages.LINE in said.name]


def read(person):
    """Let what was asked of the journal come, and what comes of that."""
    for _ in range(3):
        person.settle()


def delete_newest(person):
    person.act(cards(person)[0])
    read(person)
    person.press("push button", "Delete")
    read(person)


def test_an_empty_journal_expects_nothing(person):
    pages.journal_empty(person)
    assert any("nothing is expected" in said.name for said in person.every("label"))


def test_an_entry_is_a_card_with_ones_own_words_first(reader):
    (card,) = cards(reader)
    assert card.name.startswith(f"“{pages.LINE}”")
    assert "Hands restless, like bees (5)" in card.name
    assert "Chest tight, dull ache (7), then softer" in card.name


def test_an_opened_entry_tells_all_and_leads_back_to_its_card(reader):
    reader.act(cards(reader)[0])
    read(reader)
    said = [each.name for each in reader.everything()]
    reader.find("heading", f"“{pages.LINE}”")
    assert "Chest: as if held" in said
    assert "“not enough”" in said
    reader.key(Key.Key_Escape)
    reader.settle()
    assert pages.LINE in reader.focused_name()


def test_no_entry_is_counted_rated_or_praised(person):
    pages.journal(person)
    said = " ".join(person.texts()).casefold()
    for word in ("entries:", "3 entries", "total", "streak", "average", "trend", "progress", "in a row", "well done"):
        assert word not in said


# Deleted, and taken back


def test_a_deleted_entry_is_gone_from_the_disk_and_can_be_taken_back(reader):
    (entry,) = reader.journal.list()
    delete_newest(reader)
    assert cards(reader) == []
    assert reader.journal.list() == ()
    assert reader.focused_name() == "push button “Undo”"
    reader.press("push button", "Undo")
    read(reader)
    assert reader.journal.list() == (entry,)
    assert len(cards(reader)) == 1


def test_a_deletion_is_taken_back_by_the_usual_key_too(reader):
    delete_newest(reader)
    reader.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    read(reader)
    assert len(cards(reader)) == 1


def test_several_deletions_are_taken_back_one_by_one_the_last_first(person):
    pages.journal(person)
    before = person.journal.list()
    delete_newest(person)
    delete_newest(person)
    assert person.journal.list() == before[2:]
    person.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    read(person)
    assert person.journal.list() == before[1:]
    person.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    read(person)
    assert person.journal.list() == before
    assert person.missing("push button", "Undo")


def test_what_is_deleted_keeps_its_mark_and_its_earlier_wordings_for_the_way_back(person):
    pages.journal_opened(person)
    key = person.looking_back.opened.key
    person.journal.bring(key, True)
    before = person.journal.get(key), person.journal.earlier(key)
    person.press("push button", "Delete")
    read(person)
    person.press("push button", "Undo")
    read(person)
    assert (person.journal.get(key), person.journal.earlier(key)) == before


def test_once_the_page_is_left_what_was_deleted_is_gone_and_its_copies_may_go_too(reader):
    told = []
    reader.diary.gone.connect(lambda: told.append("gone"))
    delete_newest(reader)
    assert told == []
    reader.press("page tab", "Practice")
    assert told == ["gone"]
    reader.press("page tab", "Journal")
    reader.settle()
    assert reader.missing("push button", "Undo")
    assert reader.journal.list() == ()


def test_everything_can_be_deleted_after_a_question_and_the_window_begins_anew(reader, home):
    reader.press("page tab", "Settings")
    reader.press("push button", "Make one now")
    until(lambda: list_backups(home / "journal"), "the backup")
    reader.room.typeCrisis("somebody to call")
    reader.settle()
    reader.press("push button", "Delete everything")
    assert home.joinpath("journal").exists()
    assert reader.focused_name() == "push button “No, keep it”"
    (told,) = [text for text in reader.texts() if text.startswith("This deletes")]
    gone = ("journal", "backups", "set aside", "not yet kept", "settings", "crisis text", "practices", "log")
    for named in (*gone, "saved elsewhere"):
        assert named in told
    reader.press("push button", "Yes, delete everything")
    until(lambda: reader.flow.page == "welcome", "the first page")
    reader.settle()
    left = [path.name for path in home.rglob("*") if path.is_file()]
    assert left == []
    pages.journal_empty(reader)
    assert cards(reader) == []


# What comes in meanwhile


def test_what_the_command_line_adds_is_shown_where_the_journal_is_open(reader):
    reader.grounding._between._watch_journal()
    other = Journal(reader.journal._folder)
    other.add(new_entry("", Report(line="from elsewhere")))
    other.close()
    until(lambda: any("from elsewhere" in said.name for said in reader.every("push button")), "the new entry")


def test_what_somebody_else_deletes_is_shut_where_it_is_open(reader):
    reader.act(cards(reader)[0])
    read(reader)
    other = Journal(reader.journal._folder)
    other.delete(reader.looking_back.opened.key)
    other.close()
    reader.diary.refresh()
    until(lambda: reader.looking_back.opened.key == "", "the list")
    read(reader)
    assert cards(reader) == []
    assert reader.flow.said == ""


def test_what_is_written_now_from_here_leads_back_here_and_stands_first(reader):
    reader.press("push button", "Write something now")
    reader.press("check box", "Feet")
    reader.press("push button", "Keep")
    read(reader)
    assert reader.flow.page == "journal"
    newest = reader.looking_back.entries.rows[0]
    assert [each.region for each in newest.report.sensations] == [Region.FEET]


def test_what_was_let_pass_there_is_offered_back_here(reader):
    reader.press("push button", "Write something now")
    reader.press("check box", "Feet")
    reader.press("push button", "Let it pass")
    assert reader.flow.page == "journal"
    reader.press("push button", "Undo")
    assert reader.keeping.waiting


def test_the_keys_of_the_page_work_from_a_card_too(reader):
    reader.key(Key.Key_Down)
    assert pages.LINE in reader.focused_name()
    reader.key(Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert reader.focused_name() == "text “Search”"
    reader.key(Key.Key_Down)
    assert pages.LINE in reader.focused_name()
    reader.key(Key.Key_W)
    assert reader.flow.page == "write"


# Many entries


@pytest.fixture(scope="module")
def thousand(tmp_path_factory):
    """A journal of many entries of different heights, one a day, and the lines in them, newest first."""
    folder = tmp_path_factory.mktemp("thousand") / "journal"
    journal = Journal(folder)
    lines = []
    for number in range(HELD + 2 * PAGE):
        line = f"line {number} " + "and on " * (number % 24)
        lines.append(f"“{line.strip()}”")
        at = in_local_time(datetime(2026, 11, 20, 12) - timedelta(days=number))
        word = Sensation(region=Region.CHEST, words=(f"word {number % 50}",))
        journal.add(new_entry("breathe", Report(line=line.strip(), sensations=(word,)), at))
    journal.close()
    return folder, lines


@pytest.fixture
def scroller(start, home, thousand):
    folder, _lines = thousand
    home.mkdir(mode=0o700)
    for path in folder.iterdir():
        copy = home / "journal" / path.name
        copy.parent.mkdir(mode=0o700, exist_ok=True)
        copy.write_bytes(path.read_bytes())
        copy.chmod(0o600)
    person = start(Settings(welcomed=True))
    pages.journal_empty(person)
    read(person)
    return person


def the_list(person):
    return next(item for item in person.items() if item.property("headHeight") is not None)


def heading_at(person, y):
    """The line of the entry that is seen so far below the top of the list."""
    view = the_list(person)
    where = Q_ARG("double", view.property("contentY") + y)
    at = QMetaObject.invokeMethod(view, "rowAt", Qt.ConnectionType.DirectConnection, Q_RETURN_ARG("int"), where)
    return f"“{person.looking_back.entries.rows[at].report.line}”" if at >= 0 else None


def scroll_by(person, pixels):
    """Scroll as a wheel does; return whether that went anywhere."""
    view = the_list(person)
    top = view.property("originY")
    end = max(top, top + view.property("contentHeight") - view.height())
    before = view.property("contentY")
    view.setProperty("contentY", min(max(before + pixels, top), end))
    person.window.grabWindow()
    return abs(view.property("contentY") - before) >= 1


def pass_by(person, direction):
    """Scroll until nothing more comes; return every line that is met, once."""
    view, met = the_list(person), []
    while True:
        person.window.grabWindow()
        met += [heading_at(person, y) for y in range(2, int(view.height()), 20)][::direction]
        rows = person.looking_back.entries.rows
        if not scroll_by(person, direction * view.height() * 0.7):
            read(person)
            if person.looking_back.entries.rows == rows:
                return list(dict.fromkeys(filter(None, met)))
        person.settle()


def test_one_scrolls_through_all_entries_down_and_up_and_few_are_held(scroller, thousand):
    _folder, lines = thousand
    assert pass_by(scroller, 1) == lines
    assert len(scroller.looking_back.entries.rows) <= HELD + PAGE
    assert pass_by(scroller, -1) == lines[::-1]
    assert len(scroller.looking_back.entries.rows) <= HELD + PAGE
    assert len(the_list(scroller).property("contentItem").childItems()) < 40


def test_what_one_reads_stays_where_it_is_while_pages_come_and_go_above_it(scroller):
    pass_by(scroller, 1)
    while scroll_by(scroller, -350):
        before = heading_at(scroller, 60)
        read(scroller)
        scroller.window.grabWindow()
        assert heading_at(scroller, 60) == before


def test_in_a_small_window_one_key_leads_from_far_below_to_the_search_above(scroller):
    scroller.window.resize(800, 600)
    scroller.window.grabWindow()
    for _ in range(5):
        scroll_by(scroller, 400)
        scroller.settle()
    assert the_list(scroller).property("contentY") > 500
    scroller.key(Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert scroller.focused_name() == "text “Search”"
    assert 0 < scroller.focused.mapToScene(QPointF(0, 0)).y() < 300


def test_arrows_go_from_card_to_card_through_all_of_them(scroller, thousand):
    _folder, lines = thousand
    scroller.key(Key.Key_Down)
    met = []
    for _ in range(2 * PAGE):
        met.append(scroller.focused.property("row")["heading"])
        where = scroller.focused.mapToScene(QPointF(0, 0)).y()
        assert 0 <= where <= scroller.window.height()
        scroller.key(Key.Key_Down)
        scroller.settle()
    assert met == lines[: 2 * PAGE]


def test_page_keys_go_further_and_home_leads_back_to_the_newest(scroller, thousand):
    _folder, lines = thousand
    scroller.key(Key.Key_Down)
    scroller.key(Key.Key_PageDown)
    assert scroller.focused.property("row")["heading"] in lines[2:10]
    for _ in range(200):
        scroller.key(Key.Key_PageDown)
        scroller.settle()
    assert scroller.focused.property("row")["heading"] in lines[HELD:]
    scroller.key(Key.Key_Home)
    read(scroller)
    scroller.key(Key.Key_Up)
    assert scroller.looking_back.entries.rows[0].report.line in lines[0]
    assert scroller.focused.property("row")["heading"] == lines[0]


def test_enter_opens_the_card_and_one_comes_back_to_it_however_deep(scroller, thousand):
    _folder, lines = thousand
    scroller.key(Key.Key_Down)
    for _ in range(70):
        scroller.key(Key.Key_Down)
        scroller.settle()
    at = scroller.focused.property("row")["heading"]
    assert at == lines[70]
    scroller.key(Key.Key_Return)
    read(scroller)
    scroller.find("heading", at)
    scroller.key(Key.Key_Escape)
    read(scroller)
    assert scroller.focused.property("row")["heading"] == at


def test_what_a_newer_version_wrote_is_read_and_that_it_cannot_be_changed_is_said(start, home):
    written = Journal(home / "journal")
    written.add(new_entry("stay", Report(line="from later")))
    with written._open() as vault, vault.writing() as connection:
        connection.pragma("user_version", 99)
    written.close()
    person = start(Settings(welcomed=True))
    until(lambda: any("newer version" in text for text in person.texts()), "the sentence")
    person.flow.show("journal")
    person.settle()
    assert [said.name for said in person.every("push button") if said.name.startswith("“from later”")]


@pytest.fixture
def later_keys(home):
    """A journal whose key file a later version has written; as it was before."""
    journal = Journal(home / "journal")
    journal.add(pages.kept_entry())
    journal.close()
    files = [home / "journal" / name for name in ("keys.json", "keys.json.bak")]
    before = {file: file.read_bytes() for file in files}
    for file in files:
        later = {**json.loads(file.read_text()), "format": FORMAT + 1}
        del later["check"]
        file.write_text(json.dumps({**later, "check": check(later)}))
    return before


def reasons(person):
    """Return every sentence about a newer version that is to be seen."""
    return [said.name for said in person.everything() if "newer version" in said.name]


@pytest.mark.usefixtures("later_keys")
@pytest.mark.parametrize(("width", "height"), [(1120, 720), (800, 600)])
def test_where_it_cannot_be_read_it_is_not_called_empty_and_why_stays_on_the_page(start, width, height):
    person = start(Settings(welcomed=True, width=width, height=height))
    person.flow.show("journal")
    until(lambda: reasons(person), "the sentence")
    read(person)
    assert not [text for text in person.texts() if "Nothing is here" in text]
    assert len(reasons(person)) == 1
    person.flow.heard()
    read(person)
    assert len(reasons(person)) == 1
    assert not [text for text in person.texts() if "not in this time" in text]
    assert person.missing("push button", "Over time")
    assert person.missing("push button", "Print a page")


def test_once_it_can_be_read_again_the_page_says_no_more_of_why_it_could_not(start, later_keys):
    person = start(Settings(welcomed=True))
    person.flow.show("journal")
    until(lambda: reasons(person), "the sentence")
    read(person)  # whatever else asked the journal at the start has heard the same
    person.flow.heard()
    for file, data in later_keys.items():
        file.write_bytes(data)
    person.press("page tab", "Practice")
    person.press("page tab", "Journal")
    until(lambda: reasons(person) == [], "the end of the sentence")
    until(lambda: len(cards(person)) == 1, "the entry")


@pytest.mark.parametrize(("size", "percent"), [((1120, 720), 100), ((800, 600), 100), ((800, 600), 200)])
@pytest.mark.parametrize("which", [0, 1])
def test_the_way_to_take_a_deletion_back_has_the_keyboard_and_is_seen(start, size, percent, which):
    person = start(Settings(welcomed=True, width=size[0], height=size[1], text_percent=percent))
    pages.journal(person)
    person.looking_back.opened.open(person.looking_back.entries.rows[which].id)
    read(person)
    person.tab_to("push button", "Delete")
    person.key(Key.Key_Return)
    for _ in range(3):
        read(person)
        person.window.grabWindow()
    assert person.focused_name() == "push button “Undo”"
    where = person.focused.mapRectToScene(person.focused.boundingRect())
    room = person.find("push button", "Back to the room").item
    assert 0 <= where.top() < where.bottom() <= room.mapRectToScene(room.boundingRect()).top()


TOLD = Told(wording=Wording(), titles=str)


def test_places_without_a_word_are_said_once(person):
    hands, chest = Sensation(region=Region.HANDS), Sensation(region=Region.CHEST, words=("tight",))
    person.journal.add(new_entry("", Report(sensations=(hands,))))
    person.journal.add(new_entry("", Report(sensations=(hands, chest, replace(hands, region=Region.FEET, strength=4)))))
    person.flow.show("journal")
    person.settle()
    both, alone = (TOLD.card(each) for each in person.looking_back.entries.rows)
    assert (alone["heading"], alone["told"]) == ("Hands", [])
    assert (both["heading"], both["told"]) == ("Hands, Chest, Feet", ["Chest tight", "Feet (4)"])


def test_a_place_without_a_word_is_said_under_a_line_of_ones_own(person):
    person.journal.add(new_entry("", Report(line="We stayed.", sensations=(Sensation(region=Region.HANDS),))))
    person.flow.show("journal")
    person.settle()
    (row,) = person.looking_back.entries.rows
    assert TOLD.card(row)["told"] == ["Hands"]
