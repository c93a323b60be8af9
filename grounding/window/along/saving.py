"""A practice saved as sound: what is to be heard in it, where it goes, how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QStandardPaths, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.settings import Voice
from grounding.sitting.prompts import prompt_rows
from grounding.window.along.destination import Destination, folder_for

if TYPE_CHECKING:
    from grounding.base.wording import Wording
    from grounding.practice.practice import Practice
    from grounding.window.preferences import Preferences
    from grounding.window.shelf.shelf_model import ShelfModel

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

KINDS = ("mp3", "ogg", "flac", "wav")


@QmlElement
class Saving(Destination):
    """One practice on its way into a file."""

    chosen = Signal()

    def __init__(
        self, *, shelf: ShelfModel, preferences: Preferences, wording: Wording, parent: QObject | None = None
    ) -> None:
        super().__init__(kinds=KINDS, wording=wording, parent=parent)
        self._shelf, self._preferences = shelf, preferences
        self._practice: Practice | None = None
        self._voice, self._bowl, self._clips = Voice.TONE, True, True

    # What is

    @Property(str, notify=chosen)
    def title(self) -> str:
        return self._practice.title if self._practice else ""

    @Property(str, notify=chosen)
    def sound(self) -> str:
        return self._voice.value

    @Property(bool, notify=chosen)
    def bowl(self) -> bool:
        return self._bowl

    @Property(bool, notify=chosen)
    def clips(self) -> bool:
        return self._clips

    @Property(bool, notify=chosen)
    def spoken(self) -> bool:
        """Whether somebody speaks any of its prompts."""
        return self._practice is not None and any(row.clip for row in prompt_rows(self._practice))

    # What may be chosen

    def open(self, practice: Practice) -> None:
        """Begin with a practice, as its sound is chosen; while another one is written, that is what is shown."""
        if self.writing:
            return
        self._practice = practice
        chosen = self._preferences.settings.sound
        self._voice = Voice.TONE if chosen is Voice.NONE else chosen
        self._suggest(folder_for(QStandardPaths.StandardLocation.MusicLocation), practice.title, practice.id)
        self.chosen.emit()

    @Slot(str)
    def chooseSound(self, sound: str) -> None:
        """Set what is heard with the breath."""
        self._voice = Voice(sound)
        self._choose()

    @Slot(bool)
    def chooseBowl(self, on: bool) -> None:
        """Let the bowl mark the beginning, each change of place and the end, or not."""
        self._bowl = on
        self._choose()

    @Slot(bool)
    def chooseClips(self, on: bool) -> None:
        """Let the prompts that somebody speaks be heard, or not."""
        self._clips = on
        self._choose()

    # Within

    def _write(self) -> None:
        if self._practice is None:
            return
        from grounding.sound.child import WRITING  # noqa: PLC0415 - nothing of sound before it is asked for
        from grounding.sound.errand import Errand  # noqa: PLC0415 - the same
        from grounding.sound.recording import recording_of, recording_to_plain  # noqa: PLC0415 - the same

        timeline = self._shelf.score(self._practice).flat()
        recording = recording_of(
            timeline, title=self._practice.title, voice=self._voice, bowl=self._bowl, clips=self._clips
        )
        asked = {"path": str(self.path), "recording": recording_to_plain(recording)}
        self._begin(Errand(WRITING, asked, ended=self._told_end.emit, told=self._tell_part))

    def _choose(self) -> None:
        self._anew()
        self.chosen.emit()
