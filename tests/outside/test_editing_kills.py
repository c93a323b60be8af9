"""`kill -9` of the real window while somebody writes a practice: at most half a second is lost, and no file is half."""

from __future__ import annotations

import random
import threading
import time

from kills import BEHIND_S, LONGEST_TYPING_S, Typed
from started import Program
from wanting import READER, wants

from grounding.base.settings import Settings, write_settings
from grounding.practice.reading import read_practice

ROUNDS = 6
FIELD = "In a few words"
MINE = """format = 1
id = "mine"
title = "Mine"
summary = "(so far)"   # of a Tuesday

[[step]]
kind = "stay"
"""


@wants(*READER)
def test_a_window_killed_while_a_practice_is_written_loses_half_a_second_at_most(screen, person, reader):
    chance, lost, found = random.Random(7), [], 0
    path = person.home / "practices" / "mine.toml"
    path.parent.mkdir(mode=0o700, parents=True)
    write_settings(person.home / "settings.json", Settings(welcomed=True, practice="mine"))
    for _ in range(ROUNDS):
        path.write_text(MINE)
        typed, killed_s = typed_until_killed(screen, person, reader, chance)
        text = read_practice(path).summary.removeprefix("(so far)")
        if not (typed.text.startswith(text) and text.startswith(typed.by(killed_s - BEHIND_S))):
            lost.append((text, typed.by(killed_s - BEHIND_S)))
        assert path.read_text() == MINE.replace("(so far)", f"(so far){text}")
        assert [each.name for each in path.parent.iterdir()] == ["mine.toml"]
        found += bool(text)
    assert lost == []
    assert found >= 2


def typed_until_killed(screen, person, reader, chance):
    """Write in the summary of the practice until the window is killed; return what was typed, and when it ended."""
    program = Program(person)
    reader.pid = program.pid
    try:
        reader.wait("push button", "Edit…", seconds=20)
        reader.press("push button", "Edit…")
        reader.wait("text", FIELD)
        reader.focus("text", FIELD)
        typed, killed_s = Typed(), time.monotonic() + chance.uniform(0.3, LONGEST_TYPING_S)
        killer = threading.Timer(killed_s - time.monotonic(), program.process.kill)
        killer.start()
        while program.running():
            typed.text += (word := f"{chance.getrandbits(32):08x}")
            screen.type(word)
            typed.arrived.append((time.monotonic(), typed.text))
        killer.join()
        program.over()
    finally:
        program.close()
    return typed, killed_s
