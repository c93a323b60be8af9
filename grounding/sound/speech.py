"""The system's own voice, in the process that reads aloud; one of the files of sound that know Qt.

Importing it raises ImportError where libpulse is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal
from PySide6.QtTextToSpeech import QTextToSpeech

from grounding.base.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Callable

MOCK = "mock"
"""Qt's engine without a voice: it only keeps the time that the words would take."""
_SLOWER = -0.2
"""A little slower than the system speaks: nothing hurries (-1 to 1)."""


class Speech(QObject):
    """A voice of the system, and the loop of the process that owns it.

    Raises:
        Failure: `no-voice` where the system has none.
    """

    _handed = Signal(object)

    def __init__(self, engine: str | None = None) -> None:
        self._app = QCoreApplication.instance() or QCoreApplication([])
        super().__init__()
        engines = [each for each in QTextToSpeech.availableEngines() if each != MOCK or engine == MOCK]
        if not engines or (engine is not None and engine not in engines):
            raise Failure("no-voice")
        self._voice = QTextToSpeech(engine or engines[0])
        if self._voice.state() == QTextToSpeech.State.Error or not self._voice.availableLocales():
            raise Failure("no-voice")
        self._voice.setRate(_SLOWER)
        self._handed.connect(lambda work: work())

    def say(self, text: str, language: str, volume: float) -> None:
        """Say it now, at 0 to 1, in the voice that speaks this language best; what was being said is left."""
        self._voice.stop()
        self._voice.setVolume(volume)
        wanted = QLocale(language)
        if self._voice.locale().language() != wanted.language():
            spoken = [each for each in self._voice.availableLocales() if each.language() == wanted.language()]
            if spoken:
                self._voice.setLocale(spoken[0])
        self._voice.say(text)

    def hush(self) -> None:
        """Say no more."""
        self._voice.stop()

    def run(self, told: Callable[[str], None]) -> None:
        """Run until `leave`; `told` hears "speaking", "quiet" or "lost"."""
        names = {
            QTextToSpeech.State.Speaking: "speaking",
            QTextToSpeech.State.Ready: "quiet",
            QTextToSpeech.State.Error: "lost",
        }
        self._voice.stateChanged.connect(lambda state: told(names[state]) if state in names else None)
        self._app.exec()

    def later(self, work: Callable[[], None]) -> None:
        """Have the loop's thread do `work`; may be called from any thread."""
        self._handed.emit(work)

    def leave(self) -> None:
        """End `run`."""
        self._app.quit()
