"""The window as such: its size, a second start, what was asked for, the shelf, and settings that stay."""

from __future__ import annotations

import json
import subprocess
import sys
import time

import pages
import pytest
from person import until
from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest

from grounding.base.settings import Settings

OWN = """
format = 1
id = "own"
title = "My own few minutes"
summary = "Mine."
language = "en"
[[step]]
kind = "stay"
[[step.prompt]]
text = "Here."
"""


def size(person):
    return person.window.width(), person.window.height()


def test_the_size_of_the_window_is_remembered(person, restart):
    assert size(person) == (1120, 720)
    person.window.resize(900, 650)
    assert size(restart(person)) == (900, 650)


def test_a_full_screen_is_not_remembered(person, restart):
    person.window.resize(900, 650)
    person.key(Qt.Key.Key_F11)
    again = restart(person)
    assert again.window.visibility() == QWindow.Visibility.Windowed
    assert size(again) == (1120, 720)


def test_a_maximised_window_comes_back_so_and_has_its_size_still(person, restart):
    person.window.showMaximized()
    until(lambda: person.window.visibility() == QWindow.Visibility.Maximized, "the large window")
    again = restart(person)
    assert again.window.visibility() == QWindow.Visibility.Maximized
    assert (again.preferences.settings.width, again.preferences.settings.height) == (1120, 720)


# What was asked for


def test_begin_skips_welcome_and_home(start):
    person = start(Settings(), {"practice": "one-sigh", "begin": True})
    assert (person.flow.page, person.flow.title) == ("sitting", "One sigh")


def test_a_practice_that_is_asked_for_is_chosen_and_waits(start):
    person = start(Settings(welcomed=True), {"practice": "hands"})
    assert person.find("radio button", "Hands may move").checked
    assert not person.run.running


def test_a_practice_that_is_not_there_is_one_sentence(start):
    person = start(Settings(welcomed=True), {"practice": "nowhere", "begin": True})
    assert "nowhere" in str(person.flow.said)
    assert person.flow.page == "home"
    person.find("alert", str(person.flow.said))


# A second start


offscreen = pytest.mark.qt_log_ignore("This plugin does not support raise")


@pytest.fixture
def first(start):
    """Return somebody at the first window of the home, which answers the bell."""
    person = start(Settings(welcomed=True))
    assert person.grounding.front.first({})
    return person


def second_start(*words):
    """Start the program anew on the same home, to its end; the first window lives meanwhile."""
    started = subprocess.Popen([sys.executable, "-m", "grounding", *words], stderr=subprocess.PIPE, text=True)
    until(lambda: started.poll() is not None, "the end of the second start")
    assert (started.returncode, started.stderr.read()) == (0, "")
    started.stderr.close()


@offscreen
def test_a_second_start_brings_the_first_window_forward_and_hands_over_what_was_asked(first):
    first.window.showMinimized()
    second_start("--practice", "one-sigh", "--begin")
    assert first.window.visibility() == QWindow.Visibility.Windowed
    assert (first.flow.page, first.flow.title) == ("sitting", "One sigh")


@offscreen
def test_a_sitting_that_runs_is_not_disturbed_by_a_second_start(first):
    pages.breathe(first)
    second_start("--practice", "one-sigh", "--begin")
    assert first.flow.title == "Breathe"
    assert first.run.running


@offscreen
def test_the_home_by_another_name_has_the_same_window(first, home, tmp_path):
    (tmp_path / "by another name").symlink_to(home)
    second_start("--home", str(tmp_path / "by another name"), "--practice", "hands")
    assert first.find("radio button", "Hands may move").checked


@pytest.mark.usefixtures("first")
@pytest.mark.parametrize("heard", [True, False])
def test_beside_a_window_that_does_not_answer_none_opens_and_that_is_said(monkeypatch, tmp_path, heard):
    if not heard:  # it listens elsewhere
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    begun_s = time.monotonic()
    done = subprocess.run([sys.executable, "-m", "grounding"], capture_output=True, text=True, check=False, timeout=15)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "open already" in done.stderr
    assert time.monotonic() - begun_s < 20


@offscreen
def test_a_bell_that_a_killed_window_left_behind_is_replaced(start, runtime):
    person = start(Settings(welcomed=True))
    doorbell = person.grounding.front._doorbell
    (runtime / doorbell._name.rpartition("/")[2]).write_text("left behind")
    assert person.grounding.front.first({})
    second_start("--practice", "hands")
    assert person.find("radio button", "Hands may move").checked


# The shelf


def test_a_practice_file_that_is_wrong_is_one_sentence_and_the_others_are_there(start, home):
    (home / "practices").mkdir(parents=True)
    home.chmod(0o700)
    (home / "practices" / "own.toml").write_text(OWN)
    (home / "practices" / "wrong.toml").write_text(OWN.replace("stay", "sprint").replace('"own"', '"wrong"'))
    person = start(Settings(welcomed=True))
    person.find("radio button", "My own few minutes")
    person.find("radio button", "A slower few minutes")
    (sentence,) = [said for said in person.every("label") if "wrong.toml" in said.name]
    assert "kind" in sentence.name
    person.window.grabWindow()  # the page is laid out now
    assert not sentence.interface.state().offscreen
    person.press("radio button", "My own few minutes")
    person.press("push button", "Begin")
    assert person.run.kind == "stay"


def test_ones_own_breath_is_one_choice_away(person):
    person.press("check box", "My own breath")
    person.press("push button", "Begin")
    person.press("push button", "Next")
    assert person.run.kind == "breathe"
    assert person.run.ownBreath
    assert not person.run.moving


def test_a_length_chosen_for_breathe_ends_on_a_whole_breath(person):
    person.press("radio button", "Breathe")
    person.press("radio button", "1 min")
    person.press("push button", "Begin")
    person.wait(59.9)
    assert person.run.running
    person.wait(0.2)
    assert (person.flow.page, person.run.fullness) == ("home", 0)


# Settings


def on_disk(home):
    return json.loads((home / "settings.json").read_text())


def test_what_is_set_is_kept_at_once_and_found_again(person, home, restart):
    person.press("page tab", "Settings")
    person.press("radio button", "Day")
    person.press("radio button", "Reduced motion")
    person.press("radio button", "Soft tone")
    person.press("radio button", "Keep")
    person.set_value("Text size", 150)
    person.settle()
    kept = on_disk(home)
    assert [kept[name] for name in ("theme", "motion", "sound", "keep", "text_percent")] == [
        *("day", "reduced", "tone", "keep", 150)
    ]
    again = restart(person)
    assert (again.preferences.scheme, again.preferences.reduced) == ("day", True)
    again.press("page tab", "Settings")
    for name in ("Day", "Reduced motion", "Soft tone", "Keep"):
        assert again.find("radio button", name).checked
    assert again.find("slider", "Text size").value == 150


def test_text_grows_as_it_is_set(person):
    before = person.find("push button", "Begin").item.width()
    person.preferences.chooseTextPercent(200)
    QTest.qWait(0)
    assert person.find("push button", "Begin").item.width() > 1.5 * before


def test_settings_that_make_no_sense_lie_beside_and_are_one_sentence(start, home):
    home.mkdir(mode=0o700)
    (home / "settings.json").write_text("{ not")
    person = start()
    assert person.flow.page == "welcome"
    assert "settings" in str(person.flow.said)
    assert (home / "settings.damaged.json").read_text() == "{ not"


def test_safety_notes_lead_back_where_one_came_from(person):
    for tab, page in (("Settings", "settings"),):
        person.press("page tab", tab)
        person.press("push button", "Safety notes")
        person.find("heading", "Safety notes")
        person.key(Qt.Key.Key_Escape)
        assert person.flow.page == page


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_who_is_brought_forward_stays_as_large_as_they_were(person):
    person.window.showMaximized()
    until(lambda: person.window.visibility() is person.window.Visibility.Maximized, "a large window")
    person.grounding.come_forward({})
    person.settle()
    assert person.window.visibility() is person.window.Visibility.Maximized
    person.window.showMinimized()
    person.grounding.come_forward({})
    until(lambda: person.window.visibility() is not person.window.Visibility.Minimized, "the window")
