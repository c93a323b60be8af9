"""Sound as the window knows it: it asks, and is told; all else happens in a process of its own.

Standard library alone: neither Qt Multimedia nor numpy nor pydub comes into the window.
"""

from __future__ import annotations

import queue
import threading
import time
from functools import partial
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.log import LOG
from grounding.sound.child import Child
from grounding.sound.performance import Performance, performance_to_plain
from grounding.sound.state import Hearing, Progress, SoundState

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.child import Message

RETRY_S, RETRY_RARELY_S, OFTEN = 5.0, 30.0, 12
"""It is tried again after 5 s, twelve times; then every 30 s, so that a computer without sound stays cool."""
WARM_S = 60.0
"""How long the process waits, silent, for sound to be asked for again."""
STARTS_S, HUNG_S = 15.0, 5.0
"""Longer without a word while it starts, or while it plays, and the process has hung."""


class Sound:
    """Plays performances in a sound process; no call waits for it, and its end hurts nobody.

    `report` is called from a thread of sound's own; the caller brings it to where it belongs.
    """

    def __init__(self, report: Callable[[SoundState], None], *, warm_s: float = WARM_S) -> None:
        self._report, self._warm_s = report, warm_s
        self._todo: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._wanted: Performance | None = None
        self._child: Child | None = None
        self._due_s: float | None = None
        self._next: Callable[[], None] = lambda: None
        self._tries = 0
        self._told: tuple[Hearing, str] = (Hearing.OFF, "")
        self._closed = False

    def on(self, performance: Performance) -> None:
        """Fade sound in: what is performed from now on is heard."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="sound", daemon=True)
            self._thread.start()
        self._todo.put(partial(self._turn_on, performance))

    def perform(self, performance: Performance) -> None:
        """Go on with another performance (a pause, a change of pattern or place); nothing where sound is off."""
        self._ask(partial(self._change, performance))

    def off(self) -> None:
        """Fade sound out, within a second."""
        self._ask(self._turn_off)

    def close(self) -> None:
        """End the sound process; it fades out by itself."""
        self._ask(self._close)

    def _ask(self, work: Callable[[], None]) -> None:
        if self._thread is not None:  # what was never on has nothing to change
            self._todo.put(work)

    # In the thread of sound's own:

    def _run(self) -> None:
        while not self._closed:
            try:
                timeout_s = None if self._due_s is None else max(0.0, self._due_s - time.monotonic())
                work = self._todo.get(timeout=timeout_s)
            except queue.Empty:
                self._due_s, work = None, self._next
            work()

    def _at(self, after_s: float, work: Callable[[], None]) -> None:
        """Do `work` after so long, unless something else is planned or `_due_s` is cleared before."""
        self._due_s, self._next = time.monotonic() + after_s, work

    def _turn_on(self, performance: Performance) -> None:
        self._wanted, self._tries = performance, 0
        if self._child is None:
            self._start(gently=False)
        else:
            self._say(performance, gently=False)
            self._tell(Hearing.STARTING)

    def _change(self, performance: Performance) -> None:
        if self._wanted is None or self._wanted == performance:
            return
        self._wanted = performance
        if self._child is not None:
            self._say(performance, gently=False)

    def _turn_off(self) -> None:
        self._wanted, self._due_s = None, None
        if self._child is not None:
            self._child.say({"do": "off"})
            self._at(self._warm_s, self._let_go)
        self._tell(Hearing.OFF)

    def _let_go(self) -> None:
        if self._child is not None:
            self._child.end()
            self._child = None

    def _close(self) -> None:
        self._closed, self._wanted = True, None
        self._let_go()

    def _start(self, *, gently: bool) -> None:
        if self._wanted is None:
            return
        self._due_s = None
        if not gently:
            self._tell(Hearing.STARTING)
        try:
            self._child = child = Child(lambda message: self._todo.put(lambda: self._hear(child, message)))
        except OSError:
            self._fall_silent("not-started")
        else:
            self._say(self._wanted, gently=gently)

    def _say(self, performance: Performance, *, gently: bool) -> None:
        if self._child is not None:
            plain = performance_to_plain(performance)
            self._child.say({"do": "perform", "performance": plain, "gently": gently})
            self._watch(performance, STARTS_S)

    def _hear(self, child: Child, message: Message | None) -> None:
        if child is not self._child:
            return  # one that was let go
        if message is None:
            self._child = None
            child.end()
            self._fall_silent("ended")
            return
        match message["is"]:
            case "on":
                self._sounds()
            case "played":
                self._at_played(Progress(frames=message["frames"], at_s=message["at_s"]))
            case "resting":
                self._due_s = self._due_s if self._wanted is None else None
            case "silent":
                self._let_go()
                self._fall_silent(message["reason"])
            case "bug":
                LOG.error("sound: %s", message["told"])

    def _sounds(self) -> None:
        if self._wanted is not None:
            self._tries = 0
            self._tell(Hearing.ON)
            self._watch(self._wanted, HUNG_S)

    def _at_played(self, progress: Progress) -> None:
        if self._wanted is not None:
            self._report(SoundState(hearing=self._told[0], progress=progress))
            self._watch(self._wanted, HUNG_S)

    def _watch(self, performance: Performance, within_s: float) -> None:
        """Expect a word within so long, while there is something to play."""
        self._due_s = None
        if performance.audible:
            self._at(within_s, self._hung)

    def _hung(self) -> None:
        """End a process that was playing and went still; its end is then heard like any other."""
        if self._child is not None:
            self._child.kill()

    def _fall_silent(self, reason: str) -> None:
        self._due_s = None
        if self._wanted is None:
            return
        self._tell(Hearing.SILENT, reason)
        if reason != "no-multimedia":  # a library does not come while the program runs
            self._tries += 1
            self._at(RETRY_S if self._tries <= OFTEN else RETRY_RARELY_S, lambda: self._start(gently=True))

    def _tell(self, hearing: Hearing, reason: str = "") -> None:
        """Report a change; the same thing is not said twice."""
        if self._told[0] is hearing:
            return
        self._told = (hearing, reason)
        failure = Failure("sound-unavailable", reason=reason) if hearing is Hearing.SILENT else None
        self._report(SoundState(hearing=hearing, failure=failure))
