"""`Read the words aloud`: the system's own voice speaks each prompt that nobody has recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.failure import Failure
from grounding.sitting.sitting import State

if TYPE_CHECKING:
    from grounding.base.child import Message
    from grounding.base.wording import Wording
    from grounding.sound.errand import Errand
    from grounding.window.breathing.run import Run
    from grounding.window.breathing.underway import Underway
    from grounding.window.hearing.sounding import Sounding
    from grounding.window.preferences import Preferences

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ReadingAloud(QObject):
    """Follows the words of the sitting while sound is on; off until it is chosen, and nothing of it loaded before."""

    changed = Signal()
    _told = Signal(object)
    _ended = Signal(object)

    def __init__(
        self,
        *,
        run: Run,
        sounding: Sounding,
        underway: Underway,
        preferences: Preferences,
        wording: Wording,
        engine: str | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._run, self._sounding, self._underway = run, sounding, underway
        self._preferences, self._wording, self._engine = preferences, wording, engine
        self._errand: Errand | None = None
        self._line = self._saying = ""
        self._told.connect(self._hear)
        self._ended.connect(self._end)
        run.changed.connect(self._follow)
        sounding.changed.connect(self._follow)
        run.ended.connect(self._hush)
        preferences.changed.connect(self._obey)

    @Property(str, notify=changed)
    def line(self) -> str:
        """Why nothing can be read aloud, in one sentence, or ""."""
        return self._line

    @Slot(str)
    def tryOut(self, words: str) -> None:
        """Say something now, so that it is heard how that is, or told that it cannot be."""
        self._say(words)

    def close(self) -> None:
        """End the process that speaks."""
        if self._errand is not None:
            self._errand.cancel()

    def _follow(self) -> None:
        words = self._words()
        if words == self._saying:
            return
        if words:
            self._say(words)
        else:
            self._hush()
        self._saying = words

    def _words(self) -> str:
        """Return the words to be heard now: those on the screen, where sound is on and nobody has recorded them."""
        sitting, settings = self._run.sitting, self._preferences.settings
        if not (settings.read_aloud and settings.voice_percent and self._sounding.on):
            return ""
        if sitting is None or sitting.state is not State.RUNNING:
            return ""
        words = str(self._run.words)
        spoken = any(said.clip and said.text == words for said in sitting.now_part.said)
        return "" if spoken else words

    def _say(self, words: str) -> None:
        if self._errand is None:
            from grounding.sound.child import SPEAKING  # noqa: PLC0415 - nothing of sound before it is asked for
            from grounding.sound.errand import Errand  # noqa: PLC0415 - the same

            self._line = ""
            self._errand = Errand(SPEAKING, {"engine": self._engine}, ended=self._ended.emit, told=self._told.emit)
            self.changed.emit()
            self._errand.begin()
        if self._errand is not None:
            self._errand.say(self._asked(words))

    def _asked(self, words: str) -> Message:
        practice = self._underway.practice
        return {
            "do": "say",
            "text": words,
            "language": practice.language if practice else self._wording.language,
            "volume": self._preferences.settings.voice_percent / 100,
        }

    def _hush(self) -> None:
        self._saying = ""
        if self._errand is not None:
            self._errand.say({"do": "hush"})

    def _obey(self) -> None:
        if not self._preferences.settings.read_aloud:
            self._hush()
            if self._line:
                self._line = ""
                self.changed.emit()

    @Slot(object)
    def _hear(self, message: Message) -> None:
        self._sounding.make_room(message["is"] == "speaking")

    @Slot(object)
    def _end(self, how: Message | Failure) -> None:
        self._errand, self._saying = None, ""
        self._sounding.make_room(False)
        if isinstance(how, Failure) and how.code == "no-voice":
            self._line = self._wording.sentence(how)
            self.changed.emit()
