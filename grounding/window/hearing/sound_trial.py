"""Sound tried out in Settings: a breath or a bowl at the volume that is set, and the delay tuned by eye and ear."""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.settings import Voice
from grounding.breath.course import Course
from grounding.breath.patterns import OWN_PACE, PATTERNS
from grounding.sound.mix import mix_of
from grounding.sound.performance import AHEAD_S, Performance
from grounding.sound.placed import Placed

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.sound.sound import Sound
    from grounding.window.preferences import Preferences

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

BREATH, BOWL, DELAY, CLIP = "breath", "bowl", "delay", "voice"
_LASTS_S = 9.0
"""A breath of `gentle`, or a bowl, from a process that has to start first."""
_TUNING = PATTERNS["gentle"]
_TUNED_BREATHS = 80
_FULL_S = _TUNING.strokes[0].seconds


@QmlElement
class SoundTrial(QObject):
    """Plays what is being set while no sitting runs; a change is heard in what already plays."""

    changed = Signal()

    def __init__(
        self,
        *,
        sound: Callable[[], Sound],
        preferences: Preferences,
        now: Callable[[], float],
        any_clip: Callable[[], str] = lambda: "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sound, self._preferences, self._now, self._any_clip = sound, preferences, now, any_clip
        self._what = ""
        self._clip = ""
        self._zero_s = 0.0
        self._over = QTimer(self, singleShot=True)
        self._over.timeout.connect(self.stop)
        preferences.changed.connect(self._follow)

    @Property(bool, notify=changed)
    def tuning(self) -> bool:
        """Whether the delay is being tuned."""
        return self._what == DELAY

    @Slot(str, result=bool)
    def hear(self, what: str) -> bool:
        """Let a "breath", a "bowl" or, of the first clip there is, a "voice" be heard once, or go on with it.

        Return whether there is such a thing: there may be no clip yet.
        """
        if self._what != what:
            if what == CLIP and not self._any_clip():
                return False
            self._clip = self._any_clip() if what == CLIP else ""
            self._begin(what)
        self._over.start(round(_LASTS_S * 1000))
        return True

    @Slot(str, float)
    def say(self, path: str, seconds: float) -> None:
        """Let a clip be heard from its beginning."""
        self._clip = path
        self._begin(CLIP)
        self._over.start(round((AHEAD_S + seconds + _LASTS_S) * 1000))

    @Slot(bool)
    def tune(self, on: bool) -> None:
        """Let an orb and its sound breathe, with a bowl whenever it is full; or stop."""
        if on:
            self._over.stop()
            self._begin(DELAY)
        else:
            self.stop()

    @Slot(result=float)
    def fullness(self) -> float:
        """Return the fullness of the orb that is tuned by, now."""
        return Course(begins_s=0.0, pattern=_TUNING).at(self._now() - self._zero_s).fullness

    @Slot()
    def stop(self) -> None:
        """Fade out whatever is tried."""
        if self._what:
            self._what = ""
            self._over.stop()
            self._sound().off()
            self.changed.emit()

    def _begin(self, what: str) -> None:
        self._what, self._zero_s = what, self._now()
        self._sound().on(self._performance())
        self.changed.emit()

    def _follow(self) -> None:
        if self._what:
            self._sound().perform(self._performance())

    def _performance(self) -> Performance:
        settings = self._preferences.settings
        pattern = {BREATH: replace(_TUNING, breaths=1), DELAY: _TUNING}.get(self._what, OWN_PACE)
        begins_s = AHEAD_S if self._what == BREATH else 0.0
        return Performance(
            breath=Course(begins_s=begins_s, pattern=pattern),
            zero_s=self._zero_s,
            voice=Voice.TONE if settings.sound is Voice.NONE else settings.sound,
            mix=mix_of(settings),
            delay_s=settings.delay_ms / 1000,
            clips=(Placed(at_s=AHEAD_S, path=self._clip, quiet_s=inf),) if self._clip and self._what == CLIP else (),
            bowls=self._bowls(),
        )

    def _bowls(self) -> tuple[float, ...]:
        if self._what == DELAY:
            return tuple(_FULL_S + breath * _TUNING.seconds for breath in range(_TUNED_BREATHS))
        return (AHEAD_S,) if self._what == BOWL else ()
