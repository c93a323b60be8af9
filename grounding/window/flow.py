"""Which page is shown, and where each choice leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.body.region import Region
from grounding.body.sensation import Noticed
from grounding.practice.practice import Kind
from grounding.sitting.less import clocked_s, one_place, shortened
from grounding.window.shelf_model import BREATHE

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.failure import Failure
    from grounding.base.jobs import Jobs
    from grounding.base.wording import Wording
    from grounding.practice.practice import Practice
    from grounding.sitting.score import Score
    from grounding.window.answers import Answers
    from grounding.window.keeping import Keeping
    from grounding.window.preferences import Preferences
    from grounding.window.run import Run
    from grounding.window.shelf_model import ShelfModel

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

TABS = ("home", "journal", "settings")
HANDS = "hands"


@QmlElement
class Flow(QObject):
    """The one place that knows which page follows which."""

    pageChanged = Signal()
    saidChanged = Signal()
    erased = Signal()

    def __init__(
        self,
        *,
        preferences: Preferences,
        shelf: ShelfModel,
        run: Run,
        answers: Answers,
        keeping: Keeping,
        wording: Wording,
        jobs: Jobs,
        erase: Callable[[], None],
        home: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences, self._shelf, self._run = preferences, shelf, run
        self._answers, self._keeping, self._wording = answers, keeping, wording
        self._jobs, self._erase, self._home = jobs, erase, home
        self._page = "home" if preferences.settings.welcomed else "welcome"
        self._before = "home"
        self._said = ""
        self._practice: Practice | None = None
        self._quick = False
        self._less = False
        self._less_at: int | None = None
        run.ended.connect(self._over)
        run.moved.connect(self._moved)
        keeping.failed.connect(self.say)

    # What is

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        """welcome, home, journal, settings, safety, hold, sitting, room or unfinished."""
        return self._page

    @Property(bool, notify=pageChanged)
    def less(self) -> bool:
        """Whether less is being offered."""
        return self._less

    @Property(bool, notify=pageChanged)
    def feetOffered(self) -> bool:
        """Whether a scan is there in which the feet can be a place."""
        scans = self._practice is not None and any(step.kind is Kind.SCAN for step in self._practice.steps)
        return scans and self._offered(Region.FEET)

    @Property(bool, notify=pageChanged)
    def feetThere(self) -> bool:
        """Whether feet are not left out."""
        return self._offered(Region.FEET)

    @Property(bool, notify=pageChanged)
    def handsOffered(self) -> bool:
        return self._offered(Region.HANDS)

    def _offered(self, region: Region) -> bool:
        return region.value not in self._preferences.settings.left_out

    @Property(str, notify=saidChanged)
    def said(self) -> str:
        """One quiet sentence about something that did not go as it should, or ""."""
        return self._said

    @Property(str, notify=pageChanged)
    def home(self) -> str:
        """Where the files are."""
        return self._home

    @Property(str, notify=pageChanged)
    def title(self) -> str:
        """The title of the practice that runs."""
        return self._practice.title if self._practice else ""

    def at(self, page: str) -> bool:
        """Whether this page is shown."""
        return self._page == page

    def say(self, failure: Failure) -> None:
        """Say, in one quiet sentence, what could not be done."""
        self._said = self._wording.sentence(failure)
        self.saidChanged.emit()

    @Slot()
    def heard(self) -> None:
        """Take the quiet sentence away."""
        self._said = ""
        self.saidChanged.emit()

    # Going about

    @Slot(str)
    def show(self, page: str) -> None:
        """Show a page that stands by itself."""
        if page == "safety" and self._page != "safety":
            self._before = self._page
        self._to(page)

    @Slot()
    def back(self) -> None:
        """Leave the safety notes, or a notice, for where one came from."""
        self._to(self._before if self._page == "safety" else "home")

    @Slot()
    def welcomed(self) -> None:
        """Leave the welcome for good."""
        self._preferences.set(welcomed=True)
        self._to("home")

    @Slot()
    def breatheNow(self) -> None:
        """Breathe at once: nothing asked, nothing kept."""
        self._preferences.set(welcomed=True)
        self._ask(self._shelf.practice(BREATHE), quick=True)

    @Slot()
    def begin(self) -> None:
        """Begin the practice that is chosen on the shelf."""
        self.begin_practice(self._shelf.choice())

    def begin_practice(self, key: str) -> None:
        """Begin a practice; where the breath is held in it, a notice comes first."""
        self._preferences.set(welcomed=True)
        self._ask(self._shelf.practice(key), quick=False)

    @Slot(bool)
    def goOn(self, skip_holds: bool) -> None:
        """Begin after the notice, with holds or without."""
        if self._practice is None:
            return
        self._start(self._practice)
        if skip_holds:
            self._run.skipHold()

    @Slot()
    def backToRoom(self) -> None:
        """End pacing and sound, and come back to the room."""
        self._before = self._page if self._page in TABS else "home"
        self._leave_sitting()
        self._to("room")

    @Slot()
    def endRoom(self) -> None:
        """Leave the room's page for where one came from; from a sitting, for the first page."""
        self._to(self._before)

    # Within a check-in

    @Slot()
    def stayWithIt(self) -> None:
        """Go on with what is said; where something is very strong, offer less first."""
        if self._answers.asksForLess and not self._less:
            self._offer_less(True)
        else:
            self._go_on()

    @Slot()
    def notNow(self) -> None:
        """Go on without staying with any place."""
        self._offer_less(False)
        self._run.next()

    @Slot()
    def tooMuch(self) -> None:
        """Offer less."""
        self._offer_less(True)

    @Slot()
    def lessFeet(self) -> None:
        """Go to the feet, and from there to the room."""
        self._rest_of(one_place, (Region.FEET,))

    @Slot()
    def lessMovement(self) -> None:
        """Let the hands move instead."""
        self._rest_of(lambda _practice: self._shelf.practice(HANDS), ())

    @Slot()
    def lessEnd(self) -> None:
        """End here."""
        self._run.stop()

    @Slot()
    def lessAsItWas(self) -> None:
        """Go on as it was."""
        self._go_on()

    # The end of a sitting

    @Slot()
    def keepAndEnd(self) -> None:
        """Keep what is said, and end."""
        self._keeping.keep()
        self._run.next()

    @Slot()
    def letPassAndEnd(self) -> None:
        """Let what is said pass, and end."""
        self._keeping.letPass()
        self._run.next()

    @Slot()
    def openUnfinished(self) -> None:
        """Open what was found unfinished."""
        self._keeping.openUnfinished()
        self._to("unfinished")

    @Slot()
    def keepUnfinished(self) -> None:
        """Keep what was unfinished."""
        self._keeping.keep()
        self._to("home")

    @Slot()
    def letUnfinishedPass(self) -> None:
        """Let what was unfinished pass."""
        self._keeping.letPass()
        self._to("home")

    @Slot()
    def leaveUnfinished(self) -> None:
        """Leave it unfinished, for later."""
        self._keeping.leave()
        self._keeping.later()
        self._to("home")

    @Slot()
    def eraseEverything(self) -> None:
        """Delete everything in the home, and begin as if for the first time."""

        def gone(_nothing: None) -> None:
            self.erased.emit()
            self._to("welcome")

        self._jobs.run(self._erase, gone, self.say)

    # Within

    def _ask(self, practice: Practice, *, quick: bool) -> None:
        self._practice, self._quick = practice, quick
        if self._shelf.holds(practice, quick=quick):
            self._to("hold")
        else:
            self._start(practice)

    def _start(self, practice: Practice) -> None:
        self._practice, self._less = practice, False
        self._keeping.begin(practice.id)
        self._run.begin(self._score(), len(practice.steps))
        self._to("sitting")

    def _score(self, named: tuple[Region, ...] = ()) -> Score:
        assert self._practice is not None
        return self._shelf.score(self._practice, named, quick=self._quick)

    def _go_on(self) -> None:
        self._offer_less(False)
        if not self._run.again:
            check_in = self._answers.check_in
            named = check_in.mildest_first() if check_in.noticed is Noticed.PLACES else ()
            self._run.lay_anew(self._score(named))
        self._run.next()

    def _rest_of(self, made: Callable[[Practice], Practice], named: tuple[Region, ...]) -> None:
        """Go on with a gentler practice, never a longer one than what was to come, the answers as they are."""
        assert self._practice is not None
        left_s, self._practice = self._left_s(), made(self._practice)
        if clocked_s(self._score(named).parts) > left_s:
            self._practice = shortened(self._practice, left_s)
        self._less = False
        self._run.begin(self._score(named), len(self._practice.steps))
        self._to("sitting")

    def _left_s(self) -> float:
        """Return how long the rest of this sitting would have been, where a clock runs."""
        sitting = self._run.sitting
        return clocked_s(sitting.score.parts[sitting.part + 1 :]) if sitting else 0.0

    def _offer_less(self, on: bool) -> None:
        if self._less != on:
            self._less = on
            self._less_at = self._run.sitting.part if on and self._run.sitting else None
            self.pageChanged.emit()

    def _moved(self) -> None:
        """Where the person went on, or back, by key, the offer is over."""
        sitting = self._run.sitting
        if self._less and sitting is not None and sitting.part != self._less_at:
            self._offer_less(False)

    def _leave_sitting(self) -> None:
        if self._page == "sitting":
            self._run.ended.disconnect(self._over)
            self._run.stop()
            self._run.ended.connect(self._over)
            self._keeping.leave()
        elif self._page == "unfinished":
            self._keeping.leave()

    def _over(self) -> None:
        self._less = False
        self._keeping.leave()
        self._to("home")

    def _to(self, page: str) -> None:
        if page != self._page:
            self._page = page
        self.pageChanged.emit()
