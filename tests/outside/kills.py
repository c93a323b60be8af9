"""Killing the real window while somebody types and keeps, and the command line while it writes."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field

from started import ROOT, Program

from grounding.base.failure import Failure
from grounding.base.settings import Settings, write_settings
from grounding.journal.journal import Journal
from grounding.window.saying.drafts import drafts_from_bytes

BEHIND_S = 0.5
"""How far behind what is typed the sealed draft may be."""
LONGEST_TYPING_S = 1.6
LONGEST_KEEPING_S = 0.06
FIELD = "A line to keep"
PRACTICE = """
format = 1
id = "line"
title = "One line"
summary = "A line, if there is one."

[[step]]
kind = "close"
"""


@dataclass
class Toll:
    """What so many kills have done; `lost` and `damaged` say what went wrong."""

    kills: int = 0
    kept: int = 0
    while_typing: int = 0
    while_keeping: int = 0
    offered: int = 0
    lost: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)


@dataclass
class Typed:
    """One line as it was typed: its words, and when each had arrived at the screen."""

    text: str = ""
    arrived: list[tuple[float, str]] = field(default_factory=list)

    def by(self, at_s):
        """Return what had arrived by then."""
        return max((text for when_s, text in self.arrived if when_s <= at_s), key=len, default="")


class KillWindow:
    """Somebody whose window is killed over and over; what they say is followed from start to start."""

    def __init__(self, person, reader, seed):
        self._person, self._reader = person, reader
        self._chance = random.Random(seed)
        self._kept: set[str] = set()
        self._open: Typed | None = None
        """What was typed and neither kept nor found again, with how much of it must be there."""
        self._least = ""
        self.toll = Toll()
        write_settings(person.home / "settings.json", Settings(welcomed=True, practice="line"))
        (person.home / "practices").mkdir(mode=0o700)
        (person.home / "practices" / "line.toml").write_text(PRACTICE)

    def once(self):
        """Start, find again what was begun, say something new, be killed, and look at what is left."""
        program = Program(self._person)
        self._reader.pid = program.pid
        try:
            self._reader.wait("push button", "Begin", seconds=20)
            self._find_again()
            self._reader.press("push button", "Begin")
            self._reader.focus("text", FIELD)
            if self._chance.random() < 0.6:
                self._killed_typing(program)
            else:
                self._killed_keeping(program)
        finally:
            program.close()
        self.toll.kills += 1
        self._look()

    def _find_again(self):
        """Take up what was begun before the last kill, and keep it."""
        if self._open is None:
            return
        self._reader.wait("label", "Something unfinished is here")
        self._reader.press("push button", "Open")
        self._reader.wait("text", FIELD)
        self.toll.offered += 1
        text = self._reader.text(FIELD)
        self._check(text, "offered again")
        self._reader.press("push button", "Keep")
        self._reader.gone("text", FIELD)
        self._reader.wait("push button", "Begin")
        self._reader.gone("label", "What you said is still here.")
        self._kept.add(text)
        self._open = None

    def _killed_typing(self, program):
        self.toll.while_typing += 1
        killed_s = time.monotonic() + self._chance.uniform(0.05, LONGEST_TYPING_S)
        killer = threading.Timer(killed_s - time.monotonic(), program.process.kill)
        killer.start()
        typed = self._type(program.running)
        killer.join()
        program.over()
        self._open, self._least = typed, typed.by(killed_s - BEHIND_S)

    def _killed_keeping(self, program):
        self.toll.while_keeping += 1
        typed = self._type(lambda: len(typed_words) < 3, typed_words := [])
        self._reader.wait("push button", "Keep")
        time.sleep(self._chance.choice((0.0, BEHIND_S)))
        self._reader.press("push button", "Keep")
        time.sleep(self._chance.uniform(0, LONGEST_KEEPING_S))
        killed_s = time.monotonic()
        program.kill()
        self._open, self._least = typed, typed.by(killed_s - BEHIND_S)

    def _type(self, goes_on, words=None):
        typed, words = Typed(), [] if words is None else words
        while goes_on():
            word = f"{self._chance.getrandbits(32):08x}"
            words.append(word)
            typed.text += word
            self._person.screen.type(word)
            typed.arrived.append((time.monotonic(), typed.text))
        return typed

    def _look(self):
        """Open what is left, as the next start would; forget what the draft was not yet bound to hold."""
        journal = Journal(self._person.home / "journal")
        try:
            journal.check()
            kept = {entry.id: entry.report.line for entry in journal.list()}
            lines = set(kept.values())
            sealed = journal.draft.read()
            found = drafts_from_bytes(sealed).found if sealed else ()
            drafts = [entry.report.line for entry in found if entry.id not in kept]
        except Failure as failure:
            self.toll.damaged.append(failure.code)
            return
        finally:
            journal.close()
        self.toll.lost += sorted(self._kept - lines)
        if self._open is None:
            return
        there = [line for line in (*lines, *drafts) if self._open.text.startswith(line) and line]
        self._check(max(there, key=len, default=""), "after the kill")
        in_journal = [line for line in lines if line and self._open.text.startswith(line)]
        self._kept |= set(in_journal)
        if not drafts:
            self._open = None
        self.toll.kept = len(self._kept)

    def _check(self, text, when):
        if not (self._open.text.startswith(text) and text.startswith(self._least)):
            self.toll.lost.append(f"{when}: {text!r} of {self._least!r}")


def kill_command(person, kills, seed):
    """Kill `grounding journal add` at any moment, so many times; what it printed must be in the journal."""
    chance, toll, printed = random.Random(seed), Toll(), set()
    add = [sys.executable, "-m", "grounding", "journal", "add", "--region", "chest", "--word", "tight"]
    begun_s = time.monotonic()
    printed.add(
        subprocess.run(add, cwd=ROOT, env=person.environment(), capture_output=True, text=True, check=True).stdout
    )
    whole_s = time.monotonic() - begun_s
    for _ in range(kills):
        with subprocess.Popen(add, cwd=ROOT, env=person.environment(), stdout=subprocess.PIPE, text=True) as command:
            killer = threading.Timer(whole_s * chance.uniform(0.3, 1.3), command.kill)
            killer.start()
            said = command.stdout.read()
            killer.cancel()
            killer.join()
        toll.kills += command.returncode == -9
        printed |= {line for line in said.splitlines(keepends=True) if line.endswith("\n")}
        journal = Journal(person.home / "journal")
        try:
            journal.check()
            there = {f"{entry.id}\n" for entry in journal.list()}
        except Failure as failure:
            toll.damaged.append(failure.code)
            continue
        finally:
            journal.close()
        toll.lost += sorted(printed - there)
    toll.kept = len(printed)
    return toll
