"""What every test stands on: no display, no sound card, and a home of its own."""

from __future__ import annotations

import os
import sys
import threading

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

settings.register_profile("here", deadline=None)  # a busy computer is not a fault
settings.load_profile("here")


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
