"""What every test stands on: no display, no sound card, and a home of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
import threading

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(Path(__file__).parent))  # for the helpers beside the tests of every room

settings.register_profile("here", deadline=None)  # a busy computer is not a fault
settings.load_profile("here")


@pytest.fixture(scope="session")
def qapp_cls():
    """The application is the program's own kind, whichever test is first to want one."""
    return QGuiApplication


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Name a home of its own to each test (not made yet); give back the umask and hooks that the program changes."""
    path = tmp_path / "home"
    monkeypatch.setenv("GROUNDING_HOME", str(path))
    for module, hook in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(module, hook, getattr(module, hook))
    umask = os.umask(0o022)
    yield path
    os.umask(umask)


def _mounted(script, folder, size, options):
    """Run Python with `disk` a small disk of its own, in namespaces of its own; return what came of it."""
    setting = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from pathlib import Path; disk = Path({str(folder)!r})\n"
    shell = f'mount -t tmpfs -o size={size},{options} none "$0" && exec "$1" -W error -c "$2"'
    return subprocess.run(
        ["unshare", "-rm", "sh", "-c", shell, str(folder), sys.executable, setting + textwrap.dedent(script)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture
def small_disk(tmp_path):
    """Return a function that runs a script on a small disk, so that a full or read-only one is a real one."""
    folder = tmp_path / "disk é 日"
    folder.mkdir()
    if not shutil.which("unshare") or _mounted("", folder, "64k", "rw").returncode:
        pytest.skip("wants a Linux that lets a user mount a small disk of their own (unshare -rm)")

    def run(script, size="64k", options="rw"):
        done = _mounted(script, folder, size, options)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    return run
