"""Keeps the screen from locking or blanking while a sitting runs, where the desktop can be asked."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from grounding.window.run import Run

_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2


class Awake(QObject):
    """Asks for a wakeful screen when a sitting begins, and takes it back when it ends or pauses."""

    def __init__(self, *, run: Run) -> None:
        super().__init__()
        self._run = run
        self._asked = False
        self._cookie: Any = None
        run.changed.connect(self._follow)

    def let_go(self) -> None:
        """Let the screen rest again."""
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
            self._ask_desktop(wakeful)
        elif sys.platform == "win32":
            import ctypes  # noqa: PLC0415 - only there

            flags = _CONTINUOUS | _SYSTEM | _DISPLAY if wakeful else _CONTINUOUS
            ctypes.windll.kernel32.SetThreadExecutionState(flags)
        elif sys.platform == "darwin":
            self._ask_mac(wakeful)

    def _ask_desktop(self, wakeful: bool) -> None:
        """Ask the desktop's screen saver over the session bus; where there is none, nothing happens."""
        from PySide6.QtDBus import QDBusConnection, QDBusMessage  # noqa: PLC0415 - not needed to show the window

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        name, path = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
        call = QDBusMessage.createMethodCall(name, path, name, "Inhibit" if wakeful else "UnInhibit")
        if wakeful:
            call.setArguments(["grounding", "a sitting runs"])
            reply = bus.call(call, timeout=200)
            self._cookie = reply.arguments()[0] if reply.arguments() else None
        elif self._cookie is not None:
            call.setArguments([self._cookie])
            bus.send(call)
            self._cookie = None

    def _ask_mac(self, wakeful: bool) -> None:
        import os  # noqa: PLC0415
        import subprocess  # noqa: PLC0415

        if wakeful:
            self._cookie = subprocess.Popen(["/usr/bin/caffeinate", "-d", "-w", str(os.getpid())])
        elif self._cookie is not None:
            self._cookie.terminate()
            self._cookie = None
