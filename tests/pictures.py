"""Takes the pictures of the README anew, from the real window: `.venv/bin/python tests/pictures.py`."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software", LC_ALL="en_GB.UTF-8")

from PySide6.QtCore import QEventLoop, QTimer

from grounding.base.home import Home
from grounding.base.settings import Settings, Theme, write_settings
from grounding.base.wording import Wording
from grounding.window.front import make_application
from grounding.window.window import GroundingWindow

PICTURES = Path(__file__).parents[1] / "assets" / "pictures"
FADED_MS = 5000
"""The controls of a sitting have gone by then."""


class Easel:
    """One window whose pages are pictured."""

    def __init__(self, theme: Theme) -> None:
        home = Home(Path(tempfile.mkdtemp(prefix="pictures-")))
        home.make()
        write_settings(home.settings, Settings(welcomed=True, theme=theme))
        self.window = GroundingWindow(home=home, wording=Wording())
        self.window.show({})

    def save(self, name: str, after_ms: int = 300) -> None:
        wait = QEventLoop()
        QTimer.singleShot(after_ms, wait.quit)
        wait.exec()
        self.window.window.grabWindow().save(str(PICTURES / f"{name}.png"))

    def say(self) -> None:
        answers = self.window.answers
        for region, word, strength in (("chest", "tight", 7), ("hands", "restless", 5)):
            answers.choosePlace(region, True)
            answers.chooseWord(region, word, True, False)
            answers.setStrength(region, strength, False)


def main() -> None:
    """Go through the main job and save what is seen on the way."""
    make_application()
    easel = Easel(Theme.DUSK)
    window, run, flow = easel.window, easel.window.run, easel.window.flow
    easel.save("home")
    flow.begin()
    run.next()
    easel.save("sitting", FADED_MS)
    while run.kind != "check-in":
        run.next()
    easel.say()
    easel.save("check-in")
    window.less_offer.stayWithIt()
    while run.kind != "check-in":
        run.next()
    window.answers.chooseChange("chest", "softer")
    window.answers.chooseChange("hands", "same")
    while run.kind != "close":
        run.next()
    window.answers.typeLine("Afraid that stopping makes me useless.")
    flow.keepAndEnd()
    flow.show("journal")
    easel.save("journal", 1500)
    window.close()
    day = Easel(Theme.DAY)
    day.save("home-day")
    day.window.close()


if __name__ == "__main__":
    main()
