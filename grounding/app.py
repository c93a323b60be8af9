"""Wires everything once, shows the window, and owns how long each part lives."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.log import LOG, start_log
from grounding.base.screen import DEBIAN_LINE, screen_missing
from grounding.base.wording import Wording

if TYPE_CHECKING:
    from grounding.base.home import Home


def run(*, home: Home, practice: str | None = None, begin: bool = False, sound: str | None = None) -> int:
    """Show the window until it is closed, and return the exit status."""
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
    try:
        from grounding.window.window import GroundingWindow, make_application  # noqa: PLC0415 - Qt may be missing
    except ImportError as error:
        if ".so" not in str(error):
            raise
        missing = Failure("library-missing", library=str(error).split(":")[0], line=DEBIAN_LINE)
        print(wording.sentence(missing), file=sys.stderr)
        return 1
    application = make_application()
    window = GroundingWindow(home=home, wording=wording, unwritable=unwritable)
    asked = {"practice": practice, "begin": begin, "sound": sound}
    if not window.first(asked):
        return 0
    window.show(asked)
    window.end_on(signal.SIGTERM, signal.SIGINT)
    LOG.info("window shown")
    status = application.exec()
    window.close()
    return status


def _prepare(home: Home) -> None:
    """Set what Qt reads from the environment, before it is loaded."""
    os.environ["QML_DISK_CACHE_PATH"] = str(home.cache)
    os.environ.setdefault("QT_QUICK_CONTROLS_STYLE", "Basic")
    if sys.platform == "linux" and not any(Path("/dev/dri").glob("render*")):
        os.environ.setdefault("QT_QUICK_BACKEND", "software")  # four times cheaper than llvmpipe (measured)
