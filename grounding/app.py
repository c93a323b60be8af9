"""Wires everything once, shows the window, and owns how long each part lives."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.log import LOG, start_log
from grounding.base.wording import Wording

if TYPE_CHECKING:
    from grounding.base.home import Home

SYSTEM_LIBRARIES = (
    "apt install libegl1 libgl1 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0 libgssapi-krb5-2 "
    "libbrotli1 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libx11-xcb1"
)


def run(*, home: Home, practice: str | None = None, begin: bool = False, sound: str | None = None) -> int:
    """Show the window until it is closed, and return the exit status."""
    wording = Wording()
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
        missing = Failure("library-missing", library=str(error).split(":")[0], line=SYSTEM_LIBRARIES)
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
