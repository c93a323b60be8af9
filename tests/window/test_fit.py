"""Whether everything on every page is there whole: nothing cut, nothing outside, nothing one over the other."""

from __future__ import annotations

from itertools import combinations

import pages
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt

from grounding.base.settings import Motion, Settings

CONTROLS = ("QQuickAbstractButton", "QQuickSlider", "QQuickTextField", "QQuickTextArea")
SLACK = 1.5
"""Pixels that may be lost to rounding."""
SIZES = {"reference": (1120, 720, 100), "small": (800, 600, 100), "small, twice the text": (800, 600, 200)}


@pytest.fixture(params=SIZES)
def sized(start, request):
    width, height, percent = SIZES[request.param]
    return start(Settings(welcomed=True, width=width, height=height, text_percent=percent, motion=Motion.REDUCED))


def test_every_page_is_whole_at_every_size(sized):
    wrong = []
    for name, page in pages.EVERY.items():
        page(sized)
        drawn(sized)
        for at in ("top", "end"):
            wrong += [f"{name}, {at}: {each}" for each in faults(sized)]
            scroll_to_end(sized)
        start_afresh(sized)
    assert wrong == []


def drawn(person):
    """Let the page lay itself out: that happens as it is drawn, and once more for what that moved."""
    for _ in range(2):
        person.settle()
        person.window.grabWindow()


def start_afresh(person):
    """Leave whatever page it is, with nothing said."""
    if person.run.running or person.run.paused:
        person.run.stop()
    person.keeping.letPass()
    for key in ("chest", "hands"):
        person.answers.choosePlace(key, False)
    person.looking_back.rewording.leaveAsItWas()
    person.looking_back.opened.shut()
    person.shelf.choosePattern("")
    person.preferences.chooseLook("orb")
    person.flow.show("home")
    person.settle()


def scroll_to_end(person):
    for each in flickables(person):
        beyond = max(0.0, each.property("contentHeight") - each.height())
        each.setProperty("contentY", each.property("originY") + beyond)
    drawn(person)


def flickables(person):
    return [item for item in person.items() if item.inherits("QQuickFlickable")]


def panel(person):
    """What lies over the page, if anything does."""
    return next((item for item in person.items() if item.objectName() in ("keys", "letters")), None)


def faults(person):
    """Yield what is not whole on the page that is shown."""
    window = QRectF(0, 0, person.window.width(), person.window.height())
    shown = [item for item in person.items(panel(person)) if opaque(item)]  # what lies under a panel is meant to
    for item in shown:
        if item.inherits("QQuickText") and item.property("text").strip():
            yield from cut(item, window)
    units = [(item, seen(item, window)) for item in shown if unit(item)]
    for (one, here), (other, there) in combinations(units, 2):
        common = here.intersected(there)
        over = common.width() > SLACK and common.height() > SLACK
        if over and not (within(one, other) or within(other, one)):
            yield f"{told(one)} lies over {told(other)}"


def cut(text, window):
    if text.property("truncated"):
        yield f"{told(text)} is cut short"
    if text.property("paintedWidth") > text.width() + SLACK or text.property("paintedHeight") > text.height() + SLACK:
        yield f"{told(text)} is larger than its place"
    for above in above_of(text):
        if control(above) and (text.width() > above.width() + SLACK or text.height() > above.height() + SLACK):
            yield f"{told(text)} is larger than its control"
    where = rect(text)
    scrolled = [above for above in above_of(text) if above.inherits("QQuickFlickable")]
    bounds = [window, *map(rect, scrolled)]
    if any(where.left() < each.left() - SLACK or where.right() > each.right() + SLACK for each in bounds):
        yield f"{told(text)} is out at the side"
    if not scrolled and (where.top() < -SLACK or where.bottom() > window.bottom() + SLACK):
        yield f"{told(text)} is out above or below"


def control(item):
    return any(item.inherits(kind) for kind in CONTROLS)


def unit(item):
    """Whether an item is a control that is not only drawn, or words that belong to none."""
    if control(item):
        return item.activeFocusOnTab()
    return item.inherits("QQuickText") and item.property("text").strip() and not any(map(control, above_of(item)))


def opaque(item):
    return item.opacity() > 0 and all(above.opacity() > 0 for above in above_of(item))


def above_of(item):
    found = []
    while (item := item.parentItem()) is not None:
        found.append(item)
    return found


def within(inner, outer):
    return any(above == outer for above in above_of(inner))


def rect(item):
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def seen(item, window):
    """The part of an item that is not scrolled away."""
    where = rect(item).intersected(window)
    for above in above_of(item):
        if above.inherits("QQuickFlickable"):
            where = where.intersected(rect(above))
    return where


def told(item):
    return f"“{item.property('text') or item.property('name') or item}”"


def test_the_circle_to_tune_by_is_seen_with_its_slider(sized):
    pages.settings(sized)
    sized.tab_to("push button", "Tune by eye and ear")
    sized.key(Qt.Key.Key_Space)
    drawn(sized)
    window = QRectF(0, 0, sized.window.width(), sized.window.height())
    for role, name in (("slider", "Output delay"), ("image", "Breathing circle"), ("push button", "That will do")):
        item = sized.find(role, name).item
        assert seen(item, window) == rect(item), f"{name} is out of sight"
    sized.trial.stop()


def test_in_a_small_window_a_place_to_answer_spares_one_line_for_the_controls(start):
    person = start(Settings(welcomed=True, width=800, height=600))
    pages.check_in(person)
    drawn(person)
    lines = {rect(person.find("push button", name).item).bottom() for name in ("Back to the room", "Stop", "Next")}
    assert len(lines) == 1


@pytest.mark.parametrize("page", [pages.check_in, pages.again])
def test_the_words_of_two_places_are_in_view_at_the_reference_size(person, page):
    page(person)
    drawn(person)
    window = QRectF(0, 0, person.window.width(), person.window.height())
    assert (window.width(), window.height()) == (1120, 720)
    offered = [said for said in person.everything() if said.name.startswith(("Chest: ", "Hands: "))]
    offered += [said for said in person.every("text") if said.name.startswith("Own word")]
    assert len(offered) >= 12
    assert [said for said in offered if seen(said.item, window).height() < said.item.height() - SLACK] == []


BESIDE_SOUND = ("Pause", "Previous", "Next", "Look", "Full screen", "Stop", "A little slower")


def test_sound_on_or_off_moves_nothing(person):
    pages.breathe(person)

    def places():
        return [person.find("push button", name).item.mapToScene(QPointF(0, 0)) for name in BESIDE_SOUND]

    drawn(person)
    silent = places()
    person.key(Qt.Key.Key_M)
    assert person.find("check box", "Sound").checked
    drawn(person)
    assert places() == silent


@pytest.mark.parametrize("page", [pages.breathe, pages.own])
def test_at_the_reference_size_all_controls_of_a_sitting_stand_on_one_line(person, page):
    page(person)
    drawn(person)
    beside = ("Back to the room", "Stop", "Pause", "Previous", "Next", "Look", "Full screen")
    names = [("push button", name) for name in beside] + [("check box", name) for name in ("My own breath", "Sound")]
    middles = {rect(person.find(*name).item).center().y() for name in names}
    assert max(middles) - min(middles) < SLACK
