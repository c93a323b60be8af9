"""Everything with one key: the keyboard goes by itself from control to control, and the key presses where it is.

Where a breath is followed the key breathes, and a long hold lets the keyboard go about. This is when it goes; where it
goes to is `Walk.qml`.
"""

from __future__ import annotations

from enum import Enum, auto
from math import ceil, inf
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtQml import QmlElement

from grounding.breath.followed import BOUNCE_S
from grounding.window.idle import STIRS

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.window.breathing.pace import Pace
    from grounding.window.breathing.run import Run
    from grounding.window.flow import Flow
    from grounding.window.preferences import Preferences
    from grounding.window.saying.less_offer import LessOffer

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

HELD_S = 8.0
"""So long a hold opens the walk: no breath in that is offered takes longer (5.3 s at 4½ a minute; 8 s at 3, two to
three), and a key that was forgotten is let go of later (`breath/followed.py`)."""
ROUNDS = 2
"""After so many without a press the walk rests; devices for scanning do after two or three (Saltillo: three)."""
ASIDE_S, WRITING_S = 10.0, 60.0
"""For so long after another key or a pointer the walk waits, and after a letter in a field."""
_SPACE, _RETURN, _ENTER = 0x20, 0x01000004, 0x01000005
"""What a switch interface sends; to load the names of `Qt` takes 35 ms of every start."""
_KEYPAD = 0x20000000
_LETTERS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.InputMethod})
_ANSWERS = ("name", "check-in", "close")


class Does(Enum):
    """What the key does."""

    PRESSES = auto()
    BEGINS = auto()
    """The walk rests; the next press begins it anew."""
    BREATHES = auto()
    STOPS_SLIDING = auto()


@QmlElement
class OneKey(QObject):
    """Watches the one key, and tells the keyboard when to go on; switched off it watches nothing, and nothing ticks."""

    changed = Signal()
    begun = Signal()
    """The keyboard goes to the first control of the page."""
    stepped = Signal()
    """The keyboard goes on to the next control."""
    pressed = Signal()
    """What the keyboard is on is pressed."""
    slid = Signal()
    """The slider that the keyboard is on goes one step further."""
    rested = Signal()
    """The keyboard goes back to the page itself."""
    taken = Signal()
    """The key was used, which nobody else is told."""

    def __init__(
        self,
        *,
        now_s: Callable[[], float],
        preferences: Preferences,
        flow: Flow,
        run: Run,
        pace: Pace,
        less_offer: LessOffer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._now_s, self._preferences = now_s, preferences
        self._flow, self._run, self._pace, self._less = flow, run, pace, less_offer
        self._window: QObject | None = None
        self._on = self._open = self._down = self._writes = False
        self._does = Does.BEGINS
        self._place: tuple[object, ...] = ()
        self._rounds = 0
        self._due_s, self._lifted_s, self._helped_s, self._wrote_s = inf, -inf, -inf, -inf
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        for changes in (flow.pageChanged, run.changed, run.moved, pace.changed, less_offer.changed):
            changes.connect(self._arrive)

    # What is

    @Property(bool, notify=changed)
    def on(self) -> bool:
        """Whether one key does everything."""
        return self._on

    @Property(bool, notify=changed)
    def open(self) -> bool:
        """Whether the keyboard goes about where the breath is followed."""
        return self._open

    # Watching

    def watch(self, window: QObject) -> None:
        """Watch the key in this window from now on, where that is set."""
        self._window = window
        self._set()
        self._helped_s = -inf
        self._preferences.changed.connect(self._set)

    def let_be(self) -> None:
        """Watch nothing."""
        if self._window is not None:
            self._preferences.changed.disconnect(self._set)
            self._turn(False)
            self._window = None

    def _set(self) -> None:
        if self._on != self._preferences.settings.one_key:
            self._turn(not self._on)

    def _turn(self, on: bool) -> None:
        if self._window is None or on == self._on:
            return
        self._on, self._open, self._down, self._place = on, False, False, ()
        self._helped_s = self._now_s()  # who has just set it has a hand there
        if on:
            self._window.installEventFilter(self)
            self.changed.emit()
            self._arrive()
        else:
            self._window.removeEventFilter(self)
            self._timer.stop()
            self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the one key; whatever else is done by hand has the window for a while."""
        kind = event.type()
        if isinstance(event, QKeyEvent) and kind in _LETTERS and _is_the_key(event):
            if self._key(event, down=kind is QEvent.Type.KeyPress):
                return True
        elif kind is QEvent.Type.FocusOut and self._down:
            self._goes_up()
        elif kind in STIRS and (self._does is not Does.BREATHES or kind in _LETTERS):
            self._helped(kind)
        return super().eventFilter(watched, event)

    def _helped(self, kind: QEvent.Type) -> None:
        """Something was done by hand; in a field a key writes."""
        self._helped_s = self._now_s()
        if self._writes and kind in _LETTERS and kind is not QEvent.Type.KeyRelease:
            self._wrote_s = self._helped_s

    def _key(self, event: QKeyEvent, *, down: bool) -> bool:
        """Whether the key that goes down or up is taken here; else it does what it ever does."""
        if event.isAutoRepeat() or down == self._down:
            return self._down
        now_s = self._now_s()
        if down and now_s < self._aside_until_s and (self._writes or self._does is not Does.BREATHES):
            if self._writes:
                self._helped(event.type())
            return False
        self.taken.emit()
        self._down = down
        if not down:
            self._goes_up()
        elif self._does is Does.BREATHES:
            self._breathes(now_s)
        elif now_s - self._lifted_s >= BOUNCE_S:
            self._presses()
        return True

    def _goes_up(self) -> None:
        self._down, self._lifted_s = False, self._now_s()
        if self._pace.filling:
            self._pace.key(False)
        if self._does is Does.BREATHES:
            self._timer.stop()
        elif self._does is not Does.BEGINS:
            self._wait()

    def _breathes(self, now_s: float) -> None:
        if now_s - self._lifted_s >= BOUNCE_S or self._due_s == inf:
            self._due_s = now_s + HELD_S
        self._arm()
        self._pace.key(True)

    def _presses(self) -> None:
        self._timer.stop()
        match self._does:
            case Does.PRESSES:
                self._rounds = 0
                self.pressed.emit()
            case Does.BEGINS:
                self._begin()
            case _:
                self._does = Does.PRESSES

    # What the walk comes to, as QML tells

    @Slot(bool)
    def came(self, around: bool) -> None:
        """The keyboard has gone on; `around` where it has been there before, or there is nowhere to go."""
        self._rounds += around
        if self._rounds >= ROUNDS:
            self._rest()

    @Slot()
    def chose(self) -> None:
        """A control was pressed: where the breath is seen, that was all."""
        if self._open:
            self._close()
        elif self._does is Does.PRESSES and self._sees_the_breath and not self._run.paused:
            self._rest()

    @Slot()
    def slides(self) -> None:
        """A slider was pressed: it goes on, step by step, until the next press."""
        self._does = Does.STOPS_SLIDING
        self.slid.emit()

    @Slot(bool)
    def writes(self, writes: bool) -> None:
        """The keyboard is in a field, or no more."""
        self._writes, self._wrote_s = writes, -inf

    @Slot()
    def goOn(self) -> None:
        """Go on breathing."""
        self._close()

    # Time

    def look(self) -> None:
        """Go on, if it is time; else look again when it will be."""
        now_s = self._now_s()
        if self._does in (Does.PRESSES, Does.STOPS_SLIDING):
            self._due_s = max(self._due_s, self._aside_until_s)
        if not self._on or self._due_s == inf:
            return
        if now_s < self._due_s:
            self._arm()
        elif self._does is Does.BREATHES:
            self._due_s = inf
            if self._down:
                self._lift()
        elif not self._down:
            self._wait()
            (self.slid if self._does is Does.STOPS_SLIDING else self.stepped).emit()

    @property
    def _aside_until_s(self) -> float:
        return max(self._helped_s + ASIDE_S, self._wrote_s + WRITING_S)

    def _wait(self) -> None:
        self._due_s = self._now_s() + self._preferences.settings.one_key_ms / 1000
        self._arm()

    def _arm(self) -> None:
        if self._due_s < inf:
            self._timer.start(max(0, ceil((self._due_s - self._now_s()) * 1000)))

    # Going about

    def _begin(self) -> None:
        self._does, self._rounds = Does.PRESSES, 0
        self.begun.emit()

    def _rest(self) -> None:
        if self._open:
            self._close()
            return
        self._does = Does.BEGINS
        self._stop()
        self.rested.emit()

    def _lift(self) -> None:
        """The key was held for so long that it is no breath: the keyboard goes about, and the breath out softly."""
        self._pace.lift()
        self._open = True
        self.changed.emit()
        self._begin()

    def _close(self) -> None:
        self._place = (self._place[0],)
        self._arrive()

    def _stop(self) -> None:
        self._due_s = inf
        self._timer.stop()

    @property
    def _sees_the_breath(self) -> bool:
        return self._flow.at("sitting") and not self._less.open and str(self._run.kind) not in _ANSWERS

    @Slot()
    def _arrive(self) -> None:
        """See where one is: each page has its own walk, and where the breath is seen it waits to be asked for."""
        if not self._on:
            return
        seen = self._sees_the_breath
        breathes = seen and self._pace.follows and not self._run.paused
        view = "breath" if seen else (self._less.open, self._run.step, self._run.kind)
        place = (self._flow.page, view if self._flow.at("sitting") else "", self._run.paused, breathes)
        if place == self._place:
            return
        same_page, self._place = self._place[:1] == place[:1], place
        if self._open:
            self._open = False
            self.changed.emit()
        self._rounds = 0
        if breathes or (seen and not self._run.paused):
            self._does = Does.BREATHES if breathes else Does.BEGINS
            self._stop()
            if same_page:
                self.rested.emit()
        else:
            self._does = Does.PRESSES
            self._wait()


def _is_the_key(event: QKeyEvent) -> bool:
    bare = not event.modifiers().value & ~_KEYPAD
    return bare and event.key() in (_SPACE, _RETURN, _ENTER)
