"""What is set, as the window shows and changes it; every change is kept at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement

from grounding.base.settings import (
    LEAD_PERCENT,
    ONE_KEY_MS,
    SLOWEST,
    TEXT_PERCENT,
    Keep,
    Look,
    Motion,
    Settings,
    Theme,
    Voice,
)

if TYPE_CHECKING:
    from collections.abc import Callable

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Preferences(QObject):
    """The settings, and what the system prefers where they leave it open."""

    changed = Signal()
    leftOutChanged = Signal()

    def __init__(self, *, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self._save: Callable[[Settings], None] = lambda _settings: None
        self._light = self._contrast = False
        """What the system prefers."""
        self._hints = QGuiApplication.styleHints()
        # Kept beside the hints it comes from: on its own its C++ side is gone at once.
        self._accessibility = self._hints.accessibility()

    def keep_with(self, save: Callable[[Settings], None]) -> None:
        """Have every change kept by `save` from now on."""
        self._save = save

    def set(self, **changes: Any) -> None:
        """Change settings, show it and keep it."""
        before, self.settings = self.settings, replace(self.settings, **changes)
        if before == self.settings:
            return
        if before.left_out != self.settings.left_out:
            self.leftOutChanged.emit()
        self.changed.emit()
        self._save(self.settings)

    def forget(self) -> None:
        """Show the settings of a first start; their file is gone already."""
        self.settings = Settings()
        self.leftOutChanged.emit()
        self.changed.emit()

    @Property(str, notify=changed)
    def theme(self) -> str:
        return self.settings.theme.value

    @Property(str, notify=changed)
    def scheme(self) -> str:
        """The colours to use: "dusk", "day" or "high-contrast"."""
        if self.settings.theme is not Theme.SYSTEM:
            return self.settings.theme.value
        if self._contrast:
            return Theme.HIGH_CONTRAST.value
        return Theme.DAY.value if self._light else Theme.DUSK.value

    @Slot(bool, bool)
    def tellSystem(self, light: bool, contrast: bool) -> None:
        """Take what the system prefers: QML knows; the names for it would take Python 35 ms of every start to load."""
        if (light, contrast) != (self._light, self._contrast):
            self._light, self._contrast = light, contrast
            self.changed.emit()

    @Property(str, notify=changed)
    def motion(self) -> str:
        return self.settings.motion.value

    @Property(bool, notify=changed)
    def reduced(self) -> bool:
        """Whether the orb stands still while its ring fills."""
        return self.settings.motion is Motion.REDUCED or (
            self.settings.motion is Motion.SYSTEM and self._system_reduces()
        )

    @Property(str, notify=changed)
    def look(self) -> str:
        """How the breath is to be seen: "orb", "wave" or "dim"."""
        return self.settings.look.value

    @Property(str, notify=changed)
    def shownLook(self) -> str:
        """How it is seen: where motion is reduced nothing scrolls, and the wave is the circle that stands still."""
        return self.shown_look.value

    @property
    def shown_look(self) -> Look:
        """The same, for Python."""
        return Look.ORB if self.reduced and self.settings.look is Look.WAVE else self.settings.look

    @Property(int, notify=changed)
    def textPercent(self) -> int:
        return self.settings.text_percent

    @Property(str, notify=changed)
    def keep(self) -> str:
        return self.settings.keep.value

    @Property(int, notify=changed)
    def keepMonths(self) -> int:
        """After how many months entries are forgotten; 0 keeps all."""
        return self.settings.keep_months

    @Property(str, notify=changed)
    def sound(self) -> str:
        return self.settings.sound.value

    @Property(bool, notify=changed)
    def bowl(self) -> bool:
        return self.settings.bowl

    @Property(int, notify=changed)
    def breathPercent(self) -> int:
        return self.settings.breath_percent

    @Property(int, notify=changed)
    def bowlPercent(self) -> int:
        return self.settings.bowl_percent

    @Property(int, notify=changed)
    def voicePercent(self) -> int:
        return self.settings.voice_percent

    @Property(int, notify=changed)
    def delayMs(self) -> int:
        return self.settings.delay_ms

    @Property(bool, notify=changed)
    def readAloud(self) -> bool:
        return self.settings.read_aloud

    @Property(bool, notify=changed)
    def announce(self) -> bool:
        return self.settings.announce

    @Property(bool, notify=changed)
    def oneKey(self) -> bool:
        """Whether one key does everything."""
        return self.settings.one_key

    @Property(int, notify=changed)
    def oneKeyMs(self) -> int:
        """How long the keyboard then stays on each thing."""
        return self.settings.one_key_ms

    @Property(list, notify=changed)
    def oneKeyChoices(self) -> list[int]:
        return list(ONE_KEY_MS)

    @Property(bool, notify=changed)
    def bodyShown(self) -> bool:
        return self.settings.body_shown

    @Property(int, notify=changed)
    def lockMinutes(self) -> int:
        return self.settings.lock_minutes

    @Property(int, notify=changed)
    def slowest(self) -> int:
        """The fewest breaths a minute that anybody is led to."""
        return self.settings.slowest

    @Property(list, notify=changed)
    def slowestChoices(self) -> list[int]:
        return list(SLOWEST)

    @Property(int, notify=changed)
    def leadPercent(self) -> int:
        """How much longer each breath becomes where somebody is led."""
        return self.settings.lead_percent

    @Property(list, notify=leftOutChanged)
    def leftOut(self) -> list[str]:
        return list(self.settings.left_out)

    @Property(bool, constant=True)
    def maximized(self) -> bool:
        return self.settings.maximized

    @Slot(str)
    def chooseTheme(self, theme: str) -> None:
        """Colour the window."""
        self.set(theme=Theme(theme))

    @Slot(str)
    def chooseMotion(self, motion: str) -> None:
        """Let the orb move, or its ring fill."""
        self.set(motion=Motion(motion))

    @Slot(str)
    def chooseLook(self, look: str) -> None:
        """Let the breath be seen in another way."""
        self.set(look=Look(look))

    @Slot()
    def nextLook(self) -> None:
        """Go on to the next way to see the breath, of those that look different."""
        looks = [look for look in Look if not (self.reduced and look is Look.WAVE)]
        self.set(look=looks[(looks.index(self.shown_look) + 1) % len(looks)])

    @Slot(int)
    def chooseTextPercent(self, percent: int) -> None:
        """Set the size of text, 100 to 200 percent."""
        low, high = TEXT_PERCENT
        self.set(text_percent=min(high, max(low, percent)))

    @Slot(str)
    def chooseKeep(self, keep: str) -> None:
        """Set what becomes of what is said."""
        self.set(keep=Keep(keep))

    @Slot(str)
    def chooseSound(self, sound: str) -> None:
        """Set what is heard with the breath."""
        self.set(sound=Voice(sound))

    @Slot(bool)
    def chooseBowl(self, on: bool) -> None:
        """Let a bowl mark the beginning, each change of place and the end, or not."""
        self.set(bowl=on)

    @Slot(int)
    def chooseBreathPercent(self, percent: int) -> None:
        """Set the volume of what is heard with the breath, 0 to 100."""
        self.set(breath_percent=percent)

    @Slot(int)
    def chooseBowlPercent(self, percent: int) -> None:
        """Set the volume of the bowl, 0 to 100."""
        self.set(bowl_percent=percent)

    @Slot(int)
    def chooseVoicePercent(self, percent: int) -> None:
        """Set the volume of whoever speaks the prompts, 0 to 100."""
        self.set(voice_percent=percent)

    @Slot(int)
    def chooseDelayMs(self, delay_ms: int) -> None:
        """Set how much sooner sound is sent, 0 to 400 ms."""
        self.set(delay_ms=delay_ms)

    @Slot(bool)
    def chooseReadAloud(self, on: bool) -> None:
        """Have the system's own voice speak what nobody has recorded, or not."""
        self.set(read_aloud=on)

    @Slot(bool)
    def chooseAnnounce(self, on: bool) -> None:
        """Tell breath and words to a screen reader, or not."""
        self.set(announce=on)

    @Slot(bool)
    def chooseOneKey(self, on: bool) -> None:
        """Have one key do everything, or not."""
        self.set(one_key=on)

    @Slot(int)
    def chooseOneKeyMs(self, each_ms: int) -> None:
        """Set how long the keyboard stays on each thing where one key does everything."""
        self.set(one_key_ms=each_ms)

    @Slot(int)
    def chooseLockMinutes(self, minutes: int) -> None:
        """Set after how long without a key or a pointer the journal locks, 2 to 5 minutes."""
        self.set(lock_minutes=minutes)

    @Slot(int)
    def chooseSlowest(self, a_minute: int) -> None:
        """Set the fewest breaths a minute that anybody is led to."""
        self.set(slowest=a_minute)

    @Slot(int)
    def chooseLeadPercent(self, percent: int) -> None:
        """Set how much longer each breath becomes where somebody is led."""
        self.set(lead_percent=percent if percent in LEAD_PERCENT else self.settings.lead_percent)

    @Slot(bool)
    def showBody(self, shown: bool) -> None:
        """Show the body in the check-in, or only the words."""
        self.set(body_shown=shown)

    @Slot(str, bool)
    def leaveOut(self, region: str, out: bool) -> None:
        """Leave a place out everywhere, or take it back."""
        others = tuple(each for each in self.settings.left_out if each != region)
        self.set(left_out=(*others, region) if out else others)

    @Slot(int, int, bool)
    def rememberSize(self, width: int, height: int, maximized: bool) -> None:
        """Remember the size of the window; of a maximised one the size it had before stays."""
        if maximized:
            self.set(maximized=True)
        else:
            self.set(width=width, height=height, maximized=False)

    def _system_reduces(self) -> bool:
        """Whether the system asks for less motion; Qt can tell only from 6.12 on."""
        preference = getattr(self._accessibility, "motionPreference", None)
        return preference is not None and "Reduced" in str(preference())
