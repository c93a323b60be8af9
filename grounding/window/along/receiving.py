"""A practice that somebody gives: read in a process of its own, shown whole, and on the shelf only after a yes."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QLocale, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.failure import Failure
from grounding.practice.giving.shelving import OPENED, Opened, place_to_open, put_on_shelf
from grounding.practice.reading import read_practice
from grounding.window.along.destination import path_of
from grounding.window.along.given import Given, GivenWords, look_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.child import Message
    from grounding.base.jobs import Jobs
    from grounding.base.wording import Wording
    from grounding.sound.gift import Gift
    from grounding.window.hearing.sound_trial import SoundTrial
    from grounding.window.shelf.deleting import Deleting
    from grounding.window.shelf.shelf_model import ShelfModel

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

_LISTENED_S = 300.0


@QmlElement
class Receiving(QObject):
    """One `.practice` file: what is in it, and what is done with it."""

    changed = Signal()
    settled = Signal()
    """A file has been read, or could not be."""
    taken = Signal()
    """It is on the shelf, and chosen."""
    _told_end = Signal(object)

    def __init__(
        self,
        *,
        shelf: ShelfModel,
        own: Path,
        trial: SoundTrial,
        deleting: Deleting,
        jobs: Jobs,
        wording: Wording,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shelf, self._own, self._trial, self._deleting = shelf, own, trial, deleting
        self._jobs, self._wording = jobs, wording
        self._where, self._said = "", ""
        self._gift: Gift | None = None
        self._into = Path()
        """Where what is being read lies then; every file has a place of its own."""
        self._read: Given | None = None
        self._words = GivenWords(wording=wording, parent=self)
        self._moving = False
        self._told_end.connect(self._hear_end)

    # What is

    @Property(str, notify=changed)
    def where(self) -> str:
        """Which file it is, as it was typed or chosen."""
        return self._where

    @Property(bool, notify=changed)
    def working(self) -> bool:
        """Whether a file is being read, or put on the shelf."""
        return self._gift is not None or self._moving

    @Property(bool, notify=changed)
    def read(self) -> bool:
        """Whether a practice is there to be looked at."""
        return self._read is not None

    @Property(str, notify=changed)
    def said(self) -> str:
        """Why it could not be read or taken, in one sentence, or ""."""
        return self._said

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._read.practice.title if self._read else ""

    @Property(str, notify=changed)
    def summary(self) -> str:
        return self._read.practice.summary if self._read else ""

    @Property(str, notify=changed)
    def length(self) -> str:
        return self._shelf.length(self._read.practice) if self._read else ""

    @Property(str, notify=changed)
    def giver(self) -> str:
        """Who it says it is from, or ""."""
        return self._read.giver if self._read else ""

    @Property(str, notify=changed)
    def language(self) -> str:
        """The language of its words."""
        code = self._read.practice.language if self._read else ""
        language = QLocale(code).language()
        return code if language is QLocale.Language.C else QLocale.languageToString(language)

    @Property(bool, notify=changed)
    def spoken(self) -> bool:
        """Whether somebody speaks any of its prompts."""
        return self._read is not None and any(row.clip for row in self._read.prompts)

    @Property(str, notify=changed)
    def meets(self) -> str:
        """What of its id is on the shelf: nothing (""), the "same" practice, or another, one's "own" or "shipped"."""
        return self._read.meets if self._read else ""

    @Property(str, notify=changed)
    def met(self) -> str:
        """The title of the practice on the shelf that has its id."""
        return self._shelf.title(self._read.practice.id) if self._read and self._read.meets else ""

    @Property(list, notify=changed)
    def steps(self) -> list[dict[str, Any]]:
        """Each step by what it is and what belongs to it, with every word that is said in it (see `GivenWords`)."""
        return self._words.steps(self._read) if self._read else []

    # Which file

    @Slot(str)
    def typeWhere(self, where: str) -> None:
        """Take which file it is, as it is typed."""
        if where != self._where:
            self._where, self._said = where, ""
            self.changed.emit()

    @Slot(QUrl)
    def chooseWhere(self, url: QUrl) -> None:
        """Read the file that is chosen in a dialog."""
        self.begin(Path(url.toLocalFile()))

    @Slot()
    def open(self) -> None:
        """Read the file that was typed."""
        if self._where.strip():
            self.begin(path_of(self._where))

    def begin(self, file: Path) -> None:
        """Read a file; what was looked at before is let go of."""
        if self.working:
            return
        from grounding.sound.gift import Gift, to_open  # noqa: PLC0415 - nothing of sound before it is asked for

        self._let_go()
        self._where, self._said = str(file), ""
        self._into = place_to_open(self._own)
        self._gift = Gift(to_open(file, self._into), ended=self._told_end.emit)
        self.changed.emit()
        self._gift.begin()

    @Slot()
    def cancel(self) -> None:
        """Read it no further."""
        if self._gift is not None:
            self._gift.cancel()

    @Slot()
    def leave(self) -> None:
        """Leave it, or the page: nothing of it stays."""
        self.cancel()
        self._trial.stop()
        self._let_go()
        self._where, self._said = "", ""
        self.changed.emit()

    def close(self) -> None:
        """The window closes: whatever lies beside the shelf goes, and nobody is there to be told."""
        self._told_end.disconnect(self._hear_end)
        self.cancel()
        self._into = Path()
        self._jobs.run(self.tidy)

    def tidy(self) -> None:
        """Delete whatever lies beside the shelf but what is being read; a program that was ended may have left it."""
        place = self._own / OPENED
        for each in place.iterdir() if place.is_dir() else ():
            if each != self._into:
                shutil.rmtree(each, ignore_errors=True)

    # What is done with it

    @Slot(int)
    def listen(self, row: int) -> None:
        """Let a voice in it be heard."""
        prompt = self._read.prompts[row] if self._read else None
        if self._read and prompt and prompt.clip:
            self._trial.say(str(self._read.opened.clip(prompt.clip)), min(prompt.quiet_s, _LISTENED_S))

    @Slot()
    def take(self) -> None:
        """Put it on the shelf; where the very same one stands there already, choose that."""
        read = self._read
        if read is None or self.working:
            return
        if read.meets == "same":
            self._taken(read.practice.id)
        elif not read.meets:
            self._move(partial(put_on_shelf, read.opened, self._own, read.practice.id))

    @Slot()
    def keepBoth(self) -> None:
        """Put it on the shelf under an id, and a title, of its own."""
        from grounding.practice.writing import call_anew  # noqa: PLC0415 - only where a practice is written

        read = self._read
        if read is None or self.working:
            return
        taken, titles = self._shelf.ids(), self._shelf.titles()

        def put() -> Path:
            named = call_anew(Path(read.practice.file), taken=taken, titles=titles)
            return put_on_shelf(read.opened, self._own, named.id)

        self._move(put)

    @Slot()
    def replace(self) -> None:
        """Put it in the place of one's own practice that has its id; until the window closes, that can come back."""
        read = self._read
        if read is not None and read.meets == "own" and not self.working:
            self._moving = True
            self.changed.emit()
            self._deleting.replace(read.practice.id, read.opened, self._taken, self._not_taken)

    # Within

    def _move(self, work: Callable[[], Path]) -> None:
        self._moving = True
        self.changed.emit()
        self._jobs.run(lambda: read_practice(work()).id, self._taken, self._not_taken)

    def _taken(self, practice_id: str) -> None:
        self._moving = False
        self._trial.stop()
        self._shelf.read()
        self._shelf.choose(practice_id)
        self.taken.emit()

    def _not_taken(self, failure: Failure) -> None:
        self._moving = False
        self._said = self._wording.sentence(failure)
        self._settle()

    def _let_go(self) -> None:
        """Let go of what was read, if anything was."""
        if self._read is not None:
            self._jobs.run(partial(shutil.rmtree, self._read.opened.folder, ignore_errors=True))
        self._read = None

    @Slot(object)
    def _hear_end(self, how: Message | Failure) -> None:
        into, self._gift = self._into, None
        if isinstance(how, Failure):
            self._jobs.run(partial(shutil.rmtree, into, ignore_errors=True))  # one that was ended could not
            self._said = self._wording.sentence(how) if self._where else ""
            self._settle()
        elif how["is"] == "kept" and self._where:
            self._moving, shelf, own = True, self._shelf, self._own
            opened = Opened(folder=into, voices=how["voices"])
            self._jobs.run(lambda: look_at(opened, how["giver"], shelf, own), self._show, self._not_taken)
        else:
            self._jobs.run(partial(shutil.rmtree, into, ignore_errors=True))
            self._settle()

    def _show(self, read: Given) -> None:
        self._moving = False
        self._read = read
        if not self._where:  # it was left meanwhile
            self._let_go()
        self._settle()

    def _settle(self) -> None:
        self.changed.emit()
        self.settled.emit()
