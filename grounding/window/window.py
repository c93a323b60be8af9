"""The window and all that it stands on, made in order and taken down in the reverse of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from grounding.base.assets import assets
from grounding.base.clock import SessionClock
from grounding.base.failure import Failure
from grounding.base.jobs import Jobs
from grounding.base.settings import Settings, Voice, write_settings
from grounding.journal.crisis import crisis_text
from grounding.journal.erase import erase_everything
from grounding.journal.journal import Journal
from grounding.practice.shelf import Shelf
from grounding.window.again import Again, again_from_text
from grounding.window.answers import Answers
from grounding.window.awake import Awake
from grounding.window.backups import Backups
from grounding.window.clipboard import Clipboard
from grounding.window.code_page import CodePage
from grounding.window.desktop import Desktop
from grounding.window.exporting import Exporting
from grounding.window.flow import Flow
from grounding.window.front import Front
from grounding.window.idle import Idle
from grounding.window.importing import Importing
from grounding.window.keeping import Keeping
from grounding.window.less_offer import LessOffer
from grounding.window.lock import Lock, State
from grounding.window.lock_up import LockUp
from grounding.window.locksmith import Locksmith
from grounding.window.looking_back import LookingBack
from grounding.window.mending import Mending
from grounding.window.orb_picture import OrbPicture
from grounding.window.outward import Outward
from grounding.window.printing import PaperPicture, Printing
from grounding.window.reading_aloud import ReadingAloud
from grounding.window.retention import Retention
from grounding.window.room import Room
from grounding.window.run import Run
from grounding.window.saving import Saving
from grounding.window.shelf_model import ShelfModel
from grounding.window.sound_trial import SoundTrial
from grounding.window.sounding import Sounding
from grounding.window.tending import Tending
from grounding.window.underway import Underway
from grounding.window.voices import Voices

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.home import Home
    from grounding.base.wording import Wording
    from grounding.sound.sound import Sound
    from grounding.sound.state import SoundState


class Delivery(QObject):
    """Brings a function from any thread to the window's."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._soon)

    def _soon(self, work: Callable[[], None]) -> None:
        """Do it in the event loop, never within what asked; `Qt` itself would take 35 ms of every start to load."""
        QTimer.singleShot(0, self, work)


class GroundingWindow:
    """One home's window: the parts, the engine, and the page on the screen."""

    def __init__(
        self,
        *,
        home: Home,
        wording: Wording,
        unwritable: Failure | None = None,
        clock: SessionClock | None = None,
        front: Front | None = None,
        restart: Callable[[Again], None] | None = None,
    ) -> None:
        """`restart` has the program begin anew, so that nothing that was read stays in its memory."""
        self.front = front or Front(home)
        self.preferences = self.front.preferences
        self._home, self._unwritable = home, unwritable
        self._delivery = Delivery()
        self.jobs = Jobs(self._delivery.asked.emit)
        self.journal = Journal(home.journal)
        clock = clock or SessionClock()
        self.run = Run(clock=clock, wording=wording)
        self.shelf = ShelfModel(
            shelf=Shelf(shipped=assets() / "practices", own=home.practices),
            preferences=self.preferences,
            wording=wording,
        )
        self.answers = Answers(wording=wording, preferences=self.preferences)
        self.keeping = Keeping(journal=self.journal, jobs=self.jobs, answers=self.answers, preferences=self.preferences)
        self.looking_back = LookingBack(
            journal=self.journal,
            jobs=self.jobs,
            keeping=self.keeping,
            preferences=self.preferences,
            wording=wording,
            titles=self.shelf.title,
        )
        self.diary = self.looking_back.diary
        self.room = Room(jobs=self.jobs, sealed=crisis_text(home, self.journal))
        self._underway = Underway(shelf=self.shelf, run=self.run, keeping=self.keeping)
        self.less_offer = LessOffer(
            underway=self._underway,
            run=self.run,
            answers=self.answers,
            shelf=self.shelf,
            preferences=self.preferences,
        )
        self.sounding = Sounding(sound=_sound, run=self.run, preferences=self.preferences, wording=wording)
        self.trial = SoundTrial(
            sound=self.sounding.sound,
            preferences=self.preferences,
            now=clock.now_s,
            any_clip=self.shelf.any_clip,
        )
        self.voices = Voices(shelf=self.shelf, own=home.practices, trial=self.trial, jobs=self.jobs, wording=wording)
        self.saving = Saving(shelf=self.shelf, preferences=self.preferences, wording=wording)
        self.exporting = Exporting(
            folder=home.journal,
            keys=lambda: self.journal.unlocked_with,
            wanted=lambda: self.looking_back.seeking.wanted,
            wording=wording,
        )
        self.importing = Importing(folder=home.journal, keys=lambda: self.journal.unlocked_with, wording=wording)
        self.tending = Tending(journal=self.journal, folder=home.journal, jobs=self.jobs)
        self.printing = Printing(journal=self.journal, jobs=self.jobs, wording=wording)
        self.outward = Outward(page=self.printing, jobs=self.jobs, wording=wording)
        self.retention = Retention(journal=self.journal, jobs=self.jobs, preferences=self.preferences)
        self.flow = Flow(
            preferences=self.preferences,
            shelf=self.shelf,
            run=self.run,
            underway=self._underway,
            keeping=self.keeping,
            saving=self.saving,
            voices=self.voices,
            wording=wording,
            jobs=self.jobs,
            erase=self._erase,
            home=str(home.path),
        )
        self.reading = ReadingAloud(
            run=self.run,
            sounding=self.sounding,
            underway=self._underway,
            preferences=self.preferences,
            wording=wording,
        )
        self._awake = Awake(run=self.run, jobs=self.jobs)
        self.lock = Lock(journal=self.journal, folder=home.journal, jobs=self.jobs, wording=wording)
        self.locksmith = Locksmith(
            journal=self.journal,
            folder=home.journal,
            jobs=self.jobs,
            lock=self.lock,
            clipboard=Clipboard(),
            wording=wording,
            backups=self.tending.follow_keys,
        )
        self.backups = Backups(
            journal=self.journal, folder=home.journal, jobs=self.jobs, tending=self.tending, wording=wording
        )
        self.mending = Mending(journal=self.journal, folder=home.journal, jobs=self.jobs, wording=wording)
        self.code_outward = Outward(page=CodePage(locksmith=self.locksmith), jobs=self.jobs, wording=wording)
        self._restart = restart or (lambda _again: None)
        self.lock_up = LockUp(
            lock=self.lock,
            journal=self.journal,
            jobs=self.jobs,
            keeping=self.keeping,
            room=self.room,
            flow=self.flow,
            preferences=self.preferences,
            idle=Idle(now_s=clock.through_sleep_s),
            desktop=Desktop(),
            busy=self._busy,
            restart=self._begin_anew,
        )
        self._watch = QFileSystemWatcher()
        self._connect()
        for failure in (self.front.damaged, unwritable):
            if failure is not None:
                self.flow.say(failure)

    @property
    def window(self) -> Any:
        """The window itself, once it is shown."""
        return self.front.window

    def show(self, asked: dict[str, Any]) -> None:
        """Show the window, and do what was asked on the command line."""
        again = again_from_text(asked.get("again"))
        if self.front.engine is None:
            self.front.show(again)
        assert self.front.engine is not None
        self.front.engine.addImageProvider("orb", OrbPicture())
        self.front.engine.addImageProvider("paper", PaperPicture(self.printing))
        self.do(asked)
        if again is not None:
            self.flow.come_back(again.page, kept=again.kept)
        practising = ("shelf", "run", "answers", "keeping", "lock", "locksmith", "backups", "mending", "room", "flow")
        sounding = ("sounding", "trial", "voices", "saving", "reading")
        taking = ("exporting", "importing", "printing", "outward", "retention")
        parts = {name: getattr(self, name) for name in (*practising, *sounding, *taking)}
        others = {"lessOffer": self.less_offer, "codeOutward": self.code_outward}
        self.front.furnish(parts | others | self.looking_back.parts())
        self.front.come_forward = self.come_forward
        for asked_since in self.front.asked_since:
            self.come_forward(asked_since)
        QTimer.singleShot(0, self._after_first_frame)

    def do(self, asked: dict[str, Any]) -> None:
        """Do what was asked: choose a practice, a sound, or begin."""
        if asked.get("sound"):
            self.preferences.set(sound=Voice(asked["sound"]))
        practice = asked.get("practice")
        try:
            if practice:
                self.shelf.practice(practice)
                self.shelf.choose(practice)
            if asked.get("begin"):
                self.flow.begin_practice(practice or self.shelf.choice())
        except Failure as failure:
            self.flow.say(failure)

    def come_forward(self, asked: dict[str, Any]) -> None:
        """Bring the window to the front; a sitting that runs is not disturbed."""
        self.window.show()
        self.window.raise_()
        self.window.requestActivate()
        if not self.run.running and not self.run.paused:
            self.do(asked)

    def close(self) -> None:
        """Take everything down in order: window, engine, view models, then sound and journal; the draft is kept."""
        self.lock_up.close()
        self._watch.directoryChanged.disconnect(self._journal_changed)
        self._refresh.stop()
        self.front.close()
        self._awake.let_go()
        self.keeping.close()
        self.room.seal_now()
        self.sounding.close()
        self.locksmith.leave()
        for on_its_way in (self.saving, self.exporting, self.importing):
            on_its_way.close()
        self.voices.close()
        self.reading.close()
        self.jobs.close()
        self.journal.close()

    def _connect(self) -> None:
        self.preferences.keep_with(self._save)
        for part in (self.keeping, self.room, self.lock, self.retention, self.tending, self.printing):
            part.failed.connect(self._say)
        self.looking_back.tell(self._say)
        self.lock.opened.connect(self._opened)
        self.lock_up.falls.connect(self.tending.rest)
        self.lock_up.falls.connect(self._let_go)
        for goes_on in (self.answers.changed, self.exporting.partChanged, self.importing.partChanged):
            goes_on.connect(self.lock_up.stirred)
        for anew in (self.mending.mended, self.backups.restored):
            anew.connect(self._is_another)
        for writing in (self.saving, self.exporting):
            writing.changed.connect(self.lock_up.look)
        for working in (self.voices, self.locksmith, self.backups, self.mending, self.importing):
            working.changed.connect(self.lock_up.look)
        for comes_or_goes in (self.keeping.kept, self.importing.taken, self.retention.forgotten):
            comes_or_goes.connect(self._read_anew)
        self.keeping.kept.connect(self.tending.kept)
        for may_be_new in (self.keeping.sealed, self.keeping.kept):
            may_be_new.connect(self._watch_journal)
        for gone in (self.diary.gone, self.retention.forgotten):
            gone.connect(self.tending.forget)
        self.flow.erased.connect(self._forget)
        self.flow.pageChanged.connect(self._look_at_the_day)
        self._watch.directoryChanged.connect(self._journal_changed)
        self._refresh = QTimer(singleShot=True, interval=200)
        self._refresh.timeout.connect(self._read_anew)

    def _after_first_frame(self) -> None:
        """Do what can wait until the window is seen."""
        self.lock_up.watch(self.window)
        if self._unwritable is None:
            self.room.read()
            self._watch_journal()
        self.lock.look(self._looked)

    def _looked(self) -> None:
        if self.lock.stands(State.OPEN) and self._unwritable is None:
            self._opened()

    def _opened(self) -> None:
        """The journal can be read: see what was begun before."""
        self.keeping.look_for_unfinished()
        self.retention.apply()
        self.tending.begin()
        self.jobs.run(self.journal.notices, self._tell)

    def _is_another(self) -> None:
        """The journal is another than before, or can be read again."""
        self.mending.renewed()
        self.lock.look(self._looked)
        self._read_anew()

    def _say(self, failure: Failure) -> None:
        """Say what could not be done; where the journal cannot be read its own page does."""
        if not (self.mending.meet(failure) and self.flow.at("journal")):
            self.flow.say(failure)

    def _tell(self, notices: tuple[Failure, ...]) -> None:
        for notice in notices:
            self.flow.say(notice)

    def _let_go(self) -> None:
        """The journal locks: show nothing more of it."""
        self.flow.put_away()
        self.diary.leave()
        self.printing.leave()

    def _busy(self) -> bool:
        """Whether something is under way that would be lost if the program began anew."""
        writing = any(each.writing for each in (self.saving, self.exporting))
        working = any(each.working for each in (self.locksmith, self.backups, self.mending, self.importing))
        return bool(writing or working or self.voices.doing)

    def _begin_anew(self, again: Again) -> None:
        self._restart(again.seen_as(self.window))

    def _watch_journal(self) -> None:
        if self._home.journal.is_dir():
            self._watch.addPath(str(self._home.journal))

    def _journal_changed(self, _path: str) -> None:
        """Somebody wrote to the journal, perhaps the command line: let join what waits, show anew what is seen."""
        if self.flow.at("journal") or self.journal.waits:
            self._refresh.start()

    def _read_anew(self) -> None:
        if self.lock.stands(State.OPEN):
            self.jobs.run(self.journal.changed, self._show_anew, self._show_anew)

    def _show_anew(self, _changed: bool | Failure) -> None:
        self.diary.refresh()  # which tells too what cannot be read

    def _look_at_the_day(self) -> None:
        """Whoever opens the journal on a new day finds there what is still to be kept."""
        if self.flow.at("journal") and self._unwritable is None:
            self.retention.apply()

    def _save(self, settings: Settings) -> None:
        if self._unwritable is None:
            self.jobs.run(partial(write_settings, self._home.settings, settings), failed=self.flow.say)

    def _erase(self) -> None:
        erase_everything(self._home, self.journal)

    def _forget(self) -> None:
        self.keeping.forget()
        self.room.forget()
        self.mending.renewed()
        self.lock.look()
        self.diary.leave()
        self.preferences.forget()
        self.shelf.read()


def _sound(report: Callable[[SoundState], None]) -> Sound:
    from grounding.sound.sound import Sound  # noqa: PLC0415 - nothing of sound before it is asked for

    return Sound(report)
