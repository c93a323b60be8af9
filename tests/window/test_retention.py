"""How long entries are kept: said before anything goes, done when it is meant, and on each new day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from grounding.base.settings import KEEP_MONTHS, Settings
from grounding.journal.entry import new_entry
from grounding.journal.journal import Journal
from grounding.journal.retention import kept_since
from grounding.journal.when import in_local_time


def old(days):
    return new_entry(at=in_local_time() - timedelta(days=days))


@pytest.fixture
def keeper(person):
    """Somebody with an entry of today, one of last spring and one of long ago, in Settings."""
    for days in (0, 200, 4000):
        person.journal.add(old(days))
    person.flow.show("settings")
    return person


def gone(person, left):
    person.settle()
    assert person.journal.count() == left


def test_nothing_goes_before_it_is_said_from_which_day_on_and_that_it_is_meant(keeper):
    assert keeper.find("radio button", "All of it").checked
    keeper.press("radio button", "1 year")
    keeper.settle()
    assert keeper.journal.count() == 3
    (said,) = [text for text in keeper.texts() if "would be deleted now, for good, in the backups too" in text]
    since = kept_since(date.today(), 12)
    assert str(since.day) in said
    assert str(since.year) in said
    assert keeper.preferences.settings.keep_months == 0
    keeper.press("push button", "Yes, delete older ones")
    gone(keeper, 2)
    assert keeper.preferences.settings.keep_months == 12
    assert keeper.find("radio button", "1 year").checked
    assert keeper.missing("push button", "Yes, delete older ones")


@pytest.mark.parametrize("how", ["no", "all", "leaving"])
def test_what_was_not_meant_changes_nothing(keeper, how):
    keeper.press("radio button", "3 months")
    if how == "no":
        keeper.press("push button", "No, keep them")
    elif how == "all":
        keeper.press("radio button", "All of it")
    else:
        keeper.flow.show("home")
        keeper.flow.show("settings")
    keeper.settle()
    assert keeper.find("radio button", "All of it").checked
    assert (keeper.journal.count(), keeper.preferences.settings.keep_months) == (3, 0)


def test_to_keep_for_longer_needs_no_question(keeper):
    keeper.press("radio button", "3 months")
    keeper.press("push button", "Yes, delete older ones")
    gone(keeper, 1)
    keeper.press("radio button", "5 years")
    assert keeper.preferences.settings.keep_months == 60
    assert any(text.startswith("What is older than that is deleted, in the backups too.") for text in keeper.texts())


def test_by_keyboard_too(keeper):
    keeper.tab_to("radio button", "2 years")
    keeper.key(Qt.Key.Key_Space)
    keeper.tab_to("push button", "No, keep them")
    keeper.key(Qt.Key.Key_Return)
    assert keeper.focused_name() == "radio button “All of it”"
    assert keeper.journal.count() == 3


def test_every_length_that_there_is_can_be_chosen(keeper):
    names = ["All of it", "3 months", "6 months", "1 year", "2 years", "5 years"]
    assert len(names) == len(KEEP_MONTHS)
    for name, months in zip(names, KEEP_MONTHS, strict=True):
        keeper.press("radio button", name)
        assert keeper.retention.months == months


def test_at_the_start_what_has_become_too_old_goes(start, home):
    journal = Journal(home / "journal")
    for days in (0, 200):
        journal.add(old(days))
    journal.close()
    person = start(Settings(welcomed=True, keep_months=3))
    gone(person, 1)


def test_on_a_new_day_it_is_looked_at_again_and_on_the_same_one_not(start):
    person = start(Settings(welcomed=True, keep_months=3))
    person.settle()
    for days in (0, 85, 200):
        person.journal.add(old(days))
    person.retention.apply()
    person.settle()
    assert person.journal.count() == 3
    person.retention._today = lambda: date.today() + timedelta(days=1)
    person.flow.show("journal")
    gone(person, 2)
