"""A key that somebody breathes with is answered at once: how many frames go by before one differs, for each look.

The clock goes on by a sixtieth of a second with each frame, and the first comes with the key; a busy computer changes
nothing. Each frame is held against the picture of its moment had no key come.
"""

from __future__ import annotations

import random
from itertools import pairwise

import numpy as np
import pages
import pytest
from look_part import look_part
from person import until
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from seen import unmoved

from grounding.base.settings import Look, Motion, Settings

FRAME_S = 1 / 60
AT_ONCE, COUNTED = 2, 5
MOMENTS = 30
LOOKS = {
    "orb": (Look.ORB, Motion.FULL),
    "wave": (Look.WAVE, Motion.FULL),
    "dim": (Look.DIM, Motion.FULL),
    "still orb": (Look.ORB, Motion.REDUCED),
    "still dim": (Look.DIM, Motion.REDUCED),
}


def turn(person, filling):
    """Turn the breath by the key, and wait until that is believed."""
    (QTest.keyPress if filling else QTest.keyRelease)(person.window, Qt.Key.Key_Return)
    until(lambda: person.pace.filling is filling, "the turn")


def moments(chance):
    """Yield seconds from the last key to the next, at random: within a stroke, long after it, or far too soon."""
    for number in range(MOMENTS):
        yield (chance.uniform(0.05, 0.9), chance.uniform(0.9, 4.0), chance.uniform(8.0, 11.0))[number % 3]


def picture(person, part):
    """Return a part of the window as it is now, in numbers."""
    image = person.window.grabWindow().copy(part).convertToFormat(QImage.Format.Format_RGB32)
    return np.array(image.constBits(), dtype=np.int16).reshape(image.height(), -1)


def another(one, other):
    """Whether two pictures differ by more than the last bit, which Qt rounds as it likes along an arc."""
    return np.abs(one - other).max() > 1


def frames(person, part):
    """Return the pictures of the frames to come, the first of them now."""
    pictures = []
    for _ in range(COUNTED):
        person.run.look()
        pictures.append(picture(person, part))
        person.hand.awake_s += FRAME_S
    return pictures


def frames_to_the_first_that_differs(person, filling, part):
    """Turn the breath, and return which of the frames that follow is the first that is another for that."""
    now_s, sitting = person.hand.awake_s, person.run.sitting
    meant = frames(person, part)
    person.hand.awake_s = now_s
    person.run._change(sitting)
    until(lambda: not another(picture(person, part), meant[0]), "the same picture")
    turn(person, filling)
    differs = [another(*each) for each in zip(frames(person, part), meant, strict=True)]
    return 1 + differs.index(True) if any(differs) else COUNTED + 1


@pytest.mark.parametrize("name", LOOKS)
def test_the_second_frame_after_a_key_is_another_at_the_latest(start, name):
    look, motion = LOOKS[name]
    person = start(Settings(welcomed=True, look=look, motion=motion))
    pages.own(person)
    unmoved(person)
    part, took = look_part(person.items()), []
    for number, wait_s in enumerate(moments(random.Random(name))):
        person.wait(wait_s, step_s=0.5)
        took.append(frames_to_the_first_that_differs(person, number % 2 == 0, part))
    assert max(took) <= AT_ONCE, took


def test_a_key_let_go_of_long_after_the_orb_has_come_to_rest_fades_and_then_nothing_asks_for_frames(start):
    person = start(Settings(welcomed=True))
    pages.own(person)
    turn(person, True)
    person.wait(60, step_s=0.5)
    held = person.run.ring
    assert (person.run.fullness, person.run.moving) == (0, False)
    turn(person, False)
    rings = [held]
    while person.run.moving:
        person.wait(FRAME_S)
        rings.append(person.run.ring)
    assert 0.2 < held < 0.5
    assert rings[-1] == 0
    assert all(0 <= before - after < 0.2 * held for before, after in pairwise(rings))
