"""Locks the journal when it is asked for, or nobody is there, and then has the program begin anew.

What was read stays in the memory of a process however it is closed; of the program that begins anew it knows nothing.
While a sitting runs nothing is locked, and while something is going on that would be lost, or somebody is on the page
of the room, the program goes on with a locked journal for as long as that takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from grounding.window.again import Again
from grounding.window.guarding.lock import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.jobs import Jobs
    from grounding.journal.journal import Journal
    from grounding.window.desktop import Desktop
    from grounding.window.flow import Flow
    from grounding.window.guarding.lock import Lock
    from grounding.window.idle import Idle
    from grounding.window.preferences import Preferences
    from grounding.window.room import Room
    from grounding.window.saying.keeping import Keeping

MINUTE_S = 60.0
_SITTING = "sitting"
_UNDISTURBED = (_SITTING, "room")
"""Pages on which the window stays whatever happens."""


class LockUp(QObject):
    """Knows when the journal is to be locked, and when the program may begin anew."""

    falls = Signal()
    """The journal locks now: whatever shows a word of it lets go of it."""

    def __init__(
        self,
        *,
        lock: Lock,
        journal: Journal,
        jobs: Jobs,
        keeping: Keeping,
        room: Room,
        flow: Flow,
        preferences: Preferences,
        idle: Idle,
        desktop: Desktop,
        busy: Callable[[], bool],
        restart: Callable[[Again], None],
        parent: QObject | None = None,
    ) -> None:
        """`busy` says whether something goes on that would be lost; `restart` has the program begin anew."""
        super().__init__(parent)
        self._lock, self._journal, self._jobs = lock, journal, jobs
        self._keeping, self._room, self._flow, self._preferences = keeping, room, flow, preferences
        self._idle, self._desktop, self._busy, self._restart = idle, desktop, busy, restart
        self._window: QObject | None = None
        self._wanted = False
        """Whether it is to lock once the sitting is over."""
        self._fallen = False
        """Whether it is locked and the program is still the one that has read it."""
        self._waits_for_answer = False
        """Whether the person is to be asked first about what was said in the sitting."""
        self._look = object()
        """The last time it was looked whether the program may begin anew."""
        self._page = ""
        self._watched_for_s = 0.0
        lock.asked.connect(self.ask)
        lock.changed.connect(self._follow)
        idle.still.connect(self._still)
        desktop.leaves.connect(self.ask)
        flow.pageChanged.connect(self._turned)
        preferences.changed.connect(self._follow)
        for settled in (keeping.sealed, keeping.changed, room.sealed):
            settled.connect(self.look)

    def watch(self, window: QObject) -> None:
        """Watch this window from now on."""
        self._window = window
        self._follow()

    def ask(self) -> None:
        """Lock the journal now, or where a sitting runs, at its end."""
        if not self._lock.may_lock:
            self._desktop.let_sleep()
        elif self._flow.at(_SITTING):
            self._wanted = True
            self._desktop.let_sleep()
        else:
            self._fall()

    def look(self) -> None:
        """See whether the program may begin anew, once all is done that is on its way to the disk."""
        if self._fallen:
            look = self._look = object()
            self._jobs.run(lambda: None, lambda _nothing: self._begin_anew(look))

    def stirred(self) -> None:
        """Take note that somebody is there: what an assistive tool does is neither key nor pointer."""
        self._idle.stir()

    def close(self) -> None:
        """Watch and hear nothing more, and let nothing begin; sleep waits for the end of the process."""
        self._fallen = False
        self._idle.let_be()
        self._desktop.let_be()

    def _fall(self) -> None:
        self._wanted, self._fallen = False, True
        self._lock.fall()
        self.falls.emit()
        self._keeping.seal_now()
        self._room.seal_now()
        self._jobs.run(self._journal.lock)
        self.look()

    def _begin_anew(self, look: object) -> None:
        """Have the program begin anew, unless something is not on the disk yet, or must not be disturbed."""
        if look is not self._look:
            return  # more has been begun since, and is looked at once it is done
        unsealed = self._keeping.behind or self._room.behind
        asks = self._waits_for_answer and self._keeping.waiting
        if unsealed or asks or self._busy() or any(map(self._flow.at, _UNDISTURBED)):
            self._desktop.let_sleep()
        elif self._fallen:
            self._fallen = False
            self._restart(Again(page=self._flow.leads_back_to, kept=bool(self._flow.kept)))

    def _still(self) -> None:
        """Nobody is there: nor will anybody answer."""
        self._waits_for_answer = False
        self.ask()
        self.look()

    def _turned(self) -> None:
        """Another page is shown, or the same one anew: somebody is there."""
        left, self._page = self._page, str(self._flow.page)
        self._idle.stir()
        if left == _SITTING != self._page:
            self._waits_for_answer = True
            if self._wanted:
                self._fall()
        self._follow()
        self.look()

    def _follow(self) -> None:
        """Watch and listen where there is something to lock, and nobody where a sitting runs."""
        if self._lock.stands(State.OPEN):
            self._fallen = False  # it was unlocked again before the program could begin anew
        if self._window is None:
            return
        to_lock = self._lock.may_lock or self._fallen
        if to_lock:
            self._desktop.listen()
        else:
            self._desktop.let_be()
            self._desktop.let_sleep()
        patience_s = self._preferences.settings.lock_minutes * MINUTE_S
        watched_for_s = patience_s if to_lock and not self._flow.at(_SITTING) else 0.0
        if watched_for_s != self._watched_for_s:
            self._watched_for_s = watched_for_s
            if watched_for_s:
                self._idle.watch(self._window, watched_for_s)
            else:
                self._idle.let_be()
