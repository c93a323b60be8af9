"""The way from somebody's own breath to one a quarter slower, worked out a second time, from the words that ask for it.

Eight breaths with them; then each breath a chosen part longer than the one before (2 %), the out-breath first until
in : out is 2 : 3, then both; until it is a quarter slower. A breath is (seconds in, seconds out); a piece of curve is
(when it begins, seconds, from, to, the speed it begins with).
"""

from __future__ import annotations

from itertools import islice
from math import acos, cos, pi, sin


def way(in_s, out_s, percent=2):
    """Return the seconds of the in-breath and the out-breath, breath by breath, up to the first that stays."""
    breaths, goal_s = [(in_s, out_s)] * 8, (in_s + out_s) / 0.75
    while sum(breaths[-1]) < goal_s - 1e-9:
        period_s = min(goal_s, (1 + percent / 100) * sum(breaths[-1]))
        longer_in_s = max(breaths[-1][0], 0.4 * period_s)
        breaths.append((longer_in_s, period_s - longer_in_s))
    return breaths


def laid(breaths, begins_s=0.0):
    """Return the pieces of these breaths, one after another."""
    pieces = []
    for seconds, before, after in ((each, *way) for breath in breaths for each, way in zip(breath, WAYS, strict=True)):
        pieces.append((begins_s, seconds, before, after, 0.0))
        begins_s += seconds
    return pieces


WAYS = ((0.0, 1.0), (1.0, 0.0))


def level(pieces, at_s):
    """Return fullness and speed: a raised cosine from rest, and a cubic that goes on at the speed it begins with."""
    begins_s, seconds, before, after, speed = next(each for each in reversed(pieces) if each[0] <= at_s)
    part, rise = min(1.0, (at_s - begins_s) / seconds), after - before
    if not speed:
        return before + rise * (1 - cos(pi * part)) / 2, rise * pi / 2 / seconds * sin(pi * part)
    start = speed * seconds
    full = before + rise * (3 * part**2 - 2 * part**3) + start * (part - 2 * part**2 + part**3)
    return full, (rise * 6 * (part - part**2) + start * (1 - 4 * part + 3 * part**2)) / seconds


def turned_to(pieces, at_s, first, breaths):
    """Return the pieces where, from `at_s` on, the stroke goes on as in the breath `first`, and then `breaths` come.

    An in-breath is followed by the out-breath of `first`. What is left of the stroke takes as long as it would there,
    but three times as long as at the speed it has at most, or it would have to turn back.
    """
    fullness, speed = level(pieces, at_s)
    target, whole_s = (1.0, first[0]) if speed > 0 else (0.0, first[1])
    left_s = whole_s * acos(2 * abs(fullness - (1 - target)) - 1) / pi
    left_s = min(left_s, 3 * abs((target - fullness) / speed))
    end_s = at_s + left_s
    made = [each for each in pieces if each[0] < at_s] + [(at_s, left_s, fullness, target, speed)]
    if speed > 0:
        made.append((end_s, first[1], 1.0, 0.0, 0.0))
        end_s += first[1]
    return made + laid(breaths, end_s)


def stayed(breaths, at):
    """Return the breaths where somebody stays in the one with this number."""
    return [*breaths[: at + 1], *[breaths[at]] * 8]


def slower(breaths, at):
    """Return the breaths that are to come where somebody in this one goes a little further on the way: 5 % at least."""
    return [each for each in breaths if sum(each) > 1.05 * sum(breaths[at]) - 1e-9]


def faster(breaths, at):
    """Return the breaths that are to come where somebody goes a little faster: 5 % shorter, but 3 s at least."""
    times = max(1 / 1.05, 3 / sum(breaths[at]))
    return [tuple(times * each for each in breaths[at])] * 8


def tapped_s(period_s):
    """Return the moments of nine taps, unsteady as hands are, one of them missed: such a breath is their median."""
    at_s, taps = 0.0, [0.0]
    for times in (1.0, 1.06, 0.94, 2.0, 1.0, 1.0, 1.03, 0.97):
        at_s += times * period_s
        taps.append(at_s)
    return taps


def begins(breaths, at):
    """Return when the breath with this number begins."""
    return sum(map(sum, islice(breaths, at)))
