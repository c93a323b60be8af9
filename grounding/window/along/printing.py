"""A page for a session: which entries, which lines of them, on what paper; seen as it will be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QSize, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickImageProvider

from grounding.journal.along.page import Kind, Line, lines_of
from grounding.journal.telling import entry_heading
from grounding.journal.wanted import Wanted
from grounding.window.along.paper import MOST_PAGES, SIZES, Paper, usual_size
from grounding.window.spoken_time import spoken_time

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.failure import Failure
    from grounding.base.jobs import Jobs
    from grounding.base.wording import Wording
    from grounding.journal.entry import Entry
    from grounding.journal.journal import Journal
    from grounding.window.along.paper import Place

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

OFFERED = 20
"""So many entries are offered at first, beside those that are marked, and so many more each time."""
MARKED_MOST = 100
"""Two pages hold far fewer."""
_ALOUD = "aloud"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The page as it is shown: one picture for each sheet of paper."""

    version: int = 0
    pictures: tuple[QImage, ...] = ()
    places: tuple[Place, ...] = ()
    shape: float = 1.0
    too_long: bool = False


@QmlElement
class Printing(QObject):
    """What stands on the page, and how it looks."""

    choicesChanged = Signal()
    changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        *,
        journal: Journal,
        jobs: Jobs,
        wording: Wording,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal, self._jobs, self._wording = journal, jobs, wording
        self._opened = 0
        """How often the page has been opened or left."""
        self._recent = 0
        self._entries: tuple[Entry, ...] = ()
        self._more = False
        self._read = False
        self._chosen: frozenset[str] = frozenset()
        self._struck: tuple[str, ...] = ()
        self._aloud = False
        self._size = usual_size()
        self._version = 0
        self._seen = Seen()

    # What is

    @Property(list, notify=choicesChanged)
    def choices(self) -> list[dict[str, object]]:
        """The entries that may be chosen, newest first: id, heading and when."""
        return [
            {"id": entry.id, "heading": entry_heading(entry, self._wording), "when": spoken_time(entry.at)}
            for entry in self._entries
        ]

    @Property(list, notify=changed)
    def chosen(self) -> list[str]:
        """The ids of those that are."""
        return sorted(self._chosen)

    @Property(bool, notify=choicesChanged)
    def more(self) -> bool:
        """Whether older entries follow."""
        return self._more

    @Property(bool, notify=choicesChanged)
    def nothing(self) -> bool:
        """Whether there is no entry to choose."""
        return self._read and not self._entries

    @Property(bool, notify=changed)
    def aloud(self) -> bool:
        """Whether only that stands there: that it is rather said aloud."""
        return self._aloud

    @Property(str, notify=changed)
    def size(self) -> str:
        """A4 or Letter."""
        return self._size

    @Property(list, notify=changed)
    def lines(self) -> list[dict[str, object]]:
        """What can be struck out: its key and text, its page, and where it is as parts of that page."""
        return [
            {
                "key": place.key,
                "text": place.text,
                "page": place.page,
                "x": place.x,
                "y": place.y,
                "width": place.width,
                "height": place.height,
            }
            for place in self._seen.places
            if place.key != _ALOUD
        ]

    @Property(list, notify=changed)
    def pictures(self) -> list[str]:
        """Where the picture of each page is."""
        return [f"image://paper/{self._seen.version}/{page}" for page in range(len(self._seen.pictures))]

    @Property(float, notify=changed)
    def shape(self) -> float:
        """The height of a page for a width of 1."""
        return self._seen.shape

    @Property(bool, notify=changed)
    def empty(self) -> bool:
        """Whether nothing stands there."""
        return not self._seen.pictures

    @Property(bool, notify=changed)
    def unchosen(self) -> bool:
        """Whether nothing has been chosen for it."""
        return self._read and not self._chosen and not self._aloud

    @Property(bool, notify=changed)
    def tooLong(self) -> bool:
        """Whether it is more than two pages."""
        return self._seen.too_long

    @Property(bool, notify=changed)
    def mayUndo(self) -> bool:
        """Whether a line has been struck out."""
        return bool(self._struck)

    def paper(self) -> Callable[[], Paper]:
        """Return what lays out the page for printing, on whatever thread that is done."""
        lines, size, font = self._lines(), self._size, QGuiApplication.font()
        return lambda: Paper(lines, size=size, font=font)

    def picture(self, version: int, page: int) -> QImage:
        """Return one page as it is shown now, nothing where another is by now."""
        seen = self._seen
        return seen.pictures[page] if seen.version == version and page < len(seen.pictures) else QImage()

    # What may be chosen

    @Slot()
    def open(self) -> None:
        """Begin with the entries that are marked for a session, or where none is, with the newest."""
        self.leave()
        self._read_on(choose=True)

    @Slot()
    def readMore(self) -> None:
        """Offer older entries too."""
        self._read_on(choose=False)

    @Slot(str, bool)
    def choose(self, key: str, on: bool) -> None:
        """Put an entry on the page, or take it off."""
        self._chosen = self._chosen | {key} if on else self._chosen - {key}
        self._lay_out()

    @Slot(bool)
    def chooseAloud(self, on: bool) -> None:
        """Leave nothing there but that it is rather said aloud."""
        self._aloud = on
        self._lay_out()

    @Slot(str)
    def chooseSize(self, size: str) -> None:
        """Lay it out for paper of another size."""
        assert size in SIZES
        self._size = size
        self._lay_out()

    @Slot(str)
    def strike(self, key: str) -> None:
        """Strike a line out."""
        self._struck = (*self._struck, key)
        self._lay_out()

    @Slot()
    def undo(self) -> None:
        """Bring back the line that was struck out last."""
        self._struck = self._struck[:-1]
        self._lay_out()

    @Slot()
    def leave(self) -> None:
        """Forget all that was chosen and laid out, and what is still being read."""
        self._opened += 1
        self._recent, self._entries, self._more, self._read = 0, (), False, False
        self._chosen, self._struck, self._aloud = frozenset(), (), False
        self._version += 1
        self._seen = Seen(version=self._version)
        self.choicesChanged.emit()
        self.changed.emit()

    # Within

    def _read_on(self, *, choose: bool) -> None:
        recent, opened = self._recent + OFFERED, self._opened

        def read() -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
            marked = self._journal.list(limit=MARKED_MOST, wanted=Wanted(brought=True))
            return marked, self._journal.list(limit=recent + 1)

        def offer(got: tuple[tuple[Entry, ...], tuple[Entry, ...]]) -> None:
            if opened != self._opened:  # left meanwhile
                return
            marked, latest = got
            offered = {entry.id: entry for entry in (*marked, *latest[:recent])}
            self._entries = tuple(sorted(offered.values(), key=lambda entry: (entry.at, entry.id), reverse=True))
            self._recent, self._more, self._read = recent, len(latest) > recent, True
            if choose:
                self._chosen = frozenset(entry.id for entry in (marked or latest[:1]))
            self.choicesChanged.emit()
            self._lay_out()

        self._jobs.run(read, offer, self._not_read)

    def _not_read(self, failure: Failure) -> None:
        self._read = True
        self.choicesChanged.emit()
        self.changed.emit()
        self.failed.emit(failure)

    def _lines(self) -> tuple[Line, ...]:
        if self._aloud:
            return (Line(key=_ALOUD, entry="", kind=Kind.WORDS, text=self.tr("I would rather say it aloud.")),)
        chosen = [entry for entry in self._entries if entry.id in self._chosen]
        return tuple(line for line in lines_of(chosen, self._wording, spoken_time) if line.key not in self._struck)

    def _lay_out(self) -> None:
        """Lay the page out away from the window; what is overtaken by a later choice is not shown."""
        self._version += 1
        version, lines, size = self._version, self._lines(), self._size
        font = QGuiApplication.font()

        def lay_out() -> Seen:
            paper = Paper(lines, size=size, font=font)
            return Seen(
                version=version,
                pictures=tuple(paper.picture(page) for page in range(min(MOST_PAGES, paper.pages))),
                places=paper.places(),
                shape=paper.shape,
                too_long=paper.too_long,
            )

        def show(seen: Seen) -> None:
            if seen.version == self._version:
                self._seen = seen
                self.changed.emit()

        self._jobs.run(lay_out, show)
        self.changed.emit()


class PaperPicture(QQuickImageProvider):
    """Gives the pages of a `Printing` as `<version>/<page>`."""

    def __init__(self, printing: Printing) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._printing = printing

    def requestImage(self, key: str, size: QSize, requested: QSize) -> QImage:  # noqa: ARG002 - it is as it is
        """Return the picture of a page."""
        version, _, page = key.partition("/")
        image = self._printing.picture(int(version), int(page))
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image
