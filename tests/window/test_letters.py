"""Letters: with one key, too, whatever has a field can be written."""

from __future__ import annotations

import pages
import pytest
from person import until
from PySide6.QtCore import QRectF, Qt
from secret import PASSPHRASE
from test_fit import above_of, drawn, rect, within
from walking import ALPHABET, EACH_S, choose, go_by, letters, press, walk_to, write, write_into, write_number

from grounding.base.settings import Settings
from grounding.window.one_key.one_key import ASIDE_S, Does

Key = Qt.Key
ON = Settings(welcomed=True, one_key=True)
FIRST = " ".join(ALPHABET.rows[0])


@pytest.fixture
def alone(start):
    """Somebody at home with one key."""
    return start(ON)


def opened(person, field="What is underneath"):
    """The step that asks for a name, whose field is written in."""
    pages.name(person)
    choose(person, "push button", "Say it here")
    walk_to(person, "text", field)
    press(person)
    assert letters(person) is not None


# Whatever has a field


def test_an_own_word_is_written_with_one_key_and_kept(alone):
    pages.check_in_empty(alone)
    choose(alone, "check box", "Chest")
    write_into(alone, "Own word for Chest", "like bees")
    assert alone.answers.ownWord("chest", False) == "like bees"
    choose(alone, "push button", "Stay with it")
    while alone.run.kind != "close":
        alone.run.next()
    choose(alone, "push button", "Keep")
    alone.settle()
    (entry,) = alone.journal.list()
    (chest,) = entry.report.sensations
    assert chest.words == ("like bees",)


def test_a_note_is_written_with_one_key(alone):
    pages.check_in_empty(alone)
    choose(alone, "check box", "Hands")
    choose(alone, "push button", "Say more")
    write_into(alone, "Note for Hands", "no, not now.")
    assert alone.answers.note("hands") == "no, not now."


def test_what_is_underneath_has_a_name_with_one_key(alone):
    opened(alone)
    write(alone, "I am late")
    choose(alone, "push button", "Done")
    assert alone.answers.underneath == "I am late"
    assert letters(alone) is None
    walk_to(alone, "push button", "Go on")


def test_a_line_to_keep_is_written_with_one_key(alone):
    alone.flow.writeNow()
    write_into(alone, "A line to keep", "rain")
    assert alone.answers.check_in.line == "rain"


def test_the_crisis_text_is_written_with_one_key(alone):
    alone.flow.show("settings")
    write_into(alone, "Crisis text", "Ana 112")
    assert alone.room.crisis == "Ana 112"


def test_a_passphrase_is_written_with_one_key_and_its_letters_are_nowhere_to_be_seen(alone):
    pages.passphrase_new(alone)
    choose(alone, "text", "New passphrase")
    write(alone, "q9z")
    (field,) = [said for said in alone.everything() if said.role == "text" and said.name == "New passphrase"]
    assert field.item.property("text") == "q9z"
    assert field.typed == "•••" or set(field.typed) == {field.typed[0]}
    for shown in alone.texts():
        assert "q9" not in (shown or "")
        assert "9z" not in (shown or "")
    assert "q" not in field.item.property("displayText")


def test_the_journal_is_unlocked_with_one_key(alone):
    pages.locked(alone)
    choose(alone, "text", "Passphrase")
    write(alone, PASSPHRASE)
    choose(alone, "push button", "Done")
    choose(alone, "push button", "Unlock")
    until(lambda: not alone.lock.shut, "the journal")


def test_a_search_is_written_with_one_key(alone):
    pages.journal(alone)
    write_into(alone, "Search", "not")
    assert alone.looking_back.seeking.text == "not"


def test_in_the_editor_a_number_takes_digits_and_no_letters(alone):
    pages.edit_step(alone)
    choose(alone, "text", "seconds")
    rows = [said.name for said in alone.every("push button") if within(said.item, letters(alone))]
    assert rows == ["1 2 3 4 5", "6 7 8 9 0 .", "Delete", "Done", "Back to the room"]
    before = alone.step_editing.amount
    write_number(alone, "5")
    assert alone.step_editing.amount == before + "5"
    choose(alone, "push button", "Delete")
    choose(alone, "push button", "Done")
    assert alone.step_editing.amount == before


def test_the_seconds_of_a_drawn_stroke_are_written_whole_before_they_are_taken(alone):
    pages.breath(alone)
    choose(alone, "text", "Seconds of stroke 1")
    write_number(alone, "10.5")
    assert alone.find("text", "Seconds of stroke 1").typed == "10.5"
    choose(alone, "push button", "Done")
    assert alone.drawn.rows[0]["seconds"] == 10.5


# How it goes


def test_a_letter_is_two_presses_and_the_next_begins_at_the_first_row(alone):
    opened(alone)
    assert alone.focused_name() == f"push button “{FIRST}”"
    press(alone)
    assert alone.focused_name() == "push button “e”"
    press(alone)
    assert alone.answers.underneath == "e"
    assert alone.focused_name() == f"push button “{FIRST}”"


def test_a_letter_costs_seconds(alone):
    opened(alone)
    before_s = alone.hand.awake_s
    text = "i am afraid that stopping makes me useless"
    write(alone, text)
    assert alone.answers.underneath == text
    assert (alone.hand.awake_s - before_s) / len(text) < 4 * EACH_S


def test_one_capital_is_written_and_then_small_letters(alone):
    opened(alone)
    write(alone, "Ana")
    assert alone.answers.underneath == "Ana"


def test_a_capital_that_was_not_meant_is_taken_back(alone):
    opened(alone)
    choose(alone, "push button", "Capital")
    assert alone.focused_name() == f"push button “{FIRST.upper()}”"
    choose(alone, "push button", "Small letters")
    write(alone, "a")
    assert alone.answers.underneath == "a"


def test_a_row_that_was_not_meant_leads_back(alone):
    opened(alone)
    press(alone)
    choose(alone, "push button", "Other letters")
    assert alone.focused_name() == f"push button “{FIRST}”"
    assert alone.answers.underneath == ""


@pytest.mark.parametrize("last", ["n", "ñ", "n\u0303", "👍🏽", "👨‍👩‍👧", "ж"])
def test_delete_takes_the_last_letter_whole_and_writing_goes_on(alone, last):
    pages.name_open(alone)
    alone.write("What is underneath", "a" + last)
    opened_over(alone)
    choose(alone, "push button", "Delete")
    assert alone.answers.underneath == "a"
    assert alone.focused_name() == "push button “Delete”"
    go_by(alone)
    assert alone.focused_name() == f"push button “{FIRST}”"


def test_delete_pressed_again_takes_the_one_before_and_then_there_is_nothing(alone):
    pages.name_open(alone)
    alone.write("What is underneath", "ab")
    opened_over(alone)
    walk_to(alone, "push button", "Delete")
    for left in ("a", "", ""):
        press(alone)
        assert alone.answers.underneath == left


def opened_over(person):
    walk_to(person, "text", "What is underneath")
    press(person)


@pytest.mark.parametrize("leaves", ["Done", "Esc"])
def test_done_or_esc_leave_what_is_written_and_the_walk_goes_on_after_the_field(alone, leaves):
    opened(alone)
    write(alone, "so")
    if leaves == "Done":
        choose(alone, "push button", "Done")
    else:
        alone.key(Key.Key_Escape)
        alone.hand.awake_s += ASIDE_S
    assert letters(alone) is None
    assert alone.run.running
    assert alone.focused_name() == "text “What is underneath”"
    go_by(alone)
    assert alone.focused_name() == "push button “Go on”"
    assert alone.answers.underneath == "so"


def test_the_walk_goes_over_the_letters_alone_and_rests_with_them_open(alone):
    opened(alone)
    write(alone, "so")
    press(alone)
    assert alone.focused_name() == "push button “e”"
    for _ in range(100):
        if alone.one_key._does is Does.BEGINS:
            break
        assert within(alone.focused, letters(alone))
        go_by(alone)
    assert not alone.one_key._timer.isActive()
    assert alone.focused == letters(alone)
    press(alone)
    assert alone.focused_name() == f"push button “{FIRST}”"
    write(alone, "on")
    assert alone.answers.underneath == "soon"


def test_no_more_is_written_than_a_field_takes(alone):
    pages.check_in(alone)
    item = alone.find("text", "Own word for Hands").item
    alone.write("Own word for Hands", "👍" * (item.property("most") - 1))
    choose(alone, "text", "Own word for Hands")
    write(alone, "to")
    whole = "👍" * (item.property("most") - 1) + "t"
    assert item.property("text") == whole
    assert alone.answers.ownWord("hands", False) == whole
    choose(alone, "push button", "Delete")
    assert item.property("text") == whole[:-1]


def test_what_was_refused_is_written_anew_in_its_place(alone):
    pages.locked_still(alone)
    field = alone.find("text", "Passphrase").item
    alone.write("Passphrase", "wrong")
    field.selectAll()
    choose(alone, "text", "Passphrase")
    write(alone, "on")
    assert field.property("text") == "on"


def test_another_hand_types_into_the_same_field(alone):
    opened(alone)
    alone.type("bat")
    assert (alone.flow.page, alone.answers.underneath) == ("sitting", "bat")
    alone.key(Key.Key_Backspace)
    assert alone.answers.underneath == "ba"


def test_who_leads_the_keyboard_into_a_field_by_hand_is_not_taken_for_the_one_key(alone):
    alone.flow.writeNow()
    alone.tab_to("text", "A line to keep")
    alone.type("a ")
    assert alone.answers.check_in.line == "a "
    assert letters(alone) is None


def test_soon_after_another_hand_a_press_still_opens_the_letters(alone):
    pages.name_open(alone)
    alone.tab_to("push button", "Go on")
    alone.hand.awake_s += ASIDE_S
    walk_to(alone, "text", "What is underneath")
    press(alone)
    assert letters(alone) is not None
    assert alone.answers.underneath == ""


def test_the_letters_go_with_their_page(alone):
    opened(alone)
    choose(alone, "push button", "Back to the room")
    assert alone.flow.page == "room"
    assert letters(alone) is None


def test_the_letters_go_with_their_field(alone):
    opened(alone)
    alone.run.next()
    alone.settle()
    assert letters(alone) is None
    go_by(alone)
    assert alone.focused is not None


def test_all_keys_take_the_place_of_the_letters(alone):
    opened(alone)
    write(alone, "e")
    alone.key(Key.Key_F1)
    until(lambda: alone.every("heading", "Everywhere"), "the keys")
    assert letters(alone) is None
    assert alone.answers.underneath == "e"


def test_tab_goes_over_all_of_them_too(alone):
    opened(alone)
    met = set()
    for _ in range(len(ALPHABET.rows) + 20):
        met.add(alone.focused_name())
        alone.key(Key.Key_Tab)
    rows = [" ".join(row) for row in (*ALPHABET.rows, *ALPHABET.signs, *ALPHABET.digits)]
    others = ("Space", "Delete", "Done", "Capital", "Back to the room")
    assert met == {f"push button “{name}”" for name in (*rows, *others)}
    alone.key(Key.Key_Backtab)
    assert within(alone.focused, letters(alone))


def test_a_screen_reader_is_told_what_the_letters_are_for(alone):
    opened(alone)
    about = alone.find("panel", "Letters")
    assert about.description == "What is underneath"
    assert not about.item.hasActiveFocus()  # the letter has, and nothing else is told to


def test_switched_off_there_are_no_letters(person):
    pages.name_open(person)
    person.key(Key.Key_Space)
    assert person.find("text", "What is underneath").typed == " "
    assert letters(person) is None
    assert "_letters" not in vars(person.alphabet)
    assert person.with_property("lifted") == []


def test_switched_off_meanwhile_they_go(alone):
    opened(alone)
    write(alone, "e")
    alone.preferences.set(one_key=False)
    assert letters(alone) is None
    assert alone.answers.underneath == "e"
    assert not alone.find("text", "What is underneath").item.property("written")


# What is seen

SIZES = {"large": (1120, 720, 100), "small": (800, 600, 200)}
WITH_FIELDS = (
    pages.name_open, pages.check_in_more, pages.again_more, pages.write, pages.close, pages.settings,
    pages.journal, pages.journal_days, pages.journal_rewording, pages.locked, pages.passphrase_new,
    pages.edit_step, pages.breath, pages.share, pages.save,
)  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", WITH_FIELDS)
def test_every_field_is_seen_above_its_letters(start, page, size):
    width, height, percent = SIZES[size]
    settings = Settings(one_key=True, welcomed=True, width=width, height=height, text_percent=percent)
    person = start(settings)
    page(person)
    drawn(person)
    fields = [said for said in person.every("text") if not said.item.property("readOnly")]
    assert fields
    for said in fields:
        said.item.forceActiveFocus()
        drawn(person)
        person.hand.awake_s += ASIDE_S
        press(person)
        drawn(person)
        field, over = rect(said.item), rect(letters(person))
        assert 0 <= field.top() <= field.bottom() <= over.top(), said
        assert over.bottom() <= height
        person.key(Key.Key_Escape)
        drawn(person)


@pytest.mark.parametrize("size", SIZES)
def test_of_a_long_text_the_line_that_is_written_is_seen(start, size):
    width, height, percent = SIZES[size]
    person = start(Settings(one_key=True, welcomed=True, width=width, height=height, text_percent=percent))
    pages.settings(person)
    person.write("Crisis text", "\n".join(f"Somebody to call {number}" for number in range(30)))
    drawn(person)
    choose(person, "text", "Crisis text")
    for _ in range(2):
        drawn(person)
        field = person.find("text", "Crisis text").item
        line = field.mapRectToScene(field.property("cursorRectangle"))
        (scroll,) = [above for above in above_of(field) if above.inherits("QQuickFlickable")]
        seen = rect(scroll).intersected(QRectF(0, 0, width, rect(letters(person)).top()))
        assert seen.top() <= line.top() <= line.bottom() <= seen.bottom()
        write(person, "e")
    person.key(Key.Key_Escape)
    drawn(person)
    assert rect(person.find("push button", "Back to the room").item).bottom() <= height


def test_the_words_of_a_prompt_are_written_with_one_key(alone):
    pages.edit_step(alone)
    choose(alone, "text", "Prompt 2")
    before = alone.prompt_editing.rows[1]["text"]
    write(alone, " so.")
    assert alone.prompt_editing.rows[1]["text"] == before + " so."
    choose(alone, "push button", "Done")
    walk_to(alone, "text", "Quiet after it")
