"""Takes the pictures of the README anew, from the real window: `.venv/bin/python tests/pictures.py`."""

from __future__ import annotations

import os
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grounding.journal.entry import Entry

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

    def look_back(self) -> None:
        """Fill the journal with some weeks, and look at one place."""
        for entry in entries():
            self.window.journal.add(entry)
        self.window.flow.show("journal")
        self.window.looking_back.seeking.chooseRegion("chest")

    def say(self) -> None:
        answers = self.window.answers
        for region, word, strength in (("chest", "tight", 7), ("hands", "restless", 5)):
            answers.choosePlace(region, True)
            answers.chooseWord(region, word, True, False)
            answers.setStrength(region, strength, False)


def entries() -> Iterator[Entry]:
    """Yield what somebody might have said in the last weeks."""
    for days, practice, line, *told in (
        (3, "slow-down", "Afraid that stopping makes me useless.", ("chest", "tight dull-ache", 7, "softer"),
         ("hands", "restless", None, "same")),
        (4, "hands", "Still moving. Allowed.", ("hands", "restless", 4, "cant-tell")),
        (7, "slow-down", "Harder today.", ("chest", "heavy", 6, "stronger"), ("eyes", "dull-ache", None, "moved")),
        (8, "slow-down", "", ("chest", "heavy", 5, "cant-tell")),
        (16, "slow-down", "Sun on the table.", ("chest", "warm", 3, "same")),
        (23, "", "", ("chest", "fluttery", None, "gone"), ("belly", "knotted", 6, "softer")),
        (28, "slow-down", "", ("chest", "tight", 7, "moved")),
        (29, "", "", ("chest", "open", 1, "")),
    ):  # fmt: skip
        at = in_local_time(datetime.now().replace(hour=21, minute=10) - timedelta(days=days))
        yield new_entry(practice, Report(line=line, sensations=tuple(sensation(*each) for each in told)), at)


def sensation(region: str, words: str, strength: int | None, change: str) -> Sensation:
    to = {"chest": Region.THROAT, "eyes": Region.JAW}.get(region) if change == "moved" else None
    after = After(change=Change(change), moved_to=to) if change else None
    return Sensation(region=Region(region), words=tuple(words.split()), strength=strength, after=after)


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
    window.close()
    later = Easel(Theme.DUSK)
    later.look_back()
    later.save("journal", 1500)
    later.window.close()
    day = Easel(Theme.DAY)
    day.save("home-day")
    day.window.close()


if __name__ == "__main__":
    main()
