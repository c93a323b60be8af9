"""The practice under way: chosen, laid out, begun, and laid out anew with what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from grounding.sitting.less import clocked_s, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grounding.body.region import Region
    from grounding.breath.stroke import Pattern
    from grounding.practice.practice import Practice
    from grounding.sitting.score import Score
    from grounding.window.breathing.run import Run
    from grounding.window.saying.keeping import Keeping
    from grounding.window.shelf.shelf_model import ShelfModel


class Underway(QObject):
    """Knows which practice runs, and turns it into what `Run` shows."""

    begun = Signal()

    def __init__(self, *, shelf: ShelfModel, run: Run, keeping: Keeping, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf, self._run, self._keeping = shelf, run, keeping
        self._quick = self.tried = False
        """`tried`: it is only tried out, as it is written, and nothing said in it is kept."""
        self._pattern: Pattern | None = None
        """What it breathes in, whatever is chosen on the shelf."""
        self.practice: Practice | None = None

    @property
    def holds(self) -> bool:
        """Whether the breath is held somewhere in it, as it is chosen."""
        return self.practice is not None and any(part.pattern.holds for part in self._score(self.practice).parts)

    @property
    def empty(self) -> bool:
        """Whether nothing is left of it, for each of its places is left out."""
        return self.practice is not None and not self._score(self.practice).parts

    def choose(
        self, practice: Practice, *, quick: bool = False, tried: bool = False, pattern: Pattern | None = None
    ) -> None:
        """Make this the practice to begin; a quick one takes no choice but its own, one that is tried none at all."""
        self.practice, self._quick, self.tried, self._pattern = practice, quick, tried, pattern

    def begin(self) -> None:
        """Begin what is chosen, with a new draft; of what is only tried there is none."""
        if self.practice is not None:
            if self.tried:
                self._keeping.begin_unkept()
            else:
                self._keeping.begin(self.practice.id)
            self._run.begin(self._score(self.practice), len(self.practice.steps))
            self.begun.emit()

    def lay_anew(self, named: Sequence[Region]) -> None:
        """Lay out what is ahead with the places that were named."""
        if self.practice is not None:
            self._run.lay_anew(self._score(self.practice, named))

    def go_on_with(self, practice: Practice, named: Sequence[Region]) -> None:
        """Go on with a gentler practice, never a longer one than what was to come, the answers as they are."""
        left_s = self._left_s()
        if clocked_s(self._score(practice, named).parts) > left_s:
            practice = shortened(practice, left_s)
        self.practice = practice
        self._run.go_on_with(self._score(practice, named), len(practice.steps))
        self.begun.emit()

    def _score(self, practice: Practice, named: Sequence[Region] = ()) -> Score:
        return self._shelf.score(
            practice, tuple(named), quick=self._quick, as_written=self.tried, pattern=self._pattern
        )

    def _left_s(self) -> float:
        """Return how long the rest of this sitting would have been, where a clock runs."""
        sitting = self._run.sitting
        return clocked_s(sitting.score.parts[sitting.part + 1 :]) if sitting else 0.0
