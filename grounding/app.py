"""Wires everything once, shows the window, and owns how long each part lives."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grounding.base.failure import Failure
from grounding.base.log import LOG, start_log
from grounding.base.renewal import begin_anew
from grounding.base.screen import DEBIAN_LINE, screen_missing
from grounding.base.wording import Wording

if TYPE_CHECKING:
    from grounding.base.home import Home
    from grounding.window.again import Again
    from grounding.window.front import Front
    from grounding.window.window import GroundingWindow


def run(
    *,
    home: Home,
    practice: str | None = None,
    begin: bool = False,
    sound: str | None = None,
    again: str | None = None,
    file: str | None = None,
) -> int:
    """Show the window until it is closed, and return the exit status.

    `again` is how it looked before it restarted; `file` is a practice that somebody gives, to be looked into.
    """
    wording = Wording()
    no_screen = screen_missing() if sys.platform == "linux" else None
    if no_screen is not None:
        print(wording.sentence(no_screen), file=sys.stderr)
        return 1
    unwritable = None
    try:
        home.make()
    except Failure as failure:
        unwritable = failure
    start_log(home.log)
    _prepare(home)
    asked = {"practice": practice, "begin": begin, "sound": sound, "again": again, "file": file}
    try:
        from grounding.window.again import again_from_text  # noqa: PLC0415 - Qt may be missing
        from grounding.window.front import Front, make_application  # noqa: PLC0415 - the same
    except ImportError as error:
        if ".so" not in str(error):
            raise
        missing = Failure("library-missing", library=str(error).split(":")[0], line=DEBIAN_LINE)
        print(wording.sentence(missing), file=sys.stderr)
        return 1
    application = make_application()
    front = Front(home)
    try:
        if not front.first(asked):
            return 0
    except Failure as silent:
        print(wording.sentence(silent), file=sys.stderr)
        return 1
    front.show(again_from_text(again))
    whole = _Whole(front, home=home, wording=wording, unwritable=unwritable, asked=asked)
    front.once_seen(whole.make)
    return whole.end(application.exec())


class _Whole:
    """The rest of the window, made while its front is seen already, and taken down at the end."""

    def __init__(self, front: Front, *, asked: dict[str, Any], **known: Any) -> None:
        from grounding.window.ending import Ending  # noqa: PLC0415 - Qt may be missing

        self._front, self._asked, self._known = front, asked, known
        self._window: GroundingWindow | None = None
        self._fault: BaseException | None = None
        self._again: Again | None = None
        self._ending = Ending(signal.SIGTERM, signal.SIGINT)

    def make(self) -> None:
        """Make all that stands on the paper; a fault ends the program, for a bare window would help nobody."""
        try:
            from grounding.window.window import GroundingWindow  # noqa: PLC0415 - the front is seen without it

            self._window = GroundingWindow(front=self._front, restart=self._restart, **self._known)
            self._window.show(self._asked)
            LOG.info("window shown")
        except BaseException as fault:
            self._fault = fault
            self._ending.end()

    def end(self, status: int) -> int:
        """Take down what was made, and return the exit status."""
        (self._window or self._front).close()
        if self._fault is not None:
            raise self._fault
        if self._again is not None:
            LOG.info("the journal locks: begun anew")
            begin_anew(("--home", str(self._known["home"].path), "--again", self._again.to_text()))
        return status

    def _restart(self, again: Again) -> None:
        """Have the program begin anew once all is taken down."""
        self._again = again
        self._ending.end()


def _prepare(home: Home) -> None:
    """Set what Qt reads from the environment, before it is loaded."""
    os.environ["QML_DISK_CACHE_PATH"] = str(home.cache)
    os.environ.setdefault("QT_QUICK_CONTROLS_STYLE", "Basic")
    if sys.platform == "linux" and not any(Path("/dev/dri").glob("render*")):
        os.environ.setdefault("QT_QUICK_BACKEND", "software")  # four times cheaper than llvmpipe (measured)
