"""A real window over a home of its own, offscreen, and somebody at it."""

from __future__ import annotations

import gc
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from grounding.base.home import Home
from grounding.base.settings import Settings, write_settings
from grounding.base.wording import Wording
from grounding.window.front import make_application
from grounding.window.window import GroundingWindow

sys.path.insert(0, str(Path(__file__).parent))  # for the helpers beside the tests

from person import Hand, Person


@pytest.fixture(scope="session")
def application():
    application = make_application()
    QAccessible.setActive(True)
    return application


@pytest.fixture
def runtime():
    """A folder for sockets, whose names may not be long."""
    with tempfile.TemporaryDirectory(prefix="run-") as name:
        yield Path(name)


@pytest.fixture
def start(application, home, monkeypatch, runtime, request):
    """Return a function that starts the program in the home of the test, and gives somebody at its window."""
    gc.collect()  # the windows of other tests end here and now, not in whatever thread Python next tidies up in
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    open_windows = []

    def opened(settings=None, asked=None, **parts):
        place = Home(home)
        if settings is not None:
            place.make()
            write_settings(place.settings, settings)
        if "unwritable" not in parts:
            place.make()
        hand = Hand()
        window = GroundingWindow(home=place, wording=Wording(), clock=hand.clock, **parts)
        open_windows.append(window)
        window.show(asked or {})
        return Person(window, hand)

    yield opened
    for window in open_windows:
        shut(window)
    application.processEvents()
    log = getattr(request.node, "qt_log_capture", None)  # not there under -s
    warned = (
        [each.message for each in log.records if not each.ignored and each.type_name != "QtDebugMsg"] if log else []
    )
    assert not warned


def shut(window):
    """Close a window as the program does; closing twice does nothing more."""
    if window.front.engine is not None:
        window.close()
        QTest.qWait(0)


@pytest.fixture
def restart(start):
    """Return a function that ends a window in good order and starts the program again on its home."""

    def again(person, **asked):
        shut(person.grounding)
        return start(**asked)

    return again


@pytest.fixture
def person(start):
    """Somebody at home, not for the first time."""
    return start(Settings(welcomed=True))
