"""The voices of a practice one owns: a clip for any prompt, recorded or taken from a file, heard, kept or let go."""

from __future__ import annotations

from functools import partial
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.failure import Failure
from grounding.practice.writing import copy_of_mine
from grounding.sitting.prompts import prompt_rows
from grounding.window.hearing.clips import clip_of, delete, keep_take, name_clip

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.child import Message
    from grounding.base.jobs import Jobs
    from grounding.base.wording import Wording
    from grounding.practice.practice import Practice
    from grounding.sitting.prompts import PromptRow
    from grounding.sound.errand import Errand
    from grounding.window.hearing.sound_trial import SoundTrial
    from grounding.window.shelf.shelf_model import ShelfModel

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

_LISTENED_S = 300.0
_TAKE = ".take.flac"
"""What was recorded last and is not kept yet, in the folder of clips."""


@QmlElement
class Voices(QObject):
    """One practice's prompts, one row each, and what is being done in one of them."""

    changed = Signal()
    levelChanged = Signal()
    _heard = Signal(object)
    _came = Signal(object)

    def __init__(
        self,
        *,
        shelf: ShelfModel,
        own: Path,
        trial: SoundTrial,
        jobs: Jobs,
        wording: Wording,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shelf, self._own, self._trial, self._jobs, self._wording = shelf, own, trial, jobs, wording
        self._practice: Practice | None = None
        self._prompts: tuple[PromptRow, ...] = ()
        self._errand: Errand | None = None
        self._doing, self._row = "", -1
        self._level = self._seconds = 0.0
        self._said = ""
        self._take_path, self._unwanted = Path(_TAKE), False
        self._named: set[str] = set()
        """Every clip that a prompt has had since the page was opened."""
        self._before: list[tuple[PromptRow, str | None]] = []
        """What each prompt had, the last change last: so that it can be taken back."""
        self._heard.connect(self._hear)
        self._came.connect(self._take)

    # What is

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._practice.title if self._practice else ""

    @Property(list, notify=changed)
    def rows(self) -> list[dict[str, Any]]:
        """Each prompt: its words, where it stands, the quiet it has, and whether somebody speaks it."""
        return [self._told(row) for row in self._prompts]

    def _told(self, row: PromptRow) -> dict[str, Any]:
        place = self._wording.name("regions", row.region.value) if row.region else ""
        quiet = self.tr("{seconds} s of quiet").format(seconds=f"{row.quiet_s:.0f}") if isfinite(row.quiet_s) else ""
        return {"text": row.text, "place": place, "quiet": quiet, "spoken": row.clip is not None}

    @Property(str, notify=changed)
    def doing(self) -> str:
        """Nothing (""), "recording", "taking" a file in, or "taken": something is there to be heard and kept."""
        return self._doing

    @Property(int, notify=changed)
    def row(self) -> int:
        """The row in which it is done, or was and could not be; or -1."""
        return self._row

    @Property(float, notify=levelChanged)
    def level(self) -> float:
        """How loud the voice is now, 0 to 1."""
        return self._level

    @Property(float, notify=levelChanged)
    def seconds(self) -> float:
        """How long the voice is, as far as it goes."""
        return self._seconds

    @Property(str, notify=changed)
    def said(self) -> str:
        """Why something could not be done, in one sentence, or ""."""
        return self._said

    @Property(bool, notify=changed)
    def mayUndo(self) -> bool:
        return bool(self._before)

    def owns(self, practice: Practice) -> bool:
        """Whether a practice lies among one's own."""
        return self._own in Path(practice.file).parents

    # Which practice

    def open(self, practice: Practice) -> None:
        """Show the prompts of a practice one owns."""
        self._before, self._named = [], set()
        self._show(practice)

    def copy(self, practice: Practice, done: Callable[[Practice], None], failed: Callable[[Failure], None]) -> None:
        """Make a copy of one's own, away from the window."""
        taken = self._shelf.ids()
        named = self.tr("{title} (mine)")
        self._jobs.run(lambda: copy_of_mine(practice, self._own, taken=taken, named=named), done, failed)

    def _show(self, practice: Practice) -> None:
        self._practice, self._prompts = practice, tuple(prompt_rows(practice))
        self._named |= self._spoken()
        self._done()

    # A voice

    @Slot(int)
    def record(self, row: int) -> None:
        """Record what is said from now on, for one prompt."""
        from grounding.sound.child import LISTENING  # noqa: PLC0415 - nothing of sound before it is asked for

        self._begin(LISTENING, row, "recording", {})

    @Slot(int, QUrl)
    def takeIn(self, row: int, url: QUrl) -> None:
        """Take a sound file in, for one prompt."""
        from grounding.sound.child import TAKING  # noqa: PLC0415 - the same

        self._begin(TAKING, row, "taking", {"from": url.toLocalFile()})

    def _begin(self, process: str, row: int, doing: str, asked: dict[str, Any]) -> None:
        if self._practice is None or self._errand is not None:
            return
        from grounding.sound.errand import Errand  # noqa: PLC0415 - the same

        self._trial.stop()
        self._doing, self._row, self._said, self._level, self._seconds = doing, row, "", 0.0, 0.0
        quiet_s = self._prompts[row].quiet_s
        self._take_path, self._unwanted = clip_of(self._now, _TAKE), False
        asked |= {"to": str(self._take_path), "quiet_s": quiet_s if isfinite(quiet_s) else None}
        self._errand = Errand(process, asked, ended=self._came.emit, told=self._heard.emit)
        self.changed.emit()
        self.levelChanged.emit()
        self._errand.begin()

    @Slot()
    def stop(self) -> None:
        """Stop recording: what was said can be heard, and kept."""
        if self._errand is not None and self._doing == "recording":
            self._errand.say({"do": "stop"})

    @Slot()
    def letGo(self) -> None:
        """Let go of what is being recorded, or was and is not kept."""
        if self._errand is not None:
            self._unwanted = True  # it may be kept already, and on its way to be told
            self._errand.cancel()
        elif self._doing == "taken":
            self._trial.stop()
            self._forget_take()
            self._done()

    @Slot(int)
    def listen(self, row: int) -> None:
        """Let the voice of a row be heard: what was just taken, or else what is kept."""
        clip, quiet_s = self._prompts[row].clip, self._prompts[row].quiet_s
        if self._doing == "taken" and row == self._row:
            self._trial.say(str(self._take_path), self._seconds)
        elif clip is not None:
            self._trial.say(str(clip_of(self._now, clip)), min(quiet_s, _LISTENED_S))

    @Slot()
    def keep(self) -> None:
        """Keep what was taken as the voice of its prompt."""
        if self._doing != "taken":
            return
        row = self._prompts[self._row]
        self._change(partial(keep_take, self._take_path, self._now, row), (row, row.clip))

    @Slot(int)
    def remove(self, row: int) -> None:
        """Let a prompt be without a voice; until the page is left it can come back."""
        prompt = self._prompts[row]
        self._change(partial(name_clip, self._now, prompt, None), (prompt, prompt.clip))

    @Slot()
    def undo(self) -> None:
        """Take the last change back."""
        if self._before:
            prompt, clip = self._before.pop()
            self._change(partial(name_clip, self._now, prompt, clip), None)

    @Slot()
    def leave(self) -> None:
        """The page is left: nothing is recorded or heard any more, and what was let go of is gone."""
        self.letGo()
        self._trial.stop()
        gone = [clip_of(self._now, name) for name in self._named - self._spoken()]
        self._before, self._named = [], self._spoken()
        self._jobs.run(partial(delete, gone))

    def close(self) -> None:
        """The window closes."""
        self.letGo()

    # Within

    def _spoken(self) -> set[str]:
        """Return the names of the clips that the practice has now."""
        return {row.clip for row in self._prompts if row.clip}

    @property
    def _now(self) -> Practice:
        assert self._practice is not None
        return self._practice

    def _change(self, work: Callable[[], None], before: tuple[PromptRow, str | None] | None) -> None:
        """Change the practice's file away from the window, then show it anew."""
        self._trial.stop()

        def changed(_nothing: None) -> None:
            if before is not None:
                self._before.append(before)
            self._read_anew()

        self._jobs.run(work, changed, self._not_changed)

    def _not_changed(self, failure: Failure) -> None:
        """Say why; what was taken is there still, unless the prompts are others by now."""
        if failure.code == "practice-changed":
            self._forget_take()
            self._before = []
            self._read_anew()
        self._said = self._wording.sentence(failure)
        self.changed.emit()

    def _read_anew(self) -> None:
        self._shelf.read()
        try:
            self._show(self._shelf.practice(self._now.id))
        except Failure as failure:  # somebody has taken it away meanwhile
            self._fail(failure)

    def _forget_take(self) -> None:
        self._jobs.run(partial(delete, [self._take_path]))

    def _done(self) -> None:
        self._doing, self._row, self._said = "", -1, ""
        self.changed.emit()

    def _fail(self, failure: Failure) -> None:
        """Say why nothing came of it, in the row where it was asked for."""
        self._doing, self._said = "", self._wording.sentence(failure)
        self.changed.emit()

    @Slot(object)
    def _hear(self, message: Message) -> None:
        self._level, self._seconds = message["level"], message["seconds"]
        self.levelChanged.emit()

    @Slot(object)
    def _take(self, how: Message | Failure) -> None:
        self._errand = None
        if not isinstance(how, Failure) and how["is"] == "kept" and not self._unwanted:
            self._doing, self._seconds = "taken", how["seconds"]
            self.changed.emit()
            self.levelChanged.emit()
            return
        self._forget_take()  # it, or the one before that was to be recorded again
        if isinstance(how, Failure) and not self._unwanted:
            self._fail(how)
        else:
            self._done()
