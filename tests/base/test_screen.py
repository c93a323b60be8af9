"""Where no window can be shown, a sentence says so before Qt would end the program."""

from __future__ import annotations

import sys

import pytest

from grounding.base import screen
from grounding.base.screen import screen_missing

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="wants Linux, where screens are named like this")


@pytest.fixture(autouse=True)
def bare(monkeypatch):
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def test_no_screen_is_said():
    assert screen_missing().code == "no-screen"


@pytest.mark.parametrize("name", ["QT_QPA_PLATFORM", "WAYLAND_DISPLAY"])
def test_what_somebody_chose_is_tried(bare, name):
    bare.setenv(name, "something")
    assert screen_missing() is None


def test_a_missing_library_is_named(bare):
    bare.setenv("DISPLAY", ":0")
    bare.setattr(screen, "XCB_LIBRARIES", ("libc.so.6", "libnot-here.so.7"))
    failure = screen_missing()
    assert (failure.code, failure.facts["library"]) == ("library-missing", "libnot-here.so.7")
