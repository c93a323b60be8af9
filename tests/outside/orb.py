"""The orb as it is seen: where its edge lies in a picture, and what the score says of that moment."""

from __future__ import annotations

import math
import time

import numpy
from screen import until

RAYS = 24
STEP_PX = 0.25
LEAST_PIXELS = 20_000
LOOK_EVERY_S = 0.003
WARM = 50
"""How much redder than blue the disc is at least; the ring, the halo, the ground and the words are less so."""


class Eye:
    """Looks at the orb on a screen, and measures its radius in pixels."""

    def __init__(self, screen):
        self._pixels = screen.pixels
        warm = _warmth(self._pixels) > WARM
        self.centre, radius = _disc(warm)
        angles = (numpy.arange(RAYS) + 0.5) * (2 * numpy.pi / RAYS)
        self._reach = numpy.arange(radius * 0.45, min(radius * 2.2, self.centre[0] - 2), STEP_PX)
        rows = self.centre[0] + numpy.outer(numpy.sin(angles), self._reach)
        columns = self.centre[1] + numpy.outer(numpy.cos(angles), self._reach)
        self._rows, self._columns = rows.astype(int), columns.astype(int)
        self._down, self._right = rows - self._rows, columns - self._columns

    def radius_px(self):
        """Return the mean distance of the disc's edge from its centre, to part of a pixel; nan where it is not."""
        profile = self._profile()
        first = numpy.argmax(profile < WARM, axis=1)
        if not first.all():
            return math.nan
        each = numpy.arange(RAYS)
        inside, outside = profile[each, first - 1], profile[each, first]
        return float((self._reach[first - 1] + STEP_PX * (inside - WARM) / (inside - outside)).mean())

    def _profile(self):
        """Return how warm the picture is along each ray, between four pixels at a time."""
        top, left = int(self._rows.min()), int(self._columns.min())
        part = _warmth(self._pixels[top : self._rows.max() + 2, left : self._columns.max() + 2])
        rows, columns = self._rows - top, self._columns - left
        above = part[rows, columns] * (1 - self._right) + part[rows, columns + 1] * self._right
        below = part[rows + 1, columns] * (1 - self._right) + part[rows + 1, columns + 1] * self._right
        return above * (1 - self._down) + below * self._down


def _disc(warm):
    """Return the centre and the radius of the one large round thing among what is warm."""
    rows, columns = numpy.nonzero(warm)
    row, column, radius = numpy.median(rows), numpy.median(columns), numpy.sqrt(len(rows) / numpy.pi)
    near = numpy.hypot(rows - row, columns - column) < 1.2 * radius
    return (rows[near].mean(), columns[near].mean()), numpy.sqrt(near.sum() / numpy.pi)


def _warmth(pixels):
    return pixels[..., 0].astype(numpy.int16) - pixels[..., 2]


def eye_on(screen):
    """Wait until there is an orb on the screen, and return an eye for it."""

    def seen():
        warm = _warmth(screen.pixels) > WARM
        if warm.sum() < LEAST_PIXELS:
            return None
        eye = Eye(screen)
        return None if math.isnan(eye.radius_px()) else eye

    return until(seen)


def watched(eye, seconds, acts=()):
    """Return when each new picture was first seen, and its radius, for so long.

    `acts` are pairs of seconds and something to do then, which must not take long.
    """
    begun_s, waiting = time.monotonic(), sorted(acts, key=lambda act: act[0])
    times, radii = [], []
    while (now_s := time.monotonic()) < begun_s + seconds:
        if waiting and now_s >= begun_s + waiting[0][0]:
            waiting.pop(0)[1]()
        radius = eye.radius_px()
        if not math.isnan(radius) and (not radii or radius != radii[-1]):
            times.append(now_s)
            radii.append(radius)
        time.sleep(LOOK_EVERY_S)
    return numpy.array(times), numpy.array(radii)


def fullness(score, own_s):
    """Return the fullness that `grounding score --json` tells for these seconds: a raised cosine in each stroke."""
    begins = numpy.array([stroke["at_s"] for stroke in score["strokes"]])
    index = numpy.clip(numpy.searchsorted(begins, own_s, side="right") - 1, 0, len(begins) - 1)
    lengths, levels, targets = (
        numpy.array([stroke[name] for stroke in score["strokes"]])[index] for name in ("seconds", "from", "to")
    )
    part = numpy.clip((own_s - begins[index]) / lengths, 0, 1)
    return levels + (targets - levels) * (1 - numpy.cos(numpy.pi * part)) / 2


def fitted(score, times, radii, shifts_s):
    """Return the one shift of these that brings score and pictures together, and the radii of empty and of full."""
    best = None
    for shift_s in shifts_s:
        levels = fullness(score, times - times[0] + shift_s)
        across = numpy.stack([numpy.ones_like(levels), levels], axis=1)
        found, left, _, _ = numpy.linalg.lstsq(across, radii, rcond=None)
        if best is None or left[0] < best[0]:
            best = left[0], shift_s, found[0], found[0] + found[1]
    return best[1:]
