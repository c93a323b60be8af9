"""Where a check-in leads: on, past it, or to *less*, which is offered where something is a lot, and never longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.body.region import Region
from grounding.body.sensation import Noticed
from grounding.practice.practice import Kind
from grounding.sitting.less import one_place, scan_for

if TYPE_CHECKING:
    from grounding.window.breathing.run import Run
    from grounding.window.breathing.underway import Underway
    from grounding.window.preferences import Preferences
    from grounding.window.saying.answers import Answers
    from grounding.window.shelf.shelf_model import ShelfModel

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

HANDS = "hands"


@QmlElement
class LessOffer(QObject):
    """Leads on from a check-in, and offers less before it where it may be too much."""

    changed = Signal()

    def __init__(
        self,
        *,
        underway: Underway,
        run: Run,
        answers: Answers,
        shelf: ShelfModel,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._underway, self._run, self._answers = underway, run, answers
        self._shelf, self._preferences = shelf, preferences
        self._open = False
        self._at: int | None = None
        run.moved.connect(self._moved)
        run.ended.connect(lambda: self._offer(False))
        underway.begun.connect(lambda: self._offer(False))
        preferences.changed.connect(self.changed)

    # What is

    @Property(bool, notify=changed)
    def open(self) -> bool:
        """Whether less is being offered."""
        return self._open

    @Property(bool, notify=changed)
    def feet(self) -> bool:
        """Whether a scan is there that has words for the feet."""
        practice = self._underway.practice
        scans = practice is not None and scan_for(practice, Region.FEET) is not None
        return scans and self._there(Region.FEET)

    @Property(bool, notify=changed)
    def hands(self) -> bool:
        """Whether the hands are not left out."""
        return self._there(Region.HANDS)

    def _there(self, region: Region) -> bool:
        return region.value not in self._preferences.settings.left_out

    # Where a check-in leads

    @Slot()
    def stayWithIt(self) -> None:
        """Go on with what is said; where something is very strong, offer less first."""
        if self._answers.asksForLess and not self._open:
            self._offer(True)
        else:
            self._go_on()

    @Slot()
    def next(self) -> None:
        """Go to the next part; from a check-in with what is said there, as `stayWithIt` does."""
        sitting = self._run.sitting
        if sitting is not None and sitting.now_part.kind is Kind.CHECK_IN:
            self.stayWithIt()
        else:
            self._run.next()

    @Slot()
    def notNow(self) -> None:
        """Go on without staying with any place."""
        self._offer(False)
        self._run.next()

    @Slot()
    def tooMuch(self) -> None:
        """Offer less."""
        self._offer(True)

    # Where less leads

    @Slot()
    def beWithFeet(self) -> None:
        """Go to the feet, and from there to the room."""
        if self._underway.practice is not None:
            self._underway.go_on_with(one_place(self._underway.practice, Region.FEET), ())

    @Slot()
    def moveHands(self) -> None:
        """Let the hands move instead."""
        self._underway.go_on_with(self._shelf.practice(HANDS), ())

    @Slot()
    def endHere(self) -> None:
        """End here."""
        self._run.stop()

    @Slot()
    def asItWas(self) -> None:
        """Go on as it was."""
        self._go_on()

    # Within

    def _go_on(self) -> None:
        self._offer(False)
        if not self._run.again:
            check_in = self._answers.check_in
            self._underway.lay_anew(check_in.mildest_first() if check_in.noticed is Noticed.PLACES else ())
        self._run.next()

    def _offer(self, on: bool) -> None:
        if self._open != on:
            self._open = on
            self._at = self._run.sitting.part if on and self._run.sitting else None
        self.changed.emit()

    def _moved(self) -> None:
        """Where the person went on, or back, by key, the offer is over."""
        sitting = self._run.sitting
        if self._open and sitting is not None and sitting.part != self._at:
            self._offer(False)
