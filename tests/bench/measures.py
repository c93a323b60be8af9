"""What is measured, from outside wherever it can be: processes, their memory and time, and pictures of a screen."""

from __future__ import annotations

import contextlib
import json
import math
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

import numpy
from floors import __file__ as FLOORS
from frames import __file__ as FRAMES
from frames import curve
from orb import Eye, eye_on
from screen import showing, until
from started import ROOT, Person, Program
from together import sounding_room, together

from grounding.base.assets import assets
from grounding.base.settings import Look, Settings, write_settings
from grounding.base.wording import Wording
from grounding.practice.reading import read_practice
from grounding.sitting.score import lay_out

STARTS, KEYS, COMMITS, RENDERS = 9, 5, 300, 3
CPU_S = 10.0
MEGABYTE = 1024 * 1024
FRAME_S = 1 / 60
LIGHT = 150
"""A channel of a pixel as light as this is no paper of dusk, but something on it."""
BREATHE = ("--practice", "breathe", "--begin")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table."""

    what: str
    figure: str
    floor: str
    budget: str
    holds: bool


def bare(kind):
    """Return the code that runs a floor."""
    folder = str(Path(FLOORS).parent)
    return f"import sys; sys.argv[1:] = [{kind!r}]; sys.path.insert(0, {folder!r}); from floors import main; main()"


@contextlib.contextmanager
def somebody(*, seen):
    """Lend a person who has been here before, with a screen or offscreen."""
    with tempfile.TemporaryDirectory() as name, contextlib.ExitStack() as open_things:
        screen = open_things.enter_context(showing(Path(name) / "screen")) if seen else None
        person = Person(Path(name), screen)
        write_settings(person.home / "settings.json", Settings(welcomed=True))
        yield person


@contextlib.contextmanager
def running(person, *arguments, **more):
    """Run a program for a while."""
    environment = {"QML_DISK_CACHE_PATH": str(person.folder / "cache"), "QT_QUICK_BACKEND": "software"}
    program = Program(person, *arguments, **environment, **more)
    try:
        yield program
    finally:
        program.end()
        said = program.said()
        program.close()
    assert not said, said


# The window


def start(_minutes):
    """Time from the start of the process to the first picture, and to the whole first page; real and bare in turn."""
    with somebody(seen=True) as person:
        times = {"real": [], "whole": [], "bare": []}
        for turn in range(STARTS + 1):
            for kind, more in (("real", {}), ("bare", {"code": bare("window")})):
                seen_s, whole_s = _visible_s(person, **more)
                if turn:
                    times[kind].append(seen_s)
                    times["whole"] += [whole_s] if kind == "real" else []
    real, whole, floor = (median(times[kind]) * 1000 for kind in ("real", "whole", "bare"))
    yield Row(
        what="window visible, warm (ms, Xvfb)",
        figure=f"{real:.0f}",
        floor=f"{floor:.0f}",
        budget=f"<= {1.4 * floor:.0f} (1.4 x)",
        holds=real <= 1.4 * floor,
    )
    yield Row(
        what="  its first page whole, orb and shelf (ms)",
        figure=f"{whole:.0f}",
        floor=f"{floor:.0f}",
        budget="-",
        holds=True,
    )


def _visible_s(person, **more):
    """Return when a window was seen, and when something light stood on it (the orb, or a word)."""
    at, light = person.screen.pixels[300:500:20, 300:980:20], person.screen.pixels[250:600:3, 100:1100:3]
    blank = at.copy()
    begun_s = time.monotonic()
    with running(person, **more):
        until(lambda: (at != blank).any(axis=-1).mean() > 0.5, every_s=0.001)
        seen_s = time.monotonic() - begun_s
        until(lambda: (light[..., :3].max(axis=-1) > LIGHT).mean() > 0.01, every_s=0.001)
        whole_s = time.monotonic() - begun_s
        time.sleep(0.3)
    until(lambda: bool((at == blank).all()))
    return seen_s, whole_s


# Memory and processor


def memory(minutes):
    """Resident memory while breathing in silence, against the bare window; and how much it grows."""
    with somebody(seen=False) as person:
        with running(person, code=bare("window")) as floor:
            time.sleep(3)
            floor_mb = _resident_mb(floor)
        with running(person, *BREATHE) as real:
            time.sleep(5)
            begun_mb, end_s = _resident_mb(real), time.monotonic() + 60 * minutes
            samples = []
            while time.monotonic() < end_s:
                time.sleep(1)
                samples.append(_resident_mb(real))
    grown_mb = median(samples[-10:]) - begun_mb
    yield Row(
        what="memory, breathing in silence (MB)",
        figure=f"{median(samples):.1f}",
        floor=f"{floor_mb:.1f}",
        budget=f"<= {floor_mb + 40:.0f} (+ 40)",
        holds=median(samples) <= floor_mb + 40,
    )
    yield Row(
        what=f"memory, grown in {minutes:g} min (MB)",
        figure=f"{grown_mb:+.2f}",
        floor="0",
        budget="flat (< 1)",
        holds=grown_mb < 1,
    )


def _resident_mb(program):
    pages = int(Path(f"/proc/{program.pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MEGABYTE


def breathing(_minutes):
    """Processor time while breathing in each look, against one soft image scaled in every frame."""
    for name, seen in (("offscreen", False), ("Xvfb", True)):
        with somebody(seen=seen) as person:
            floors, parts = [], {look: [] for look in Look}
            for _ in range(3):
                floors.append(_part_of_core(person, code=bare("orb")))
                for look, each in parts.items():
                    write_settings(person.home / "settings.json", Settings(welcomed=True, look=look))
                    each.append(_part_of_core(person, *BREATHE))
        floor = median(floors) * 100
        for look, each in parts.items():
            real = median(each) * 100
            yield Row(
                what=f"processor, breathing, {look} (% of a core, {name})",
                figure=f"{real:.1f}",
                floor=f"{floor:.1f}",
                budget=f"<= {1.5 * floor:.1f} (1.5 x)",
                holds=real <= 1.5 * floor,
            )


def still(_minutes):
    """Processor time where nothing moves."""
    with somebody(seen=True) as person:
        screen = person.screen

        def paused(_program):
            eye_on(screen)
            screen.key("space")

        def hidden(_program):
            eye_on(screen)
            screen.told("xdotool", "getactivewindow", "windowminimize")

        ways = {"paused": (BREATHE, paused), "hidden": (BREATHE, hidden), "at home": ((), lambda _program: None)}
        ways["at a check-in"] = (("--practice", "slow-down", "--begin"), lambda _program: _to_check_in(screen))
        for name, (arguments, act) in ways.items():
            part = median(_part_of_core(person, *arguments, act=act) for _ in range(3)) * 100
            yield Row(
                what=f"processor, {name} (% of a core)",
                figure=f"{part:.2f}",
                floor="0",
                budget="< 0.5",
                holds=part < 0.5,
            )


def _to_check_in(screen):
    for _ in range(3):
        time.sleep(0.3)
        screen.key("Right")


def _part_of_core(person, *arguments, act=None, **more):
    """Return the part of a core that a program takes, once it has settled."""
    with running(person, *arguments, **more) as program:
        time.sleep(2)
        if act:
            act(program)
        time.sleep(5)  # controls and sentences have come and gone
        before, begun_s = _spent_s(program), time.monotonic()
        time.sleep(CPU_S)
        return (_spent_s(program) - before) / (time.monotonic() - begun_s)


def _spent_s(program):
    fields = Path(f"/proc/{program.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


# Frames and keys


def frames(_minutes):
    """The radius that is drawn beside the curve at the moment the frame was done, and the frames' evenness."""
    with somebody(seen=False) as person:
        environment = person.environment() | {"QT_QUICK_BACKEND": "software"}
        told = [
            json.loads(subprocess.check_output([sys.executable, FRAMES, person.home, "16"], cwd=ROOT, env=environment))
            for _ in range(3)
        ]
    off, late = (median(each[name] for each in told) for name in ("error_p99_px", "wait_p99_ms"))
    middle = median(each["wait_ms"] for each in told)
    yield Row(what="radius beside the curve, p99 (px)", figure=f"{off:.2f}", floor="0", budget="<= 1", holds=off <= 1)
    yield Row(
        what="frame interval, p99 (ms)", figure=f"{late:.1f}", floor=f"{middle:.1f}", budget="<= 25", holds=late <= 25
    )


class Uneven:
    """A clock whose frames come when they like."""

    def __init__(self):
        self.now = 5.0

    def now_s(self):
        return self.now

    def slept_s(self):
        return 0.0


def drift(_minutes):
    """Sixty minutes of uneven frames, simulated: how far off the orb is at the end of it, in time."""
    from PySide6.QtCore import QCoreApplication

    from grounding.window.breathing.run import Run

    application = QCoreApplication.instance() or QCoreApplication([])
    clock, chance = Uneven(), numpy.random.default_rng(3)
    run = Run(clock=clock, wording=Wording())
    run.begin(lay_out(read_practice(assets() / "practices" / "breathe" / "practice.toml"), open_end=True), 1)
    worst = 0.0
    while clock.now - 5.0 < 3600:
        clock.now += chance.uniform(0.001, 0.034)
        run.look()
        worst = max(worst, abs(run.fullness - curve(clock.now - 5.0)))
    del application
    late_ms = 1000 * worst / (math.pi / 2 / 3)
    yield Row(
        what="drift after 60 minutes, simulated (ms)",
        figure=f"{late_ms:.2g}",
        floor="0",
        budget="< 16.7 (a frame)",
        holds=late_ms < 1000 * FRAME_S,
    )


def key(_minutes):
    """From Space, the first one after a start, to the first picture in which the orb has moved."""
    with somebody(seen=True) as person:
        screen = person.screen
        screen.told("xdotool", "mousemove", "0", "0")
        with running(person):
            _home(screen)
            screen.key("space")
            time.sleep(1)
            eye = eye_on(screen)
        times = [_to_moved_s(person, eye) for _ in range(KEYS)]
    yield Row(
        what="from Space to the orb's first move (ms)",
        figure=f"{median(times) * 1000:.0f}",
        floor="0",
        budget="< 100",
        holds=median(times) < 0.1,
    )


def _home(screen):
    until(lambda: bool((screen.pixels[300:500:20, 300:980:20] != 218).any()))
    time.sleep(1.5)


def _to_moved_s(person, eye: Eye):
    """Return how long it takes; what `xdotool` needs to press the key is part of it."""
    screen = person.screen
    with running(person):
        _home(screen)
        before = screen.pixels.copy()
        begun_s = time.monotonic()
        screen.key_soon("space")
        until(lambda: (screen.pixels[100:600:10] != before[100:600:10]).mean() > 0.05, every_s=0.001)
        first_px = None
        while time.monotonic() < begun_s + 3:
            radius_px = eye.radius_px()
            if not math.isnan(radius_px):
                first_px = radius_px if first_px is None else first_px
                if radius_px > first_px:
                    return time.monotonic() - begun_s
    raise AssertionError("the orb has not moved")


# The journal


def entry(_minutes):
    """One entry kept for good, in a journal of its own."""
    from grounding.journal.journal import Journal

    with tempfile.TemporaryDirectory() as name:
        journal = Journal(Path(name) / "journal")
        yield from kept_beside_raw("one entry, safe on the disk (ms)", journal)
        journal.close()


def kept_beside_raw(what, journal):
    """Yield what an entry costs, beside bare commits of its row to such files: into an index of words too, and not."""
    from decades import said

    from grounding.journal.entry import new_entry
    from grounding.journal.schema import entry_to_row

    chance = random.Random(7)
    journal.add(new_entry("slow-down", said(chance)))
    with tempfile.TemporaryDirectory() as name:
        raw = {"indexed": _raw(Path(name) / "indexed", INDEX), "row": _raw(Path(name) / "row", "")}
        times_s = {"real": [], "indexed": [], "row": []}
        for _ in range(COMMITS):
            made = new_entry("slow-down", said(chance))
            row = entry_to_row(made)
            times_s["real"].append(_taken_s(partial(journal.add, made)))
            for kind, connection in raw.items():
                times_s[kind].append(_taken_s(partial(_commit, connection, row)))
        for connection in raw.values():
            connection.close()
    real, indexed, bare_row = (median(each) * 1000 for each in times_s.values())
    yield Row(
        what=what,
        figure=f"{real:.2f}",
        floor=f"{indexed:.2f}",
        budget=f"<= {1.5 * indexed:.2f} (1.5 x)",
        holds=real <= 1.5 * indexed,
    )
    yield Row(
        what="  beside its row without an index of words", figure="", floor=f"{bare_row:.2f}", budget="-", holds=True
    )


INDEX = """
CREATE VIRTUAL TABLE words USING fts5 (folded, content = 'raw');
CREATE TRIGGER added AFTER INSERT ON raw BEGIN INSERT INTO words (rowid, folded) VALUES (new.rowid, new.folded); END;
"""


def _raw(folder, index):
    """Return a connection to a file with the journal's settings and a table for its rows."""
    from grounding.journal import new_file, vault
    from grounding.journal.keyring import keys

    folder.mkdir()
    held = keys.envelope_for_writing(folder).unlock()
    new_file.create(folder / "journal.db", held)
    connection = vault.Vault.open(folder / "journal.db", held)._connection
    connection.execute("CREATE TABLE raw (id TEXT PRIMARY KEY, a, b, c, d, e, report, brought, folded, tags)")
    connection.execute(index)
    return connection


def _commit(connection, row):
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO raw VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    connection.execute("COMMIT")


def _taken_s(act):
    begun_s = time.perf_counter()
    act()
    return time.perf_counter() - begun_s


def silent(_minutes):
    """What is loaded before sound or the journal is asked for."""
    code = "import sys; import grounding.window.window, grounding.cli; print(*[n for n in %r if n in sys.modules])"
    heavy = (
        "numpy",
        "pydub",
        "soundfile",
        "nacl",
        "apsw",
        "PySide6.QtMultimedia",
        "PySide6.QtDBus",
        "PySide6.QtWidgets",
    )
    loaded = subprocess.check_output([sys.executable, "-c", code % (heavy,)], cwd=ROOT, text=True).strip()
    yield Row(
        what="loaded before it is asked for", figure=loaded or "nothing", floor="", budget="nothing", holds=not loaded
    )


# Sound


def render(_minutes):
    """Time to write 20 minutes as a sound file, against the encoder alone with the same samples; length and memory."""
    for ending in ("mp3", "ogg", "flac", "wav"):
        real, floor = [], []
        for _ in range(RENDERS):
            floor.append(_rendered("floor", ending, 1200)["seconds"])
            real.append(_rendered("real", ending, 1200))
        took_s, floor_s = median(each["seconds"] for each in real), median(floor)
        yield Row(
            what=f"20 minutes to {ending.upper()} (s)",
            figure=f"{took_s:.2f}",
            floor=f"{floor_s:.2f}",
            budget=f"<= {1.5 * floor_s:.2f} (1.5 x)",
            holds=took_s <= 1.5 * floor_s,
        )
        hour = _rendered("real", ending, 3600)
        over_ms = max((real[0]["over_ms"], hour["over_ms"]), key=abs)
        most_ms = 60 if ending == "mp3" else 0
        yield Row(
            what="  too long, for another decoder (ms)",
            figure=f"{over_ms:.2f}",
            floor="0",
            budget=f"<= {most_ms}" if most_ms else "0",
            holds=abs(over_ms) <= most_ms,
        )
        grown = [median(each["grown_mb"] for each in real), hour["grown_mb"]]
        yield Row(
            what="  memory grown by 20, by 60 minutes (MB)",
            figure=f"{grown[0]:.0f}, {grown[1]:.0f}",
            floor="0",
            budget="< 100, the same",
            holds=max(grown) < 100 and abs(grown[1] - grown[0]) < 10,
        )


def _rendered(*arguments):
    script = Path(__file__).with_name("rendering.py")
    return json.loads(subprocess.check_output([sys.executable, script, *map(str, arguments)], cwd=ROOT, text=True))


def apart(minutes):
    """How far sound and orb are apart at every turn, at a real screen and a real sound server, over so many minutes."""
    with somebody(seen=True) as person, contextlib.ExitStack() as open_things:
        write_settings(person.home / "settings.json", Settings(welcomed=True, bowl=False))
        room = open_things.enter_context(sounding_room(person.folder / "room"))

        def start(*arguments, **environment):
            return open_things.enter_context(running(person, *arguments, **environment))

        apart_ms = together(person.screen, room, start, 60.0 * minutes).apart_s() * 1000
    whole_ms = apart_ms[~numpy.isnan(apart_ms)]
    yield Row(
        what=f"sound beside orb, worst of {len(whole_ms)} turns (ms)",
        figure=f"{abs(whole_ms).max():.1f}",
        floor="0",
        budget="<= 30",
        holds=abs(whole_ms).max() <= 30,
    )
    yield Row(
        what="  standard deviation (ms)",
        figure=f"{whole_ms.std():.1f}",
        floor="0",
        budget="<= 8",
        holds=whole_ms.std() <= 8,
    )
    yield Row(
        what="  strokes with a hole: the computer was busy",
        figure=str(len(apart_ms) - len(whole_ms)),
        floor="0",
        budget="0",
        holds=len(whole_ms) == len(apart_ms),
    )


WINDOW = (start, memory, breathing, still, frames, drift, key)
OTHERS = (entry, silent, render, apart)
MEASURES = {each.__name__: each for each in (*WINDOW, *OTHERS)}
