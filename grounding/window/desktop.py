"""Hears from the desktop that the screen locks or the computer goes to sleep, where it tells.

logind tells of sleep (`PrepareForSleep`) and of its session's `Lock`; a screen saver tells that it is on
(`ActiveChanged`). Sleep waits, for at most the five seconds that logind grants, while a file that logind gave is open:
the end of the process, or its becoming another program, closes it.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver")
LOGIND, LOGIND_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
_SLEEPS: Any = SLOT("sleeps(bool)")
_SAVES: Any = SLOT("saves(bool)")
_LOCKS: Any = SLOT("locks()")
"""As the bus takes them; PySide's own types say otherwise."""


class Desktop(QObject):
    """Listens, or does not; `leaves` is told when nobody will be at the screen any more."""

    leaves = Signal()

    def __init__(
        self,
        *,
        session: Callable[[], QDBusConnection] | None = None,
        system: Callable[[], QDBusConnection] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """The buses are those of the desktop unless others are given."""
        super().__init__(parent)
        self._session, self._system = session, system
        self._listens = False
        self._path = ""
        """Where logind has this session."""
        self._asked: list[QDBusPendingCallWatcher] = []
        self._delay: Any = None
        """The open file that sleep waits for."""

    def listen(self) -> None:
        """Listen from now on; where there is no bus nothing happens."""
        if sys.platform == "linux" and not self._listens:
            self._listens = True
            self._tell(True)

    def let_be(self) -> None:
        """Listen no more; sleep waits on until it is let."""
        if self._listens:
            self._listens = False
            self._tell(False)

    def let_sleep(self) -> None:
        """Let the computer sleep: nothing is being done that it should wait for."""
        self._delay = None

    @Slot(bool)
    def sleeps(self, soon: bool) -> None:
        """Hear that the computer goes to sleep, or has woken up."""
        if soon:
            self.leaves.emit()
        else:
            self._ask_for_delay()

    @Slot(bool)
    def saves(self, on: bool) -> None:
        """Hear that the screen is saved, or seen again."""
        if on:
            self.leaves.emit()

    @Slot()
    def locks(self) -> None:
        """Hear that the session locks."""
        self.leaves.emit()

    def _tell(self, on: bool) -> None:
        """Have the buses call the slots, or no longer."""
        session, system = self._buses()
        if session.isConnected():
            for saver in SAVERS:
                (session.connect if on else session.disconnect)("", "", saver, "ActiveChanged", self, _SAVES)
        if system.isConnected():
            join = system.connect if on else system.disconnect
            join(LOGIND, LOGIND_PATH, f"{LOGIND}.Manager", "PrepareForSleep", self, _SLEEPS)
            if on:
                self._ask(system, "GetSession", "auto", then=self._know_session)
                self._ask_for_delay()
            elif self._path:
                join(LOGIND, self._path, f"{LOGIND}.Session", "Lock", self, _LOCKS)
                self._path = ""

    def _buses(self) -> tuple[QDBusConnection, QDBusConnection]:
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - only where a passphrase is set

        return (self._session or QDBusConnection.sessionBus)(), (self._system or QDBusConnection.systemBus)()

    def _know_session(self, path: Any) -> None:
        self._path = path.path()
        _session, system = self._buses()
        system.connect(LOGIND, self._path, f"{LOGIND}.Session", "Lock", self, _LOCKS)

    def _ask_for_delay(self) -> None:
        _session, system = self._buses()
        self._ask(system, "Inhibit", "sleep", "Grounding", "the journal locks", "delay", then=self._hold)

    def _hold(self, file: Any) -> None:
        self._delay = file

    def _ask(self, bus: QDBusConnection, method: str, *arguments: str, then: Callable[[Any], None]) -> None:
        """Ask logind's manager, and do something with what it answers, if it does while this listens."""
        from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher  # noqa: PLC0415 - as above

        message = QDBusMessage.createMethodCall(LOGIND, LOGIND_PATH, f"{LOGIND}.Manager", method)
        message.setArguments(list(arguments))
        asked = QDBusPendingCallWatcher(bus.asyncCall(message), self)

        def answered() -> None:
            self._asked.remove(asked)
            reply: QDBusMessage = asked.reply()
            if reply.type() is QDBusMessage.MessageType.ReplyMessage and self._listens:
                then(reply.arguments()[0])
            asked.deleteLater()

        self._asked.append(asked)
        asked.finished.connect(answered)
