"""The mixing desk: what sounds now fades out while what is to sound fades in, in the samples themselves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from grounding.sound.samples import Samples, swell

if TYPE_CHECKING:
    from grounding.sound.performance import Performance
    from grounding.sound.renderer import Renderer


@dataclass(frozen=True, slots=True, kw_only=True)
class Fade:
    """A way from 0 to 1 (or, taken away from 1, from 1 to 0), over so many frames."""

    at: int
    frames: int

    @property
    def end(self) -> int:
        return self.at + self.frames

    def over(self, start: int, frames: int) -> npt.NDArray[np.float64]:
        """Return how far it has gone in each frame."""
        return swell((np.arange(start, start + frames) - self.at) / self.frames)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One performance, tied to the loudspeaker's frames."""

    performance: Performance
    ahead: int
    """The own frame that sounds at the loudspeaker's frame 0."""
    rise: Fade
    fall: Fade | None = None

    def let_go(self, fade: Fade) -> Layer:
        """Return the layer as it fades out; one that is already going, or goes sooner, goes its way."""
        return self if self.fall is not None and self.fall.at <= fade.at else replace(self, fall=fade)

    def block(self, renderer: Renderer, start: int, frames: int) -> Samples:
        """Return its samples at these frames of the loudspeaker, faded."""
        if start + frames <= self.rise.at:
            return np.zeros(frames, dtype=np.float32)
        samples = renderer.block(self.performance, start + self.ahead, frames)
        if self.rise.end > start:
            samples *= self.rise.over(start, frames).astype(np.float32)
        if self.fall is not None and self.fall.at < start + frames:
            samples *= (1.0 - self.fall.over(start, frames)).astype(np.float32)
        return samples


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

        Two layers that say the same stay as they are: their fades add up to one.
        """
        self._layers = tuple(layer.let_go(fade) for layer in self._layers)
        if performance is not None:
            self._layers += (Layer(performance=performance, ahead=ahead, rise=fade),)

    def block(self, start: int, frames: int) -> bytes:
        """Return the next frames as 16-bit samples."""
        self._layers = tuple(layer for layer in self._layers if layer.fall is None or layer.fall.end > start)
        mix = np.zeros(frames, dtype=np.float32)
        for layer in self._layers:
            mix += layer.block(self._renderer, start, frames)
        return pcm(mix)


def pcm(samples: Samples) -> bytes:
    """Return samples of -1 to 1 as 16-bit little-endian integers; the samples themselves are used up."""
    np.clip(samples, -1.0, 1.0, out=samples)
    samples *= 32767
    return np.rint(samples, out=samples).astype("<i2").tobytes()
