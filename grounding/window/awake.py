"""Keeps the screen from locking or blanking while a sitting runs, where the desktop can be asked."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from grounding.base.jobs import Jobs
    from grounding.window.breathing.run import Run

_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2
_LINE = "grounding-awake"


class Awake(QObject):
    """Asks for a wakeful screen when a sitting begins, and takes it back when it ends or pauses."""

    def __init__(self, *, run: Run, jobs: Jobs) -> None:
        super().__init__()
        self._run, self._jobs = run, jobs
        self._asked = False
        self._caffeinate: Any = None
        run.changed.connect(self._follow)

    def let_go(self) -> None:
        """Let the screen rest again, and for good."""
        self._run.changed.disconnect(self._follow)
        if self._asked:
            self._asked = False
            self._ask(False)

    def _follow(self) -> None:
        wanted = bool(self._run.running)
        if wanted != self._asked:
            self._asked = wanted
            self._ask(wanted)

    def _ask(self, wakeful: bool) -> None:
        if sys.platform == "linux":
            self._jobs.run(_hold_screen if wakeful else _let_go_of_screen)
        elif sys.platform == "win32":
            import ctypes  # noqa: PLC0415 - only there

            flags = _CONTINUOUS | _SYSTEM | _DISPLAY if wakeful else _CONTINUOUS
            ctypes.windll.kernel32.SetThreadExecutionState(flags)
        elif sys.platform == "darwin":
            self._ask_mac(wakeful)

    def _ask_mac(self, wakeful: bool) -> None:
        import os  # noqa: PLC0415 - only there
        import subprocess  # noqa: PLC0415 - the same

        if wakeful:
            self._caffeinate = subprocess.Popen(["/usr/bin/caffeinate", "-d", "-w", str(os.getpid())])
        elif self._caffeinate is not None:
            self._caffeinate.terminate()
            self._caffeinate = None


def _hold_screen() -> None:
    """Ask the desktop's screen saver, on a line of the session bus of its own; where there is none, nothing happens.

    The screen is held for as long as that line stands. Its cookie would not do: Python has no number that Qt would
    send back as the unsigned one the screen saver wants.
    """
    from PySide6.QtDBus import QDBusConnection, QDBusMessage  # noqa: PLC0415 - not needed to show the window

    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _LINE)
    if bus.isConnected():
        name, path = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
        call = QDBusMessage.createMethodCall(name, path, name, "Inhibit")
        call.setArguments(["grounding", "a sitting runs"])
        bus.send(call)


def _let_go_of_screen() -> None:
    from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - only once a sitting runs

    QDBusConnection.disconnectFromBus(_LINE)
