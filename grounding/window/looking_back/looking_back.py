"""All that the journal's page is made of, made in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grounding.window.looking_back.diary import Diary
from grounding.window.looking_back.long_list import LongList
from grounding.window.looking_back.opened import Opened
from grounding.window.looking_back.over_time import OverTime
from grounding.window.looking_back.rewording import Rewording
from grounding.window.looking_back.seeking import Seeking
from grounding.window.looking_back.told import Told
from grounding.window.saying.answers import Answers

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from grounding.base.failure import Failure
    from grounding.base.jobs import Jobs
    from grounding.base.wording import Wording
    from grounding.journal.journal import Journal
    from grounding.window.preferences import Preferences
    from grounding.window.saying.keeping import Keeping


class LookingBack:
    """The view models with which somebody looks back into the journal."""

    def __init__(
        self,
        *,
        journal: Journal,
        jobs: Jobs,
        keeping: Keeping,
        preferences: Preferences,
        wording: Wording,
        titles: Callable[[str], str],
    ) -> None:
        told = Told(wording=wording, titles=titles)
        self.seeking = Seeking(journal=journal, jobs=jobs, wording=wording)
        self.entries = LongList(jobs=jobs, told=told.card)
        self.diary = Diary(
            journal=journal, jobs=jobs, keeping=keeping, entries=self.entries, seeking=self.seeking, wording=wording
        )
        self.opened = Opened(journal=journal, jobs=jobs, diary=self.diary, told=told)
        self.reworded = Answers(wording=wording, preferences=preferences)
        self.rewording = Rewording(journal=journal, jobs=jobs, keeping=keeping, diary=self.diary, answers=self.reworded)
        self.moments = LongList(jobs=jobs, told=told.moment)
        self.over_time = OverTime(
            journal=journal,
            jobs=jobs,
            wording=wording,
            preferences=preferences,
            seeking=self.seeking,
            diary=self.diary,
            moments=self.moments,
        )

    def tell(self, say: Callable[[Failure], None]) -> None:
        """Have `say` told of whatever fails."""
        for part in (self.seeking, self.diary, self.opened, self.rewording, self.over_time):
            part.failed.connect(say)

    def parts(self) -> dict[str, QObject]:
        """Return the view models by the names under which pages know them."""
        return {
            "seeking": self.seeking,
            "entries": self.entries,
            "diary": self.diary,
            "opened": self.opened,
            "reworded": self.reworded,
            "rewording": self.rewording,
            "moments": self.moments,
            "overTime": self.over_time,
        }
