"""Takes the pictures of the README anew, from the real window: `.venv/bin/python tests/pictures.py`."""

from __future__ import annotations

import os
import tempfile
from datetime import timedelta
from pathlib import Path

os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software", LC_ALL="en_GB.UTF-8")

from PySide6.QtCore import QEventLoop, QTimer

from grounding.base.home import Home
from grounding.base.settings import Settings, Theme, write_settings
from grounding.base.wording import Wording
from grounding.body.region import Region
from grounding.body.report import Report
from grounding.body.sensation import After, Change, Sensation
from grounding.journal.entry import new_entry
from grounding.journal.when import in_local_time
from grounding.window.front import make_application
from grounding.window.window import GroundingWindow

PICTURES = Path(__file__).parents[1] / "assets" / "pictures"
EARLIER = (
    (1, Region.HANDS, "restless", None, Change.CANT_TELL),
    (4, Region.CHEST, "heavy", 6, Change.STRONGER),
    (6, Region.CHEST, "heavy", 4, Change.CANT_TELL),
    (13, Region.CHEST, "warm", None, Change.SAME),
    (20, Region.CHEST, "fluttery", 5, Change.GONE),
    (25, Region.EYES, "dull-ache", 3, None),
)
"""Days ago, where, what, how strong and what became of it."""
FADED_MS = 5000
"""The controls of a sitting have gone by then."""
INTO_IT_MS = 2500
"""The orb is well on its way in by then."""


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

    def remember(self) -> None:
        """Let there be something to look back on."""
        for days, region, word, strength, change in EARLIER:
            after = change and After(change=change)
            sensation = Sensation(region=region, words=(word,), strength=strength, after=after)
            at = in_local_time() - timedelta(days=days)
            self.window.journal.add(new_entry("hands", Report(sensations=(sensation,)), at=at))
        self.window.journal.close()

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
    easel.remember()
    window, run, flow = easel.window, easel.window.run, easel.window.flow
    easel.save("home")
    window.breaths.begin("longer-exhale")
    window.drawn.rename("After a walk")
    window.drawn.add(0)
    window.drawn.hold(1, True)
    flow.show("breath")
    window.drawn.slower()
    easel.save("breath", INTO_IT_MS)
    flow.show("home")
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
    window.looking_back.seeking.chooseRegion("chest")
    easel.save("journal", 1500)
    window.close()
    day = Easel(Theme.DAY)
    day.save("home-day")
    day.window.close()


if __name__ == "__main__":
    main()
