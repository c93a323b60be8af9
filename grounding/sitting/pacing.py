"""Somebody's own pace in a sitting: they are followed, then led if they like, and one step takes it back.

Each function is told the session clock's `now_s` and returns the sitting as it is after somebody's key.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from grounding.breath.followed import followed
from grounding.breath.leading import LED, STEP, Lead
from grounding.breath.own import QUICKEST_S, breaths_s
from grounding.breath.patterns import OWN_PACE
from grounding.practice.practice import Kind
from grounding.sitting.sitting import Sitting, State, on_course

if TYPE_CHECKING:
    from grounding.breath.course import Course
    from grounding.breath.rhythm import Rhythm
    from grounding.breath.stroke import Pattern

NUDGE = 1.05
"""How much longer a breath is after `A little slower`; three of them make a rate of 8 a minute 7 (ours)."""


def turned(sitting: Sitting, now_s: float, *, filling: bool) -> Sitting:
    """Follow somebody who begins to breathe in, or out: whatever the orb did, from now on it is with them.

    A key that goes up is up wherever it does; who begins where no orb breathes, or in a pause, is not followed.
    """
    sitting = sitting.at(now_s)
    own_s, lungs = sitting.own_s(now_s), sitting.lungs
    turned_lungs = lungs.turned(own_s, filling=filling)
    if turned_lungs is lungs or sitting.state is State.ENDED:
        return sitting
    if not filling and not is_followed(sitting):
        return replace(sitting, lungs=turned_lungs)
    if not breathes(sitting) or (filling and sitting.state is State.PAUSED):
        return sitting
    course = followed(sitting.course, own_s, turned_lungs)
    return replace(sitting, lungs=turned_lungs, lead=None, course=course)


def lifted(sitting: Sitting, now_s: float) -> Sitting:
    """Breathe out where a key is held too long to be a breath; such a hold says nothing of their rhythm."""
    if not sitting.lungs.filling:
        return sitting
    out = turned(sitting, now_s, filling=False)
    return replace(out, lungs=replace(out.lungs, turns=out.lungs.turns[:-2]))


def slower(sitting: Sitting, now_s: float, slowest_a_minute: float, longer: float = STEP) -> Sitting:
    """Lead who was met, or is led, a little slower, or lengthen a paced breath; never beyond `slowest_a_minute`.

    `longer` is by how much each breath of a lead that begins here is longer than the one before.
    """
    return _nudged(sitting.at(now_s), now_s, NUDGE, slowest_a_minute, longer)


def faster(sitting: Sitting, now_s: float, slowest_a_minute: float) -> Sitting:
    """Shorten the breath a little."""
    return _nudged(sitting.at(now_s), now_s, 1 / NUDGE, slowest_a_minute)


def stay(sitting: Sitting, now_s: float) -> Sitting:
    """Go on in the rhythm of this breath: no longer led; or, where somebody was followed, by itself in theirs."""
    sitting = sitting.at(now_s)
    own_s = sitting.own_s(now_s)
    if is_followed(sitting):
        rhythm = sitting.lungs.rhythm
        return _paced(sitting, sitting.course.retimed(own_s, rhythm.pattern(LED))) if rhythm else sitting
    if sitting.lead is None:
        return sitting
    return _paced(sitting, sitting.course.kept(own_s))


def back(sitting: Sitting, now_s: float) -> Sitting:
    """Go back, within a breath, to their own: in the rhythm they were met in, where it is known, else followed."""
    sitting = sitting.at(now_s)
    if not breathes(sitting) or is_followed(sitting):
        return sitting
    sitting = replace(sitting, own=True)
    own_s, rhythm = sitting.own_s(now_s), sitting.lungs.rhythm
    if rhythm is None or sitting.course.pattern == rhythm.pattern(LED):
        return _paced(sitting, sitting.course.retimed(own_s, OWN_PACE))
    return _paced(sitting, sitting.course.retimed(own_s, rhythm.pattern(LED)))


def breathes(sitting: Sitting) -> bool:
    """Whether the orb may breathe in the present part."""
    part = sitting.now_part
    return part.kind is Kind.BREATHE or (part.kind is Kind.SCAN and sitting.breathing)


def is_followed(sitting: Sitting) -> bool:
    """Whether the orb follows, or rests until somebody breathes."""
    return breathes(sitting) and not sitting.course.pattern.strokes


def _nudged(sitting: Sitting, now_s: float, times: float, slowest_a_minute: float, longer: float = STEP) -> Sitting:
    if not breathes(sitting) or sitting.state is State.ENDED:
        return sitting
    own_s = sitting.own_s(now_s)
    met = sitting.lungs.rhythm if is_followed(sitting) else None
    if met is not None and times > 1:
        return _led(sitting, own_s, Lead(met=met, slowest_a_minute=slowest_a_minute, step=longer))
    if met is not None or sitting.lead is not None:
        return _off_the_way(sitting, own_s, met, times, slowest_a_minute)
    return _stretched(sitting, own_s, times, slowest_a_minute)


def _off_the_way(sitting: Sitting, own_s: float, met: Rhythm | None, times: float, slowest_a_minute: float) -> Sitting:
    """Pace who was met, or led, by a breath a little longer or shorter; or go on, further along the way."""
    pattern = met.pattern(LED) if met else sitting.course.breath(own_s)
    further = sitting.lead.past(times * pattern.seconds) if sitting.lead and times > 1 else None
    if sitting.lead and further is not None:
        return _led(sitting, own_s, sitting.lead, further)
    meant_s = pattern.seconds * _within(times, pattern, slowest_a_minute)
    if meant_s == pattern.seconds and met is None:
        return sitting
    return _paced(sitting, sitting.course.retimed(own_s, pattern.lasting(meant_s)))


def _stretched(sitting: Sitting, own_s: float, times: float, slowest_a_minute: float) -> Sitting:
    pattern = sitting.course.pattern
    if not pattern.strokes:
        return sitting
    times = _within(times, pattern, slowest_a_minute)
    course = sitting.course.stretched(own_s, times) if times != 1 else sitting.course
    if course is sitting.course:
        return sitting
    changed, before = sitting.stretch
    stretch = (pattern.id, times * (before if changed == pattern.id else 1.0))
    return replace(on_course(sitting, course), stretch=stretch)


def _within(times: float, pattern: Pattern, slowest_a_minute: float) -> float:
    """Return by how much a pattern can be stretched so that no breath is longer, or quicker, than is offered."""
    breath_s = pattern.seconds / max(1, len(tuple(breaths_s(pattern.strokes))))
    longest_s, shortest_s = max(breath_s, 60 / slowest_a_minute), min(breath_s, QUICKEST_S)
    return min(longest_s, max(shortest_s, times * breath_s)) / breath_s


def _led(sitting: Sitting, own_s: float, lead: Lead, first: int = 0) -> Sitting:
    entry = sitting.course.retimed(own_s, lead.rhythm(first).pattern(LED))
    way = lead.course(entry.begins_s, first)
    return replace(_paced(sitting, replace(way, lead=(*entry.lead, *way.lead))), lead=lead)


def _paced(sitting: Sitting, course: Course) -> Sitting:
    return replace(on_course(sitting, course), lead=None)
