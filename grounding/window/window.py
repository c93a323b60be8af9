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
from grounding.journal.erase import erase_everything
from grounding.journal.journal import Journal
from grounding.journal.place import CRISIS
from grounding.practice.shelf import Shelf
from grounding.window.answers import Answers
from grounding.window.awake import Awake
from grounding.window.diary import Diary
from grounding.window.flow import Flow
from grounding.window.front import Front
from grounding.window.keeping import Keeping
from grounding.window.less_offer import LessOffer
from grounding.window.orb_picture import OrbPicture
from grounding.window.reading_aloud import ReadingAloud
from grounding.window.room import Room
from grounding.window.run import Run
from grounding.window.saving import Saving
from grounding.window.shelf_model import ShelfModel
from grounding.window.sound_trial import SoundTrial
from grounding.window.sounding import Sounding
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
    ) -> None:
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
        self.diary = Diary(journal=self.journal, jobs=self.jobs, wording=wording, titles=self.shelf.title)
        self.room = Room(jobs=self.jobs, sealed=self.journal.sealed(home.path / CRISIS, damaged="crisis-damaged"))
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
        if self.front.engine is None:
            self.front.show()
        assert self.front.engine is not None
        self.front.engine.addImageProvider("orb", OrbPicture())
        self.do(asked)
        practising = ("shelf", "run", "answers", "keeping", "diary", "room", "flow")
        sounding = ("sounding", "trial", "voices", "saving", "reading")
        parts = {name: getattr(self, name) for name in (*practising, *sounding)}
        self.front.furnish(parts | {"lessOffer": self.less_offer})
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
        self.front.close()
        self._awake.let_go()
        self.keeping.close()
        self.room.seal_now()
        self.sounding.close()
        self.saving.close()
        self.voices.close()
        self.reading.close()
        self.jobs.close()
        self.journal.close()

    def _connect(self) -> None:
        self.preferences.keep_with(self._save)
        for part in (self.keeping, self.diary, self.room):
            part.failed.connect(self.flow.say)
        self.keeping.kept.connect(self.diary.refresh)
        self.flow.erased.connect(self._forget)
        self._watch.directoryChanged.connect(self._journal_changed)
        self._refresh = QTimer(singleShot=True, interval=200)
        self._refresh.timeout.connect(self.diary.refresh)

    def _after_first_frame(self) -> None:
        """Do what can wait until the window is seen."""
        if self._unwritable is None:
            self.keeping.look_for_unfinished()
            self.room.read()
            self._watch_journal()

    def _watch_journal(self) -> None:
        if self._home.journal.is_dir():
            self._watch.addPath(str(self._home.journal))

    def _journal_changed(self, _path: str) -> None:
        """Somebody wrote to the journal, perhaps the command line: show it anew if it is on the screen."""
        if self.flow.at("journal"):
            self._refresh.start()

    def _save(self, settings: Settings) -> None:
        if self._unwritable is None:
            self.jobs.run(partial(write_settings, self._home.settings, settings), failed=self.flow.say)

    def _erase(self) -> None:
        erase_everything(self._home, self.journal)

    def _forget(self) -> None:
        self.keeping.forget()
        self.room.forget()
        self.diary.forget()
        self.preferences.forget()
        self.shelf.read()


def _sound(report: Callable[[SoundState], None]) -> Sound:
    from grounding.sound.sound import Sound  # noqa: PLC0415 - nothing of sound before it is asked for

    return Sound(report)
