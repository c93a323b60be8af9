"""Somebody with one key: the keyboard goes by itself, and they press."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from grounding.base.letters import read_letters

Key = Qt.Key
EACH_S = 3.0


def letters(person):
    """What is written with, where that is with one key: the keyboard stays among them."""
    return next((item for item in person.items() if item.objectName() == "letters"), None)


def go_by(person, seconds=EACH_S):
    """Let so many seconds go by for the sitting and for the walk."""
    person.wait(seconds)
    person.one_key.look()
    QTest.qWait(0)


def press(person, key=Key.Key_Space):
    person.wait(0.2)
    QTest.keyPress(person.window, key)
    person.wait(0.1)
    QTest.keyRelease(person.window, key)
    QTest.qWait(0)


def walk_to(person, role, name):
    """Wait until the keyboard has come to it by itself."""
    met = []
    for _ in range(150):
        met.append(person.focused_name())
        if met[-1] == f"{role} “{name}”":
            return
        go_by(person)
    raise AssertionError(f"the walk never comes to {role} “{name}”, but to {met}")


def choose(person, role, name, key=Key.Key_Space):
    walk_to(person, role, name)
    press(person, key)


ALPHABET = read_letters("en")


def write(person, text):
    """Write it with one key, in the field whose letters are there; capitals are asked for."""
    for letter in text:
        if letter == " ":
            choose(person, "push button", "Space")
            continue
        capital = letter != letter.lower()
        if capital:
            choose(person, "push button", "Capital")
        every = (*ALPHABET.rows, *ALPHABET.signs, *ALPHABET.digits)
        row = " ".join(next(row for row in every if letter.lower() in row))
        choose(person, "push button", row.upper() if capital else row)
        choose(person, "push button", letter)


def write_number(person, number):
    """The same in a field for a number."""
    for letter in number:
        choose(person, "push button", " ".join(next(row for row in ALPHABET.numbers if letter in row)))
        choose(person, "push button", letter)


def write_into(person, field, text):
    """Come to a field with one key, write in it, and be done."""
    choose(person, "text", field)
    write(person, text)
    choose(person, "push button", "Done")
