"""From Enter held, of somebody's own breath at rest, to the first picture that differs: in frames, for each look.

The key is a real one (XTEST), the clock and the frames are the window's own; each frame is looked at in the window as
soon as it is shown, so that a busy computer is slower but counts as well. With `HOME LOOK` it is the window itself: it
says `ready` where all is still, and after a key how many frames went by, and milliseconds.
"""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from subprocess import PIPE, Popen

ROOT = Path(__file__).parents[2]
KEYS = 12
BUDGET = 2
STILL_MS = 300


def window(home, look):
    """Be the window: a sitting at somebody's own pace."""
    from look_part import look_part
    from PySide6.QtCore import QEvent, QObject, Qt, QTimer
    from PySide6.QtQuick import QQuickItem

    from grounding.base.home import Home
    from grounding.base.settings import Look, Motion, Settings, write_settings
    from grounding.base.wording import Wording
    from grounding.window.front import make_application
    from grounding.window.window import GroundingWindow

    application = make_application()
    place = Home(Path(home))
    place.make()
    chosen = Settings(welcomed=True, motion=Motion.FULL, look=Look(look), practice="breathe", pattern="own-pace")
    write_settings(place.settings, chosen)
    grounding = GroundingWindow(home=place, wording=Wording())
    grounding.show({"practice": "breathe", "begin": True})
    shown = grounding.window

    def picture():
        items = (each for each in shown.findChildren(QQuickItem) if each.isVisible())
        return shown.grabWindow().copy(look_part(items))

    class Watch(QObject):
        """What was there before the key, when it came, and how many frames since."""

        before, key_s, frames, looking = None, None, 0, False

        def eventFilter(self, _watched, event):
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Return and self.before is not None:
                self.key_s, self.frames = time.monotonic(), 0
            return False

        def shown(self):
            if self.key_s is None or self.looking:
                return
            shown_s, self.frames, self.looking = time.monotonic(), self.frames + 1, True
            if picture() != self.before:
                print(self.frames, 1000 * (shown_s - self.key_s), flush=True)
                self.key_s = self.before = None
            self.looking = False

        def look(self):
            if self.before is None and not grounding.pace.filling and not grounding.run.moving:
                now = picture()
                if now == self.last:
                    self.before = now
                    print("ready", flush=True)
                self.last = now

        last = None

    watch, often = Watch(), QTimer()
    shown.installEventFilter(watch)
    shown.frameSwapped.connect(watch.shown, Qt.ConnectionType.DirectConnection)
    often.timeout.connect(watch.look)
    often.start(STILL_MS)
    application.exec()


def measured(screen, folder, look, keys):
    """Return how many frames each key took, and how many milliseconds."""
    environment = screen.environment() | {"QT_QPA_PLATFORM": "xcb", "QT_QUICK_BACKEND": "software"}
    environment |= {"PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests" / "window")))}
    environment |= {"XDG_RUNTIME_DIR": str(folder), "HOME": str(folder)}
    with Popen([sys.executable, __file__, folder / "home", look], env=environment, stdout=PIPE, text=True) as process:
        took = []
        while len(took) < keys and process.stdout.readline() == "ready\n":
            screen.told("xdotool", "keydown", "Return")
            frames, ms = process.stdout.readline().split()
            took.append((int(frames), float(ms)))
            screen.told("xdotool", "keyup", "Return")
        process.terminate()
    assert len(took) == keys, "the window ended too soon"
    return took


def key_to_picture(_minutes):
    """Frames and time from a key that is held to the first frame that shows it."""
    from measures import Row
    from screen import showing

    for look in ("orb", "wave", "dim"):
        with tempfile.TemporaryDirectory() as name, contextlib.ExitStack() as open_things:
            screen = open_things.enter_context(showing(Path(name) / "screen"))
            screen.told("xdotool", "mousemove", "0", "0")
            took = measured(screen, Path(name), look, KEYS)
        most = max(frames for frames, _ in took)
        yield Row(
            what=f"from a held key to its frame, {look}, worst of {KEYS}",
            figure=str(most),
            floor="1",
            budget=f"<= {BUDGET}",
            holds=most <= BUDGET,
        )
        yield Row(
            what="  in time, the median (ms)",
            figure=f"{median(ms for _, ms in took):.1f}",
            floor="16.7",
            budget="-",
            holds=True,
        )


if __name__ == "__main__":
    window(*sys.argv[1:])
