"""The running program watched and listened to at once: how far apart the orb and its sound are, breath by breath."""

from __future__ import annotations

import contextlib
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy
from orb import eye_on, fitted, fullness, watched
from screen import until

sys.path.insert(0, str(Path(__file__).parents[1] / "sound"))
from late import Unlike, late_s
from room import Room

from grounding.breath.course import Course
from grounding.breath.patterns import PATTERNS
from grounding.sound.performance import Performance

RATE = 48_000
PERIOD_S, IN_S = 7.5, 3.0
AROUND_S = 0.12
WARM_S = 1.0
"""So long after the first sound it has faded in."""
NAMES = ("PULSE_RUNTIME_PATH", "PULSE_SERVER", "QT_AUDIO_BACKEND")


@contextlib.contextmanager
def sounding_room(folder):
    """Lend a sound server of its own."""
    folder.mkdir(exist_ok=True)
    room = Room(folder)
    try:
        yield room
    finally:
        room.kill()


@dataclass(frozen=True, kw_only=True)
class Together:
    """When each picture was seen, how full the orb was in it, what was heard from `from_s` on, and the breath's 0."""

    times: numpy.ndarray
    levels: numpy.ndarray
    sound: numpy.ndarray
    from_s: float
    zero_s: float

    def apart_s(self):
        """Return, for each whole in- and out-breath, by how much sound is later than the orb; nan if it is broken."""
        score = {"strokes": list(strokes(600))}
        asked = Performance(breath=Course(pattern=PATTERNS["gentle"]), zero_s=self.zero_s)
        apart, end_s = [], self.from_s + len(self.sound) / RATE
        first = int((self.from_s - self.zero_s) // PERIOD_S) + 1
        for breath in range(first, int((end_s - self.zero_s) // PERIOD_S)):
            for begins_s, ends_s in ((0.2, IN_S - 0.2), (IN_S + 0.2, PERIOD_S - 0.4)):
                from_s, to_s = (self.zero_s + breath * PERIOD_S + at_s for at_s in (begins_s, ends_s))
                heard = self.sound[round((from_s - self.from_s) * RATE) : round((to_s - self.from_s) * RATE)]
                seen = (self.times > from_s) & (self.times < to_s)
                try:
                    apart.append(late_s(heard, asked, from_s) - self._seen_late_s(score, seen))
                except Unlike:
                    apart.append(numpy.nan)
        return numpy.array(apart)

    def _seen_late_s(self, score, seen):
        return seen_late_s(score, self.times[seen] - self.zero_s, self.levels[seen])

    def gaps_s(self, from_s=0.0, to_s=None):
        """Return how long each stretch without a sample's sound is: between strokes it is less than a millisecond."""
        sound = self.sound[round(from_s * RATE) : None if to_s is None else round(to_s * RATE)]
        quiet = numpy.concatenate(([False], sound == 0, [False]))
        edges = numpy.flatnonzero(numpy.diff(quiet.astype(int)))
        return (edges[1::2] - edges[::2]) / RATE


def seen_late_s(score, own_s, levels):
    """Return by how much pictures are behind the score."""
    shifts_s = numpy.arange(-AROUND_S, AROUND_S, 0.0005)
    wrong = [numpy.square(levels - fullness(score, own_s - shift_s)).sum() for shift_s in shifts_s]
    return float(shifts_s[int(numpy.argmin(wrong))])


def strokes(breaths):
    """Yield the strokes of `gentle`, as `grounding score --json` tells them."""
    for breath in range(breaths):
        yield {"at_s": breath * PERIOD_S, "seconds": IN_S, "from": 0, "to": 1}
        yield {"at_s": breath * PERIOD_S + IN_S, "seconds": PERIOD_S - IN_S, "from": 1, "to": 0}


def breathing(start, room, **more):
    """Start the program, breathing with the soft tone into the room."""
    environment = {name: room.env[name] for name in NAMES}
    return start("--practice", "breathe", "--begin", "--sound", "tone", **environment, **more)


def sounds(ear):
    """Wait until something is heard."""
    until(lambda: abs(ear.heard(time.monotonic() - 0.3, time.monotonic() - 0.1)).max(initial=0) > 0.01)


def together(screen, room, start, seconds, acts=(), **more):
    """Let the program breathe with the soft tone and without bowls for so long; return what was seen and heard.

    `start(*arguments, **more)` starts it; `acts` are pairs of seconds and something to do with the process.
    """
    with room.ear() as ear:
        program = breathing(start, room, **more)
        eye = eye_on(screen)
        sounds(ear)
        time.sleep(WARM_S)
        from_s = time.monotonic()
        times, radii = watched(eye, seconds, [(at_s, lambda act=act: act(program)) for at_s, act in acts])
        sound = ear.heard(from_s, from_s + seconds)
    program.end()  # another take begins another: a second start would only bring this one forward
    score = {"strokes": list(strokes(round(seconds / PERIOD_S) + 4))}
    shift_s, empty_px, full_px = fitted(score, times, radii, numpy.arange(0, PERIOD_S, 0.004))
    levels = (radii - empty_px) / (full_px - empty_px)
    return Together(times=times, levels=levels, sound=sound, from_s=from_s, zero_s=times[0] - shift_s)
