"""How long a practice is, and a step of it, in plain words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from grounding.practice.practice import CLOCKLESS, Kind
from grounding.sitting.score import lay_out

if TYPE_CHECKING:
    from grounding.breath.stroke import Pattern
    from grounding.practice.practice import Practice, Step

_MINUTE_S = 60
_REMEMBERED = 2000


class Lengths(QObject):
    """Says lengths as somebody would, never to the second where nobody counts them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[int, tuple[Step, tuple[Pattern, ...], float | None]] = {}
        """Of each step, by its identity: of a long practice one step is another at each letter."""

    def of_practice(self, practice: Practice) -> str:
        """Return how long a practice takes."""
        lengths = [self._seconds(practice, step) for step in practice.steps]
        known = [seconds for seconds in lengths if seconds is not None]
        if len(known) < len(lengths):
            return self.tr("as long as you like")
        answered = any(step.kind in CLOCKLESS for step in practice.steps)
        if sum(known) < 50:
            return self.tr("under a minute")
        length = self.tr("about {minutes} min").format(minutes=max(1, round(sum(known) / _MINUTE_S)))
        return self.tr("{length}, and your own time").format(length=length) if answered else length

    def _seconds(self, practice: Practice, step: Step) -> float | None:
        """Return how long a step takes where a clock runs; None where it goes on until it is left."""
        known = self._known.get(id(step))
        if known is None or known[0] is not step or known[1] != practice.patterns:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            parts = lay_out(replace(practice, steps=(step,))).parts
            endless = any(part.seconds is None and not part.answered for part in parts)
            seconds = None if endless else sum(part.seconds or 0 for part in parts)
            known = self._known[id(step)] = (step, practice.patterns, seconds)
        return known[2]

    def of_step(self, practice: Practice, step: Step) -> str:
        """Return how long a step of a practice takes."""
        if step.kind in CLOCKLESS:
            return self.tr("your own time")
        if step.kind is Kind.SCAN:
            return self.tr("{time} at each place").format(time=self.time(step.seconds or 0))
        seconds = self._seconds(practice, step)
        if seconds is None:
            return self.tr("as long as you like")
        time = self.time(seconds)
        if step.breaths:
            return self.tr("{breaths} breaths, {time}").format(breaths=step.breaths, time=time)
        return time

    def time(self, seconds: float) -> str:
        """Return a length of time: "40 s", "2 min", "1 min 30 s"."""
        minutes, rest = divmod(round(seconds), _MINUTE_S)
        if not minutes:
            return self.tr("{seconds} s").format(seconds=rest)
        if not rest:
            return self.tr("{minutes} min").format(minutes=minutes)
        return self.tr("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)
