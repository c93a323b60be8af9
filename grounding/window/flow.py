"""Which page is shown, and where each choice leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.failure import Failure
from grounding.window.shelf.shelf_model import BREATHE

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.jobs import Jobs
    from grounding.base.wording import Wording
    from grounding.practice.practice import Practice
    from grounding.window.along.saving import Saving
    from grounding.window.along.sharing import Sharing
    from grounding.window.breathing.breaths import Breaths
    from grounding.window.breathing.run import Run
    from grounding.window.breathing.underway import Underway
    from grounding.window.hearing.voices import Voices
    from grounding.window.preferences import Preferences
    from grounding.window.saying.keeping import Keeping
    from grounding.window.shelf.shelf_model import ShelfModel
    from grounding.window.writing.editing import Editing

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

TABS = ("home", "journal", "settings")
LED_TO_FROM = {"export": "journal", "print": "journal", "breath": "breaths"}
"""Which page leads to a page, where it is not the first one."""


@QmlElement
class Flow(QObject):
    """The one place that knows which page follows which."""

    pageChanged = Signal()
    saidChanged = Signal()
    erases = Signal()
    """Everything is about to be deleted: nothing more is written of what was not written yet."""
    erased = Signal()
    copied = Signal()
    keysAsked = Signal()

    def __init__(
        self,
        *,
        preferences: Preferences,
        shelf: ShelfModel,
        run: Run,
        underway: Underway,
        breaths: Breaths,
        keeping: Keeping,
        saving: Saving,
        sharing: Sharing,
        voices: Voices,
        editing: Editing,
        wording: Wording,
        jobs: Jobs,
        erase: Callable[[], None],
        home: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences, self._shelf, self._run = preferences, shelf, run
        self._underway, self._keeping, self._wording = underway, keeping, wording
        self._saving, self._voices, self._jobs, self._erase, self._home = saving, voices, jobs, erase, home
        self._sharing, self._breaths = sharing, breaths
        self._editing, self._from_editor, self._opened_from = editing, False, ""
        self._page = "home" if preferences.settings.welcomed else "welcome"
        self._before = "home"
        self._end = "home"
        """Where the end of the sitting leads."""
        self._said = ""
        self._kept = False
        run.ended.connect(self._over)
        shelf.changed.connect(self.pageChanged)
        underway.begun.connect(lambda: self._to("sitting"))
        keeping.failed.connect(self.say)
        editing.ready.connect(self._show_edited)
        editing.failed.connect(self.say)
        keeping.kept.connect(self._has_kept)

    # What is

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        """The page that is shown, by the name of its file: home, journal, settings, sitting, room and the others."""
        return self._page

    @Property(str, notify=saidChanged)
    def said(self) -> str:
        """One quiet sentence about something that did not go as it should, or ""."""
        return self._said

    @Property(bool, notify=saidChanged)
    def kept(self) -> bool:
        """Whether something was kept just now, and nothing else begun since."""
        return self._kept

    @Property(str, notify=pageChanged)
    def home(self) -> str:
        """Where the files are."""
        return self._home

    @Property(bool, notify=pageChanged)
    def tries(self) -> bool:
        """Whether the practice that runs is only tried out, and nothing of it is kept."""
        return self._underway.tried

    @Property(str, notify=pageChanged)
    def title(self) -> str:
        """The title of the practice that runs."""
        return self._underway.practice.title if self._underway.practice else ""

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
        self._said, self._kept = "", False
        self.saidChanged.emit()

    # Going about

    @Slot(str)
    def show(self, page: str) -> None:
        """Show a page that stands by itself."""
        if page == "safety" and self._page != "safety":
            self._before = self._page
        elif page == "given" and self._page != "given":
            self._before = self._page if self._page in TABS else "home"
        self._to(page)

    @Slot()
    def back(self) -> None:
        """Leave the safety notes, or a page that another leads to, for where one came from."""
        if self._page == "voices" and self._from_editor:
            self._open(self._editing.practice)
        elif self._page == "hold":
            self._to(self._end)
        elif self._page in ("safety", "given"):
            self._to(self._before)
        else:
            self._to(LED_TO_FROM.get(self._page, "home"))

    @Slot()
    def welcomed(self) -> None:
        """Leave the welcome for good."""
        self._preferences.set(welcomed=True)
        self._to("home")

    @Slot()
    def breatheNow(self) -> None:
        """Breathe at once: nothing asked, nothing kept."""
        self._preferences.set(welcomed=True)
        self._underway.choose(self._shelf.practice(BREATHE), quick=True)
        self._ask("home")

    @Slot()
    def breatheDrawn(self) -> None:
        """Breathe in the way that is drawn; the end leads back to the drawing."""
        self._underway.choose(self._shelf.practice(BREATHE), pattern=self._breaths.breathed())
        self._ask("breath")

    @Slot()
    def saveAsSound(self) -> None:
        """Open the page on which the chosen practice is saved as sound."""
        self._saving.open(self._shelf.practice(self._shelf.choice()))
        self._to("save")

    @Slot()
    def share(self) -> None:
        """Open the page on which the chosen practice becomes a file for somebody else."""
        self._sharing.open(self._shelf.practice(self._shelf.choice()))
        self._to("share")

    def come_home(self) -> None:
        """Show the practice that has just come onto the shelf, and is chosen, to who still waits for it."""
        if self._page == "given":
            self._preferences.set(welcomed=True)
            self._to("home")
            self.copied.emit()
            chosen = self._preferences.settings.practice
            if chosen != self._shelf.choice():
                self.say(Failure("practice-left-out", title=self._shelf.title(chosen)))

    @Property(bool, notify=pageChanged)
    def owned(self) -> bool:
        """Whether the chosen practice is one's own."""
        return self._voices.owns(self._shelf.practice(self._shelf.choice()))

    @Slot()
    def openVoices(self) -> None:
        """Open the page on which somebody speaks the prompts of the chosen practice."""
        self._open_voices(self._shelf.choice())

    def _open_voices(self, key: str) -> None:
        self._from_editor = self._page == "edit"
        self._voices.open(self._shelf.practice(key))
        self._to("voices")

    @Slot()
    def copyOfMine(self) -> None:
        """Make a copy of the chosen practice one's own, and choose it."""

        def made(practice: Practice) -> None:
            self._shelf.read()
            self._shelf.choose(practice.id)
            self.pageChanged.emit()
            self.copied.emit()

        self._voices.copy(self._shelf.practice(self._shelf.choice()), made, self.say)

    # Writing a practice

    @Slot()
    def edit(self) -> None:
        """Open the page on which the chosen practice is written."""
        self._open(self._shelf.practice(self._shelf.choice()))

    def _open(self, practice: Practice) -> None:
        self._opened_from = self._page
        self._editing.begin(practice)

    def _show_edited(self) -> None:
        """Show what has been opened, unless somebody has gone on to another page meanwhile."""
        if self._page == self._opened_from:
            self._to("edit")
        else:
            self._editing.leave()

    @Slot()
    def newPractice(self) -> None:
        """Begin a new practice of one's own, choose it, and open the page on which it is written."""
        page = self._page

        def made(practice: Practice) -> None:
            self._shelf.read()
            self._shelf.choose(practice.id)
            if self._page == page:
                self.edit()

        self._editing.new(made, self.say)

    @Slot(int)
    def tryFrom(self, step: int) -> None:
        """Try the practice that is written, from a step on; nothing of it is kept, and the end leads back."""
        self._underway.choose(self._editing.tried_from(step), tried=True)
        self._ask("edit")

    @Slot()
    def soundOfEdited(self) -> None:
        """Go from the page on which a practice is written to that of its voices; back leads here."""
        self._editing.keep_now()
        key = self._editing.practice.id

        def kept(_nothing: None) -> None:
            self._shelf.read()
            if self._shelf.choice() != key:  # a second start has chosen another one meanwhile
                self._shelf.choose(key)
            self._open_voices(key)

        self._jobs.run(lambda: None, kept)

    @Slot()
    def begin(self) -> None:
        """Begin the practice that is chosen on the shelf."""
        self.begin_practice(self._shelf.choice())

    def begin_practice(self, key: str) -> None:
        """Begin a practice; where the breath is held in it, a notice comes first."""
        self._preferences.set(welcomed=True)
        self._underway.choose(self._shelf.practice(key))
        self._ask("home")

    @Slot(bool)
    def goOn(self, skip_holds: bool) -> None:
        """Begin after the notice, with holds or without."""
        self._underway.begin()
        if skip_holds:
            self._run.skipHold()

    @Slot()
    def backToRoom(self) -> None:
        """End pacing and sound, and come back to the room."""
        self._before = self._back_from_room()
        self._leave_sitting()
        self._to("room")

    @Slot()
    def endRoom(self) -> None:
        """Leave the room's page for where one came from; from a sitting, for the first page."""
        self._to(self._before)

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

    # Something said outside a sitting

    @Slot()
    def writeNow(self) -> None:
        """Open a check-in that belongs to no practice."""
        self._before = self._page if self._page in TABS else "home"
        self._keeping.begin("")
        self._to("write")

    @Slot()
    def openUnfinished(self) -> None:
        """Open what was found unfinished."""
        self._before = "home"
        self._keeping.openUnfinished()
        self._to("unfinished")

    @Slot()
    def keepSaid(self) -> None:
        """Keep it."""
        self._keeping.keep()
        self._to(self._before)

    @Slot()
    def letSaidPass(self) -> None:
        """Let it pass."""
        self._keeping.letPass()
        self._to(self._before)

    @Slot()
    def leaveSaid(self) -> None:
        """Leave it: what was unfinished is so still; what is new is kept, waits or is gone, as is set."""
        self._keeping.leave()
        if self._page == "unfinished":
            self._keeping.later()
        self._to(self._before)

    # Locked, and begun anew

    def put_away(self) -> None:
        """Leave a page on which there are words of the journal, or of a draft: it locks."""
        if self._page in ("unfinished", "write"):
            self._keeping.leave()
            self._to("home")
        elif self._page in ("export", "print"):
            self._to("journal")
        elif self._page in ("passphrase", "restore"):
            self._to("settings")

    @property
    def leads_back_to(self) -> str:
        """The page to come back to once the program has begun anew."""
        return "breaths" if self._page == "breath" else self._page

    def come_back(self, page: str, *, kept: bool) -> None:
        """Be on the page one was on when the program began anew."""
        if self._preferences.settings.welcomed:
            if page != "edit":
                self._to(page)
            elif self.owned:
                self.edit()
        self._kept = kept
        self.saidChanged.emit()
        if page != "journal" and not kept:  # where nothing else shows why the page has begun anew
            self.say(Failure("journal-locked"))

    @Slot()
    def eraseEverything(self) -> None:
        """Delete everything in the home, and begin as if for the first time."""

        def gone(_nothing: None) -> None:
            self.erased.emit()
            self._to("welcome")

        self.erases.emit()
        self._jobs.run(self._erase, gone, self.say)

    # Within

    def _ask(self, end: str) -> None:
        self._end = end
        if self._underway.empty:
            self.say(Failure("practice-left-out", title=self.title))
        elif self._underway.holds:
            self._to("hold")
        else:
            self._underway.begin()

    def _leave_sitting(self) -> None:
        if self._page == "sitting":
            self._run.ended.disconnect(self._over)
            self._run.stop()
            self._run.ended.connect(self._over)
            self._keeping.leave()
        elif self._page in ("unfinished", "write"):
            self._keeping.leave()

    def _has_kept(self) -> None:
        self._kept = True
        self.saidChanged.emit()

    def _back_from_room(self) -> str:
        if self._page in ("sitting", "hold"):
            return self._end
        return self._page if self._page in (*TABS, "edit", "breath") else "home"

    def _over(self) -> None:
        self._keeping.leave()
        self._to(self._end)

    def _to(self, page: str) -> None:
        if page != self._page:
            if page in TABS:
                self._editing.leave()
            elif self._page == "edit":
                self._editing.keep_now()
            self._page = page
            if self._kept and page != "home":
                self._kept = False
                self.saidChanged.emit()
        self.pageChanged.emit()
