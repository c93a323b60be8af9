"""The front of the window: what is seen first, loaded before all that will stand on it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, QSize, QTimer, QUrl, qWarning
from PySide6.QtGui import QGuiApplication, QIcon, QWindow
from PySide6.QtQml import QQmlApplicationEngine, QQmlError

from grounding import __version__
from grounding.base.assets import assets
from grounding.base.log import LOG
from grounding.base.settings import WINDOW_MOST, read_settings
from grounding.window.doorbell import Doorbell
from grounding.window.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.home import Home
    from grounding.window.again import Again

QML = Path(__file__).parent / "qml"
"""Where the pages are; `Grounding` in it is a QML module."""
_PATIENCE_MS = 500
"""A window that nobody sees (it starts minimised) is finished all the same."""
_TITLE_BAR = 40
"""Pixels; what window managers put above a window is not known before it is shown, and none of them puts more."""


def make_application() -> QGuiApplication:
    """Return the application, made if there is none yet."""
    application = QGuiApplication.instance()
    if not isinstance(application, QGuiApplication):
        application = QGuiApplication([sys.argv[0]])
    application.setApplicationName("grounding")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("grounding")
    application.setWindowIcon(QIcon(str(assets() / "icons" / "grounding.svg")))
    return application


class Front(QObject):
    """The window with nothing but paper on it, and the bell that a second start rings."""

    def __init__(self, home: Home) -> None:
        super().__init__()
        settings, self.damaged = read_settings(home.settings)
        self.preferences = Preferences(settings=settings)
        self.come_forward: Callable[[dict[str, Any]], None] = self._remember
        self.asked_since: tuple[dict[str, Any], ...] = ()
        """What a second start asked before anybody could answer."""
        self._doorbell = Doorbell(home.path)
        self.engine: QQmlApplicationEngine | None = None
        self.window: Any = None
        """The window itself, once it is shown; kept, for what Python lets go of loses its connections."""
        self._once_seen: Callable[[], None] | None = None

    def first(self, asked: dict[str, Any]) -> bool:
        """Whether this is the first window of its home; another one is brought forward and told what was asked.

        Raises:
            Failure: `window-silent`.
        """
        return self._doorbell.answer_or_ring(asked, self._rung)

    def show(self, again: Again | None = None) -> None:
        """Show the window; where the program has begun `again`, as it was before."""
        self.engine = QQmlApplicationEngine()
        self.engine.setOutputWarningsToStandardError(False)
        self.engine.warnings.connect(_tell_faults)
        self.engine.addImportPath(str(QML))
        wanted = QSize(self.preferences.settings.width, self.preferences.settings.height)
        fitted = wanted.boundedTo(_room())
        self.engine.setInitialProperties(
            {
                "preferences": self.preferences,
                "shownLater": again is not None,
                "fitted": fitted,
                "cramped": fitted != wanted,
            }
        )
        self.engine.load(QUrl.fromLocalFile(str(QML / "Grounding" / "Main.qml")))
        if not self.engine.rootObjects():
            raise RuntimeError("the window's pages could not be loaded")
        self.window = self.engine.rootObjects()[0]
        if again is not None:
            self._show_again(again)

    def _show_again(self, again: Again) -> None:
        """Show the window where it was, and behind others where it was behind them."""
        if again.x >= 0 and again.y >= 0:
            self.window.setPosition(again.x, again.y)
        # Qt's own name for what a widget has an attribute for; it must stand before the window does.
        self.window.setProperty("_q_showWithoutActivating", not again.front)
        if again.minimized:
            self.window.setVisibility(QWindow.Visibility.Minimized)
        elif again.full_screen:
            self.window.setVisibility(QWindow.Visibility.FullScreen)
        elif self.preferences.settings.maximized or self.window.property("cramped"):
            self.window.setVisibility(QWindow.Visibility.Maximized)
        else:
            self.window.setVisible(True)

    def once_seen(self, work: Callable[[], None]) -> None:
        """Do `work` when the first picture of the window is on the screen."""
        self._once_seen = work
        self.window.frameSwapped.connect(self._seen)
        QTimer.singleShot(_PATIENCE_MS, self, self._seen)

    def furnish(self, parts: dict[str, QObject]) -> None:
        """Put the pages on the paper, with the view models they show."""
        self.window.setProperty("parts", parts | {"preferences": self.preferences})

    def close(self) -> None:
        """Take window and engine down."""
        self._doorbell.close()
        if self.engine is not None:
            self.window.close()
            self.window = None
            shiboken6.delete(self.engine)
            self.engine = None

    def _seen(self) -> None:
        work, self._once_seen = self._once_seen, None
        if work is not None:
            self.window.frameSwapped.disconnect(self._seen)
            QTimer.singleShot(0, self, work)

    def _rung(self, asked: dict[str, Any]) -> None:
        self.come_forward(asked)

    def _remember(self, asked: dict[str, Any]) -> None:
        self.asked_since += (asked,)


def _room() -> QSize:
    """Return how large a window may be on this screen, in its frame; without a screen, as large as it likes."""
    if QGuiApplication.platformName() == "offscreen":
        return QSize(WINDOW_MOST, WINDOW_MOST)
    return QGuiApplication.primaryScreen().availableSize() - QSize(0, _TITLE_BAR)


def _tell_faults(faults: list[QQmlError]) -> None:
    """Log and print where the pages failed; what our own error says may quote what was typed, so it stays out."""
    for fault in faults:
        said = fault.description()
        told = f"{fault.url().fileName()}:{fault.line()}: {'Error' if said.startswith('Error:') else said}"
        LOG.error(told)
        qWarning(told)
