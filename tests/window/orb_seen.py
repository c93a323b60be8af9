"""The orb in pictures of the window: how full it is, measured along its edge, and how steadily it goes."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
from look_part import look_part

sys.path.append(str(Path(__file__).parents[1] / "outside"))
from orb import Eye

LOOK_S = 0.05
NOISE = 0.002
"""Of fullness: a quarter of a pixel, and more than the eye is off."""
JOINS = 5 / 3


class Seen:
    """An eye on the orb of a window."""

    def __init__(self, person):
        self._person, self._part = person, look_part(person.items())
        self._picture = SimpleNamespace(pixels=self._grabbed())
        self._eye = Eye(self._picture)
        self.empty_px = self.full_px = None

    def _grabbed(self):
        image = self._person.window.grabWindow().copy(self._part)
        return np.array(image.constBits()).reshape(image.height(), -1, 4)[..., 2::-1].copy()

    def radius_px(self):
        self._picture.pixels[:] = self._grabbed()
        return self._eye.radius_px()

    def fullness(self):
        return (self.radius_px() - self.empty_px) / (self.full_px - self.empty_px)


def step(levels, shortest_s):
    """Return by how much fullness and speed step at most, beyond what a breath does whose strokes take so long.

    In a look of time no raised cosine moves by more than its top speed, pi / 2 / T, and its speed changes by no more
    than its sharpest bend, pi² / 2 / T²; where a stroke goes on in another breath, both are up to 5 / 3 of that.
    """
    moves = np.diff(levels)
    bends = np.diff(moves) / LOOK_S
    jump = np.abs(moves).max() - JOINS * np.pi / 2 / shortest_s * LOOK_S - 2 * NOISE
    jerk = np.abs(bends).max() - JOINS * np.pi**2 / 2 / shortest_s**2 * LOOK_S - 4 * NOISE / LOOK_S
    return jump, jerk
