"""The mixing desk: what is to sound rises over what sounds now, in the samples themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grounding.sound.samples import Samples, pcm, swell

if TYPE_CHECKING:
    from grounding.sound.performance import Performance
    from grounding.sound.renderer import Renderer


@dataclass(frozen=True, slots=True, kw_only=True)
class Fade:
    """A way from 0 to 1 over so many frames."""

    at: int
    frames: int

    @property
    def end(self) -> int:
        return self.at + self.frames

    def over(self, start: int, frames: int) -> Samples:
        """Return how far it has gone in each frame."""
        return swell((np.arange(start, start + frames) - self.at) / self.frames).astype(np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One performance, or silence, tied to the loudspeaker's frames; it rises over all that sounded before it."""

    performance: Performance | None
    ahead: int
    """The own frame that sounds at the loudspeaker's frame 0."""
    rise: Fade

    def over(self, under: Samples, renderer: Renderer, start: int) -> Samples:
        """Return what is heard at these frames of the loudspeaker, where `under` was heard before."""
        frames = len(under)
        if start + frames <= self.rise.at:
            return under
        own = renderer.block(self.performance, start + self.ahead, frames) if self.performance else np.zeros_like(under)
        if self.rise.end <= start:
            return own
        risen = self.rise.over(start, frames)
        return under * (1 - risen) + own * risen


class Desk:
    """The layers that sound, and the samples they come to; `start` only ever goes forward."""

    def __init__(self, renderer: Renderer) -> None:
        self._renderer = renderer
        self._layers: tuple[Layer, ...] = ()

    @property
    def silent(self) -> bool:
        """Whether nothing is left to sound."""
        return not self._layers

    def turn(self, performance: Performance | None, *, ahead: int = 0, fade: Fade) -> None:
        """Let go of all that sounds and come to `performance`, or to silence.

        However quickly one turn follows another, each is a blend of two: what stays the same stays as loud as it was.
        """
        self._layers += (Layer(performance=performance, ahead=ahead, rise=fade),)

    def block(self, start: int, frames: int) -> bytes:
        """Return the next frames as 16-bit samples."""
        self._layers = self._heard_from(start)
        mix: Samples = np.zeros(frames, dtype=np.float32)
        for layer in self._layers:
            mix = layer.over(mix, self._renderer, start)
        return pcm(mix)

    def _heard_from(self, start: int) -> tuple[Layer, ...]:
        """Return the layers without those that another has wholly covered; a silence that covers all is none."""
        risen = [place for place, layer in enumerate(self._layers) if layer.rise.end <= start]
        left = self._layers[risen[-1] :] if risen else self._layers
        return left[1:] if risen and left[0].performance is None else left
