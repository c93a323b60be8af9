"""On a screen smaller than the window was, all of the window is on it."""

from __future__ import annotations

import re

import pytest
from screen import showing, until
from started import Person
from wanting import SCREEN, wants

from grounding.base.settings import Settings, read_settings, write_settings

pytestmark = wants(*SCREEN)
WIDTH, HEIGHT = 800, 600


@pytest.fixture
def person(tmp_path):
    with showing(tmp_path / "screen", size=(WIDTH, HEIGHT)) as screen:
        yield Person(tmp_path, screen)


def edges(screen):
    """Return where the window in front ends: left, top, right and bottom."""
    told = screen.told("xwininfo", "-id", screen.told("xdotool", "getactivewindow").strip())
    numbers = [re.search(rf"{what}:\s*(-?\d+)", told) for what in ("upper-left X", "upper-left Y", "Width", "Height")]
    left, top, width, height = (int(each[1]) if each else 0 for each in numbers)
    return left, top, left + width, top + height


def inside(edges):
    """Whether nothing is beyond the screen, and all of its width is used."""
    left, top, right, bottom = edges
    return (left, right) == (0, WIDTH) and 0 <= top < bottom <= HEIGHT


@pytest.mark.parametrize("size", [(1120, 720), (2400, 1500), (1120, 600)])
def test_all_of_the_window_is_on_a_screen_of_800_by_600(person, start, size):
    person.home.mkdir(mode=0o700)
    write_settings(person.home / "settings.json", Settings(welcomed=True, width=size[0], height=size[1]))
    program = start()
    until(lambda: person.screen.front_pid() == program.pid)
    until(lambda: inside(edges(person.screen)), why=lambda: edges(person.screen))
    assert program.end() == 0
    settings, _ = read_settings(person.home / "settings.json")
    assert (settings.width, settings.height, settings.maximized) == (*size, False)
