"""The breathing circle is round: nothing of its edge is cut off, however full it is."""

from __future__ import annotations

import numpy as np
from look_part import look_part

SEEN = 24
"""Of 255; at its edge the disc and what is around it are more than a hundred apart."""


def pictured(person):
    image = person.window.grabWindow().copy(look_part(person.items()))
    return np.array(image.constBits()).reshape(image.height(), -1, 4)[..., :3].astype(int)


def test_the_circle_is_as_round_on_the_left_as_on_the_right(person):
    person.flow.breatheNow()
    for _ in range(30):
        person.wait(0.1)
        picture = pictured(person)
        apart = np.abs(picture - picture[:, ::-1]).max()
        assert apart < SEEN, f"{apart} where it is {person.run.fullness:.2f} full"
