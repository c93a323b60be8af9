"""The main job, from the start of the program to a sensation found again after a restart."""

from __future__ import annotations

from PySide6.QtCore import Qt

from grounding.base.settings import Settings
from grounding.body.region import Region
from grounding.body.sensation import Change

Key = Qt.Key
WORDS = ("Chest tight (7), then softer", "Hands restless (5)")


def told_again(person):
    """Check that the journal tells what was said, in those words."""
    person.tab_to("page tab", "Journal")
    person.key(Key.Key_Space)
    person.settle()
    cards = person.every("push button")
    assert [card for card in cards if all(words in card.name for words in WORDS)], cards
    (entry,) = person.journal.list()
    chest = next(each for each in entry.report.sensations if each.region is Region.CHEST)
    assert (chest.words, chest.strength, chest.after.change) == (("tight",), 7, Change.SOFTER)


def test_from_a_first_start_space_alone_is_breathing_with_nothing_asked_and_nothing_kept(start, home):
    person = start()
    assert person.flow.page == "welcome"
    person.key(Key.Key_Space)
    assert (person.flow.page, person.run.kind, person.run.phase) == ("sitting", "breathe", "in")
    before = person.run.fullness
    person.wait(0.1)
    assert person.run.fullness > before
    person.wait(3600, step_s=5)  # open-ended
    assert person.run.running
    person.key(Key.Key_Escape)
    person.settle()
    assert person.flow.page == "home"
    assert person.missing("push button", "Keep")
    assert not (home / "journal").exists()


def test_from_home_space_is_breathing_and_a_click_on_the_orb_too(person):
    person.key(Key.Key_Space)
    assert (person.flow.page, person.run.kind) == ("sitting", "breathe")
    person.key(Key.Key_Escape)
    person.click(person.orb)
    assert (person.flow.page, person.run.kind) == ("sitting", "breathe")


def test_all_of_a_slower_few_minutes_by_keyboard_alone(start, restart):
    person = start()
    person.tab_to("push button", "Go on")
    person.key(Key.Key_Return)
    person.key(Key.Key_Return)  # Enter begins what is chosen on the shelf
    assert (person.flow.page, person.run.kind) == ("sitting", "arrive")
    person.wait(40, step_s=1)
    assert person.run.kind == "breathe"
    person.wait(75, step_s=1)
    assert person.run.kind == "name"
    person.tab_to("push button", "Not now")
    person.key(Key.Key_Return)
    assert person.run.kind == "check-in"
    say_by_keyboard(person, "Chest", "Chest: tight", [Key.Key_Right] * 8)
    say_by_keyboard(person, "Hands", "Hands: restless", [Key.Key_5])
    person.tab_to("push button", "Stay with it")
    person.key(Key.Key_Space)
    assert (person.run.kind, person.run.region) == ("scan", "hands")  # the mildest first
    person.wait(50, step_s=1)
    assert (person.run.kind, person.run.region) == ("scan", "chest")
    person.key(Key.Key_Right)
    assert person.run.kind == "stay"
    person.key(Key.Key_Right)
    assert person.run.again
    person.tab_to("radio button", "Chest: the same")
    person.key(Key.Key_Space)
    person.key(Key.Key_Right)
    assert person.find("radio button", "Chest: softer").checked
    person.tab_to("push button", "Go on")
    person.key(Key.Key_Return)
    assert person.run.kind == "orient"
    person.wait(30, step_s=1)
    assert person.run.kind == "close"
    person.tab_to("push button", "Keep")
    person.key(Key.Key_Return)
    person.settle()
    assert person.flow.page == "home"
    told_again(restart(person))


def say_by_keyboard(person, place, word, strength):
    person.tab_to("check box", place)
    person.key(Key.Key_Space)
    person.tab_to("check box", word)
    person.key(Key.Key_Space)
    person.tab_to("push button", "Say more", about=place)
    person.key(Key.Key_Return)
    slider = person.find("slider", f"Strength of {place}")
    assert slider.item is person.focused
    for key in strength:
        person.key(key)


def test_all_of_a_slower_few_minutes_by_a_screen_readers_actions_alone(start, restart):
    person = start(Settings())
    person.press("push button", "Go on")
    person.press("radio button", "A slower few minutes")
    person.press("push button", "Begin")
    person.press("push button", "Next")
    person.press("push button", "Next")
    person.press("push button", "Not now")
    say_by_actions(person, "Chest", "Chest: tight", 7)
    say_by_actions(person, "Hands", "Hands: restless", 5)
    person.press("push button", "Stay with it")
    assert person.run.region == "hands"
    while person.run.kind != "check-in":
        person.press("push button", "Next")
    person.press("radio button", "Chest: softer")
    person.press("push button", "Go on")
    person.press("push button", "Next")
    person.press("push button", "Keep")
    person.settle()
    told_again(restart(person))


def say_by_actions(person, place, word, strength):
    person.press("check box", place)
    assert person.find("check box", place).checked
    person.press("check box", word)
    person.press("push button", "Say more", about=place)
    slider = person.find("slider", f"Strength of {place}")
    assert (slider.value, slider.description) == (-1, "not set")
    person.set_value(f"Strength of {place}", strength)
    assert person.find("slider", f"Strength of {place}").value == strength
