"""Everything with one key: the keyboard goes from thing to thing by itself, and one key presses, breathes and leads."""

from __future__ import annotations

import re
from itertools import groupby, pairwise

import pages
import pytest
from person import PRESSED, until
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from test_fit import within
from walking import EACH_S, choose, go_by, letters, press, walk_to

from grounding.base.settings import Settings, read_settings
from grounding.window.one_key import ASIDE_S, HELD_S, WRITING_S, Does

Key = Qt.Key
ON = Settings(welcomed=True, one_key=True)
both_keys = pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return])


@pytest.fixture
def alone(start):
    """Somebody at home with one key."""
    return start(ON)


def breathe(person, key=Key.Key_Space, breaths=8, in_s=1.6, out_s=2.4):
    for _ in range(breaths):
        QTest.keyPress(person.window, key)
        person.wait(in_s, step_s=0.1)
        lift(person, key)
        person.wait(out_s, step_s=0.1)


def lift(person, key):
    QTest.keyRelease(person.window, key)
    until(lambda: not person.pace.filling, "the end of the in-breath")


def hold(person, key=Key.Key_Space, seconds=HELD_S):
    """Hold the key so long, and tell how full the orb was, every tenth of a second, until a moment after."""
    full = []
    QTest.keyPress(person.window, key)
    for _ in range(round(10 * seconds) + 8):
        person.wait(0.1)
        person.one_key.look()
        full.append(person.run.fullness)
    lift(person, key)
    return full


def names_met(person, steps):
    met = []
    for _ in range(steps):
        go_by(person)
        met.append(person.focused_name())
    return met


def drawn(person):
    for _ in range(3):
        person.window.grabWindow()  # a page is laid out as it is drawn
        person.settle()


def scrolls(person):
    return [each for each in person.items() if each.inherits("QQuickFlickable") and each.property("widest") is not None]


class Reader:
    """Who goes a round, and remembers which lines of each page came into view."""

    def __init__(self, person):
        self.person, self.views = person, {}
        self.look()

    def look(self):
        for scroll in scrolls(self.person):
            top = scroll.property("contentY")
            self.views.setdefault(scroll, set()).update(range(round(top), round(top + scroll.height()) + 1))

    def unseen(self):
        """How many lines of each page that is there never came into view."""
        whole = {each: set(range(round(each.property("contentHeight")))) for each in scrolls(self.person)}
        return {each: len(lines - self.views[each]) for each, lines in whole.items() if lines - self.views[each]}


# The walk


def test_off_it_watches_nothing_and_nothing_ticks(person):
    before = person.focused
    assert not person.one_key.on
    assert not person.one_key._timer.isActive()
    go_by(person, 60)
    assert person.focused is before
    person.key(Key.Key_Space)
    assert person.run.running


def test_it_goes_in_the_order_of_tab_past_what_cannot_be_pressed(start):
    person = start(ON)
    person.flow.show("settings")
    met = [name for name, _ in groupby(names_met(person, 130))]  # it stays where it is while it reads on
    crisis = met.index("push button “Restore…”")
    assert met[crisis + 1 : crisis + 3] == ["text “Crisis text”", "push button “Safety notes”"]
    by_tab = start(Settings(welcomed=True))
    by_tab.flow.show("settings")
    by_tab.tab_to(*re.fullmatch("(.*) “(.*)”", met[0]).groups())
    tabbed = [met[0]]
    while len(tabbed) < len(met):
        by_tab.key(Key.Key_Tab)
        if not by_tab.focused_name().startswith(("text “Where", "push button “Save a backup")):
            tabbed.append(by_tab.focused_name())
    assert met == tabbed


@pytest.mark.parametrize("each_ms", [1500, 2000, 3000, 5000])
def test_it_stays_on_each_thing_as_long_as_is_set(start, each_ms):
    person = start(Settings(welcomed=True, one_key=True, one_key_ms=each_ms))
    before = person.focused_name()
    go_by(person, each_ms / 1000 - 0.1)
    assert person.focused_name() == before
    go_by(person, 0.1)
    first = person.focused_name()
    assert first != before
    go_by(person, each_ms / 1000 - 0.1)
    assert person.focused_name() == first
    go_by(person, 0.1)
    assert person.focused_name() != first


@both_keys
def test_after_two_rounds_it_rests_and_a_press_begins_it_anew_and_presses_nothing(alone, key):
    first, *others = names_met(alone, 100)
    around = others.index(first) + 1
    assert others[around - 1 : 2 * around - 1] == [first, *others[: around - 1]]
    assert set(others[2 * around - 1 :]) == {""}
    assert not alone.one_key._timer.isActive()
    press(alone, key)
    assert (alone.flow.page, alone.focused_name()) == ("home", first)
    go_by(alone)
    assert alone.focused_name() == others[0]


def test_what_it_comes_to_is_scrolled_into_view(alone):
    alone.flow.show("settings")
    walk_to(alone, "push button", "All keys")
    for _ in range(3):
        alone.window.grabWindow()
        alone.settle()
    focused = alone.focused.mapRectToScene(alone.focused.boundingRect())
    (scroll,) = [item for item in alone.items() if item.inherits("QQuickFlickable") and item.height() > 300]
    assert scroll.mapRectToScene(scroll.boundingRect()).contains(focused)


@pytest.mark.parametrize(("width", "height", "percent"), [(1120, 720, 100), (800, 600, 200)])
def test_a_practice_that_is_chosen_can_be_begun_as_the_next_thing(start, width, height, percent):
    person = start(Settings(welcomed=True, one_key=True, width=width, height=height, text_percent=percent))
    choose(person, "radio button", "Stay")
    go_by(person)
    assert person.focused_name() == "push button “Begin”"
    go_by(person)
    assert person.focused_name() != "push button “Begin”"
    choose(person, "radio button", "One sigh")
    go_by(person)
    press(person)
    assert (person.flow.page, person.flow.title) == ("sitting", "One sigh")


def test_a_key_that_is_held_presses_once(alone):
    alone.flow.show("settings")
    walk_to(alone, "check box", "Everything with one key")
    alone.flow.show("home")
    walk_to(alone, "page tab", "Settings")
    alone.wait(0.2)
    QTest.keyPress(alone.window, Key.Key_Return)
    assert alone.flow.page == "settings"
    before = alone.focused_name()
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress) * 20:
        for told in (True, False):
            event = QKeyEvent(kind, Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", told)
            QCoreApplication.sendEvent(alone.window, event)
    assert (alone.flow.page, alone.focused_name()) == ("settings", before)
    go_by(alone, 30)
    assert alone.focused_name() == before
    QTest.keyRelease(alone.window, Key.Key_Return)
    go_by(alone)
    assert alone.focused_name() != before


def test_it_goes_down_a_long_list_a_few_rows_at_a_time(alone):
    for days in range(9):
        alone.journal.add(pages.kept_entry(days))
    pages.journal_empty(alone)
    alone.window.grabWindow()
    rows = [name for name in names_met(alone, 45) if "Afraid" in name]
    alone.settle()
    assert len(set(rows)) == 9


SIZES = {"large": (1120, 720, 100), "small": (800, 600, 200)}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", [pages.safety, pages.given_long])
def test_a_round_reads_what_is_longer_than_the_window(start, page, size):
    width, height, percent = SIZES[size]
    person = start(Settings(welcomed=True, one_key=True, width=width, height=height, text_percent=percent))
    page(person)
    drawn(person)
    reader = Reader(person)
    for _ in range(200):
        if person.one_key._rounds:
            break
        go_by(person)
        drawn(person)
        reader.look()
    assert reader.unseen() == {}


def test_it_reads_on_from_where_it_is_and_from_the_top_with_a_new_round(start):
    person = start(Settings(welcomed=True, one_key=True, width=800, height=600, text_percent=200))
    pages.safety(person)
    drawn(person)
    (scroll,) = scrolls(person)
    tops = [0.0]
    for _ in range(20):
        if person.focused_name() == "push button “Back to the room”":
            break
        go_by(person)
        tops.append(scroll.property("contentY"))
    assert all(0 <= below - above <= 0.8 * scroll.height() for above, below in pairwise(tops))
    assert tops[-1] == scroll.property("contentHeight") - scroll.height()
    go_by(person)
    assert (scroll.property("contentY"), person.focused_name()) == (0, "push button “Back”")


@both_keys
def test_a_press_while_it_reads_presses_nothing_unseen_and_reads_on(start, key):
    person = start(Settings(welcomed=True, one_key=True, width=800, height=600, text_percent=200))
    pages.safety(person)
    drawn(person)
    (scroll,) = scrolls(person)
    go_by(person)
    before = scroll.property("contentY")
    assert before > 0
    press(person, key)
    assert person.flow.page == "safety"
    assert scroll.property("contentY") > before


def tab(person):
    person.key(Key.Key_Tab)


def move(person):
    QTest.mouseMove(person.window, QPoint(300, 300))
    QTest.mouseMove(person.window, QPoint(310, 300))


@pytest.mark.parametrize("helps", [tab, move])
def test_another_key_or_a_pointer_has_the_page_for_a_while(alone, helps):
    go_by(alone)
    helps(alone)
    there = alone.focused_name()
    go_by(alone, ASIDE_S - 0.1)
    assert alone.focused_name() == there
    go_by(alone, 0.2)
    assert alone.focused_name() != there


def test_meanwhile_space_is_what_it_ever_is(alone):
    alone.tab_to("page tab", "Journal")
    press(alone)
    assert alone.flow.page == "journal"


def test_it_never_goes_on_while_somebody_types(alone):
    alone.flow.writeNow()
    alone.tab_to("text", "A line to keep")
    alone.type("a b")
    assert alone.answers.check_in.line == "a b"
    go_by(alone, WRITING_S - 1)
    alone.type(" ")
    go_by(alone, WRITING_S - 1)
    assert alone.find("text", "A line to keep").item is alone.focused
    alone.type("c")
    assert alone.answers.check_in.line == "a b c"
    go_by(alone, WRITING_S + 1)
    assert not alone.focused_name().startswith("text")


def test_it_is_chosen_in_settings_and_said_in_plain_words(person):
    pages.settings(person)
    person.press("check box", "Everything with one key")
    person.press("radio button", "5 seconds")
    person.settle()
    kept, _ = read_settings(person.home / "settings.json")
    assert (kept.one_key, kept.one_key_ms) == (True, 5000)
    assert person.one_key.on
    before = person.focused
    go_by(person, ASIDE_S - 0.1)  # who has just chosen it has a hand there
    assert person.focused is before
    person.press("check box", "Everything with one key")
    assert not person.one_key.on
    assert not person.one_key._timer.isActive()


def test_a_slider_goes_up_until_the_next_press(alone):
    alone.flow.show("settings")
    walk_to(alone, "slider", "Volume of the bowl")
    press(alone)
    assert alone.preferences.settings.bowl_percent == 0  # from the top to the bottom
    go_by(alone)
    go_by(alone)
    assert alone.preferences.settings.bowl_percent == 10
    press(alone)
    go_by(alone, EACH_S - 0.1)
    assert alone.preferences.settings.bowl_percent == 10
    go_by(alone, 0.1)
    assert alone.focused_name() == "slider “Volume of the voice”"


def test_what_leads_into_a_dialog_of_the_system_is_passed_over(alone):
    alone.flow.show("restore")
    alone.settle()
    met = names_met(alone, 10)
    assert "push button “Choose a file…”" not in met
    alone.tab_to("push button", "Choose a file…")


def test_a_field_that_a_press_leads_into_is_left_again(alone):
    pages.name(alone)
    choose(alone, "push button", "Say it here")
    assert alone.focused_name() == "text “What is underneath”"
    go_by(alone)
    assert alone.focused_name() == "push button “Go on”"
    assert alone.find("text", "What is underneath").typed == ""


def test_the_key_tells_that_somebody_is_there(alone):
    stills = []
    idle = alone.lock_up._idle
    idle.watch(alone.window, 120.0)
    idle.still.connect(lambda: stills.append(True))
    for on in (False, True):  # who watches last hears first
        alone.preferences.set(one_key=on)
    for _ in range(3):
        alone.wait(100)
        press(alone)
        idle.look()
    assert stills == []
    alone.wait(121)
    idle.look()
    assert stills == [True]


def test_a_key_that_goes_up_in_another_window_is_up(alone):
    walk_to(alone, "radio button", "Stay")
    alone.wait(0.2)
    QTest.keyPress(alone.window, Key.Key_Space)
    other = QWindow()
    other.show()
    other.requestActivate()
    until(other.isActive, "the other window")
    other.destroy()
    alone.window.requestActivate()
    until(alone.window.isActive, "the window")
    go_by(alone)
    assert alone.focused_name() == "push button “Begin”"
    press(alone)
    assert (alone.flow.page, alone.flow.title) == ("sitting", "Stay")


# In a sitting


def test_a_key_that_goes_up_where_no_breath_is_followed_is_up(alone):
    pages.own(alone)
    QTest.keyPress(alone.window, Key.Key_Space)
    alone.wait(1.0)
    alone.run.breatheOwn(False)
    lift(alone, Key.Key_Space)


def test_in_a_paced_breath_it_waits_and_a_choice_is_all(alone):
    pages.breathe(alone)
    for _ in range(5):
        go_by(alone)
    assert alone.focused_name() == ""
    press(alone)
    assert alone.run.running
    choose(alone, "push button", "A little slower")
    assert alone.run.sitting.course.pattern.seconds == pytest.approx(7.5 * 1.05)
    go_by(alone, 30)
    assert alone.focused_name() == ""
    press(alone)
    choose(alone, "push button", "Pause")
    assert alone.run.paused
    assert alone.focused_name() == "push button “Resume”"
    choose(alone, "push button", "Resume")
    assert alone.run.running


@both_keys
def test_where_the_breath_is_followed_the_key_breathes(alone, key):
    pages.own(alone)
    QTest.keyPress(alone.window, key)
    alone.wait(2.0, step_s=0.1)
    assert alone.run.fullness > 0.9
    lift(alone, key)
    alone.wait(3.0, step_s=0.1)
    assert alone.run.fullness < 0.1
    assert alone.run.running


@both_keys
def test_a_long_hold_lets_somebody_choose_and_the_breath_goes_out_softly(alone, key):
    pages.own(alone)
    breathe(alone, key)
    rhythm = alone.run.sitting.lungs.rhythm
    full = hold(alone, key)
    assert max(abs(after - before) for before, after in pairwise(full)) < 0.2
    assert full[-9] > 0.99 > full[-1] > 0.2
    assert alone.run.sitting.lungs.rhythm == rhythm
    assert alone.focused_name() == "push button “Go on breathing”"
    met = names_met(alone, 12)
    assert met[:4] == [
        f"push button “{name}”" for name in ("A little slower", "A little faster", "Stay here", "Back to mine")
    ]
    assert {f"push button “{name}”" for name in ("Pause", "Next", "Previous", "Stop", "Back to the room")} < set(met)
    assert "check box “Sound”" in met


def test_a_hold_that_is_a_breath_opens_nothing(alone):
    pages.own(alone)
    hold(alone, seconds=HELD_S - 1)
    assert not alone.one_key.open
    assert not alone.one_key._timer.isActive()


def test_after_two_rounds_or_go_on_breathing_the_key_breathes_again(alone):
    pages.own(alone)
    breathe(alone)
    hold(alone)
    press(alone)
    assert not alone.one_key.open
    assert alone.missing("push button", "Go on breathing")
    breathe(alone, breaths=1)
    hold(alone)
    for _ in range(40):
        go_by(alone)
    assert not alone.one_key.open
    assert alone.focused_name() == ""
    QTest.keyPress(alone.window, Key.Key_Space)
    alone.wait(2.0, step_s=0.1)
    assert alone.run.fullness > 0.9
    lift(alone, Key.Key_Space)


def test_taps_are_breaths_too_and_a_hold_among_them_none(alone):
    pages.own(alone)
    breathe(alone, breaths=7, in_s=0.1, out_s=4.9)
    assert "about 12 a minute" in alone.pace.line
    hold(alone)
    assert "about 12 a minute" in alone.pace.line
    choose(alone, "push button", "A little slower")
    assert alone.run.sitting.lead.met.period_s == pytest.approx(5, rel=0.02)


def test_a_breath_chosen_with_the_pointer_is_breathed_with_at_once(alone):
    pages.breathe(alone)
    move(alone)
    item = alone.find("check box", "My own breath").item
    at = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
    QTest.mouseClick(alone.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert alone.pace.follows
    QTest.keyPress(alone.window, Key.Key_Space)
    assert alone.pace.filling
    assert not alone.run.paused


def test_a_pointer_that_is_nudged_takes_no_breath_away(alone):
    pages.own(alone)
    move(alone)
    QTest.keyPress(alone.window, Key.Key_Space)
    alone.wait(2.0, step_s=0.1)
    assert alone.run.fullness > 0.9
    lift(alone, Key.Key_Space)
    assert alone.run.running


# All of it


def comes_to(said, over):
    """Whether the keyboard goes there by itself: to what is pressed or written in, and over letters to nothing else."""
    takes = said.role in PRESSED or (said.role == "text" and not said.item.property("readOnly"))
    return takes and (over is None or within(said.item, over))


@pytest.mark.parametrize("page", pages.EVERY)
def test_on_every_page_it_comes_to_all_that_can_be_pressed_and_read_and_then_rests(person, page):
    pages.EVERY[page](person)
    person.preferences.set(one_key=True)
    person.hand.awake_s += ASIDE_S
    person.window.grabWindow()  # a page lays itself out as it is drawn
    if person.one_key._does is Does.BREATHES:
        hold(person)
    elif person.one_key._does is Does.BEGINS:
        press(person)
    over = letters(person)
    controls = [said for said in person.everything() if said.reached and comes_to(said, over)]
    wanted = {repr(said) for said in controls if not said.item.property("leadsOut")} - {"push button “Breathe in”"}
    met, reader = {person.focused_name()}, Reader(person)
    for _ in range(600):
        if person.one_key._does is not Does.PRESSES:
            break
        person.hand.awake_s += EACH_S
        person.one_key.look()
        QTest.qWait(0)
        met.add(person.focused_name())
        reader.look()
    assert wanted - met == set()
    assert [each for each in reader.unseen() if over is None or within(each, over)] == []
    assert not person.one_key._timer.isActive()


@both_keys
def test_from_the_welcome_through_a_breath_of_ones_own_with_one_key(start, key):
    person = start(Settings(one_key=True))
    choose(person, "push button", "Go on", key)
    choose(person, "radio button", "Breathe", key)
    assert person.shelf.choice() == "breathe"
    choose(person, "check box", "My own breath", key)
    choose(person, "push button", "Begin", key)
    assert person.pace.follows
    breathe(person, key)
    hold(person, key)
    choose(person, "push button", "A little slower", key)
    assert person.run.sitting.lead is not None
    person.wait(60, step_s=0.5)
    press(person, key)
    choose(person, "push button", "Back to mine", key)
    assert person.run.sitting.lead is None
    press(person, key)
    choose(person, "push button", "Back to mine", key)
    assert person.pace.follows
    hold(person, key)
    choose(person, "push button", "Pause", key)
    assert person.run.paused
    choose(person, "push button", "Resume", key)
    assert (person.run.paused, person.pace.follows) == (False, True)
    hold(person, key)
    choose(person, "push button", "Stop", key)
    assert person.flow.page == "home"
    choose(person, "page tab", "Settings", key)
    assert person.flow.page == "settings"


def test_a_whole_check_in_and_an_entry_kept_with_one_key(alone):
    alone.shelf.choose("slow-down")
    choose(alone, "push button", "Begin")
    while alone.run.kind != "check-in":
        if alone.run.kind != "name":
            press(alone)
        choose(alone, "push button", "Not now" if alone.run.kind == "name" else "Next")
    choose(alone, "check box", "Hands")
    choose(alone, "check box", "Hands: restless")
    choose(alone, "push button", "Say more")
    walk_to(alone, "slider", "Strength of Hands")
    press(alone)
    for _ in range(3):
        go_by(alone)
    press(alone)
    choose(alone, "push button", "Stay with it")
    while alone.run.kind != "check-in":
        press(alone)
        choose(alone, "push button", "Next")
    choose(alone, "radio button", "Hands: softer")
    choose(alone, "push button", "Go on")
    while alone.run.kind != "close":
        press(alone)
        choose(alone, "push button", "Next")
    choose(alone, "push button", "Keep")
    until(lambda: alone.flow.page == "home" or not alone.run.running, "the end")
    alone.settle()
    (entry,) = alone.journal.list()
    (hands,) = entry.report.sensations
    assert (hands.region, hands.words, hands.strength, hands.after.change) == ("hands", ("restless",), 3, "softer")
