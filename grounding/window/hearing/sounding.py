"""Sound as the window shows it: on or off, following the sitting, with one quiet line where it cannot be heard."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.settings import Voice
from grounding.sitting import pacing
from grounding.sitting.sitting import Sitting, State
from grounding.sound.mix import ducked, mix_of
from grounding.sound.performance import AHEAD_S, LAST_BOWL_S, Performance
from grounding.sound.placed import Placed
from grounding.sound.state import Hearing, SoundState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from grounding.base.wording import Wording
    from grounding.sound.sound import Sound
    from grounding.window.breathing.run import Run
    from grounding.window.preferences import Preferences

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

_SAME_S = 0.05


@QmlElement
class Sounding(QObject):
    """Turns sound on and off for the sitting that runs; nothing of it is loaded before it is asked for."""

    changed = Signal()
    _heard = Signal(object)

    def __init__(
        self,
        *,
        sound: Callable[[Callable[[SoundState], None]], Sound],
        run: Run,
        preferences: Preferences,
        wording: Wording,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._make, self._run, self._preferences, self._wording = sound, run, preferences, wording
        self._sound: Sound | None = None
        self._on = False
        self._line = ""
        self._room = False
        self._part: int | None = None
        self._struck: tuple[float, ...] = ()
        self._ends_s: float | None = None
        self._ahead_s = 0.0
        self._heard.connect(self._hear)
        run.begun.connect(self._begin)
        run.goneOn.connect(self._forget_place)
        run.moved.connect(self._follow)
        run.ended.connect(self._end)

    @Property(bool, notify=changed)
    def on(self) -> bool:
        """Whether sound is asked for in this sitting."""
        return self._on

    @Property(str, notify=changed)
    def line(self) -> str:
        """One quiet sentence where sound was asked for and cannot be heard, or ""."""
        return self._line

    @Slot()
    def toggle(self) -> None:
        """Fade sound in, or out."""
        self._turn(not self._on)

    def sound(self) -> Sound:
        """Return the one sound there is, made where it is first asked for."""
        self._sound = self._sound or self._make(self._heard.emit)
        return self._sound

    def make_room(self, on: bool) -> None:
        """Turn breath and bowl down while the system's own voice speaks, or up again."""
        if on != self._room:
            self._room = on
            self._follow()

    def close(self) -> None:
        """End the sound process."""
        if self._sound is not None:
            self._sound.close()

    def _begin(self) -> None:
        self._struck = ()
        self._forget_place()
        self._turn(self._preferences.settings.sound is not Voice.NONE or self._only_words)

    def _forget_place(self) -> None:
        """The first part of another practice has begun: it is no place beside those before."""
        self._part, self._ends_s = None, None

    def _end(self) -> None:
        self._turn(False)

    def _turn(self, on: bool) -> None:
        sitting = self._run.sitting
        on = on and sitting is not None and sitting.state is not State.ENDED
        if on == self._on:
            return
        self._on = on
        if on and sitting is not None:
            self.sound().on(self._performance(sitting))
        elif self._sound is not None:
            self._sound.off()
        self.changed.emit()

    def _follow(self) -> None:
        sitting = self._run.sitting
        if sitting is None or sitting.state is State.ENDED:
            return
        performance = self._performance(sitting)
        if self._on and self._sound is not None:
            self._sound.perform(performance)

    @property
    def _voice(self) -> Voice:
        """What is heard once sound is on: under silence, `Sound` means the soft tone, unless words are read aloud."""
        chosen = self._preferences.settings.sound
        return Voice.TONE if chosen is Voice.NONE and not self._only_words else chosen

    @property
    def _only_words(self) -> bool:
        """Whether words are to be read aloud into a silence that was chosen."""
        return self._preferences.settings.sound is Voice.NONE and self._preferences.settings.read_aloud

    def _performance(self, sitting: Sitting) -> Performance:
        self._note_place(sitting)
        settings = self._preferences.settings
        return Performance(
            breath=sitting.course,
            zero_s=sitting.origin_s,
            followed=pacing.is_followed(sitting),
            held_s=sitting.held_s,
            voice=self._voice,
            mix=ducked(mix_of(settings)) if self._room else mix_of(settings),
            delay_s=settings.delay_ms / 1000,
            clips=tuple(self._clips(sitting)),
            bowls=(*self._struck, *_expected(sitting)) if settings.bowl and not self._only_words else (),
        )

    def _note_place(self, sitting: Sitting) -> None:
        """Strike the bowl where a new place, or the first part, has begun, and place those that are to be expected."""
        if sitting.part != self._part:
            by_itself = self._ends_s is not None and abs(sitting.entered_s - self._ends_s) < _SAME_S
            self._ahead_s = 0.0 if by_itself else AHEAD_S + self._preferences.settings.delay_ms / 1000
            if self._part is None or _place_changes(sitting, self._part, sitting.part):
                self._struck = (*self._struck[-4:], sitting.entered_s + self._ahead_s)
            self._part = sitting.part
        self._ends_s = sitting.ends_s

    def _clips(self, sitting: Sitting) -> Iterator[Placed]:
        """Yield what is said in this part, and in the next where a clock leads there; never before it can be heard."""
        ahead = [(sitting.now_part, sitting.entered_s, sitting.ends_s, self._ahead_s)]
        if sitting.ends_s is not None and not sitting.last:
            ahead.append((sitting.score.parts[sitting.part + 1], sitting.ends_s, None, 0.0))
        for part, from_s, ends_s, earliest_s in ahead:
            seconds = inf if ends_s is None else ends_s - from_s
            for each in part.spoken(seconds if part.seconds is None else min(seconds, part.seconds)):
                yield Placed(at_s=from_s + max(each.at_s, earliest_s), path=each.clip, quiet_s=each.quiet_s)

    @Slot(object)
    def _hear(self, state: SoundState) -> None:
        silent = state.hearing is Hearing.SILENT and state.failure is not None
        line = self._wording.sentence(state.failure) if silent and state.failure else ""
        if line != self._line:
            self._line = line
            self.changed.emit()


def _expected(sitting: Sitting) -> Iterator[float]:
    """Yield when the bowl is to be struck by itself: at the next place, and before the end, if a clock leads there."""
    if sitting.ends_s is None:
        return
    if not sitting.last and _place_changes(sitting, sitting.part, sitting.part + 1):
        yield sitting.ends_s
    if sitting.last and sitting.ends_s >= sitting.entered_s + 2 * LAST_BOWL_S:
        yield sitting.ends_s - LAST_BOWL_S


def _place_changes(sitting: Sitting, before: int, after: int) -> bool:
    parts = sitting.score.parts
    return parts[before].region is not parts[after].region
