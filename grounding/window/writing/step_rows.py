"""The steps of a practice as rows: each keeps its place on the page while others come, go and move."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, QTimer, Slot
from PySide6.QtQml import QmlElement

from grounding.practice.source import STEPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grounding.base.wording import Wording
    from grounding.practice.practice import Practice, Step
    from grounding.window.shelf.lengths import Lengths

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

_ROW = 0x0100
"""`Qt.ItemDataRole.UserRole`; to load the name takes 35 ms of every start."""
_NOWHERE = QModelIndex()
_AT_ONCE = 8
"""So many rows are made with the page; the others come after, a few at a time, and the page never stands still."""
_MORE = 3


@QmlElement
class StepRows(QAbstractListModel):
    """Each step as `told`: its name, its length, and the first words in it."""

    def __init__(self, *, wording: Wording, lengths: Lengths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording, self._lengths = wording, lengths
        self._practice: Practice | None = None
        self._steps: tuple[Step, ...] = ()
        self._most = _AT_ONCE
        self._filling = QTimer(self, interval=0)
        self._filling.timeout.connect(self._fill_more)

    @Slot(int)
    def fill(self, least: int) -> None:
        """Let all rows come, so many of them at once."""
        self._most = max(self._most, least, _AT_ONCE + 1)
        self._filling.start()
        if self._practice is not None and least > len(self._steps):
            self.show(self._practice)

    @Slot()
    def rest(self) -> None:
        """The page is left: once it has gone, few rows are there for the next one to begin with."""
        self._filling.stop()
        self._most = _AT_ONCE
        QTimer.singleShot(0, self, self._show_few)

    def _show_few(self) -> None:
        if self._practice is not None and self._most == _AT_ONCE:
            self.show(self._practice)

    def _fill_more(self) -> None:
        if self._practice is None or len(self._steps) >= len(self._practice.steps):
            self._filling.stop()
            self._most = STEPS  # all are there: one that is added comes at once
            return
        self._most += _MORE
        self.show(self._practice)

    def show(self, practice: Practice) -> None:
        """Show the steps of a practice; what is as before is left alone."""
        if len(practice.steps) > self._most and self._most > _AT_ONCE:
            self._filling.start()  # they have become more
        self._practice, new = practice, practice.steps[: self._most]
        first, last = _alike(self._steps, new)
        old_middle, middle = self._steps[first : len(self._steps) - last], new[first : len(new) - last]
        if len(middle) > 1 and old_middle == (*middle[1:], middle[0]):
            self._move(first + len(middle) - 1, first, new)
        elif len(middle) > 1 and old_middle == (middle[-1], *middle[:-1]):
            self._move(first, first + len(middle) - 1, new)
        else:
            self._change(first, len(old_middle), middle, new)

    def _move(self, at: int, to: int, new: tuple[Step, ...]) -> None:
        self.beginMoveRows(_NOWHERE, at, at, _NOWHERE, to if to < at else to + 1)
        self._steps = new
        self.endMoveRows()

    def _change(self, first: int, before: int, middle: tuple[Step, ...], new: tuple[Step, ...]) -> None:
        both = min(before, len(middle))
        if len(middle) < before:
            self.beginRemoveRows(_NOWHERE, first + both, first + before - 1)
            self._steps = new
            self.endRemoveRows()
        elif len(middle) > before:
            self.beginInsertRows(_NOWHERE, first + both, first + len(middle) - 1)
            self._steps = new
            self.endInsertRows()
        self._steps = new
        if both:
            self.dataChanged.emit(self.index(first), self.index(first + both - 1))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._steps)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _ROW) -> dict[str, Any] | None:
        if role != _ROW or self._practice is None or not 0 <= index.row() < len(self._steps):
            return None
        step = self._steps[index.row()]
        said = [prompt.text for prompt in (*step.prompts, *(each for at in step.places for each in at.prompts))]
        return {
            "name": self._wording.name("kinds", step.kind.value),
            "length": self._lengths.of_step(self._practice, step),
            "words": said[0] if said else "",
        }

    def roleNames(self) -> dict[int, QByteArray]:
        return {_ROW: QByteArray(b"told")}


def _alike(old: Sequence[Step], new: Sequence[Step]) -> tuple[int, int]:
    """Return how many steps are the same from the beginning, and how many of the others from the end."""
    most = min(len(old), len(new))
    first = next((at for at in range(most) if not _same(old[at], new[at])), most)
    most -= first
    last = next((at for at in range(most) if not _same(old[-1 - at], new[-1 - at])), most)
    return first, last


def _same(one: Step, other: Step) -> bool:
    return one is other or one == other
