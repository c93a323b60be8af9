"""A breath as a list of strokes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

EMPTY = 0.0
FULL = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """Moves fullness to a level, or holds it there, in so many seconds."""

    to: float
    """The fullness at the end of the stroke, 0 (empty) to 1 (full)."""
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A named breath: strokes that begin and end empty; with no strokes the orb rests."""

    id: str
    strokes: tuple[Stroke, ...] = ()
    breaths: int | None = None
    """After how many breaths it rests; None goes on."""
    name: str = field(default="", compare=False)
    """What a person calls one of their own; it is the same breath under any name."""

    @property
    def seconds(self) -> float:
        """The length of one whole breath, in seconds; 0 where the orb rests."""
        return sum(stroke.seconds for stroke in self.strokes)

    @property
    def holds(self) -> bool:
        """Whether the breath is held anywhere: such a pattern is begun with a notice."""
        return any(stroke.to == before for before, stroke in self.pairs())

    def pairs(self) -> tuple[tuple[float, Stroke], ...]:
        """Return each stroke with the fullness it starts from."""
        levels = (EMPTY, *(stroke.to for stroke in self.strokes))
        return tuple(zip(levels, self.strokes, strict=False))

    def lasting(self, seconds: float) -> Pattern:
        """Return the same breath, every stroke longer or shorter by the same part, so that it takes `seconds`."""
        times = seconds / self.seconds
        return replace(self, strokes=tuple(replace(each, seconds=times * each.seconds) for each in self.strokes))

    def without_holds(self) -> Pattern:
        """Return the same breath with every hold left out."""
        return replace(self, strokes=tuple(stroke for before, stroke in self.pairs() if stroke.to != before))
