"""The keys are told by a key, over whatever goes on; it goes on behind them."""

from __future__ import annotations

import re
from pathlib import Path

import pages
from person import until
from PySide6.QtCore import Qt

Key = Qt.Key
README = Path(__file__).parents[2] / "README.md"


def told(person):
    """Return the keys that are told, by name."""
    lines = (said.name.split(": ", 1) for said in person.every("label") if ": " in said.name)
    return {line[0] for line in lines}


def gone(person):
    until(lambda: person.missing("heading", "Everywhere"), "the end of the keys")


def test_f1_tells_the_keys_and_takes_them_away_again(person):
    before = person.focused
    pages.keys(person)
    assert {"Down, Up", "S", "O", "M", "L", "B"} <= told(person)
    person.key(Key.Key_F1)
    gone(person)
    assert person.focused is before
    pages.keys(person)
    person.press("push button", "Close")
    gone(person)


def test_in_a_sitting_the_breath_goes_on_behind_them_and_esc_ends_only_them(person):
    pages.breathe(person)
    pages.keys(person)
    before = person.run.fullness
    person.wait(1.0)
    assert person.run.fullness != before
    person.key(Key.Key_Escape)
    gone(person)
    assert person.run.running
    person.key(Key.Key_Space)
    assert person.run.paused


def test_settings_lead_to_them_too(person):
    person.flow.show("settings")
    person.settle()
    person.press("push button", "All keys")
    until(lambda: person.every("heading", "Everywhere"), "the keys")


def test_every_key_of_the_readme_is_told(person):
    pages.keys(person)
    table = README.read_text().partition("| key | does |\n|---|---|\n")[2].partition("\n\n")[0]
    in_readme = re.findall(r"^\| ([^|]+) \|", table, re.M)
    names = {key for line in in_readme for key in re.split(r", ", line)}
    shown = {key for line in told(person) for key in re.split(r", ", line)}
    assert names - shown == {"letters"}
