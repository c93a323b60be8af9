"""When what is played is heard, told from how many frames the loudspeaker has taken."""

from __future__ import annotations

from collections import deque
from statistics import median

_SETTLED = 6
_REMEMBERED = 40


class Played:
    """The second of the clock at which the loudspeaker's frame 0 was heard: a median, for frames are taken in gulps.

    Over 60 s the frames taken follow the device's own clock to 2.6 ms each way (measured at a null sink).
    """

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._zeros_s: deque[float] = deque(maxlen=_REMEMBERED)

    def see(self, now_s: float, frames: int) -> None:
        """Note that by `now_s` so many frames had been taken."""
        if frames > 0:
            self._zeros_s.append(now_s - frames / self._rate)

    @property
    def settled(self) -> bool:
        """Whether enough has been seen to tell."""
        return len(self._zeros_s) >= _SETTLED

    @property
    def zero_s(self) -> float:
        """The second at which frame 0 was heard; meaningless before `settled`."""
        return median(self._zeros_s)
