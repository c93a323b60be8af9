"""When what is played is heard, told from how many frames the loudspeaker has taken."""

from __future__ import annotations

from collections import deque
from statistics import median

_SETTLED = 6
_REMEMBERED = 40
_GULP_S = 0.03
"""Frames are taken in gulps, 8 ms at a null sink: what is off by more than this is no gulp but a new start."""


class Played:
    """The second of the clock at which the loudspeaker's frame 0 was heard, as the median of many looks.

    Over 60 s the frames taken follow the device's own clock to 2.6 ms each way (measured at a null sink).
    """

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._frames = 0
        self._zeros_s: deque[float] = deque(maxlen=_REMEMBERED)

    def see(self, now_s: float, frames: int) -> None:
        """Note that by `now_s` so many frames had been taken."""
        if frames == self._frames:
            return
        self._frames = frames
        zero_s = now_s - frames / self._rate
        if self._zeros_s and abs(zero_s - self.zero_s) > _GULP_S:
            self._zeros_s.clear()  # it stood still, or has just begun to flow
        self._zeros_s.append(zero_s)

    @property
    def settled(self) -> bool:
        """Whether it flows, and enough has been seen to tell."""
        return len(self._zeros_s) >= _SETTLED

    @property
    def zero_s(self) -> float:
        """The second at which frame 0 was heard; there has to be a look."""
        return median(self._zeros_s)
