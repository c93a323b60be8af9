"""A list of any length, read a page at a time as one scrolls: only the pages around what is seen are held."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Signal,
    Slot,
)
from PySide6.QtQml import QmlElement

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence
    from datetime import datetime

    from grounding.base.failure import Failure
    from grounding.base.jobs import Jobs

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

PAGE = 50
HELD = 6 * PAGE
"""So many rows are held at most, but for the moment in which a page comes in."""
_NEAR = PAGE // 2
"""So many rows before an end is seen, the next page is asked for."""
_ROW = 0x0100
"""`Qt.ItemDataRole.UserRole`; to load the name takes 35 ms of every start."""
_NOWHERE = QModelIndex()


class Dated(Protocol):
    """What can stand in a long list, newest first."""

    @property
    def at(self) -> datetime: ...


Row = TypeVar("Row", bound=Dated)


@dataclass(frozen=True, eq=False)
class Reading(Generic[Row]):
    """How the rows of a list are read."""

    read: Callable[[Row | None, int], Sequence[Row]]
    """Returns rows older than one, newest first, and so many at most."""
    key: Callable[[Row], Hashable]
    """Tells which thing a row is, whatever it says now."""
    light: Callable[[Row], Row]
    """Returns as much of a row as `read` needs of it."""

    def newer(self, before: Row | None, first: Row, held: frozenset[Hashable]) -> tuple[list[Row], list[Row]]:
        """Return the page just above `first`, and the last rows of the pages that lie between it and `before`."""
        page, above = deque[Row](), list[Row]()
        while True:
            got = self.read(before, PAGE)
            for each in got:
                if each.at < first.at or self.key(each) in held:
                    return list(page), above
                page.append(each)
                if len(page) == 2 * PAGE:
                    above.append(self.light([page.popleft() for _ in range(PAGE)][-1]))
            if len(got) < PAGE:
                return list(page), above
            before = got[-1]


@QmlElement
class LongList(QAbstractListModel):
    """The rows that are held, each as `row`: a map of what it shows."""

    settled = Signal()
    """What was asked for is there, or could not be had."""
    failed = Signal(object)

    def __init__(self, *, jobs: Jobs, told: Callable[[Any], dict[str, Any]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._told = jobs, told
        self._reading: Reading[Any] | None = None
        self._rows: list[Any] = []
        self._above: list[Any] = []
        """The last row, as light as can be, of each page that lies above those held."""
        self._ends = True
        """Whether the last row held is the last there is."""
        self._seen = 0, 0
        self._asked: object | None = None
        """What stands for the question that is under way."""
        self._changed = False
        """Whether something may have changed since that question."""
        self._read = False

    # What is

    @Property(bool, notify=settled)
    def empty(self) -> bool:
        """Whether it has been read, and nothing is in it."""
        return self._read and not self._rows

    @property
    def rows(self) -> tuple[Any, ...]:
        """The rows that are held."""
        return tuple(self._rows)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _ROW) -> Any:
        return self._told(self._rows[index.row()]) if role == _ROW and index.row() < len(self._rows) else None

    def roleNames(self) -> dict[int, QByteArray]:
        return {_ROW: QByteArray(b"row")}

    @Slot(str, result=int)
    def place(self, key: str) -> int:
        """Return where the row with this key stands among those held, or -1."""
        return next((at for at, row in enumerate(self._rows) if self._key(row) == key), -1)

    # Reading

    def become(self, reading: Reading[Any]) -> None:
        """Read other rows, from the newest on; those of before are shown until they come."""
        self._reading = reading
        self._ask(lambda: reading.read(None, PAGE), self._turn)

    @Slot()
    def toNewest(self) -> None:
        """Go back to the newest, however far one has scrolled."""
        if self._above and self._reading:
            self.become(self._reading)

    @Slot()
    def refresh(self) -> None:
        """Read again what is held, since something in it may have changed."""
        self._changed = True
        if not self._asked:
            self._read_again()

    @Slot(int, int)
    def look(self, first: int, last: int) -> None:
        """Take note that the rows from `first` to `last` are seen; read on where an end of what is held comes near."""
        self._seen = first, last
        if self._asked or not self._rows:
            return
        if last >= len(self._rows) - _NEAR and not self._ends:
            self._read_older()
        elif first < _NEAR and self._above:
            self._read_newer()

    def forget(self) -> None:
        """Show no rows any more; what is under way comes too late."""
        self._reading, self._asked, self._changed, self._read = None, None, False, False
        self._turn(())
        self.settled.emit()

    def _read_older(self) -> None:
        reading, last = self._reading, self._rows[-1]
        if reading:
            self._ask(lambda: reading.read(last, PAGE), self._append)

    def _read_newer(self) -> None:
        reading, first, held = self._reading, self._rows[0], frozenset(map(self._key, self._rows))
        before = self._above[-2] if len(self._above) > 1 else None
        if reading:
            self._ask(lambda: reading.newer(before, first, held), self._prepend)

    def _read_again(self) -> None:
        reading, wanted = self._reading, max(PAGE, len(self._rows))
        before = self._above[-1] if self._above else None
        self._changed = False
        if reading:
            self._ask(lambda: reading.read(before, wanted), lambda rows: self._merge(rows, wanted))

    def _ask(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Have something read; whatever was asked before and has not come yet is not wanted any more."""
        asked = self._asked = object()

        def got(result: Any) -> None:
            if self._asked is asked:
                done(result)
                self._read = True
                self._settle()
                self._go_on()

        def failed(failure: Failure) -> None:
            if self._asked is asked:
                self._settle()
                self.failed.emit(failure)

        self._jobs.run(lambda: work() if self._asked is asked else None, got, failed)

    def _settle(self) -> None:
        self._asked = None
        self.settled.emit()

    def _go_on(self) -> None:
        """Ask for what is wanting now; after a failure, only the next look does."""
        if not self._rows:
            self.toNewest()
        elif self._changed:
            self._read_again()
        else:
            self.look(*self._seen)

    # What came

    def _turn(self, rows: Sequence[Any]) -> None:
        self.beginResetModel()
        self._rows, self._above, self._ends = list(rows), [], len(rows) < PAGE
        self._seen = 0, 0
        self.endResetModel()

    def _append(self, rows: Sequence[Any]) -> None:
        self._ends = len(rows) < PAGE
        self._insert(len(self._rows), rows)
        while self._reading and len(self._rows) > HELD and self._seen[0] > 2 * PAGE:
            self._above.append(self._reading.light(self._rows[PAGE - 1]))
            self._remove(0, PAGE)
            self._seen = self._seen[0] - PAGE, self._seen[1] - PAGE

    def _prepend(self, came: tuple[list[Any], list[Any]]) -> None:
        rows, above = came
        self._above[-1:] = above
        self._insert(0, rows)
        self._seen = self._seen[0] + len(rows), self._seen[1] + len(rows)
        over = len(self._rows) - HELD
        if over > 0:
            self._remove(HELD, over)
            self._ends = False

    def _merge(self, rows: Sequence[Any], wanted: int) -> None:
        """Show what has changed, and leave the rest where it stands."""
        stay = set(map(self._key, rows))
        for at in reversed(range(len(self._rows))):
            if self._key(self._rows[at]) not in stay:
                self._remove(at, 1)
        for at, row in enumerate(rows):
            if at == len(self._rows) or self._key(self._rows[at]) != self._key(row):
                self._insert(at, [row])
            elif self._rows[at] != row:
                self._rows[at] = row
                self.dataChanged.emit(self.index(at), self.index(at))
        self._ends = len(rows) < wanted

    def _key(self, row: Any) -> Any:
        return self._reading.key(row) if self._reading else None

    def _insert(self, at: int, rows: Sequence[Any]) -> None:
        if rows:
            self.beginInsertRows(_NOWHERE, at, at + len(rows) - 1)
            self._rows[at:at] = rows
            self.endInsertRows()

    def _remove(self, at: int, count: int) -> None:
        self.beginRemoveRows(_NOWHERE, at, at + count - 1)
        del self._rows[at : at + count]
        self.endRemoveRows()
