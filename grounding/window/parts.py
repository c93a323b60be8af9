"""All that stands behind the window, made in order: each part is given what it needs, and nothing yet happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from grounding.base.assets import assets
from grounding.base.jobs import Jobs
from grounding.journal.crisis import crisis_text
from grounding.journal.journal import Journal
from grounding.practice.own_patterns import OwnPatterns
from grounding.practice.shelf import Shelf
from grounding.window.along.arriving import Arriving
from grounding.window.along.double_click import DoubleClick
from grounding.window.along.exporting import Exporting
from grounding.window.along.importing import Importing
from grounding.window.along.outward import Outward
from grounding.window.along.printing import Printing
from grounding.window.along.receiving import Receiving
from grounding.window.along.saving import Saving
from grounding.window.along.sharing import Sharing
from grounding.window.awake import Awake
from grounding.window.breathing.breath_trial import BreathTrial
from grounding.window.breathing.breaths import Breaths
from grounding.window.breathing.drawn_breath import DrawnBreath
from grounding.window.breathing.pace import Pace
from grounding.window.breathing.run import Run
from grounding.window.breathing.underway import Underway
from grounding.window.breathing.wave_model import WaveModel
from grounding.window.desktop import Desktop
from grounding.window.flow import Flow
from grounding.window.guarding.backups import Backups
from grounding.window.guarding.clipboard import Clipboard
from grounding.window.guarding.code_page import CodePage
from grounding.window.guarding.lock import Lock
from grounding.window.guarding.lock_up import LockUp
from grounding.window.guarding.locksmith import Locksmith
from grounding.window.guarding.mending import Mending
from grounding.window.guarding.retention import Retention
from grounding.window.guarding.tending import Tending
from grounding.window.hearing.reading_aloud import ReadingAloud
from grounding.window.hearing.sound_trial import SoundTrial
from grounding.window.hearing.sounding import Sounding
from grounding.window.hearing.voices import Voices
from grounding.window.idle import Idle
from grounding.window.looking_back.looking_back import LookingBack
from grounding.window.one_key.alphabet import Alphabet
from grounding.window.one_key.one_key import OneKey
from grounding.window.room import Room
from grounding.window.saying.answers import Answers
from grounding.window.saying.keeping import Keeping
from grounding.window.saying.less_offer import LessOffer
from grounding.window.shelf.deleting import Deleting
from grounding.window.shelf.shelf_model import ShelfModel
from grounding.window.writing.editing import Editing
from grounding.window.writing.prompt_editing import PromptEditing
from grounding.window.writing.step_editing import StepEditing

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.clock import SessionClock
    from grounding.base.home import Home
    from grounding.base.wording import Wording
    from grounding.sound.sound import Sound
    from grounding.sound.state import SoundState
    from grounding.window.again import Again
    from grounding.window.front import Front


class Delivery(QObject):
    """Brings a function from any thread to the window's."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._soon)

    def _soon(self, work: Callable[[], None]) -> None:
        """Do it in the event loop, never within what asked; `Qt` itself would take 35 ms of every start to load."""
        QTimer.singleShot(0, self, work)


class Parts:
    """The view models of one home's window and what they stand on; `Between` is what goes on between them."""

    def __init__(
        self,
        *,
        home: Home,
        wording: Wording,
        clock: SessionClock,
        front: Front,
        erase: Callable[[], None],
        busy: Callable[[], bool],
        restart: Callable[[Again], None],
    ) -> None:
        """`erase` deletes everything; `busy` tells what hinders a new beginning, which `restart` makes."""
        self.front = front
        self.preferences = self.front.preferences
        self._delivery = Delivery()
        self.jobs = Jobs(self._delivery.asked.emit)
        self.journal = Journal(home.journal)
        self.run = Run(clock=clock, wording=wording)
        self.pace = Pace(run=self.run, preferences=self.preferences)
        self.wave = WaveModel(run=self.run)
        self.shelf = ShelfModel(
            shelf=Shelf(shipped=assets() / "practices", own=home.practices),
            own=OwnPatterns(home.patterns),
            preferences=self.preferences,
            wording=wording,
        )
        self.breath_trial = BreathTrial(now=clock.now_s, wording=wording)
        self.drawn = DrawnBreath(trial=self.breath_trial)
        self.breaths = Breaths(
            own=OwnPatterns(home.patterns), shelf=self.shelf, drawn=self.drawn, jobs=self.jobs, wording=wording
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
        self.underway = Underway(shelf=self.shelf, run=self.run, keeping=self.keeping)
        self.less_offer = LessOffer(
            underway=self.underway,
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
        self.editing = Editing(shelf=self.shelf, own=home.practices, jobs=self.jobs, wording=wording, now=clock.now_s)
        self.step_editing = StepEditing(editing=self.editing, shelf=self.shelf, wording=wording)
        self.prompt_editing = PromptEditing(editing=self.editing, step=self.step_editing)
        self.deleting = Deleting(shelf=self.shelf, preferences=self.preferences, own=home.practices, jobs=self.jobs)
        self.saving = Saving(shelf=self.shelf, preferences=self.preferences, wording=wording)
        self.sharing = Sharing(wording=wording)
        self.receiving = Receiving(
            shelf=self.shelf,
            own=home.practices,
            trial=self.trial,
            deleting=self.deleting,
            jobs=self.jobs,
            wording=wording,
        )
        self.double_click = DoubleClick(home=home.path, jobs=self.jobs, wording=wording)
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
            underway=self.underway,
            breaths=self.breaths,
            keeping=self.keeping,
            saving=self.saving,
            sharing=self.sharing,
            voices=self.voices,
            editing=self.editing,
            wording=wording,
            jobs=self.jobs,
            erase=erase,
            home=str(home.path),
        )
        self.one_key = OneKey(
            now_s=clock.now_s,
            preferences=self.preferences,
            flow=self.flow,
            run=self.run,
            pace=self.pace,
            less_offer=self.less_offer,
        )
        self.alphabet = Alphabet(language=wording.language)
        self.arriving = Arriving(
            flow=self.flow, receiving=self.receiving, busy=lambda: bool(self.looking_back.rewording.open)
        )
        self.reading = ReadingAloud(
            run=self.run,
            sounding=self.sounding,
            underway=self.underway,
            preferences=self.preferences,
            wording=wording,
        )
        self.awake = Awake(run=self.run, jobs=self.jobs)
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
            busy=busy,
            restart=restart,
        )

    def shown(self) -> dict[str, QObject]:
        """Return the parts that the pages know, by the name they know them under."""
        practising = ("shelf", "run", "pace", "wave", "answers", "keeping", "room", "flow")
        guarding = ("lock", "locksmith", "backups", "mending")
        sounding = ("sounding", "trial", "voices", "saving", "reading")
        drawing = ("breaths", "drawn")
        giving = ("sharing", "receiving", "arriving")
        taking = ("exporting", "importing", "printing", "outward", "retention")
        every = (*practising, *guarding, *sounding, *drawing, *giving, *taking)
        parts = {name: getattr(self, name) for name in every}
        others = {
            "deleting": self.deleting,
            "doubleClick": self.double_click,
            "lessOffer": self.less_offer,
            "oneKey": self.one_key,
            "alphabet": self.alphabet,
            "codeOutward": self.code_outward,
            "breathTrial": self.breath_trial,
            "editing": self.editing,
            "stepEditing": self.step_editing,
            "promptEditing": self.prompt_editing,
        }
        return parts | others | self.looking_back.parts()


def _sound(report: Callable[[SoundState], None]) -> Sound:
    from grounding.sound.sound import Sound  # noqa: PLC0415 - nothing of sound before it is asked for

    return Sound(report)
