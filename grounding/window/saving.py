"""A practice saved as sound: what is to be heard in it, where it goes, how far it is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.failure import Failure
from grounding.base.settings import Voice
from grounding.sitting.prompts import prompt_rows

if TYPE_CHECKING:
    from grounding.base.child import Message
    from grounding.base.wording import Wording
    from grounding.practice.practice import Practice
    from grounding.sound.errand import Errand
    from grounding.window.preferences import Preferences
    from grounding.window.shelf_model import ShelfModel

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

KINDS = ("mp3", "ogg", "flac", "wav")
_NO_NAME = re.compile(r'\s*[\x00-\x1f/\\:*?"<>|]+\s*')


@QmlElement
class Saving(QObject):
    """One practice on its way into a file."""

    changed = Signal()
    partChanged = Signal()
    _told_part = Signal(float)
    _told_end = Signal(object)

    def __init__(
        self, *, shelf: ShelfModel, preferences: Preferences, wording: Wording, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shelf, self._preferences, self._wording = shelf, preferences, wording
        self._practice: Practice | None = None
        self._voice, self._bowl, self._clips = Voice.TONE, True, True
        self._where = ""
        self._part = 0.0
        self._said = ""
        self._written = False
        self._errand: Errand | None = None
        self._told_part.connect(self._hear_part)
        self._told_end.connect(self._hear_end)

    # What is

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._practice.title if self._practice else ""

    @Property(str, notify=changed)
    def sound(self) -> str:
        return self._voice.value

    @Property(bool, notify=changed)
    def bowl(self) -> bool:
        return self._bowl

    @Property(str, notify=changed)
    def where(self) -> str:
        """Where it goes, as it was typed or chosen."""
        return self._where

    @property
    def path(self) -> Path:
        """Where it goes; what begins with ~ lies in the person's own folder."""
        typed = Path(self._where.strip())
        try:
            return typed.expanduser().absolute()
        except RuntimeError:  # there is nobody of that name
            return typed.absolute()

    @Property(bool, notify=changed)
    def clips(self) -> bool:
        return self._clips

    @Property(bool, notify=changed)
    def spoken(self) -> bool:
        """Whether somebody speaks any of its prompts."""
        return self._practice is not None and any(row.clip for row in prompt_rows(self._practice))

    @Property(list, notify=changed)
    def kinds(self) -> list[str]:
        """The kinds of file there are, by their endings."""
        return list(KINDS)

    @Property(str, notify=changed)
    def kind(self) -> str:
        """The kind that the ending of the path names, or ""."""
        ending = self.path.suffix.lower().removeprefix(".")
        return ending if ending in KINDS else ""

    @Property(bool, notify=changed)
    def there(self) -> bool:
        """Whether something of that name is there already, and would be replaced."""
        return not self._written and self.path.is_file()

    @Property(bool, notify=changed)
    def writing(self) -> bool:
        return self._errand is not None

    @Property(bool, notify=changed)
    def written(self) -> bool:
        """Whether it has been written, and nothing changed since."""
        return self._written

    @Property(float, notify=partChanged)
    def part(self) -> float:
        """How much is written, 0 to 1."""
        return self._part

    @Property(str, notify=changed)
    def said(self) -> str:
        """Why it could not be written, in one sentence, or ""."""
        return self._said

    # What may be chosen

    def open(self, practice: Practice) -> None:
        """Begin with a practice, as its sound is chosen."""
        self._practice = practice
        chosen = self._preferences.settings.sound
        self._voice = Voice.TONE if chosen is Voice.NONE else chosen
        name = f"{_NO_NAME.sub(' ', practice.title).strip() or practice.id}.{KINDS[0]}"
        self._where = str(_music() / name)
        self._anew()

    @Slot(str)
    def chooseSound(self, sound: str) -> None:
        """Set what is heard with the breath."""
        self._voice = Voice(sound)
        self._anew()

    @Slot(bool)
    def chooseBowl(self, on: bool) -> None:
        """Let the bowl mark the beginning, each change of place and the end, or not."""
        self._bowl = on
        self._anew()

    @Slot(bool)
    def chooseClips(self, on: bool) -> None:
        """Let the prompts that somebody speaks be heard, or not."""
        self._clips = on
        self._anew()

    @Slot(str)
    def chooseKind(self, kind: str) -> None:
        """Name the file as one of this kind."""
        path = Path(self._where)
        self._where = str(path.with_suffix(f".{kind}") if self.kind else Path(f"{path}.{kind}"))
        self._anew()

    @Slot(str)
    def typeWhere(self, where: str) -> None:
        """Take where it goes, as it is typed."""
        if where != self._where:
            self._where = where
            self._anew()

    @Slot(QUrl)
    def chooseWhere(self, url: QUrl) -> None:
        """Take where it goes, as it is chosen in a dialog; one without an ending becomes of the kind it was."""
        kind, self._where = self.kind, url.toLocalFile()
        if not self.kind:
            self._where += f".{kind or KINDS[0]}"
        self._anew()

    @Property(QUrl, notify=changed)
    def url(self) -> QUrl:
        """Where it goes, as a dialog wants it."""
        return QUrl.fromLocalFile(str(self.path))

    def _anew(self) -> None:
        self._said, self._written, self._part = "", False, 0.0
        self.changed.emit()
        self.partChanged.emit()

    # Writing

    @Slot()
    def write(self) -> None:
        """Write it, away from the window."""
        if self._practice is None or self._errand is not None:
            return
        from grounding.sound.child import WRITING  # noqa: PLC0415 - nothing of sound before it is asked for
        from grounding.sound.errand import Errand  # noqa: PLC0415 - the same
        from grounding.sound.recording import recording_of, recording_to_plain  # noqa: PLC0415 - the same

        self._anew()
        timeline = self._shelf.score(self._practice).flat()
        recording = recording_of(
            timeline, title=self._practice.title, voice=self._voice, bowl=self._bowl, clips=self._clips
        )
        asked = {"path": str(self.path), "recording": recording_to_plain(recording)}
        told = self._told_part.emit
        self._errand = Errand(WRITING, asked, ended=self._told_end.emit, told=lambda message: told(message["part"]))
        self.changed.emit()
        self._errand.begin()

    @Slot()
    def cancel(self) -> None:
        """Stop writing; nothing half stays behind."""
        if self._errand is not None:
            self._errand.cancel()

    def close(self) -> None:
        """The window closes: what is not whole yet will not be."""
        self.cancel()

    @Slot(float)
    def _hear_part(self, part: float) -> None:
        self._part = part
        self.partChanged.emit()

    @Slot(object)
    def _hear_end(self, how: Message | Failure) -> None:
        self._errand = None
        self._written = not isinstance(how, Failure) and how["is"] == "written"
        self._said = self._wording.sentence(how) if isinstance(how, Failure) else ""
        self._part = 1.0 if self._written else 0.0
        self.changed.emit()
        self.partChanged.emit()


def _music() -> Path:
    """Return the folder that the system has for music, or else the person's own."""
    places = QStandardPaths.StandardLocation
    found = [QStandardPaths.writableLocation(each) for each in (places.MusicLocation, places.HomeLocation)]
    return next((Path(each) for each in found if each and Path(each).is_dir()), Path.home())
