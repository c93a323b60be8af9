"""The main job by a screen reader's actions alone, and what the journal tells after a restart."""

from __future__ import annotations

import pytest
from wanting import READER, wants

pytestmark = [wants(*READER), pytest.mark.usefixtures("screen")]


def next_until(reader, role, name):
    """Go on, step by step, until something is there."""
    for _ in range(12):
        if reader.there(role, name):
            return
        reader.press("push button", "Next")
    reader.wait(role, name)


def test_a_slower_few_minutes_can_be_gone_through_by_a_screen_reader_alone(person, reader, start):
    program = start(reader=reader)
    reader.press("push button", "Go on")
    reader.wait("page tab", "Practice")
    reader.press("radio button", "A slower few minutes")
    assert reader.checked("radio button", "A slower few minutes")
    reader.press("push button", "Begin")
    reader.wait("push button", "Stop")
    next_until(reader, "push button", "Say it here")
    reader.wait("heading")
    reader.press("push button", "Not now")

    reader.wait("heading", "Is anything noticeable in your body, or not?")
    for place, word, strength in (("Chest", "tight", 7), ("Hands", "restless", 5)):
        reader.press("check box", place)
        reader.press("check box", f"{place}: {word}")
        assert reader.checked("check box", f"{place}: {word}")
        reader.press("push button", "Say more")
        assert reader.value(f"Strength of {place}") == -1
        reader.put(f"Strength of {place}", strength)
        assert reader.value(f"Strength of {place}") == strength
    reader.press("push button", "Stay with it")

    next_until(reader, "radio button", "Chest: softer")
    reader.press("radio button", "Chest: softer")
    assert reader.checked("radio button", "Chest: softer")
    reader.press("push button", "Go on")
    next_until(reader, "text", "A line to keep")
    reader.press("push button", "Keep")
    reader.wait("push button", "Begin")
    assert program.end() == 0

    start(reader=reader)
    reader.wait("page tab", "Journal")
    assert not reader.there("label", "Something unfinished is here")
    reader.press("page tab", "Journal")
    reader.wait("heading", "What has been said")
    told = reader.wait("push button", "tight", contains=True)
    for words in ("Chest", "tight", "7", "softer", "Hands", "restless", "5", "A slower few minutes"):
        assert words in told
    (entry,) = person.journal()
    assert entry["practice"] == "slow-down"
    said = {each["region"]: (each["words"], each["strength"]) for each in entry["sensations"]}
    assert said == {"chest": (["tight"], 7), "hands": (["restless"], 5)}
    after = {each["region"]: each["after"] for each in entry["sensations"]}
    assert after["chest"]["change"] == "softer"
    assert after["hands"] is None


def test_the_way_out_is_found_on_every_page(person, reader, start):
    start(reader=reader)
    reader.press("push button", "Go on")
    for page in ("Journal", "Settings", "Practice"):
        reader.press("page tab", page)
        reader.wait("push button", "Back to the room")
    reader.press("push button", "Breathe now")
    reader.wait("push button", "Stop")
    reader.press("push button", "Back to the room")
    reader.wait("heading", "Here is the room")
    reader.press("push button", "End")
    reader.wait("push button", "Begin")
    assert person.journal() == []


def test_a_practice_left_in_the_middle_is_in_no_other_ones_way(reader, start):
    start("--practice", "slow-down", "--begin", reader=reader)
    next_until(reader, "push button", "Say it here")
    for _ in range(4):
        reader.press("push button", "Next")
    reader.press("push button", "Stop")
    reader.press("push button", "Breathe now")
    reader.wait("push button", "Stop")


def test_a_breath_of_ones_own_is_drawn_and_breathed_by_a_screen_reader_alone(reader, start):
    program = start(reader=reader)
    reader.press("push button", "Go on")
    reader.wait("page tab", "Practice")
    reader.press("radio button", "Breathe")
    reader.press("push button", "Other ways to breathe: Gentle")
    reader.press("push button", "A breath of mine…")
    reader.press("push button", "6 a minute")
    reader.wait("label", "6 breaths a minute")
    reader.press("push button", "A little slower")
    reader.wait("label", "About 5.5 breaths a minute")
    reader.press("push button", "Add after")
    reader.wait("text", "Seconds of stroke 3")
    assert reader.text("Seconds of stroke 2") == "1"
    reader.press("check box", "Hold")
    reader.press("push button", "Back")
    reader.press("push button", "A breath of mine")
    reader.press("push button", "Breathe this way")
    reader.wait("heading", "This one holds the breath")
    reader.press("push button", "Skip the hold")
    reader.wait("push button", "Stop")
    reader.press("push button", "Stop")
    reader.wait("push button", "Breathe this way")
    reader.press("push button", "Back")
    reader.press("push button", "Back")
    reader.wait("push button", "Other ways to breathe: A breath of mine")
    assert program.end() == 0
    start(reader=reader)
    reader.wait("push button", "Other ways to breathe: A breath of mine")
