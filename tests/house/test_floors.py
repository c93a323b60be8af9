"""The rooms and their floors: who may know whom, and what may come in from outside."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

FLOORS = {"base": -1, "breath": 0, "body": 0, "practice": 1, "sitting": 2, "sound": 3, "journal": 3, "window": 4, "": 5}
"""The floor of each room; "" is the top of the package (app, cli)."""
PURE = {"breath", "body", "sitting", "practice"}
"""Rooms that stand on the standard library alone, and touch neither clocks nor files nor other processes."""
WORLD = {
    "asyncio", "ctypes", "datetime", "io", "locale", "logging", "multiprocessing", "os", "pathlib", "random", "secrets",
    "shutil", "signal", "socket", "stat", "subprocess", "sys", "tempfile", "threading", "time", "tomllib", "uuid",
}  # fmt: skip
READING = {"os", "pathlib", "stat", "tomllib"}
"""What the reading of practice files may use of it."""
WRITING = {("practice/editing/tables.py", "tomlkit"), ("practice/carrying.py", "tomlkit")}
"""The files of `practice` that change what a person wrote by hand, and the library that keeps it as it is."""
KNOWS_QT = {"sound/decoder.py", "sound/loudspeaker.py", "sound/microphone.py", "sound/speech.py"}
"""The files of sound that touch Qt, each inside a process of its own."""
NETWORK = {"ftplib", "http", "imaplib", "poplib", "smtplib", "socket", "socketserver", "ssl", "urllib", "xmlrpc"}
GPL_ONLY = {f"PySide6.Qt{name}" for name in ("Charts", "DataVisualization", "Graphs", "GraphsWidgets", "HttpServer")}
WINDOW_NEVER = ("numpy", "pydub", "soundfile", "apsw", "nacl", "PySide6.QtMultimedia")


def imports(path):
    """Yield the line and full name of everything a file imports, wherever in it that stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), filename=str(path))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno} imports by dots"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def comes_from(name, *modules):
    return any(name == module or name.startswith(f"{module}.") for module in modules)


def room_of(name):
    """Return the room of a dotted name inside the package; the top of it is ""."""
    first = name.split(".")[1]
    return first if first in FLOORS else ""


def wall(room, name):
    """Return which wall it breaks that `room` imports `name`, or None."""
    if comes_from(name, "grounding"):
        other = room_of(name)
        if name == "grounding.__version__" or other in (room, "base") or FLOORS[other] < FLOORS[room]:
            return None
        return f"{room} imports only from floors below, and {other or 'the top'} is not below"
    outside = {
        "the program opens no network connection": comes_from(name, *NETWORK),
        "the project is MIT, that module GPL": comes_from(name, *GPL_ONLY),
        "journal knows no Qt": room == "journal" and comes_from(name, "PySide6"),
        "base knows no Qt": room == "base" and comes_from(name, "PySide6"),
        "the window never loads it": room == "window" and comes_from(name, *WINDOW_NEVER),
        f"{room} is the standard library alone": room in PURE and name.split(".")[0] not in sys.stdlib_module_names,
        f"{room} touches no clock and no file": room in PURE
        and comes_from(name, *(WORLD - READING if room == "practice" else WORLD)),
    }
    return next((told for told, broken in outside.items() if broken), None)


def broken_walls(package):
    """Return a line for each import that breaks a wall, and for each room too many that knows Qt."""
    found = []
    for path in sorted(package.rglob("*.py")):
        inside = path.relative_to(package)
        room = inside.parts[0] if len(inside.parts) > 1 else ""
        assert room in FLOORS, f"{inside} lies in no room of the plan"
        for line, name in imports(path):
            if (inside.as_posix(), name.split(".")[0]) in WRITING:
                continue
            if told := wall(room, name):
                found.append(f"{inside.as_posix()}:{line} {name}: {told}")
            if room == "sound" and comes_from(name, "PySide6") and inside.as_posix() not in KNOWS_QT:
                allowed = ", ".join(sorted(KNOWS_QT))
                found.append(f"{inside.as_posix()}:{line} {name}: sound touches Qt only in {allowed}")
    return found


def test_no_wall_is_broken():
    assert broken_walls(ROOT / "grounding") == []


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("breath/new.py", "from grounding.body.region import Region"),
        ("breath/new.py", "import time"),
        ("body/new.py", "    from pathlib import Path"),
        ("practice/new.py", "import tomlkit"),
        ("practice/new.py", "from grounding.sitting.score import Score"),
        ("sitting/new.py", "import numpy as np"),
        ("sitting/new.py", "from grounding import sound"),
        ("base/new.py", "from grounding.body.region import Region"),
        ("base/new.py", "from PySide6.QtCore import QObject"),
        ("journal/new.py", "from grounding.sound.sound import Sound"),
        ("journal/new.py", "from PySide6 import QtCore"),
        ("window/new.py", "import numpy"),
        ("window/new.py", "from pydub import AudioSegment"),
        ("window/new.py", "from PySide6 import QtMultimedia"),
        ("window/new.py", "from PySide6.QtMultimedia import QAudioSink"),
        ("window/new.py", "import grounding.app"),
        ("sound/new.py", "from PySide6.QtCore import QTimer"),
        ("app.py", "from PySide6.QtGraphs import QLineSeries"),
        ("cli.py", "import urllib.request"),
    ],
)
def test_a_wall_broken_on_purpose_is_named(tmp_path, file, line):
    path = tmp_path / "grounding" / file
    path.parent.mkdir(parents=True)
    path.write_text(f"if True:\n    {line.strip()}\n", encoding="utf-8")
    (told,) = broken_walls(tmp_path / "grounding")
    assert told.startswith(file)


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("breath/new.py", "from grounding.breath.stroke import Stroke"),
        ("sitting/new.py", "from math import ceil"),
        ("practice/new.py", "import tomllib"),
        ("sound/new.py", "import numpy"),
        ("practice/editing/tables.py", "import tomlkit"),
        ("sound/loudspeaker.py", "from PySide6 import QtMultimedia"),
        ("journal/new.py", "import apsw"),
        ("window/new.py", "from PySide6.QtQml import QmlElement"),
        ("app.py", "from grounding.window.window import GroundingWindow"),
        ("cli.py", "from grounding.app import run"),
    ],
)
def test_what_is_allowed_is_not_named(tmp_path, file, line):
    path = tmp_path / "grounding" / file
    path.parent.mkdir(parents=True)
    path.write_text(line, encoding="utf-8")
    assert broken_walls(tmp_path / "grounding") == []


@pytest.mark.parametrize(
    ("module", "never"),
    [
        ("grounding.sitting.sitting", ["PySide6", "numpy", "tomllib"]),
        ("grounding.practice.shelf", ["PySide6", "numpy"]),
        ("grounding.journal.journal", ["PySide6", "numpy", "pydub"]),
        ("grounding.window.window", ["numpy", "pydub", "soundfile", "PySide6.QtMultimedia", "PySide6.QtWidgets"]),
        ("grounding.cli", ["PySide6", "numpy", "pydub"]),
    ],
)
def test_loading_a_room_does_not_bring_along_what_it_should_not_know(module, never):
    script = f"import sys, {module}; print(*(set({never!r}) & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.stdout, done.stderr) == ("\n", "")
